"""Country pages: the briefing of each country, and the index of them all."""

from collections.abc import Iterator

from generator import paths
from generator.analysis.names.foreign import names_abroad
from generator.analysis.names.gazetteer import usual_names
from generator.exports.linked import country_node
from generator.model import Briefing, Cell
from generator.pages.page import OF_A_LIST, Page
from generator.pages.statements import dated
from generator.pages.subject import everything_page, searched_names, subject_view
from generator.schema.subjects import Country

_OUTSIDE = 0.5
"""The weight in the search of a country without a part, so that `in` leads to no statement's words by way of India."""
NOT_FOUND = "no participation found in our sources"


def country_pages(briefing: Briefing) -> Iterator[Page]:
    """Give the index of countries and a page for each."""
    yield Page(
        boost=OF_A_LIST,
        path=paths.COUNTRIES,
        template="countries.md.jinja",
        title="Countries",
        file="content/countries",
        description=f"The countries that our sources name with {briefing.partnership.name}.",
        view={**matrix_view(paths.COUNTRIES, briefing, everyone=True), "others": _others(briefing)},
    )
    for country in briefing.countries.values():
        yield from _country(country, briefing)


def _others(briefing: Briefing) -> list[tuple[str, int, str]]:
    """Give the countries without a page that held articles name: how often, and in which article first."""
    names = usual_names()
    return sorted(
        (names[country], count, paths.link(paths.COUNTRIES, paths.article(first)))
        for country, (count, first) in briefing.named.items()
        if country not in briefing.countries
    )


def _country(country: Country, briefing: Briefing) -> Iterator[Page]:
    page = paths.country(country.id)
    facts = [fact for fact in briefing.facts.values() if country.id in fact.countries]
    cells = {
        pillar.name: cell_view(page, briefing.matrix[country.id, pillar.id]) for pillar in briefing.pillars.values()
    }
    state = {"role": role(country.id, briefing), "cells": cells, "passed": _passed(country.id, briefing)}
    abroad = tuple(names_abroad(country.id, dict.fromkeys((*country.languages, *briefing.site.languages))))
    view = subject_view(page, country, facts, briefing)
    yield Page(
        path=page,
        template="country.md.jinja",
        title=country.name,
        entity=country_node(country),
        up="Countries",
        feed=paths.feed(page),
        file=country.at().path or "content/countries",
        names=searched_names(country, country.id, *(name for found in abroad for name in found.names)),
        description=f"{country.name} and {briefing.partnership.name}: what the sources say, with the evidence.",
        boost=_OUTSIDE if state["role"] == _ROLES[-1] else 1,
        view={**view, **state, "abroad": abroad},
    )
    if view["everything"]:
        yield everything_page(page, country.name, facts, briefing)


def _passed(country_id: str, briefing: Briefing) -> str:
    due = [found for found in briefing.expectations if country_id in found.fact.countries]
    passed = sum(found.state in {"overdue", "date-passed", "unconfirmed"} for found in due)
    waiting = sum(found.state == "open" for found in due)
    words = [f"{passed} date{'s' * (passed != 1)} passed"] * bool(passed) + [f"{waiting} awaited"] * bool(waiting)
    return ", ".join(words) or "nothing"


def role(country_id: str, briefing: Briefing) -> str:
    """Give our reading of a country's role, from its cells of the matrix."""
    cells = [briefing.matrix[country_id, pillar] for pillar in briefing.pillars]
    levels = {cell.main.level for cell in cells if cell.main} | {part.level for cell in cells for part in cell.others}
    if "member" in levels:
        return "Member"
    if "partner" in levels:
        return "Partner"
    if levels & {"consulting", "interested", "candidate", "briefed"}:
        return "Prospective partner"
    return "Not taking part" if "none" in levels else "No part found in our sources"


def cell_view(page: str, cell: Cell) -> dict[str, object]:
    """Give a cell of the matrix in words, with the statement that it rests on."""
    others = [(said_by(part.level, part.fact.attribution), _statement_link(page, part.fact.id)) for part in cell.others]
    if cell.main is None:
        return {"level": NOT_FOUND, "note": "", "href": "", "date": "", "others": others}
    return {
        "level": level_words(cell.main.level),
        "note": cell.main.note,
        "href": _statement_link(page, cell.main.fact.id),
        "date": dated(cell.main.date),
        "others": others,
    }


_LEVEL_WORDS = {"none": "not taking part", "consulting": "in consultation"}


def level_words(level: str) -> str:
    """Give a level of participation as pages name it."""
    return _LEVEL_WORDS.get(level, level)


def said_by(level: str, speaker: str) -> str:
    """Give a level that stands beside the first-hand one, with who names it."""
    return f"named as {level_words(level)} by {speaker}"


def matrix_view(page: str, briefing: Briefing, *, everyone: bool = False) -> dict[str, object]:
    """Give the matrix of countries and pillars, members first; countries without a level only where asked for."""
    rows = []
    for country in briefing.countries.values():
        cells = [briefing.matrix[country.id, pillar] for pillar in briefing.pillars]
        if everyone or any(cell.main or cell.others for cell in cells):
            row = {
                "name": country.name,
                "href": paths.link(page, paths.country(country.id)),
                "cells": [cell_view(page, cell) for cell in cells],
            }
            rows.append((_ROLES.index(role(country.id, briefing)), country.name, row))
    columns = [(pillar.name, paths.link(page, paths.pillar(pillar.id))) for pillar in briefing.pillars.values()]
    return {"columns": columns, "rows": [row for *_, row in sorted(rows, key=lambda entry: entry[:2])]}


def roles(briefing: Briefing) -> dict[str, str]:
    """Give the countries that have a cell of the matrix with their roles, members first."""
    stated = {country for (country, _), cell in briefing.matrix.items() if cell.main or cell.others}
    found = {country: role(country, briefing) for country in stated}
    return dict(sorted(found.items(), key=lambda pair: (_ROLES.index(pair[1]), briefing.countries[pair[0]].name)))


_ROLES = ("Member", "Partner", "Prospective partner", "Not taking part", "No part found in our sources")


def _statement_link(page: str, fact_id: str) -> str:
    return paths.link(page, paths.REGISTER, fact_id)
