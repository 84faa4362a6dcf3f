"""The outlook: what someone expected by a date, by how it stands, with totals of what became of the past ones."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator import paths
from generator.charts import moved_dates
from generator.model import Briefing, Expectation
from generator.pages.marks import RESULT_MARKS
from generator.pages.notes import Notes
from generator.pages.page import OF_A_LIST, Page
from generator.pages.watch import WATCH, awaited, results_by_source
from generator.schema.base import RESULTS


def outlook(briefing: Briefing) -> Iterator[Page]:
    """Give what is or was expected."""
    found = briefing.expectations
    notes = Notes(paths.OUTLOOK, dict.fromkeys((entry.fact.id for entry in found), WATCH))
    soon = _in_a_year(briefing.as_of)
    groups = (
        ("overdue", "Overdue", "The date has passed, newer sources exist, and none says what became of it.",
         [e for e in found if e.state == "overdue"]),
        ("date-passed", "Date passed since our newest source", "Our sources end before the date.",
         [e for e in found if e.state == "date-passed"]),
        ("unconfirmed", "Outcome withheld", "What we have on the outcome is withheld, for want of a sound source.",
         [e for e in found if e.state == "unconfirmed"]),
        ("within-a-year", "Due within a year", "", [e for e in found if e.state == "open" and e.expected.last <= soon]),
        ("later", "Later", "", [e for e in found if e.state == "open" and e.expected.last > soon]),
        ("settled", "What became of it", "A later source says what happened.",
         [e for e in found if e.state == "settled"]),
        ("superseded", "Superseded before its date", "A later statement took its place, with another date or scope.",
         [e for e in found if e.state == "superseded"]),
    )  # fmt: skip
    view = [(anchor, title, text, awaited(rows, briefing, notes)) for anchor, title, text, rows in groups]
    yield Page(
        path=paths.OUTLOOK,
        template="outlook.md.jinja",
        title="Outlook",
        boost=OF_A_LIST,
        description="What someone expected by a date, and what became of it.",
        view={
            "groups": view,
            "totals": _totals(found),
            "results": tuple(RESULT_MARKS[result] for result in RESULTS),
            "by_source": results_by_source(found),
            "moved_dates": moved_dates(paths.OUTLOOK, found, briefing),
            "notes": notes.listed,
        },
    )


def _in_a_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + 1, day=28)


def _totals(expectations: tuple[Expectation, ...]) -> str:
    """Say in a line what became of the settled ones; the last outcome counts, a move counts beside it."""
    settled = [found for found in expectations if found.outcomes]
    last = Counter(found.outcomes[-1].result for found in settled)
    moved = sum(found.slippage is not None and found.outcomes[-1].result != "moved" for found in settled)
    late = sum(found.outcomes[-1].late for found in settled)
    parts = [f"{last[result]} {RESULT_MARKS[result]}" for result in RESULTS if last[result]]
    beside = f" ({late} of them late; {moved} after the date had moved)" if late or moved else ""
    return f"{len(settled)} are settled: {', '.join(parts)}{beside}." if settled else ""
