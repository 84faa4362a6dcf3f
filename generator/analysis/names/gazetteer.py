"""The gazetteer: the names of all countries, and the words around a name that give it another meaning."""

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


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The data files of `generator/analysis/data/`, as read."""

    names: Mapping[str, Meaning]
    other_things: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    """The lists of words in contexts.yml."""
    only_with: Mapping[str, tuple[str, ...]]
    only_after: Mapping[str, tuple[str, ...]]


@cache
def load_gazetteer() -> Gazetteer:
    """Read the data files, once."""
    lists = _read("contexts.yml")
    only_with = lists.pop("only_with")
    return Gazetteer(
        names=dict(_names(_read("countries.yml"))),
        other_things=tuple(lists.pop("other_things")),
        only_with={case: words for name, words in _tuples(only_with).items() for case in (name, name.upper())},
        only_after=_tuples(lists.pop("only_after")),
        words=_tuples(lists),
    )


@cache
def country_names() -> Mapping[str, str]:
    """Give the usual name of each country by its id."""
    return {country["id"]: country["names"][0] for country in _read("countries.yml")}


def _tuples(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in lists.items()}


def gazetteer_source() -> bytes:
    """Give the data files' bytes, from which a vocabulary is known to be the same."""
    return b"\0".join((_FOLDER / name).read_bytes() for name in ("countries.yml", "contexts.yml"))


def read_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Give the lists of words in a data file."""
    return _tuples(_read(name))


def _read(name: str) -> Any:  # noqa: ANN401 - the data are the project's own
    """Read a data file; every scalar is text, so that `On`, `No` and `NO` stay what they are."""
    return yaml.load((_FOLDER / name).read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - reads text only


def _names(countries: list[dict[str, Any]]) -> Iterator[tuple[str, Meaning]]:
    for country in countries:
        for kind in KINDS:
            for name in country.get(kind, ()):
                yield from cased(name, Meaning(country["id"], kind))


def cased(name: str, meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    """Give a name as it is written, and in capitals as datelines and headings have it."""
    yield name, meaning
    if len(name) >= _SHORTEST_IN_CAPITALS and "." not in name:
        yield name.upper(), meaning
