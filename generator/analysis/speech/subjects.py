"""Subjects: who does the saying, as the grammar of one sentence shows it."""

from dataclasses import dataclass

from generator.analysis.speech import phrases
from generator.analysis.speech.lists import listed
from generator.analysis.speech.naming import Phrase
from generator.analysis.speech.phrases import PRONOUNS
from generator.analysis.speech.verbs import ADVERBS, AUXILIARY, FINITE, NEGATION
from generator.analysis.speech.words import QUOTE, Sentence

_RELATIVES = frozenset({"who", "which", "whose", "whom"})
_CLAUSE_MARKS = frozenset(";:\u2014\u2013()")
_INTRODUCTORY = listed("""
in on at after before while when as although though since during despite asked but and by for from with under over if
because meanwhile however still yet indeed nevertheless nonetheless moreover instead earlier later separately also
monday tuesday wednesday thursday friday saturday sunday yesterday today to following speaking writing until unlike
like among across so then now no yes well last next this according even once amid outside inside
""")
_PARTY = listed("Republican Democrat Democratic Labour Labor Conservative Liberal R D Independent")
_LONGEST_CLAUSE = 80
_EXAMPLES = listed("like such including especially among unlike")
_ONE_OF = frozenset({"one", "another", "some", "two", "both", "others", "several"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says it: a pronoun to be resolved, or a phrase."""

    first: int
    phrase: Phrase | None
    pronoun: str | None = None


def left_of(sentence: Sentence, verb: int) -> Subject | None:
    """Give the subject that stands before a verb, or None where the verb is negated or has none there."""
    index = _before_auxiliaries(sentence, verb)
    if index is None or index < 0:
        return None
    word = sentence.lower[index]
    if word in PRONOUNS:
        return Subject(index, None, word)
    if word in phrases.NOBODY and word not in _RELATIVES:
        return None
    floor = _clause_start(sentence, index)
    if word == ",":
        return _with_insertions(sentence, floor, index)
    relative = _relative(sentence, index, floor)
    if relative == index:
        return _antecedent(sentence, index, floor)
    return _plain(sentence, index if relative is None else relative - 1, floor)


def _before_auxiliaries(sentence: Sentence, verb: int) -> int | None:
    index = verb - 1
    while index >= 0:
        word = sentence.lower[index]
        if word in NEGATION or word.endswith(("n't", "n’t")) or word == "to":
            return None
        if not (word in AUXILIARY or word in ADVERBS or (word.endswith("ly") and sentence.words[index].islower())):
            break
        index -= 1
    return index


def _clause_start(sentence: Sentence, index: int) -> int:
    """Give the first word after the last quotation, semicolon, colon or dash."""
    furthest = max(0, index - _LONGEST_CLAUSE)
    words = sentence.words
    while index >= furthest and words[index] not in _CLAUSE_MARKS and words[index][0] != QUOTE:
        index -= 1
    return index + 1


def _relative(sentence: Sentence, index: int, floor: int) -> int | None:
    """Give the place of `who` or `which` before the verb with no comma between, if there is one."""
    while index >= floor and sentence.words[index] != ",":
        if sentence.lower[index] in _RELATIVES:
            return index
        index -= 1
    return None


def _antecedent(sentence: Sentence, relative: int, floor: int) -> Subject | None:
    """`the union, which says`: the union. `A woman who said` tells who she is, not what the sentence rests on."""
    if relative - 2 < floor or sentence.words[relative - 1] != ",":
        return None
    return _plain(sentence, relative - 2, floor)


def _plain(sentence: Sentence, end: int, floor: int) -> Subject | None:
    if end >= floor and sentence.words[end] == ",":
        end -= 1
    phrase = phrases.before(sentence, end, floor)
    return None if phrase is None else Subject(phrase.first, phrase)


def _with_insertions(sentence: Sentence, floor: int, comma: int) -> Subject | None:
    """`X, a Y at Z, said`: walk back over what is inserted between commas to the phrase that it explains."""
    pieces = _pieces(sentence, floor, comma)
    if not pieces:
        return None
    index = len(pieces) - 1
    while index > 0 and _is_inserted(sentence, pieces, index):
        index -= 1
    if index < len(pieces) - 1 and not _can_head(sentence, *pieces[index]):
        index += 1
    if index == len(pieces) - 1 and (len(pieces) == 1 or not _is_name_piece(sentence, *pieces[index])):
        return None
    head = _piece_phrase(sentence, *pieces[index])
    if head is None:
        return None
    better = None if head.is_person else _named_in(sentence, head, pieces[index + 1 :])
    return Subject(head.first, better or head)


def _pieces(sentence: Sentence, floor: int, comma: int) -> list[tuple[int, int]]:
    found, end = [], comma - 1
    for index in range(comma - 1, floor - 2, -1):
        if index < floor or sentence.words[index] == ",":
            if index + 1 <= end:
                found.append((index + 1, end))
            end = index - 1
    return found[::-1]


def _is_inserted(sentence: Sentence, pieces: list[tuple[int, int]], index: int) -> bool:
    first, last = pieces[index]
    word = sentence.lower[first]
    if word in {"and", "but"}:
        return False
    if word in _EXAMPLES:
        return True
    if word in phrases.DETERMINERS or word in _RELATIVES or not sentence.has_capital(first):
        return not _is_name_piece(sentence, first, last)
    if sentence.words[first].partition("-")[0].rstrip(".") in _PARTY:
        return True
    before, here = _piece_phrase(sentence, *pieces[index - 1]), _piece_phrase(sentence, first, last)
    return bool(before and before.is_person and not (here and here.is_person))


def _is_name_piece(sentence: Sentence, first: int, last: int) -> bool:
    phrase = _piece_phrase(sentence, first, last)
    return phrase is not None and phrase.is_person


def _can_head(sentence: Sentence, first: int, last: int) -> bool:
    if sentence.lower[first] in _INTRODUCTORY and sentence.lower[first] not in {"and", "but"}:
        return False
    phrase = _piece_phrase(sentence, first, last)
    return phrase is not None and phrase.first <= first + 1


def _piece_phrase(sentence: Sentence, first: int, last: int) -> Phrase | None:
    if sentence.lower[first] in {"and", "but", "so", "yet"}:
        first += 1
    relative = next((i for i in range(first, last + 1) if sentence.lower[i] in _RELATIVES), last + 1)
    return phrases.before(sentence, relative - 1, first)


def _named_in(sentence: Sentence, head: Phrase, inserted: list[tuple[int, int]]) -> Phrase | None:
    """`His lawyer, C. Dexter Monroe, said`; `One of them, a lathe operator, said`; `who gave her name only as Wren`."""
    for first, last in inserted:
        given = _given_name(sentence, first, last)
        if given is not None:
            return given
        phrase = _piece_phrase(sentence, first, last)
        if (
            phrase is not None
            and phrase.first == first
            and (phrase.is_person or (sentence.lower[head.first] in _ONE_OF and sentence.lower[head.first + 1] == "of"))
        ):
            return phrase
    return None


def _given_name(sentence: Sentence, first: int, last: int) -> Phrase | None:
    words = sentence.lower[first : last + 1]
    if "name" in words and "as" in words and ("gave" in words or "gives" in words):
        start = first + words.index("as") + 1
        if start <= last and sentence.has_capital(start):
            return Phrase(start, last, (start, last), is_person=True)
    return None


def right_of(sentence: Sentence, start: int) -> Subject | None:
    """Give the subject that begins at a word: `said Rear Adm. Marcus T. Delgado, commander …`."""
    while start < len(sentence) and sentence.lower[start] in {"also", "later", "then"}:
        start += 1
    if start >= len(sentence):
        return None
    if sentence.lower[start] in PRONOUNS:
        return Subject(start, None, sentence.lower[start])
    if sentence.lower[start] in phrases.NOBODY or not sentence.words[start][0].isalnum():
        return None
    return _from(sentence, start)


def _name_after_comma(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """`said the forewoman, April Sandifer, a schoolteacher`."""
    start = phrase.last + 2
    if start >= len(sentence) or sentence.words[start - 1] != ",":
        return None
    if not sentence.has_capital(start) and sentence.lower[start] not in {"the", "retired", "former"}:
        return None
    named = phrases.after(sentence, start)
    return named if named is not None and named.is_person else None


def _one_of(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """`said one of them, a teacher from Lyon`."""
    start = phrase.last + 2
    if sentence.lower[phrase.first] not in _ONE_OF or sentence.lower[start - 1 : start + 1] not in (
        [",", "a"],
        [",", "an"],
    ):
        return None
    return phrases.after(sentence, start)


def main_subject(sentence: Sentence) -> Subject | None:
    """Give the subject with which the sentence begins, after what introduces it."""
    start = 0
    while start < len(sentence) and sentence.lower[start] in {"but", "and", "yet", "so", "still", ","}:
        start += 1
    if start < len(sentence) and sentence.lower[start] in _INTRODUCTORY:
        start = next(
            (i + 1 for i in range(start, min(len(sentence), _LONGEST_CLAUSE)) if sentence.words[i] == ","),
            len(sentence),
        )
    if start >= len(sentence) or sentence.is_quote(start):
        return None
    if sentence.lower[start] in PRONOUNS:
        return Subject(start, None, sentence.lower[start])
    if sentence.lower[start] in phrases.NOBODY or not sentence.words[start][0].isalnum():
        return None
    return _from(sentence, start)


def _from(sentence: Sentence, start: int) -> Subject | None:
    phrase = phrases.after(sentence, start)
    if phrase is None:
        return None
    if not phrase.is_person:
        phrase = _name_after_comma(sentence, phrase) or _one_of(sentence, phrase) or phrase
    return Subject(start, phrase)


def has_finite(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a plain finite verb stands between two words."""
    return any(sentence.lower[index] in FINITE for index in range(first, last + 1))
