"""Passages that no statement uses yet: the best and the newest on the page of what they name, all of them by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator import paths
from generator.edtf import Edtf
from generator.model import Briefing, Passage
from generator.pages.archive import Archive, archive_of
from generator.pages.notes import source_words
from generator.pages.page import Draft
from generator.schema.subjects import Subject
from generator.text import one_line

BEST: Final = 5
NEWEST: Final = 5
"""A page shows so many of the best and of the newest others; one that has more leads to its archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage that no statement uses yet."""

    text: str
    href: str
    outlet: str
    chain: str
    """Who says so, as reading found it; empty for the reporter's own voice."""


def passages_view(page: str, subject: Subject, briefing: Briefing) -> dict[str, object]:
    """Give what a subject's page shows of its passages, how many there are, and its archive where it needs one."""
    waiting = briefing.waiting.get(subject.id, ())
    best, newest = _shown(waiting, briefing)
    return {
        "passages": tuple(passage_view(page, passage, briefing) for passage in best),
        "newest_passages": tuple(passage_view(page, passage, briefing) for passage in newest),
        "passage_count": len(waiting),
        "archive": _archive(page, subject, briefing).years if newest else (),
    }


def passage_view(page: str, passage: Passage, briefing: Briefing) -> PassageView:
    """Give a passage as a page shows it, with the address of its place in its article."""
    credited = passage.attribution
    return PassageView(
        text=passage_words(passage, briefing),
        href=paths.link(page, paths.article(passage.article), paths.passage_anchor(passage.number)),
        outlet=source_words(briefing.sources[passage.article]),
        chain=" → ".join(credited.chain) if credited else "",
    )


def passage_words(passage: Passage, briefing: Briefing) -> str:
    """Give the article's own words in a line."""
    return one_line(briefing.corpus.articles[passage.article].text[passage.span.start : passage.span.end])


def archive_pages(briefing: Briefing) -> Iterator[Draft]:
    """Give for each subject with more passages than its page shows all of them, by the year of publication."""
    subjects: tuple[tuple[str, Subject], ...] = (
        *((paths.country(country.id), country) for country in briefing.countries.values()),
        *((paths.pillar(pillar.id), pillar) for pillar in briefing.pillars.values()),
        *((paths.topic(topic.id), topic) for topic in briefing.topics.values()),
    )
    for page, subject in subjects:
        if len(briefing.waiting.get(subject.id, ())) > BEST + NEWEST:
            yield from _archive(page, subject, briefing).pages(
                "archive-passages.md.jinja",
                f"{subject.name}: passages no statement uses yet",
                f"What articles say of {subject.name} and no statement uses yet, in the order of publication.",
                lambda own, passage: passage_view(own, passage, briefing),
            )


def _shown(waiting: tuple[Passage, ...], briefing: Briefing) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Give the best, and the newest of the others; all as the best where they are few."""
    if len(waiting) <= BEST + NEWEST:
        return waiting, ()
    others = sorted(waiting[BEST:], key=lambda passage: _published(passage, briefing), reverse=True)
    return waiting[:BEST], tuple(others[:NEWEST])


def _archive(page: str, subject: Subject, briefing: Briefing) -> Archive[Passage]:
    waiting = sorted(briefing.waiting[subject.id], key=lambda passage: (passage.article, passage.number))
    return archive_of(page, subject.name, waiting, lambda passage: _published(passage, briefing))


def _published(passage: Passage, briefing: Briefing) -> Edtf:
    return briefing.corpus.articles[passage.article].published
