"""Naming: the shortest string of a noun phrase that names whom it means, and whether that names anybody."""

from dataclasses import dataclass

from generator.analysis.speech import lexicon as lex
from generator.analysis.speech.outlets import outlet
from generator.analysis.speech.words import Sentence

_QUALIFIERS, _WHOM = lex.words("qualifiers"), lex.words("whom")
_OF_HEADS = lex.OFFICES | lex.words("groups") | lex.words("of_heads")
_NOT_NAMES, _SUFFIXES = lex.words("not_names"), lex.words("suffixes")
_DESCRIBED_BODIES, _NO_ROLE = lex.words("described_bodies"), lex.PREPOSITIONS | lex.words("no_role")
_BETWEEN = lex.words("portfolios")
_ROLES = lex.PERSONS | lex.OFFICES | lex.SPOKESPERSONS
_NEWCOMERS, _OWNERS = lex.words("newcomers"), lex.words("owners")
_NAMED = lex.PLACES | lex.DEMONYMS | lex.words("states")
_HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})
_BARE = frozenset({"those", "people", "man", "woman"})
"""They tell so little that what hangs on them stays: a woman in the queue."""
_LONGEST_NAME = 5


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
    if sentence.at(core) == "statement" and sentence.at(core + 1) in {"from", "by"} and core + 2 <= last:
        return shortest(sentence, core + 2, last)
    named = _proper_name(sentence, first, core)
    if named is not None:
        return Phrase(first, last, (named[0], core), is_person=named[1])
    return Phrase(
        first, last, (first, _extended(sentence, core, last)), is_anonymous=_is_anonymous(sentence, first, core)
    )


