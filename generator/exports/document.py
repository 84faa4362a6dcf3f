"""The form of `data/briefing.json`: every field with what it means. What the desk writes keeps the desk's own keys."""

from typing import Literal

from pydantic import Field

from generator.exports.export import VERSION, Entry
from generator.model import EvidenceState, ExpectationState
from generator.records import EdtfDate
from generator.schema.base import CountryId, Id, Level, Result, Rights, SourceKind
from generator.schema.desk import Retired
from generator.schema.facts import Statement
from generator.schema.subjects import Country, Instrument, Partnership, Pillar, Topic

_PERMALINK = "where it stands on the site"


class SiteEntry(Entry):
    """The site itself."""

    title: str = Field(description="its title")
    description: str = Field(description="what it is, in a sentence")
    url: str = Field(description="its address")
    contact: str = Field(description="how readers reach the desk")
    repository: str | None = Field(default=None, description="where its files are kept")


class Counts(Entry):
    """How much there is; statements also by the state of their evidence."""

    countries: int = Field(description="countries with a page")
    pillars: int = Field(description="pillars")
    statements: int = Field(description="published statements")
    matched: int = Field(description="statements whose words stand in a held article")
    quoted: int = Field(description="statements that quote a document that is not held")
    cited: int = Field(description="statements that cite a place in a document that is not held")
    withheld: int = Field(description="statements that are kept and not published")
    articles: int = Field(description="held articles")
    sources: int = Field(description="documents, held or not")


class CountryEntry(Country):
    """A country with a page."""

    url: str = Field(description=_PERMALINK)


class PillarEntry(Pillar):
    """A pillar of the partnership."""

    url: str = Field(description=_PERMALINK)


class TopicEntry(Topic):
    """A topic that the desk follows by name."""

    url: str = Field(description=_PERMALINK)


class EvidenceEntry(Entry):
    """Where a document bears a statement out."""

    source: Id = Field(description="id of the document")
    state: EvidenceState = Field(
        description="`matched`: the words stand in a held article; `quoted`: words of a document not held; "
        "`cited`: a place in one"
    )
    words: str | None = Field(default=None, description="the document's own words; ` … ` joins ordered parts")
    where: str | None = Field(default=None, description="the place in the document")
    url: str | None = Field(default=None, description="the passage on the site, of a held article")


class FactEntry(Statement):
    """A published statement."""

    url: str = Field(description="its permalink")
    state: EvidenceState = Field(description="the strongest state of its evidence")
    publishers: int = Field(description="independent publishers behind it; copies and relays of one origin count once")
    independence_assessed: bool = Field(description="false where documents are not held, so that nobody compared them")
    superseded_by: tuple[Id, ...] = Field(default=(), description="facts that make it out of date")
    disputed_by: tuple[Id, ...] = Field(default=(), description="facts that say otherwise, whichever names the other")
    disputed_withheld: int = Field(description="withheld statements that say otherwise")
    newer_withheld: int = Field(description="withheld statements that supersede or resolve it")
    evidence: tuple[EvidenceEntry, ...] = Field(description="what it rests on")


class SourceEntry(Entry):
    """The bibliographic record of a document, held or not."""

    id: Id = Field(description="names it in addresses; stays")
    title: str = Field(description="its title")
    title_by_desk: bool = Field(description="true where it came without a headline")
    publisher: str | None = Field(default=None, description="whose text it is")
    published: EdtfDate = Field(description="when it was published")
    url: str | None = Field(default=None, description="its own address, where readers may be sent there")
    page: str | None = Field(default=None, description="its page on the site, where its text is held")
    kind: SourceKind = Field(description="what kind of document it is")
    primary: bool = Field(description="true for the act, statement or record itself, not a report of it")
    ownership: str | None = Field(default=None, description="`state` where a government owns the outlet")
    origin: str | None = Field(default=None, description="the outlet whose report it relays")
    withdrawn: str | None = Field(default=None, description="why and when its publisher took it back")
    same_as: Id | None = Field(default=None, description="another record of the same document")
    same_story: tuple[Id, ...] = Field(default=(), description="versions of one story, the first one first")
    replaced_by: Id | None = Field(default=None, description="the corrected version in its place")
    note: str | None = Field(default=None, description="what a reader should know of it")
    held: bool = Field(description="whether its text is held, so that quotations are compared with it")
    sha256: str | None = Field(default=None, description="of the held text in UTF-8")
    rights: Rights | None = Field(default=None, description="how much of a held text the site may show")


