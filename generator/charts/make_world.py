"""Makes `world.json`, the outlines of all countries, from open data.

Run by hand when the data change: `python generator/charts/make_world.py PACKAGE`, where PACKAGE is the unpacked npm
package world-atlas 2 (ISC, copyright 2013-2019 Michael Bostock): the countries of Natural Earth at 1:110 million
(public domain) as TopoJSON, in which neighbours share the arcs of their border. Needs countryinfo 1 (MIT; points),
which the program does without.
"""

import json
import math
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from countryinfo import all_countries

Point: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees."""
Ring: TypeAlias = list[int]
"""Numbers of arcs; `~n` is the arc n backwards, as in TopoJSON."""

STEPS = 4
"""To a degree: a quarter is a pixel where the whole world is 1,440 pixels wide."""
TOLERANCE = 0.6
"""Degrees by which a simplified line may stray from the one in the data."""
SMALLEST = 1.5
"""Degrees: the larger side of the smallest island that is kept beside a country's largest."""


def main(package: Path) -> None:
    """Write `world.json` beside this file."""
    atlas = json.loads((package / "countries-110m.json").read_text())
    arcs = [list(_degrees(arc, atlas["transform"])) for arc in atlas["arcs"]]
    records = [country.info() for country in all_countries()]
    codes = {record["ISO"].get("numeric"): record["ISO"]["alpha2"] for record in records}
    lands: dict[str, list[Ring]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        if shape["properties"]["name"] == "Antarctica":  # has no part in a partnership, and much coast
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [ring for polygon in polygons for ring in polygon]
        lands.setdefault(codes.get(shape.get("id", "none"), ""), []).extend(_worth_keeping(rings, arcs))
    used = sorted({max(arc, ~arc) for rings in lands.values() for ring in rings for arc in ring})
    number = {old: new for new, old in enumerate(used)}
    world = {
        "steps": STEPS,
        "arcs": [_written(_simplified(arcs[old])) for old in used],
        "lands": {
            code: [[number[arc] if arc >= 0 else ~number[~arc] for arc in ring] for ring in rings]
            for code, rings in sorted(lands.items())
        },
        "points": dict(sorted(_points(records))),
    }
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in world.items())
    Path(__file__).with_name("world.json").write_text("{" + lines + "}\n")


def _degrees(arc: Iterable[tuple[int, int]], transform: dict[str, Any]) -> Iterator[Point]:
    """Turn the steps of an arc to degrees; one that crosses the 180th meridian goes on beyond it."""
    (x_scale, y_scale), (x_first, y_first) = transform["scale"], transform["translate"]
    around = round(360 / x_scale)
    x = y = 0
    for x_step, y_step in arc:
        x, y = x + x_step - around * round(x_step / around), y + y_step
        yield x * x_scale + x_first, y * y_scale + y_first


def _worth_keeping(rings: list[Ring], arcs: list[list[Point]]) -> Iterator[Ring]:
    sizes = [_size([point for arc in ring for point in arcs[max(arc, ~arc)]]) for ring in rings]
    yield from (ring for ring, size in zip(rings, sizes, strict=True) if size >= SMALLEST or size == max(sizes))


def _size(points: list[Point]) -> float:
    sides = ([longitude for longitude, _ in points], [latitude for _, latitude in points])
    return max(max(side) - min(side) for side in sides)


def _simplified(line: list[Point]) -> list[Point]:
    """Drop the points that stray little from the line between those that stay (Douglas and Peucker)."""
    if len(line) <= 2:  # noqa: PLR2004 - the two ends
        return line
    far = max(range(1, len(line) - 1), key=lambda index: _distance(line[index], line[0], line[-1]))
    if _distance(line[far], line[0], line[-1]) <= TOLERANCE:
        return [line[0], line[-1]]
    return [*_simplified(line[: far + 1]), *_simplified(line[far:])[1:]]


def _distance(point: Point, one: Point, other: Point) -> float:
    x, y = other[0] - one[0], other[1] - one[1]
    length = x * x + y * y
    along = ((point[0] - one[0]) * x + (point[1] - one[1]) * y) / length if length else 0.0
    nearest = min(max(along, 0), 1)
    return math.dist(point, (one[0] + nearest * x, one[1] + nearest * y))


def _written(line: Iterable[Point]) -> list[int]:
    """Give the first point and the steps to each next one, longitude and latitude in turn."""
    numbers: list[int] = []
    before = (0, 0)
    for longitude, latitude in line:
        here = (round(longitude * STEPS), round(latitude * STEPS))
        if not numbers or here != before:
            numbers += (here[0] - before[0], here[1] - before[1])
        before = here
    return numbers


def _points(records: Iterable[dict[str, Any]]) -> Iterator[tuple[str, list[int]]]:
    for record in records:
        if "latlng" in record:
            latitude, longitude = record["latlng"]
            yield record["ISO"]["alpha2"], [round(longitude * STEPS), round(latitude * STEPS)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
