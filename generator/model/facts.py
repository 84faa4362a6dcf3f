"""What is stated: documents, facts with their evidence, and how each fact stands among the others."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.edtf import Edtf
from generator.schema.base import Level, Result, SourceKind
from generator.schema.facts import Statement
from generator.text import Span

EvidenceState: TypeAlias = Literal["matched", "quoted", "cited"]
"""`matched`: the words stand in a held article; `quoted`: words of a document not held; `cited`: a place in one.
The fourth state of DESIGN, failed, is an error and never reaches a page."""


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
    facts: tuple[Fact, ...]
    """The statement that gives each of the dates."""
    met: Edtf | None
    met_by: Fact | None
    """The statement that it came true."""
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
