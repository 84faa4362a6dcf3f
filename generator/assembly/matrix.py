"""The matrix of countries and pillars: who takes part in what, from the participation that facts state."""

from collections.abc import Iterable

from generator.model import Cell, Fact
from generator.schema import Country, Participation, Pillar


def fill_matrix(
    facts: Iterable[Fact], countries: Iterable[Country], pillars: Iterable[Pillar]
) -> dict[tuple[str, str], Cell]:
    """Give each country's part in each pillar; the newest first-hand fact decides, the others stand beside it."""
    stated: dict[tuple[str, str], list[tuple[Fact, Participation]]] = {}
    for fact in sorted(facts, key=lambda fact: (fact.date, fact.id), reverse=True):
        for part in fact.participation:
            stated.setdefault((part.country, part.pillar), []).append((fact, part))
    keys = [(country.id, pillar.id) for country in countries for pillar in pillars]
    return {key: _cell(stated.get(key, [])) for key in keys}


def _cell(newest_first: list[tuple[Fact, Participation]]) -> Cell:
    main = next(((fact, part) for fact, part in newest_first if part.first_hand and not fact.hearsay), None)
    others: dict[str, tuple[Fact, Participation]] = {}
    for fact, part in newest_first:
        if main is None or (part.level != main[1].level and fact.date >= main[0].date):
            others.setdefault(part.level, (fact, part))
    beside = tuple((part.level, fact) for fact, part in others.values())
    return Cell(level=main[1].level if main else None, fact=main[0] if main else None, others=beside)
