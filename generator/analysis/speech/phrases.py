"""Noun phrases: where the one before or after a verb begins and ends."""

from generator.analysis.speech import lexicon as lex
from generator.analysis.speech.naming import Phrase, is_name_word, is_title, shortest
from generator.analysis.speech.words import Sentence

_BOUNDARIES, _CALENDAR = lex.words("boundaries"), lex.words("calendar")
_TRAILING = lex.DETERMINERS | _CALENDAR | lex.PREPOSITIONS | lex.words("trailing")
_NO_NOUN = _BOUNDARIES | lex.PRONOUNS | lex.NOBODY | lex.PREPOSITIONS | lex.NEGATION | (lex.AUXILIARY - {"may", "will"})
_BEFORE_NOUN = lex.DETERMINERS | lex.PREPOSITIONS
_BEFORE_DETERMINER = _BEFORE_NOUN | {"and"}
_JOINED = lex.DETERMINERS | lex.PARTICLES | lex.COMMON | {"and", ","}
_LONGEST = 24


def before(sentence: Sentence, end: int, floor: int) -> Phrase | None:
    """Give the noun phrase whose last word is `end`, looking back no further than `floor`."""
    first = _grow_left(sentence, end, max(floor, end - _LONGEST))
    return None if first is None else shortest(sentence, first, end)


def after(sentence: Sentence, start: int) -> Phrase | None:
    """Give the noun phrase whose first word is `start`."""
    last = _grow_right(sentence, start)
    return None if last is None else shortest(sentence, start, last)


def _grow_left(sentence: Sentence, end: int, floor: int) -> int | None:
    """Walk back over the words of a noun phrase, through prepositions that belong to it, to its first word."""
    first = None
    for index in range(end, floor - 1, -1):
        word = sentence.lower[index]
        if word in lex.DETERMINERS and not _is_no_determiner(sentence, index, end):
            first = index
            if not _opens_inside(sentence, index, floor):
                break
        elif word in {"and", ","}:
            if not _joins(sentence, index, floor):
                break
        elif word in lex.PREPOSITIONS:
            if index in {floor, end} or not can_be_noun(sentence, index - 1):
                break
        elif not can_be_noun(sentence, index):
            break
        else:
            first = index
    return None if first is None else _after_passive(sentence, first, end)


def _is_no_determiner(sentence: Sentence, index: int, end: int) -> bool:
    """`Erik ten Hag`, `the older one`."""
    word = sentence.lower[index]
    if word == "one":
        return index == end and sentence.at(index - 1).isalpha() and can_be_noun(sentence, index - 1)
    return word in lex.PARTICLES and sentence.has_capital(index - 1) and sentence.has_capital(index + 1)


def _after_passive(sentence: Sentence, first: int, end: int) -> int:
    """`(was) raised by | the council`: what begins with a participle and a preposition begins after them."""
    is_participle = sentence.words[first].islower() and sentence.lower[first].endswith(("ed", "en", "wn", "ing"))
    return first + 2 if is_participle and sentence.at(first + 1) in lex.PREPOSITIONS and first + 2 <= end else first


def _opens_inside(sentence: Sentence, index: int, floor: int) -> bool:
    """Say whether a determiner has more of its phrase before it: `head of the`, `the three`, `Britain and the US`."""
    if index <= floor:
        return False
    before_it = sentence.lower[index - 1]
    if before_it in lex.PREPOSITIONS:
        return index - 2 >= floor and can_be_noun(sentence, index - 2)
    if before_it == "and":
        return _joins(sentence, index - 1, floor)
    return before_it in lex.DETERMINERS and sentence.lower[index] in lex.NUMBERS


def _joins(sentence: Sentence, index: int, floor: int) -> bool:
    """Say whether `and` or a comma joins what begins the clause (`Australia, Britain and the US`)."""
    start = index - 1
    while start >= floor and (is_name_word(sentence, start) or sentence.lower[start] in _JOINED):
        start -= 1
    begins = start < floor or sentence.lower[start] in _BOUNDARIES or sentence.is_quote(start)
    is_joined = start < index - 1 and sentence.is_word(start + 1) and sentence.lower[start + 1] != "and"
    return begins and is_joined and (sentence.words[index] == "and" or _lists(sentence, index))


