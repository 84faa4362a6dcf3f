"""Second-hand reports: the other outlet on which a sentence rests (READING.md, `reported_by`)."""

from collections.abc import Iterator, Sequence

from generator.analysis.speech import lexicon as lex
from generator.analysis.speech.naming import Phrase, is_name_word
from generator.analysis.speech.outlets import listed_with_article, outlet
from generator.analysis.speech.subjects import main_subject
from generator.analysis.speech.words import Sentence

_LEADING = frozenset({"told", "tells", "telling", "by", "with", "to", "on", "in", "for", "via", "from"})
_OF_REPORT, _PRESS = lex.words("of_report"), lex.words("press")
_KINDS = lex.words("press_kinds") | lex.words("press_nouns")
_PARTS = _KINDS | {"of", "and", "&"}
PAPER = frozenset(f"{article} {noun}" for article in ("the", "that") for noun in _PRESS)
"""Stand for the outlet last named."""
_NO_PRESS = lex.NO_PERSON | lex.PLACES
_FIRST = frozenset({"first", "also", "earlier", "since"})
_OWNED = lex.words("stories") | {"quoted", "cited"}
_NEAR = 6


def subject_outlet(sentence: Sentence, phrase: Phrase, seen: Sequence[str], *, reports: bool) -> str | None:
    """Give the outlet that a subject names: a known one, one seen before, or any `The Orcadian` that reports.

    A capital that only the beginning of the sentence gives to the article is none.
    """
    words = sentence.string(*phrase.name)
    bare = words.removeprefix("The ").removeprefix("the ")
    if bare != words and sentence.is_start(phrase.name[0]):
        words = listed_with_article(words) or "the " + bare
    found = known(words, seen)
    if found is not None or not reports or bare == words or phrase.is_person:
        return found
    is_name = all(is_name_word(sentence, index) for index in range(phrase.name[0] + 1, phrase.name[1] + 1))
    is_other = bare.isupper() or not _NO_PRESS.isdisjoint(bare.split())
    return bare if is_name and not is_other else None


def known(words: str, seen: Sequence[str], *, told: bool = False) -> str | None:
    """Give an outlet by its name, or by the last part of the name by which it was seen before (`the Courant`)."""
    part = " " + words.removeprefix("The ").removeprefix("the ")
    return next((name for name in reversed(seen) if name.endswith(part)), None) or outlet(words, told=told)


def publishes(sentence: Sentence, seen: Sequence[str]) -> str | None:
    """`The Times has published messages`, `Axios first reported the plan`: an outlet and its own report."""
    subject = None if lex.PUBLISH.isdisjoint(sentence.lower) else main_subject(sentence)
    if subject is None or subject.phrase is None:
        return None
    verb = subject.phrase.last + 1
    while sentence.at(verb) in lex.AUXILIARY or sentence.at(verb) in _FIRST:
        verb += 1
    reports = sentence.at(verb) in lex.PUBLISH
    return subject_outlet(sentence, subject.phrase, seen, reports=False) if reports else None


def addressed(sentence: Sentence, seen: Sequence[str], last: str | None) -> Iterator[str]:
    """Give the outlets to which somebody spoke: `told Reuters`, `in an interview with CNN`, `quoted by Xinhua`."""
    for index, word in enumerate(sentence.lower):
        told = word in {"told", "tells", "telling"}
        if word in _LEADING and (told or not _OF_REPORT.isdisjoint(sentence.lower[max(0, index - _NEAR) : index])):
            told = told or "interview" in sentence.lower[max(0, index - 2) : index]
            found = _named_at(sentence, index + 1, seen, told=told)
            is_paper = " ".join(sentence.lower[index + 1 : index + 3]) in PAPER
            found = last if found is None and is_paper and word != "in" else found
        elif word in _OWNED and sentence.at(index - 1) not in {"was", "were", "is", ","}:
            is_paper = sentence.at(index - 1) == "it" or " ".join(sentence.lower[max(0, index - 2) : index]) in PAPER
            found = last if is_paper else _named_before(sentence, index - 1, seen)
        else:
            continue
        if found is not None:
            yield found


def _named_at(sentence: Sentence, first: int, seen: Sequence[str], *, told: bool) -> str | None:
    """Give the outlet that is named from a word on; whom somebody told is one if it begins with a capital `The`."""
    start = first + (sentence.at(first) == "the")
    last = start
    while last + 1 < len(sentence) and last - start < _NEAR and _is_part(sentence, last + 1):
        last += 1
    if last >= len(sentence) or not _is_part(sentence, start):
        return None
    for end in range(min(max(last, start + 2), len(sentence) - 1), start - 1, -1):
        found = known(sentence.string(first, end), seen, told=told)
        if found is not None:
            return found
    is_masthead = told and sentence.words[first] == "The" and sentence.words[last] not in lex.PLACES
    return sentence.string(first, last) if is_masthead else None


def _named_before(sentence: Sentence, end: int, seen: Sequence[str]) -> str | None:
    start = end
    while start >= 0 and end - start < _NEAR and _is_part(sentence, start):
        start -= 1
    found = (known(sentence.string(first, end), seen) for first in range(max(start, 0), end + 1))
    return next((name for name in found if name is not None), None)


def _is_part(sentence: Sentence, index: int) -> bool:
    return is_name_word(sentence, index) or sentence.words[index][0].isdigit() or sentence.words[index] in _PARTS
