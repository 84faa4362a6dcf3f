"""The programme of a pillar: what happened and what is expected, in rows that the desk names, along one time axis."""

from collections.abc import Iterator
from typing import Final

import svg

from generator.charts.axis import HEAD, axis_of
from generator.charts.chart import ENOUGH_ROWS, Chart, Row, fluid
from generator.charts.marks import GAP, LABEL, LANE, Look, Mark, drawn, lanes, mark_row, named
from generator.edtf import Edtf
from generator.model import Briefing, Expectation, Fact
from generator.schema.base import HAPPENING
from generator.schema.subjects import Pillar, Track

_STATES: Final = {
    "open": "expected",
    "overdue": "expected, date passed",
    "date-passed": "expected, date passed",
    "unconfirmed": "expected, outcome withheld",
    "superseded": "superseded",
}
_ENDS: Final = {
    "met": "came true",
    "partly": "came true in part",
    "not-met": "did not come true",
    "moved": "put off without a new date",
    "dropped": "dropped",
}
_LOOKS: Final[dict[Look, str]] = {
    "done": "Solid: happened.",
    "due": "Dashed: expected.",
    "gone": "Struck through: no longer expected.",
}


def programme(page: str, pillar: Pillar, briefing: Briefing) -> Chart | None:
    """Give the chart of a pillar's programme; None where it has too few rows."""
    tracks = [(track.name, marks) for track in pillar.programme if (marks := _marks(track, briefing))]
    if len(tracks) < ENOUGH_ROWS:
        return None
    axis = axis_of((mark.date for _, marks in tracks for mark in marks), briefing.as_of)
    elements: list[svg.Element] = []
    rows: list[Row] = []
    top = HEAD
    for name, marks in tracks:
        chosen = lanes(marks, axis)
        elements.append(named(name, top))
        for mark, lane in zip(marks, chosen, strict=True):
            rows.append(mark_row(page, name, mark))
            elements.append(drawn(page, rows[-1], mark, axis, top + LABEL + lane * LANE))
        top += LABEL + LANE * (max(chosen) + 1) + GAP
    looks = {mark.look for _, marks in tracks for mark in marks}
    return Chart(
        svg=fluid(f"Programme of {pillar.name} over time", (axis.drawn(briefing.as_of, top), *elements), top),
        caption=" ".join((*(text for look, text in _LOOKS.items() if look in looks), "Each leads to its statement.")),
        rows=tuple(rows),
    )


def _marks(track: Track, briefing: Briefing) -> list[Mark]:
    """Give what the facts of a row tell, in the order of its dates."""
    facts = (briefing.facts[name] for name in track.facts if name in briefing.facts)
    return sorted((mark for fact in facts for mark in _marks_of(fact, briefing)), key=lambda mark: mark.date)


def _marks_of(fact: Fact, briefing: Briefing) -> Iterator[Mark]:
    """Give what a fact expects, else what it says happened."""
    expectation = briefing.standing[fact.id].expectation
    if expectation is not None:
        yield _expected(expectation, briefing)
    elif fact.kind in HAPPENING:
        yield _mark(fact, fact.date, "done", "happened", fact)


def _expected(found: Expectation, briefing: Briefing) -> Mark:
    """Give an expectation where it stands now: on the day it came true, else on the newest date given for it."""
    moved = found.slippage
    latest, date = (moved.facts[-1], moved.dates[-1]) if moved else (found.fact, found.expected)
    if moved and moved.met_by:
        return _mark(found.fact, moved.met_by.date, "done", _ENDS["met"], moved.met_by)
    now = briefing.standing[latest.id].expectation or found
    last = now.outcomes[-1] if now.outcomes else None
    if last is None:
        look: Look = "gone" if now.state == "superseded" else "due"
        return _mark(found.fact, date, look, _STATES[now.state] + ", moved" * bool(moved), latest)
    if last.result in {"met", "partly"}:
        return _mark(found.fact, last.fact.date, "done", _ENDS[last.result], last.fact)
    return _mark(found.fact, date, "gone", _ENDS[last.result], last.fact)


def _mark(about: Fact, date: Edtf, look: Look, state: str, says_so: Fact) -> Mark:
    label = about.label or ""
    return Mark(date=date, look=look, beside=label, what=f"{label}: {state}" if label else state, fact=says_so)
