"""Rules of months, with a year or alone by the tense, and of years, decades and centuries."""

import re
from typing import Final

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.resolution import century, nearest
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import LISTS, ORDINALS, any_of, compiled, month_number

_LED = compiled(r"(?:^|\W)<Before_month>[ -]$|\bin \w+ and $")
_MAY_LEAD = compiled(r"(?:^|\W)(?i:an?|the|its|their|his|her|our|and|or|'s|[a-z]{3,})[ -]$")
_NAME_FOLLOWS = compiled(
    r" [A-Z][a-z]| (?:said|says|told|tells|added|insists|insisted)\b"
    r"|'s (?:government|cabinet|party|speech|resignation|deal|office|successor)"
)
_CAPITAL_BEFORE = compiled(r"(?:^|\W)(?!(?:The|A|An|Its|Their|His|Her|Our|And|But|Or|This)\b)[A-Z][\w.'-]* $")
_AS_SUBJECT = compiled(r" (?:was|were|is|has|had|saw|brought|marks|will|and|to)\b|'s ")
_RESULTS = compiled(r" <results>\b")


def _whole_month(match: re.Match[str], context: Context) -> str:
    return f"{context.year(match):04}-{month_number(match['month']):02}"


def _month_by_tense(match: re.Match[str], context: Context) -> str | None:
    if not _is_month(match, context):
        return None
    tense = Tense.PAST if _RESULTS.match(context.text, match.end()) else context.tense(match)
    return nearest(context.published, "month", month_number(match["month"]), tense)


def _is_month(match: re.Match[str], context: Context) -> bool:
    """Say whether the word is a month, not a person's name, a verb at the head of a sentence or part of a name."""
    text, word, end, before = context.text, match["month"], match.end(), context.before()
    led = context.is_led(match) or bool(_LED.search(before))
    if word not in LISTS["also_names"]:
        return len(word) > len("Sep") and (led or word[-1] != ".")
    if led or _NAME_FOLLOWS.match(text, end) or _CAPITAL_BEFORE.search(before):
        return led
    return bool(_MAY_LEAD.search(before) or (not before and _AS_SUBJECT.match(text, end)))


def _months(match: re.Match[str], context: Context) -> str:
    first, last = month_number(match["month"]), month_number(match["last_month"])
    if match["year"]:
        last_year = int(match["year"])
        first_year = int(match["first_year"] or last_year - (last <= first))
    else:
        first_year = int(nearest(context.published, "month", first, context.tense(match))[:4])
        last_year = first_year + (last <= first)
    return f"{first_year:04}-{first:02}/{last_year:04}-{last:02}"


_NO_YEAR_AFTER = r"[\w$£€#¥@+*=./&](?:(?<!\bpre)(?<!\bpost)[-–])?|\d |\b(?:<numbered>|<measures>) "
"""What stands before four figures that are no year: currency, `Boeing`, `page`, `more than`."""
_NO_YEAR_BEFORE = (
    r"[-–]?\w|[.,:]\d|%| \d{3}\b|-\d|/\d|°"
    r"|(?: [A-Z][\w.]+){1,3} (?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Way)\b"
)
_TIED_TO_YEAR = compiled(r"(?:^|\W)(?i:in|since|until|till|by|from|before|after|of|year|circa|around|the) $|\($")
_COUNTED = compiled("<counting>")
_IN_OR_SINCE = compiled(r"(?:[Ii]n|[Ss]ince) $")
_FIRST_OF_NEWS: Final = 1900
"""From here on the news writes years."""


def _year(match: re.Match[str], context: Context) -> str | None:
    """Resolve four figures: from 1900 a year unless something is counted or named; before that only when led in."""
    before, end = context.before(), match.end()
    old = int(match["year"]) < _FIRST_OF_NEWS
    if _COUNTED.match(context.text, end) and (old or not _IN_OR_SINCE.search(before)):
        return None
    return None if old and not _TIED_TO_YEAR.search(before) else match["year"]


def _years(match: re.Match[str], _context: Context) -> str | None:
    first, last = match["year"], match["last_year"]
    if len(last) < len(first):
        last = f"{int(first[:2]) + (first[2:] == '99')}{last}"
    return f"{first}/{last}" if first < last else None


_WARM = compiled(r"(?i)\b(?:temperatures?|degrees|highs|lows|mercury|thermometer|weather)\b")
DECADES: Final = {word: figure for figure, word in (decade.split() for decade in LISTS["decades"])}


def _decade(match: re.Match[str], _context: Context) -> str:
    first = match["decade"]
    return f"{first[:2]}XX" if first.endswith("00") and first != "2000" else f"{first[:3]}X"


def _short_decade(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the '90s`, `the nineties`; without a year before them they are of the twentieth century."""
    figure = match["tens"] or DECADES[match["word"].lower()]
    recent = figure in {"0", "1"}
    if not match["mark"] and not match["word"]:
        around = context.text[context.sentence.start : context.sentence.end][:400]
        if recent or _WARM.search(around):
            return None
    return f"{'20' if recent else '19'}{figure}X"


def _century(match: re.Match[str], _context: Context) -> str:
    words = match["century"].lower()
    return century(int(words) if words.isdecimal() else ORDINALS[words])


_EARLY = "(?:(?:early|mid|late)[- ](?:to[- ](?:mid|late)[- ])?)?"
_TO = r"(?(between) and |<range>)"
_BETWEEN = "(?:(?P<between>[Bb]etween )|[Ff]rom )?"
MONTHS = (
    rule("months", "from March to June 2024, January-March, between March 2024 and June 2025",
         rf"{_BETWEEN}<month>(?: <year:first_year>)?{_TO}<month:last_month>(?!\.? \d{{1,2}}(?!\d))"
         r"(?:,? <year>)?", _months),
    rule("month of a year", "April 2024, April of last year", r"<month><and_year>", _whole_month),
    rule("month alone", "in October", r"<month>(?! (?:Revolution|Fools|Rain|Days?\b|Madness))", _month_by_tense,
         r"\b(?:[Ee]very|[Ee]ach|Black|Red) "),
)  # fmt: skip
YEARS = (
    rule("years", "2026-28, from 2026 to 2028, between 2026 and 2028, 2025/26",
         rf"{_BETWEEN}(?P<year>(?:1\d|20)\d\d)(?:{_TO}|/)(?P<last_year>(?:1\d|20)\d\d|\d\d(?![\d-]))"
         r"(?![.,:]\d|%|[-–]\d)", _years, r"[$£€#\d,.]"),
    rule("ISO month", "2024-04", r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![-–\d/])", lambda match, _: match.group()),
    rule("decade", "the early 2030s, the 1980's",
         rf"(?:(?P<the>[Tt]he ){_EARLY})?(?P<decade>(?:1\d|20)\d0)(?(the)'?)s", _decade),
    rule("decade without its century", "the '90s, the nineties",
         rf"[Tt]he {_EARLY}(?:(?P<mark>'?)(?P<tens>\d)0'?s|(?P<word>{any_of(DECADES)}))", _short_decade),
    rule("century", "the late 19th century",
         rf"(?:[Tt]he )?{_EARLY}(?P<century>\d{{1,2}}(?=st|nd|rd|th)|<Ordinals>)(?:st|nd|rd|th)?[ -]century",
         _century),
    rule("year", "2021", rf"<year>(?!{_NO_YEAR_BEFORE})", _year, _NO_YEAR_AFTER),
)  # fmt: skip
"""In the order in which they are tried."""
