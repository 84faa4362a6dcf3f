"""The words that dates are made of, and the pattern parts that the rules are built from.

In a pattern a space stands for a space or a no-break space, never a line end, and `'` for either apostrophe.
"""

import re
from collections.abc import Iterable
from typing import Final

from generator.analysis.names.gazetteer import read_lists
from generator.analysis.names.trie import alternation

_LISTS: Final = read_lists("dates.yml")
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS: Final = {word: value for value, word in enumerate(_LISTS["ordinals"], start=1)}
_NUMBERS: Final = (
    {word: value for value, word in enumerate(_LISTS["small_numbers"])}
    | {word: 10 * value for value, word in enumerate(_LISTS["tens"], start=2)}
    | {"a": 1, "an": 1, "a dozen": 12, "half a": 0.5, "a quarter of a": 0.25}
)
_PARTS: Final = {
    "month": r"(?P<*>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Ju(?:ne|ly|[nl]\.?)"
             r"|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\w)",
    "day": r"(?P<*>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)",
    "year": r"(?P<*>(?:1\d|20)\d\d)(?!\w|[.,:]\d)",
    "which_year": "(?P<*>[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat) <fiscal>year",
    "and_year": "(?:(?:,| of)? (?:<year>|<which_year>))",
    "weekday": "(?P<*><weekdays>)",
    "season": r"(?P<*><Seasons>)(?!\w)",
    "number": r"(?P<*>(?:\d{1,3}|<Tens>-<small_numbers>|<Numbers>)(?: and a half| 1/2|½)?)",
    "unit": r"(?P<*>day|week|fortnight|month|quarter|year|decade|centur(?=y|ies))(?:s|y|ies)?(?!\w)",
    "fiscal": "(?:fiscal |financial |calendar |full |whole )?",
    "range": "(?: ?[-–—] ?| to | through | until | till )",
    "counting": r" (?:<before_counted> )?<counted>(?!\w)",
}  # fmt: skip
"""Parts of patterns. A day is not the beginning of another number, a time or an amount; years are of 1000 to 2099."""
LISTS: Final = {
    **read_lists("outlook.yml"), **_LISTS, "weekdays": WEEKDAYS, "seasons": tuple(SEASONS), "numbers": tuple(_NUMBERS),
}  # fmt: skip
_NAME = re.compile(r"(?<!P)<([A-Za-z_]+)(?::(\w+))?>")
_CLASS_OR_TYPED = re.compile(r"\[(?:\\.|[^\]\\])*\]|[ ']")
_TYPED: Final = {" ": " \u00a0", "'": "'\u2019"}


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which names stand for parts, and a space and an apostrophe for each of their forms.

    `<month>` is a part, `<month:last_month>` the same as a group of another name; `<sport>` is any word of that list in
    dates.yml or outlook.yml, `<Tens>` any word of `tens`, also with a capital.
    """
    return re.compile(_CLASS_OR_TYPED.sub(_widened, _NAME.sub(_part, pattern)))


def _part(match: re.Match[str]) -> str:
    name, group = match.groups()
    if name in _PARTS:
        return _NAME.sub(_part, _PARTS[name].replace("<*>", f"<{group or name}>"))
    return any_of(LISTS[name]) if name in LISTS else cased(LISTS[name.lower()])


def _widened(match: re.Match[str]) -> str:
    part = match.group()
    if part in _TYPED:
        return f"[{_TYPED[part]}]"
    return "".join(_TYPED.get(character, character) for character in part)


def any_of(words: Iterable[str]) -> str:
    """Give a pattern of words."""
    return f"(?:{alternation(words)})"


def cased(words: Iterable[str]) -> str:
    """Give a pattern of words in small letters that takes each also with a capital."""
    return any_of(form for word in words for form in (word, word[0].upper() + word[1:]))


def plain(words: str) -> str:
    """Give words in small letters, with plain spaces and apostrophes."""
    return words.lower().replace("\u00a0", " ").replace("\u2019", "'")


def number(words: str) -> float:
    """Give the value of `three`, `twenty-five`, `18`, `a`, `half a`, `2 1/2`, `two and a half`."""
    words = plain(words)
    for half in (" and a half", " 1/2", "\u00bd"):
        if words.endswith(half):
            return number(words.removesuffix(half)) + 0.5
    if words.isdecimal():
        return int(words)
    tens, _, ones = words.partition("-")
    return _NUMBERS[words] if words in _NUMBERS else _NUMBERS[tens] + _NUMBERS[ones]


_MONTH_STARTS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_number(words: str) -> int:
    """Give 9 for `Sept.` and `September`."""
    return _MONTH_STARTS.index(words[:3].lower()) + 1
