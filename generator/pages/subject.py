"""What the pages of a country, a pillar and a topic have in common: one view of all that concerns the subject."""

from collections.abc import Iterable, Mapping

from generator import paths
from generator.model import Briefing, Fact, Passage
from generator.pages.shared import (
    Notes,
    awaited,
    day,
    evidence_to,
    mark,
    months_between,
    newest_first,
    statement,
    summary,
)
from generator.schema import Topical
from generator.text import one_line

PASSAGES_SHOWN = 10


def subject_view(
    page: str, subject: Topical, facts: Iterable[Fact], passages: Iterable[Passage], briefing: Briefing
) -> dict[str, object]:
    """Give what a briefing says of its subject, in the order of the page, so that notes are numbered as read."""
    notes = Notes(page)
    chosen = {fact.id: fact for fact in newest_first(facts)}
    watched = [found for found in briefing.expectations if found.fact.id in chosen]
    said = [fact for fact in chosen.values() if fact.id not in {found.fact.id for found in watched}]
    return {
        "key_sentences": summary(subject.summary, briefing, notes),
        "aliases": subject.aliases,
        "dates": dates(page, subject, chosen.values(), briefing),
        "statements": tuple(statement(fact, briefing, notes) for fact in said),
        "awaited": awaited(watched, briefing, notes),
        "chains": tuple(statement(fact, briefing, notes) for fact in chosen.values() if fact.hearsay),
        "questions": tuple(
            (
                question.question,
                tuple(statement(briefing.facts[name], briefing, notes) for name in question.facts),
            )
            for question in subject.questions
        ),
        "passages": tuple(_passage(page, passage, briefing) for passage in _unused(passages, briefing)),
        "gaps": tuple(_gaps(chosen.values())),
        "notes": notes.listed,
    }


def dates(page: str, subject: Topical, facts: Iterable[Fact], briefing: Briefing) -> Mapping[str, object]:
    """Give the three dates of a page: evidence to, reviewed by the desk, marks computed."""
    newest = evidence_to(facts)
    age = months_between(newest.last, briefing.as_of) if newest else 0
    stale = newest is not None and (briefing.as_of - newest.last).days > briefing.site.stale_after_days
    return {
        "evidence": day(newest.last) if newest else "",
        "age": f"{age} months old" if stale else "",
        "stale": mark(page, "stale", warns=True),
        "reviewed": day(subject.reviewed.last) if subject.reviewed else "",
        "as_of": day(briefing.as_of),
    }


def _unused(passages: Iterable[Passage], briefing: Briefing) -> list[Passage]:
    unused = {(passage.article, passage.number) for passage in briefing.unused_passages()}
    free = [passage for passage in passages if (passage.article, passage.number) in unused]
    shown = [p for p in free if any(p.span.within(span) for span in briefing.shown[p.article])]
    return sorted(shown, key=lambda p: (not (p.pillars and p.countries), p.article, p.number))[:PASSAGES_SHOWN]


def _passage(page: str, passage: Passage, briefing: Briefing) -> tuple[str, str, str]:
    article = briefing.corpus.articles[passage.article]
    text = one_line(article.text[passage.span.start : passage.span.end])
    href = paths.link(page, paths.article(article.id), paths.passage_anchor(passage.number))
    return text, article.publisher or article.title, href


def _gaps(facts: Iterable[Fact]) -> Iterable[str]:
    listed = list(facts)
    if not any(fact.figure for fact in listed):
        yield "figures or costs"
    if not any(fact.kind == "agreement" for fact in listed):
        yield "a treaty or agreement"
    if listed and not any(e.source.primary for fact in listed for e in fact.found):
        yield "a primary document: every statement here rests on a report"
