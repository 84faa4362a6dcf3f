"""Rules of stretches between two days, months or years: `8-10 April 2024`, `from March to June`, `2026-28`."""

import re
from datetime import date

from generator import edtf
from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.days import whole_day, year_of
from generator.analysis.dates.resolution import day_of_year, month_alone
from generator.analysis.dates.words import RANGE, day, month, month_number, year

_TWO_FIGURES = 2


def _days_of_month(match: re.Match[str], context: Context) -> str | None:
    first = whole_day(match, context)
    if first is None:
        return None
    begin = date.fromisoformat(first)
    last, between = int(match["last_day"]), match.groupdict().get("between")
    if between is not None:
        return f"{first}/{begin.replace(day=last)}" if (int(between), last) == (begin.day + 1, begin.day + 2) else None
    if last <= begin.day or (match.groupdict().get("and") and last != begin.day + 1):
        return None
    return f"{first}/{begin.replace(day=last)}"


def _days_of_months(match: re.Match[str], context: Context) -> str | None:
    """Resolve a range over two months: a year at the end holds for both, unless that would run backwards."""
    month_, day_ = month_number(match["last_month"]), int(match["last_day"])
    if match["year"] is None:
        tense = context.tense(match)
        begin = day_of_year(context.published, month_number(match["month"]), int(match["day"]), tense)
        end = date(begin.year + ((month_, day_) < (begin.month, begin.day)), month_, day_)
        return f"{begin}/{end}"
    end = date(int(match["year"]), month_, day_)
    own = match.groupdict().get("first_year")
    begin = date(int(own) if own else end.year, month_number(match["month"]), int(match["day"]))
    if begin > end:
        begin = begin.replace(year=end.year - 1)
    return f"{begin}/{end}"


def _months(match: re.Match[str], context: Context) -> str | None:
    first, last = month_number(match["month"]), month_number(match["last_month"])
    named = year_of(match, context)
    if named is None:
        begin = month_alone(context.published, first, context.tense(match))
        begin_year = int(begin[:4])
        return f"{begin}/{begin_year + (last <= first):04}-{last:02}"
    own = match.groupdict().get("first_year")
    begin_year = int(own) if own else named - (last <= first)
    return f"{begin_year:04}-{first:02}/{named:04}-{last:02}"


def _years(match: re.Match[str], context: Context) -> str | None:
    first, last = match["year"], match["last_year"]
    if len(last) == _TWO_FIGURES:
        if "from" not in match.group().lower() and re.search(r"[$£€\d]$", context.before()):
            return None
        last = first[:2] + last if last > first[2:] else f"{int(first[:2]) + 1}{last}"
    if int(last) <= int(first) or re.search(r"[$£€#\d,.]$", context.before()):
        return None
    return edtf.parse(f"{first}/{last}").text


_LAST_YEAR = r"(?P<last_year>(?:1\d|20)\d\d|\d\d(?![\d-]))(?![.,:]\d|%|[-–]\d)"
_MONTH_AND_DAY = rf"{month('last_month')} {day('last_day')}(?:,? {year()})?"
_MONTH_ENDS = rf"{day('last_day')}(?: of)? {month('last_month')}(?:,? {year()})?"

MONTH_RANGES = (
    rule("days over two months, months first", "April 28 to May 3, 2024",
         rf"(?:[Ff]rom )?{month()} {day()}(?:,? {year('first_year')},?)?{RANGE}{_MONTH_AND_DAY}",
         _days_of_months),
    rule("days of a month, month first", "April 8-10, 2024",
         rf"(?:[Ff]rom )?{month()} {day()}{RANGE}{day('last_day')}(?:,? {year()})?", _days_of_month),
    rule("three days, month first", "May 28, 29 and 30",
         rf"{month()} {day()}, {day('between')},? and {day('last_day')}(?:,? {year()})?", _days_of_month),
    rule("two days, month"
         " first", "April 8 and 9", rf"{month()} {day()}(?P<and> and | & ){day('last_day')}(?:,? {year()})?",
         _days_of_month),
    rule("months with their years", "from March 2024 to June 2025",
         rf"(?:[Ff]rom )?{month()} {year('first_year')}{RANGE}{month('last_month')} {year()}", _months),
    rule("months", "from March to June 2024, January-March",
         rf"(?:[Ff]rom )?{month()}{RANGE}{month('last_month')}(?!\.? \d{{1,2}}(?!\d))(?:,? {year()})?", _months),
)  # fmt: skip
DAY_RANGES = (
    rule("days over two months, days first", "28 April – 3 May 2024",
         rf"(?:[Ff]rom )?{day()}(?: of)? {month()}(?: {year('first_year')})?{RANGE}{_MONTH_ENDS}", _days_of_months),
    rule("days of a month, days first", "8–10 April 2024",
         rf"(?:[Ff]rom )?{day()}{RANGE}{day('last_day')}(?: of)? {month()}(?:,? {year()})?", _days_of_month),
    rule("three days, days first", "28, 29 and 30 May",
         rf"{day()}, {day('between')},? and {day('last_day')}(?: of)? {month()}(?:,? {year()})?", _days_of_month),
    rule("two days, days first", "8 and 9 April", rf"{day()}(?P<and> and "
                                                  rf"| & ){day('last_day')}(?: of)? {month()}(?:,? {year()})?",
         _days_of_month),
)  # fmt: skip
YEAR_RANGES = (
    rule("years", "2026–28, from 2026 to 2028, 2025/26",
         rf"(?:[Ff]rom )?(?P<year>(?:1\d|20)\d\d)(?:{RANGE}|/){_LAST_YEAR}", _years),
)  # fmt: skip
BETWEEN = (
    rule("between days over two months, months first", "between April 28 and May 3",
         rf"[Bb]etween {month()} {day()}(?:,? {year('first_year')},?)? and {_MONTH_AND_DAY}",
         _days_of_months),
    rule("between days over two months, days first", "between 28 April and 3 May",
         rf"[Bb]etween {day()}(?: of)? {month()}(?: {year('first_year')})? and {_MONTH_ENDS}", _days_of_months),
    rule("between days of a month, days first", "between 8 and 10 April",
         rf"[Bb]etween {day()} and {day('last_day')}(?: of)? {month()}(?:,? {year()})?", _days_of_month),
    rule("between days of a month, month first", "between April 8 and 10",
         rf"[Bb]etween {month()} {day()} and {day('last_day')}(?:,? {year()})?", _days_of_month),
    rule("between months with their years", "between March 2024 and June 2025",
         rf"[Bb]etween {month()} {year('first_year')} and {month('last_month')} {year()}", _months),
    rule("between months", "between March and June",
         rf"[Bb]etween {month()} and {month('last_month')}(?!\.? \d{{1,2}}(?!\d))(?:,? {year()})?", _months),
    rule("between years", "between 2026 and 2028", rf"[Bb]etween (?P<year>(?:1\d|20)\d\d) and {_LAST_YEAR}", _years),
)  # fmt: skip
