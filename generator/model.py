"""The values that travel through the program, all frozen: articles, what reading found in them, facts, the briefing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from generator.diagnostics import Diagnostic, Location
from generator.edtf import Edtf
from generator.schema.base import Level, Result, Rights, SourceKind
from generator.schema.desk import IdKind, Retired
from generator.schema.facts import Statement
from generator.schema.subjects import Country, Instrument, Partnership, Pillar, Site, Topic
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


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words in double quotation marks, without the marks, with who says them."""

    span: Span
    speaker: str | None
    """The shortest words of the article that name who says it; None where the article does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whom a sentence's content is credited to, quoted or paraphrased."""

    speaker: str | None = None
    anonymous: bool = False
    """Whether the speaker is a person or people whom the article does not name."""
    reported_by: str | None = None
    """The other outlet that the article relies on; never the article's own publisher."""
    chain: tuple[str, ...] = ()
    """Who reports whom, from the article's publisher inwards: AFP, Nikkei, unnamed US officials."""


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
    quotes: tuple[Quotation, ...] = ()
    attribution: Attribution | None = None
    """None for the reporter's own voice."""
    outlook: bool = False
    """Whether the sentence says what is to happen after publication."""


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
    same_as: str | None = None
    note: str | None = None
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


ExpectationState: TypeAlias = Literal["open", "overdue", "date-passed", "unconfirmed", "superseded", "settled"]
"""`unconfirmed`: the date has passed, and what became of it stands only in a withheld fact; `superseded`: a later fact
takes its place and says nothing of what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a later fact says became of an expectation."""

    fact: Fact
    result: Result
    why: str = ""
    late: bool = False
    """Whether it was met after the last day on which it was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slippage:
    """How an expected date moved: each date in turn, and the day on which it came true, where it did."""

    dates: tuple[Edtf, ...]
    met: Edtf | None
    months: tuple[int, int]
    """Whole months, at least and at most, from the last day of the first date to the date known now; negative where
    it came early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A fact that expects something by a date, and what has become of it by the day of the marks."""

    fact: Fact
    expected: Edtf
    state: ExpectationState
    outcomes: tuple[Outcome, ...] = ()
    """Oldest first."""
    slippage: Slippage | None = None
    """None where no later fact moved the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a fact stands among the others."""

    superseded_by: tuple[Fact, ...] = ()
    disputed_by: tuple[Fact, ...] = ()
    """Published facts that say otherwise, whichever of the two names the other."""
    disputed_withheld: int = 0
    """How many withheld facts say otherwise."""
    newer_withheld: int = 0
    """How many withheld facts supersede or resolve it."""
    expectation: Expectation | None = None
    publishers: int = 1
    """How many independent publishers bear it out; copies and relays of one origin count once."""
    independence_assessed: bool = True
    """False where a document is not held, so that nobody compared it with the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A level of participation as one fact states it."""

    level: Level
    fact: Fact
    date: Edtf
    first_hand: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A country's part in a pillar: the newest first-hand statement of it, and what others say beside it."""

    main: Part | None = None
    others: tuple[Part, ...] = ()
    """Statements of another level that are as new as the main one, or all where there is none; newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the repository's past says: ids that were published once and are not in its files any more."""

    removed: Mapping[tuple[IdKind, str], str] = field(default_factory=dict)
    """By kind and id: the commit, abbreviated, that took the id out of a file; it may stand in another now."""


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
    withheld: Mapping[str, str]
    """The ids of facts that are kept and not published, with the reason."""
    standing: Mapping[str, Standing]
    """By fact id."""
    instruments: tuple[Instrument, ...]
    retired: tuple[Retired, ...]
    expectations: tuple[Expectation, ...]
    matrix: Mapping[tuple[str, str], Cell]
    """By country and pillar id."""
    history_known: bool
    """Whether the repository's past was at hand, so that an id that vanished would have been noticed."""
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
