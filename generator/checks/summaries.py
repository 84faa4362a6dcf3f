"""Summaries: each sentence rests on facts, and is plain words with emphasis and links at most."""

from collections.abc import Iterator

from generator.checks.check import Finding, Material
from generator.markdown import inline


def uncited_sentences(material: Material) -> Iterator[Finding]:
    """Find sentences of summaries that name no fact."""
    for subject, about, at in material.subjects():
        for index, sentence in enumerate(subject.summary):
            if not sentence.facts:
                message = "this sentence rests on nothing; name its facts: `facts: [ID, ...]`"
                yield Finding(at("summary", index), message, about)


def summary_markdown(material: Material) -> Iterator[Finding]:
    """Find raw HTML, links that are not http(s), and other Markdown that has no place in a sentence."""
    for subject, about, at in material.subjects():
        for index, sentence in enumerate(subject.summary):
            for complaint in inline(sentence.text)[1]:
                yield Finding(at("summary", index, "text"), complaint, about)
