"""Expectations: what has become, by the day of the marks, of everything that was expected by a date."""

from collections.abc import Mapping
from datetime import date

from generator.model import Expectation, ExpectationState, Fact


def find_expectations(facts: Mapping[str, Fact], as_of: date) -> tuple[Expectation, ...]:
    """Give every expectation in the order of its date.

    One whose date has passed without a fact that resolves it is `overdue` when there is newer evidence on one of its
    countries or pillars, else `date-passed`: our sources simply end before it.
    """
    found = [_expectation(fact, facts, as_of) for fact in facts.values() if fact.expected and fact.promise]
    return tuple(sorted(found, key=lambda expectation: (expectation.expected, expectation.fact.id)))


def _expectation(fact: Fact, facts: Mapping[str, Fact], as_of: date) -> Expectation:
    if fact.expected is None:
        raise ValueError(fact.id)
    resolutions = sorted(
        ((other, link.result) for other in facts.values() for link in other.resolves if link.fact == fact.id),
        key=lambda pair: (pair[0].date, pair[0].id),
    )
    return Expectation(
        fact=fact,
        expected=fact.expected,
        state=_state(fact, fact.expected.last, bool(resolutions), facts, as_of),
        resolutions=tuple(resolutions),
    )


def _state(fact: Fact, due: date, resolved: bool, facts: Mapping[str, Fact], as_of: date) -> ExpectationState:  # noqa: FBT001 - private
    if resolved:
        return "settled"
    if due >= as_of:
        return "open"
    newer = any(_related(fact, other) and newest_evidence(other) > due for other in facts.values())
    return "overdue" if newer else "date-passed"


def _related(fact: Fact, other: Fact) -> bool:
    return bool({*fact.countries, *fact.pillars} & {*other.countries, *other.pillars})


def newest_evidence(fact: Fact) -> date:
    """Give the day of the newest document that bears the fact out."""
    return max(evidence.source.published.last for evidence in fact.found)
