"""Amounts said in a text, in figures or words, as values that can be compared: `two dozen` and 24, `a tenth` and 10%.

A text may put one amount in several ways, so that each has a set of keys; two amounts are the same where they share
one. Dates are none of this module's business: whoever calls takes out what `find_dates` found.
"""

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from generator.text import Span

Key: TypeAlias = tuple[str, Fraction]
"""What kind of amount (`count`, `share`, `place` in an order, `times`, `many` of an unknown number), and how much."""

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    name + plural: place for place, name in enumerate(ORDINALS[2:], start=3) for plural in ("", "s")
}
GROUPS = {"pair": 2, "couple": 2, "duo": 2, "both": 2, "trio": 3, "quartet": 4}
"""Words that tell a number without naming it: they bear out a statement, and are no amount of a statement's own."""
TIMES = {"twice": 2, "thrice": 3}
MANY = ("dozens", "hundreds", "thousands", "millions", "billions", "trillions")

_WORDS = {word: number for number, word in enumerate(SMALL)} | {
    word: 10 * number for number, word in enumerate(TENS, start=2)
}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SIMPLE = _any(_WORDS)
_SCALE = _any(SCALES)
_CARDINAL = rf"(?:(?:{_SIMPLE}|{_SCALE})(?:(?:-|\ and\ |\ )(?=(?:{_SIMPLE}|{_SCALE})\b)(?!and))?)+"
_PART = _any(PARTS)
RULES: tuple[tuple[str, str], ...] = (
    ("odds", rf"(?:{_SIMPLE}|\d+)\ (?:in|out\ of)\ (?:every\ )?(?:{_SIMPLE}|\d+)\b"),
    ("mixed", r"and\ a\ (?:half|quarter)\b"),
    ("place", rf"(?:{_any(TENS)})-(?:{_any(ORDINALS)})\b|\d+(?:st|nd|rd|th)\b"),
    ("part", rf"(?:an?|one|{_SIMPLE})[\ -](?:{_PART})\b|half(?!-|\ a\ dozen)\b"),
    ("half a dozen", r"half\ a\ dozen\b"),
    ("order", rf"(?:{_any(ORDINALS)})(?!-hand)\b"),
    ("figure", rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?:[\ -]?(?:{_SCALE})\b|\ ?(?:{_any(SHORT_SCALES)})\b)?"),
    ("words", rf"(?:an?\ )?{_CARDINAL}\b"),
    ("many", rf"(?:{_any(MANY)})\b"),
    ("times", rf"(?:{_any(TIMES)})\b"),
    ("group", rf"(?:{_any(GROUPS)})\b"),
)
"""Name and pattern, tried in this order at each place."""
_BEFORE = r"(?<![\w.,])(?<![A-Za-z]-)"
_AMOUNT = re.compile(
    _BEFORE + "(?:" + "|".join(f"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in RULES) + ")"
)
_PERCENT = re.compile(r"(?:-|\s)?(?:%|per\s?cent\b|percent\b|pc\b)", re.IGNORECASE)
_TIMES_AFTER = re.compile(r"\stimes\b")
_RANGE = re.compile(r"\s?(?:-|–|to|and|or)\s?[$€£]?$")
_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d")
_AT_FIRST = re.compile(r"\bat $", re.IGNORECASE)
_LOWER = str.maketrans(string.ascii_uppercase + "’", string.ascii_lowercase + "'")


def lowered(text: str) -> str:
    """Give a text with its Latin capitals made small, its apostrophes straight and every offset kept."""
    return text.translate(_LOWER)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, with all the keys under which it can be recognised."""

    span: Span
    words: str
    keys: frozenset[Key]
    rule: str

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year."""
        return bool(_YEAR.fullmatch(self.words))


