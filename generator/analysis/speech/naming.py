"""Naming: the shortest string of a noun phrase that names whom it means, and whether that names anybody."""

from dataclasses import dataclass

from generator.analysis.speech.anonymity import is_anonymous
from generator.analysis.speech.lists import listed
from generator.analysis.speech.names import BODY_WORDS
from generator.analysis.speech.nouns import (
    GROUPS,
    OFFICES,
    TITLES,
)
from generator.analysis.speech.propernames import HEADS, PREPOSITIONS, proper_name
from generator.analysis.speech.words import Sentence

_QUALIFIERS = listed("familiar close briefed working based involved speaking knowledgeable present aware privy")
_ORGANISATION_FIRST = listed("""
Bank University Ministry Department Church House Institute College Council Office Bureau Center Centre Board Campaign
Court Chamber Association Federation Academy Union Commission Committee Museum School Agency Society League Friends
""")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words, and the shortest part of them that names whom it means."""

    first: int
    last: int
    name: tuple[int, int]
    """The first and last word of the shortest naming string."""
    is_person: bool = False
    """Whether the name is a person's."""
    is_anonymous: bool = False
    """Whether it means people whom the article does not name."""


def shortest(sentence: Sentence, first: int, last: int) -> Phrase:
    """Give the phrase with its shortest naming string: a bare person's name, else the head with what tells it apart."""
    core = _core(sentence, first, last)
    if sentence.lower[core] == "statement" and core + 2 <= last and sentence.lower[core + 1] in {"from", "by"}:
        return shortest(sentence, core + 2, last)
    named = proper_name(sentence, first, core)
    if named is not None:
        return Phrase(first, last, (named[0], named[1]), is_person=named[2])
    end = _extended(sentence, first, core, last)
    return Phrase(first, last, (first, end), is_anonymous=is_anonymous(sentence, first, core, end))


def _core(sentence: Sentence, first: int, last: int) -> int:
    """Give the last word before whatever hangs on the head: `A nurse | at a hospital`, `A banker | familiar with`."""
    lower = sentence.lower
    for index in range(first + 1, last + 1):
        if lower[index] in _QUALIFIERS and not sentence.has_capital(index) and lower[index - 1] in HEADS:
            return index - 1
        if lower[index] in PREPOSITIONS and not _inside_name(sentence, first, index, last):
            return index - 1
        if _is_participle(sentence, index, last):
            return index - 1
    return last


def _is_participle(sentence: Sentence, index: int, last: int) -> bool:
    """Say whether a participle follows the head (`a draft statement seen by`, `A survey published on`)."""
    word = sentence.lower[index]
    if (
        sentence.has_capital(index)
        or sentence.lower[index - 1] not in HEADS
        or not word.endswith(("ed", "en", "wn", "nt", "ing"))
        or word in HEADS
    ):
        return False
    return index == last or sentence.lower[index + 1] in PREPOSITIONS


def _inside_name(sentence: Sentence, first: int, index: int, last: int) -> bool:
    """Say whether a preposition stands inside a name (`the Department of Public Health`, `Minister for Trade X`)."""
    word = sentence.lower[index]
    if word not in {"of", "for", "on", "without"} or index == last or not sentence.has_capital(index - 1):
        return False
    following = index + 2 if sentence.lower[index + 1] == "the" and index + 1 < last else index + 1
    if not sentence.has_capital(following):
        return False
    earlier = sentence.words[first:index]
    if earlier[-1].rstrip(".") in TITLES:
        return earlier[0] not in {"A", "a", "An", "an"}
    if earlier[0].lower() == "the" and len(earlier) > 1 and all(word[0].isupper() for word in earlier[1:]):
        return True
    return any(word in BODY_WORDS or word in _ORGANISATION_FIRST for word in earlier)


_OF_HEADS = (
    (OFFICES - {"commander"})
    | GROUPS
    | listed("""
head heads ministry department bank president owner founder author editor mother father wife husband son daughter
brother sister friend friends lawyers lawyer members parents families relatives residents university institute office
house
""")
)
_WHOM = listed("people person persons individuals officials sources executives those diplomats lawmakers")


def _extended(sentence: Sentence, first: int, core: int, last: int) -> int:
    """Say how much of what hangs on the head belongs to the shortest naming string."""
    del first
    lower = sentence.lower
    if core >= last - 1:
        return core
    head, link = lower[core], lower[core + 1]
    if head in _WHOM and (link in {"familiar", "briefed", "close", "involved"} or _with_knowledge(sentence, core)):
        return _until_next(sentence, core + 3, last)
    if link in {"for", "to", "by"} or (link == "of" and head in _OF_HEADS):
        return _until_next(sentence, core + 2, last)
    if head in {"those", "people"} and link in PREPOSITIONS:
        return _until_next(sentence, core + 2, last)
    return core


def _with_knowledge(sentence: Sentence, core: int) -> bool:
    return sentence.lower[core + 1 : core + 4] in (["with", "knowledge", "of"], ["with", "direct", "knowledge"])


def _until_next(sentence: Sentence, start: int, last: int) -> int:
    """Give the last word before the next preposition other than `of`."""
    index = start
    while (
        index < last
        and sentence.lower[index + 1] not in _QUALIFIERS
        and (
            sentence.lower[index + 1] not in PREPOSITIONS
            or sentence.lower[index + 1] == "of"
            or _inside_name(sentence, start, index + 1, last)
        )
    ):
        index += 1
    return min(index, last)
