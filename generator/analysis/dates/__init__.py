"""Dates said in a text, resolved from the day of publication, the tense of the clause and the dates named before.

A scan finds the words that a date can begin with; at each, the rules for such a word are tried in order and the first
that matches wins. Every rule has a name, an example, a pattern and a function to EDTF.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal

from generator import edtf
from generator.analysis.dates.context import Context, Named, Rule
from generator.analysis.dates.days import DAYS
from generator.analysis.dates.months import DECADES, MONTHS, YEARS
from generator.analysis.dates.periods import PERIODS, YEAR_FIRST
from generator.analysis.dates.relative import BESIDE, STEPS, WEEKDAY_RULES
from generator.analysis.dates.words import LISTS, ORDINALS, SEASONS, WEEKDAYS, any_of, compiled
from generator.edtf import Edtf
from generator.model import DateMention
from generator.text import Span

RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "year": (*YEAR_FIRST, *DAYS, *YEARS),
    "figure": (*STEPS, *DAYS, *YEARS, *PERIODS),
    "month": (*DAYS, *PERIODS, *MONTHS),
    "weekday": (*DAYS, *WEEKDAY_RULES),
    "the": (*STEPS, *BESIDE, *PERIODS, *YEARS, *DAYS),
    "which": (*YEAR_FIRST, *BESIDE),
    "number": STEPS,
    "from": (*DAYS, *MONTHS, *YEARS),
    "named": BESIDE,
    "feast": DAYS,
    "part": (*PERIODS, *YEARS),
}
"""The rules by the first word of the expression, in the order in which they are tried."""
_FIRST_WORDS: Final = {
    "month": (*edtf.MONTHS, *(month[:3] for month in edtf.MONTHS), "Sept"),
    "weekday": (*WEEKDAYS, *(day[:3] for day in WEEKDAYS), "Tues", "Thur", "Thurs"),
    "which": ("last", "this", "next", "that"),
    "number": (*LISTS["small_numbers"], *LISTS["tens"], "a", "an", "half", "in", "within"),
    "from": ("from", "between"),
    "named": ("today", "tonight", "yesterday", "tomorrow"),
    "feast": {re.split(r"\W", feast)[2] for feast in LISTS["feasts"]} - {"the", "April"},
    "part": (*ORDINALS, *SEASONS, *LISTS["first_words_of_periods"]),
}
_KEYS: Final = {
    form: key for key, words in _FIRST_WORDS.items() for word in words for form in (word, word[0].upper() + word[1:])
}
_START = compiled(
    r"\b(?:(?P<year>(?:1\d|20)\d\d(?!\d))|(?<![$£€.,])(?P<figure>\d{1,3}(?![\d%]|[.,:]\d{3}))|(?P<part>FY(?= ?\d))"
    rf"|(?P<the>[Tt]he)(?= (?:['\d]|{any_of([*_KEYS, *DECADES, *LISTS['after_the']])}))|{any_of(_KEYS)}(?!\w))"
)
_LED = compiled(
    r"\b(?:[Tt]he )?(?:(?:very )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Cc]lose|[Mm]iddle)(?: of |-)"
    r"|(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[- ]to[- ](?:mid|late))?[- ](?:in )?)$"
)
"""`early`, `mid`, `late`, `the end of`: words that stay with the date that follows them."""
_LONGEST_LED: Final = 32


def find_dates(text: str, published: date, sentences: Sequence[Span]) -> tuple[DateMention, ...]:
    """Give the dates that a text names, in order; one that does not exist is left out (`READING.md`, dates)."""
    return tuple(_find(text, published, sentences or (Span(0, len(text)),)))


def _find(text: str, published: date, sentences: Sequence[Span]) -> Iterator[DateMention]:
    named, position, rest = Named(), 0, iter(sentences)
    sentence = next(rest)
    for first in _START.finditer(text):
        begin = first.start()
        if begin < position:
            continue
        while begin >= sentence.end and (following := next(rest, None)) is not None:
            sentence = following
        for rule in RULES[first.lastgroup or _KEYS[first.group()]]:
            match = rule.pattern.match(text, begin, sentence.end)
            if match is None:
                continue
            led = _LED.search(text[max(sentence.start, position, begin - _LONGEST_LED) : begin])
            start = begin - (len(led.group()) if led else 0)
            value = _resolve(rule, match, Context(text, published, sentence, start, named))
            if value is None:
                continue
            position = match.end()
            if value:
                named = named.then(value)
                yield DateMention(Span(start, position), value)
            break


def _resolve(rule: Rule, match: re.Match[str], context: Context) -> Edtf | Literal[False] | None:
    """Give the date; False where the words are used up but name none, None where another rule may read them."""
    if rule.not_after.search(context.before()):
        return None
    try:
        text = rule.resolve(match, context)
        return edtf.parse(text) if text else None if text is None else False
    except (ValueError, OverflowError):  # it names a day that does not exist
        return False
