"""Noun phrases: where the one before or after a verb begins and ends."""

from generator.analysis.speech.lists import listed
from generator.analysis.speech.names import FEMALE_NAMES, MALE_NAMES
from generator.analysis.speech.naming import Phrase, shortest
from generator.analysis.speech.nouns import IRREGULAR_PERSONS
from generator.analysis.speech.propernames import COMMON, PARTICLES, PREPOSITIONS, is_name_word
from generator.analysis.speech.verbs import AUXILIARY, FINITE, NEGATION, REPORTING
from generator.analysis.speech.words import Sentence

PRONOUNS = frozenset({"he", "she", "they", "it"})
NOBODY = listed("""
i we you who which that there this these those what nobody everybody everyone anyone somebody someone anybody none
such here's there's that's it's he's she's they're we're i'm you're what's who's let's nothing something everything
""")
"""As subjects they tell of nobody in particular, or of the reporter."""

NUMBERS = listed("one two three four five six seven eight nine ten several many most few some both all")
DETERMINERS = NUMBERS | listed("a an the his her its their our my this these those another each every no any unnamed")
_BOUNDARIES = listed("""
that which who whom whose where when while as if because after before since until although though unless whether but
or so than then and via despite amid during following like including according why how per yet saying adding versus
not fell rose went came took made gave got left held kept met won lost began ended grew sent spent paid bought sold
brought ran stood led felt saw knew became seems seem appeared remained remains started stopped joined visited wants
needs put set
""")
CALENDAR = listed("""
monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march april may
june july august september october november december sept oct nov dec jan feb mar apr aug sept. oct. nov. dec. jan.
feb. mar. apr. aug. week month year night morning afternoon evening earlier later here recently
""")
_TRAILING = DETERMINERS | CALENDAR | PREPOSITIONS | listed("late early last next this previously")
_ARTICLES = listed("a an the his her its their our my every no any")
_SINGLE = listed("one another other someone somebody")
_BEFORE_NOUN = DETERMINERS | PREPOSITIONS
_BEFORE_DETERMINER = _BEFORE_NOUN | {"and"}
_LONGEST = 24


def before(sentence: Sentence, end: int, floor: int) -> Phrase | None:
    """Give the noun phrase whose last word is `end`, looking back no further than `floor`."""
    first = _grow_left(sentence, end, floor) if end >= floor else None
    if first is None or (first == end and sentence.lower[end] in _ARTICLES):
        return None
    return shortest(sentence, first, end)


def _grow_left(sentence: Sentence, end: int, floor: int) -> int | None:
    """Walk back over the words of a noun phrase, through prepositions that belong to it, to its first word."""
    lower, index, first = sentence.lower, end, None
    floor = max(floor, end - _LONGEST)
    while index >= floor:
        word = lower[index]
        if word in DETERMINERS and not _is_particle(sentence, index):
            first = index
            if not _opens_inside(sentence, index, floor):
                break
        elif word in {"and", ","}:
            if not _joins(sentence, index, floor):
                break
        elif word in PREPOSITIONS:
            if index in (floor, end) or not can_be_noun(sentence, index - 1):
                break
        elif not can_be_noun(sentence, index):
            break
        else:
            first = index
        index -= 1
    return None if first is None else _after_passive(sentence, first, end)


def _is_particle(sentence: Sentence, index: int) -> bool:
    """`Erik ten Hag`."""
    inside = 0 < index < len(sentence) - 1
    return (
        inside
        and sentence.lower[index] in PARTICLES
        and sentence.has_capital(index - 1)
        and sentence.has_capital(index + 1)
    )


def _after_passive(sentence: Sentence, first: int, end: int) -> int:
    """`(was) raised by | the council`: what begins with a participle and a preposition begins after them."""
    while (
        first + 2 <= end
        and sentence.words[first][0].islower()
        and sentence.lower[first].endswith(("ed", "en", "wn", "ing"))
        and sentence.lower[first + 1] in PREPOSITIONS
    ):
        first += 2
    return first


def _opens_inside(sentence: Sentence, index: int, floor: int) -> bool:
    """Say whether a determiner has more of its phrase before it: `head of the`, `the three`, `Britain and the US`."""
    before_it = sentence.lower[index - 1] if index > floor else ""
    if before_it in PREPOSITIONS:
        return index - 2 >= floor and can_be_noun(sentence, index - 2)
    if before_it == "and":
        return _joins(sentence, index - 1, floor)
    return before_it in DETERMINERS and sentence.lower[index] in NUMBERS


def _joins(sentence: Sentence, index: int, floor: int) -> bool:
    """Say whether `and` or a comma joins names that begin the clause (`Australia, Britain and the US`)."""
    start = index - 1
    if start < floor or not sentence.words[start][0].isalnum():
        return False
    while start >= floor and (
        is_name_word(sentence, start)
        or sentence.words[start] in {",", "and"}
        or sentence.lower[start] in DETERMINERS
        or sentence.lower[start] in PARTICLES
        or (sentence.lower[start] in COMMON and sentence.words[index] == "and")
    ):
        start -= 1
    begins = start < floor or sentence.lower[start] in _BOUNDARIES or sentence.is_quote(start)
    return (
        begins
        and sentence.lower[start + 1] not in {"and", ","}
        and (sentence.words[index] != "," or _is_list(sentence, index))
    )


