"""Clauses: a sentence cut at its breaks, with the stems of its words of weight."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.analysis.paraphrase.amounts import SCALES, SMALL, TENS, lowered
from generator.analysis.paraphrase.hedges import BREAKS, FUNCTION_WORDS, IRREGULAR, SPEAKING
from generator.text import Span

_STEM = 4
_LEAST = 3
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y")
_WEIGHTLESS = FUNCTION_WORDS.union(SMALL, TENS, SCALES)
_BASE = {form: forms.split()[0] for forms in IRREGULAR for form in forms.split()[1:]}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def either(phrases: Iterable[str]) -> str:
    """Give a pattern for any of the phrases, the longest first; `*` in a phrase is any ending."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in ordered)


def whole(alternatives: str) -> re.Pattern[str]:
    """Compile alternatives so that they match whole words of a text in small letters (`lowered`)."""
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?!\w)")


_PUNCTUATION = r"[,.:](?=[\s\"”'’)]|$)|[;!?()—–]"
_NEW_VERB = r"\band(?=\s+(?:\w+ed|is|are|was|were|has|have|had|will|would|could|may|might)\b)"
_BREAK = re.compile(rf"{_PUNCTUATION}|\b(?:{either(BREAKS)})\b|{_NEW_VERB}")
_SPEAKING = whole(either(SPEAKING))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Cut a word to what its forms share: four letters at most, without common endings."""
    plain = word.removesuffix("'s").removesuffix("’s")
    plain = _BASE.get(plain, plain)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST:
            plain = plain.removesuffix(ending)
            break
    return plain[:_STEM]


def stems_of(text: str) -> list[str]:
    """Give the stems of the words of weight in order; names keep their capital."""
    return [stem(word) for word in _WORD.findall(text) if word.lower() not in _WEIGHTLESS]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with its breaks and its words of weight found once."""

    text: str
    """In small letters."""
    edges: tuple[int, ...]
    """0, the end of every break, and the length: clause N runs from edge N to the start of break N."""
    breaks: tuple[int, ...]
    """The start of every break, and the length."""
    places: tuple[int, ...]
    """Where the words of weight begin."""
    stems: tuple[str, ...]
    counts: Counter[str]
    """How often each stem occurs, in lower case."""

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """Give the stems of the words that begin in a range."""
        return self.stems[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def first(self, start: int, end: int, most: int) -> tuple[str, ...]:
        """Give the first few stems of a range."""
        begin = bisect_left(self.places, start)
        return self.stems[begin : min(begin + most, bisect_left(self.places, end))]

    def last(self, start: int, end: int, most: int) -> tuple[str, ...]:
        """Give the last few stems of a range."""
        stop = bisect_left(self.places, end)
        return self.stems[max(stop - most, bisect_left(self.places, start)) : stop]

    def clause_at(self, position: int) -> Span:
        """Give the clause that holds a position."""
        number = max(bisect_right(self.edges, position) - 1, 0)
        return Span(self.edges[number], max(self.edges[number], self.breaks[min(number, len(self.breaks) - 1)]))

    def clauses_before(self, position: int, most: int) -> Iterator[Span]:
        """Give the clause up to a position, then those before it, backwards."""
        number = max(bisect_right(self.edges, position) - 1, 0)
        yield Span(self.edges[number], position)
        for earlier in range(number - 1, max(number - most, -1), -1):
            yield Span(self.edges[earlier], self.breaks[earlier])

    def speaks(self, span: Span) -> bool:
        """Whether a clause only tells who speaks."""
        return _SPEAKING.search(self.text, span.start, span.end) is not None


def read_sentence(text: str) -> Sentence:
    """Find the breaks and the words of weight of a sentence."""
    small = lowered(text)
    breaks = [match.span() for match in _BREAK.finditer(small)]
    words = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    weighty = [(place, stem(word)) for place, word in words if word.lower() not in _WEIGHTLESS]
    return Sentence(
        text=small,
        edges=(0, *(end for _, end in breaks)),
        breaks=(*(start for start, _ in breaks), len(text)),
        places=tuple(place for place, _ in weighty),
        stems=tuple(found for _, found in weighty),
        counts=Counter(found.lower() for _, found in weighty),
    )
