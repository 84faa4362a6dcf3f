"""Wording: the hedges and denials of a source that a statement on the same matter drops.

A hedge matters to a statement only where the statement repeats what the hedge is about: its scope, the next few words
of weight in the same clause. It is kept where the statement holds a word of the same family or of one that claims no
more, and dropped otherwise.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.analysis.paraphrase.amounts import Amount, Key, lowered
from generator.analysis.paraphrase.bounds import TO_AMOUNT, is_bound_word
from generator.analysis.paraphrase.clauses import Sentence, either, read_sentence, stems_of, whole
from generator.analysis.paraphrase.hedges import FAMILIES, HARMLESS, SPEAKERS, Family
from generator.analysis.sentences import find_sentences
from generator.text import Span

DENIAL = "denial"
_SCOPE = 4
_BEFORE = 3
_LONGEST = 12
_CLAUSES_BACK = 4
_SPEAKER = whole(either(SPEAKERS))
_TRIGGERS = whole(either([*HARMLESS, *(words for family in FAMILIES for words in family.words)]))
_KEPT_BY = {
    family.name: whole(rf"(?P<harmless>{either(HARMLESS)})|(?:{either([*family.words, *family.also])})")
    for family in FAMILIES
}
_BY_NAME = {family.name: family for family in FAMILIES}
_FAMILIES_OF = {
    words: tuple(family for family in FAMILIES if words in family.words)
    for words in {words for family in FAMILIES for words in family.words}
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A hedge or denial that stands in a sentence."""

    span: Span
    words: str
    families: tuple[Family, ...]

    @property
    def about(self) -> str:
        """The name of the family that says where to look for its scope."""
        return self.families[0].name


@dataclass(frozen=True, slots=True)
class Dropped:
    """A hedge or denial of the source that a statement on the same matter lacks."""

    words: str
    denial: bool


@dataclass(frozen=True)
class Said:
    """A statement, with what it is compared by; each thing is found once."""

    text: str
    amounts: Sequence[Amount]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words of weight, in lower case."""
        return frozenset(stems_of(self.text.lower()))

    @cached_property
    def keys(self) -> frozenset[Key]:
        """The keys of its amounts."""
        return frozenset(key for amount in self.amounts for key in amount.keys)


@lru_cache(maxsize=4096)
def _words_of(family: str, statement: str) -> frozenset[str]:
    """Give the words of a family that a statement holds, in lower case."""
    return frozenset(
        " ".join(match.group().split())
        for match in _KEPT_BY[family].finditer(lowered(statement))
        if match["harmless"] is None and not _is_month(match, statement)
    )


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a `may` of the text in small letters is the month."""
    return text[match.start() : match.end()] == "May"


def find_markers(text: str) -> Iterator[Marker]:
    """Give the hedges and denials of a text in order; the longest phrase at a place counts."""
    for match in _TRIGGERS.finditer(lowered(text)):
        words = " ".join(match.group().split())
        if words in _FAMILIES_OF and not _is_month(match, text):
            yield Marker(Span(*match.span()), words, _FAMILIES_OF[words])


def find_dropped(statement: str, amounts: Sequence[Amount], source: str, known: Sequence[Amount]) -> list[Dropped]:
    """Give the hedges and denials of a source that a statement on the same matter drops, each once."""
    said = Said(statement, amounts)
    dropped: dict[Dropped, None] = {}
    for span in find_sentences(source):
        markers = list(find_markers(source[span.start : span.end]))
        if not markers:
            continue
        sentence = read_sentence(source[span.start : span.end])
        inside = {amount.span.start - span.start: amount for amount in known if amount.span.within(span)}
        for marker in markers:
            if _matters(marker, sentence, said, inside) and not _kept(marker, sentence, said):
                dropped[Dropped(marker.words, any(family.name == DENIAL for family in marker.families))] = None
    return list(dropped)


def _kept(marker: Marker, sentence: Sentence, said: Said) -> bool:
    """Whether the statement has a word that may stand for the hedge and does not render another word of the source."""
    own = {family.name for family in marker.families}
    for family in marker.families:
        if any(words in family.words for words in _words_of(family.name, said.text)):
            return True
    names = {*own, *(name for family in marker.families for name in family.accepts)}
    here = [found.lower() for found in sentence.between(marker.span.start, marker.span.end)]
    return any(not _renders_another(words, here, sentence) for name in names for words in _words_of(name, said.text))


def _renders_another(words: str, here: Sequence[str], sentence: Sentence) -> bool:
    """Whether the words stand in the source apart from the hedge itself."""
    stems = stems_of(words)
    return bool(stems) and all(sentence.counts[each] > here.count(each) for each in stems)


def _matters(marker: Marker, sentence: Sentence, said: Said, amounts: Mapping[int, Amount]) -> bool:
    """Whether the statement repeats what a hedge is about."""
    if marker.about == "unnamed":
        return _SPEAKER.search(lowered(said.text)) is not None
    if _is_bound(marker, sentence, amounts) or _other_amount(marker, sentence, said, amounts):
        return False
    scope = _condition_scope(sentence, marker.span) if marker.about == "condition" else _scope(sentence, marker.span)
    if marker.about == "part":
        return bool(scope) and scope[0].lower() in said.stems
    hits = [stem for stem in scope if stem.lower() in said.stems]
    return len(hits) >= min(2, len(scope)) and len(hits) * 2 >= len(scope) > 0 and _more_than_names(scope, hits)


def _more_than_names(scope: Sequence[str], hits: Sequence[str]) -> bool:
    """Whether the statement repeats more than the names in a scope: who is concerned is not yet what is said."""
    return any(stem.islower() for stem in hits) or not any(stem.islower() for stem in scope)


def _is_bound(marker: Marker, sentence: Sentence, amounts: Mapping[int, Amount]) -> bool:
    """Whether the word is about an amount (`some 40`) and so left to the bounds."""
    following = TO_AMOUNT.match(sentence.text, marker.span.end)
    return is_bound_word(marker.words) and following is not None and following.end() in amounts


def _other_amount(marker: Marker, sentence: Sentence, said: Said, amounts: Mapping[int, Amount]) -> bool:
    """Whether the clause gives amounts, and the statement gives none but others: then it speaks of something else."""
    if not amounts or not said.keys:
        return False
    clause = sentence.clause_at(marker.span.start)
    if marker.about == "condition":  # it limits another clause than its own
        clause = Span(0, len(sentence.text))
    keys = [key for place, amount in amounts.items() if clause.start <= place < clause.end for key in amount.keys]
    return bool(keys) and said.keys.isdisjoint(keys)


def _scope(sentence: Sentence, marker: Span) -> tuple[str, ...]:
    """Give the words of weight that a hedge is about: those after it, else those before it, in its clause."""
    after = sentence.first(marker.end, sentence.clause_at(marker.end).end, _SCOPE)
    if len(after) > 1:
        return after
    own, *earlier = sentence.clauses_before(marker.start, most=2)
    if not after and earlier and sentence.speaks(marker):
        return sentence.last(earlier[0].start, earlier[0].end, _LONGEST)
    return sentence.last(own.start, own.end, _BEFORE) + after


def _condition_scope(sentence: Sentence, marker: Span) -> tuple[str, ...]:
    """Give the words of the clause that a condition limits: the last one before it, else the one after."""
    for clause in sentence.clauses_before(marker.start, most=_CLAUSES_BACK):
        stems = sentence.last(clause.start, clause.end, _LONGEST)
        if stems and not sentence.speaks(clause):
            return stems
    return sentence.first(marker.end, len(sentence.text), 2 * _SCOPE)
