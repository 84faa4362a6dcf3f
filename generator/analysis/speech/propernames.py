"""Names: the bare name of a person or body that ends a noun phrase, without title, honorific or role."""

from generator.analysis.speech.lists import listed
from generator.analysis.speech.names import BODY_WORDS, DEMONYMS, FEMALE_NAMES, MALE_NAMES, PLACES, STATES
from generator.analysis.speech.nouns import (
    BODIES,
    DEPARTMENTS,
    DOCUMENTS,
    IRREGULAR_PERSONS,
    OFFICES,
    PERSONS,
    SPOKESPERSONS,
    TITLES,
)
from generator.analysis.speech.words import Sentence

PREPOSITIONS = listed("""
of for at in from to with by on near behind inside within outside about into over under across against among around
without between through
""")
PARTICLES = listed("de da di du del della der den van von bin ibn al el la le dos das ten ter y st")
COMMON = PERSONS | BODIES | DOCUMENTS | OFFICES | SPOKESPERSONS
COMMON |= {word + "s" for word in COMMON}
HEADS = COMMON | IRREGULAR_PERSONS
_THINGS = BODIES | DOCUMENTS
_NOT_NAMES = listed("""
i the a an but and in on at he she it they we you this that these those if when as for to of by with from what who
where why how here there then some many most not no so yet still now asked while after before since although though
according q his her its their our my both all each every one two three four five six another other others several few
nobody everybody everyone anyone someone somebody here's there's that's it's he's she's they're let's what's says said
or nor during under over
""")
_SUFFIXES = listed("jr. sr. jr sr ii iii iv")
_LONGEST_NAME = 5


def is_name_word(sentence: Sentence, index: int) -> bool:
    """Say whether the word can stand in a proper name."""
    word = sentence.words[index]
    return word[0].isupper() and sentence.lower[index] not in _NOT_NAMES


def proper_name(sentence: Sentence, first: int, last: int) -> tuple[int, int, bool] | None:
    """Give the name that ends the core without title or role, and whether it is a person's; None if there is none."""
    end = last - 1 if sentence.lower[last] in _SUFFIXES and last > first else last
    words, start = sentence.words, _after_owner(sentence, _run_start(sentence, first, end), end)
    if start is None:
        return None
    if start < end and sentence.is_start(start) and sentence.lower[start] in PERSONS and words[start] not in TITLES:
        first = start = start + 1
    if any(words[index].rstrip(".") in TITLES for index in range(start, end + 1)):
        named = _after_titles(sentence, start, end)
    else:
        named = _after_portfolio(sentence, first, start, end)
        if named is None:
            return _untitled(sentence, first, start, last)
    return None if named is None else (named, last, True)


def _untitled(sentence: Sentence, first: int, start: int, last: int) -> tuple[int, int, bool] | None:
    """Without title: after a role it is a person, after `company` a body, alone it must look like a name."""
    role = sentence.words[start - 1] if start > first else ""
    if role in _NAMED_BODIES and start - 1 > first:
        return start, last, False
    end = last - 1 if sentence.lower[last] in _SUFFIXES and last > first else last
    if any(is_no_person(sentence.words[index]) for index in range(start, end + 1)):
        return None
    owned = role.endswith(("'s", "’s")) and end > start
    is_person = _is_role_before(sentence, start, end) if role and not owned else _is_bare_name(sentence, start, end)
    return (start, last, True) if is_person else None


_HONORIFICS = frozenset({"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "Dr"})
_NAMED_BODIES = listed("company firm group charity giant retailer carmaker automaker airline lender bank agency")
"""Before a name they are its description: `technology company Kestrel Maritime`."""


def _run_start(sentence: Sentence, first: int, end: int) -> int | None:
    """Give the first word of the run of capitals that ends at `end`."""
    start = end
    while start >= first and (
        is_name_word(sentence, start)
        or (sentence.lower[start] in PARTICLES and start > first and sentence.has_capital(start - 1))
    ):
        start -= 1
    start += 1
    return start if start <= end else None


def _after_owner(sentence: Sentence, start: int | None, end: int) -> int | None:
    """`Labour's | Yvette Cooper`."""
    if start is None:
        return None
    owners = [index for index in range(start, end) if sentence.words[index].endswith(("'s", "’s"))]
    return owners[-1] + 1 if owners else start


def _is_bare_name(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.words[start : end + 1]
    if len(words) == 1:
        return is_lone_surname(sentence, start)
    if words[0] in MALE_NAMES or words[0] in FEMALE_NAMES:
        return len(words) <= _LONGEST_NAME
    if words[0] in DEMONYMS or all(word in PLACES for word in words) or words[-1] in PLACES:
        return False
    return len(words) <= _LONGEST_NAME and sentence.lower[end] not in _THINGS


def _after_titles(sentence: Sentence, start: int, end: int) -> int | None:
    """Give the first word after the last title in a run of capitals; None where no person's name follows."""
    words = sentence.words
    titles = [
        index
        for index in range(start, end + 1)
        if words[index].rstrip(".") in TITLES
        and not (index == end and index > start and _is_first_name(words[index - 1]))
    ]
    following = titles[-1] + 1 if titles else start
    while following < end and words[following] in DEPARTMENTS:
        following += 1
    if following > end or (is_no_person(words[end]) and words[following - 1] not in _HONORIFICS):
        return None
    return following


def _is_first_name(word: str) -> bool:
    return word in MALE_NAMES or word in FEMALE_NAMES


def _after_portfolio(sentence: Sentence, first: int, start: int, end: int) -> int | None:
    """`Secretary of State Antony Blinken`, `Minister for Trade Harriet Vane`: the name after the office."""
    if start - 2 < first or sentence.lower[start - 1] not in {"of", "for", "the", "and"}:
        return None
    if not any(word.rstrip(".") in TITLES for word in sentence.words[first : start - 1]):
        return None
    following = start
    while following <= end and sentence.words[following] in DEPARTMENTS:
        following += 1
    return following if start < following <= end else None


def _is_role(word: str) -> bool:
    bare = word.rstrip(".,")
    return word[0].islower() and (bare in PERSONS or bare in OFFICES or bare in SPOKESPERSONS)


def _is_role_before(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the small word before a run of capitals is a role: by the lists, by the first name, by its ending."""
    role = sentence.words[start - 1]
    if _is_role(role):
        return True
    if end == start or not role[0].islower() or sentence.lower[start - 1] in _NO_ROLE:
        return False
    return _is_first_name(sentence.words[start]) or role.endswith(("er", "or", "ist", "man", "ian"))


_NO_ROLE = PREPOSITIONS | listed("a an the his her its their our my and another other over under after former")


def is_no_person(word: str) -> bool:
    """Say whether a word keeps a run of capitals from being a person's name."""
    bare = word.removesuffix("'s").removesuffix("’s").rstrip(".")
    return bare in BODY_WORDS or bare in STATES or word.endswith(("'", "’", "'s", "’s"))


def is_lone_surname(sentence: Sentence, index: int) -> bool:
    """Say whether a single capital word may be a surname."""
    word, low = sentence.words[index], sentence.lower[index]
    return not (
        word in PLACES
        or word in DEMONYMS
        or word in STATES
        or word.isupper()
        or low in COMMON
        or low in IRREGULAR_PERSONS
        or (sentence.is_start(index) and low.endswith(("ists", "ians", "ents")))
        or word.endswith(("'s", "’s"))
    )
