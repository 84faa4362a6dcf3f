"""`data/facts.csv`: one row a statement, for spreadsheets and data frames (RFC 4180, UTF-8)."""

import csv
import io
from typing import Final

from pydantic import Field

from generator.edtf import Edtf
from generator.exports.briefing import permalink
from generator.exports.export import Entry
from generator.model import Briefing, Fact
from generator.schema.base import Amount


class Row(Entry):
    """A statement as a row; an empty cell means that there is no value."""

    id: str = Field(description="names the statement; stays")
    statement: str = Field(description="the desk's own words")
    url: str = Field(description="its permalink")
    kind: str = Field(description="what kind of statement it is")
    date: str = Field(description="when it happened or was said, EDTF")
    date_first: str = Field(description="the first day that `date` can mean, ISO 8601")
    date_last: str = Field(description="the last day that `date` can mean, ISO 8601")
    countries: str = Field(description="ids of countries, joined by spaces")
    pillars: str = Field(description="ids of pillars, joined by spaces")
    topics: str = Field(description="ids of topics, joined by spaces")
    themes: str = Field(description="labels that have no page, joined by spaces")
    attribution: str = Field(description="who says so")
    via: str = Field(description="who reports whom, from the outlet that we read inwards, joined by `; `")
    hearsay: str = Field(description="`true` where the speaker tells what others said or did")
    anonymous: str = Field(description="`true` where the speaker is not named")
    confidence: str = Field(description="the desk's own: high, medium or low")
    state: str = Field(description="the strongest state of its evidence: matched, quoted or cited")
    sources: str = Field(description="ids of the documents behind it, joined by spaces")
    superseded_by: str = Field(description="ids of facts that make it out of date, joined by spaces")
    disputed_by: str = Field(description="ids of facts that say otherwise, joined by spaces")
    figure_value: str = Field(description="the number that it gives, as written")
    figure_low: str = Field(description="the least, where the source gives a range")
    figure_high: str = Field(description="the most, where the source gives a range")
    figure_unit: str = Field(description="what is counted, with its currency or scale")
    figure_basis: str = Field(description="price basis")
    expected: str = Field(description="when something is to happen, EDTF")
    expected_first: str = Field(description="the first day that `expected` can mean, ISO 8601")
    expected_last: str = Field(description="the last day that `expected` can mean, ISO 8601")
    expectation: str = Field(
        description="what became of it: open, overdue, date-passed, unconfirmed, superseded, settled"
    )
    moved_months_min: str = Field(
        description="whole months by which its date has moved, at least; empty where it has not"
    )
    moved_months_max: str = Field(description="the same, at most")


COLUMNS: Final = tuple(Row.model_fields)
NUMBERS: Final = tuple(
    name for name in COLUMNS if name.startswith(("figure_value", "figure_low", "figure_high", "moved_"))
)

_ACTING: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'")
"""What a spreadsheet takes for the beginning of a formula, and the apostrophe that keeps it from doing so."""


def facts_csv(briefing: Briefing) -> bytes:
    """Give the statements, by id in order.

    A cell of words that a spreadsheet would run as a formula is preceded by an apostrophe, as OWASP advises; so is one
    that begins with an apostrophe itself, so that whoever drops one leading apostrophe has the exact words again.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for fact in briefing.facts.values():
        fields = row(fact, briefing).model_dump()
        writer.writerow(text if name in NUMBERS else _harmless(text) for name, text in fields.items())
    return file.getvalue().encode()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_ACTING) else text


def row(fact: Fact, briefing: Briefing) -> Row:
    """Give a statement as a row, its words as they are."""
    standing = briefing.standing[fact.id]
    figure, due = fact.figure, standing.expectation
    moved = due.slippage.months if due and due.slippage else ("", "")
    return Row(
        id=fact.id,
        statement=fact.statement,
        url=permalink(fact, briefing),
        kind=fact.kind,
        date=fact.date.text,
        date_first=_first(fact.date),
        date_last=_last(fact.date),
        countries=" ".join(fact.countries),
        pillars=" ".join(fact.pillars),
        topics=" ".join(fact.topics),
        themes=" ".join(fact.themes),
        attribution=fact.attribution,
        via="; ".join(fact.via),
        hearsay=_truth(told=fact.hearsay),
        anonymous=_truth(told=fact.anonymous),
        confidence=fact.confidence or "",
        state=fact.state,
        sources=" ".join(dict.fromkeys(evidence.source.id for evidence in fact.found)),
        superseded_by=" ".join(other.id for other in standing.superseded_by),
        disputed_by=" ".join(other.id for other in standing.disputed_by),
        figure_value=_amount(figure.value if figure else None),
        figure_low=_amount(figure.low if figure else None),
        figure_high=_amount(figure.high if figure else None),
        figure_unit=figure.unit if figure else "",
        figure_basis=(figure.basis if figure else "") or "",
        expected=fact.expected.text if fact.expected else "",
        expected_first=_first(fact.expected),
        expected_last=_last(fact.expected),
        expectation=due.state if due else "",
        moved_months_min=str(moved[0]),
        moved_months_max=str(moved[1]),
    )


def _amount(amount: Amount | None) -> str:
    return amount or ""


def _truth(*, told: bool) -> str:
    return "true" if told else "false"


def _first(day: Edtf | None) -> str:
    """Give the first day; empty where the interval has no beginning."""
    return "" if day is None or day.first == day.first.min else day.first.isoformat()


def _last(day: Edtf | None) -> str:
    """Give the last day; empty where the interval has no end."""
    return "" if day is None or day.last == day.last.max else day.last.isoformat()
