"""Rules of dates beside the day of publication or a date named before, and of dates so many units away."""

import re
from datetime import timedelta
from typing import Final

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.resolution import beside, moved, nearest, period, year_before
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import SEASONS, WEEKDAYS, any_of, cased, compiled, month_number, number, plain

_STEPS: Final = {
    "last": -1, "this": 0, "next": 1, "this past": -1, "this coming": 1, "this last": -1, "the past": -1,
    "the coming": 1, "the current": 0, "the latest": -1, "the upcoming": 1,
}  # fmt: skip
"""What counts from the day of publication."""
_ANCHORED: Final = {
    "that": 0, "that same": 0, "the same": 0, "the previous": -1, "the prior": -1, "the preceding": -1,
    "the following": 1, "the next": 1, "the subsequent": 1, "the very next": 1,
}  # fmt: skip
"""What counts from the date named before."""
_NAMED_DAYS: Final = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "this lunchtime": 0, "last night": -1, "last evening": -1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip
_PARTS_OF_DAY: Final = frozenset({"day", "morning", "afternoon", "evening", "night"})
_FINER: Final = {
    "year": {"quarter", "month", "week"}, "decade": {"quarter", "month", "week", "year"}, "half": {"month", "week"},
    "quarter": {"month", "week"}, "season": {"month", "week"}, "month": {"week"},
}  # fmt: skip
"""Units that a date named before does not fix."""
_AT_HEAD = compiled(r"(?:^|[.,;:(“\"] |\band |\buntil |\bby )$")


def _period(match: re.Match[str], context: Context) -> str | None:
    """Resolve `this week` by publication, `the same year` by the date named; `the next year` in a clause measures."""
    which, unit = plain(match["which"]), plain(match["unit"])
    if which == "the next" and unit in {"decade", "centur"}:
        which = "next"
    if which in _STEPS:
        lasts = unit != "weekend" and which.endswith(("past", "coming"))
        return None if lasts or unit in _PARTS_OF_DAY else period(context.published, _STEPS[which], unit)
    if unit in {"weekend", "half", "centur"}:
        return None
    if which == "the next" and unit not in _PARTS_OF_DAY and not _AT_HEAD.search(context.before()):
        return None
    unit = "day" if unit in _PARTS_OF_DAY else unit
    step, named = _ANCHORED[which], context.named.for_unit(unit)
    if named is None or unit in _FINER.get(named.granularity, ()):
        return period(context.published, step, unit) if step < 0 else None
    return period(named.last if step > 0 and named.first.year != named.last.year else named.first, step, unit)


def _by_name(match: re.Match[str], context: Context) -> str | None:
    """Resolve `last Saturday`, `that December`, `next spring`; `this Friday` by the tense."""
    which, named, published = plain(match["which"]), context.named.any, context.published
    if match["weekday"]:
        kind, number, named = "weekday", WEEKDAYS.index(match["weekday"]), context.named.day or named
        if which == "this":
            past = context.tense(match) is Tense.PAST
            return nearest(published, kind, number, Tense.PAST if past else Tense.FUTURE)
    elif match["month"]:
        kind, number = "month", month_number(match["month"])
    else:
        kind, number = "season", SEASONS[match["season"].lower()]
    if which in _STEPS:
        return beside(published, kind, number, _STEPS[which])
    return None if named is None else beside(named.first, kind, number, _ANCHORED[which])


_NO_DAY_AFTER = (
    r"\b<before_day> |(?:^|\W)(?i:<recurring>)(?: (?:other|single|recent|typical))? |(?:the|The) (?:first|last) "
)
"""`Black Friday`, `every Monday`."""
_NO_NAME = r"(?! (?:<after_day>|the 13th(?! of))\b)"
"""Not `Sunday Times`."""
_HIS = r"(?:(?<=[Hh]is )|(?<=[Hh]er )|(?<=[Tt]heir )|(?<=\b[Oo]ur )|(?<=\b[Mm]y )|(?<=[Yy]our ))"


def _weekday(match: re.Match[str], context: Context) -> str:
    """Resolve a weekday by the tense, or that of a week."""
    day, published = WEEKDAYS.index(match["weekday"]), context.published
    if match["which"]:
        monday = published - timedelta(days=published.weekday())
        return str(monday + timedelta(days=day, weeks=_STEPS[match["which"].lower()]))
    return nearest(published, "weekday", day, context.tense(match))


def _weekend(match: re.Match[str], context: Context) -> str:
    """On a Saturday or Sunday it is the one under way; before, the last or the next by the tense."""
    to_come = context.tense(match) is Tense.FUTURE or context.published.weekday() >= WEEKDAYS.index("Saturday")
    return period(context.published, 0 if to_come else -1, "weekend")


_RANGE_BEFORE = r"(?:\bor|\bto|\bof|\d[-–]) ?"
_LENGTH_BEFORE = compiled(r"(?:\b(?:<before_length>|[a-z]+est)|%)(?: [\w-]+){0,3} $")
_STANDS_ALONE = compiled(r"(?:'s?)? time\b|[.,;:!?)”\"]|$| (?:or|if|when|at|and|to|unless|after|from|of)\b")
_BACK: Final = frozenset({"earlier", "before", "previously", "beforehand"})
_ENDS_CLAUSE = r"(?= ?(?:[.,;:!?)—–”\"]|$|\n))"


