"""Marks on a time axis: points and bars in lanes, each with a few words beside it, all of it a link to a statement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import svg

from generator import paths
from generator.charts.axis import Axis
from generator.charts.chart import Row, hidden, linked, nested, percent, plain
from generator.edtf import Edtf, words
from generator.model import Fact

Look: TypeAlias = Literal["done", "due", "gone"]
"""Solid: it happened; dashed: it is expected; dashed and struck through: it was, and no more."""

LABEL: Final = 22
"""Pixels for the name of a row, above its marks."""
LANE: Final = 20
GAP: Final = 6
_RADIUS: Final = 5.5
_THICK: Final = 11
_SHORTEST: Final = 2.5
"""Percent; what is shorter is drawn as a point."""
_LETTER: Final = 1.9
"""Percent that a letter takes up on a phone."""
_BESIDE: Final = 2.5
"""Percent between a mark and its words, and half of what is left free between one mark and the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that happened or is expected, with the statement that says so."""

    date: Edtf
    look: Look
    beside: str
    """The few words beside it; may be empty."""
    what: str
    """What it is, for the table and for those who hear the page."""
    fact: Fact


def mark_row(page: str, name: str, mark: Mark) -> Row:
    """Give the line of the table for a mark."""
    return Row(
        name=name,
        when=words(mark.date),
        what=mark.what,
        statement=f"statement of {words(mark.fact.date)}",
        href=paths.link(page, paths.REGISTER, mark.fact.id),
    )


def named(name: str, top: int) -> svg.G:
    """Draw the name of a row and the rule above it."""
    rule = svg.Line(x1=0, x2=percent(100), y1=top, y2=top, class_=["rule"])
    return hidden((rule, svg.Text(x=0, y=top + LABEL - 6, text=plain(name), class_=["name"])))


def drawn(page: str, row: Row, mark: Mark, axis: Axis, top: int) -> svg.A:
    """Draw a mark in the lane that begins at a height, as a link named by its line of the table."""
    name = f"{row.name}: {row.what}, {row.when}; {row.statement}"
    address = paths.html_link(page, paths.REGISTER, mark.fact.id)
    first, last = axis.span(mark.date)
    shapes = [*_shape(first, last, top, mark.look), *_beside(mark, axis, top)]
    return linked(address, name, *shapes, kind=f"mark {mark.look}")


def lanes(marks: Iterable[Mark], axis: Axis) -> list[int]:
    """Give each mark the first lane in which it and its words lie clear of the others."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for mark in marks:
        begin, end = _extent(mark, axis)
        clear = (all(end <= first or last <= begin for first, last in lane) for lane in taken)
        lane = next((number for number, free in enumerate(clear) if free), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((begin, end))
        found.append(lane)
    return found


def _extent(mark: Mark, axis: Axis) -> tuple[float, float]:
    """Give what a mark and its words take up of the width on a phone, with room around them."""
    first, last = axis.span(mark.date)
    room = len(mark.beside) * _LETTER + _BESIDE if mark.beside else 0
    before = room if _is_left(mark, axis) else 0
    return first - before - _BESIDE, last + room - before + _BESIDE


def _is_left(mark: Mark, axis: Axis) -> bool:
    """Say whether the words stand before the mark: only where there is no room for them after it."""
    first, last = axis.span(mark.date)
    return 100 - last < len(mark.beside) * _LETTER + _BESIDE and first > 100 - last


def _beside(mark: Mark, axis: Axis, top: int) -> Iterator[svg.Element]:
    if mark.beside:
        first, last = axis.span(mark.date)
        side = "before" if _is_left(mark, axis) else "after"
        place = (first + last) / 2 if last - first < _SHORTEST else first if side == "before" else last
        yield svg.Text(x=percent(place), y=top + LANE - 6, text=plain(mark.beside), class_=["beside", side])


def _shape(first: float, last: float, top: int, look: Look) -> Iterator[svg.Element]:
    """Draw a point for a day or a bar for a longer time, with room around it for a finger."""
    middle = top + LANE // 2
    if last - first < _SHORTEST:
        point: list[svg.Element] = [svg.Circle(r=LANE // 2, class_=["hit"]), svg.Circle(r=_RADIUS, class_=["shape"])]
        if look == "gone":
            point.append(svg.Line(x1=-_RADIUS - 3, x2=_RADIUS + 3, y1=0, y2=0, class_=["strike"]))
        yield nested(point, x=percent((first + last) / 2), y=middle, overflow="visible")
        return
    x, width = percent(first), percent(last - first)
    yield svg.Rect(x=x, y=top, width=width, height=LANE, class_=["hit"])
    yield svg.Rect(x=x, y=middle - _THICK / 2, width=width, height=_THICK, rx=3, class_=["shape"])
    if look == "gone":
        yield svg.Line(x1=x, x2=percent(last), y1=middle, y2=middle, class_=["strike"])
