"""Paraphrase: what a statement says beyond its source, and what it leaves out of the source's caution."""