def _ago(match: re.Match[str], context: Context) -> str:
    """The unit gives the grain: three years ago is a year, two weeks ago a week, Monday to Sunday."""
    return moved(context.published, -number(match["number"]) - (0.5 if match["half"] else 0), match["unit"].lower())


def _from_named(match: re.Match[str], context: Context) -> str | None:
    """Count from the date named before; what lies back without one counts from the day of publication."""
    unit, back = match["unit"].lower(), match["way"].lower() in _BACK
    step = number(match["number"] or "a") * (-1 if back else 1)
    named = context.named.for_unit(unit)
    if named is None:
        return moved(context.published, step, unit) if back else None
    if named.granularity in {"decade", "century"}:
        return None
    if unit == "year" and step == -1 and named.is_quarter_or_half:
        return year_before(named)
    long = named.first.year != named.last.year and not back
    return moved(named.last if long else named.first, step, unit)


def _ahead(match: re.Match[str], context: Context) -> str | None:
    """`in three years` and `within two months` name a time where the clause looks ahead; else they measure one."""
    ends = match["word"] == "In" or _STANDS_ALONE.match(context.text, match.end())
    if match["word"].lower() == "in" and (_LENGTH_BEFORE.search(context.before(60)) or not ends):
        return None
    if context.tense(match) is not Tense.FUTURE:
        return None
    return moved(context.published, number(match["number"]), match["unit"].lower())


def _year_ago(match: re.Match[str], context: Context) -> str:
    """`the year-ago quarter` is that quarter a year before the one named, or the year before publication."""
    named = context.named.part if match["period"] == "quarter" else context.named.any
    named = named or (context.named.any if match["ago"] else None)
    return f"{context.published.year - 1:04}" if named is None else year_before(named)


_WHICH = rf"(?P<which>{cased([*_STEPS, *_ANCHORED])})"
STEPS = (
    rule("so long ago", "three years ago", r"<number> <unit>(?P<half> and a half)? ago", _ago, _RANGE_BEFORE),
    rule("so long later or earlier", "two days later, a year earlier, the year before",
         r"(?:<number>|[Tt]he(?= year| month| week)|The(?= day)) <unit>"
         rf" (?P<way>[Ll]ater|[Ee]arlier|[Aa]fterwards?|beforehand|previously|(?:before|after){_ENDS_CLAUSE})"
         r"(?! (?:than|with)\b|-than)",
         _from_named, _RANGE_BEFORE),
    rule("in so long", "in three years, within two months",
         r"(?P<word>[Ii]n|[Ww]ithin) <number> <unit>(?:'s?)?(?: time)?", _ahead),
    rule("the period a year ago", "the year-ago quarter, the same quarter last year",
         r"the (?:same |corresponding |equivalent )?(?:(?P<ago>year-ago|year-earlier|prior-year|previous-year) )?"
         r"(?P<period>quarter|period|month)"
         r"(?(ago)|(?: of)? (?:last year|a year (?:ago|earlier)|the (?:previous|prior) year))",
         _year_ago),
    rule("before last", "the year before last", r"[Tt]he <unit> before last",
         lambda match, context: moved(context.published, -2, match["unit"])),
)  # fmt: skip
BESIDE = (
    rule("named day", "yesterday, last night", rf"(?!(?<=\w )Today){cased(_NAMED_DAYS)}(?!'s <of_our_time>\b)",
         lambda match, context: period(context.published, _NAMED_DAYS[plain(match.group())], "day")),
    rule("a stretch, no date", "the past year, the last week, the next few months",
         r"[Tt]he (?:past|last|coming) (?:day|week|month|quarter(?! of)|year|decade|century)", lambda *_: ""),
    rule("weekend by tense", "at the weekend", "[Tt]he weekend", _weekend),
    rule("period beside publication or the date named", "last week, the current fiscal year, the same year, that night",
         rf"{_WHICH} <fiscal>(?P<unit>{any_of(_PARTS_OF_DAY)}"
         r"|weekend|week|month|quarter|half|year|decade|centur(?=y))y?", _period),
    rule("weekday, month or season beside a day", "last Saturday, the following Monday, that December, this summer",
         rf"{_WHICH} (?:<weekday>{_NO_NAME}|<month>|<season>)", _by_name),
)  # fmt: skip
WEEKDAY_RULES = (
    rule("days of opening, no date", "open Tuesday to Sunday",
         r"(?:(?<=open )|(?<=open from ))<weekday>(?: to | through |[-–])<weekdays>", lambda *_: ""),
    rule("days of habit or in a name, no date", "his Sunday mornings, the Friday Wolves",
         rf"{_HIS}<weekdays>(?: (?:morning|afternoon|night|evening))? [a-z]+s\b"
         r"|(?:(?<=\bthe )|(?<=called )|(?<=named ))<weekdays>(?= [A-Z][a-z])", lambda *_: ""),
    rule("weekday", "on Saturday, Tuesday of last week, Monday next week",
         rf"<weekday>(?:(?: of)? (?P<which>[Ll]ast|[Tt]his|[Nn]ext) week)?{_NO_NAME}", _weekday, _NO_DAY_AFTER),
)  # fmt: skip
