"""Subjects: who does the saying, as the grammar of one sentence shows it."""

from dataclasses import dataclass, replace
from itertools import pairwise

from generator.analysis.speech import lexicon as lex
from generator.analysis.speech import phrases
from generator.analysis.speech.naming import Phrase
from generator.analysis.speech.words import Sentence

_CLAUSE_MARKS = frozenset(";:\u2014\u2013()")
_INTRODUCTORY = lex.words("introductory")
_JOINING = frozenset({"and", "but", "so", "yet", "still"})
_ONE_OF = frozenset({"one", "another", "some", "two", "both", "others", "several"})
_CALENDAR, _BEFORE_DATE = lex.words("calendar"), frozenset({"on", "in", "last", "this", "late", "early"})
_HANGING = frozenset({"sent", "held", "made"})
_AUXILIARY = lex.AUXILIARY | {"used", "to"}
_BARE = frozenset({"people", "those", "person"})
"""What is told of them tells who they are: two people who have seen the accounts."""
_BREAKS = lex.RELATIVES | {","}
_LONGEST_CLAUSE = 80


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says it: a pronoun to be resolved, or a phrase."""

    first: int
    phrase: Phrase | None
    pronoun: str | None = None


def right_of(sentence: Sentence, start: int) -> Subject | None:
    """Give the subject that begins at a word: `said Rear Adm. Marcus T. Delgado, commander …`."""
    while sentence.at(start) in {"also", "later", "then"}:
        start += 1
    word = sentence.at(start)
    if word in lex.PRONOUNS:
        return Subject(start, None, word)
    phrase = phrases.after(sentence, start) if sentence.is_word(start) and word not in lex.NOBODY else None
    if phrase is None:
        return None
    return Subject(start, phrase if phrase.is_person else _told_apart(sentence, phrase) or phrase)


def _told_apart(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """`said the forewoman, April Sandifer, a schoolteacher`, `said one of them, a teacher from Lyon`."""
    start = phrase.last + 2
    if sentence.at(start - 1) != ",":
        return None
    is_one = sentence.lower[phrase.first] in _ONE_OF and sentence.at(start) in {"a", "an"}
    if not is_one and not sentence.has_capital(start) and sentence.at(start) not in {"the", "retired", "former"}:
        return None
    named = phrases.after(sentence, start)
    if named is not None and sentence.words[start] in lex.FIRST_NAMES:
        return Phrase(named.first, named.last, named.name, is_person=True)
    return named if named is not None and (is_one or named.is_person) else None


def main_subject(sentence: Sentence) -> Subject | None:
    """Give the subject with which the sentence begins, after what introduces it."""
    start = 0
    while sentence.at(start) in _JOINING or sentence.at(start) == ",":
        start += 1
    if sentence.at(start) in {"there's", "there"}:
        start += 1 if sentence.owns(start) else 2
    if sentence.at(start) in _INTRODUCTORY:
        commas = (place for place in range(start, min(len(sentence), _LONGEST_CLAUSE)) if sentence.words[place] == ",")
        start = next(commas, len(sentence)) + 1
    return right_of(sentence, start)


def left_of(sentence: Sentence, verb: int) -> Subject | None:
    """Give the subject that stands before a verb, or None where the verb is negated or has none there."""
    index = _before_auxiliaries(sentence, verb)
    word = "" if index is None else sentence.lower[index]
    if index is None or (word in lex.NOBODY and word not in lex.RELATIVES):
        return None
    if word in lex.PRONOUNS:
        return Subject(index, None, word)
    floor = _clause_start(sentence, index)
    if word == ",":
        return _before_insertions(sentence, floor, index)
    relative = next((place for place in range(index, floor - 1, -1) if sentence.lower[place] in _BREAKS), floor)
    if sentence.lower[relative] not in lex.RELATIVES:
        return _ending_at(sentence, index, floor)
    # `The union, which says`: the union. `A woman who said` tells who she is, not what the sentence rests on.
    is_aside = sentence.at(relative - 1) == ","
    subject = _ending_at(sentence, relative - 1, floor) if relative < index or is_aside else None
    if subject is not None and subject.phrase is not None and sentence.lower[subject.phrase.last] in _BARE:
        return Subject(subject.first, replace(subject.phrase, last=index, name=(subject.first, index)))
    return subject


def _before_auxiliaries(sentence: Sentence, verb: int) -> int | None:
    for index in range(verb - 1, -1, -1):
        word = sentence.lower[index]
        if word in lex.NEGATION or word.endswith("n't") or (word == "to" and sentence.at(index - 1) != "used"):
            return None
        is_adverb = word.endswith("ly") and word not in lex.HEADS and sentence.words[index].islower()
        is_adverb = is_adverb or word in lex.ADVERBS
        is_date = word in _CALENDAR and (sentence.at(index - 1) in _BEFORE_DATE or sentence.words[index].islower())
        is_date = is_date or (word in _BEFORE_DATE and sentence.at(index + 1) in _CALENDAR)
        hangs_on = word in _HANGING and sentence.at(index - 1) in lex.HEADS
        is_auxiliary = word in _AUXILIARY and not sentence.has_capital(index)
        if not (is_adverb or is_date or hangs_on or is_auxiliary):
            return index
    return None


def _clause_start(sentence: Sentence, index: int) -> int:
    """Give the first word after the last quotation, semicolon, colon or dash."""
    furthest = max(0, index - _LONGEST_CLAUSE)
    while index >= furthest and sentence.words[index] not in _CLAUSE_MARKS and not sentence.is_quote(index):
        index -= 1
    return index + 1


def _ending_at(sentence: Sentence, end: int, floor: int) -> Subject | None:
    if sentence.at(end) == ",":
        end -= 1
    phrase = phrases.before(sentence, end, floor)
    return None if phrase is None else Subject(phrase.first, phrase)


def _before_insertions(sentence: Sentence, floor: int, comma: int) -> Subject | None:
    """`X, a Y at Z, said`: the first piece between commas that is a noun phrase and no introduction."""
    pieces = _pieces(sentence, floor, comma)
    for place, (first, last) in enumerate(pieces):
        begin = first + (sentence.lower[first] in _JOINING)
        head = _phrase_of(sentence, (begin, last))
        introduces = sentence.lower[begin] in _INTRODUCTORY or (place == len(pieces) - 1 and (place == 0 or not head))
        if head is None or introduces or (head.first > begin and sentence.lower[begin] not in lex.PREPOSITIONS):
            continue
        is_sure = head.is_person and not (head.first == head.last and sentence.is_start(begin))
        named = None if is_sure else _named_in(sentence, head, pieces[place + 1 :])
        return Subject(head.first, named or head)
    return None


def _pieces(sentence: Sentence, floor: int, comma: int) -> list[tuple[int, int]]:
    """Give what stands between the commas of a clause."""
    commas = [floor - 1, *(place for place in range(floor, comma + 1) if sentence.words[place] == ",")]
    return [(one + 1, other - 1) for one, other in pairwise(commas) if one + 1 < other]


def _phrase_of(sentence: Sentence, piece: tuple[int, int]) -> Phrase | None:
    first, last = piece
    relative = next((place for place in range(first, last + 1) if sentence.lower[place] in lex.RELATIVES), last + 1)
    return phrases.before(sentence, relative - 1, first)


def _named_in(sentence: Sentence, head: Phrase, inserted: list[tuple[int, int]]) -> Phrase | None:
    """`His lawyer, C. Dexter Monroe, said`; `One of them, a lathe operator, said`; `who gave her name only as Wren`."""
    is_one = sentence.lower[head.first] in _ONE_OF and sentence.at(head.first + 1) == "of"
    for first, last in inserted:
        words = sentence.lower[first : last + 1]
        if "name" in words and "as" in words and sentence.has_capital(last):
            return Phrase(last, last, (last, last), is_person=True)
        phrase = _phrase_of(sentence, (first, last))
        if phrase is not None and phrase.first == first and (phrase.is_person or is_one):
            return phrase
    return None
