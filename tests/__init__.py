"""Tests of the briefing generator. Case files and small sites stand beside them, for everybody to extend."""
