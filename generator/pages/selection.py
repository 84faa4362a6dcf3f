"""Selection: which statements a subject's page shows, and in which section each stands in full."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from generator.model import Briefing, Expectation, Fact
from generator.pages.disputes import DISPUTES, Pair, ids_of, pairs
from generator.pages.figures import MONEY, amounts_of_money
from generator.pages.statements import newest_first
from generator.pages.watch import WATCH
from generator.schema.facts import Figure
from generator.schema.subjects import Subject

FEW: Final = 40
"""A page with more statements than this shows a part of them and leads to all."""
QUESTIONS: Final = "Questions"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Most:
    """How much of each section a page shows."""

    themes: int = sys.maxsize
    of_theme: int = sys.maxsize
    awaited: int = sys.maxsize
    outcomes: int = sys.maxsize
    amounts: int = sys.maxsize
    disputes: int = sys.maxsize


ALL: Final = Most()
A_PART: Final = Most(themes=12, of_theme=1, awaited=8, outcomes=3, amounts=5, disputes=3)
"""Keeps the page of the country with the most statements at 25 kB compressed."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[T]):
    """The part of a list that a page shows, and how many it leaves out."""

    here: tuple[T, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a page shows of its subject."""

    facts: Mapping[str, Fact]
    """All statements on the subject, the newest first."""
    disputes: Shown[Pair]
    awaited: Shown[Expectation]
    outcomes: Shown[Expectation]
    amounts: Shown[tuple[Fact, Figure]]
    said: tuple[Fact, ...]
    """Those that no other section shows in full; expectations stand in sections of their own."""
    homes: Mapping[str, str]
    """By fact id: the section in which it stands in full."""
    most: Most


def select(subject: Subject, facts: Iterable[Fact], briefing: Briefing, *, bounded: bool) -> Selection:
    """Choose what a page shows; one that is bounded shows a part of each section where its statements are many."""
    chosen = {fact.id: fact for fact in newest_first(facts)}
    most = A_PART if bounded and len(chosen) > FEW else ALL
    watched = [found for found in briefing.expectations if found.fact.id in chosen]
    over = [found for found in watched if found.state in {"settled", "superseded"}]
    current = [fact for fact in chosen.values() if not briefing.standing[fact.id].superseded_by]
    disputes = _first(pairs(chosen.values(), briefing), most.disputes)
    awaited = _first([found for found in watched if found not in over], most.awaited)
    outcomes = _first(over[::-1], most.outcomes)
    amounts = _first(amounts_of_money(current), most.amounts)
    homes = homes_of(
        (DISPUTES, ids_of(disputes.here)),
        (QUESTIONS, (name for asked in subject.questions for name in asked.facts)),
        (WATCH, (found.fact.id for found in (*awaited.here, *outcomes.here))),
        (MONEY, (fact.id for fact, _ in amounts.here)),
    )
    elsewhere = homes.keys() | {found.fact.id for found in watched}
    return Selection(
        facts=chosen,
        disputes=disputes,
        awaited=awaited,
        outcomes=outcomes,
        amounts=amounts,
        said=tuple(fact for fact in chosen.values() if fact.id not in elsewhere),
        homes=homes,
        most=most,
    )


def _first(entries: Sequence[T], most: int) -> Shown[T]:
    return Shown(tuple(entries[:most]), max(len(entries) - most, 0))


def homes_of(*sections: tuple[str, Iterable[str]]) -> dict[str, str]:
    """Give for each id the first section that has it."""
    homes: dict[str, str] = {}
    for section, names in sections:
        for name in names:
            homes.setdefault(name, section)
    return homes
