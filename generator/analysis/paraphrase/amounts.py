"""Amounts said in a text, in figures or words, as values that can be compared: `two dozen` and 24, `a tenth` and 10%.

A text may put one amount in several ways, so that each has a set of keys; two amounts are the same where they share
one. Dates are none of this module's business: whoever calls takes out what `find_dates` found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from generator.analysis.paraphrase.words import LISTS, either, lowered
from generator.text import Span

Key: TypeAlias = tuple[str, Fraction]
"""What kind of amount (`count`, `share`, `place` in an order, `times`, `many` of an unknown number), and how much."""


def _values(name: str) -> dict[str, int]:
    return {word: int(value) for word, value in (entry.rsplit(" ", 1) for entry in LISTS[name])}


CARDINALS, SCALES, ORDINALS = map(_values, ("cardinals", "scales", "ordinals"))
SHORT_SCALES = _values("short scales")
PARTS = _values("parts") | {
    word + plural: place for word, place in ORDINALS.items() if place > ORDINALS["second"] for plural in ("", "s")
}
PLAIN = {"many": _values("many"), "times": _values("times"), "group": _values("groups")}

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_ONE = either(CARDINALS)
_TENS = either(word for word, value in CARDINALS.items() if value >= CARDINALS["twenty"])
_SERIES = rf"{either(CARDINALS | SCALES)}(?:[\ -]{either(CARDINALS | SCALES)})*\b"
_SCALE = rf"[\ -]?{either(SCALES)}\b|\ ?{either(SHORT_SCALES)}\b"
_AFTER_SCALE = r"(?<=red|and|ion)\ and\ "
"""`two hundred and ten`, but not `two and three`."""
RULES: tuple[tuple[str, str, str], ...] = (
    ("odds", rf"(?:{_ONE}|\d+)\ (?:in|out\ of)\ (?:every\ )?(?:{_ONE}|\d+)\b", "one in five"),
    ("mixed", r"and\ a\ (?:half|quarter)\b", "two and a half; no amount of its own"),
    ("place", rf"(?<!\bat\ )(?:{_TENS}-)?{either(ORDINALS)}(?!-hand)\b|\d+(?:st|nd|rd|th)\b", "twenty-first, 21st"),
    ("part", rf"(?:an?|{_ONE})[\ -]{either(PARTS)}\b|half(?!-|\ a\ dozen)\b", "two thirds"),
    ("number", rf"{_DIGITS}(?:{_SCALE})?|(?:an?\ )?{_SERIES}(?:{_AFTER_SCALE}{_SERIES})*", "310,000"),
    *((name, rf"{either(words)}\b", next(iter(words))) for name, words in PLAIN.items()),
)
"""Name, pattern and example, tried in this order at each place."""
_AMOUNT = re.compile(
    r"(?<![\w.,])(?<![A-Za-z]-)(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in RULES) + ")"
)
_UNIT = re.compile(
    rf"(?:\s?(?:-|–|to|and|or)\s?[$€£]?(?:{_DIGITS}|{_ONE})(?P<scale>{_SCALE})?)?"
    r"(?P<share>[-\s]?(?:%|per\s?cent\b|percent\b|pc\b))?(?P<times>\stimes\b)?"
)
"""What follows a number; in a range the unit of the second is that of the first too (`3 to 5 billion`, `15-20%`)."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, with all the keys under which it can be recognised."""

    span: Span
    words: str
    keys: frozenset[Key]
    named: bool
    """Whether it names a number; `both` and `pair` only tell one."""


def find_amounts(text: str) -> list[Amount]:
    """Give the amounts of a text in order. A bare `one` is none: it is seldom a number in news."""
    small = lowered(text)
    found = (
        Amount(
            span=Span(*match.span()),
            words=text[match.start() : match.end()],
            keys=frozenset(_keys(match.lastgroup or "", match.group(), _UNIT.match(small, match.end()))),
            named=match.lastgroup != "group",
        )
        for match in _AMOUNT.finditer(small)
    )
    return [amount for amount in found if amount.keys]


def _keys(rule: str, words: str, unit: re.Match[str] | None) -> Iterator[Key]:
    parts = re.split(r"[ -]", words)
    match rule:
        case "odds":
            if whole := _value(parts[-1]):
                yield "share", _value(parts[0]) / whole
        case "place":
            figures = re.match(r"\d+", words)
            yield "place", Fraction(figures.group() if figures else sum((CARDINALS | ORDINALS)[word] for word in parts))
        case "part":
            yield "share", Fraction(CARDINALS.get(parts[0], 1), PARTS[parts[-1]])
            if parts[0] in {"a", "an"} and parts[-1] in ORDINALS:  # `a third runway`
                yield "place", Fraction(ORDINALS[parts[-1]])
        case "number":
            if words != "one" and unit:
                yield from _counted(_value(words), words, unit)
        case _:
            if rule in PLAIN:
                yield "count" if rule == "group" else rule, Fraction(PLAIN[rule][words])


def _counted(value: Fraction, words: str, unit: re.Match[str]) -> Iterator[Key]:
    yield "count", value
    if words.endswith("m"):  # `60m` is a length as often as a sum
        yield "count", value / SHORT_SCALES["m"]
    if unit["scale"]:
        yield "count", value * (SCALES | SHORT_SCALES)[unit["scale"].strip(" -")]
    if unit["share"]:
        yield "share", value / 100
    if unit["times"]:
        yield "times", value


def _value(words: str) -> Fraction:
    figure = re.match(_DIGITS, words)
    if figure:
        scale = (SCALES | SHORT_SCALES).get(words[figure.end() :].strip(" -"), 1)
        return Fraction(figure.group().replace(",", "")) * scale
    total = part = 0
    for word in re.split(r"[ -]", words):
        if SCALES.get(word, 0) > SCALES["hundred"]:
            total, part = total + (part or 1) * SCALES[word], 0
        elif word in SCALES:
            part = (part or 1) * SCALES[word]
        else:
            part += CARDINALS.get(word, 0)
    return Fraction(total + part)
