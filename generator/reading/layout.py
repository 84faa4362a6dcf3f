"""Layout: from the lines of a paged document to its text, with the page on which each part stands.

Each rule looks only at what typesetters do everywhere: running heads repeat at one height, paragraphs stand apart or
are indented, a heading has another size, a word cut at the end of a line has a hyphen there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.text import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of print: where it begins, in points from the lower left of its page, how large it is, what it says."""

    page: int
    x: float
    y: float
    size: float
    text: str


SOFT_HYPHEN: Final = "\u00ad"
_EDGE: Final = 3
"""How many lines at the top and the bottom of a page may be running heads."""
_DEEPEST_INDENT: Final = 4
"""In sizes of the type; what begins farther to the right stands in another column."""
_SAME_HEIGHT: Final = 4
_SMALLER: Final = 0.95
_NUMBER: Final = re.compile(r"\W*(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_BULLET: Final = re.compile(r"[\u2022\u25aa\u25cf\u25e6\u2023\u2013*-]\s|\(?(?:\d{1,3}|[a-z])[.)]\s")
_SENTENCE_END: Final = re.compile(r"[.!?:][\"'\u201d\u2019)\]]*$")
_CUT_WORD: Final = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u00ad\u2010]$")
_LONGEST_WORD: Final = 80
_GOES_ON: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def body_size(lines: Sequence[Line]) -> float:
    """Give the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Take out the lines at the edges of pages that repeat there, page numbers, and small print that stands apart."""
    size = body_size(lines)
    edges = [line for page in _by_page(lines) for line in _edge_lines(page)]
    repeated = Counter(_key(line) for line in edges)
    furniture = {line for line in edges if repeated[_key(line)] > 1}
    for page in _by_page(lines):
        furniture.update(_small_lines(page, size))
    return [line for line in lines if line not in furniture]


def _by_page(lines: Sequence[Line]) -> list[list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return list(pages.values())


def _edge_lines(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.y)
    return [*ordered[:_EDGE], *ordered[_EDGE:][-_EDGE:]]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", one_line(line.text).casefold()), round(line.y / _SAME_HEIGHT)


def _small_lines(page: Sequence[Line], size: float) -> Iterator[Line]:
    """Give the outermost line at each edge if it is a page number, or small and well apart from the next."""
    ordered = sorted(page, key=lambda line: -line.y)
    for outer, inner in ((ordered[:1], ordered[1:2]), (ordered[-1:], ordered[-2:-1])):
        for line, other in zip(outer, inner, strict=False):
            apart = abs(line.y - other.y) > 2 * size
            if _NUMBER.fullmatch(line.text) or (apart and line.size < size * _SMALLER):
                yield line


def paragraphs(lines: Sequence[Line]) -> tuple[str, tuple[int, ...]]:
    """Give the text, a paragraph to a line with an empty line between, and where each page begins in it.

    A line-end hyphen goes where the document elsewhere writes the word without it, and stays where it writes it so;
    where it does neither, a soft hyphen keeps the place, and a quotation may have the hyphen or not.
    """
    words = _vocabulary(lines)
    breaks = _breaks(lines)
    parts: list[str] = []
    begins: list[int] = []
    length = 0
    for index, line in enumerate(lines):
        if index:
            last = parts[-1]
            parts[-1] = f"{last}\n\n" if breaks[index - 1] else _joined(last, line.text, words)
            length += len(parts[-1]) - len(last)
        begins.extend([length] * (line.page - len(begins)))
        parts.append(line.text)
        length += len(line.text)
    return "".join(parts), tuple(begins)


def _vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """Give the words that stand whole in a line, so that no cut word speaks for itself."""
    found: set[str] = set()
    for before, line in pairwise((None, *lines)):
        words = _WORDS.findall(line.text) if line else []
        if line and _cut_word(line.text):
            words = words[:-1]
        if before is not None and _cut_word(before.text):
            words = words[1:]
        found.update(word.casefold() for word in words)
    return frozenset(found)


def _cut_word(text: str) -> re.Match[str] | None:
    return _CUT_WORD.search(text[-_LONGEST_WORD:])


def _joined(text: str, following: str, words: frozenset[str]) -> str:
    """Give a line as it goes on with the following one."""
    cut, rest = _cut_word(text), _GOES_ON.match(following)
    if cut is None:
        return text + ("" if text.endswith(("/", "\u2014")) else " ")
    if rest is None or not rest.group()[0].islower():
        return text
    whole, compound = f"{cut[1]}{rest.group()}".casefold(), f"{cut[1]}-{rest.group()}".casefold()
    if compound in words:
        return text
    return text[:-1] + ("" if whole in words else SOFT_HYPHEN)


def _breaks(lines: Sequence[Line]) -> list[bool]:
    """Say for each two lines that follow each other whether a paragraph ends between them."""
    usual = _usual_gap(lines)
    return [_ends(before, line, usual) for before, line in pairwise(lines)]


def _usual_gap(lines: Sequence[Line]) -> float:
    """Give the distance between lines of one paragraph, in sizes of the type."""
    gaps = Counter(
        round((before.y - line.y) / line.size, 1)
        for before, line in pairwise(lines)
        if before.page == line.page and before.y > line.y and _alike(before, line)
    )
    return max(gaps, key=lambda gap: (gaps[gap], -gap), default=1.2)


def _alike(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) < 0.06 * line.size


def _ends(before: Line, line: Line, usual: float) -> bool:
    if not _alike(before, line) or _BULLET.match(line.text):
        return True
    if _cut_word(before.text):
        return False
    ended = _SENTENCE_END.search(before.text) is not None
    indented = line.size / 2 < line.x - before.x < _DEEPEST_INDENT * line.size
    if before.page != line.page or line.y >= before.y:
        return ended
    return (before.y - line.y) / line.size > usual * 1.2 or (ended and indented)
