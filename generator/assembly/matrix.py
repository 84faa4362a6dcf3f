"""The matrix of countries and pillars: who takes part in what, from the participation that facts state."""

from collections.abc import Iterable

from generator.model import Cell, Fact, Part
from generator.schema.base import Level
from generator.schema.subjects import Country, Pillar


def fill_matrix(
    facts: Iterable[Fact], countries: Iterable[Country], pillars: Iterable[Pillar]
) -> dict[tuple[str, str], Cell]:
    """Give each country's part in each pillar; the newest first-hand statement decides, the others stand beside it."""
    stated = stated_parts(facts)
    keys = [(country.id, pillar.id) for country in countries for pillar in pillars]
    return {key: _cell(stated.get(key, [])) for key in keys}


def stated_parts(facts: Iterable[Fact]) -> dict[tuple[str, str], list[Part]]:
    """Give what facts state of each country in each pillar, the newest first."""
    stated: dict[tuple[str, str], list[Part]] = {}
    for fact in facts:
        for part in fact.participation:
            found = Part(
                level=part.level,
                fact=fact,
                date=part.date or fact.date,
                first_hand=part.first_hand and not fact.hearsay,
                note=part.note or "",
            )
            stated.setdefault((part.country, part.pillar), []).append(found)
    return {key: sorted(parts, key=lambda p: (p.date, p.fact.id), reverse=True) for key, parts in stated.items()}


def _cell(newest_first: list[Part]) -> Cell:
    main = next((part for part in newest_first if part.first_hand), None)
    others: dict[Level, Part] = {}
    for part in newest_first:
        if main is None or (part.level != main.level and part.date >= main.date):
            others.setdefault(part.level, part)
    return Cell(main=main, others=tuple(others.values()))
