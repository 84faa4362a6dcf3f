"""Dates said in a text, resolved from the day of publication. Each rule is a pattern and a function to EDTF."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

from generator import edtf
from generator.edtf import MONTHS
from generator.model import DateMention
from generator.text import Span

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_NAME = rf"(?P<weekday>{'|'.join(_DAYS)})"
_MONTH_NAME = rf"(?P<month>{'|'.join(MONTHS)})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTHS_IN_YEAR = 12

Resolve: TypeAlias = Callable[[re.Match[str], date], str]


def _weekday(match: re.Match[str], published: date) -> str:
    back = (published.weekday() - _DAYS.index(match["weekday"])) % len(_DAYS)
    return (published - timedelta(days=back)).isoformat()


def _month(match: re.Match[str], published: date) -> str:
    month = MONTHS.index(match["month"]) + 1
    year = published.year if month <= published.month else published.year - 1
    return f"{year}-{month:02}"


def _month_of_year(match: re.Match[str], _: date) -> str:
    return f"{match['year']}-{MONTHS.index(match['month']) + 1:02}"


def _day_of_month(match: re.Match[str], published: date) -> str:
    return f"{_month_of_year(match, published)}-{int(match['day']):02}"


_OFFSETS = {"last": -1, "this": 0, "next": 1}


def _relative_month(match: re.Match[str], published: date) -> str:
    month = published.year * _MONTHS_IN_YEAR + published.month - 1 + _OFFSETS[match["which"].lower()]
    return f"{month // _MONTHS_IN_YEAR}-{month % _MONTHS_IN_YEAR + 1:02}"


def _relative_year(match: re.Match[str], published: date) -> str:
    return str(published.year + _OFFSETS[match["which"].lower()])


_WHICH = r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)"
RULES: tuple[tuple[str, str, Resolve], ...] = (
    ("ISO day", r"(?P<iso>\d{4}-\d{2}-\d{2})", lambda match, _: match["iso"]),
    ("day month year", rf"(?P<day>\d{{1,2}}) {_MONTH_NAME} {_YEAR}", _day_of_month),
    ("month day, year", rf"{_MONTH_NAME} (?P<day>\d{{1,2}}), {_YEAR}", _day_of_month),
    ("month year", rf"{_MONTH_NAME} {_YEAR}", _month_of_year),
    ("month alone, past", rf"(?<=[Ii]n ){_MONTH_NAME}", _month),
    ("weekday, past", _DAY_NAME, _weekday),
    ("last, this, next month", rf"{_WHICH} month", _relative_month),
    ("last, this, next year", rf"{_WHICH} year", _relative_year),
    ("year", rf"(?<=[Ii]n ){_YEAR}", lambda match, _: match["year"]),
)
"""Name, pattern, meaning; the first that matches at a place wins.."""
_COMPILED = tuple((re.compile(rf"\b{pattern}\b"), resolve) for _, pattern, resolve in RULES)


def find_dates(text: str, published: date) -> tuple[DateMention, ...]:
    """Give the dates that a text names, in order; one that does not exist is left out."""
    taken: list[Span] = []
    found: list[DateMention] = []
    for pattern, resolve in _COMPILED:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            try:
                found.append(DateMention(span, edtf.parse(resolve(match, published))))
            except ValueError:
                continue
    return tuple(sorted(found))
