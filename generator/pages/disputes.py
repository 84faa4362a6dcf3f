"""Where sources differ: both statements side by side, and why they may differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, TypeAlias

from generator.edtf import words
from generator.model import Briefing, Fact
from generator.pages.figures import currency
from generator.pages.notes import Notes
from generator.pages.statements import StatementView, statement

DISPUTES: Final = "Where sources differ"
_APART: Final = timedelta(days=90)
"""Statements closer in time than this do not differ for their dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two statements that say otherwise; the other is None where it is withheld."""

    one: StatementView
    other: StatementView | None
    reasons: str


Pair: TypeAlias = tuple[Fact, Fact | None]
"""Two facts that say otherwise; the second is None where it is withheld."""


def pairs(facts: Iterable[Fact], briefing: Briefing) -> list[Pair]:
    """Give each dispute in which one of the facts takes part, once."""
    seen: set[frozenset[str]] = set()
    found: list[Pair] = []
    for fact in facts:
        for other in briefing.standing[fact.id].disputed_by:
            both = frozenset((fact.id, other.id))
            if both not in seen:
                seen.add(both)
                found.append((fact, other))
        if briefing.standing[fact.id].disputed_withheld:
            found.append((fact, None))
    return found


def ids_of(disputed: Iterable[Pair]) -> Iterator[str]:
    """Give the ids of the facts in pairs."""
    return (fact.id for pair in disputed for fact in pair if fact)


def disputes(disputed: Iterable[Pair], briefing: Briefing, notes: Notes) -> tuple[Dispute, ...]:
    """Give pairs side by side, with why they may differ."""
    return tuple(
        Dispute(
            one=statement(one, briefing, notes, section=DISPUTES),
            other=statement(other, briefing, notes, section=DISPUTES) if other else None,
            reasons="; ".join(_reasons(one, other)) if other else one.differs or "",
        )
        for one, other in disputed
    )


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
