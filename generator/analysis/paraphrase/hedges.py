"""Hedges: the cautions and denials of a source that a statement on the same matter drops.

A hedge matters to a statement only where the statement repeats what the hedge is about: its scope, the next few words
of weight in the same clause. It is kept where the statement holds a word of the same family or of one that claims no
more, and dropped otherwise.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.analysis.paraphrase.words import LISTS, WEIGHTLESS, either, lowered, stem, stems_of
from generator.analysis.sentences import find_sentences

FAMILIES = LISTS["families"]
_SCOPE = 4
_BEFORE = 3
_WINDOW = 24
"""How many items around a hedge are looked at."""
_FAMILIES_OF = {
    words: [name for name in FAMILIES if words in LISTS[name]] for name in FAMILIES for words in LISTS[name]
}
_NEW_VERB = r"and(?=\s+(?:\w+ed|is|are|was|were|has|have|had|will|would|could|may|might)\b)"
_ITEM = re.compile(
    rf"(?P<hedge>(?<![\w-]){either([*_FAMILIES_OF, *LISTS['harmless']])}(?!\w))"
    rf"|(?P<break>[,.:](?=[\s\"”')]|$)|[;!?()—–]|\b(?:{either(LISTS['breaks'])}|{_NEW_VERB})\b)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)"
)
_KEEPS = {
    name: re.compile(rf"(?<![\w-]){either([*LISTS['harmless'], *LISTS[name], *LISTS.get(f'{name} also', ())])}(?!\w)")
    for name in FAMILIES
}
_SPEAKER = re.compile(rf"\b{either(LISTS['speakers'])}\b")


@dataclass(frozen=True, slots=True)
class Item:
    """A word of weight or a hedge, in a sentence."""

    start: int
    clause: int
    words: str
    """In small letters."""
    families: Sequence[str]
    """Those that a hedge belongs to; none for a word."""
    capital: bool


def find_dropped(statement: str, source: str, bounds: Container[int]) -> Iterator[Item]:
    """Give the hedges of a source that a statement on the same matter drops, but for those at the places `bounds`."""
    said = stems_of(statement)
    for span in find_sentences(source):
        items = _items_of(source[span.start : span.end])
        hedges = {item.words for item in items if item.families}
        stems = {stem(item.words) for item in items if not item.families} if hedges else set()
        for place, item in enumerate(items):
            if not item.families or span.start + item.start in bounds or not _matters(items, place, statement, said):
                continue
            if not _kept(item.families, statement, hedges - {item.words}, stems):
                yield item


def _items_of(sentence: str) -> list[Item]:
    """Give the hedges and the words of weight; the month of May is neither."""
    items: list[Item] = []
    clause = 0
    for match in _ITEM.finditer(lowered(sentence)):
        words = " ".join(match.group().split())
        capital = sentence[match.start()].isupper()
        if match.lastgroup == "break":
            clause += 1
        elif words == "may" and capital:
            continue
        elif words in _FAMILIES_OF or (match.lastgroup == "word" and words not in WEIGHTLESS):
            items.append(Item(match.start(), clause, words, _FAMILIES_OF.get(words, ()), capital))
    return items


def _matters(items: Sequence[Item], place: int, statement: str, said: set[str]) -> bool:
    """Whether the statement repeats what a hedge is about, and more of it than names alone."""
    if items[place].families[0] == "unnamed":
        return _SPEAKER.search(lowered(statement)) is not None
    scope = _scope(items, place)
    hits = [item for item in scope if stem(item.words) in said]
    enough = len(hits) >= min(2, len(scope)) and len(hits) * 2 >= len(scope) > 0
    return enough and (all(item.capital for item in scope) or not all(item.capital for item in hits))


def _scope(items: Sequence[Item], place: int) -> list[Item]:
    """Give the words of weight that a hedge is about: those after it, else those before it, in its clause.

    A condition is about the last clause before it that does more than tell who speaks, else about what follows; `some`
    is about the next word.
    """
    hedge = items[place]
    before = items[max(0, place - _WINDOW) : place]
    ahead = [item for item in items[place + 1 : place + _WINDOW] if not item.families]
    if hedge.families[0] == "condition":
        for clause in sorted({item.clause for item in before}, reverse=True):
            part = [item for item in before if item.clause == clause]
            words = [item for item in part if not item.families]
            if words and not any(item.words in LISTS["speaking"] for item in part):
                return words
        return ahead[: 2 * _SCOPE]
    after = [item for item in ahead if item.clause == hedge.clause][:_SCOPE]
    if hedge.families[0] == "part":
        return after[:1]
    if len(after) > 1:
        return after
    return [item for item in before if item.clause == hedge.clause and not item.families][-_BEFORE:] + after


def _kept(families: Sequence[str], statement: str, hedges: set[str], stems: set[str]) -> bool:
    """Whether the statement has a word that may stand for a hedge and renders nothing else of the source."""
    if any(not _keeping(family, statement).isdisjoint(LISTS[family]) for family in families):
        return True
    accepted = {*families, *(name for family in families for name in LISTS.get(f"{family} accepts", ()))}
    return any(
        words not in hedges and not (stems_of(words) and stems_of(words) <= stems)
        for family in accepted
        for words in _keeping(family, statement)
    )


@lru_cache(maxsize=256)
def _keeping(family: str, statement: str) -> frozenset[str]:
    """Give the words of a family that a statement holds."""
    found = _KEEPS[family].finditer(lowered(statement.replace("May", "")))
    return frozenset(" ".join(match.group().split()) for match in found).difference(LISTS["harmless"])
