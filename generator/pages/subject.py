"""What the pages of a country, a pillar and a topic have in common: one view of all that concerns the subject."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import paths
from generator.edtf import months_between
from generator.model import Briefing, Fact
from generator.pages.disputes import disputes
from generator.pages.figures import money
from generator.pages.instruments import instruments
from generator.pages.marks import mark
from generator.pages.notes import Notes
from generator.pages.page import Page
from generator.pages.passages import passages_view
from generator.pages.selection import ALL, QUESTIONS, Most, select
from generator.pages.statements import (
    StatementView,
    dated,
    day,
    evidence_to,
    folded,
    newest_first,
    reference,
    statement,
    summary,
)
from generator.pages.watch import awaited
from generator.schema.subjects import Instrument, Question, Subject, Topical

CHAINS_SHOWN = 5
RELATED_SHOWN = 8
_HOPS_WORTH_SHOWING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The statements of one theme; none where the page leaves it to the page of all statements."""

    name: str
    anchor: str
    statements: tuple[StatementView, ...]
    left_out: int = 0


def subject_view(
    page: str, subject: Subject, facts: Iterable[Fact], briefing: Briefing, *, themed: bool = True
) -> dict[str, object]:
    """Give what a briefing says of its subject, in the order of the page, so that notes are numbered as read.

    A themed page groups its statements and, where they are many, shows a part of each section.
    """
    chosen = select(subject, facts, briefing, bounded=themed)
    notes = Notes(page, chosen.homes)
    everything = list(chosen.facts.values())
    key = summary(subject.summary, briefing, notes)
    questions = tuple((asked.question, answers(asked, briefing, notes)) for asked in subject.questions)
    groups = (
        grouped_by_theme(chosen.said, briefing, notes, chosen.most) if themed else listed(chosen.said, briefing, notes)
    )
    view: dict[str, object] = {
        "key_sentences": key,
        "caution": subject.note or "",
        "aliases": (*subject.aliases, *subject.also),
        "dates": dates(page, subject, everything, briefing),
        "counts": (len(everything), len({e.source.id for fact in everything for e in fact.found})),
        "questions": questions,
        "changes": paths.link(page, paths.changes(page)) if themed else "",
        "groups": groups,
        "everything": paths.link(page, paths.everything(page)) if any(g.left_out for g in groups) else "",
        "awaited": awaited(chosen.awaited.here, briefing, notes),
        "awaited_more": chosen.awaited.more,
        "became": awaited(chosen.outcomes.here, briefing, notes),
        "became_more": chosen.outcomes.more,
        "outlook": paths.link(page, paths.OUTLOOK),
        "instruments": instruments(_instruments(subject, briefing), briefing, notes),
        "money": money(chosen.amounts.here, briefing, notes),
        "money_more": chosen.amounts.more,
        "disputes": disputes(chosen.disputes.here, briefing, notes),
        "disputes_more": chosen.disputes.more,
        "chains": _chains(everything, briefing, notes),
        "gaps": tuple(gaps(everything, themed=themed)),
        "related": related(page, subject, everything, briefing),
        **passages_view(page, subject, briefing),
    }
    return view | {"notes": notes.listed}


def searched_names(subject: Subject, *others: str) -> tuple[str, ...]:
    """Give the names under which readers may search for a subject.

    The search completes words, so that `Indians` is found by `India`, too; a name that begins another is left out, else
    each would count, and every sentence with `in` would lead to India.
    """
    names = {name.casefold(): name for name in (subject.name, *subject.aliases, *subject.also, *others)}
    return tuple(name for folded, name in names.items() if sum(other.startswith(folded) for other in names) == 1)


def answers(question: Question, briefing: Briefing, notes: Notes) -> tuple[StatementView, ...]:
    """Give the statements that answer a question, the newest first."""
    found = newest_first(briefing.facts[name] for name in question.facts)
    return tuple(statement(fact, briefing, notes, section=QUESTIONS) for fact in found)


def listed(facts: Iterable[Fact], briefing: Briefing, notes: Notes) -> tuple[Group, ...]:
    """Give all statements as one group, the newest first, superseded ones under their successors."""
    views = tuple(statement(fact, briefing, notes, older) for fact, older in folded(facts, briefing))
    return (Group(name="", anchor="", statements=views),) if views else ()


