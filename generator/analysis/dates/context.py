"""What a rule may look at: the text around an expression, the day of publication, and the dates named before."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.analysis.dates.tense import Tense, tense_at
from generator.analysis.dates.words import compiled
from generator.edtf import Edtf
from generator.text import Span


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one expression."""

    text: str
    published: date
    sentence: Span
    start: int
    """Where the whole expression begins, `early` and `the end of` included."""
    named: Edtf | None
    """The date named last before; anchored expressions count from it."""
    named_day: Edtf | None
    """The single day named last before."""
    named_part: Edtf | None
    """The quarter or half named last before."""

    @property
    def anchor(self) -> Edtf:
        """The date named before, else the day of publication."""
        return self.named or Edtf(self.published, self.published, self.published.isoformat())

    def before(self, length: int = 24) -> str:
        """Give the characters of the sentence before the expression."""
        return self.text[max(self.sentence.start, self.start - length) : self.start]

    def before_match(self, match: re.Match[str], length: int = 24) -> str:
        """Give the characters before what a rule matched, `early` and `the end of` with them."""
        return self.text[max(self.sentence.start, match.start() - length) : match.start()]

    def tense(self, match: re.Match[str]) -> Tense:
        """Give the tense of the clause around the expression."""
        return tense_at(self.text, self.sentence, self.start, match.end())


Resolve: TypeAlias = Callable[[re.Match[str], Context], str | None]
"""Gives EDTF, or None where the words are no date after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of naming a date."""

    name: str
    example: str
    pattern: re.Pattern[str]
    resolve: Resolve


def rule(name: str, example: str, pattern: str, resolve: Resolve) -> Rule:
    """Make a rule from a pattern in which spaces and apostrophes stand for each of their forms."""
    return Rule(name, example, compiled(rf"(?:{pattern})(?!\w)"), resolve)


def no_date(_match: re.Match[str], _context: Context) -> None:
    """Resolve words that look like a date and are none."""
