"""The register: every published statement under its permalink, each with all its sources."""

from collections.abc import Iterator

from markupsafe import Markup

from generator import paths
from generator.exports.briefing import counts
from generator.model import Briefing, Fact
from generator.pages.figures import amount
from generator.pages.marks import RESULT_MARKS
from generator.pages.notes import Note, Notes, note
from generator.pages.page import Page
from generator.pages.statements import dated, newest_first, statement


def register(briefing: Briefing) -> Iterator[Page]:
    """Give all statements by year, the newest first, and the ids that are no longer used."""
    by_year: dict[int, list[dict[str, object]]] = {}
    for fact in newest_first(briefing.facts.values()):
        by_year.setdefault(fact.date.first.year, []).append(_row(fact, briefing))
    gone = [
        (entry.id, entry.reason, paths.link(paths.REGISTER, paths.retired(entry.kind, entry.id)))
        for entry in briefing.retired
        if entry.kind == "fact"
    ]
    yield Page(
        path=paths.REGISTER,
        template="register.md.jinja",
        title="Register of statements",
        description="Every statement on this site, under the address that stays.",
        view={"years": sorted(by_year.items(), reverse=True), "retired": gone, "counts": counts(briefing).model_dump()},
    )


def _row(fact: Fact, briefing: Briefing) -> dict[str, object]:
    standing = briefing.standing[fact.id]
    return {
        "statement": statement(fact, briefing, Notes(paths.REGISTER)),
        "sources": _sources(fact),
        "kind": fact.kind,
        "figure": amount(fact.figure) + (f" ({fact.figure.basis})" if fact.figure.basis else "") if fact.figure else "",
        "subjects": _subjects(fact, briefing),
        "superseded_by": [_named(other) for other in standing.superseded_by],
        "disputed_by": [_named(other) for other in standing.disputed_by],
        "disputed_withheld": standing.disputed_withheld,
        "resolves": [
            (*_named(briefing.facts[link.fact]), RESULT_MARKS[link.result])
            for link in fact.resolves
            if link.fact in briefing.facts
        ],
        "corrections": [(dated(correction.date), correction.reason) for correction in fact.corrections],
        "file": fact.at().path,
    }


def _named(fact: Fact) -> tuple[str, Markup, str]:
    return fact.id, dated(fact.date), fact.attribution


def _sources(fact: Fact) -> tuple[Note, ...]:
    return tuple(note(number, evidence, paths.REGISTER) for number, evidence in enumerate(fact.found, start=1))


def _subjects(fact: Fact, briefing: Briefing) -> list[tuple[str, str]]:
    found = [
        *((briefing.countries[c].name, paths.country(c)) for c in fact.countries if c in briefing.countries),
        *((briefing.pillars[p].name, paths.pillar(p)) for p in fact.pillars if p in briefing.pillars),
        *((briefing.topics[t].name, paths.topic(t)) for t in fact.topics if t in briefing.topics),
    ]
    return [(name, paths.link(paths.REGISTER, path)) for name, path in found]
