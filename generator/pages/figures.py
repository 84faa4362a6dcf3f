"""Money: every amount in a row of its own, grouped by currency and price basis; nothing is converted or summed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.model import Briefing, Fact
from generator.pages.notes import Notes
from generator.pages.statements import StatementView, dated, statement
from generator.schema.facts import Figure

MONEY: Final = "Money"
_CURRENCY: Final = re.compile(r"\b[A-Z]{3}\b")
"""An ISO 4217 code inside a unit: `billion AUD`, `GBP per year`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount with the statement that gives it."""

    amount: str
    basis: str
    date: Markup
    statement: StatementView


def currency(figure: Figure) -> str:
    """Give the currency of a figure; empty where it is no amount of money."""
    found = _CURRENCY.search(figure.unit)
    return found.group() if found else ""


def amount(figure: Figure) -> str:
    """Give a figure in words: `268 to 368 billion AUD`, `at least 3 billion USD`, `up to 12 submarines`."""
    if figure.value is not None:
        number = grouped(figure.value)
    elif figure.low is not None and figure.high is not None:
        number = f"{grouped(figure.low)} to {grouped(figure.high)}"
    elif figure.low is not None:
        number = f"at least {grouped(figure.low)}"
    else:
        number = f"up to {grouped(figure.high or '')}"
    return f"{number} {figure.unit}"


def grouped(number: str) -> str:
    """Give a decimal number with commas between thousands, its digits as written."""
    whole, dot, rest = number.partition(".")
    return f"{int(whole):,}{dot}{rest}"


def amounts_of_money(facts: Iterable[Fact]) -> list[tuple[Fact, Figure]]:
    """Give the facts that name an amount of money, in their order."""
    return [(fact, fact.figure) for fact in facts if fact.figure and currency(fact.figure)]


def money(amounts: Iterable[tuple[Fact, Figure]], briefing: Briefing, notes: Notes) -> tuple[Amount, ...]:
    """Give amounts as rows, by currency and basis; in each of them in the order given."""
    ordered = sorted(amounts, key=lambda pair: (currency(pair[1]), pair[1].basis or ""))
    return tuple(
        Amount(
            amount=amount(figure),
            basis=figure.basis or "",
            date=dated(fact.date),
            statement=statement(fact, briefing, notes, section=MONEY),
        )
        for fact, figure in ordered
    )
