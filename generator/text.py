"""Plain text: spans, tidying of delivered text, slugs, and the one fold under which quotations are compared."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points of an article's body."""

    start: int
    end: int

    def within(self, other: "Span") -> bool:
        """Say whether the other span holds all of this one."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def merged(spans: list[Span]) -> list[Span]:
    """Give the same ground in order, with spans that overlap or touch made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def overlapping(spans: Sequence[Span], part: Span) -> Iterator[Span]:
    """Give those spans that overlap a part; they must be apart and in order, as `merged` gives them."""
    for index in range(bisect_right(spans, part.start, key=attrgetter("end")), len(spans)):
        if spans[index].start >= part.end:
            return
        yield spans[index]


BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks, embeddings, overrides and isolates: they can make a text read otherwise than it stands."""

_CONTROL = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff{BIDI_CONTROLS}]")
_LINE_END = re.compile(r"\r\n?|\x85|\u2028|\u2029")


def tidy(delivered: str) -> str:
    """Give a body as it is held: LF line ends, no BOM, no controls, no outer white space; nothing else changes."""
    return _CONTROL.sub("", _LINE_END.sub("\n", delivered)).strip()


def controls(delivered: str) -> list[str]:
    """Name the control characters that `tidy` takes out, in code point order, for the report."""
    found = sorted(set(_CONTROL.findall(delivered.removeprefix("\ufeff"))))
    return [f"U+{ord(character):04X}" for character in found]


def one_line(text: str) -> str:
    """Fold every run of white space to one space."""
    return " ".join(text.split())


SLUG_BYTES = 60
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Give lower-case ASCII letters, digits and single hyphens; at most 60 bytes; empty if nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain.lower()).strip("-")[:SLUG_BYTES].rstrip("-")


FOLD_VERSION = 1
"""Raised when the fold changes, so that whoever repeats the comparison knows which rule was used."""

_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f\uff02"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\uff07"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_SOFT_HYPHEN = "\u00ad"
_FOLDED = (
    dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | _LIGATURES
    | {_SOFT_HYPHEN: ""}
)
_FOLDABLE = re.compile(rf"[{re.escape(''.join(_FOLDED))}]|\s+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text under the fold, with the way back: `origin[i]` is where folded character i begins in the text."""

    text: str
    origin: Sequence[int]
    """One entry for each folded character and one for the end."""

    def back(self, start: int, end: int) -> Span:
        """Give the span of the unfolded text that the folded range stands for."""
        return Span(self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start])


_CUT_WORD = re.compile(r"[^\W\d_]+(?:[-\u00ad][^\W\d_]+)+")
_LONGEST_WORD = 100


def cut_words(body: str) -> Mapping[str, str]:
    """Give the words of a PDF's body that a line end cut, as they are typed with their hyphen, and without it.

    Where the document does not tell whether a hyphen at a line's end belongs to the word, reading leaves a soft one.
    """
    marked = (word for word in body.split() if _SOFT_HYPHEN in word and len(word) < _LONGEST_WORD)
    found = (match.group() for word in marked for match in _CUT_WORD.finditer(word) if _SOFT_HYPHEN in match.group())
    return {word.replace(_SOFT_HYPHEN, "-"): word.replace(_SOFT_HYPHEN, "") for word in found}


def fold(text: str, cut: Mapping[str, str] = MappingProxyType({})) -> Folded:
    """Fold quotation marks, dashes, soft hyphens, the ligatures U+FB00 to FB06 and runs of white space; nothing else.

    No NFKC and no fuzzy ratio: "would" and "would not" are nearly alike and mean the opposite. `cut` holds words of a
    PDF that a line end cut (`cut_words`); typed with the hyphen that stood there, they lose it. Such a text has no
    way back; it is for the quotation, not for the body.
    """
    if cut:
        text = _CUT_WORD.sub(lambda match: cut.get(match.group(), match.group()), text)
    parts: list[str] = []
    origin = array("L")
    position = 0
    for match in _FOLDABLE.finditer(text):
        start, end = match.span()
        parts.append(text[position:start])
        origin.extend(range(position, start))
        plain = _FOLDED.get(match.group(), " ")
        parts.append(plain)
        origin.extend([start] * len(plain))
        position = end
    parts.append(text[position:])
    origin.extend(range(position, len(text) + 1))
    return Folded("".join(parts), origin)
