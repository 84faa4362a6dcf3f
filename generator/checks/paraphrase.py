"""Paraphrase: statements that say more than the words that they rest on, as far as words can tell."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.analysis.paraphrase.drift import Bibliography, Cited, Drift, DriftKind, find_drift, find_lost
from generator.analysis.paraphrase.finders import finders_of
from generator.checks.check import Finding, Material
from generator.model import Briefing, Evidence, Fact
from generator.text import Span

ADVICE: Final[dict[DriftKind, str]] = {
    "added-number": "the number {words!r} does not stand near the words quoted from {source}",
    "added-date": "the date {words!r} does not stand near the words quoted from {source}",
    "added-country": "{words!r} does not stand near the words quoted from {source}",
    "added-name": "the name {words!r} does not stand near the words quoted from {source}",
    "dropped-hedge": "the sentence quoted from {source} says {words!r}, and the statement does not",
    "dropped-negation": "the sentence quoted from {source} says {words!r}, and the statement does not",
}
"""What to say of each kind of drift."""


def drifting_statements(material: Material) -> Iterator[Finding]:
    """Find details that a statement adds to its quoted sentences, and hedges and denials that it drops.

    Where part of the evidence is a document that is not held, a detail may come from there, so that only what is
    dropped is told.
    """
    briefing = material.briefing
    finders = finders_of(material.content.vocabulary())
    for fact in briefing.facts.values():
        matched = [evidence for evidence in fact.found if evidence.state == "matched"]
        if matched:
            find = find_drift if len(matched) == len(fact.found) else find_lost
            for drift in find(fact.statement, [_cited(evidence, briefing) for evidence in matched], finders):
                yield _finding(fact, drift, matched, briefing)


def _finding(fact: Fact, drift: Drift, matched: Sequence[Evidence], briefing: Briefing) -> Finding:
    named = " or ".join(dict.fromkeys(evidence.source.id for evidence in matched))
    message = ADVICE[drift.kind].format(words=drift.words, source=named)
    elsewhere = any(drift.words in briefing.corpus.articles[evidence.source.id].text for evidence in matched)
    if elsewhere and drift.kind.startswith("added"):
        message += " (elsewhere in the article it does)"
    return Finding(fact.at("statement"), f"{message}; is the paraphrase right?", fact.id)


def _cited(evidence: Evidence, briefing: Briefing) -> Cited:
    """Give the sentences that hold the quoted words, with one on either side."""
    source = evidence.source
    article = briefing.corpus.articles[source.id]
    passages = briefing.corpus.passages[source.id]
    held = [place for place, passage in enumerate(passages) if _overlaps(passage.span, evidence.spans)]
    near = sorted({place + step for place in held for step in (-1, 0, 1) if 0 <= place + step < len(passages)})

    def text(places: Sequence[int]) -> str:
        return "\n".join(article.text[passages[place].span.start : passages[place].span.end] for place in places)

    title = "" if source.title_by_desk else source.title
    record = Bibliography(title=title, publisher=source.publisher, published=source.published.last)
    return Cited(text=text(held), around=text(near), bibliography=record, article=article.text)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
