"""Programmes: a row of a time chart shows what happened and what is expected, and nothing that was merely said."""

from collections.abc import Iterator

from generator.checks.check import Finding, Material
from generator.schema.base import HAPPENING


def facts_without_mark(material: Material) -> Iterator[Finding]:
    """Find facts in a programme that no mark stands for: nothing happened, and nothing is expected."""
    claims = {claim.id: claim for claim in material.content.claims}
    for pillar in material.content.pillars:
        for index, track in enumerate(pillar.programme):
            for position, name in enumerate(track.facts):
                claim = claims.get(name)
                if claim and claim.kind not in HAPPENING and not (claim.expected and claim.promise):
                    message = (
                        f"{name!r} is a {claim.kind} that expects nothing, so the programme has no mark for it; "
                        f"name a fact with `expected`, or one of what happened ({', '.join(sorted(HAPPENING))})"
                    )
                    yield Finding(pillar.at("programme", index, "facts", position), message, pillar.id)
