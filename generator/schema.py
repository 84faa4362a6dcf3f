"""Records of `content/`: what the desk writes, typed. The JSON Schemas and the data dictionary are made from here."""

from collections.abc import Callable
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.markdown import safe_url
from generator.records import EdtfDate, Record, Truth
from generator.text import SLUG_BYTES, one_line


def _is_url(address: str) -> str:
    if not safe_url(address):
        message = "not an http(s) address without credentials, white space or control characters"
        raise PydanticCustomError("bad-url", message)
    return address


def _folded(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=SLUG_BYTES)]
"""Lower-case letters, digits and single hyphens. It makes addresses: once published it stays."""
CountryId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2, upper case."""
Line: TypeAlias = Annotated[str, BeforeValidator(_folded), StringConstraints(min_length=1)]
"""Plain text on one line; line breaks in the file are spaces."""
Url: TypeAlias = Annotated[str, AfterValidator(_is_url)]
Share: TypeAlias = Annotated[float, Field(gt=0, le=1)]

FactKind: TypeAlias = Literal[
    "event", "commitment", "position", "figure", "plan", "assessment", "agreement", "participation"
]
Level: TypeAlias = Literal["member", "partner", "consulting", "interested", "candidate", "briefed", "declined", "none"]
SourceKind: TypeAlias = Literal[
    "treaty", "statute", "government", "parliament", "military", "wire", "newspaper", "broadcaster", "trade-press",
    "think-tank", "academic", "company", "party-or-politician", "aggregator", "blog", "other",
]  # fmt: skip
Rights: TypeAlias = Literal["full", "excerpts", "none"]
Result: TypeAlias = Literal["met", "partly", "not-met", "moved", "dropped"]


class Sentence(Record):
    """One sentence of a summary, in the desk's words, with the facts that it rests on."""

    text: Line = Field(description="one sentence; Markdown emphasis and http(s) links are allowed")
    facts: tuple[Id, ...] = Field(min_length=1, description="ids of the facts that it rests on")


class Question(Record):
    """A question that a reader may be asked, answered by facts."""

    question: Line
    facts: tuple[Id, ...] = Field(min_length=1)


class Topical(Record):
    """What a page's subject has in common: a summary, the day of the desk's last review, questions."""

    aliases: tuple[Line, ...] = Field(default=(), description="other names under which articles mention it")
    summary: tuple[Sentence, ...] = ()
    reviewed: EdtfDate | None = Field(default=None, description="the day on which the desk last read the page through")
    questions: tuple[Question, ...] = Field(default=(), max_length=3)


class Partnership(Topical):
    """The partnership that the site is about."""

    name: Line


class Site(Record):
    """`content/site.yml`: the site's title, subject, address and limits."""

    title: Line
    description: Line
    url: Url = Field(description="address at which the site is published")
    contact: Line = Field(description="how readers reach the desk: an e-mail address or an http(s) address")
    repository: Url | None = Field(default=None, description="where the files are kept, for `correct this`")
    partnership: Partnership
    excerpt_share: Share = Field(default=0.4, description="the most that all pages show of an article under `excerpts`")
    stale_after_days: int = Field(default=365, gt=0, description="a page whose newest evidence is older is stale")


class Subject(Topical):
    """A subject with a page of its own."""

    id: str
    name: Line


class Country(Subject):
    """`content/countries/*.yml`: a country with its own briefing."""

    id: CountryId


class Pillar(Subject):
    """`content/pillars/*.yml`: a pillar of the partnership."""

    id: Id
    title: Line = Field(description="what the pillar is about, in a few words")


class Topic(Subject):
    """An entry of `content/topics.yml`: a technology or theme that the desk follows by name."""

    id: Id


class SourceRecord(Record):
    """An entry of `content/sources.yml`: a document that is cited but not held."""

    id: Id
    title: Line
    publisher: Line
    published: EdtfDate
    url: Url
    accessed: EdtfDate | None = None
    archived: Url | None = None
    kind: SourceKind
    primary: Truth = Field(default=False, description="the act, statement or record itself, not a report of it")
    ownership: Literal["state"] | None = Field(default=None, description="`state` where a government owns the outlet")
    origin: Line | None = Field(default=None, description="the outlet whose report this one relays")
    language: Line = "en"
    link: Truth = Field(default=True, description="false: readers get the bibliographic data without the address")
    withdrawn: Line | None = Field(default=None, description="why and when its publisher took it back")


