"""Dates: what is overdue, and facts that claim to know more than the day of their evidence."""

from collections.abc import Iterator
from datetime import timedelta

from generator.assembly.expectations import newest_evidence
from generator.diagnostics import Diagnostic, warning
from generator.model import Briefing


def check_dates(briefing: Briefing) -> Iterator[Diagnostic]:
    """Warn of passed expectations, and of facts dated more than a day after their newest evidence."""
    for found in briefing.expectations:
        if found.state in {"overdue", "date-passed"}:
            message = f"expected by {found.expected.text}, and no fact says what became of it; add one with `resolves`"
            yield warning(found.fact.at("expected"), found.state, message)
    for fact in briefing.facts.values():
        if fact.date.first > newest_evidence(fact) + timedelta(days=1):
            message = f"dated {fact.date.text}, after its evidence of {newest_evidence(fact)}; is the date right?"
            yield warning(fact.at("date"), "date-after-evidence", message)
