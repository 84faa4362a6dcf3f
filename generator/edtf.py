"""Dates as EDTF (ISO 8601-2): the profile that news needs, with the days a date can mean and words for people.

The profile: a year, month or day; decades `203X` and centuries `20XX`; seasons 21-24, quarters 33-36 and halves
40-41 in place of a month; `~` (about), `?` (uncertain), `%` (both); intervals `A/B`, open ones with `..`.
The `edtf` package reads all of EDTF, but needs 5 to 8 ms a date where a desk has thousands; the tests hold this
module to its answers.
"""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

_YEAR = r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
_MONTH = r"(?P<month>\d{2})"
_DAY = r"(?P<day>\d{2})"
_QUALIFIER = r"(?P<qualifier>[~?%]?)"
_DATE = re.compile(rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?{_QUALIFIER}", re.ASCII)

_PARTS_OF_YEAR = {
    21: (3, 5, "spring"),
    22: (6, 8, "summer"),
    23: (9, 11, "autumn"),
    24: (12, 12, "winter"),
    33: (1, 3, "first quarter of"),
    34: (4, 6, "second quarter of"),
    35: (7, 9, "third quarter of"),
    36: (10, 12, "fourth quarter of"),
    40: (1, 6, "first half of"),
    41: (7, 12, "second half of"),
}
"""First month, last month and words. Winter is given as December, the only month that is certainly in its year."""

_KINDS_OF_PART = {20: "season", 30: "quarter", 40: "half"}
_LAST_MONTH = 12
MONTHS = tuple(calendar.month_name)[1:]


@dataclass(frozen=True, slots=True, order=True)
class Edtf:
    """A date as written, with the first and the last day that it can mean. Sorts by its first, then its last day."""

    first: date
    last: date
    text: str = field(compare=True)

    @property
    def approximate(self) -> bool:
        """Whether any part carries `~` or `%`."""
        return any(mark in self.text for mark in "~%")

    @property
    def granularity(self) -> str:
        """What is named: a day, month, season, quarter, half, year, decade, century, or an interval of any."""
        if "/" in self.text:
            return "interval"
        match = _DATE.fullmatch(self.text)
        if match is None or match["day"]:
            return "day"
        if match["month"] is None:
            return {1: "decade", 2: "century"}.get(match["year"].count("X"), "year")
        month = int(match["month"])
        return "month" if month <= _LAST_MONTH else _KINDS_OF_PART[month // 10 * 10]

    @property
    def is_quarter_or_half(self) -> bool:
        """Whether it is one of the parts that results are given for."""
        return len(self.text) == len("2024-33") and "33" <= self.text[5:] <= "41"

    def __str__(self) -> str:
        """Give the EDTF text."""
        return self.text


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF date or interval.

    Raises:
        ValueError: the text is no date of the profile, or the date does not exist; the message says which.
    """
    if "/" not in text:
        first, last = _bounds(text)
        return Edtf(first, last, text)
    begin, _, end = text.partition("/")
    first = date.min if begin in {"", ".."} else _bounds(begin)[0]
    last = date.max if end in {"", ".."} else _bounds(end)[1]
    if first > last or (first, last) == (date.min, date.max):
        message = f"the interval {text!r} ends before it begins or has no end at all"
        raise ValueError(message)
    return Edtf(first, last, text)


def of_day(day: date) -> Edtf:
    """Give a single day as EDTF."""
    return parse(day.isoformat())


def _bounds(text: str) -> tuple[date, date]:
    match = _DATE.fullmatch(text)
    if match is None:
        message = f"{text!r} is no EDTF date; write 2024-03-06, 2024-03, 2024, 203X, 2025-33, 2023-03~ or A/B"
        raise ValueError(message)
    year, month, day = match["year"], match["month"], match["day"]
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None:
        return date(max(first_year, 1), 1, 1), date(last_year, 12, 31)
    if first_year != last_year:
        message = f"{text!r} gives a month of a decade or century"
        raise ValueError(message)
    return _days_of_part(text, first_year, int(month), day)


def _days_of_part(text: str, year: int, month: int, day: str | None) -> tuple[date, date]:
    part = _PARTS_OF_YEAR.get(month)
    if (part is None and not 1 <= month <= _LAST_MONTH) or (part is not None and day is not None):
        message = f"{text!r} has no month {month:02}; 21-24 are seasons, 33-36 quarters, 40-41 halves"
        raise ValueError(message)
    from_month, to_month = (month, month) if part is None else part[:2]
    last_day = calendar.monthrange(year, to_month)[1]
    if day is None:
        return date(year, from_month, 1), date(year, to_month, last_day)
    if not 1 <= int(day) <= last_day:
        message = f"{text!r} does not exist: {MONTHS[month - 1]} {year} has {last_day} days"
        raise ValueError(message)
    return date(year, month, int(day)), date(year, month, int(day))


def months_between(earlier: date, later: date) -> int:
    """Give whole months from one day to another; negative where the second is the earlier."""
    if later < earlier:
        return -months_between(later, earlier)
    months = (later.year - earlier.year) * _LAST_MONTH + later.month - earlier.month
    return months - (later.day < earlier.day)


def words(value: Edtf) -> str:
    """Give a date for people: `6 March 2024`, `about March 2023`, `2030s`, `first quarter of 2025`, `2026 to 2028`."""
    begin, slash, end = value.text.partition("/")
    if not slash:
        return _date_words(begin)
    if begin in {"", ".."}:
        return f"until {_date_words(end)}"
    if end in {"", ".."}:
        return f"from {_date_words(begin)}"
    return f"{_date_words(begin)} to {_date_words(end)}"


def _date_words(text: str) -> str:
    match = _DATE.fullmatch(text)
    if match is None:
        return text
    prefix = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}[match["qualifier"]]
    return prefix + _plain_words(match["year"], match["month"], match["day"])


def _plain_words(year: str, month: str | None, day: str | None) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00s"
    year = year.replace("X", "0s")
    if month is None:
        return year
    if int(month) > _LAST_MONTH:
        return f"{_PARTS_OF_YEAR[int(month)][2]} {year}"
    name = MONTHS[int(month) - 1]
    return f"{name} {year}" if day is None else f"{int(day)} {name} {year}"
