"""Rules of days that name their month, with or without the year, and of feasts with a fixed day."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.exceptions import COUNTED
from generator.analysis.dates.resolution import day_of_year
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import HOLIDAYS, WEEKDAY, compiled, day, month, month_number, year

_OFFSETS: Final = {"last": -1, "this": 0, "next": 1}
_YEAR_OR_RELATIVE = rf"(?:,? {year()}|(?: of|,)? (?P<which>[Tt]his|[Ll]ast|[Nn]ext) year)"
_WEEKDAY_SHORT = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?)"
_DATELINE_FOLLOWS = re.compile(r"(?:,? \d{4})? ?(?:\((?!\d)|[-–—] )")
_CITY_BEFORE = re.compile(r"(?:^|\n)[A-Z][A-Z .,/'’-]+(?:, [\w.]+)?[,.]? $")


def year_of(match: re.Match[str], context: Context) -> int | None:
    """Give the year that an expression names, as such or by `this year`, `last year`, `next year`."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if (groups.get("which") or "").lower() == "that":
        return context.anchor.first.year
    if groups.get("which"):
        return context.published.year + _OFFSETS[groups["which"].lower()]
    return None


def whole_day(match: re.Match[str], context: Context) -> str | None:
    """Resolve a day of a month, with its year or the nearest that fits the tense."""
    month_, day_ = month_number(match["month"]), int(match["day"])
    named = year_of(match, context)
    if named is not None:
        return date(named, month_, day_).isoformat()
    tense = Tense.NONE if _in_dateline(match, context) else context.tense(match)
    return day_of_year(context.published, month_, day_, tense).isoformat()


def _in_dateline(match: re.Match[str], context: Context) -> bool:
    follows = _DATELINE_FOLLOWS.match(context.text, match.end())
    return bool(follows) and bool(_CITY_BEFORE.search(context.before(60)))


_MONTH_FIRST = compiled(rf"{month()} \d{{1,2}}(?!\w)")
_DAY_FIRST = compiled(rf"(?<!\w)\d{{1,2}} {month()}")


_LAST_MONTH: Final = 12


@lru_cache(maxsize=2)  # asked at each such day of one text
def _orders(text: str) -> tuple[bool, bool]:
    """Say whether the text writes days before months, and months before days."""
    return bool(_DAY_FIRST.search(text)), bool(_MONTH_FIRST.search(text))


def _numeric(match: re.Match[str], context: Context) -> str:
    """Read day or month first as the text does elsewhere; else as lies nearer to publication."""
    first, second = int(match["first"]), int(match["second"])
    year_ = int(match["year"])
    if year_ < 100:  # noqa: PLR2004 - two figures stand for a year gone by, or close ahead
        year_ += 2000 if 2000 + year_ <= context.published.year + 20 else 1900
    day_first, month_first = _orders(context.text)
    readings = [] if second > _LAST_MONTH else [date(year_, second, first)]
    if first <= _LAST_MONTH and not (readings and day_first and not month_first):
        readings.append(date(year_, first, second))
    if len(readings) > 1 and month_first and not day_first:
        return readings[-1].isoformat()
    return min(readings, key=lambda day_: abs(day_ - context.published)).isoformat()


_LED_IN = compiled(r"(?:^|\W)(?i:by|before|after|since|until|till|at|on|over|for|this|last|next) $")


def _holiday(match: re.Match[str], context: Context) -> str | None:
    word = match["holiday"].replace("’", "'").replace("\u00a0", " ")
    if word in {"Christmas", "New Year's"} and (
        not _LED_IN.search(context.before()) or re.match(r"[  -]\w", context.text[match.end() : match.end() + 2])
    ):
        return None
    named = year_of(match, context)
    if named is not None:
        return date(named, *HOLIDAYS[word]).isoformat()
    return day_of_year(context.published, *HOLIDAYS[word], context.tense(match)).isoformat()


def _attacks(_match: re.Match[str], context: Context) -> str | None:
    return "2001-09-11" if context.published >= date(2001, 9, 11) else None


WEEKDAY_DAYS = (
    rule("weekday, day month year", "Wednesday, 8 April 2024",
         rf"{_WEEKDAY_SHORT},? (?:the )?{day()}(?: of)? {month()}{_YEAR_OR_RELATIVE}?", whole_day),
    rule("weekday, month day, year", "Wednesday, April 8, 2024",
         rf"{_WEEKDAY_SHORT},? {month()} (?:the )?{day()}{_YEAR_OR_RELATIVE}?", whole_day),
)  # fmt: skip
ISO_DAYS = (
    rule("ISO day", "2024-04-08", r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?![-\d])",
         lambda match, _: match.group()),
)  # fmt: skip
NUMERIC_DAYS = (
    rule("numeric day", "8/4/2024", r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d"
                                    r"|\d\d)(?![/\d])", _numeric),
    rule("numeric day with full stops", "8.4.2024",
         r"(?P<first>\d{1,2})\.(?P<second>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![.\d])", _numeric),
)  # fmt: skip
MONTH_FIRST_DAYS = (
    rule("the attacks of 2001", "the Sept. 11 attacks",
         r"Sept(?:\.|ember)? 11(?=,? (?:2001,? )?(?:terror(?:ist)? )?attacks)", _attacks),
    rule("month day, year", "April 8, 2024",
         rf"{month()} (?:the )?{day()}(?!{COUNTED}){_YEAR_OR_RELATIVE}?", whole_day),
)  # fmt: skip
DAY_FIRST_DAYS = (
    rule("day month year", "8 April 2024", rf"(?:the )?{day()}(?: of)? {month()}{_YEAR_OR_RELATIVE}?", whole_day),
)  # fmt: skip
FEASTS = (
    rule("feast", "Christmas Day",
         rf"(?P<holiday>{'|'.join(HOLIDAYS).replace('.', '[.]')}){_YEAR_OR_RELATIVE}?", _holiday),
)  # fmt: skip
