"""Paraphrase: details of a statement that its source does not hold, and hedges of the source that it drops.

The statement is compared with the cited sentences and those around them, with the article's title, publisher and day
of publication. What is found is a reason to look again, not a proof: a paraphrase may be sound and still be named.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from generator.analysis.paraphrase.amounts import Amount, Key, find_amounts
from generator.analysis.paraphrase.bounds import find_unbounded
from generator.analysis.paraphrase.capitals import backing_of, find_added_names
from generator.analysis.paraphrase.clauses import stems_of
from generator.analysis.paraphrase.wording import find_dropped
from generator.edtf import MONTHS, Edtf, of_day
from generator.model import DateMention, Mention
from generator.text import Span

DriftKind: TypeAlias = Literal[
    "added-number", "added-date", "added-country", "added-name", "dropped-hedge", "dropped-negation"
]
FindCountries: TypeAlias = Callable[[str], Sequence[Mention]]
FindDates: TypeAlias = Callable[[str, date], Sequence[DateMention]]


@dataclass(frozen=True, slots=True)
class Drift:
    """One way in which a statement says more than its source."""

    kind: DriftKind
    words: str
    """Added words of the statement, or dropped words of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bibliography:
    """What is known of a document beside its text."""

    title: str
    publisher: str | None
    published: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Finders:
    """How countries and dates are found in a text."""

    countries: FindCountries
    dates: FindDates


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One document that a statement rests on."""

    text: str
    """The sentences with the quoted words."""
    bibliography: Bibliography
    around: str = ""
    """The same with the sentences before and after, which bear out details too; empty for the text alone."""
    article: str = ""
    """The whole body, which may spell out a name that the text has in part."""

    @property
    def details(self) -> tuple[str, str]:
        """What bears out details: the sentences and the title."""
        return self.around or self.text, self.bibliography.title


@dataclass(frozen=True, slots=True)
class _Known:
    """Dates and amounts of a text, read on the day of its publication."""

    text: str
    published: date
    dates: tuple[DateMention, ...]
    amounts: tuple[Amount, ...]
    """Without those inside dates."""
    places: frozenset[Key]
    """`fourth`, also where it is part of a date."""


def find_drift(statement: str, sources: Sequence[Cited], finders: Finders) -> list[Drift]:
    """Give the details that no source holds, then the hedges and denials that the statement drops."""
    return [*find_added(statement, sources, finders), *find_lost(statement, sources, finders)]


def find_added(statement: str, sources: Sequence[Cited], finders: Finders) -> list[Drift]:
    """Give the numbers, dates, countries and names of a statement that no source holds, each once."""
    published = max(source.bibliography.published for source in sources)
    said = _known(statement, published, finders)
    known = [_known(text, each.bibliography.published, finders) for each in sources for text in each.details]
    countries = finders.countries(statement)
    found: list[Drift] = [
        *_added_dates(said, known, sources),
        *_added_amounts(said, known),
        *_added_countries(statement, countries, sources, finders),
    ]
    spans = [mention.span for mention in said.dates] + [mention.span for mention in countries]
    spans += [Span(*match.span()) for match in _MONTH.finditer(statement)]
    found += [Drift("added-name", name) for name in _added_names(statement, spans, sources)]
    return list(dict.fromkeys(found))


def find_lost(statement: str, sources: Sequence[Cited], finders: Finders) -> list[Drift]:
    """Give the hedges and denials of the sources that a statement drops, each once.

    None where one of several sources says the same without them: what one report expects, a later one may confirm.
    """
    said = _known(statement, max(source.bibliography.published for source in sources), finders)
    lost = {source: list(_lost(said, source, finders)) for source in sources}
    if any(not drifts and _says_the_same(statement, source.text) for source, drifts in lost.items()):
        return []
    return list(dict.fromkeys(drift for drifts in lost.values() for drift in drifts))


def _says_the_same(statement: str, text: str) -> bool:
    """Whether a text has most of the words of weight of a statement."""
    stems = set(stems_of(statement.lower()))
    return len(stems.intersection(stems_of(text.lower()))) * 3 >= len(stems) * 2


def _lost(said: _Known, source: Cited, finders: Finders) -> Iterator[Drift]:
    known = _known(source.text, source.bibliography.published, finders)
    for dropped in find_dropped(said.text, said.amounts, known.text, known.amounts):
        yield Drift("dropped-negation" if dropped.denial else "dropped-hedge", dropped.words)
    for words in find_unbounded(said.text, said.amounts, known.text, known.amounts):
        yield Drift("dropped-hedge", words)


@lru_cache(maxsize=1024)
def _known(text: str, published: date, finders: Finders) -> _Known:
    dates = tuple(finders.dates(text, published))
    amounts = find_amounts(text)
    free = tuple(amount for amount in amounts if not any(amount.span.overlaps(mention.span) for mention in dates))
    places = frozenset(key for amount in amounts for key in amount.keys if key[0] == "place")
    return _Known(text, published, dates, free, places)


_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b(?<!^May)(?<!^March)")


def _added_dates(said: _Known, known: Sequence[_Known], sources: Sequence[Cited]) -> Iterator[Drift]:
    held = [mention.edtf for each in known for mention in each.dates]
    held += [of_day(source.bibliography.published) for source in sources]
    for mention in said.dates:
        words = said.text[mention.span.start : mention.span.end]
        borne_out = any(_covers(mention.edtf, date) for date in held)
        borne_out = borne_out or _names_week(said.text[: mention.span.start], mention.edtf, held)
        if not borne_out and not any(_stands_in(words, mention.edtf, each) for each in known):
            yield Drift("added-date", words)
    for match in _MONTH.finditer(said.text):
        in_date = any(Span(*match.span()).within(mention.span) for mention in said.dates)
        if not in_date and not any(match.group() in each.text for each in known):
            yield Drift("added-date", match.group())


_WEEK_OF = re.compile(r"\bweek (?:of|beginning|starting|from)\s+(?:\w+day,?\s+)?$")


def _names_week(before: str, said: Edtf, held: Iterable[Edtf]) -> bool:
    """Say whether a day names a week that the source has, by its first day: `the week of 7 April`."""
    return _WEEK_OF.search(before) is not None and any(each.first == said.first < each.last for each in held)


def _covers(said: Edtf, held: Edtf) -> bool:
    """Say whether a date claims no more than another: it is the same or, where it is one unit, holds it."""
    if "/" in said.text:
        return (said.first, said.last) == (held.first, held.last)
    return said.first <= held.first and held.last <= said.last


def _stands_in(words: str, said: Edtf, known: _Known) -> bool:
    """Say whether a date stands in a text in its very words, or without a year, whose year is then not judged."""
    if re.search(rf"\b{re.escape(words)}\b", known.text, re.IGNORECASE):
        return True
    if abs(said.first.year - known.published.year) > 1 or said.text.count("-") == 0 or "/" in said.text:
        return False
    day, month = said.first.day, rf"{MONTHS[said.first.month - 1][:3]}\w*\.?"
    one_day = said.first == said.last
    forms = rf"(?:{day}(?:st|nd|rd|th)?\ (?:of\ )?{month}|{month}\ {day}(?:st|nd|rd|th)?\b)" if one_day else month
    return re.search(rf"\b{forms}(?!,?\ ?\d)", known.text) is not None


def _added_amounts(said: _Known, known: Sequence[_Known]) -> Iterator[Drift]:
    keys = {key for each in known for amount in each.amounts for key in amount.keys}
    keys.update(*(each.places for each in known))
    years = {str(mention.edtf.first.year) for each in known for mention in each.dates}
    for amount in said.amounts:
        if amount.rule in {"group", "mixed"} or amount.keys & keys:
            continue
        if amount.is_year and amount.words in years:
            continue
        yield Drift("added-date" if amount.is_year else "added-number", amount.words)


def _added_countries(
    statement: str, countries: Iterable[Mention], sources: Iterable[Cited], finders: Finders
) -> Iterator[Drift]:
    texts = "\n".join("\n".join((*source.details, source.bibliography.publisher or "")) for source in sources)
    held = {mention.id for mention in finders.countries(texts)}
    for mention in countries:
        if mention.id not in held:
            yield Drift("added-country", statement[mention.span.start : mention.span.end])


def _added_names(statement: str, spans: Sequence[Span], sources: Sequence[Cited]) -> list[str]:
    texts = [text for source in sources for text in source.details]
    publishers = [source.bibliography.publisher or "" for source in sources]
    texts += [publisher for publisher in publishers if publisher and publisher in statement]
    article = "\n".join([*(source.article for source in sources), *publishers])
    return find_added_names(statement, spans, backing_of("\n".join(texts), article))