def _is_list(sentence: Sentence, comma: int) -> bool:
    """Say whether an `and` follows the comma's member (`, Britain and`)."""
    following = comma + 1
    while following < min(len(sentence), comma + _LONGEST) and is_name_word(sentence, following):
        following += 1
    return following > comma + 1 and sentence.lower[following : following + 1] in (["and"], [","])


def can_be_noun(sentence: Sentence, index: int) -> bool:
    """Say whether the word can stand in a noun phrase, as far as its form and neighbours show."""
    word, whole = sentence.lower[index], sentence.words[index]
    if not word[0].isalnum():
        return word in "&%$£€"
    if word in _BOUNDARIES or word in PRONOUNS or word in NOBODY or word in PREPOSITIONS or word in NEGATION:
        return False
    if word in AUXILIARY and word not in {"may", "will"}:
        return False
    if word in CALENDAR or word == "will":
        return _calendar_name(sentence, index)
    if whole[0].islower() and word not in COMMON:
        return not (word.endswith("ed") and word in REPORTING) and not _is_gerund(sentence, index)
    return True


def _is_gerund(sentence: Sentence, index: int) -> bool:
    return sentence.lower[index].endswith("ing") and sentence.lower[index + 1 : index + 2] in (
        ["to"],
        ["with"],
        ["about"],
    )


def _calendar_name(sentence: Sentence, index: int) -> bool:
    """Say whether a calendar word is a name or inside a phrase: `April Sandifer`, `Dale March`, `its May meeting`."""
    following = sentence.words[index + 1] if index + 1 < len(sentence) else "."
    previous = sentence.words[index - 1] if index else "."
    if sentence.has_capital(index):
        if following[0].isupper() or previous in MALE_NAMES or previous in FEMALE_NAMES or previous.endswith("."):
            return not following[0].isdigit()
        if previous.lower() in DETERMINERS or previous.endswith(("'s", "’s")) or following.lower() in PREPOSITIONS:
            return following.lower() not in REPORTING
    return following.lower() in COMMON


def after(sentence: Sentence, start: int) -> Phrase | None:
    """Give the noun phrase whose first word is `start`."""
    last = _grow_right(sentence, start)
    if last is None or (last == start and sentence.lower[start] in _ARTICLES):
        return None
    return shortest(sentence, start, last)


def _grow_right(sentence: Sentence, start: int) -> int | None:
    """Walk on over the words of a noun phrase and give its last."""
    lower, last = sentence.lower, None
    for index in range(start, min(len(sentence), start + _LONGEST)):
        word = lower[index]
        if word in PREPOSITIONS or word in {"and", ","}:
            if last is None or (word not in PREPOSITIONS and not _goes_on_right(sentence, index, start)):
                break
            continue
        if word in DETERMINERS:
            if index > start and lower[index - 1] not in _BEFORE_DETERMINER:
                break
        elif not can_be_noun(sentence, index) or _is_beyond(sentence, index, start):
            break
        last = index
    while last is not None and last > start and lower[last] in _TRAILING and not _ends_name(sentence, last):
        last -= 1
    return last


def _is_beyond(sentence: Sentence, index: int, start: int) -> bool:
    """Say whether the word is no longer part of the phrase but of what is told about it."""
    if sentence.lower[index] in FINITE or _is_verb_here(sentence, index, start):
        return True
    return index > start and sentence.words[index][0].islower() and _is_predicate(sentence, index)


def _ends_name(sentence: Sentence, index: int) -> bool:
    return can_be_noun(sentence, index) and sentence.has_capital(index) and sentence.lower[index] not in DETERMINERS


def _is_verb_here(sentence: Sentence, index: int, start: int) -> bool:
    """Say whether a reporting verb follows a noun phrase that is whole (`the ministry said`)."""
    word, before_it = sentence.lower[index], sentence.lower[index - 1]
    if word == "reports" and sentence.lower[index + 1 : index + 2] in ([","], ["."]):
        return False
    return index > start and word in REPORTING and word not in COMMON and before_it not in _BEFORE_NOUN


def _is_predicate(sentence: Sentence, index: int) -> bool:
    """Say whether a small word after a whole name or noun begins what is told of it (`Tom Berg grows apples`)."""
    before_it = index - 1
    if sentence.lower[before_it] in COMMON and sentence.lower[index] not in COMMON:
        return sentence.lower[index].endswith("ed")
    if (
        sentence.lower[index] in PARTICLES
        or not is_name_word(sentence, before_it)
        or sentence.words[before_it].endswith(("'s", "’s"))
    ):
        return False
    return not any(word in COMMON for word in sentence.lower[index : index + 3])


def _goes_on_right(sentence: Sentence, index: int, start: int) -> bool:
    """Say whether a conjunction or comma joins names: `Keola March and Danielle Fontaine`, `Australia, Britain and`."""
    if index + 1 >= len(sentence) or not sentence.has_capital(index - 1):
        return False
    if sentence.words[index] == ",":
        return all(is_name_word(sentence, i) or sentence.words[i] == "," for i in range(start, index)) and _is_list(
            sentence, index
        )
    following = index + 2 if sentence.lower[index + 1] == "the" and index + 2 < len(sentence) else index + 1
    return sentence.has_capital(following)


def is_plural(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase without a person's name means several."""
    head = sentence.lower[phrase.name[1]]
    opening = sentence.lower[phrase.name[0]]
    if phrase.is_person:
        return False
    return (
        (head.endswith("s") and opening not in {"a", "an"})
        or " and " in sentence.string(*phrase.name)
        or (head in IRREGULAR_PERSONS and head not in _SINGLE)
        or (opening in NUMBERS and opening != "one")
    )
