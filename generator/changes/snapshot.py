"""Snapshots: of what a version of the site tells programs, all that readers would want to be told when it changes.

Neither the names of files nor templates have a part in it. A frozen edition is read in the same way, from what it
publishes, so that it is compared with the present in the present words.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from generator import edtf, paths
from generator.exports.briefing import document
from generator.exports.document import CellEntry, Document, ExpectationEntry, FactEntry, OutcomeEntry
from generator.markdown import plain
from generator.model import Briefing
from generator.model.changes import Gone, Place, Snapshot, Summary, Told
from generator.pages.countries import level_words, said_by
from generator.pages.figures import amount
from generator.pages.marks import RESULT_MARKS
from generator.schema.subjects import Topical
from generator.text import one_line

_AWAITED = frozenset({"open", "overdue", "date-passed", "unconfirmed"})
_FAILED_CITATION = frozenset({"quote-not-found", "quote-ambiguous", "quote-missing", "place-missing", "unknown-id"})
"""Codes of problems for which a statement is kept back with its evidence."""


def snapshot(briefing: Briefing) -> Snapshot:
    """Give the version of the site that a briefing makes."""
    return published(document(briefing))


def published(told: Document) -> Snapshot:
    """Give the version of the site that published its statements in this document."""
    standing = frozenset(source.id for source in told.sources if not source.withdrawn)
    expected = {found.fact: found for found in told.expectations}
    names = _names(told)
    return Snapshot(
        day=date.fromisoformat(told.as_of),
        statements={fact.id: _told(fact, expected.get(fact.id), standing, names) for fact in told.facts},
        gone=dict(_gone(told)),
        documents=standing,
        summaries=dict(_summaries(told)),
        cells=dict(_cells(told, names)),
        counts=_counts(told),
    )


def _names(told: Document) -> Mapping[str, str]:
    """Give the names of all subjects by their pages."""
    return {
        **{paths.country(country.id): country.name for country in told.countries},
        **{paths.pillar(pillar.id): pillar.name for pillar in told.pillars},
        **{paths.topic(topic.id): topic.name for topic in told.topics},
    }


def _told(
    fact: FactEntry, expected: ExpectationEntry | None, standing: frozenset[str], names: Mapping[str, str]
) -> Told:
    return Told(
        words=one_line(fact.statement),
        details=_details(fact, names),
        pages=_pages(fact),
        state=fact.state,
        documents=frozenset(evidence.source for evidence in fact.evidence) & standing,
        superseded_by=frozenset(fact.superseded_by),
        disputed_by=frozenset(fact.disputed_by),
        outcomes={found.fact: _outcome(found) for found in expected.resolved_by} if expected else {},
        due=expected.expected.last if expected and expected.state in _AWAITED else None,
        reasons=tuple(entry.reason for entry in sorted(fact.corrections, key=lambda entry: entry.date)),
    )


def _outcome(found: OutcomeEntry) -> str:
    return RESULT_MARKS[found.result] + ", late" * found.late + (f": {found.why}" if found.why else "")


def _details(fact: FactEntry, names: Mapping[str, str]) -> dict[str, str]:
    figure = fact.figure
    said = {
        "Date": edtf.words(fact.date),
        "Who says so": " → ".join((*fact.via, fact.attribution)),
        "Expected": edtf.words(fact.expected) if fact.expected else "",
        "Figure": f"{amount(figure)}{f' ({figure.basis})' if figure.basis else ''}" if figure else "",
        "Confidence": fact.confidence or "",
        "Status": fact.status or "",
        "Filed under": ", ".join(sorted(names[page] for page in _pages(fact) if page in names)),
    }
    return {label: words for label, words in said.items() if words}


def _pages(fact: FactEntry) -> frozenset[str]:
    return frozenset(
        (*map(paths.country, fact.countries), *map(paths.pillar, fact.pillars), *map(paths.topic, fact.topics))
    )


def _gone(told: Document) -> Iterator[tuple[str, Gone]]:
    for held in told.kept_back:
        if held.kind == "statement":
            yield (
                held.name,
                Gone(reason=f"kept back until mended: {held.code}", unsupported=held.code in _FAILED_CITATION),
            )
    kept_back = {held.name for held in told.kept_back}
    for entry in told.withheld:
        if entry.id not in kept_back:
            yield entry.id, Gone(reason=entry.reason)
    for retired in told.retired:
        if retired.kind == "fact":
            yield retired.id, Gone(reason=retired.reason, successor=retired.successor or "")


def _summaries(told: Document) -> Iterator[tuple[str, Summary]]:
    def of(page: str, subject: Topical, name: str) -> tuple[str, Summary]:
        return page, Summary(name=name, sentences=tuple(plain(sentence.text) for sentence in subject.summary))

    yield of(paths.HOME, told.partnership, told.partnership.name)
    for country in told.countries:
        yield of(paths.country(country.id), country, country.name)
    for pillar in told.pillars:
        yield of(paths.pillar(pillar.id), pillar, pillar.name)
    for topic in told.topics:
        yield of(paths.topic(topic.id), topic, topic.name)


def _cells(told: Document, names: Mapping[str, str]) -> Iterator[tuple[str, Place]]:
    speakers = {fact.id: fact.attribution for fact in told.facts}
    for cell in told.matrix:
        country, pillar = paths.country(cell.country), paths.pillar(cell.pillar)
        yield (
            f"{cell.country}-{cell.pillar}",
            Place(
                name=f"{names[country]}, {names[pillar]}",
                pages=frozenset({country, pillar}),
                part="; ".join(_parts(cell, speakers)),
            ),
        )


def _parts(cell: CellEntry, speakers: Mapping[str, str]) -> Iterator[str]:
    """Give what a cell of the matrix says, without dates: the part, and what others say beside it."""
    if cell.main:
        yield level_words(cell.main.level) + (f" ({cell.main.note})" if cell.main.note else "")
    for part in cell.others:
        yield said_by(part.level, speakers[part.fact])


def _counts(told: Document) -> Mapping[str, Mapping[str, int]]:
    here = Counter(page for fact in told.facts for page in _pages(fact))
    return {paths.HOME: {name: getattr(told.counts, name) for name in _COUNTED}} | {
        page: {"statements": number} for page, number in sorted(here.items())
    }


_COUNTED = ("statements", "matched", "quoted", "cited", "withheld", "articles", "sources")
