"""Exemptions: warnings that the desk accepts with a reason; errors cannot be accepted."""

from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Diagnostic, Severity, error, warning
from generator.schema.desk import Exemption


def accepted(
    problems: Iterable[Diagnostic], exemptions: Iterable[Exemption], codes: Mapping[str, Severity]
) -> Iterator[Diagnostic]:
    """Give the problems that no exemption accepts, and one for each exemption that is wrong or accepts nothing."""
    waiting: dict[tuple[str, str], Exemption] = {}
    for entry in exemptions:
        if codes.get(entry.code) is Severity.WARNING:
            waiting[entry.code, entry.where] = entry
        else:
            message = f"{entry.code!r} is no warning; only warnings can be accepted, errors must be mended"
            yield error(entry.at("code"), "bad-exception", message)
    used: set[tuple[str, str]] = set()
    for problem in problems:
        keys = {(problem.code, problem.about), (problem.code, problem.location.path)} & waiting.keys()
        used |= keys
        if not keys:
            yield problem
    for key, entry in waiting.items():
        if key not in used:
            message = f"nothing at {entry.where!r} calls for {entry.code!r} any more; remove the entry"
            yield warning(entry.at(), "unused-exception", message, entry.where)
