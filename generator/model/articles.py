"""What is read: articles, and what reading found in them.

What an archive holds by the million is a named tuple: as immutable as a frozen dataclass, and several times as quick to
make and to unpickle.
"""

import pickle
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.diagnostics import Location
from generator.edtf import Edtf
from generator.schema.base import Rights, SourceKind
from generator.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news item as held: its body and what is known about it."""

    id: str
    seed: str
    """The seed's path below the root."""
    location: Location
    title: str
    title_by_desk: bool
    publisher: str | None
    published: Edtf
    url: str | None
    language: str
    kind: SourceKind
    primary: bool
    ownership: str | None
    rights: Rights
    excerpt_share: float | None = None
    """The most of it that may be shown under `excerpts`; None for the site's own limit."""
    origin: str | None
    replaces: str | None
    text: str
    """The body; every offset anywhere counts code points into it."""
    sha256: str
    """Of the body in UTF-8."""
    correction: str | None = None
    """What its publisher says it has corrected."""
    pages: tuple[int, ...] = ()
    """Where each page of a paged document begins in the body; empty where there are no pages."""

    line: int = 0
    """The seed's line on which the body begins, where the two have the same lines; 0 where they have not."""

    def place_of(self, span: Span) -> Location:
        """Give the place in the seed on which a part of the body begins, as far as it is known."""
        return Location(self.seed, self.line + self.text.count("\n", 0, span.start)) if self.line else self.location

    def page_at(self, offset: int) -> str | None:
        """Name the page on which a code point of the body stands, for a citation; None where there are no pages."""
        return f"p. {bisect_right(self.pages, offset)}" if self.pages else None


class Mention(NamedTuple):
    """A name of a country, pillar, topic or the partnership, found in a body."""

    span: Span
    id: str


class DateMention(NamedTuple):
    """An expression that names a day or a stretch of days, resolved from the day of publication."""

    span: Span
    edtf: Edtf


class Quotation(NamedTuple):
    """Words in double quotation marks, without the marks, with who says them."""

    span: Span
    speaker: str | None
    """The shortest words of the article that name who says it; None where the article does not say."""


class Attribution(NamedTuple):
    """Whom a sentence's content is credited to, quoted or paraphrased."""

    speaker: str | None = None
    anonymous: bool = False
    """Whether the speaker is a person or people whom the article does not name."""
    reported_by: str | None = None
    """The other outlet that the article relies on; never the article's own publisher."""
    chain: tuple[str, ...] = ()
    """Who reports whom, from the article's publisher inwards: AFP, Nikkei, unnamed US officials."""


class Passage(NamedTuple):
    """A sentence, heading or list item of an article, with what reading found in it."""

    article: str
    number: int
    """Counts from 1; makes the anchor `#sN`."""
    span: Span
    countries: tuple[Mention, ...] = ()
    pillars: tuple[Mention, ...] = ()
    topics: tuple[Mention, ...] = ()
    partnership: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    attribution: Attribution | None = None
    """None for the reporter's own voice."""
    outlook: bool = False
    """Whether the sentence says what is to happen after publication."""


def pack(passages: tuple[Passage, ...]) -> bytes:
    """Give the passages of an article in a small part of their room."""
    return pickle.dumps(passages, pickle.HIGHEST_PROTOCOL)


class Passages(Mapping[str, tuple[Passage, ...]]):
    """Passages by article. They are kept packed, and unpacked each time that they are asked for."""

    def __init__(self, packed: Mapping[str, bytes] | None = None) -> None:
        """Take the passages of each article as `pack` gives them."""
        self._packed = packed or {}

    def __getitem__(self, article: str) -> tuple[Passage, ...]:
        found: tuple[Passage, ...] = pickle.loads(self._packed[article])  # noqa: S301 - packed by this program
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def of(self, articles: Iterable[str]) -> "Passages":
        """Give those of some of the articles."""
        return Passages({article: self._packed[article] for article in articles})


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All articles with their passages, by id in order."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    passages: Passages = field(default_factory=Passages)
