"""The timeline: all that happened or was said, by year, the newest first; passages nobody reviewed are marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator import paths
from generator.edtf import Edtf
from generator.model import Briefing
from generator.pages.marks import mark
from generator.pages.notes import source_words
from generator.pages.page import OF_A_LIST, Page
from generator.pages.statements import dated, newest_first
from generator.text import one_line


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


def _passages(briefing: Briefing) -> Iterator[Row]:
    """Give the shown passages that name a date, under the first that is not the day of publication."""
    shown = {(p.article, p.number): p for passages in briefing.waiting.values() for p in passages}
    for (article_id, number), passage in sorted(shown.items()):
        article = briefing.corpus.articles[article_id]
        said = [mention.edtf for mention in passage.dates if mention.edtf != article.published]
        if said:
            yield Row(
                date=said[0],
                shown_date=dated(said[0]),
                id="",
                text=one_line(article.text[passage.span.start : passage.span.end]),
                href=paths.link(paths.TIMELINE, paths.article(article_id), paths.passage_anchor(number)),
                chain=source_words(briefing.sources[article_id]),
            )


def timeline(briefing: Briefing) -> Iterator[Page]:
    """Give the timeline; each line leads to its statement in the register, with the sources."""
    rows = sorted([*_statements(briefing), *_passages(briefing)], key=lambda row: row.date, reverse=True)
    by_year = {year: tuple(found) for year, found in groupby(rows, key=lambda row: row.date.first.year)}
    yield Page(
        path=paths.TIMELINE,
        template="timeline.md.jinja",
        title="Timeline",
        boost=OF_A_LIST,
        description=f"What happened and what was said about {briefing.partnership.name}, the newest first.",
        view={"years": by_year, "unreviewed": mark(paths.TIMELINE, "unreviewed")},
    )
