"""What a rule may look at: the text around an expression, the day of publication, and the dates named before."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.analysis.dates.tense import Tense, tense_at
from generator.analysis.dates.words import compiled, plain
from generator.edtf import Edtf
from generator.text import Span


@dataclass(frozen=True, slots=True)
class Named:
    """The dates named before in the text: the last of all, the last single day, the last quarter or half."""

    any: Edtf | None = None
    day: Edtf | None = None
    part: Edtf | None = None

    def then(self, value: Edtf) -> "Named":
        """Give what is named once another date is."""
        is_day = value.first == value.last
        return Named(value, value if is_day else self.day, value if value.is_quarter_or_half else self.part)

    def for_unit(self, unit: str) -> Edtf | None:
        """Give the date from which so many of a unit count: days count from a day."""
        return self.day if unit == "day" else self.any


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one expression."""

    text: str
    published: date
    sentence: Span
    start: int
    """Where the whole expression begins, `early` and `the end of` included."""
    named: Named

    def before(self, length: int = 24) -> str:
        """Give the characters of the sentence before the expression."""
        return self.text[max(self.sentence.start, self.start - length) : self.start]

    def is_led(self, match: re.Match[str]) -> bool:
        """Say whether `early`, `the end of` or the like stand before what a rule matched."""
        return self.start < match.start()

    def tense(self, match: re.Match[str]) -> Tense:
        """Give the tense of the clause around the expression."""
        return tense_at(self.text, self.sentence, self.start, match.end())

    def year(self, match: re.Match[str]) -> int | None:
        """Give the year that an expression names: `2024`, `'24`, `last year`, `that year`."""
        groups = match.groupdict()
        if figures := groups.get("year") or groups.get("short_year"):
            return int(figures) if len(figures) == len("2024") else 2000 + int(figures)
        which = plain(groups.get("which_year") or "")
        if which == "that":
            return (self.named.any.first if self.named.any else self.published).year
        return self.published.year + {"last": -1, "this": 0, "next": 1}[which] if which else None


Resolve: TypeAlias = Callable[[re.Match[str], Context], str | None]
"""Gives EDTF; None where the words are not what the rule means, nothing where they are and name no date."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of naming a date."""

    name: str
    example: str
    pattern: re.Pattern[str]
    resolve: Resolve
    not_after: re.Pattern[str]
    """What before the expression says that it is no date."""


def rule(name: str, example: str, pattern: str, resolve: Resolve, not_after: str = "(?!)") -> Rule:
    """Make a rule of patterns; what `not_after` says stands right before the expression."""
    return Rule(name, example, compiled(rf"(?:{pattern})(?!\w)"), resolve, compiled(rf"(?:{not_after})$"))
