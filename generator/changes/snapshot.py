"""Snapshots: of a briefing, what readers would want to be told when it changes.

Neither the names of files nor templates have a part in it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from generator import edtf, paths
from generator.exports.briefing import counts
from generator.markdown import plain
from generator.model import Briefing, Expectation, Fact
from generator.model.changes import Gone, Place, Snapshot, Summary, Told
from generator.pages.countries import cell_words
from generator.pages.figures import amount
from generator.pages.marks import RESULT_MARKS
from generator.schema.subjects import Topical
from generator.text import one_line

_AWAITED = frozenset({"open", "overdue", "date-passed", "unconfirmed"})
_FAILED_CITATION = frozenset({"quote-not-found", "quote-ambiguous", "quote-missing", "place-missing", "unknown-id"})
"""Codes of problems for which a statement is kept back with its evidence."""


def snapshot(briefing: Briefing) -> Snapshot:
    """Give the version of the site that a briefing makes."""
    standing = {source.id for source in briefing.sources.values() if not source.withdrawn}
    return Snapshot(
        day=briefing.as_of,
        statements={fact.id: _told(fact, briefing) for fact in briefing.facts.values()},
        gone=dict(_gone(briefing)),
        documents=frozenset(standing),
        summaries=dict(_summaries(briefing)),
        cells=dict(_cells(briefing)),
        counts=_counts(briefing),
    )


def _told(fact: Fact, briefing: Briefing) -> Told:
    standing = briefing.standing[fact.id]
    expected = standing.expectation
    return Told(
        words=one_line(fact.statement),
        details=_details(fact, briefing),
        pages=_pages(fact),
        state=fact.state,
        documents=frozenset(e.source.id for e in fact.found if not e.source.withdrawn),
        superseded_by=frozenset(other.id for other in standing.superseded_by),
        disputed_by=frozenset(other.id for other in standing.disputed_by),
        outcomes={o.fact.id: _outcome(o.result, late=o.late, why=o.why) for o in expected.outcomes} if expected else {},
        due=_due(expected),
        reasons=tuple(entry.reason for entry in sorted(fact.corrections, key=lambda entry: entry.date)),
    )


def _outcome(result: str, *, late: bool, why: str) -> str:
    return RESULT_MARKS[result] + ", late" * late + (f": {why}" if why else "")


def _due(expected: Expectation | None) -> date | None:
    return expected.expected.last if expected and expected.state in _AWAITED else None


def _details(fact: Fact, briefing: Briefing) -> dict[str, str]:
    figure = fact.figure
    subjects = (
        *(briefing.countries[name].name for name in fact.countries if name in briefing.countries),
        *(briefing.pillars[name].name for name in fact.pillars if name in briefing.pillars),
        *(briefing.topics[name].name for name in fact.topics if name in briefing.topics),
    )
    said = {
        "Date": edtf.words(fact.date),
        "Who says so": " → ".join((*fact.via, fact.attribution)),
        "Expected": edtf.words(fact.expected) if fact.expected else "",
        "Figure": f"{amount(figure)}{f' ({figure.basis})' if figure.basis else ''}" if figure else "",
        "Confidence": fact.confidence or "",
        "Status": fact.status or "",
        "Filed under": ", ".join(sorted(subjects)),
    }
    return {label: words for label, words in said.items() if words}


def _pages(fact: Fact) -> frozenset[str]:
    return frozenset(
        (*map(paths.country, fact.countries), *map(paths.pillar, fact.pillars), *map(paths.topic, fact.topics))
    )


def _gone(briefing: Briefing) -> Iterator[tuple[str, Gone]]:
    for held in briefing.held_back:
        if held.kind == "statement":
            failed = held.problem.code in _FAILED_CITATION
            yield held.name, Gone(reason=f"kept back until mended: {held.problem.code}", unsupported=failed)
    kept_back = {held.name for held in briefing.held_back}
    for name, reason in briefing.withheld.items():
        if name not in kept_back:
            yield name, Gone(reason=reason)
    for entry in briefing.retired:
        if entry.kind == "fact":
            yield entry.id, Gone(reason=entry.reason, successor=entry.successor or "")


def _summaries(briefing: Briefing) -> Iterator[tuple[str, Summary]]:
    def of(page: str, subject: Topical, name: str) -> tuple[str, Summary]:
        return page, Summary(name=name, sentences=tuple(plain(sentence.text) for sentence in subject.summary))

    yield of(paths.HOME, briefing.partnership, briefing.partnership.name)
    for country in briefing.countries.values():
        yield of(paths.country(country.id), country, country.name)
    for pillar in briefing.pillars.values():
        yield of(paths.pillar(pillar.id), pillar, pillar.name)
    for topic in briefing.topics.values():
        yield of(paths.topic(topic.id), topic, topic.name)


def _cells(briefing: Briefing) -> Iterator[tuple[str, Place]]:
    for (country, pillar), cell in briefing.matrix.items():
        if cell.main or cell.others:
            yield (
                f"{country}-{pillar}",
                Place(
                    name=f"{briefing.countries[country].name}, {briefing.pillars[pillar].name}",
                    pages=frozenset({paths.country(country), paths.pillar(pillar)}),
                    part="; ".join(cell_words(cell)),
                ),
            )


def _counts(briefing: Briefing) -> Mapping[str, Mapping[str, int]]:
    whole = counts(briefing)
    here = Counter(page for fact in briefing.facts.values() for page in _pages(fact))
    return {paths.HOME: {name: getattr(whole, name) for name in _COUNTED}} | {
        page: {"statements": number} for page, number in sorted(here.items())
    }


_COUNTED = ("statements", "matched", "quoted", "cited", "withheld", "articles", "sources")