def grouped_by_theme(facts: Iterable[Fact], briefing: Briefing, notes: Notes, most: Most = ALL) -> tuple[Group, ...]:
    """Give statements by their first topic, the theme with the newest first, superseded ones under their successors."""
    names = {topic.id: topic.name for topic in briefing.topics.values()} | {"": "Other statements"}
    by_topic: dict[str, list[tuple[Fact, list[Fact]]]] = {}
    for fact, older in folded(facts, briefing):
        by_topic.setdefault(fact.topics[0] if fact.topics else "", []).append((fact, older))
    ordered = sorted(by_topic.items(), key=lambda entry: entry[0] == "")
    return tuple(
        Group(
            name=names.get(topic, topic),
            anchor=f"theme-{topic or 'other'}",
            statements=tuple(statement(fact, briefing, notes, older) for fact, older in here[:shown]),
            left_out=sum(1 + len(older) for _, older in here[shown:]),
        )
        for number, (topic, here) in enumerate(ordered)
        for shown in (most.of_theme if number < most.themes else 0,)
    )


def _instruments(subject: Subject, briefing: Briefing) -> list[Instrument]:
    return [entry for entry in briefing.instruments if subject.id in (*entry.parties, *entry.pillars)]


def _chains(facts: Iterable[Fact], briefing: Briefing, notes: Notes) -> tuple[StatementView, ...]:
    """Give the statements that reach us through several mouths, the newest first."""
    through = [fact for fact in facts if fact.hearsay or len(fact.via) >= _HOPS_WORTH_SHOWING]
    return tuple(reference(fact, briefing, notes) for fact in through[:CHAINS_SHOWN])


def dates(page: str, subject: Topical, facts: Iterable[Fact], briefing: Briefing) -> Mapping[str, object]:
    """Give the three dates of a page: evidence to, reviewed by the desk, marks computed."""
    newest = evidence_to(facts)
    age = months_between(newest.first, briefing.as_of) if newest else 0
    stale = newest is not None and (briefing.as_of - newest.first).days > briefing.site.stale_after_days
    return {
        "evidence": dated(newest) if newest else "",
        "age": f"{age} months old" if stale else "",
        "stale": mark(page, "stale", warns=True),
        "reviewed": day(subject.reviewed.last) if subject.reviewed else "",
        "as_of": day(briefing.as_of),
    }


def gaps(facts: list[Fact], *, themed: bool) -> Iterator[str]:
    """Name what a reader may look for and our statements do not have."""
    if not facts:
        yield "any statement: our sources name it, and the desk has established nothing yet"
        return
    if not any(fact.figure for fact in facts):
        yield "figures or costs"
    if themed and not any(fact.kind == "agreement" for fact in facts):
        yield "a treaty or agreement"
    if not any(fact.expected and fact.promise for fact in facts):
        yield "anything that someone expects by a date"
    if themed and not any(fact.participation for fact in facts):
        yield "a statement of who takes part in what"
    if not any(e.source.primary for fact in facts for e in fact.found):
        yield "a primary document: every statement here rests on a report"


def related(page: str, subject: Subject, facts: Iterable[Fact], briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """Give the pages that share most statements with this one."""
    shared = Counter(name for fact in facts for name in (*fact.pillars, *fact.topics, *fact.countries))
    pages = (
        {p.id: (p.name, paths.pillar(p.id)) for p in briefing.pillars.values()}
        | {t.id: (t.name, paths.topic(t.id)) for t in briefing.topics.values()}
        | {c.id: (c.name, paths.country(c.id)) for c in briefing.countries.values()}
    )
    ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    chosen = [pages[name] for name, _ in ranked if name in pages and name != subject.id][:RELATED_SHOWN]
    return tuple((name, paths.link(page, path)) for name, path in chosen)


def everything_page(page: str, name: str, facts: Iterable[Fact], briefing: Briefing) -> Page:
    """Give the page of all statements on a subject, for one that shows only the newest of each theme."""
    own = paths.everything(page)
    notes = Notes(own)
    groups = grouped_by_theme(newest_first(facts), briefing, notes)
    return Page(
        path=own,
        template="everything.md.jinja",
        title=f"{name}: all statements",
        description=f"Every statement on {name}, by theme, the newest first.",
        view={"groups": groups, "back": paths.link(own, page), "name": name, "notes": notes.listed},
        boost=0,
    )