def _lists(sentence: Sentence, comma: int) -> bool:
    """Say whether an `and` follows the comma's member (`, Britain and`)."""
    following = comma + 1
    while following < comma + _LONGEST and is_name_word(sentence, following):
        following += 1
    return following > comma + 1 and sentence.at(following) in {"and", ","}


def can_be_noun(sentence: Sentence, index: int) -> bool:
    """Say whether the word can stand in a noun phrase, as far as its form and neighbours show."""
    word = sentence.at(index)
    if not sentence.is_word(index):
        return word in {"&", "%", "$", "£", "€"}
    if word in _NO_NOUN:
        return False
    if word in _CALENDAR or word == "will":
        return _is_calendar_name(sentence, index)
    if sentence.has_capital(index) or word in lex.COMMON:
        return True
    is_gerund = word.endswith("ing") and sentence.at(index + 1) in {"to", "with", "about"}
    return not is_gerund and not (word.endswith("ed") and word in lex.REPORTING)


def _is_calendar_name(sentence: Sentence, index: int) -> bool:
    """`April Sandifer`, `Dale March`, `her daughter, May,`; and inside a phrase: `a study published last month by`."""
    if sentence.has_capital(index):
        by_itself = sentence.words[index] in lex.FIRST_NAMES and sentence.at(index - 1) == sentence.at(index + 1) == ","
        before_it = sentence.words[index - 1] if index else ""
        is_surname = before_it in lex.FIRST_NAMES or is_title(before_it)
        is_inside = sentence.at(index + 1) == "by" or sentence.at(index - 1) in lex.DETERMINERS
        return by_itself or is_surname or is_inside or sentence.has_capital(index + 1)
    return sentence.at(index - 1) in {"last", "this"} and sentence.at(index - 2).endswith(("ed", "en"))


def _grow_right(sentence: Sentence, start: int) -> int | None:
    """Walk on over the words of a noun phrase and give its last."""
    lower, last = sentence.lower, None
    for index in range(start, min(len(sentence), start + _LONGEST)):
        word = lower[index]
        if word in {"and", ","} or word in lex.PREPOSITIONS:
            if last is None or (word not in lex.PREPOSITIONS and not _goes_on(sentence, index, start)):
                break
            continue
        if word in lex.DETERMINERS:
            if index > start and lower[index - 1] not in _BEFORE_DETERMINER:
                break
        elif not can_be_noun(sentence, index) or (index > start and _is_beyond(sentence, index)):
            break
        last = index
    while last is not None and last > start and lower[last] in _TRAILING and not can_be_noun(sentence, last):
        last -= 1
    return last


def _is_beyond(sentence: Sentence, index: int) -> bool:
    """Say whether the word is no longer part of the phrase but of what is told about it."""
    word, before_it = sentence.lower[index], sentence.lower[index - 1]
    is_common = word in lex.COMMON
    if word in lex.FINITE or (word in lex.REPORTING and not is_common and before_it not in _BEFORE_NOUN):
        return True
    if not sentence.words[index][0].islower():
        return False
    follows = sentence.at(index + 1)
    is_third = word.endswith("s") and lex.singular(before_it) == before_it
    if is_third and (follows == "to" or (follows in _BEFORE_NOUN and not is_common)) and before_it not in _BEFORE_NOUN:
        return True
    if before_it in lex.COMMON and not is_common:
        follows = sentence.at(index + 1)
        is_verb = (
            word.endswith("s") and not before_it.endswith("s") and (follows in _BEFORE_NOUN or follows in lex.ADVERBS)
        )
        return word.endswith("ed") or is_verb
    if word in lex.PARTICLES or not is_name_word(sentence, index - 1) or sentence.owns(index - 1):
        return False
    return lex.COMMON.isdisjoint(sentence.lower[index : index + 3])


def _goes_on(sentence: Sentence, index: int, start: int) -> bool:
    """Say whether a conjunction or comma joins names: `Keola March and Danielle Fontaine`, `Australia, Britain and`."""
    if sentence.words[index] == ",":
        names = all(is_name_word(sentence, place) or sentence.words[place] == "," for place in range(start, index))
        return names and _lists(sentence, index)
    following = index + 2 if sentence.at(index + 1) == "the" else index + 1
    return sentence.has_capital(index - 1) and sentence.has_capital(following)
