"""Where a date can begin: one pass finds the first words, a look at what follows sorts out most that begin none."""

import re
from collections.abc import Iterator
from typing import Final

from generator.analysis.dates.words import HOLIDAYS, ORDINALS, WEEKDAYS, any_of, compiled, trie
from generator.edtf import MONTHS


def _named(patterns: dict[str, str]) -> str:
    return "|".join(f"(?P<{key}>{pattern})" for key, pattern in patterns.items())


_MONTH: Final = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_NAMES_OF_NUMBERS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half"
)
_SMALL_NUMBERS: Final = _NAMES_OF_NUMBERS.split()
_NUMBER: Final = any_of(_SMALL_NUMBERS)
_UNIT: Final = "(?:day|week|fortnight|month|quarter|year|decade|centur)"
_SEASON: Final = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_ORDINAL: Final = trie((*ORDINALS, "latter"))
FIGURES: Final = {
    "year": r"(?:1\d|20)\d\d(?!\d)",
    "figure": rf"\d{{1,3}}(?=(?:st|nd|rd|th)?(?:½|[- ](?:(?:1/2 )?{_UNIT}|and a half))|Q\b)",
    "day": rf"\d{{1,2}}(?=(?:st|nd|rd|th)?(?: (?:of )?{_MONTH}| ?[-–—] ?\d| (?:and|to|&|until|through) \d"
    rf"|, \d\d?,? (?:and|\d)|/\d|\.\d\d?\.\d))",
}
"""Kinds of figures that can begin a date."""
FREQUENT: Final = {
    "which": rf"(?:[Ll]ast|[Tt]h(?:is|at)|[Nn]ext)(?= (?:{_UNIT}|half|night|morn|after|even|lunch|past|coming|last"
    rf"|same|fisc"
    rf"|fina|cale|full|whole|{_SEASON}|[JFMASONDTW]))",
    "the": rf"[Tt]he(?= (?:{_ORDINAL}|same|prev|prior|prec|foll|very|next|subseq|past|coming|curr|latest|upcoming"
    rf"|year[-' e]"
    rf"|end|start|begin|close|middle|early|mid|late|day |month |week |fisc|fina|\d|'\d|Fourth|{_SEASON}|weekend"
    rf"|[Tt]went"
    rf"|[Tt]hirt|[Ff]ort|[Ff]ift|[Ss]ixt|[Ss]event|[Ee]ight|[Nn]inet|nough|{_MONTH}[a-z]*[- ]quarter))",
    "article": rf"[Aa]n?(?= (?:{_UNIT}|dozen|quarter of))",
    "ahead": rf"(?:[Ii]n|[Ww]ithin)(?= (?:\d{{1,3}} |an? (?:{_UNIT}|dozen)|{_NUMBER}))",
    "from": rf"(?:[Ff]rom|[Bb]etween)(?= (?:\d|{_MONTH}))",
}
"""First words that are frequent, with what must follow them."""
_FOLLOWS: Final = {
    "number": rf" (?:{_UNIT}|and a half)|-(?:{'|'.join(_SMALL_NUMBERS[:9])})|(?<=alf) an? ",
    "led": r"[- ](?:of |in |to |to-|\d|[JFMASONDTW]|last|this|next|nineti|quarter|spring|summer|autumn|fall|winter)",
    "part": r"[- ](?:quarter|half|century|fiscal)",
    "fiscal": r" (?:[Yy]ear )?\d",
    "year_end": r"[- ']s? ?end",
}
"""What must follow other first words, where most that follow them make no date."""
_WORDS: Final = {
    "month": (*MONTHS, "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
    "weekday": (*WEEKDAYS, "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"),
    "number": tuple(_SMALL_NUMBERS),
    "led": ("early", "mid", "late", "end", "start", "beginning", "close", "middle"),
    "named": ("today", "tonight", "yesterday", "tomorrow"),
    "feast": tuple({re.split(r"\W", name)[0] for name in HOLIDAYS} - {"April", "the"}),
    "part": (*(word for word in ORDINALS if "-" not in word), "latter", "Q1", "Q2", "Q3", "Q4", "H1", "H2"),
    "fiscal": ("fiscal", "financial"),
    "year_end": ("year",),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
}
"""First words by the rules that are tried at them."""
_KEYS: Final = {
    form: key
    for key, words in reversed(_WORDS.items())
    for word in words
    for form in (word, word[0].upper() + word[1:])
}
_CHECKS: Final = {key: compiled(pattern) for key, pattern in _FOLLOWS.items()}
_START = compiled(
    rf"\b(?:(?=\d)(?:{_named(FIGURES)})|(?=[AaBbFfIiLlNnTtWw])(?:{_named(FREQUENT)})|FY(?= ?\d)|{trie(_KEYS)}(?!\w))"
)
_SHORT_PARTS = frozenset({"Q1", "Q2", "Q3", "Q4", "H1", "H2"})


def first_words(text: str, position: int) -> Iterator[re.Match[str]]:
    """Give the places from a position on where a date can begin."""
    return _START.finditer(text, position)


def key_at(match: re.Match[str], text: str) -> str | None:
    """Give the kind of a first word, or None where what follows rules a date out."""
    if match.lastgroup:
        return match.lastgroup
    word = match.group()
    key = _KEYS.get(word, "fiscal")
    check = _CHECKS.get(key)
    if check is None or word in _SHORT_PARTS or word == "FY" or check.match(text, match.end()):
        return key
    return None


def start_at(text: str, position: int) -> re.Match[str] | None:
    """Give the first word of a date at just this position."""
    return _START.match(text, position)