class Sidecar(Record):
    """`seeds/NAME.EXT.yml`: what the seed itself does not say of the article. Every key is optional."""

    id: Id | None = None
    title: Line | None = None
    title_by_desk: Truth = Field(default=False, description="true where the article came without a headline")
    publisher: Line | None = None
    published: EdtfDate | None = None
    url: Url | None = None
    language: Line | None = None
    kind: SourceKind = "newspaper"
    primary: Truth = False
    ownership: Literal["state"] | None = None
    rights: Rights = "excerpts"
    origin: Line | None = None
    replaces: Id | None = None


class Citation(Record):
    """Where a document bears a statement out: its words (`quote`), or a place in it (`where`)."""

    source: Id
    quote: Line | None = Field(default=None, description="the source's own words; `…` joins ordered parts")
    prefix: Line | None = Field(default=None, description="words just before, where the quote alone stands twice")
    suffix: Line | None = Field(default=None, description="words just after, where the quote alone stands twice")
    where: Line | None = Field(default=None, description="the place in a document that is not held")


class Figure(Record):
    """A number with its unit; `low` and `high` where the source gives bounds. Currencies are never converted."""

    value: Line
    low: Line | None = None
    high: Line | None = None
    unit: Line
    basis: Line | None = Field(default=None, description="price basis: `constant 2023 prices`, `nominal`, ...")


class Participation(Record):
    """How a country takes part in a pillar, according to a fact."""

    country: CountryId
    pillar: Id
    level: Level
    first_hand: Truth = Field(default=True, description="false where neither the country nor a member says so itself")
    note: Line | None = None


class Resolution(Record):
    """What became of an earlier expectation, according to a fact."""

    fact: Id
    result: Result
    why: Line | None = None


class Correction(Record):
    """A public note on a statement that was reworded or withdrawn."""

    date: EdtfDate
    reason: Line


class Statement(Record):
    """What a claim and a fact have in common: the statement and all that is said about it."""

    id: Id
    statement: Line = Field(description="the desk's own words, plain text")
    countries: tuple[CountryId, ...] = ()
    pillars: tuple[Id, ...] = ()
    topics: tuple[Id, ...] = Field(default=(), description="ids of `topics.yml`")
    themes: tuple[Id, ...] = Field(default=(), description="labels that have no page of their own")
    kind: FactKind
    date: EdtfDate = Field(description="when it happened or was said")
    expected: EdtfDate | None = Field(default=None, description="when something is to happen, where a source says so")
    expected_text: Line | None = Field(default=None, description="the source's wording of that time")
    promise: Truth = Field(default=True, description="false where `expected` is a date but no act is due")
    figure: Figure | None = None
    attribution: Line = Field(description="who says so")
    via: tuple[Line, ...] = Field(default=(), description="who reports whom, from the outlet we read inwards")
    hearsay: Truth = Field(default=False, description="true where the speaker tells what others said or did")
    anonymous: Truth = Field(default=False, description="true where the speaker is not named")
    confidence: Literal["high", "medium", "low"] | None = None
    participation: tuple[Participation, ...] = ()
    status: Literal["signed", "in force", "expired"] | None = Field(default=None, description="of an agreement")
    supersedes: tuple[Id, ...] = Field(default=(), description="facts that this one makes out of date")
    conflicts_with: tuple[Id, ...] = Field(default=(), description="facts that say otherwise")
    resolves: tuple[Resolution, ...] = ()
    reviewed: EdtfDate | None = None
    withheld: Line | None = Field(default=None, description="why it is kept but not published; it is counted")
    corrections: tuple[Correction, ...] = ()


class Claim(Statement):
    """An entry of `content/facts/*.yml`: what the desk claims, with the evidence as it was typed."""

    evidence: tuple[Citation, ...] = Field(min_length=1)


class Retired(Record):
    """An entry of `content/retired.yml`: an id that is no longer used, and what stands in its place."""

    id: Id
    successor: Id | None = None
    reason: Line


def _list_of(kind: type[Record]) -> dict[str, Any]:
    schema = kind.model_json_schema()
    definitions = schema.pop("$defs", {})
    return {"type": "array", "items": schema, "$defs": definitions}


SCHEMAS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "site": Site.model_json_schema,
    "country": Country.model_json_schema,
    "pillar": Pillar.model_json_schema,
    "sidecar": Sidecar.model_json_schema,
    "topics": lambda: _list_of(Topic),
    "sources": lambda: _list_of(SourceRecord),
    "facts": lambda: _list_of(Claim),
    "retired": lambda: _list_of(Retired),
}
"""The JSON Schema of each kind of content file, by name."""
