"""Participation: what facts say of a country's part in a pillar does not contradict the newest first-hand word."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.assembly.matrix import stated_parts
from generator.checks.check import Finding, Material
from generator.model import Part
from generator.schema.base import Level

_IN, _NEAR, _OUT = "takes part", "is in touch", "stays out"
STANCE: Final[Mapping[Level, str]] = {
    "member": _IN, "partner": _IN, "consulting": _NEAR, "interested": _NEAR, "candidate": _NEAR, "briefed": _NEAR,
    "declined": _OUT, "none": _OUT,
}  # fmt: skip
"""Levels of one stance can stand beside each other; a country cannot take part and stay out."""


def contradicted_levels(material: Material) -> Iterator[Finding]:
    """Find older or second-hand levels of another stance than the newest first-hand one, where nothing links them."""
    standing = material.briefing.standing
    for parts in stated_parts(material.briefing.facts.values()).values():
        main = next((part for part in parts if part.first_hand), None)
        for part in parts:
            if main is None or part is main or STANCE[part.level] == STANCE[main.level]:
                continue
            beside = standing[part.fact.id]
            if beside.superseded_by or main.fact in beside.disputed_by:
                continue
            yield Finding(part.fact.at("participation"), _message(part, main), part.fact.id)


def _message(part: Part, main: Part) -> str:
    how = "older" if part.date < main.date else "second-hand"
    return (
        f"the {how} level {part.level!r} contradicts {main.level!r} of {main.fact.id} ({main.date.text}); "
        "link the two by `supersedes` or `conflicts_with`"
    )
