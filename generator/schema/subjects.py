"""What the site is about: the partnership, countries, pillars, topics and the instruments between them."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.records import EdtfDate, Record
from generator.schema.base import CountryId, HtmlLine, Id, Line, NamedIn, Share, Url


class Sentence(Record):
    """One sentence of a summary, in the desk's words, with the facts that it rests on."""

    text: Line = Field(description="one sentence; Markdown emphasis and http(s) links are allowed")
    facts: tuple[Id, ...] = Field(default=(), description="ids of the facts that it rests on; at least one")


class Question(Record):
    """A question that a reader may be asked, answered by facts."""

    question: Line = Field(description="the question")
    facts: tuple[Id, ...] = Field(min_length=1, description="ids of the facts that answer it")


class Topical(Record):
    """What a page's subject has in common: a summary, the day of the desk's last review, questions."""

    aliases: tuple[Line, ...] = Field(default=(), description="other names under which articles mention it")
    also: tuple[Line, ...] = Field(
        default=(), description="names under which readers may search for it, and articles do not mention it"
    )
    summary: tuple[Sentence, ...] = Field(default=(), description="the state of things, sentence by sentence")
    note: Line | None = Field(default=None, description="what a reader should know of how far the page reaches")
    reviewed: EdtfDate | None = Field(default=None, description="the day on which the desk last read the page through")
    questions: tuple[Question, ...] = Field(default=(), max_length=3, description="questions with their answers")


class Partnership(Topical):
    """The partnership that the site is about."""

    name: Line = Field(description="its name")


class Site(Record):
    """`content/site.yml`: the site's title, subject, address and limits."""

    title: HtmlLine
    description: HtmlLine
    url: Url = Field(description="address at which the site is published")
    contact: Line = Field(description="how readers reach the desk: an e-mail address or an http(s) address")
    repository: Url | None = Field(default=None, description="where the files are kept, for `correct this`")
    partnership: Partnership
    excerpt_share: Share = Field(default=0.4, description="the most that all pages show of an article under `excerpts`")
    languages: tuple[NamedIn, ...] = Field(
        default=(), description="languages in which each country's page names it, for readers who search in them"
    )
    search: Literal["material", "pagefind"] = Field(
        default="material", description="what stands behind the search box; `pagefind` where the archive is large"
    )
    stale_after_days: int = Field(default=365, gt=0, description="a page whose newest evidence is older is stale")


class Subject(Topical):
    """A subject with a page of its own."""

    id: str = Field(description="names it in addresses; stays")
    name: Line = Field(description="its name")


class Country(Subject):
    """`content/countries/*.yml`: a country with its own briefing."""

    id: CountryId = Field(description="ISO 3166-1 alpha-2")
    languages: tuple[NamedIn, ...] = Field(default=(), description="its own languages; its page names it in them, too")


class Track(Record):
    """A row of a pillar's programme: a line of work, with the facts that tell what happened and what is expected."""

    name: Annotated[Line, StringConstraints(max_length=45)] = Field(description="fits a phone on one line")
    facts: tuple[Id, ...] = Field(min_length=1, description="facts of what happened, or that expect something")


class Pillar(Subject):
    """`content/pillars/*.yml`: a pillar of the partnership."""

    id: Id = Field(description="names it in addresses; stays")
    title: Line = Field(description="what the pillar is about, in a few words")
    programme: tuple[Track, ...] = Field(default=(), description="rows of its time chart; three at least")


class Topic(Subject):
    """An entry of `content/topics.yml`: a technology or theme that the desk follows by name."""

    id: Id = Field(description="names it in addresses; stays")


class Instrument(Record):
    """An entry of `content/instruments.yml`: a treaty, law, rule or arrangement, with the facts that tell of it."""

    id: Id = Field(description="names it")
    name: Line = Field(description="its name")
    form: Literal["treaty", "arrangement", "law", "rule"] = Field(description="what it is")
    parties: tuple[Line, ...] = Field(min_length=1, description="ids of countries, or names of other bodies")
    pillars: tuple[Id, ...] = Field(default=(), description="pillars that it belongs to")
    signed: EdtfDate | None = Field(default=None, description="when it was signed, passed or published")
    in_force: EdtfDate | None = Field(default=None, description="since when it has been in force")
    ends: EdtfDate | None = Field(default=None, description="when its term ends")
    facts: tuple[Id, ...] = Field(min_length=1, description="ids of the facts that tell of it")
    note: Line | None = Field(default=None, description="what a reader should know of it")
