"""Paraphrase: details of a statement that its source does not hold, and hedges of the source that it drops.

The statement is compared with the cited sentences and those around them, with the article's title, publisher and day
of publication. What is found is a reason to look again, not a proof: a paraphrase may be sound and still be named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from generator.analysis.dates import find_dates
from generator.analysis.names.mentions import find_mentions
from generator.analysis.names.vocabulary import Vocabulary
from generator.analysis.paraphrase.amounts import find_amounts
from generator.analysis.paraphrase.bounds import bounds_of, find_unbounded
from generator.analysis.paraphrase.capitals import Backing, find_added_names
from generator.analysis.paraphrase.hedges import find_dropped
from generator.analysis.paraphrase.words import stems_of
from generator.analysis.sentences import find_sentences
from generator.edtf import Edtf, of_day
from generator.model import Mention

DriftKind: TypeAlias = Literal[
    "added-number", "added-date", "added-country", "added-name", "dropped-hedge", "dropped-negation"
]


@dataclass(frozen=True, slots=True)
class Drift:
    """One way in which a statement says more than its source."""

    kind: DriftKind
    words: str
    """Added words of the statement, or dropped words of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One document that a statement rests on."""

    text: str
    """The sentences with the quoted words."""
    around: str = ""
    """The same with the sentences before and after, which bear out details too; empty for the text alone."""
    article: str = ""
    """The whole body, which may spell out a name that the text has in part."""
    title: str
    publisher: str | None
    published: date

    @property
    def details(self) -> str:
        """What bears out details."""
        return f"{self.around or self.text}\n{self.title}\n{self.publisher or ''}"


class _Reading:
    """What a text holds, read on the day of its publication."""

    def __init__(self, text: str, published: date, vocabulary: Vocabulary) -> None:
        self.text = text
        self.published = published
        self.dates = find_dates(text, published, find_sentences(text))
        mentions = find_mentions(text, vocabulary)
        self.names: list[tuple[DriftKind, Mention]] = [("added-country", each) for each in mentions.countries]
        self.names += [("added-name", each) for each in mentions.pillars]
        self.spans = [each.span for each in self.dates] + [each.span for _, each in self.names]
        every = find_amounts(text)
        self.amounts = [each for each in every if not any(each.span.overlaps(span) for span in self.spans)]
        self.places = {key for amount in every for key in amount.keys if key[0] == "place"}
        """`fourth`, also where it is part of a date."""


def find_drift(statement: str, sources: Sequence[Cited], vocabulary: Vocabulary) -> list[Drift]:
    """Give the details that no source holds, then the hedges and denials that the statement drops, each once."""
    said = _Reading(statement, max(source.published for source in sources), vocabulary)
    known = [_Reading(source.details, source.published, vocabulary) for source in sources]
    backing = Backing("\n".join(each.text for each in known), "\n".join(source.article for source in sources))
    found = [
        *_added_dates(said, known),
        *_added_amounts(said, known),
        *_added_names(said, known),
        *(Drift("added-name", name) for name in find_added_names(statement, said.spans, backing)),
        *_all_lost(said, sources, vocabulary),
    ]
    return list(dict.fromkeys(found))


def _added_dates(said: _Reading, known: Sequence[_Reading]) -> Iterator[Drift]:
    held = [mention.edtf for each in known for mention in each.dates] + [of_day(each.published) for each in known]
    for mention in said.dates:
        words = said.text[mention.span.start : mention.span.end]
        borne_out = any(_covers(mention.edtf, each) for each in held)
        if not borne_out and not any(_stands_in(words, mention.edtf, each) for each in known):
            yield Drift("added-date", words)


def _covers(said: Edtf, held: Edtf) -> bool:
    """Whether a date claims no more than another: it is the same, or one unit that holds it, or the day it begins.

    So a week is named: `the week of 7 April`.
    """
    if "/" in said.text:
        return (said.first, said.last) == (held.first, held.last)
    if said.first == said.last == held.first:
        return held.last - held.first < timedelta(weeks=1)
    return said.first <= held.first and held.last <= said.last


def _stands_in(words: str, said: Edtf, known: _Reading) -> bool:
    """Whether a date stands in a text in its very words, or without its year, which is then not judged but by far."""
    if abs(said.first.year - known.published.year) <= 1:
        words = re.sub(r",? \d{4}$", "", words)
    return re.search(rf"\b{re.escape(words)}\b(?!,? ?\d)", known.text, re.IGNORECASE) is not None


def _added_amounts(said: _Reading, known: Sequence[_Reading]) -> Iterator[Drift]:
    held = {key for each in known for amount in each.amounts for key in amount.keys}
    held.update(*(each.places for each in known))
    years = {str(mention.edtf.first.year) for each in known for mention in each.dates}
    for amount in said.amounts:
        if amount.named and amount.keys.isdisjoint(held) and amount.words not in years:
            is_year = re.fullmatch(r"(?:1[6-9]|20|21)\d\d", amount.words)
            yield Drift("added-date" if is_year else "added-number", amount.words)


def _added_names(said: _Reading, known: Sequence[_Reading]) -> Iterator[Drift]:
    held = {mention.id for each in known for _, mention in each.names}
    for kind, mention in said.names:
        if mention.id not in held:
            yield Drift(kind, said.text[mention.span.start : mention.span.end])


def _all_lost(said: _Reading, sources: Sequence[Cited], vocabulary: Vocabulary) -> list[Drift]:
    """Give what the statement drops of its sources.

    None where one of several sources says the same without it: what one report expects, a later one may confirm.
    """
    stems = stems_of(said.text)
    found: list[Drift] = []
    for source in sources:
        lost = list(_lost(said, _Reading(source.text, source.published, vocabulary)))
        if not lost and len(stems & stems_of(source.text)) * 3 >= len(stems) * 2:
            return []
        found += lost
    return found


def _lost(said: _Reading, known: _Reading) -> Iterator[Drift]:
    bounds = {span.start for amount in known.amounts for span in bounds_of(known.text, amount).values()}
    for hedge in find_dropped(said.text, known.text, bounds):
        yield Drift("dropped-negation" if "denial" in hedge.families else "dropped-hedge", hedge.words)
    for words in find_unbounded(said.text, said.amounts, known.text, known.amounts):
        yield Drift("dropped-hedge", words)
