"""Where sources differ: both statements side by side, and why they may differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from generator.edtf import words
from generator.model import Briefing, Fact
from generator.pages.figures import currency
from generator.pages.notes import Notes
from generator.pages.statements import StatementView, statement

_APART: Final = timedelta(days=90)
"""Statements closer in time than this do not differ for their dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two statements that say otherwise; the other is None where it is withheld."""

    one: StatementView
    other: StatementView | None
    reasons: str


def disputes(facts: Iterable[Fact], briefing: Briefing, notes: Notes) -> tuple[Dispute, ...]:
    """Give each dispute in which one of the facts takes part, once."""
    seen: set[frozenset[str]] = set()
    found = []
    for fact in facts:
        for other in briefing.standing[fact.id].disputed_by:
            pair = frozenset((fact.id, other.id))
            if pair not in seen:
                seen.add(pair)
                found.append(
                    Dispute(
                        one=statement(fact, briefing, notes),
                        other=statement(other, briefing, notes),
                        reasons="; ".join(_reasons(fact, other)),
                    )
                )
        if briefing.standing[fact.id].disputed_withheld:
            found.append(Dispute(one=statement(fact, briefing, notes), other=None, reasons=fact.differs or ""))
    return tuple(found)


def _reasons(one: Fact, other: Fact) -> Iterator[str]:
    """Give why two statements may differ: the desk's own words, else what their data show."""
    said = [fact.differs for fact in (one, other) if fact.differs]
    if said:
        yield from dict.fromkeys(said)
        return
    if one.figure and other.figure and currency(one.figure) != currency(other.figure):
        yield f"the figures are in {one.figure.unit} and {other.figure.unit}"
    if one.figure and other.figure and one.figure.basis != other.figure.basis:
        yield f"the price bases are {one.figure.basis or 'not given'} and {other.figure.basis or 'not given'}"
    if one.hearsay != other.hearsay:
        yield "one of the two is second-hand"
    earlier, later = sorted((one.date, other.date))
    if later.first - earlier.last > _APART:
        yield f"they are of {words(earlier)} and {words(later)}"
