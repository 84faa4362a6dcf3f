"""The values that travel through the program, all frozen: articles, what reading found in them, facts, the briefing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.diagnostics import Diagnostic
from generator.model.articles import (
    Article,
    Attribution,
    Corpus,
    DateMention,
    Mention,
    Passage,
    Passages,
    Quotation,
    pack,
)
from generator.model.changes import Changelog
from generator.model.editions import Edition
from generator.model.facts import (
    Cell,
    Evidence,
    EvidenceState,
    Expectation,
    ExpectationState,
    Fact,
    Outcome,
    Part,
    Slippage,
    Source,
    Standing,
)
from generator.schema.desk import Retired, WrittenPage
from generator.schema.subjects import Country, Instrument, Partnership, Pillar, Site, Topic
from generator.text import Span

__all__ = [
    "Article",
    "Assembled",
    "Attribution",
    "Briefing",
    "Cell",
    "Corpus",
    "Coverage",
    "DateMention",
    "Edition",
    "Evidence",
    "EvidenceState",
    "Expectation",
    "ExpectationState",
    "Fact",
    "HeldBack",
    "Mention",
    "Outcome",
    "Part",
    "Passage",
    "Passages",
    "Quotation",
    "Slippage",
    "Source",
    "Standing",
    "pack",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many passages of an article are behind a published statement, shown on a page without one, and neither."""

    behind: int = 0
    shown: int = 0
    unused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """An article or a statement that is not published for what is wrong with it (`--keep-going`)."""

    kind: Literal["article", "statement"]
    name: str
    """An article's path, a statement's id or place."""
    problem: Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Briefing:
    """All that pages and exports may know; read-only, gathered and checked before anything is written.

    Each is equal to itself alone, so that what is made of one can be kept by it.
    """

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
    waiting: Mapping[str, tuple[Passage, ...]]
    """By id of a country, pillar or topic with a page: the passages that no statement uses and that its page or its
    archive shows, best first."""
    unused: Mapping[str, tuple[int, ...]]
    """For each article, the numbers of its passages that no published statement uses."""
    named: Mapping[str, tuple[int, str]]
    """For each country that articles name: how many passages do, and in which article the first of them stands."""
    coverage: Mapping[str, Coverage]
    """By article."""
    copies: Mapping[str, tuple[str, ...]]
    """For each article that has near-identical versions: the ids of all of them, the one that they go back to first."""
    replaced: Mapping[str, str]
    """By article that a corrected version has replaced: the newest version."""
    written: tuple[WrittenPage, ...] = ()
    """Pages of the desk's own words, which are no statements."""
    held_back: tuple[HeldBack, ...] = ()
    """Empty unless the desk asked to go on without what is wrong."""
    changes: Changelog | None = None
    """What changed up to this version; None where the repository's past is not at hand."""
    editions: tuple[Edition, ...] = ()
    """Frozen versions that the site publishes beside this one, the newest first."""
    edition: str = ""
    """The name of the edition that this version is frozen as; empty for the present site."""

    @property
    def partnership(self) -> Partnership:
        """The partnership that the site is about."""
        return self.site.partnership


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A briefing with the problems found on the way to it."""

    briefing: Briefing
    problems: tuple[Diagnostic, ...]
