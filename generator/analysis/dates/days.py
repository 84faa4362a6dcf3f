"""Rules of days that name their month, alone or as the ends of a stretch, and of feasts with a fixed day."""

import re
from datetime import date
from typing import Final

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.resolution import day_of_year
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import LISTS, any_of, compiled, month_number

_LAST_MONTH: Final = 12
_DATELINE_FOLLOWS = re.compile(r"(?:,? \d{4})? ?(?:\((?!\d)|[-–—] )")
_CITY_BEFORE = re.compile(r"(?:^|\n)[A-Z][A-Z .,/'’-]+(?:, [\w.]+)?[,.]? $")


def _day(match: re.Match[str], context: Context, month: int, day: int) -> str:
    """Resolve a day of a month, with its year or the nearest that fits the tense; in a dateline the nearest."""
    named = context.year(match)
    if named is not None:
        return str(date(named, month, day))
    dateline = _DATELINE_FOLLOWS.match(context.text, match.end()) and _CITY_BEFORE.search(context.before(60))
    return str(day_of_year(context.published, month, day, Tense.NONE if dateline else context.tense(match)))


def _whole_day(match: re.Match[str], context: Context) -> str:
    return _day(match, context, month_number(match["month"]), int(match["day"]))


def _days(match: re.Match[str], context: Context) -> str | None:
    """Resolve a stretch of days: a year at its end holds for both ends, unless that would run backwards."""
    groups = match.groupdict()
    last_month = month_number(groups.get("last_month") or match["month"])
    first_month = month_number(groups.get("first_month") or match["month"])
    first_day, last_day = int(match["day"]), int(match["last_day"])
    if match["listed"] and (first_month != last_month or last_day != first_day + (2 if match["middle"] else 1)):
        return None
    if match["first_year"] and "last_month" in groups and not match["last_month"]:
        return None
    backwards = (first_month, first_day) > (last_month, last_day)
    if first_month == last_month and first_day >= last_day:
        return None
    if match["year"]:
        last_year = int(match["year"])
        first_year = int(match["first_year"] or last_year - backwards)
    else:
        first_year = day_of_year(context.published, first_month, first_day, context.tense(match)).year
        last_year = first_year + backwards
    return f"{date(first_year, first_month, first_day)}/{date(last_year, last_month, last_day)}"


def _numeric(match: re.Match[str], context: Context) -> str:
    """Read day or month first, as lies nearer to publication."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < 100:  # noqa: PLR2004 - two figures stand for a year gone by, or close ahead
        year += 2000 if 2000 + year <= context.published.year + 20 else 1900
    readings = [date(year, month, day) for day, month in ((first, second), (second, first)) if month <= _LAST_MONTH]
    return str(min(readings, key=lambda found: abs(found - context.published)))


_FEASTS: Final = {name: (int(day_[:2]), int(day_[3:])) for day_, _, name in (f.partition(" ") for f in LISTS["feasts"])}
_GOES_ON = compiled(r"[ -]\w")
_FEAST_LED = compiled(r"(?:^|\W)(?i:by|before|after|since|until|till|at|on|over|for|this|last|next) $")


def _feast(match: re.Match[str], context: Context) -> str | None:
    word = match["feast"].replace("\u2019", "'").replace("\u00a0", " ")
    whole = word not in {"Christmas", "New Year's"}  # those two are days only alone: `before Christmas`
    if not whole and (not _FEAST_LED.search(context.before()) or _GOES_ON.match(context.text, match.end())):
        return None
    return _day(match, context, *_FEASTS[word])


_WEEKDAY = r"(?:(?:<weekdays>|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?),? )?"
_BETWEEN = "(?:(?P<between>[Bb]etween )|[Ff]rom )?"
_TO = r"(?(between) and |(?:<range>|(?P<listed>(?:, <day:middle>,?)? (?:and|&) )))"
DAYS = (
    rule("days, month first", "April 28 to May 3, 2024; April 8-10; between April 8 and 10; May 28, 29 and 30",
         rf"{_BETWEEN}<month> <day>(?:,? <year:first_year>,?)?{_TO}(?:<month:last_month> )?"
         r"<day:last_day>(?:,? <year>)?", _days),
    rule("days, day first", "28 April - 3 May 2024; 8-10 April; between 8 and 10 April; 28, 29 and 30 May",
         rf"{_BETWEEN}<day>(?:(?: of)? <month:first_month>(?: <year:first_year>)?)?{_TO}"
         r"<day:last_day>(?: of)? <month>(?:,? <year>)?", _days),
    rule("the attacks of 2001", "the Sept. 11 attacks",
         r"Sept(?:\.|ember)? 11(?=,? (?:2001,? )?(?:terror(?:ist)? )?attacks)",
         lambda _, context: "2001-09-11" if context.published.year > 2000 else None),  # noqa: PLR2004
    rule("month day, year", "Wednesday, April 8, 2024",
         rf"{_WEEKDAY}<month> (?:the )?<day>(?!<counting>)<and_year>?", _whole_day),
    rule("day month year", "Wednesday, 8 April 2024", rf"{_WEEKDAY}(?:the )?<day>(?: of)? <month><and_year>?",
         _whole_day),
    rule("ISO day", "2024-04-08", r"\d{4}-(?:0[1-9]|1[0-2])-\d\d(?![-\d])", lambda match, _: match.group()),
    rule("numeric day", "8/4/2024, 8.4.2024",
         r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![/\d])",
         _numeric),
    rule("feast", "Christmas Day", rf"(?P<feast>{any_of(_FEASTS)})<and_year>?", _feast),
)  # fmt: skip
"""In the order in which they are tried."""