class OutcomeEntry(Entry):
    """What a later fact says became of an expectation."""

    fact: Id = Field(description="the later fact")
    result: Result = Field(description="what became of it")
    why: str | None = Field(default=None, description="the reason that the source gives")
    late: bool = Field(description="true where it was met after the last day on which it was expected")


class SlippageEntry(Entry):
    """How an expected date moved."""

    dates: tuple[EdtfDate, ...] = Field(description="each expected date in turn")
    met: EdtfDate | None = Field(default=None, description="when it came true")
    months_min: int = Field(
        description="whole months, at least, from the last day of the first date to the date known now; "
        "negative where it came early"
    )
    months_max: int = Field(description="the same, at most")


class ExpectationEntry(Entry):
    """A fact that expects something by a date, and what became of it by `as_of`."""

    fact: Id = Field(description="the fact that expects it")
    expected: EdtfDate = Field(description="when")
    state: ExpectationState = Field(
        description="`overdue`: the date has passed and newer evidence says nothing of it; `date-passed`: the date has "
        "passed and our sources end before it; `unconfirmed`: what became of it is withheld; `superseded`: a later "
        "fact took its place"
    )
    resolved_by: tuple[OutcomeEntry, ...] = Field(default=(), description="what later facts say, oldest first")
    slippage: SlippageEntry | None = Field(default=None, description="absent where no fact moved the date")


class PartEntry(Entry):
    """A country's part in a pillar, as one fact states it."""

    level: Level = Field(description="how it takes part")
    date: EdtfDate = Field(description="when that was so")
    fact: Id = Field(description="the fact that says so")
    first_hand: bool = Field(description="whether the country or a member says so itself")
    note: str | None = Field(default=None, description="what a reader should know of it")


class CellEntry(Entry):
    """A cell of the matrix of countries and pillars; where there is none, our sources name no participation."""

    country: CountryId = Field(description="who")
    pillar: Id = Field(description="in what")
    main: PartEntry | None = Field(default=None, description="the newest first-hand statement")
    others: tuple[PartEntry, ...] = Field(default=(), description="what others say beside it, newest first")


class WithheldEntry(Entry):
    """A statement that is kept and not published."""

    id: Id = Field(description="its id")
    reason: str = Field(description="why")


class KeptBackEntry(Entry):
    """An article or statement that is left out until the desk has mended it."""

    kind: Literal["article", "statement"] = Field(description="which of the two")
    name: str = Field(description="path of the article, id or place of the statement")
    code: str = Field(description="what is wrong with it, as CONTRIBUTING.md lists it")


class Document(Entry):
    """All that readers of the site see, for programs; dates are EDTF (ISO 8601-2), ids stay."""

    version: str = Field(default=VERSION, description="of the form of all files here (Semantic Versioning)")
    as_of: str = Field(description="the day for which marks were computed, ISO 8601")
    site: SiteEntry = Field(description="the site")
    partnership: Partnership = Field(description="what the site is about")
    counts: Counts = Field(description="how much there is")
    countries: tuple[CountryEntry, ...] = Field(description="countries with a page")
    pillars: tuple[PillarEntry, ...] = Field(description="pillars of the partnership")
    topics: tuple[TopicEntry, ...] = Field(default=(), description="topics that the desk follows by name")
    facts: tuple[FactEntry, ...] = Field(default=(), description="published statements, by id in order")
    expectations: tuple[ExpectationEntry, ...] = Field(default=(), description="what is or was expected, by date")
    matrix: tuple[CellEntry, ...] = Field(default=(), description="who takes part in what")
    instruments: tuple[Instrument, ...] = Field(default=(), description="treaties, laws, rules and arrangements")
    sources: tuple[SourceEntry, ...] = Field(default=(), description="documents, by id in order")
    retired: tuple[Retired, ...] = Field(default=(), description="ids that are no longer used")
    withheld: tuple[WithheldEntry, ...] = Field(default=(), description="statements that are kept and not published")
    kept_back: tuple[KeptBackEntry, ...] = Field(default=(), description="what is left out until it is mended")
