"""Candidates: names of countries where they stand, with the words around them, before any rule has judged them."""

import re
from dataclasses import dataclass

from generator.analysis.names.gazetteer import Meaning, load_gazetteer
from generator.analysis.names.trie import alternation

REACH = 80
"""How many characters before and after a name the rules may look at, so that none takes long."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of a country where it stands, before the rules have judged it."""

    start: int
    end: int
    name: str
    meaning: Meaning
    before: str
    after: str
    last: str
    """The word just before the name; empty where something else stands between."""
    prior: str
    """The word before that one."""
    third: str

    @property
    def last_two(self) -> str:
        """Both words just before the name."""
        return f"{self.prior} {self.last}"


_OPENING = "\"'\u201c\u2018(["


def candidate_at(text: str, start: int, end: int, name: str, meaning: Meaning) -> Candidate:
    """Give a name with the words around it."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if not before.endswith(" "):
        return Candidate(start, end, name, meaning, before, after, "", "", "")
    words = before.rpartition("\n")[2].rsplit(" ", 4)
    third, prior, last = ("", "", *words[:-1])[-3:]
    return Candidate(
        start, end, name, meaning, before, after, last.lstrip(_OPENING), prior.lstrip(_OPENING), third.lstrip(_OPENING)
    )


INITIALS = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.)+")
"""`US`, `U.K.`, `NZ`."""


def any_of(key: str) -> str:
    """Give a pattern for the words of a list in contexts.yml."""
    return alternation(load_gazetteer().words[key])
