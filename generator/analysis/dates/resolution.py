"""Calendar arithmetic that gives EDTF: steps from a day by units, and the nearest day, month or season of a tense."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from generator.analysis.dates.tense import Tense
from generator.edtf import Edtf

_MONTHS: Final = 12
_YEARS: Final = {"year": 1, "decade": 10, "centur": 100}
_PARTS: Final = {"month": (12, 1), "quarter": (4, 33), "half": (2, 40)}
"""How many make a year, and the EDTF number of the first."""


def moved(anchor: date, step: float, unit: str) -> str:
    """Give the day, week, month, quarter or year that lies so many units from a day: the unit gives the grain."""
    if unit in _YEARS:
        years = step * _YEARS[unit]
        whole = years == int(years)
        return f"{anchor.year + int(years):04}" if whole else _part(anchor, round(years * _MONTHS), "month")
    if unit in _PARTS:
        return _part(anchor, int(step), unit)
    if unit == "day":
        return str(anchor + timedelta(days=int(step)))
    return _days_of_week(anchor + timedelta(weeks=int(2 * step if unit == "fortnight" else step)), 0, 6)


def period(anchor: date, step: int, unit: str) -> str:
    """Give this (0), last (-1) or next (1) day, week, weekend, month, quarter, half, year, decade, century."""
    if unit == "weekend":
        return _days_of_week(anchor + timedelta(weeks=step), 5, 6)
    if unit == "decade":
        return f"{anchor.year + 10 * step:04}"[:3] + "X"
    if unit == "centur":
        return century(anchor.year // 100 + 1 + step)
    return moved(anchor, step, unit)


def century(number: int) -> str:
    """Give the years that begin with the same two figures: the 19th century is 18XX."""
    return f"{number - 1:02}XX"


def _part(day: date, step: int, unit: str) -> str:
    count, first = _PARTS[unit]
    year, part = divmod(day.year * count + (day.month - 1) * count // _MONTHS + step, count)
    return f"{year:04}-{first + part:02}"


def _days_of_week(day: date, first: int, last: int) -> str:
    monday = day - timedelta(days=day.weekday())
    return f"{monday + timedelta(days=first)}/{monday + timedelta(days=last)}"


def nearest(day: date, kind: str, number: int, tense: Tense, skip: int = 0) -> str:
    """Give the nearest such weekday, month or season that fits the tense, the present one included.

    Without a tense a month is the nearest of all, a weekday or season the last. Seasons are those of the north: March
    to May is spring, and January belongs to the winter of the year before.
    """
    season = day.year * 4 + day.month // 3 - 1
    now, cycle = {"weekday": (day.weekday(), 7), "month": (day.month, 12), "season": (season + 21, 4)}[kind]
    back, forward = (now + skip - number) % cycle, (number - now - skip) % cycle
    ahead = tense is Tense.FUTURE or (tense is Tense.NONE and kind == "month" and forward < back)
    way = skip + (forward if ahead else -back)
    if kind == "season":
        year, part = divmod(season + way, 4)
        return f"{year:04}-{21 + part}"
    return moved(day, way, "day" if kind == "weekday" else kind)


def beside(day: date, kind: str, number: int, step: int) -> str:
    """Give the last (-1) or next (1) such weekday, month or season but the present one; else (0) that of the year.

    `that Monday` is the next.
    """
    if step == 0 and kind != "weekday":
        return f"{day.year:04}-{number:02}"
    return nearest(day, kind, number, Tense.PAST if step < 0 else Tense.FUTURE, step or 1)


def day_of_year(published: date, month: int, day: int, tense: Tense) -> date:
    """Give the nearest such day that fits the tense; else the nearest.

    Raises:
        ValueError: no year near has such a day.
    """
    years = range(published.year - 4, published.year + 5)
    near = [date(year, month, day) for year in years if 0 < day <= monthrange(year, month)[1]]
    if tense is Tense.FUTURE:
        near = [found for found in near if found >= published] or near
    if tense is Tense.PAST:
        near = [found for found in near if found <= published] or near
    return min(near, key=lambda found: abs(found - published))


def year_before(anchor: Edtf) -> str:
    """Give the same month, quarter, half or season of the year before; the year alone for all else."""
    part = anchor.text[4:] if len(anchor.text) == len("2024-33") else ""
    return f"{anchor.first.year - 1:04}{part}"
