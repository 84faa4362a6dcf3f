"""Second-hand reports: the other outlet on which a sentence rests (READING.md, `reported_by`)."""

from generator.analysis.speech.lists import listed
from generator.analysis.speech.names import DEMONYMS, PLACES
from generator.analysis.speech.outlets import listed_name, outlet, same_outlet
from generator.analysis.speech.propernames import is_name_word
from generator.analysis.speech.words import Sentence

_LEADING = listed("told tells by with to on in for telling via from")
_OF_REPORT = listed("""
told telling quoted cited reported interview interviewed speaking spoke comments remarks wrote writing published
article column according seen obtained statement opinion essay oped op-ed editorial tells said saying appearing
appeared post
""")
_LONGEST = 6


_PRESS = listed("""
paper newspaper agency magazine broadcaster outlet daily report site website weekly network channel article publication
""")
PAPER = frozenset(f"{article} {noun}" for article in ("the", "that") for noun in _PRESS)
"""Stand for the outlet last named."""


def addressed(sentence: Sentence, publisher: str | None, last: str | None) -> str | None:
    """Give the outlet to which somebody spoke: `told Reuters`, `in an interview with CNN`, `quoted by Xinhua`."""
    for index, word in enumerate(sentence.lower):
        if word in {"quoted", "cited"} and index and sentence.lower[index - 1] not in {"was", "were", "is", ","}:
            found = _named_before(sentence, index - 1)
        elif word in _LEADING and index + 1 < len(sentence) and _is_report(sentence, index):
            found = _named_at(sentence, index + 1, told=_is_told(sentence, index))
            if found is None and word == "told" and " ".join(sentence.lower[index + 1 : index + 3]) in PAPER:
                found = last
        else:
            continue
        if found is not None and not same_outlet(found, publisher):
            return found
    return None


def _is_told(sentence: Sentence, index: int) -> bool:
    return sentence.lower[index] in _TELLING or "interview" in sentence.lower[max(0, index - 2) : index]


_TELLING = listed("told tells telling")


def _is_report(sentence: Sentence, index: int) -> bool:
    word = sentence.lower[index]
    return word in _TELLING or not _OF_REPORT.isdisjoint(sentence.lower[max(0, index - 6) : index])


def _named_at(sentence: Sentence, start: int, *, told: bool) -> str | None:
    """Give the outlet that is named from a word on; whom somebody told is one if it begins with a capital `The`."""
    first = start
    if sentence.lower[start] in {"the", "japan's", "china's"} and start + 1 < len(sentence):
        start += 1
    if sentence.lower[start] in {"local", "state", "domestic"}:
        return outlet(sentence.string(start, min(start + 1, len(sentence) - 1)))
    described = start
    while described + 1 < len(sentence) and described - first < _LONGEST and _describes(sentence, described):
        described += 1
    if described > start and is_name_word(sentence, described):
        first = start = described
    if not is_name_word(sentence, start) and not sentence.words[start][0].isdigit():
        return None
    last = start
    while last + 1 < len(sentence) and last - start < _LONGEST and _goes_on(sentence, last + 1):
        last += 1
    for end in range(last, start - 1, -1):
        words = sentence.string(first, end)
        found = outlet(words) or (listed_name(words) if told else None)
        if found is not None:
            return found
    is_masthead = told and sentence.words[first] == "The" and sentence.words[last] not in PLACES
    return sentence.string(first, last) if is_masthead else None


def _describes(sentence: Sentence, index: int) -> bool:
    """`Russian state news agency TASS`, `public broadcaster ZDF`."""
    word = sentence.words[index]
    return word in _KINDS or (word in DEMONYMS and sentence.lower[index + 1] in _KINDS)


_KINDS = listed("""
public state state-run state-owned national local regional daily weekly newspaper news agency broadcaster television
tv radio station channel network magazine site website outlet tabloid business financial
""")


def _named_before(sentence: Sentence, end: int) -> str | None:
    start = end
    while start >= 0 and end - start < _LONGEST and _goes_on(sentence, start):
        start -= 1
    found = (outlet(sentence.string(first, end)) for first in range(max(start, 0), end + 1))
    return next((name for name in found if name is not None), None)


def _goes_on(sentence: Sentence, index: int) -> bool:
    return (
        is_name_word(sentence, index)
        or sentence.words[index].isdigit()
        or sentence.lower[index] in {"of", "and", "&", "newspaper", "magazine", "news", "agency"}
    )
