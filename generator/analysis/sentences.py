"""Sentences: lines first (headlines and list items carry no full stop), then full stops that end one."""

import re
from collections.abc import Iterator

from generator.text import Span

_ABBREVIATIONS = frozenset({
    "adm", "brig", "capt", "cmdr", "co", "col", "corp", "dr", "fig", "gen", "gov", "hon", "inc", "jr", "lt",
    "ltd", "maj", "messrs", "mr", "mrs", "ms", "no", "prof", "rear", "rep", "rev", "sen", "sgt", "sr", "st",
    "supt", "vs", "vice", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "u.s",
    "u.k", "e.g", "i.e", "etc", "p.m", "a.m", "ph.d",
})  # fmt: skip
_CLOSING = "\"'\u201d\u2019)\\]\u00bb"
_END = re.compile(rf"[.!?\u2026]+[{_CLOSING}]*(?=\s+(?P<next>\S))")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_INITIAL = re.compile(r"(?:^|\.)[A-Z]$")
_BULLET = re.compile(r"\s*(?:[-*\u2022]|\d+[.)])\s+")


def find_sentences(text: str) -> list[Span]:
    """Give the spans of all sentences in order, without the white space around them."""
    return [sentence for line in _lines(text) for sentence in _split(text, line)]


def _lines(text: str) -> Iterator[Span]:
    position = 0
    for line in text.split("\n"):
        begin = position + (len(line) - len(line.lstrip()))
        bullet = _BULLET.match(line)
        if bullet:
            begin = position + bullet.end()
        end = position + len(line.rstrip())
        if begin < end:
            yield Span(begin, end)
        position += len(line) + 1


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for match in _END.finditer(text, line.start, line.end):
        if _ends_sentence(text[start : match.start()], match.group(), match["next"]):
            yield Span(start, match.end())
            start = match.start("next")
    yield Span(start, line.end)


def _ends_sentence(before: str, stop: str, following: str) -> bool:
    if following.islower() or following in ",;":
        return False
    word = _WORD_BEFORE.search(before)
    if not stop.startswith(".") or word is None:
        return True
    last = word.group()
    return last.lower() not in _ABBREVIATIONS and not _INITIAL.search(last)
