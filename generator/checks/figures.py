"""Figures: amounts that stand side by side are of one unit and one price basis."""

from collections.abc import Iterator

from generator.checks.check import Finding, Material


def mixed_units(material: Material) -> Iterator[Finding]:
    """Find facts that dispute or supersede each other with figures in other currencies or price bases."""
    facts = material.briefing.facts
    for fact in facts.values():
        for key in ("conflicts_with", "supersedes"):
            for index, name in enumerate(getattr(fact, key)):
                other = facts.get(name)
                if fact.figure is None or other is None or other.figure is None:
                    continue
                if (fact.figure.unit, fact.figure.basis) != (other.figure.unit, other.figure.basis):
                    message = (
                        f"compares {_measure(fact.figure.unit, fact.figure.basis)} with "
                        f"{_measure(other.figure.unit, other.figure.basis)} of {name}; say why they differ"
                    )
                    yield Finding(fact.at(key, index), message, fact.id)


def _measure(unit: str, basis: str | None) -> str:
    return f"{unit} ({basis})" if basis else unit
