"""Quotations: find typed words in an article letter by letter, under the fold of `text.fold` and nothing else."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.text import Folded, Span, cut_words, fold

_ELLIPSIS = re.compile(r"\s*\[?\u2026\]?\s*")
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a quotation has no place: how often it stands there, and where the words part ways."""

    count: int
    nearest: str = ""
    """The passage of the article that comes nearest, where there is none."""
    difference: str = ""
    """The first difference between the two."""


@lru_cache(maxsize=64)
def _cut_words(text: str) -> Mapping[str, str]:
    return cut_words(text)


@lru_cache(maxsize=1024)
def _folded(text: str) -> Folded:
    return fold(text)


def find_quote(
    text: str, quote: str, prefix: str | None = None, suffix: str | None = None, *, paged: bool = False
) -> tuple[Span, ...] | NotFound:
    """Give the spans of a quotation's parts, or why it has no single place.

    `…` joins ordered parts. The quotation must stand exactly once, and no part may begin or end inside a word;
    `prefix` and `suffix` are words just before and after that choose among several places (the TextQuoteSelector
    of the W3C Web Annotation model). In a paged body, that of a PDF, a hyphen at which a line end cut a word may
    stand in the quotation or not.
    """
    body = _folded(text)
    cut = _cut_words(text) if paged else {}
    whole, before, after = (fold(words or "", cut).text.strip() for words in (quote, prefix, suffix))
    split = (fold(part, cut).text.strip() for part in _ELLIPSIS.split(quote) if part.strip())
    parts = [whole] if whole in body.text else list(split)
    places = [tuple(_occurrences(body.text, part)) for part in parts]
    places[0] = tuple(place for place in places[0] if body.text[: place[0]].rstrip().endswith(before))
    places[-1] = tuple(place for place in places[-1] if body.text[place[1] :].lstrip().startswith(after))
    chains = _chains(places)
    if len(chains) == 1:
        return tuple(body.back(start, end) for start, end in chains[0])
    return NotFound(len(chains)) if chains else _explain(text, body, parts, places)


def _occurrences(text: str, part: str) -> Iterator[tuple[int, int]]:
    start = text.find(part)
    while start >= 0 and part:
        end = start + len(part)
        if not _inside_word(text, start) and not _inside_word(text, end):
            yield start, end
        start = text.find(part, start + 1)


def _inside_word(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()


_ENOUGH = 2


def _chains(places: list[tuple[tuple[int, int], ...]]) -> list[tuple[tuple[int, int], ...]]:
    """Give the ways to take one place for each part in order; two are enough to know that it is not unique."""
    chains: list[tuple[tuple[int, int], ...]] = [()]
    for part in places:
        longer = ((*chain, place) for chain in chains for place in part if not chain or chain[-1][1] <= place[0])
        chains = [chain for chain, _ in zip(longer, range(_ENOUGH), strict=False)]
    return chains


def _explain(text: str, body: Folded, parts: list[str], places: list[tuple[tuple[int, int], ...]]) -> NotFound:
    part = next((part for part, found in zip(parts, places, strict=True) if not found), parts[0])
    match = difflib.SequenceMatcher(None, body.text, part, autojunk=False).find_longest_match()
    start = max(0, match.a - match.b)
    end = min(len(body.text), start + len(part))
    same = next(
        (i for i, pair in enumerate(zip(body.text[start:], part, strict=False)) if pair[0] != pair[1]),
        len(part),
    )
    nearest = text[body.origin[start] : body.origin[min(end + _CONTEXT // 4, len(body.text))]]
    here = body.text[start + same : start + same + _CONTEXT // 3]
    difference = f"the article has {here!r} where the quotation has {part[same : same + _CONTEXT // 3]!r}"
    return NotFound(0, nearest, difference if same < len(part) else "")
