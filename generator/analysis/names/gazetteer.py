"""The gazetteer: the names of all countries, and the lists of words in `generator/analysis/data/`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import yaml

NameKind: TypeAlias = Literal["names", "people", "seats"]
KINDS: tuple[NameKind, ...] = ("names", "people", "seats")
_FOLDER = Path(__file__).resolve().parent.parent / "data"
_SHORTEST_IN_CAPITALS = 4
"""Shorter names in capitals are too often something else (MALI is a name, MAN is not)."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name of a country stands for."""

    country: str
    """ISO 3166-1 alpha-2."""
    kind: NameKind


def read_data(name: str) -> Any:  # noqa: ANN401 - the data are the project's own
    """Read a data file; every scalar is text, so that `On`, `No` and `NO` stay what they are."""
    return yaml.load((_FOLDER / name).read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - reads text only


def read_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Give the lists of words in a data file."""
    return {key: tuple(words) for key, words in read_data(name).items()}


@cache
def country_names() -> Mapping[str, Meaning]:
    """Give the names in `countries.yml` with what they stand for."""
    return {
        cased: Meaning(country["id"], kind)
        for country in read_data("countries.yml")
        for kind in KINDS
        for name in country.get(kind, ())
        for cased in in_cases(name)
    }


def has_data(name: str) -> bool:
    """Say whether there is a data file of this name."""
    return (_FOLDER / name).is_file()


@cache
def usual_names() -> Mapping[str, str]:
    """Give the usual name of each country by its id."""
    return {country: names[0] for country, names in names_by_country().items()}


@cache
def names_by_country() -> Mapping[str, tuple[str, ...]]:
    """Give the names of each country and its people by its id; the usual name comes first."""
    return {country["id"]: (*country["names"], *country.get("people", ())) for country in read_data("countries.yml")}


def in_cases(name: str) -> Iterator[str]:
    """Give a name as it is written, and in capitals as datelines and headings have it."""
    yield name
    if len(name) >= _SHORTEST_IN_CAPITALS and "." not in name:
        yield name.upper()
