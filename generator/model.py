"""The values that travel through the program, all frozen: articles, what reading found in them, facts, the briefing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from generator.diagnostics import Diagnostic, Location
from generator.edtf import Edtf
from generator.schema import (
    Country,
    Level,
    Partnership,
    Pillar,
    Retired,
    Rights,
    Site,
    SourceKind,
    Statement,
    Topic,
)
from generator.text import Span

EvidenceState: TypeAlias = Literal["matched", "quoted", "cited"]
"""`matched`: the words stand in a held article; `quoted`: words of a document not held; `cited`: a place in one.
The fourth state of DESIGN, failed, is an error and never reaches a page."""


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
    origin: str | None
    replaces: str | None
    text: str
    """The body; every offset anywhere counts code points into it."""
    sha256: str
    """Of the body in UTF-8."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name of a country, pillar, topic or the partnership, found in a body."""

    span: Span
    id: str


@dataclass(frozen=True, slots=True, order=True)
class DateMention:
    """An expression that names a day or a stretch of days, resolved from the day of publication."""

    span: Span
    edtf: Edtf


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All articles with their passages, by id in order."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bibliographic record of a document, held or not."""

    id: str
    title: str
    title_by_desk: bool = False
    publisher: str | None
    published: Edtf
    url: str | None
    """Only where readers may be sent there."""
    kind: SourceKind
    primary: bool
    ownership: str | None
    origin: str | None
    withdrawn: str | None = None
    held: bool
    """Whether its text lies in `seeds/`, so that quotations are compared with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A citation that was resolved: the document, and where in it."""

    source: Source
    state: EvidenceState
    spans: tuple[Span, ...] = ()
    """Where the quoted words stand in the held body; empty unless matched."""
    passage: int = 0
    """The number of the passage that holds the longest part of the words; 0 unless matched."""
    words: str = ""
    """The words of the source: the article's own where matched, as typed where quoted."""
    where: str | None = None


class Fact(Statement):
    """A claim whose evidence was resolved. Pages and exports see nothing else of `content/facts/`."""

    found: tuple[Evidence, ...]

    @property
    def state(self) -> EvidenceState:
        """The strongest of the states of its evidence."""
        states = {evidence.state for evidence in self.found}
        return "matched" if "matched" in states else "quoted" if "quoted" in states else "cited"


ExpectationState: TypeAlias = Literal["open", "overdue", "date-passed", "settled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A fact that expects something by a date, and what has become of it by the day of the marks."""

    fact: Fact
    expected: Edtf
    state: ExpectationState
    resolutions: tuple[tuple[Fact, str], ...] = ()
    """Each fact that resolves it, with the result, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A country's part in a pillar: the newest first-hand participation fact, and what others say beside it."""

    level: Level | None
    fact: Fact | None
    others: tuple[tuple[Level, Fact], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that pages and exports may know; read-only, gathered and checked before anything is written."""

    site: Site
    as_of: date
    corpus: Corpus
    countries: Mapping[str, Country]
    pillars: Mapping[str, Pillar]
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    """Published facts by id; what is withheld is only counted."""
    withheld: tuple[str, ...]
    retired: tuple[Retired, ...]
    expectations: tuple[Expectation, ...]
    matrix: Mapping[tuple[str, str], Cell]
    """By country and pillar id."""
    shown: Mapping[str, tuple[Span, ...]]
    """For each article, the parts of its body that pages and exports may show, in order."""

    def unused_passages(self) -> list[Passage]:
        """Give the passages in which no published statement quotes a word."""
        cited: dict[str, list[Span]] = {}
        for fact in self.facts.values():
            for evidence in fact.found:
                cited.setdefault(evidence.source.id, []).extend(evidence.spans)
        return [
            passage
            for article, passages in self.corpus.passages.items()
            for passage in passages
            if not any(span.overlaps(passage.span) for span in cited.get(article, []))
        ]

    @property
    def partnership(self) -> Partnership:
        """The partnership that the site is about."""
        return self.site.partnership


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A briefing with the problems found on the way to it."""

    briefing: Briefing
    problems: tuple[Diagnostic, ...]
