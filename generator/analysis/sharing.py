"""Sharing: what was found in a text, handed to the sentences that hold it."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from generator.analysis.names.mentions import Mentions
from generator.model import Passage
from generator.text import Span


class _Found(Protocol):
    """Something found in a text, with its place."""

    @property
    def span(self) -> Span: ...


F = TypeVar("F", bound=_Found)


def shared(found: Sequence[F], spans: Sequence[Span]) -> Iterator[tuple[F, ...]]:
    """Give to each sentence, in order, what lies within it; both come in order, and are gone through once."""
    index = 0
    for span in spans:
        inside: list[F] = []
        while index < len(found) and found[index].span.start < span.end:
            if found[index].span.within(span):
                inside.append(found[index])
            index += 1
        yield tuple(inside)


def naming(article: str, spans: Sequence[Span], mentions: Mentions) -> Iterator[Passage]:
    """Give the sentences of an article as passages with the names that each holds."""
    columns = zip(
        spans,
        shared(mentions.countries, spans),
        shared(mentions.pillars, spans),
        shared(mentions.topics, spans),
        shared(mentions.partnership, spans),
        strict=True,
    )
    for number, (span, countries, pillars, topics, partnership) in enumerate(columns, start=1):
        yield Passage(article, number, span, countries, pillars, topics, partnership)
