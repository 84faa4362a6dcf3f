"""The world's outlines: rings of degrees by country, and the view of them that holds some countries.

`world.json` is made by `make_world.py` from Natural Earth (public domain) and countryinfo (MIT).
"""

import json
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

_TURN: Final = 360
_MARGIN: Final = 7
"""Degrees shown around the countries."""
_NARROWEST: Final = 60
"""Degrees; outlines this coarse bear no closer view."""
_SOUTH, _NORTH = -58, 84
_UNITS: Final = 10
"""Of the map, to a degree of latitude."""
_EAST: Final = _UNITS * math.cos(math.radians(35))
"""To a degree of longitude: at 35 degrees north and south the map is true to scale in both directions."""


class Place(NamedTuple):
    """Longitude and latitude in degrees."""

    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class World:
    """Outlines by ISO 3166-1 alpha-2; land that has no code stands under the empty one."""

    rings: Mapping[str, tuple[tuple[Place, ...], ...]]
    points: Mapping[str, Place]
    """A place in the middle of each country, also of those too small to have an outline."""


@cache
def world() -> World:
    """Read the outlines."""
    data = json.loads(Path(__file__).with_name("world.json").read_text(encoding="utf-8"))
    steps = data["steps"]
    arcs = [tuple(_places(arc, steps)) for arc in data["arcs"]]
    rings = {code: tuple(tuple(_ring(ring, arcs)) for ring in rings) for code, rings in data["lands"].items()}
    points = {code: Place(x / steps, y / steps) for code, (x, y) in data["points"].items()}
    return World(rings, points)


def _places(arc: list[int], steps: int) -> Iterator[Place]:
    """Add up the steps from each point to the next."""
    x = y = 0
    for x_step, y_step in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + x_step, y + y_step
        yield Place(x / steps, y / steps)


def _ring(numbers: list[int], arcs: list[tuple[Place, ...]]) -> Iterator[Place]:
    """Join arcs, each of which begins where the one before ends; a negative number is an arc backwards (`~n`).

    A ring that crosses the 180th meridian goes on beyond it.
    """
    longitude = 0.0
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for place in arc[1:]:
            longitude += (place.longitude - longitude + _TURN / 2) % _TURN - _TURN / 2
            yield Place(longitude, place.latitude)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A part of the world on an equirectangular map: both degrees evenly spaced, narrower east to west."""

    west: float
    east: float
    """Greater than `west`; more than 180 where the view crosses that meridian."""
    south: float
    north: float

    @property
    def width(self) -> int:
        """Give the width in units of the map."""
        return round((self.east - self.west) * _EAST)

    @property
    def height(self) -> int:
        """Give the height in units of the map."""
        return round((self.north - self.south) * _UNITS)

    def put(self, place: Place, turn: int = 0) -> tuple[int, int]:
        """Give the place on the map, after some turns of the globe."""
        x = (place.longitude + turn * _TURN - self.west) * _EAST
        return round(x), round((self.north - place.latitude) * _UNITS)

    def turns(self, places: Iterable[Place]) -> Iterator[int]:
        """Give the turns of the globe after which any of the places may be in the view."""
        longitudes, latitudes = zip(*places, strict=True)
        if max(latitudes) > self.south and min(latitudes) < self.north:
            for turn in (-1, 0, 1):
                west, east = min(longitudes) + turn * _TURN, max(longitudes) + turn * _TURN
                if east > self.west and west < self.east:
                    yield turn


def view_of(countries: Collection[str]) -> View | None:
    """Give the view that holds all these countries: cut where the widest stretch of meridians touches none of them."""
    known = world()
    lands = [ring for code in countries for ring in known.rings.get(code, ()) if ring]
    lands += [(known.points[code],) for code in countries if code in known.points]
    if not lands:
        return None
    west, east = _widest(lands)
    latitudes = [place.latitude for land in lands for place in land]
    return View(
        west=west,
        east=east,
        south=max(min(latitudes) - _MARGIN, _SOUTH),
        north=min(max(latitudes) + _MARGIN, _NORTH),
    )


def _spans(land: tuple[Place, ...]) -> Iterator[tuple[float, float]]:
    """Give the longitudes of some land between -180 and 180: two stretches where it crosses that meridian."""
    west, east = min(place.longitude for place in land), max(place.longitude for place in land)
    for turn in (-_TURN, 0, _TURN):
        first, last = max(west + turn, -_TURN / 2), min(east + turn, _TURN / 2)
        if first <= last:
            yield first, last


def _widest(lands: list[tuple[Place, ...]]) -> tuple[float, float]:
    """Give the meridians between which all lands lie, on the shorter way round, with a margin."""
    merged: list[tuple[float, float]] = []
    for first, last in sorted(span for land in lands for span in _spans(land)):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    starts = [first for first, _ in merged[1:]] + [merged[0][0] + _TURN]
    gap, last, first = max((start - end, end, start) for (_, end), start in zip(merged, starts, strict=True))
    if gap < 2 * _MARGIN:
        return -_TURN / 2, _TURN / 2
    back = _TURN if first - _MARGIN >= _TURN / 2 else 0
    west, east = first - _MARGIN - back, last + _MARGIN + _TURN - back
    missing = max(_NARROWEST - (east - west), 0) / 2
    return west - missing, east + missing
