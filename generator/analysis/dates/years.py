"""Rules of years, decades and centuries."""

import re

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.exceptions import COUNTED, NOT_AFTER_YEAR, NOT_BEFORE_YEAR, STREET
from generator.analysis.dates.resolution import century
from generator.analysis.dates.words import DECADES as DECADE_WORDS
from generator.analysis.dates.words import ORDINALS, any_of, compiled, number, year

_MEANS_YEAR = re.compile(r"(?:\b(?:pre|post|mid|early|late|end|pre-|post-)[-–])$")
_TIED_TO_YEAR = compiled(r"(?:^|\W)(?:in|since|until|till|by|from|before|after|of|year|circa|around) $")


_COUNTED = compiled(COUNTED)


def bare_year(match: re.Match[str], context: Context) -> str | None:
    """Resolve four figures: from 1900 a year unless something is counted or named; before that only when led in."""
    before, end = context.before(), match.end()
    if NOT_BEFORE_YEAR.search(before) and not _MEANS_YEAR.search(before):
        return None
    if NOT_AFTER_YEAR.match(context.text, end) or STREET.match(context.text, end):
        return None
    tied = _TIED_TO_YEAR.search(before.lower())
    old = int(match["year"]) < 1900  # noqa: PLR2004 - from here on the news writes years
    if _COUNTED.match(context.text, end) and (old or not re.search(r"(?:[Ii]n|[Ss]ince)[  ]$", before)):
        return None
    if old and not tied and not re.search(r"(?:[Tt]he|\()[  ]?$", before):
        return None
    return match["year"]


_WARM = re.compile(r"(?i)\b(?:temperatures?|degrees|highs|lows|mercury|thermometer|weather)\b")


def _decade(match: re.Match[str], _context: Context) -> str:
    first = match["decade"]
    return f"{first[:2]}XX" if first.endswith("00") and first != "2000" else f"{first[:3]}X"


def _short_decade(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the '90s`, `the nineties`; without a year before them they are of the twentieth century."""
    digit = match["tens"] or str(DECADE_WORDS[match["word"].lower()])
    if not match["mark"] and not match["word"]:
        around = context.text[context.sentence.start : context.sentence.end][:400]
        if _WARM.search(around) or digit in "01":
            return None
    return f"{'20' if digit in '01' else '19'}{digit}X"


def _century(match: re.Match[str], _context: Context) -> str:
    words = match["century"].lower()
    return century(int(words) if words.isdecimal() else ORDINALS.get(words) or int(number(words)))


_CENTURY_NUMBER = (
    rf"(?P<century>\d{{1,2}}(?=st|nd|rd|th)|{any_of([w for w in ORDINALS if w not in {'final', 'last'}])})"
)
_CENTURY = rf"{_CENTURY_NUMBER}(?:st|nd|rd|th)?[ -]century"
_SPAN_OF_DECADE = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[- ]to[- ](?:mid|late))?[- ])?"

DECADES = (
    rule("decade", "the early 2030s", rf"(?:[Tt]he )?{_SPAN_OF_DECADE}(?P<decade>(?:1[0-9]|20)\d0)s", _decade),
    rule("decade with an apostrophe", "the 1980's", rf"(?:[Tt]he ){_SPAN_OF_DECADE}(?P<decade>(?:1[0-9]"
                                                    rf"|20)\d0)'s", _decade),
    rule("decade without its century", "the '90s, the nineties",
         rf"[Tt]he {_SPAN_OF_DECADE}(?:(?P<mark>'?)(?P<tens>\d)0'?s"
         rf"|(?P<word>{any_of(list(DECADE_WORDS))}))", _short_decade),
)  # fmt: skip
CENTURIES = (
    rule("century", "the late 19th century", rf"(?:[Tt]he )?{_SPAN_OF_DECADE}{_CENTURY}", _century),
)  # fmt: skip
YEARS = (
    rule("year", "2021", year(), bare_year),
)  # fmt: skip
