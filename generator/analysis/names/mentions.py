"""Mentions: the names of the vocabulary in a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.names.contexts import Candidate, candidate_at
from generator.analysis.names.countries import judge_countries
from generator.analysis.names.pillars import find_pillars
from generator.analysis.names.trie import plain
from generator.analysis.names.vocabulary import Vocabulary
from generator.model import Mention
from generator.text import Span


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text mentions, each kind in order."""

    countries: tuple[Mention, ...]
    pillars: tuple[Mention, ...]
    topics: tuple[Mention, ...]
    partnership: tuple[Mention, ...]


def find_mentions(text: str, vocabulary: Vocabulary) -> Mentions:
    """Find countries, pillars, topics and the partnership; a longer name hides the shorter ones inside it."""
    candidates: list[Candidate] = []
    found: dict[str, list[Mention]] = {"pillar": [], "topic": [], "partnership": []}
    for match in vocabulary.pattern.finditer(text):
        name = plain(match.group())
        if subject := vocabulary.subjects.get(name):
            found[subject[0]].append(Mention(Span(*match.span()), subject[1]))
        elif meaning := vocabulary.countries.get(name):
            candidates.append(candidate_at(text, Span(*match.span()), name, meaning))
    partnership = tuple(found["partnership"])
    return Mentions(
        countries=tuple(judge_countries(text, candidates)),
        pillars=tuple(
            sorted({*_outside(found["pillar"], numbered := _numbered(text, vocabulary, partnership)), *numbered})
        ),
        topics=tuple(found["topic"]),
        partnership=partnership,
    )


def _numbered(text: str, vocabulary: Vocabulary, partnership: tuple[Mention, ...]) -> list[Mention]:
    return [
        mention
        for forms in vocabulary.pillars
        for mention in find_pillars(text, forms, vocabulary.partnership, named=bool(partnership))
    ]


def _outside(aliases: list[Mention], numbered: list[Mention]) -> Iterator[Mention]:
    """Give the aliases that are not part of a numbered form, which says more (`Pillar I and II`)."""
    taken = {position for mention in numbered for position in range(mention.span.start, mention.span.end)}
    return (alias for alias in aliases if alias.span.start not in taken)
