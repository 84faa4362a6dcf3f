"""Calendar arithmetic that gives EDTF: steps from a day by units, and the nearest day, month or season of a tense."""

from collections.abc import Iterable
from datetime import date, timedelta

from generator.analysis.dates.tense import Tense
from generator.edtf import Edtf

_MONTHS = 12
_DAYS = 7
_QUARTERS = 4
_WINTER = 24
YEARS_OF_UNIT = {"year": 1, "decade": 10, "centur": 100}


def week(day: date) -> str:
    """Give the week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def weekend(day: date) -> str:
    """Give the Saturday and Sunday that end the week of a day."""
    saturday = day + timedelta(days=5 - day.weekday())
    return f"{saturday}/{saturday + timedelta(days=1)}"


def month(day: date, step: int = 0) -> str:
    """Give the month of a day, so many months on."""
    months = day.year * _MONTHS + day.month - 1 + step
    return f"{_year(months // _MONTHS)}-{months % _MONTHS + 1:02}"


def quarter(day: date, step: int = 0) -> str:
    """Give the quarter of a day, so many quarters on."""
    quarters = day.year * _QUARTERS + (day.month - 1) // 3 + step
    return f"{_year(quarters // _QUARTERS)}-{33 + quarters % _QUARTERS}"


def decade(year: int) -> str:
    """Give the decade that holds a year."""
    return f"{_year(year)[:3]}X"


def century(number: int) -> str:
    """Give the years that begin with the same two figures: the 19th century is 18XX."""
    return f"{number - 1:02}XX"


def _year(year: int) -> str:
    return f"{year:04}"


def moved(anchor: date, step: float, unit: str) -> str:
    """Give the day, week, month, quarter or year that lies so many units from a day: the unit gives the grain."""
    if unit in YEARS_OF_UNIT:
        years = step * YEARS_OF_UNIT[unit]
        if years != int(years):
            return month(anchor, round(years * _MONTHS))
        return _year(anchor.year + int(years))
    if unit == "month":
        return month(anchor, int(step))
    if unit == "quarter":
        return quarter(anchor, int(step))
    if unit == "day":
        return str(anchor + timedelta(days=int(step)))
    weeks = 2 * step if unit == "fortnight" else step
    return week(anchor + timedelta(days=int(weeks * _DAYS)))


def period(anchor: date, step: int, unit: str) -> str:
    """Give this (0), last (-1) or next (1) day, week, weekend, month, quarter, half, year, decade, century."""
    if unit == "weekend":
        return weekend(anchor + timedelta(days=_DAYS * step))
    if unit == "decade":
        return decade(anchor.year + 10 * step)
    if unit == "centur":
        return century(anchor.year // 100 + 1 + step)
    if unit == "half":
        halves = anchor.year * 2 + (anchor.month > _MONTHS // 2) + step
        return f"{_year(halves // 2)}-{40 + halves % 2}"
    return moved(anchor, step, unit)


def weekday(published: date, number: int, tense: Tense) -> date:
    """Give the nearest such weekday, the day of publication itself included: back, or forward for the future."""
    if tense is Tense.FUTURE:
        return published + timedelta(days=(number - published.weekday()) % _DAYS)
    return published - timedelta(days=(published.weekday() - number) % _DAYS)


def weekday_beside(anchor: date, number: int, step: int) -> date:
    """Give the last (-1) or next (1) such weekday, never the day itself."""
    return weekday(anchor + timedelta(days=step), number, Tense.FUTURE if step > 0 else Tense.PAST)


def month_alone(published: date, number: int, tense: Tense) -> str:
    """Give the nearest such month that fits the tense, that of publication included; else the nearest."""
    back = (published.month - number) % _MONTHS
    forward = (number - published.month) % _MONTHS
    ahead = tense is Tense.FUTURE or (tense is Tense.NONE and forward < back)
    return month(published, forward if ahead else -back)


def day_of_year(published: date, month_: int, day: int, tense: Tense) -> date:
    """Give the nearest such day that fits the tense; else the nearest.

    Raises:
        ValueError: no year near has such a day.
    """
    near = list(_days(published, month_, day))
    if tense is Tense.FUTURE:
        near = [found for found in near if found >= published] or near
    if tense is Tense.PAST:
        near = [found for found in near if found <= published] or near
    return min(near, key=lambda found: abs(found - published))


def _days(published: date, month_: int, day: int) -> Iterable[date]:
    for year in range(published.year - 4, published.year + 5):
        try:
            yield date(year, month_, day)
        except ValueError:
            continue


def season(published: date, number: int, tense: Tense) -> str:
    """Give the nearest such season that fits the tense; one under way counts as past and as future."""
    begin = (number - 20) * 3
    year = published.year
    if number == _WINTER and published.month <= 2:  # noqa: PLR2004 - February ends a winter that began the year before
        year -= 1
    under_way = season_of(published) == number
    begun = begin <= published.month
    if under_way:
        return f"{year}-{number}"
    if tense is Tense.FUTURE:
        return f"{published.year + begun}-{number}"
    return f"{published.year - (not begun)}-{number}"


def season_of(day: date) -> int:
    """Give the season of a day in the north: March to May is spring."""
    return 20 + (day.month // 3 or 4)


def same_in_year(anchor: Edtf, step: int) -> str:
    """Give the same month, quarter, half or season of another year; the year alone for all else."""
    year = _year(anchor.first.year + step)
    text = anchor.text
    return f"{year}{text[4:]}" if len(text) == len("2024-33") and text[4] == "-" else year
