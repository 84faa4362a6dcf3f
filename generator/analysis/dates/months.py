"""Rules of months: with a year, or alone by the tense, and what tells a month from a name or a verb."""

import re
from functools import lru_cache
from typing import Final

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.days import year_of
from generator.analysis.dates.resolution import month_alone
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import compiled, month, month_number, year


def _whole_month(match: re.Match[str], context: Context) -> str:
    return f"{year_of(match, context) or context.published.year:04}-{month_number(match['month']):02}"


_BEFORE_MONTH = compiled(
    r"(?:^|[^\w])(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill?|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|[Dd]uring|[Ll]ast"
    r"|[Nn]ext|[Tt]his|[Tt]hat|[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd|[Tt]hrough|[Bb]etween|[Ff]or|[Ee]very|[Ee]ach"
    r"|[Tt]hroughout"
    r"|[Oo]ver|[Ii]nto|than|(?<=in )(?:\w+ and))[ -]$"
)
_BEFORE_MONTH_ADJECTIVE = compiled(
    r"(?:^|[^\w])(?:[Aa]n?|[Tt]he|[Ii]ts|their|his|her|our|a|and|or|[’']s|[a-z]{3,})[ -]$"
)
_RECURRING = re.compile(r"(?:^|\W)(?:every|each)[  ]$", re.IGNORECASE)
_NAME_FOLLOWS = re.compile(r"[  ][A-Z][a-z]|['’]s[  ](?:government|cabinet|party|speech|resignation|deal|office)")
_CAPITAL_BEFORE = re.compile(r"(?:^|[^\w])(?!(?:The|A|An|Its|Their|His|Her|Our|And|But|Or|This)\b)[A-Z][\w.'’-]*[  ]$")
_SHORT_MONTH = 3
_AS_SUBJECT = compiled(r" (?:was|were|is|has|had|saw|brought|marks|will|and|to)\b|[’']s ")
_ALSO_NAMES: Final = frozenset({"May", "March", "April", "June", "August"})
_PREPOSITION_OF_MAY = re.compile(r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id)[  -]$")
_NAMED_MAY = re.compile(r"\b(?:Theresa|Mrs|Ms|Mr|Brian|James|Jonathan|Elaine)\.?[  ]May\b")
_MONTH_IN_NAME = re.compile(r"(?:Black|Red)[  ]$")
_NAME_OF_MONTH = re.compile(r"[  ](?:Revolution|Fools|Rain|Days?\b|Madness)")


def _month_by_tense(match: re.Match[str], context: Context) -> str | None:
    before = context.before_match(match)
    if not _is_month(match["month"], before, context, match.end()):
        return None
    tense = Tense.PAST if _RESULTS.match(context.text, match.end()) else context.tense(match)
    return month_alone(context.published, month_number(match["month"]), tense)


_RESULTS = compiled(
    r" (?:figures|sales|data|results|numbers|minutes|payrolls|inflation|exports|imports|output|earnings|jobs report"
    r"|returns"
    r"|retail|trade figures|revenues?|profits?|reading|survey|poll|statement|accounts)\b"
)
"""What is known only of a month that is over."""


@lru_cache(maxsize=2)  # asked at each such month of one text
def _names_a_may(text: str) -> bool:
    return bool(_NAMED_MAY.search(text))


def _is_month(word: str, before: str, context: Context, end: int) -> bool:
    """Say whether the word is a month, not a person's name, a verb at the head of a sentence or part of a name."""
    if _RECURRING.search(before) or _MONTH_IN_NAME.search(before) or _NAME_OF_MONTH.match(context.text, end):
        return False
    led = _BEFORE_MONTH.search(before)
    if word not in _ALSO_NAMES:
        return len(word) > _SHORT_MONTH and (word[-1] != "." or bool(led))
    if word == "May" and _names_a_may(context.text):
        return bool(_PREPOSITION_OF_MAY.search(before)) and not _NAME_FOLLOWS.match(context.text, end)
    if led or _CAPITAL_BEFORE.search(before) or _NAME_FOLLOWS.match(context.text, end):
        return bool(led)
    subject = not before and _AS_SUBJECT.match(context.text, end)
    return bool(_BEFORE_MONTH_ADJECTIVE.search(before) or subject)


MONTHS = (
    rule("month of a year", "April 2024, April of last year",
         rf"{month()},?(?: of)? (?:{year()}|(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat) year)", _whole_month),
    rule("month alone", "in October", month(), _month_by_tense),
)  # fmt: skip
ISO_MONTHS = (
    rule("ISO month", "2024-04", r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]"
                                 r"|1[0-2])(?![-–\d/])", lambda match, _: match.group()),
)  # fmt: skip
