"""Anonymity: whether a noun phrase means people whom the article does not name (corpus README, READING.md)."""

from generator.analysis.speech.names import DEMONYMS, PLACES, STATES
from generator.analysis.speech.nouns import (
    BODIES,
    DOCUMENTS,
    IRREGULAR_PERSONS,
    NEWCOMERS,
    OFFICES,
    OWNERS,
    PERSONS,
    SPOKESPERSONS,
)
from generator.analysis.speech.words import Sentence

_NAMED = PLACES | STATES | DEMONYMS
_DEFINITE = frozenset({"the", "these", "those"})


def is_anonymous(sentence: Sentence, first: int, head: int, end: int) -> bool:
    """Say whether a phrase without a person's name means people whom the article does not name."""
    word = sentence.lower[head].rstrip("'’")
    kinds = {word, singular_of(word)}
    if kinds & SPOKESPERSONS or kinds & DOCUMENTS or _joins_names(sentence, first, head, end):
        return False
    if sentence.has_capital(head) and not sentence.is_start(head):
        return _counts_a_people(sentence, first, head)
    if kinds & OFFICES:
        return _office(sentence, first, head)
    if kinds & PERSONS or word in IRREGULAR_PERSONS:
        return True
    if kinds & BODIES:
        return False
    return not sentence.has_capital(head) or _begins_with_people(sentence, first, head)


def _joins_names(sentence: Sentence, first: int, head: int, end: int) -> bool:
    """`Australia, Britain and the US`."""
    return sentence.has_capital(first) and not sentence.is_start(head) and " and " in sentence.string(first, end)


def _counts_a_people(sentence: Sentence, first: int, head: int) -> bool:
    """`many Americans`: a capital names a body or country, unless some of its people are meant."""
    singular = singular_of(sentence.lower[head])
    return sentence.lower[first] in NEWCOMERS and (singular in PERSONS or singular.title() in DEMONYMS)


def _office(sentence: Sentence, first: int, head: int) -> bool:
    """`the prime minister`, `Japan's leader` are named by their office; `a minister`, `Party leaders` are not."""
    opening = sentence.lower[first]
    if sentence.lower[head] == "leaders" and sentence.is_start(first) and head > first and opening not in _DEFINITE:
        return sentence.words[first] not in _NAMED and not opening.endswith("'s")
    return opening in NEWCOMERS or (opening in OWNERS and singular_of(sentence.lower[head]) not in OFFICES)


def _begins_with_people(sentence: Sentence, first: int, head: int) -> bool:
    """`Motorists say`: at the start of a sentence the capital tells nothing, the ending does."""
    endings = ("ers", "ists", "ents", "ians", "ees")
    return head == first and sentence.lower[head].endswith(endings) and sentence.words[head] not in PLACES


def singular_of(word: str) -> str:
    """Give a plain singular of an English noun."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
