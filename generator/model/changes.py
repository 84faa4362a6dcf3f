"""What changed: versions of the site as its readers saw them, and the differences between them, in statements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, NamedTuple, TypeAlias

from generator.model.facts import EvidenceState

ChangeKind: TypeAlias = Literal[
    "summary", "unsupported", "withdrawn", "reworded", "superseded", "resolved", "passed", "disputed", "cell",
    "evidence", "details", "added", "counts",
]  # fmt: skip
CHANGE_WORDS: Final[Mapping[ChangeKind, str]] = {
    "summary": "Bottom line",
    "unsupported": "Lost its only support",
    "withdrawn": "Withdrawn",
    "reworded": "Reworded",
    "superseded": "Superseded",
    "resolved": "Outcome known",
    "passed": "Date passed",
    "disputed": "Newly disputed",
    "cell": "Part changed",
    "evidence": "Evidence changed",
    "details": "Details changed",
    "added": "Added",
    "counts": "Counts",
}
"""In the order in which the changes of a day are told: what a reader may have to take back first."""


class Told(NamedTuple):
    """A statement as a version of the site told it; a named tuple, since hundreds of versions of all are unpickled."""

    words: str
    details: Mapping[str, str]
    """What stands beside the words (its date, who says so, ...), by label."""
    pages: frozenset[str]
    """The pages of the countries, pillars and topics that it is filed under."""
    state: EvidenceState
    documents: frozenset[str]
    """The ids of the documents behind it that their publishers have not withdrawn."""
    superseded_by: frozenset[str]
    disputed_by: frozenset[str]
    outcomes: Mapping[str, str]
    """By the id of a later statement: what it says became of the expectation."""
    due: date | None = None
    """The last day on which it was expected, where it still is, or was until its date passed; else None."""
    reasons: tuple[str, ...] = ()
    """Why it was reworded, the oldest reason first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A statement that a version of the site names and does not tell."""

    reason: str
    successor: str = ""
    unsupported: bool = False
    """Whether it is kept back because a citation of it fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A page's name and the sentences at its head."""

    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A cell of the matrix: whose part in which pillar."""

    name: str
    pages: frozenset[str]
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A version of the site: all of it that a reader would want to be told when it changes."""

    day: date
    """The day of its marks."""
    statements: Mapping[str, Told]
    gone: Mapping[str, Gone]
    """By id: what is withheld, kept back or retired."""
    documents: frozenset[str]
    """The ids of all documents that their publishers have not withdrawn."""
    summaries: Mapping[str, Summary]
    """By page."""
    cells: Mapping[str, Place]
    """By country and pillar; those of which nothing is known are left out."""
    counts: Mapping[str, Mapping[str, int]]
    """By page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is other for readers since a day."""

    day: date
    kind: ChangeKind
    about: str
    """The id of the statement, the page, or the country and pillar."""
    name: str
    """The statement's words, now or where it is gone the last ones; else the name of what changed."""
    pages: frozenset[str] = frozenset()
    """The pages of all subjects that it concerns."""
    before: str = ""
    now: str = ""
    by: tuple[str, ...] = ()
    """The ids of the statements that bring the change about."""
    reason: str = ""
    """The desk's own reason."""

    @property
    def id(self) -> str:
        """What tells it from every other change, on every day."""
        about = self.about.removesuffix(".md").replace("/", "-").lower()
        return f"{self.day.isoformat()}-{self.kind}-{about}"

    @property
    def label(self) -> str:
        """What happened, in a word or two."""
        return CHANGE_WORDS[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changelog:
    """All that changed since the oldest version at hand."""

    since: date
    """The day of the oldest version."""
    entries: tuple[Change, ...] = field(default=())
    """The newest day first, those of a day in the order of `CHANGE_WORDS`."""
