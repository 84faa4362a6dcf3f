"""The timeline: all that happened or was said, by year, the newest first; passages nobody reviewed are marked.

It shows every statement and the best of the passages; all of these stand in its archive where they are many.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

from markupsafe import Markup

from generator import paths
from generator.assembly.passages import best_first
from generator.edtf import Edtf
from generator.model import Briefing, Passage
from generator.pages.archive import archive_of
from generator.pages.marks import Mark, mark
from generator.pages.notes import source_words
from generator.pages.page import OF_A_LIST, Draft, Page
from generator.pages.passages import passage_words
from generator.pages.statements import dated, newest_first

UNREVIEWED: Final = 40
"""The timeline shows this many passages at most, the best first."""
_Told: TypeAlias = tuple[Edtf, Passage]
"""A passage under the first date that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A dated line: a statement of the desk, or a passage that no statement uses yet."""

    date: Edtf
    shown_date: Markup
    id: str
    """Its anchor; empty for a passage."""
    text: str
    href: str
    chain: str
    unreviewed: Mark | None = None
    """The mark of a passage; none for a statement."""


def _statements(briefing: Briefing) -> Iterator[Row]:
    for fact in newest_first(briefing.facts.values()):
        yield Row(
            date=fact.date,
            shown_date=dated(fact.date),
            id=fact.id,
            text=fact.statement,
            href=paths.link(paths.TIMELINE, paths.REGISTER, fact.id),
            chain=" → ".join((*fact.via, fact.attribution)),
        )


def _passages(briefing: Briefing) -> list[_Told]:
    """Give the shown passages that name a date other than the day of publication, best first."""
    shown = {(p.article, p.number): p for passages in briefing.waiting.values() for p in passages}
    told = []
    for passage in best_first(shown.values(), briefing.corpus):
        published = briefing.corpus.articles[passage.article].published
        said = next((mention.edtf for mention in passage.dates if mention.edtf != published), None)
        if said:
            told.append((said, passage))
    return told


def _row(page: str, told: _Told, briefing: Briefing) -> Row:
    date, passage = told
    return Row(
        date=date,
        shown_date=dated(date),
        id="",
        text=passage_words(passage, briefing),
        href=paths.link(page, paths.article(passage.article), paths.passage_anchor(passage.number)),
        chain=source_words(briefing.sources[passage.article]),
        unreviewed=mark(page, "unreviewed"),
    )


def timeline(briefing: Briefing) -> Iterator[Draft]:
    """Give the timeline and its archive; each line leads to its statement in the register, or to its passage."""
    told = _passages(briefing)
    chosen = sorted(told[:UNREVIEWED], key=_place)
    passages = [_row(paths.TIMELINE, passage, briefing) for passage in chosen]
    rows = sorted([*_statements(briefing), *passages], key=lambda row: row.date, reverse=True)
    by_year = {year: tuple(found) for year, found in groupby(rows, key=lambda row: row.date.first.year)}
    others = told if len(told) > UNREVIEWED else []
    archive = archive_of(paths.TIMELINE, "Timeline", sorted(others, key=_place), lambda passage: passage[0])
    yield Page(
        path=paths.TIMELINE,
        template="timeline.md.jinja",
        title="Timeline",
        boost=OF_A_LIST,
        description=f"What happened and what was said about {briefing.partnership.name}, the newest first.",
        view={
            "years": by_year,
            "unreviewed_shown": len(chosen),
            "unreviewed_count": len(told),
            "archive": archive.years,
        },
    )
    yield from archive.pages(
        "archive-timeline.md.jinja",
        "Timeline: passages nobody has reviewed",
        "Dated passages that no statement uses yet, in the order of the dates that they name.",
        lambda own, passage: _row(own, passage, briefing),
    )


def _place(told: _Told) -> tuple[str, int]:
    return told[1].article, told[1].number
