"""Expectations: what has become, by the day of the marks, of everything that was expected by a date."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.edtf import Edtf, months_between
from generator.model import Expectation, ExpectationState, Fact, Outcome, Slippage
from generator.schema.facts import Claim


def find_expectations(facts: Mapping[str, Fact], withheld: Iterable[Claim], as_of: date) -> tuple[Expectation, ...]:
    """Give every expectation in the order of its date.

    One whose date has passed without a fact that resolves it is `overdue` when there is newer evidence on one of its
    countries or pillars, else `date-passed`: our sources simply end before it. Where a withheld fact resolves it, it is
    `unconfirmed`.
    """
    outcomes = _outcomes(facts)
    told = {link.fact for claim in withheld for link in claim.resolves}
    superseded = {older for fact in facts.values() for older in fact.supersedes}
    found = []
    for fact in facts.values():
        if fact.expected and fact.promise:
            became = outcomes.get(fact.id, ())
            state: ExpectationState = "settled" if became else "superseded"
            if not became and fact.id not in superseded:
                state = _state(fact, fact.expected.last, facts.values(), as_of)
                if fact.id in told and state != "open":
                    state = "unconfirmed"
            slippage = _slippage(fact, fact.expected, outcomes)
            found.append(
                Expectation(fact=fact, expected=fact.expected, state=state, outcomes=became, slippage=slippage)
            )
    return tuple(sorted(found, key=lambda expectation: (expectation.expected, expectation.fact.id)))


def _outcomes(facts: Mapping[str, Fact]) -> dict[str, tuple[Outcome, ...]]:
    """Give what became of each fact that any other resolves, oldest first."""
    found: dict[str, tuple[Outcome, ...]] = {}
    for fact in sorted(facts.values(), key=lambda fact: (fact.date, fact.id)):
        for link in fact.resolves:
            due = facts[link.fact].expected if link.fact in facts else None
            late = link.result == "met" and due is not None and fact.date.first > due.last
            outcome = Outcome(fact=fact, result=link.result, why=link.why or "", late=late)
            found[link.fact] = (*found.get(link.fact, ()), outcome)
    return found


def _state(fact: Fact, due: date, facts: Iterable[Fact], as_of: date) -> ExpectationState:
    if due >= as_of:
        return "open"
    newer = any(_related(fact, other) and newest_evidence(other).first > due for other in facts)
    return "overdue" if newer else "date-passed"


def _related(fact: Fact, other: Fact) -> bool:
    return bool({*fact.countries, *fact.pillars} & {*other.countries, *other.pillars})


def _slippage(fact: Fact, expected: Edtf, outcomes: Mapping[str, tuple[Outcome, ...]]) -> Slippage | None:
    """Follow the chain of facts that moved the date; None where none did."""
    dates, facts = [expected], [fact]
    met_by: Fact | None = None
    while became := outcomes.get(facts[-1].id, ()):
        met_by = met_by or next((outcome.fact for outcome in became if outcome.result == "met"), None)
        mover = next((outcome.fact for outcome in became if outcome.result == "moved"), None)
        if mover is None or mover.expected is None or mover in facts:
            break
        dates.append(mover.expected)
        facts.append(mover)
    if len(dates) == 1:
        return None
    met = met_by.date if met_by else None
    now = met or dates[-1]
    months = (months_between(expected.last, now.first), months_between(expected.last, now.last))
    return Slippage(dates=tuple(dates), facts=tuple(facts), met=met, met_by=met_by, months=months)


def newest_evidence(fact: Fact) -> Edtf:
    """Give the date of the newest document that bears the fact out; one known by its year counts from its first day."""
    return max(evidence.source.published for evidence in fact.found)
