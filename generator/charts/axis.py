"""The time axis that charts share: from days to shares of the width, years as ticks, the day of the marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import svg

from generator.charts.chart import hidden, percent, plain
from generator.edtf import Edtf

HEAD: Final = 40
"""Pixels above the first row: the day of the marks, and the years."""
_MARGIN: Final = 2.0
"""Percent left free on both sides, so that a mark at the edge is whole on a phone."""
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST_TICKS: Final = 6
"""More years do not fit side by side on a phone."""
_MIDDLE: Final = 50


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years, from the first day of one to the first day of another."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """Give the place of a day in percent of the width; what lies outside is put at the edge."""
        begin, end = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        share = (day.toordinal() - begin) / (end - begin)
        return _MARGIN + (100 - 2 * _MARGIN) * min(max(share, 0), 1)

    def span(self, value: Edtf) -> tuple[float, float]:
        """Give the places of the first and the last day that a date can mean."""
        return self.at(value.first), self.at(value.last)

    def years(self) -> range:
        """Give the years that are written: all, or every second, fifth, tenth and so on."""
        step = next(step for step in (*_STEPS, self.last - self.first) if self._ticks(step) <= _MOST_TICKS)
        return range(self.first + -self.first % step, self.last + 1, step)

    def _ticks(self, step: int) -> int:
        return self.last // step - (self.first - 1) // step

    def drawn(self, as_of: date, height: int) -> svg.G:
        """Draw years, lines down to the given height, and the day of the marks."""
        return hidden((*self._lines(height), *_day(self.at(as_of), height)))

    def _lines(self, height: int) -> Iterator[svg.Element]:
        for year in self.years():
            x = percent(self.at(date(year, 1, 1)))
            yield svg.Line(x1=x, x2=x, y1=HEAD - 6, y2=height, class_=["tick"])
            yield svg.Text(x=x, y=HEAD - 11, text=str(year), class_=["year"])


def _day(place: float, height: int) -> Iterator[svg.Element]:
    x = percent(place)
    side = "before" if place > _MIDDLE else "after"
    yield svg.Line(x1=x, x2=x, y1=2, y2=height, class_=["as-of"])
    yield svg.Text(x=x, y=11, text=plain("marks computed"), class_=["as-of", side])


def axis_of(dates: Iterable[Edtf], as_of: date) -> Axis:
    """Give the axis that holds all dates and the day of the marks; an open end of an interval reaches the edge."""
    ends = [day.year for value in dates for day in (value.first, value.last) if day not in (date.min, date.max)]
    return Axis(min(*ends, as_of.year), min(max(*ends, as_of.year) + 1, date.max.year))
