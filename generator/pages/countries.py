"""Country pages: the briefing of each country, and the index of them all."""

from collections.abc import Iterator

from generator import paths
from generator.model import Briefing, Cell
from generator.pages.page import Page
from generator.pages.shared import dated
from generator.pages.subject import subject_view

_NOT_FOUND = "no participation found in our sources"


def country_pages(briefing: Briefing) -> Iterator[Page]:
    """Give the index of countries and a page for each."""
    yield Page(
        path=paths.COUNTRIES,
        template="countries.md.jinja",
        title="Countries",
        description=f"The countries that our sources name with {briefing.partnership.name}.",
        view=matrix_view(paths.COUNTRIES, briefing),
    )
    for country in briefing.countries.values():
        page = paths.country(country.id)
        facts = [fact for fact in briefing.facts.values() if country.id in fact.countries]
        passages = [
            p for ps in briefing.corpus.passages.values() for p in ps if country.id in {m.id for m in p.countries}
        ]
        cells = {
            pillar.name: cell_view(page, briefing.matrix[country.id, pillar.id]) for pillar in briefing.pillars.values()
        }
        yield Page(
            path=page,
            template="country.md.jinja",
            title=country.name,
            boost=4,
            description=f"{country.name} and {briefing.partnership.name}: what the sources say, with the evidence.",
            view={
                **subject_view(page, country, facts, passages, briefing),
                "role": role(country.id, briefing),
                "cells": cells,
                "passed": _passed(country.id, briefing),
            },
        )


def _passed(country_id: str, briefing: Briefing) -> str:
    due = [found for found in briefing.expectations if country_id in found.fact.countries]
    passed = sum(found.state in {"overdue", "date-passed"} for found in due)
    waiting = sum(found.state == "open" for found in due)
    words = [f"{passed} date{'s' * (passed != 1)} passed"] * bool(passed) + [f"{waiting} awaited"] * bool(waiting)
    return ", ".join(words) or "nothing found"


def role(country_id: str, briefing: Briefing) -> str:
    """Give our reading of a country's role, from its cells of the matrix."""
    cells = [briefing.matrix[country_id, pillar] for pillar in briefing.pillars]
    levels = {cell.level for cell in cells if cell.level} | {level for cell in cells for level, _ in cell.others}
    if "member" in levels:
        return "Member"
    if levels & {"partner", "consulting"}:
        return "Partner"
    return (
        "Prospective partner" if levels & {"interested", "candidate", "briefed"} else "Not a participant in our sources"
    )


def cell_view(page: str, cell: Cell) -> dict[str, object]:
    """Give a cell of the matrix in words, with the statement that it rests on."""
    others = [(f"named as {level}: {fact.attribution}", _statement_link(page, fact.id)) for level, fact in cell.others]
    if cell.fact is None:
        return {"level": _NOT_FOUND, "href": "", "date": "", "others": others}
    href = _statement_link(page, cell.fact.id)
    return {"level": cell.level, "href": href, "date": dated(cell.fact.date), "others": others}


def matrix_view(page: str, briefing: Briefing) -> dict[str, object]:
    """Give the matrix of countries and pillars, with links from this page."""
    rows = [
        {
            "name": country.name,
            "href": paths.link(page, paths.country(country.id)),
            "cells": [cell_view(page, briefing.matrix[country.id, pillar]) for pillar in briefing.pillars],
        }
        for country in briefing.countries.values()
    ]
    columns = [(pillar.name, paths.link(page, paths.pillar(pillar.id))) for pillar in briefing.pillars.values()]
    return {"columns": columns, "rows": rows}


def _statement_link(page: str, fact_id: str) -> str:
    return paths.link(page, paths.REGISTER, fact_id)
