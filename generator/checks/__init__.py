"""Checks: rules over the whole briefing. Each is one function from the briefing to the problems it finds."""

from collections.abc import Iterator

from generator.checks.dates import check_dates
from generator.checks.standing import check_standing
from generator.diagnostics import Diagnostic
from generator.model import Briefing

CHECKS = (check_dates, check_standing)


def run_checks(briefing: Briefing) -> Iterator[Diagnostic]:
    """Give every problem that any check finds."""
    for check in CHECKS:
        yield from check(briefing)
