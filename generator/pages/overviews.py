"""Pages across subjects: home, timeline, outlook, the register of all statements, method and data."""

from collections import Counter
from collections.abc import Iterator

from generator import paths
from generator.model import Briefing
from generator.pages.countries import matrix_view
from generator.pages.page import Page
from generator.pages.shared import (
    EXPECTATION_MARKS,
    STATE_MARKS,
    Notes,
    awaited,
    day,
    mark_anchor,
    newest_first,
    statement,
    summary,
)
from generator.pages.subject import dates

NEWEST_SHOWN = 5


def home(briefing: Briefing) -> Iterator[Page]:
    """Give the home page: what the partnership is, who takes part, the newest, dates that have passed."""
    notes = Notes(paths.HOME)
    facts = newest_first(briefing.facts.values())
    passed = [found for found in briefing.expectations if found.state in {"overdue", "date-passed"}]
    expected = {found.fact.id for found in briefing.expectations}
    key = summary(briefing.partnership.summary, briefing, notes)
    newest = [fact for fact in facts if fact.id not in expected][:NEWEST_SHOWN]
    yield Page(
        path=paths.HOME,
        template="home.md.jinja",
        title=briefing.site.title,
        boost=0.5,
        description=briefing.site.description,
        view={
            **matrix_view(paths.HOME, briefing),
            "key_sentences": key,
            "dates": dates(paths.HOME, briefing.partnership, facts, briefing),
            "counts": counts(briefing),
            "statements": tuple(statement(fact, briefing, notes) for fact in newest),
            "awaited": awaited(passed, briefing, notes),
            "disputed": tuple(statement(fact, briefing, notes) for fact in facts if fact.conflicts_with),
            "notes": notes.listed,
        },
    )


def counts(briefing: Briefing) -> dict[str, int]:
    """Count statements by the state of their evidence, and what is withheld."""
    states = Counter(fact.state for fact in briefing.facts.values())
    return {
        "countries": len(briefing.countries),
        "pillars": len(briefing.pillars),
        "statements": len(briefing.facts),
        "matched": states["matched"],
        "quoted": states["quoted"],
        "cited": states["cited"],
        "withheld": len(briefing.withheld),
        "articles": len(briefing.corpus.articles),
        "sources": len(briefing.sources),
    }


def timeline(briefing: Briefing) -> Iterator[Page]:
    """Give all that has happened or was said, the newest first."""
    notes = Notes(paths.TIMELINE)
    facts = newest_first(briefing.facts.values())
    years = sorted({fact.date.first.year for fact in facts}, reverse=True)
    by_year = [
        (year, tuple(statement(fact, briefing, notes) for fact in facts if fact.date.first.year == year))
        for year in years
    ]
    yield Page(
        path=paths.TIMELINE,
        template="timeline.md.jinja",
        title="Timeline",
        boost=0.5,
        description=f"What happened and what was said about {briefing.partnership.name}, the newest first.",
        view={"years": by_year, "notes": notes.listed},
    )


def outlook(briefing: Briefing) -> Iterator[Page]:
    """Give what is or was expected, by what has become of it."""
    notes = Notes(paths.OUTLOOK)
    groups = [
        ("overdue", "Overdue", "The date has passed, newer sources exist, and none says what became of it."),
        ("date-passed", "Date passed since our newest source", "Our sources end before the date."),
        ("open", "Awaited", "The date has not passed."),
        ("settled", "What became of it", "A later source says what happened."),
    ]
    view = [
        (
            title,
            text,
            awaited([found for found in briefing.expectations if found.state == state], briefing, notes),
        )
        for state, title, text in groups
    ]
    yield Page(
        path=paths.OUTLOOK,
        template="outlook.md.jinja",
        title="Outlook",
        boost=0.5,
        description="What someone expected by a date, and what became of it.",
        view={"groups": view, "notes": notes.listed},
    )


def register(briefing: Briefing) -> Iterator[Page]:
    """Give every published statement under its permalink."""
    notes = Notes(paths.REGISTER)
    facts = sorted(briefing.facts.values(), key=lambda fact: fact.id)
    rows = [
        {
            "statement": statement(fact, briefing, notes),
            "kind": fact.kind,
            "subjects": [
                *((briefing.countries[c].name, paths.link(paths.REGISTER, paths.country(c))) for c in fact.countries),
                *((briefing.pillars[p].name, paths.link(paths.REGISTER, paths.pillar(p))) for p in fact.pillars),
                *((briefing.topics[t].name, paths.link(paths.REGISTER, paths.topic(t))) for t in fact.topics),
            ],
        }
        for fact in facts
    ]
    yield Page(
        path=paths.REGISTER,
        template="register.md.jinja",
        title="Register of statements",
        description="Every statement on this site, under the address that stays.",
        view={"rows": rows, "counts": counts(briefing), "notes": notes.listed},
        boost=0,
    )


MARKS = (
    (
        STATE_MARKS["matched"],
        "The words of the source were compared letter by letter with the article that we hold.",
    ),
    (
        STATE_MARKS["quoted"],
        "A short quotation of a document that we do not hold; follow the address to compare it.",
    ),
    (
        STATE_MARKS["cited"],
        "The document and the place in it are named; we do not hold it, so nothing was compared.",
    ),
    (
        "second-hand",
        "The source tells what others said or did; the chain in the line names everyone between.",
    ),
    ("speaker not named", "The source does not say who speaks."),
    ("state-owned outlet", "A government owns the outlet."),
    ("source withdrawn", "The publisher has taken the document back."),
    ("disputed", "Another statement says otherwise; both stand on the page."),
    ("superseded", "A later statement takes its place."),
    (EXPECTATION_MARKS["open"], "Someone expects it by a date that has not passed."),
    (
        EXPECTATION_MARKS["overdue"],
        "The date has passed, newer evidence exists, and none of it says what happened.",
    ),
    (EXPECTATION_MARKS["date-passed"], "The date has passed, and so far we hold nothing newer."),
    (EXPECTATION_MARKS["settled"], "A later statement says what became of it."),
    ("stale", "The newest evidence is older than the desk's limit."),
)
"""Every mark with what it means; no mark says that a statement is true."""


def method(briefing: Briefing) -> Iterator[Page]:
    """Give what each mark means, the counts by state, and what is withheld."""
    yield Page(
        path=paths.METHOD,
        template="method.md.jinja",
        title="Method",
        description="How statements are checked, and what each mark means.",
        view={
            "marks": [(mark_anchor(words), words, text) for words, text in MARKS],
            "counts": counts(briefing),
            "share": f"{briefing.site.excerpt_share:.0%}",
            "contact": briefing.site.contact,
            "as_of": day(briefing.as_of),
        },
    )


def data(briefing: Briefing) -> Iterator[Page]:
    """Give the files that programs can read."""
    yield Page(
        path=paths.DATA,
        template="data.md.jinja",
        title="Data",
        description="The same statements and their evidence as files for programs.",
        view={"counts": counts(briefing)},
    )


def retired(briefing: Briefing) -> Iterator[Page]:
    """Give a page for each id that is no longer used, so that its address still answers."""
    for entry in briefing.retired:
        page = paths.retired(entry.id)
        successor = paths.link(page, paths.REGISTER, entry.successor) if entry.successor else ""
        yield Page(
            path=page,
            template="retired.md.jinja",
            title=f"Retired: {entry.id}",
            description="A statement that is no longer used.",
            view={"reason": entry.reason, "successor": successor, "name": entry.successor or ""},
            boost=0,
        )
