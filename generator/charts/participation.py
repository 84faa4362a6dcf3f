"""The map of who takes part: the countries of the matrix by their role, each that has a page leading there."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, product
from typing import Final, NamedTuple

import svg

from generator import paths
from generator.charts.chart import ENOUGH_ROWS, Chart, hidden, linked, nested, percent, plain, scaled
from generator.charts.world import Place, View, view_of, world
from generator.model import Briefing
from generator.text import slug

_CAPTION: Final = "The table above is behind this map. Map: Natural Earth, public domain; borders are as drawn there."
_CORNERS: Final = 3
_HATCHES: Final = {"partner": 90, "prospective-partner": 45}
"""Roles that are shown by lines, and the angle of these; members are solid, all others are outlines."""
_STRIPE: Final = 30
"""Units of the map from one stripe to the next."""
_PHONE: Final = 340
"""Pixels: the width at which labels must not lie on each other."""
_LETTERS: Final = (19, 14)
"""Width and height in pixels that a label of two letters takes up."""
_DOT: Final = 12
"""Units of the map: the radius of a country that has no outline."""


def participation_map(page: str, roles: Mapping[str, str], briefing: Briefing) -> Chart | None:
    """Give the map of the countries with these roles; None where they are too few, or none is on the map."""
    view = view_of(roles)
    if len(roles) < ENOUGH_ROWS or view is None:
        return None
    named = {code: country.name for code, country in briefing.countries.items()}
    kinds = {code: slug(role) for code, role in roles.items()}
    quiet = [code for code in named if code not in roles]
    others = [code for code in world().rings if code not in named]
    land = [part for code in sorted(others) for part in _outline(code, view)]
    shapes: list[svg.Element] = [_hatch(kind, angle) for kind, angle in _HATCHES.items() if kind in kinds.values()]
    shapes.append(hidden([svg.Path(d=land, class_=["land"], fill_rule="evenodd")]))
    for code in (*quiet, *roles):
        if drawn := _shape(code, view):
            name = f"{named[code]}: {roles[code]}" if code in roles else named[code]
            kind = f"country {kinds.get(code, 'land')}"
            shapes.append(linked(paths.html_link(page, paths.country(code)), name, drawn, kind=kind))
    box = svg.ViewBoxSpec(0, 0, view.width, view.height)
    inner = nested(shapes, viewBox=box, width=percent(100), height=percent(100))
    labels = hidden(_labels(kinds, view))
    picture = scaled(f"Map of who takes part in {briefing.partnership.name}", (inner, labels), view.width, view.height)
    return Chart(svg=picture, caption=_CAPTION, legend=tuple(_legend(roles, named)))


def _legend(roles: Mapping[str, str], named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for role in dict.fromkeys(roles.values()):
        members = [f"{named[code]} ({code})" for code in roles if roles[code] == role]
        yield slug(role), f"{role}: {', '.join(members)}"


def _hatch(kind: str, angle: int) -> svg.Pattern:
    ground = svg.Rect(width=_STRIPE, height=_STRIPE, class_=["ground"])
    stripe = svg.Rect(width=_STRIPE / 2, height=_STRIPE, class_=["stripe"])
    return svg.Pattern(
        id=f"map-{kind}",
        width=_STRIPE,
        height=_STRIPE,
        patternUnits="userSpaceOnUse",
        patternTransform=[svg.Rotate(angle)],
        elements=[ground, stripe],
    )


def _shape(code: str, view: View) -> svg.Element | None:
    outline = list(_outline(code, view))
    if outline:
        return svg.Path(d=outline, fill_rule="evenodd")
    place = world().points.get(code)
    turns = list(view.turns([place])) if place else []
    if place is None or not turns:
        return None
    x, y = view.put(place, turns[0])
    return svg.Circle(cx=x, cy=y, r=_DOT)


def _outline(code: str, view: View) -> Iterator[svg.PathData]:
    for ring in world().rings.get(code, ()):
        for turn in view.turns(ring):
            corners = _distinct(view.put(place, turn) for place in ring)
            if len(corners) >= _CORNERS:
                yield svg.M(*corners[0])
                yield from (svg.l(there[0] - here[0], there[1] - here[1]) for here, there in pairwise(corners))
                yield svg.Z()


def _distinct(corners: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for corner in corners:
        if not kept or corner != kept[-1]:
            kept.append(corner)
    return kept


class _Box(NamedTuple):
    """A label's place on a phone, in pixels."""

    x: float
    y: float

    def clear_of(self, other: "_Box") -> bool:
        return abs(self.x - other.x) >= _LETTERS[0] or abs(self.y - other.y) >= _LETTERS[1]


def _labels(kinds: Mapping[str, str], view: View) -> Iterator[svg.Element]:
    """Write the code of each country over its middle, or beside it where another label is in the way."""
    taken: list[_Box] = []
    scale = _PHONE / view.width
    for code, kind in kinds.items():
        place = world().points.get(code)
        if place is None:
            continue
        turn = next(iter(view.turns([place])), 0)
        x, y = (part * scale for part in view.put(Place(*place), turn))
        offsets = [(dx * _LETTERS[0], dy * _LETTERS[1]) for dx, dy in _AROUND]
        boxes = [_Box(x + dx, y + dy) for dx, dy in offsets]
        free = next((box for box in boxes if all(box.clear_of(other) for other in taken)), boxes[0])
        taken.append(free)
        height = view.height * scale
        yield svg.Text(
            x=percent(free.x / _PHONE * 100), y=percent(free.y / height * 100), text=plain(code), class_=["code", kind]
        )


_SHIFTS: Final = (0, 0.5, -0.5, 1, -1)
_AROUND: Final = sorted(product(_SHIFTS, _SHIFTS), key=lambda shift: abs(shift[0]) + abs(shift[1]))
"""Where a label may stand, in parts of its size, the nearest place first."""