@lru_cache(maxsize=4096)
def find_amounts(text: str) -> tuple[Amount, ...]:
    """Give the amounts of a text in order. A bare `one` is none: it is seldom a number in news."""
    found: list[Amount] = []
    for match in _AMOUNT.finditer(lowered(text)):
        rule = match.lastgroup or ""
        keys = frozenset(_keys(rule, match.group(), text, match.end()))
        if not keys or (
            match.group() == "first" and _AT_FIRST.search(text, max(0, match.start() - len(" at ")), match.start())
        ):
            continue
        if found and _RANGE.fullmatch(text, found[-1].span.end, match.start()):
            found[-1] = _scaled_like(found[-1], keys, match.group())
        found.append(Amount(Span(*match.span()), text[match.start() : match.end()], keys, rule))
    return tuple(found)


def _scaled_like(first: Amount, keys: frozenset[Key], words: str) -> Amount:
    """Read the first number of a range by the second's scale too: `3 to 5 billion`, `15-20%`."""
    scale = next((SCALES[name] for name in SCALES if words.lower().endswith(name)), 1)
    share = {("share", value / 100) for kind, value in first.keys if kind == "count"}
    more = {("count", value * scale) for kind, value in first.keys if kind == "count"}
    extra = more | (share if any(kind == "share" for kind, _ in keys) else set())
    return Amount(first.span, first.words, first.keys | extra, first.rule)


def _keys(rule: str, words: str, text: str, end: int) -> Iterator[Key]:
    match rule:
        case "odds":
            count, _, whole = words.partition(" ")
            yield from _share(_number(count), _number(whole.split()[-1]))
        case "place":
            digits = re.match(r"\d+", words)
            tens, _, last = words.partition("-")
            yield "place", Fraction(int(digits.group()) if digits else _WORDS[tens] + ORDINALS.index(last) + 1)
        case "part":
            yield from _part(words)
        case "order":
            yield "place", Fraction(ORDINALS.index(words) + 1)
        case "figure" | "words" | "half_a_dozen":
            value = Fraction(6) if rule == "half_a_dozen" else _value(words)
            if value is not None:
                yield from _counted(value, words, text, end)
        case "many":
            yield "many", Fraction(MANY.index(words))
        case "times":
            yield "times", Fraction(TIMES[words])
        case "group":
            yield "count", Fraction(GROUPS[words])


def _counted(value: Fraction, words: str, text: str, end: int) -> Iterator[Key]:
    yield "count", value
    if _PERCENT.match(text, end):
        yield "share", value / 100
    if _TIMES_AFTER.match(text, end):
        yield "times", value
    if words.endswith("m"):  # `60m` is a length as often as a sum
        yield "count", value / SHORT_SCALES["m"]


def _part(words: str) -> Iterator[Key]:
    count, _, part = words.replace("-", " ").rpartition(" ")
    yield from _share(1 if count in {"", "a", "an"} else _WORDS[count], PARTS[part])
    if count in {"a", "an"} and part in ORDINALS:  # `a third runway`
        yield "place", Fraction(ORDINALS.index(part) + 1)


def _share(count: int, whole: int) -> Iterator[Key]:
    if whole:
        yield "share", Fraction(count, whole)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS[word]


def _value(words: str) -> Fraction | None:
    figure = re.match(r"[\d,]*\.?\d+", words)
    if figure:
        scale = words[figure.end() :].strip(" -")
        return Fraction(figure.group().replace(",", "")) * (SCALES | SHORT_SCALES).get(scale, 1)
    return _spelled(re.split(r"[ -]", words))


def _spelled(words: list[str]) -> Fraction | None:
    """Add up a number in words; None for a bare `one`."""
    if words == ["one"]:
        return None
    total = part = 0
    for word in words:
        if word in _WORDS:
            part += _WORDS[word]
        elif word in SCALES and SCALES[word] <= SCALES["hundred"]:
            part = max(part, 1) * SCALES[word]
        elif word in SCALES:
            total, part = total + max(part, 1) * SCALES[word], 0
    return Fraction(total + part)
