"""The words that dates are made of, and the pattern parts that the rules are built from.

In a pattern a space stands for a space or a no-break space, never a line end, and `'` for either apostrophe.
"""

import re
from collections.abc import Iterable
from typing import Final

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "final": 4, "last": 4,
}  # fmt: skip
"""`the final quarter` is the fourth."""
DECADES: Final = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9, "noughties": 0,
}  # fmt: skip
_NAMES_OF_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_SMALL: Final = _NAMES_OF_SMALL.split()
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = (
    {word: value for value, word in enumerate(_SMALL)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"a": 1, "an": 1, "a dozen": 12, "half a": 0.5, "a quarter of a": 0.25}
)
HOLIDAYS: Final = {
    "Christmas Day": (12, 25), "Christmas Eve": (12, 24), "Boxing Day": (12, 26), "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1), "New Year's": (1, 1), "Valentine's Day": (2, 14), "St. Patrick's Day": (3, 17),
    "April Fools' Day": (4, 1), "Anzac Day": (4, 25), "ANZAC Day": (4, 25), "the Fourth of July": (7, 4),
    "Bastille Day": (7, 14), "Halloween": (10, 31), "Veterans Day": (11, 11), "Christmas": (12, 25),
}  # fmt: skip
"""Feasts with a fixed day."""


_CLASS_OR_TYPED = re.compile(r"\[(?:\\.|[^\]\\])*\]|[ ']")
_TYPED: Final = {" ": " \u00a0", "'": "'\u2019"}


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a space and an apostrophe stand for each of their forms."""
    return re.compile(_CLASS_OR_TYPED.sub(_widened, pattern))


def _widened(match: re.Match[str]) -> str:
    part = match.group()
    if part in _TYPED:
        return f"[{_TYPED[part]}]"
    return "".join(_TYPED.get(character, character) for character in part)


def trie(words: Iterable[str]) -> str:
    """Give a pattern of words that looks at each letter once: many times as fast as their alternation."""
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        tails.setdefault(word[:1], []).append(word[1:])
    ends = "" in tails
    branches = [re.escape(head) + trie(rest) for head, rest in tails.items() if head]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{inner}?" if ends else inner


def number(words: str) -> float:
    """Give the value of `three`, `twenty-five`, `18`, `a`, `half a`, `2 1/2`, `two and a half`."""
    words = words.lower().replace("\u00a0", " ").replace("\u2019", "'")
    for half in (" and a half", " 1/2", "\u00bd"):
        if words.endswith(half):
            return number(words.removesuffix(half)) + 0.5
    if words.isdecimal():
        return int(words)
    tens, _, ones = words.partition("-")
    return _NUMBERS[words] if words in _NUMBERS else _NUMBERS[tens] + _NUMBERS[ones]


def either_case(words: str) -> str:
    """Give a pattern that takes a lower-case word also with a capital."""
    return f"[{words[0].upper()}{words[0]}]{words[1:]}"


def any_of(words: tuple[str, ...] | list[str]) -> str:
    """Give the alternation of words, each also with a capital, longest first."""
    return "|".join(either_case(word) for word in sorted(words, key=len, reverse=True))


_MONTH_FORMS = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Ju(?:ne|ly|[nl]\.?)|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
_MONTH_STARTS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_number(words: str) -> int:
    """Give 9 for `Sept.` and `September`."""
    return _MONTH_STARTS.index(words[:3].lower()) + 1


def month(name: str = "month") -> str:
    """Give a pattern of a month in full or abbreviated."""
    return rf"(?P<{name}>{_MONTH_FORMS})(?!\w)"


def day(name: str = "day") -> str:
    """Give a pattern of a day of the month, not the beginning of another number, a time or an amount."""
    return rf"(?P<{name}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"


def year(name: str = "year") -> str:
    """Give a pattern of a year from 1000 to 2099."""
    return rf"(?P<{name}>(?:1\d|20)\d\d)(?!\w|[.,:]\d)"


_HALF = r" and a half| 1/2|½"
NUMBER = (
    rf"(?P<number>(?:\d{{1,3}}|(?:{any_of(list(_TENS))})-(?:{'|'.join(_SMALL[1:10])})|{any_of(list(_NUMBERS))})"
    rf"(?:{_HALF})?)"
)
UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|decade|centur(?=y|ies))(?:s|y|ies)?(?!\w)"
RANGE = r"(?: ?[-–—] ?| to | through | until | till )"
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
SEASON = rf"(?P<season>{any_of(list(SEASONS))})(?!\w)"
