"""Quotation marks: which double marks belong together, and how a quotation runs over lines.

The law is READING.md, Quotations: double marks only, an unclosed mark goes on in the next paragraph that begins with
an opening mark. Everything is decided line by line, so that one stray mark spoils one line at most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text import Span

_MARK = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb\uff02]|``|''")
_OPENING = frozenset({"\u201c", "\u201e", "\u00ab", "``"})
_CLOSING = frozenset({"\u201d", "\u00bb", "''"})
_STRAIGHT = frozenset({'"', "\uff02"})
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f([{\u2014\u2013-/'\u2018")
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


@dataclass(frozen=True, slots=True)
class _Pair:
    outer: Span
    inner: Span
    opened: bool
    closed: bool


def find_quoted(text: str) -> list[Quoted]:
    """Give everything that stands in double marks, in order; what lies inside another is not given."""
    return list(_joined(text, list(_pairs(text))))


def _joined(text: str, pairs: list[_Pair]) -> Iterator[Quoted]:
    group: list[_Pair] = []
    for pair in pairs:
        group.append(pair)
        if pair.closed:
            yield _quoted(text, group)
            group = []
    if group:
        yield _quoted(text, group)


def _quoted(text: str, group: list[_Pair]) -> Quoted:
    words = [word for pair in group for word in _WORD.findall(text, pair.inner.start, pair.inner.end)]
    return Quoted(
        tuple(pair.inner for pair in group),
        tuple(pair.outer for pair in group),
        is_title=_is_title(words),
        long=len(words) >= _FEW_WORDS,
    )


def _is_title(words: list[str]) -> bool:
    weighty = [word for word in words if len(word) > _FEW_WORDS]
    return len(words) <= _TITLE_WORDS and len(weighty) > 1 and all(word[0].isupper() for word in weighty)


def _pairs(text: str) -> Iterator[_Pair]:
    """Go through the lines that hold marks; `carried` says that the quotation of the line before is still open."""
    marks = list(_MARK.finditer(text))
    carried = False
    position = 0
    while position < len(marks):
        start = text.rfind("\n", 0, marks[position].start()) + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        last = position
        while last < len(marks) and marks[last].start() < end:
            last += 1
        goes_on = last < len(marks) and _goes_on(text, end, marks[last])
        line = _line(text, Span(start, end), marks[position:last], carried=carried, goes_on=goes_on)
        yield from line
        carried = bool(line) and not line[-1].closed
        position = last


def _goes_on(text: str, end: int, following: re.Match[str]) -> bool:
    """Say whether a mark left open at a line's end may stay open.

    The next line with words begins with an opening mark; or the line was merely broken, and the next mark closes.
    """
    between = text[end : following.start()]
    if not between.strip():
        return following.group() in _OPENING or following.group() in _STRAIGHT
    return "\n" not in between[1:].strip() and "\n\n" not in between and _closes(text, following)


def _closes(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in _STRAIGHT:
        return not _at_opening(text, mark)
    return mark.group() in _CLOSING


def _at_opening(text: str, mark: re.Match[str]) -> bool:
    start, end = mark.span()
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    return (before == "\n" or before in _BEFORE_OPENING) and not after.isspace()


def _line(text: str, line: Span, marks: list[re.Match[str]], *, carried: bool, goes_on: bool) -> list[_Pair]:
    """Pair the marks of one line and keep the outermost pairs."""
    pairs: list[_Pair] = []
    begin = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    opened: list[tuple[int, int, str]] = []
    if carried and not (marks[0].start() == begin and not _only_closes(marks[0])):
        opened.append((begin, begin, ""))
    for mark in marks:
        if _opens(text, mark, opened):
            opened.append((mark.start(), mark.end(), mark.group()))
        elif opened:
            outer, inner, _ = opened.pop()
            while pairs and pairs[-1].outer.start > outer:
                pairs.pop()
            pairs.append(_Pair(Span(outer, mark.end()), Span(inner, mark.start()), opened=True, closed=True))
    left = _left_open(opened, pairs, begin, goes_on=goes_on)
    if left is not None:
        outer, inner, _ = left
        pairs = [pair for pair in pairs if pair.outer.end <= outer]
        pairs.append(_Pair(Span(outer, line.end), Span(inner, line.end), opened=True, closed=not goes_on))
    return pairs


def _only_closes(mark: re.Match[str]) -> bool:
    return mark.group() in _CLOSING


def _opens(text: str, mark: re.Match[str], opened: list[tuple[int, int, str]]) -> bool:
    kind = mark.group()
    if kind == "\u201c" and opened and opened[-1][2] == "\u201e":
        return False
    if kind in _OPENING:
        return True
    return kind in _STRAIGHT and _at_opening(text, mark)


def _left_open(
    opened: list[tuple[int, int, str]], pairs: list[_Pair], begin: int, *, goes_on: bool
) -> tuple[int, int, str] | None:
    """Give the mark that the end of the line leaves open and that still counts.

    The last one, where the quotation goes on in the next paragraph; or one that begins the line, where its closing
    mark was forgotten. Any other is a stray mark.
    """
    if not opened:
        return None
    after = [mark for mark in opened if not pairs or mark[0] > pairs[-1].outer.start]
    if goes_on and after:
        return after[0]
    if not pairs and opened[0][0] == begin and len(opened) == 1 and opened[0][2]:
        return opened[0]
    return None
