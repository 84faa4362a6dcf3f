"""How expected dates moved: for each expectation the dates in turn, joined, and the day on which it came true."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import svg

from generator.charts.axis import HEAD, Axis, axis_of
from generator.charts.chart import ENOUGH_ROWS, Chart, Row, fluid, hidden, percent
from generator.charts.marks import GAP, LABEL, LANE, Mark, drawn, mark_row, named
from generator.edtf import words
from generator.model import Briefing, Expectation, Fact, Slippage


def moved_dates(page: str, expectations: Iterable[Expectation], briefing: Briefing) -> Chart | None:
    """Give the chart of the expectations whose date moved; None where they are too few."""
    moved = [(_name(found.fact, briefing), list(_steps(found.slippage))) for found in expectations if found.slippage]
    if len(moved) < ENOUGH_ROWS:
        return None
    axis = axis_of((step.date for _, steps in moved for step in steps), briefing.as_of)
    elements: list[svg.Element] = []
    rows: list[Row] = []
    top = HEAD
    for name, steps in moved:
        elements += [named(name, top), hidden(_joins(steps, axis, top + LABEL))]
        for lane, step in enumerate(steps):
            rows.append(mark_row(page, name, step))
            elements.append(drawn(page, rows[-1], step, axis, top + LABEL + lane * LANE))
        top += LABEL + LANE * len(steps) + GAP
    return Chart(
        svg=fluid("How expected dates moved", (axis.drawn(briefing.as_of, top), *elements), top),
        caption="Dashed: each expected date in turn. Solid: came true. Each leads to its statement.",
        rows=tuple(rows),
    )


def _name(fact: Fact, briefing: Briefing) -> str:
    """Give a short name of what is expected: the desk's own, else the first topic, and when it was said."""
    if fact.label:
        return fact.label
    topic = briefing.topics.get(fact.topics[0]) if fact.topics else None
    said = f"said {words(fact.date)}"
    return f"{topic.name}, {said}" if topic else said.capitalize()


def _steps(moved: Slippage) -> Iterator[Mark]:
    for number, (date, fact) in enumerate(zip(moved.dates, moved.facts, strict=True)):
        what = "then expected" if number else "first expected"
        yield Mark(date=date, look="due", beside=words(date), what=what, fact=fact)
    if moved.met and moved.met_by:
        said = f"came true {words(moved.met)}"
        yield Mark(date=moved.met, look="done", beside=said, what="came true", fact=moved.met_by)


def _joins(steps: list[Mark], axis: Axis, top: int) -> Iterator[svg.Element]:
    """Draw a line from the middle of each date, down into the lane of the next and along it."""
    places = [sum(axis.span(step.date)) / 2 for step in steps]
    for lane, (here, there) in enumerate(pairwise(places)):
        from_y, to_y = (top + (number * LANE) + LANE // 2 for number in (lane, lane + 1))
        yield svg.Line(x1=percent(here), x2=percent(here), y1=from_y, y2=to_y, class_=["join"])
        yield svg.Line(x1=percent(here), x2=percent(there), y1=to_y, y2=to_y, class_=["join"])
