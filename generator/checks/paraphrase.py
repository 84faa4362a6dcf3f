"""Paraphrase: statements that say more than the words that they rest on, as far as words can tell."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.analysis.paraphrase.drift import Cited, Drift, find_drift
from generator.checks.check import Finding, Material
from generator.model import Briefing, Evidence, Fact

ADVICE: Final = {
    "added": "the {detail} {words!r} does not stand near the words quoted from {source}",
    "dropped": "the sentence quoted from {source} says {words!r}, and the statement does not",
}
"""What to say of details that a statement adds, and of hedges and negations that it drops."""


def drifting_statements(material: Material) -> Iterator[Finding]:
    """Find details that a statement adds to its quoted sentences, and hedges and denials that it drops.

    Where part of the evidence is a document that is not held, a detail may come from there, so that only what is
    dropped is told.
    """
    vocabulary = material.content.vocabulary()
    for fact in material.briefing.facts.values():
        matched = [evidence for evidence in fact.found if evidence.state == "matched"]
        cited = [_cited(evidence, material.briefing) for evidence in matched]
        for drift in find_drift(fact.statement, cited, vocabulary) if cited else ():
            if len(matched) == len(fact.found) or drift.kind.startswith("dropped"):
                yield _finding(fact, drift, matched, material.briefing)


def _finding(fact: Fact, drift: Drift, matched: Sequence[Evidence], briefing: Briefing) -> Finding:
    named = " or ".join(dict.fromkeys(evidence.source.id for evidence in matched))
    way, _, detail = drift.kind.partition("-")
    message = ADVICE[way].format(detail=detail, words=drift.words, source=named)
    elsewhere = any(drift.words in briefing.corpus.articles[evidence.source.id].text for evidence in matched)
    if elsewhere and way == "added":
        message += " (elsewhere in the article it does)"
    return Finding(fact.at("statement"), f"{message}; is the paraphrase right?", fact.id)


def _cited(evidence: Evidence, briefing: Briefing) -> Cited:
    """Give the sentences that hold the quoted words, with one on either side."""
    source = evidence.source
    article = briefing.corpus.articles[source.id]
    passages = briefing.corpus.passages[source.id]
    held = [
        place for place, passage in enumerate(passages) if any(passage.span.overlaps(span) for span in evidence.spans)
    ]
    near = sorted({place + step for place in held for step in (-1, 0, 1) if 0 <= place + step < len(passages)})

    def text(places: Sequence[int]) -> str:
        return "\n".join(article.text[passages[place].span.start : passages[place].span.end] for place in places)

    return Cited(
        text=text(held),
        around=text(near),
        article=article.text,
        title="" if source.title_by_desk else source.title,
        publisher=source.publisher,
        published=source.published.last,
    )
