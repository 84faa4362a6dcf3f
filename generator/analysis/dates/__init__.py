"""Dates said in a text, resolved from the day of publication, the tense of the clause and the dates named before.

A scan finds the words that a date can begin with; at each, the rules for such a word are tried in order and the first
that matches wins. Every rule has a name, an example, a pattern and a function to EDTF.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from generator import edtf
from generator.analysis.dates import days, months, periods, ranges, relative, steps, years
from generator.analysis.dates.context import Context, Rule, no_date
from generator.analysis.dates.scanning import first_words, key_at, start_at
from generator.edtf import Edtf
from generator.model import DateMention
from generator.text import Span

RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "month": (*ranges.MONTH_RANGES, *days.MONTH_FIRST_DAYS, *periods.MONTH_QUARTERS, *months.MONTHS),
    "weekday": (*days.WEEKDAY_DAYS, *relative.WEEKDAY_RULES),
    "year": (*periods.YEAR_FIRST, *days.ISO_DAYS, *ranges.YEAR_RANGES, *months.ISO_MONTHS, *years.DECADES,
             *years.YEARS),
    "figure": (*steps.STEPS, *years.CENTURIES, *periods.PARTS_OF_YEAR),
    "day": (*ranges.DAY_RANGES, *days.DAY_FIRST_DAYS, *days.NUMERIC_DAYS),
    "which": (*periods.YEAR_FIRST, *relative.BESIDE),
    "the": (*steps.BEFORE, *relative.BESIDE, *relative.WEEKENDS, *periods.PARTS_OF_YEAR, *periods.MONTH_QUARTERS,
            *periods.ENDS, *years.DECADES, *years.CENTURIES, *periods.SEASON_RULES, *periods.FINANCIAL_YEARS,
            *days.DAY_FIRST_DAYS, *days.FEASTS),
    "article": steps.STEPS,
    "number": steps.STEPS,
    "ahead": steps.AHEAD,
    "from": (*ranges.BETWEEN, *ranges.YEAR_RANGES, *ranges.MONTH_RANGES, *ranges.DAY_RANGES),
    "led": periods.ENDS,
    "named": relative.NAMED_DAYS,
    "feast": days.FEASTS,
    "part": (*periods.PARTS_OF_YEAR, *years.CENTURIES),
    "fiscal": periods.FINANCIAL_YEARS,
    "year_end": periods.ENDS,
    "season": (*periods.SEASON_RULES, *periods.LED_SEASON),
}  # fmt: skip
"""The rules by the first word of the expression, in the order in which they are tried."""
_MAY_LEAD: Final = frozenset({"led", "the"})


def find_dates(text: str, published: date, sentences: Sequence[Span]) -> tuple[DateMention, ...]:
    """Give the dates that a text names, in order; one that does not exist is left out (`READING.md`, dates)."""
    return tuple(_find(text, published, sentences))


def _find(text: str, published: date, sentences: Sequence[Span]) -> Iterator[DateMention]:
    named = named_day = named_part = None
    position = 0
    inside = _Sentences(text, sentences)
    for first in first_words(text, 0):
        start = first.start()
        if start < position or (key := key_at(first, text)) is None:
            continue
        context = Context(text, published, inside.at(start), start, named, named_day, named_part)
        end, value = _read(key, start, context)
        position = end
        if value is None:
            continue
        named = value
        named_day = value if value.first == value.last else named_day
        named_part = value if value.is_quarter_or_half else named_part
        yield DateMention(Span(start, end), value)


class _Sentences:
    """The sentences of a text, asked for from its beginning to its end."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._rest = iter(sentences)
        self._sentence = Span(0, len(text)) if not sentences else next(self._rest)

    def at(self, position: int) -> Span:
        """Give the sentence that holds a position, or the one before it."""
        while position >= self._sentence.end and (following := next(self._rest, None)) is not None:
            self._sentence = following
        return self._sentence


def _read(key: str, start: int, context: Context) -> tuple[int, Edtf | None]:
    """Read the expression that begins here; give its end (0: there is none) and its date (None: it is no date)."""
    text, limit = context.text, context.sentence.end
    for rule in RULES[key]:
        match = rule.pattern.match(text, start, limit)
        if match is None:
            continue
        try:
            edtf_text = rule.resolve(match, context)
            if edtf_text is not None or rule.resolve is no_date:
                return match.end(), edtf.parse(edtf_text) if edtf_text else None
        except (ValueError, OverflowError):  # it names a day that does not exist
            return match.end(), None
    if key in _MAY_LEAD and (lead := periods.LED.match(text, start, limit)):
        inner = start_at(text, lead.end())
        inner_key = inner and key_at(inner, text)
        if inner_key and inner_key != "led":
            end, value = _read(inner_key, lead.end(), context)
            return (end, value) if value is not None else (0, None)
    return 0, None
