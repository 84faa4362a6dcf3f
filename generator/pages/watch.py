"""What to watch: what is or was expected, each move of its date, and what became of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.edtf import words
from generator.markdown import escape
from generator.model import Briefing, Expectation, Slippage
from generator.pages.marks import RESULT_MARKS, Mark, expectation_mark, marks_of
from generator.pages.notes import Notes
from generator.pages.statements import StatementView, dated, statement
from generator.schema.base import RESULTS

ENOUGH_FOR_TOTALS = 5
"""Fewer outcomes say nothing about a kind of source."""
WATCH = "What to watch"
OUTCOME = "What became of it"
"""Sections of a page: an outcome is told beside its expectation unless it is an expectation with a row of its own."""
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What a later statement says became of an expectation."""

    result: str
    why: str
    statement: StatementView


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """One expectation as a row."""

    when: Markup
    """In the source's words where the desk gives them, so that `early 2030s` stays that."""
    beside: Markup
    """The date that these words are taken to mean, or relative words (`next month`) beside their date; may be empty."""
    statement: StatementView
    state: Mark
    marks: tuple[Mark, ...]
    """The other marks of the statement."""
    became: tuple[Became, ...]
    moved: str
    """Each date in turn and by how much it moved; empty where it did not."""


def awaited(expectations: Iterable[Expectation], briefing: Briefing, notes: Notes) -> tuple[Awaited, ...]:
    """Give expectations as rows, in the order of their dates."""
    return tuple(
        Awaited(
            when=_when(found)[0],
            beside=_when(found)[1],
            statement=statement(found.fact, briefing, notes, section=WATCH),
            state=expectation_mark(notes.page, found),
            marks=tuple(
                m
                for m in marks_of(found.fact, briefing.standing[found.fact.id], notes.page)
                if m != expectation_mark(notes.page, found)
            ),
            became=tuple(
                Became(
                    result=RESULT_MARKS[outcome.result] + ", late" * outcome.late,
                    why=outcome.why,
                    statement=statement(outcome.fact, briefing, notes, section=OUTCOME),
                )
                for outcome in found.outcomes
            ),
            moved=_moved(found.slippage) if found.slippage else "",
        )
        for found in expectations
    )


def _when(found: Expectation) -> tuple[Markup, Markup]:
    said = found.fact.expected_text or ""
    if not any(character.isdigit() for character in said):
        return dated(found.expected), escape(f"“{said}”") if said else Markup("")
    return escape(said), Markup("") if words(found.expected) in said else dated(found.expected)


def _moved(slippage: Slippage) -> str:
    chain = " → ".join(words(date) for date in slippage.dates)
    end = f"; came true {words(slippage.met)}" if slippage.met else ""
    return f"{chain}{end}: {_span(slippage.months)}"


def _span(months: tuple[int, int]) -> str:
    """Say how far a date moved: `5 months later`, `4 to 7 years later`."""
    least, most = sorted(months, key=abs)
    if most == 0:
        return "within the month"
    when = "later" if most > 0 else "earlier"
    if least == most or least * most < 0:
        return f"{_length(abs(most))} {when}"
    if min(abs(least), abs(most)) >= _MONTHS_IN_YEAR:
        return f"{abs(least) // _MONTHS_IN_YEAR} to {abs(most) // _MONTHS_IN_YEAR} years {when}"
    return f"{abs(least)} to {abs(most)} months {when}"


def _length(months: int) -> str:
    years, rest = divmod(months, _MONTHS_IN_YEAR)
    parts = [f"{years} year{'s' * (years != 1)}"] * bool(years) + [f"{rest} month{'s' * (rest != 1)}"] * bool(rest)
    return " and ".join(parts)


def results_by_source(expectations: Iterable[Expectation]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Count what became of settled expectations by the kind of the source that stated them, once there are enough.

    Gives rows of a kind and one count for each of `RESULTS`; the last outcome of each expectation counts.
    """
    settled = [found for found in expectations if found.outcomes]
    if len(settled) < ENOUGH_FOR_TOTALS:
        return ()
    totals: dict[str, Counter[str]] = {}
    for found in settled:
        kind = found.fact.found[0].source.kind.replace("-", " ")
        totals.setdefault(kind, Counter())[found.outcomes[-1].result] += 1
    return tuple((kind, tuple(totals[kind][result] for result in RESULTS)) for kind in sorted(totals))
