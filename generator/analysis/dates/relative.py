"""Rules of days, weeks, months and years beside the day of publication, or beside a date named before."""

import re
from datetime import date, timedelta
from typing import Final

from generator.analysis.dates.context import Context, no_date, rule
from generator.analysis.dates.exceptions import NAME_AFTER_DAY, NAME_BEFORE_DAY
from generator.analysis.dates.resolution import month, month_alone, period, season, weekday, weekday_beside, weekend
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import SEASON, SEASONS, WEEKDAY, WEEKDAYS, compiled, month_number
from generator.analysis.dates.words import month as month_pattern

_STEPS: Final = {
    "last": -1, "this": 0, "next": 1, "this past": -1, "this coming": 1, "the past": -1, "the coming": 1,
    "the current": 0, "the latest": -1, "the upcoming": 1, "this last": -1,
}  # fmt: skip
"""What counts from the day of publication."""
_ANCHORED_STEPS: Final = {
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
_FIGURATIVE = compiled(
    r"'s (?:world|society|generation|leaders|young|youth|technology|standards|workforce|kids|children)\b"
)
_OUTLET_BEFORE = compiled(r"(?:USA|Russia|Africa|India|Psychology|History|the|The|BBC) $")


def _plain(words: str) -> str:
    return words.lower().replace("\u00a0", " ")


def _named_day(match: re.Match[str], context: Context) -> str | None:
    outlet = match.group().startswith("Today") and _OUTLET_BEFORE.search(context.before())
    if outlet or _FIGURATIVE.match(context.text, match.end()):
        return None
    return period(context.published, _NAMED_DAYS[_plain(match.group())], "day")


def _period(match: re.Match[str], context: Context) -> str:
    return period(context.published, _STEPS[_plain(match["which"])], _plain(match["unit"]))


_AT_HEAD = compiled(r"(?:^|[.,;:(“\"] |\band |\buntil |\bby )$")


def _anchored(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the same year`, `the following month`, `the next day`; `the next year` inside a clause measures."""
    which, unit = _plain(match["which"]), _plain(match["unit"])
    step, of_day = _ANCHORED_STEPS[which], unit in _PARTS_OF_DAY
    named = context.named_day if of_day else context.named
    if which == "the next" and not of_day and not _AT_HEAD.search(context.before()):
        return None
    if named is None:
        return period(context.published, step, "day" if of_day else unit) if step < 0 else None
    if unit in _FINER.get(named.granularity, ()):
        return period(context.published, step, unit) if step < 0 else None
    base = named.last if step > 0 and named.first.year != named.last.year else named.first
    return period(base, step, "day" if of_day else unit)


def _which_month(match: re.Match[str], context: Context) -> str | None:
    number, which = month_number(match["month"]), _plain(match["which"])
    if which in _STEPS:
        return _month_beside(context.published, number, _STEPS[which])
    if context.named is None:
        return None
    return _month_beside(context.named.first, number, _ANCHORED_STEPS[which])


def _month_beside(day: date, number: int, step: int) -> str:
    """Give that month of the same year (0), or the nearest after (1) or before (-1) the month of a day."""
    if step == 0:
        return f"{day.year:04}-{number:02}"
    beside = date.fromisoformat(f"{month(day, step)}-01")
    return month_alone(beside, number, Tense.FUTURE if step > 0 else Tense.PAST)


def _which_season(match: re.Match[str], context: Context) -> str | None:
    number, which = SEASONS[match["season"].lower()], _plain(match["which"])
    if which in _ANCHORED_STEPS:
        if context.named is None:
            return None
        return _season_beside(context.named.first, number, _ANCHORED_STEPS[which])
    return _season_beside(context.published, number, _STEPS[which])


def _season_beside(day: date, number: int, step: int) -> str:
    """`this summer` is that of the year; `last` and `next` are the nearest that is not under way."""
    if step == 0:
        return f"{day.year:04}-{number}"
    away = day + timedelta(days=80 * step)
    nearest = season(day, number, Tense.FUTURE if step > 0 else Tense.PAST)
    under_way = season(day, number, Tense.PAST) == season(day, number, Tense.FUTURE)
    return season(away, number, Tense.FUTURE if step > 0 else Tense.PAST) if under_way else nearest


_RECURRING_BEFORE = compiled(
    r"(?:^|\W)(?i:every|each|an?|any|one|some|most|no|alternate|another|second|third|fourth|final|usual|weekly)"
    r"(?: (?:other|single|recent|typical))? $|(?:the|The) (?:first|last) $"
)
_HIS_BEFORE = compiled(r"(?:^|\W)(?i:his|her|their|our|my|your) $")
_PLURAL_FOLLOWS = compiled(r"(?: (?:morning|afternoon|night|evening))? [a-z]+s\b")
_CAPITAL_FOLLOWS = re.compile(r"[ \u00a0][A-Z][a-z]")
_ARTICLE_BEFORE = compiled(r"(?:^|\W)(?:the|called|named) $")


def _is_day(context: Context, end: int) -> bool:
    """Say whether a weekday's name is a day, not part of a proper name nor a day that recurs."""
    before, text = context.before(), context.text
    if NAME_BEFORE_DAY.search(before) or _RECURRING_BEFORE.search(before) or NAME_AFTER_DAY.match(text, end):
        return False
    if _HIS_BEFORE.search(before) and _PLURAL_FOLLOWS.match(text, end):
        return False
    return not (_ARTICLE_BEFORE.search(before) and _CAPITAL_FOLLOWS.match(text, end))


def _weekday(match: re.Match[str], context: Context) -> str | None:
    if not _is_day(context, match.end()):
        return None
    return str(weekday(context.published, WEEKDAYS.index(match["weekday"]), context.tense(match)))


def _weekday_of_week(match: re.Match[str], context: Context) -> str | None:
    if not _is_day(context, match.end()):
        return None
    monday = context.published - timedelta(days=context.published.weekday())
    return str(monday + timedelta(days=7 * _STEPS[match["which"].lower()] + WEEKDAYS.index(match["weekday"])))


def _which_weekday(match: re.Match[str], context: Context) -> str | None:
    which, number = _plain(match["which"]), WEEKDAYS.index(match["weekday"])
    if NAME_AFTER_DAY.match(context.text, match.end()):
        return None
    if which in _ANCHORED_STEPS:
        named = context.named_day or context.named
        return None if named is None else str(weekday_beside(named.first, number, _ANCHORED_STEPS[which] or 1))
    if which == "this":
        tense = Tense.PAST if context.tense(match) is Tense.PAST else Tense.FUTURE
        return str(weekday(context.published, number, tense))
    return str(weekday_beside(context.published, number, _STEPS[which]))


def _weekend(match: re.Match[str], context: Context) -> str:
    """On a Saturday or Sunday it is the one under way; before, the last or the next by the tense."""
    step = 0 if context.tense(match) is Tense.FUTURE or context.published.weekday() >= 5 else -7  # noqa: PLR2004 - Saturday
    return weekend(context.published + timedelta(days=step))


_STEP_WORDS = "[Ll]ast|[Tt]his (?:past|coming|last)|[Tt]his|[Nn]ext|[Tt]he (?:past|coming|current|latest|upcoming)"
_ANCHORED_WORDS = "[Tt]hat same|[Tt]hat|[Tt]he (?:same|previous|prior|preceding|following|very next|next|subsequent)"
_EITHER = rf"(?P<which>{_STEP_WORDS}|{_ANCHORED_WORDS})"
_KIND = r"(?:fiscal |financial |calendar |full |whole )?"

NAMED_DAYS = (
    rule("named day", "yesterday, last night",
         r"[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening|lunchtime)"
         r"|[Ll]ast (?:night|evening)|[Tt]he day (?:before yesterday|after tomorrow)", _named_day),
)  # fmt: skip
BESIDE = (
    *NAMED_DAYS,
    rule("a stretch, no date", "the past year, the last week, the next few months",
         r"[Tt]he (?:past|last|coming) (?:day|week|month|quarter(?! of)|year|decade|century)", no_date),
    rule("weekend beside", "the coming weekend",
         r"(?P<which>[Tt]his (?:past|coming)|[Tt]he (?:past|coming)) (?P<unit>weekend)", _period),
    rule("this, last, next period", "last week, this quarter, the current fiscal year",
         rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:current|latest|upcoming)) {_KIND}"
         r"(?P<unit>weekend|week|month|quarter|half|year|decade|centur(?=y))y?", _period),
    rule("next decade or century", "in the next decade", r"[Tt]he (?P<which>next) (?P<unit>decade"
                                                         r"|centur(?=y))y?", _period),
    rule("period beside the one named", "the same year, the following month, the next day",
         rf"(?P<which>{_ANCHORED_WORDS}) {_KIND}"
         r"(?P<unit>day|morning|afternoon|evening|night|week|month|quarter|year|decade)", _anchored),
    rule("weekday beside a day", "last Saturday, the following Monday", rf"{_EITHER} {WEEKDAY}", _which_weekday),
    rule("month beside a day", "last February, that December", rf"{_EITHER} {month_pattern()}", _which_month),
    rule("season beside a day", "this summer, last spring", rf"{_EITHER} {SEASON}", _which_season),
)  # fmt: skip
WEEKENDS = (rule("weekend by tense", "at the weekend", r"[Tt]he weekend", _weekend),)
WEEKDAY_RULES = (
    rule("days of opening, no date", "open Tuesday to Sunday",
         rf"(?:(?<=open )|(?<=open from )){WEEKDAY}(?: to | through |[-–])(?:{'|'.join(WEEKDAYS)})", no_date),
    rule("weekday of a week", "Tuesday of last week, Monday next week",
         rf"{WEEKDAY}(?: of)? (?P<which>[Ll]ast|[Tt]his|[Nn]ext) week", _weekday_of_week),
    rule("weekday by tense", "on Saturday", WEEKDAY, _weekday),
)  # fmt: skip
