"""Quotation marks: which double marks belong together, and how a quotation runs over paragraphs.

The law is READING.md, Quotations: double marks only, an unclosed mark goes on in the next paragraph that begins with
an opening mark. Everything is decided line by line, so that one stray mark spoils one line at most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text import Span

_MARK = re.compile("[\"\u201c\u201d\u00ab\u00bb\uff02]|``|''")
_OPENING = frozenset({"\u201c", "\u00ab", "``"})
_STRAIGHT = frozenset({'"', "\uff02"})
_BEFORE_OPENING = re.compile("[\\s(\\[{\u2014\u2013/'\u2018-]")
_FEW_WORDS = 3
_TITLE_WORDS = 6
_WORD = re.compile(r"\w\S*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between double marks, over one line or several."""

    parts: tuple[Span, ...]
    """The words, without the marks; a part for each line."""
    outer: tuple[Span, ...]
    """The same with their marks."""
    is_title: bool
    """Whether it is written like a title: few words, with capitals."""
    long: bool
    """Whether it has the three words of a quotation; shorter ones are scare quotes and single answers."""


def find_quoted(text: str) -> list[Quoted]:
    """Give everything that stands in double marks, in order; what lies inside another is not given."""
    marks = list(_MARK.finditer(text))
    found: list[Quoted] = []
    group: list[tuple[Span, Span]] = []
    first = 0
    while first < len(marks):
        start = text.rfind("\n", 0, marks[first].start()) + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        last = first
        while last < len(marks) and marks[last].start() < end:
            last += 1
        goes_on = last < len(marks) and not text[end : marks[last].start()].strip() and _opens(text, marks[last])
        for pair in _pairs(text, Span(start, end), marks[first:last], goes_on=goes_on):
            group.append(pair)
            if pair[0].end > pair[1].end or not goes_on:
                found.append(_quoted(text, group))
                group = []
        first = last
    return [*found, _quoted(text, group)] if group else found


def _quoted(text: str, group: list[tuple[Span, Span]]) -> Quoted:
    words = [word for _, inner in group for word in _WORD.findall(text, inner.start, inner.end)]
    weighty = [word for word in words if len(word) > _FEW_WORDS]
    is_title = len(words) <= _TITLE_WORDS and len(weighty) > 1 and all(word[0].isupper() for word in weighty)
    long = len(words) >= _FEW_WORDS
    outer, parts = zip(*group, strict=True)
    return Quoted(parts, outer, is_title=is_title and long, long=long)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Say whether a mark opens: by its form, or straight ones by what stands around them."""
    if mark[0] not in _STRAIGHT:
        return mark[0] in _OPENING
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return (not before or _BEFORE_OPENING.match(before) is not None) and bool(after.strip())


def _pairs(text: str, line: Span, marks: list[re.Match[str]], *, goes_on: bool) -> Iterator[tuple[Span, Span]]:
    """Give the outermost pairs of one line, with their marks and without.

    A mark left open counts where the quotation goes on in the next paragraph, or where it begins the line and its
    closing mark was forgotten; any other is a stray mark.
    """
    pairs: list[tuple[Span, Span]] = []
    opened: list[re.Match[str]] = []
    for mark in marks:
        if _opens(text, mark):
            opened.append(mark)
        elif opened:
            opening = opened.pop()
            while pairs and pairs[-1][0].start > opening.start():
                pairs.pop()
            pairs.append((Span(opening.start(), mark.end()), Span(opening.end(), mark.start())))
    left = [mark for mark in opened if not pairs or mark.start() > pairs[-1][0].start]
    begins = len(left) == 1 and not pairs and not text[line.start : left[0].start()].strip()
    if left and (goes_on or begins):
        pairs.append((Span(left[0].start(), line.end), Span(left[0].end(), line.end)))
    yield from pairs
