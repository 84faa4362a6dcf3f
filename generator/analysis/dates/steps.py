"""Rules of dates so many units away: `three years ago`, `within two months`, `two days later`, `a year earlier`."""

import re

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.resolution import moved, same_in_year
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import NUMBER, UNIT, compiled, number

_PART_OF_RANGE = re.compile(r"(?:\bor|\bto|\bof|\d[-–])[  ]?$")
_A_MEASURE_BEFORE = compiled(
    r"(?:\b(?:first|second|third|fourth|fifth|time|times|once|twice|only|most|least|best|worst|more|less|[a-z]+est|rise"
    r"|fall|gain|drop|decline|increase|days|weeks|months|years|cent|percent|points|record)|%)(?: [\w-]+){0,3} $"
)
_STANDS_ALONE = compiled(r"(?:'s?)? time\b|[.,;:!?)”\"]|$| (?:or|if|when|at|and|to|unless|after|from|of)\b")
_COMPARED = compiled(r" (?:than|with)\b|-than")
_BACK = frozenset({"earlier", "before", "previously", "beforehand"})
_ENDS_CLAUSE = r"(?= ?(?:[.,;:!?)—–”\"]|$|\n))"


def _ago(match: re.Match[str], context: Context) -> str | None:
    """The unit gives the grain: three years ago is a year, two weeks ago a week, Monday to Sunday."""
    if _PART_OF_RANGE.search(context.before()):
        return None
    half = 0.5 if match["half"] else 0
    return moved(context.published, -number(match["number"]) - half, match["unit"].lower())


def _from_named(match: re.Match[str], context: Context) -> str | None:
    """Count from the date named before; what lies back without one counts from the day of publication."""
    if _COMPARED.match(context.text, match.end()) or _PART_OF_RANGE.search(context.before()):
        return None
    unit, back = match["unit"].lower(), match["way"].lower() in _BACK
    step = number(match["number"]) * (-1 if back else 1)
    named = context.named_day if unit == "day" else context.named
    if named is not None and named.granularity in {"decade", "century"}:
        return None
    if named is None:
        return moved(context.published, step, unit) if back else None
    if unit == "year" and step == -1 and "/" not in named.text:
        return same_in_year(named, -1) if named.is_quarter_or_half else f"{named.first.year - 1:04}"
    long = named.first.year != named.last.year and "/" in named.text
    return moved(named.last if long and not back else named.first, step, unit)


def _ahead(match: re.Match[str], context: Context) -> str | None:
    """`in three years` and `within two months` name a time where the clause looks ahead; else they measure one."""
    ends = match["word"] == "In" or _STANDS_ALONE.match(context.text, match.end())
    if match["word"].lower() == "in" and (_A_MEASURE_BEFORE.search(context.before(60)) or not ends):
        return None
    if context.tense(match) is not Tense.FUTURE:
        return None
    return moved(context.published, number(match["number"]), match["unit"].lower())


def _year_ago_period(match: re.Match[str], context: Context) -> str:
    """`the year-ago quarter` is that quarter a year before the one named, or the year before publication."""
    anchor = context.anchor
    if match["period"] == "month":
        return moved(anchor.first, -12, "month")
    if match["period"] == "quarter" and context.named_part is not None:
        return same_in_year(context.named_part, -1)
    return same_in_year(anchor, -1) if anchor.is_quarter_or_half else f"{anchor.first.year - 1:04}"


def _same_period(match: re.Match[str], context: Context) -> str:
    named = context.named_part if match["period"] == "quarter" else context.named
    if named is None or named.granularity not in {"quarter", "half", "month"}:
        return f"{context.published.year - 1:04}"
    return same_in_year(named, -1)


def _beside(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the day after`, `the year before` from the date named before."""
    back, unit = match["way"] == "before", match["unit"].lower()
    named = context.named_day if unit == "day" else context.named
    if named is None:
        return moved(context.published, -1, unit) if back else None
    return moved(named.first, -1 if back else 1, unit)


def _before_last(match: re.Match[str], context: Context) -> str:
    return moved(context.published, -2, match["unit"].lower())


STEPS = (
    rule("so long ago", "three years ago", rf"{NUMBER} {UNIT}(?P<half> and a half)? (?:ago|back(?= (?:in"
                                           rf"|when)))", _ago),
    rule("so long later or earlier", "two days later, a year earlier",
         rf"{NUMBER} {UNIT} (?P<way>[Ll]ater|[Ee]arlier|[Aa]fterwards?|beforehand|previously|(?:before"
         rf"|after){_ENDS_CLAUSE})",
         _from_named),
)  # fmt: skip
AHEAD = (
    rule("in so long", "in three years, within two"
                       " months", rf"(?P<word>[Ii]n|[Ww]ithin) {NUMBER} {UNIT}(?:'s?)?(?: time)?", _ahead),
)  # fmt: skip
BEFORE = (
    rule("the period a year ago", "the year-ago quarter",
         r"the (?:same )?(?:year-ago|year-earlier|prior-year|previous-year|year-before) (?P<period>quarter|period"
         r"|month)",
         _year_ago_period),
    rule("the same period a year ago", "the same quarter last year",
         r"the (?:same|corresponding|equivalent) (?P<period>quarter|month)(?: of)? (?:last year|a year (?:ago"
         r"|earlier|before)|the (?:previous|prior) year)", _same_period),
    rule("the year before, the day"
         " after", "the year before", rf"(?:[Tt]he (?=year|month|week)|The (?=day)){UNIT} (?P<way>before"
                                      rf"|after){_ENDS_CLAUSE}", _beside),
    rule("before last", "the year before last", rf"[Tt]he {UNIT} before last", _before_last),
)  # fmt: skip