def is_plural(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase without a person's name means several."""
    head, opening = sentence.at(phrase.name[1]), sentence.at(phrase.name[0])
    return not phrase.is_person and (
        (head.endswith("s") and opening not in {"a", "an"})
        or (head in lex.PEOPLE and head not in {"one", "another", "other"})
        or (head in lex.NUMBERS and head != "one")
        or "and" in sentence.lower[phrase.name[0] : phrase.name[1]]
    )


def _core(sentence: Sentence, first: int, last: int) -> int:
    """Give the last word before whatever hangs on the head: `A nurse | at a hospital`, `A survey | published on`."""
    for index in range(first + 1, last + 1):
        is_link = sentence.at(index) in lex.PREPOSITIONS and not _inside_name(sentence, first, index, last)
        if is_link or _qualifies(sentence, index):
            return index - 1
    return last


def _qualifies(sentence: Sentence, index: int) -> bool:
    """`A banker | familiar with`, `a draft statement | seen by`."""
    word = sentence.words[index]
    if sentence.at(index - 1) not in lex.HEADS or word in lex.HEADS or not word.islower():
        return False
    is_participle = word.endswith(("ed", "en", "wn", "ing")) and sentence.at(index + 1) not in lex.HEADS
    return word in _QUALIFIERS or is_participle


def _inside_name(sentence: Sentence, first: int, index: int, last: int) -> bool:
    """Say whether a preposition stands inside a name (`the Department of Public Health`, `Minister for Trade X`)."""
    following = index + 2 if sentence.at(index + 1) == "the" else index + 1
    if following > last or not (sentence.has_capital(index - 1) and sentence.has_capital(following)):
        return False
    if is_title(sentence.words[index - 1]):
        return sentence.at(first) not in {"a", "an"}
    begins = first + 1 if sentence.at(first) == "the" else first
    return sentence.at(index) in {"of", "for", "on"} and (
        (begins > first and all(sentence.has_capital(place) for place in range(begins, index)))
        or not lex.NO_PERSON.isdisjoint(sentence.words[first:index])
    )


def _extended(sentence: Sentence, core: int, last: int) -> int:
    """Say how much of what hangs on the head belongs to the shortest naming string."""
    head, link = sentence.at(core), sentence.at(core + 1)
    knows = head in _WHOM and (link in _QUALIFIERS or "knowledge" in sentence.lower[core + 2 : core + 4])
    belongs = link in {"for", "to", "by"} or (link == "of" and head in _OF_HEADS)
    belongs = belongs and not (link == "by" and outlet(sentence.string(core + 2, last)))
    if core >= last - 1 or not (knows or belongs or (head in _BARE and link in lex.PREPOSITIONS)):
        return core
    index = core + 3 if knows else core + 2
    while index < last and sentence.at(index + 1) not in _QUALIFIERS:
        word = sentence.at(index + 1)
        if word in lex.PREPOSITIONS and word != "of" and not _inside_name(sentence, core + 2, index + 1, last):
            break
        index += 1
    return min(index, last)


def is_title(word: str) -> bool:
    """`Dr.`, `Vice-Admiral`."""
    bare = word.rstrip(".")
    return bare in lex.TITLES or ("-" in bare and bare.rpartition("-")[2] in lex.TITLES)


def is_name_word(sentence: Sentence, index: int) -> bool:
    """Say whether the word can stand in a proper name."""
    return sentence.has_capital(index) and sentence.lower[index] not in _NOT_NAMES


def _proper_name(sentence: Sentence, first: int, last: int) -> tuple[int, bool] | None:
    """Give where the name that ends the core begins, without title or role, and whether it is a person's."""
    end = last - 1 if sentence.at(last) in _SUFFIXES and last > first else last
    start = _run_start(sentence, first, end)
    if start > end:
        return None
    if sentence.is_start(start) and start < end and sentence.words[start].lower() in _DESCRIPTIONS:
        first = start = start + 1
    named = _after_titles(sentence, first, start, end)
    if named is not None:
        is_honoured = sentence.words[named - 1].rstrip(".") in _HONORIFICS
        is_person = named <= end and (is_honoured or not is_no_person(sentence.words[end]))
        return (named, True) if is_person else None
    role = sentence.words[start - 1] if start > first else ""
    if role in _DESCRIBED_BODIES and start - 1 > first:
        return start, False
    if any(is_no_person(word) for word in sentence.words[start : end + 1]):
        return None
    owned = sentence.owns(start - 1) and end > start
    is_name = _is_role(sentence, start, end) if role and not owned else _is_bare_name(sentence, start, end)
    return (start, True) if is_name else None


_DESCRIPTIONS = lex.PERSONS - {title.lower() for title in lex.TITLES}
"""Begin a sentence without an article: Farmer John Kent."""


def _run_start(sentence: Sentence, first: int, end: int) -> int:
    """Give the first word of the run of capitals that ends at `end`, after an owner (`Labour's | Yvette Cooper`)."""
    start = end + 1
    while start > first and (
        is_name_word(sentence, start - 1)
        or (sentence.at(start - 1) in lex.PARTICLES and start <= end and sentence.has_capital(start - 2))
    ):
        if start <= end and sentence.owns(start - 1):
            break
        start -= 1
    return start


def _after_titles(sentence: Sentence, first: int, start: int, end: int) -> int | None:
    """Give the word after the last title and its portfolio (`Secretary of State Antony Blinken`); None without any."""
    for index in range(end, first - 1, -1):
        is_surname = index == end > start and sentence.words[index - 1] in lex.FIRST_NAMES
        if is_surname or not is_title(sentence.words[index]):
            continue
        following = index + 1
        while following < end and sentence.words[following] in _BETWEEN:
            following += 1
        is_place = following == start > index + 1
        return None if following < start or is_place else following
    return None


def _is_role(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the small word before a run of capitals is a role: by the lists, by the first name, by its ending."""
    role = sentence.words[start - 1]
    if role.islower() and role in _ROLES:
        return True
    if end == start or not role.islower() or role in _NO_ROLE:
        return False
    return sentence.words[start] in lex.FIRST_NAMES or role.endswith(("er", "or", "ist", "man", "ian"))


def _is_bare_name(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.words[start : end + 1]
    if len(words) == 1:
        return is_lone_surname(sentence, start)
    if len(words) > _LONGEST_NAME:
        return False
    is_place = words[0] in _NAMED or words[-1] in lex.PLACES
    return words[0] in lex.FIRST_NAMES or not (is_place or sentence.lower[end] in lex.THINGS)


def is_no_person(word: str) -> bool:
    """Say whether a word keeps a run of capitals from being a person's name."""
    bare = word.removesuffix("'s").removesuffix("’s").rstrip(".")
    return bare in lex.NO_PERSON or word.endswith(("'", "’", "'s", "’s"))


def is_lone_surname(sentence: Sentence, index: int) -> bool:
    """Say whether a single capital word may be a surname."""
    word, low = sentence.words[index], sentence.lower[index]
    if word in _NAMED or low in lex.HEADS or word.isupper() or sentence.owns(index):
        return False
    return not (sentence.is_start(index) and low.endswith(("ists", "ians", "ents", "ers")))


def _is_anonymous(sentence: Sentence, first: int, head: int) -> bool:
    """Say whether a phrase without a person's name means people whom the article does not name."""
    word, opening = sentence.lower[head].rstrip("'"), sentence.lower[first]
    one = lex.singular(word)
    kinds = {word, one}
    if kinds & lex.SPOKESPERSONS or kinds & lex.DOCUMENTS:
        return False
    if sentence.has_capital(head) and not sentence.is_start(head):
        return opening in _NEWCOMERS and (one in lex.PERSONS or one.title() in lex.DEMONYMS)
    if kinds & lex.OFFICES:
        return _is_some_office(sentence, first, head)
    if kinds & lex.PERSONS or word in lex.PEOPLE:
        return True
    is_people = first == head and word.endswith(("ers", "ists", "ents", "ians", "ees"))
    return not kinds & lex.BODIES and (is_people or not sentence.has_capital(head))


def _is_some_office(sentence: Sentence, first: int, head: int) -> bool:
    """`the prime minister`, `Japan's leader` are named by their office; `a minister`, `Party leaders` are not."""
    opening = sentence.lower[first]
    if sentence.lower[head] == "leaders" and sentence.is_start(first) and head > first and opening != "the":
        return sentence.words[first] not in _NAMED and not sentence.owns(first)
    return opening in _NEWCOMERS or (opening in _OWNERS and lex.singular(sentence.lower[head]) not in lex.OFFICES)
