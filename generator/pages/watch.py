"""What to watch: what is or was expected, each move of its date, and what became of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.edtf import words
from generator.markdown import escape
from generator.model import Briefing, Expectation, Slippage
from generator.pages.marks import RESULT_MARKS, Mark, expectation_mark
from generator.pages.notes import Notes
from generator.pages.statements import StatementView, dated, statement
from generator.schema.base import RESULTS

ENOUGH_FOR_TOTALS = 5
"""Fewer outcomes say nothing about a kind of source."""
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
    date: Markup
    """The days that these words are taken to mean; empty where they name the date themselves."""
    statement: StatementView
    state: Mark
    became: tuple[Became, ...]
    moved: str
    """Each date in turn and by how much it moved; empty where it did not."""


def awaited(expectations: Iterable[Expectation], briefing: Briefing, notes: Notes) -> tuple[Awaited, ...]:
    """Give expectations as rows, in the order of their dates."""
    return tuple(
        Awaited(
            when=escape(found.fact.expected_text) if found.fact.expected_text else dated(found.expected),
            date=_date_beside(found),
            statement=statement(found.fact, briefing, notes),
            state=expectation_mark(notes.page, found),
            became=tuple(
                Became(
                    result=RESULT_MARKS[outcome.result],
                    why=outcome.why,
                    statement=statement(outcome.fact, briefing, notes),
                )
                for outcome in found.outcomes
            ),
            moved=_moved(found.slippage) if found.slippage else "",
        )
        for found in expectations
    )


def _date_beside(found: Expectation) -> Markup:
    said = found.fact.expected_text
    return dated(found.expected) if said and words(found.expected) not in said else Markup("")


def _moved(slippage: Slippage) -> str:
    chain = " → ".join(words(date) for date in slippage.dates)
    end = f"; came true {words(slippage.met)}" if slippage.met else ""
    return f"{chain}{end}: {_span(slippage.months)}"


def _span(months: int) -> str:
    if months == 0:
        return "within the month"
    years, rest = divmod(abs(months), _MONTHS_IN_YEAR)
    parts = [f"{years} year{'s' * (years != 1)}"] * bool(years) + [f"{rest} month{'s' * (rest != 1)}"] * bool(rest)
    return f"{' and '.join(parts)} {'later' if months > 0 else 'earlier'}"


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
