"""Statements: what a fact file may say of each, and how it cites."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records import EdtfDate, Record, Truth
from generator.schema.base import Amount, CountryId, FactKind, Id, Label, Level, Line, Result


class Citation(Record):
    """Where a document bears a statement out: its words (`quote`), or a place in it (`where`)."""

    source: Id
    quote: Line | None = Field(default=None, description="the source's own words; `…` joins ordered parts")
    prefix: Line | None = Field(default=None, description="words just before, where the quote alone stands twice")
    suffix: Line | None = Field(default=None, description="words just after, where the quote alone stands twice")
    where: Line | None = Field(default=None, description="the place in a document that is not held")


class Figure(Record):
    """A number with its unit: a value, or bounds where the source gives a range. Currencies are never converted."""

    value: Amount | None = Field(default=None, description="the number, as written")
    low: Amount | None = Field(default=None, description="the least, where the source gives a range")
    high: Amount | None = Field(default=None, description="the most, where the source gives a range")
    unit: Line = Field(description="what is counted, with its currency or scale")
    basis: Line | None = Field(default=None, description="price basis: `constant 2023 prices`, `nominal`, ...")

    @model_validator(mode="after")
    def _has_a_number(self) -> Self:
        if self.value is None and self.low is None and self.high is None:
            code, message = "bad-value", "write `value`, or `low` and `high`"
            raise PydanticCustomError(code, message)
        return self


class Participation(Record):
    """How a country takes part in a pillar, according to a fact."""

    country: CountryId = Field(description="who takes part")
    pillar: Id = Field(description="in what")
    level: Level = Field(description="how")
    date: EdtfDate | None = Field(default=None, description="the day of this level, where it is not the fact's date")
    first_hand: Truth = Field(default=True, description="false where neither the country nor a member says so itself")
    note: Line | None = Field(default=None, description="what a reader should know of it")


class Resolution(Record):
    """What became of an earlier expectation, according to a fact."""

    fact: Id = Field(description="the fact that expected it")
    result: Result = Field(description="what became of it")
    why: Line | None = Field(default=None, description="the reason that the source gives")


class Correction(Record):
    """A public note on a statement that was reworded or withdrawn."""

    date: EdtfDate = Field(description="when the desk changed it")
    reason: Line = Field(description="what was wrong")


class Statement(Record):
    """What a claim and a fact have in common: the statement and all that is said about it."""

    id: Id
    statement: Line = Field(description="the desk's own words, plain text")
    label: Label | None = Field(default=None, description="what it is about in a few words, for charts")
    countries: tuple[CountryId, ...] = Field(default=(), description="countries that it is about")
    pillars: tuple[Id, ...] = Field(default=(), description="pillars that it is about")
    topics: tuple[Id, ...] = Field(default=(), description="ids of `topics.yml`; the first is its place on a page")
    themes: tuple[Id, ...] = Field(default=(), description="labels that have no page of their own")
    kind: FactKind = Field(description="what kind of statement it is")
    date: EdtfDate = Field(description="when it happened or was said")
    expected: EdtfDate | None = Field(default=None, description="when something is to happen, where a source says so")
    expected_text: Line | None = Field(default=None, description="the source's wording of that time")
    promise: Truth = Field(default=True, description="false where `expected` is a date but no act is due")
    figure: Figure | None = Field(default=None, description="the number that it gives")
    attribution: Line = Field(description="who says so")
    via: tuple[Line, ...] = Field(default=(), description="who reports whom, from the outlet we read inwards")
    hearsay: Truth = Field(default=False, description="true where the speaker tells what others said or did")
    anonymous: Truth = Field(default=False, description="true where the speaker is not named")
    confidence: Literal["high", "medium", "low"] | None = Field(default=None, description="the desk's own")
    participation: tuple[Participation, ...] = Field(default=(), description="who takes part in what")
    status: Literal["signed", "in force", "expired"] | None = Field(default=None, description="of an agreement")
    supersedes: tuple[Id, ...] = Field(default=(), description="facts that this one makes out of date")
    conflicts_with: tuple[Id, ...] = Field(default=(), description="facts that say otherwise; one side names it")
    differs: Line | None = Field(default=None, description="why it may differ from those: scope, currency, date")
    resolves: tuple[Resolution, ...] = Field(default=(), description="earlier expectations that it settles or moves")
    reviewed: EdtfDate | None = Field(default=None, description="when the desk last looked at it")
    corrections: tuple[Correction, ...] = Field(default=(), description="how it was reworded or taken back")


class Claim(Statement):
    """An entry of `content/facts/*.yml`: what the desk claims, with the evidence as it was typed."""

    withheld: Line | None = Field(default=None, description="why it is kept but not published; it is counted")
    evidence: tuple[Citation, ...] = Field(min_length=1)
