"""Annotated articles (`tests/corpus/README.md`) and passages as the same kind of marks, so that they compare."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator import edtf
from generator.diagnostics import Location
from generator.model import Article, Passage
from generator.text import Span, tidy


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One thing marked in an article: where, and as what (an id, a date, a speaker; empty for a mere yes)."""

    span: Span
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article with what its annotator marked, by label."""

    path: Path
    kind: str
    article: Article
    sentences: tuple[Span, ...]
    marks: dict[str, frozenset[Mark]]


def read_annotated(path: Path) -> Annotated:
    """Read an annotated article; words get their places by searching them in order."""
    record = yaml.load(path.read_text(), yaml.BaseLoader)  # noqa: S506 - reads text only
    text = tidy(record["text"])
    sentences: list[Span] = []
    marks: dict[str, set[Mark]] = {}
    for sentence in record["sentences"]:
        begin = text.index(sentence["words"], sentences[-1].end if sentences else 0)
        span = Span(begin, begin + len(sentence["words"]))
        sentences.append(span)
        for label, mark in _marked(text, span, sentence):
            marks.setdefault(label, set()).add(mark)
    return Annotated(
        path=path,
        kind=record["kind"],
        article=_article(path.stem, text, record),
        sentences=tuple(sentences),
        marks={label: frozenset(found) for label, found in marks.items()},
    )


def _article(name: str, text: str, record: dict[str, Any]) -> Article:
    return Article(
        id=name,
        seed=name,
        location=Location(name),
        title=name,
        title_by_desk=True,
        publisher=_known(record.get("publisher")),
        published=edtf.parse(record["published"]),
        url=None,
        language="en",
        kind="newspaper",
        primary=False,
        ownership=None,
        rights="full",
        origin=None,
        replaces=None,
        text=text,
        sha256="",
    )


def _marked(text: str, span: Span, sentence: dict[str, Any]) -> Iterator[tuple[str, Mark]]:
    yield "sentence ends", Mark(Span(span.end, span.end))
    for label in ("countries", "pillars", "topics"):
        yield from ((label, Mark(place, entry["id"])) for place, entry in _placed(text, span, sentence.get(label, [])))
    yield from (
        ("dates", Mark(place, entry["edtf"])) for place, entry in _placed(text, span, sentence.get("dates", []))
    )
    for place, entry in _placed(text, span, sentence.get("quotes", [])):
        yield from _quotation(place, _known(entry.get("speaker")))
    credit = sentence.get("attribution", {})
    anonymous = credit.get("anonymous") == "true"
    yield from _credit(span, _known(credit.get("speaker")), _known(credit.get("reported_by")), anonymous=anonymous)
    if sentence.get("outlook") == "true":
        yield "outlook", Mark(span)


def _known(value: str | None) -> str | None:
    return None if value in {None, "", "null"} else value


def _placed(text: str, sentence: Span, entries: list[dict[str, str]]) -> Iterator[tuple[Span, dict[str, str]]]:
    """Give each entry its place: whole words, after the entry before it; the same words again stay (both pillars)."""
    position, last = sentence.start, ""
    for entry in entries:
        pattern = re.compile(rf"(?<!\w){re.escape(entry['words'])}(?!\w)")
        if entry["words"] == last and "pillar" in entry.get("id", ""):
            position -= len(last)
        found = pattern.search(text, position, sentence.end) or pattern.search(text, sentence.start, sentence.end)
        begin = found.start() if found else text.index(entry["words"], sentence.start, sentence.end)
        last = entry["words"]
        position = begin + len(last)
        yield Span(begin, position), entry


def _quotation(place: Span, speaker: str | None) -> Iterator[tuple[str, Mark]]:
    yield "quotations", Mark(place)
    yield "quotation speakers", Mark(place, _name(speaker))


def _credit(span: Span, speaker: str | None, reported_by: str | None, *, anonymous: bool) -> Iterator[tuple[str, Mark]]:
    if speaker:
        yield "credited speakers", Mark(span, _name(speaker))
    if anonymous:
        yield "anonymous", Mark(span)
    if reported_by:
        yield "reported_by", Mark(span, _name(reported_by))


def _name(speaker: str | None) -> str:
    """Give a name for comparison: only case, white space and the form of an apostrophe are forgiven."""
    return " ".join((speaker or "").casefold().replace("\u2019", "'").split())


def found_marks(passages: Iterable[Passage], sentences: tuple[Span, ...]) -> dict[str, frozenset[Mark]]:
    """Give what reading found as marks; what it says of a whole sentence counts for the marked one most alike."""
    marks: dict[str, set[Mark]] = {}
    for passage in passages:
        for label, mark in _found(passage, _nearest(passage.span, sentences)):
            marks.setdefault(label, set()).add(mark)
    return {label: frozenset(found) for label, found in marks.items()}


def _found(passage: Passage, sentence: Span) -> Iterator[tuple[str, Mark]]:
    yield "sentence ends", Mark(Span(passage.span.end, passage.span.end))
    for label, mentions in (
        ("countries", passage.countries), ("pillars", passage.pillars), ("topics", passage.topics),
    ):  # fmt: skip
        yield from ((label, Mark(mention.span, mention.id)) for mention in mentions)
    yield from (("dates", Mark(date.span, date.edtf.text)) for date in passage.dates)
    for quote in passage.quotes:
        yield from _quotation(quote.span, quote.speaker)
    if credit := passage.attribution:
        yield from _credit(sentence, credit.speaker, credit.reported_by, anonymous=credit.anonymous)
    if passage.outlook:
        yield "outlook", Mark(sentence)


def _nearest(span: Span, sentences: tuple[Span, ...]) -> Span:
    return max(sentences, key=lambda other: min(span.end, other.end) - max(span.start, other.start))
