"""Cues: the words of one sentence that credit its content to somebody."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.analysis.speech import lexicon as lex
from generator.analysis.speech import phrases, subjects
from generator.analysis.speech.contents import PUTTING, credits_content, is_noun, is_passive, quote_follows
from generator.analysis.speech.naming import Phrase
from generator.analysis.speech.subjects import Subject
from generator.analysis.speech.words import Sentence

_SHARES = frozenset({"percent", "%", "cent"})
_SUBORDINATE, _AFTER_SUBJECT = lex.words("subordinate"), lex.words("after_subject")
CITING = frozenset({"citing", "quoting"})
_EVERYBODY = lex.NOBODY - lex.DETERMINERS
_SPEAKING_NOUNS = lex.COMMON - lex.DOCUMENTS
_SINGLE_MARKS = frozenset("'\u2018\u2019")
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_FAR = 20
_FEW = 5


@dataclass(frozen=True, slots=True)
class Cue:
    """Somebody is credited: by which verb, and who."""

    verb: int
    word: str
    subject: Subject
    beside_quote: bool = False
    subordinate: bool = False

    @property
    def first(self) -> int:
        """The first word of verb and subject together."""
        return min(self.verb, self.subject.first)


def find_cues(sentence: Sentence) -> list[Cue]:
    """Give all cues of a sentence, in the order of their words."""
    found: list[Cue] = []
    if sentence.at(len(sentence) - 1) == "?" and not sentence.has_quote:
        return found
    for index, word in enumerate(sentence.lower):
        if word not in _TRIGGERS or (word == ":" and found):
            continue
        cue = _SPECIAL[word](sentence, index) if word in _SPECIAL else _verb(sentence, index, found)
        if cue is not None:
            found.append(cue)
    return found


def _cue(sentence: Sentence, verb: int, subject: Subject | None) -> Cue | None:
    """Make a cue, unless its subject is nobody that can be credited."""
    if subject is None or (subject.phrase is not None and _is_nobody(sentence, subject.phrase)):
        return None
    first = min(verb, subject.first)
    beside = sentence.is_quote(first - 1) or quote_follows(sentence, verb, 1)
    return Cue(verb, sentence.lower[verb], subject, beside, sentence.at(first - 1) in _SUBORDINATE)


def _is_nobody(sentence: Sentence, phrase: Phrase) -> bool:
    """Nobody and everybody are no speakers, nor are `our reporter`, amounts, shares (`40 percent of adults said`)."""
    first, last = phrase.name
    is_own = sentence.lower[phrase.first] == "our"
    is_amount = sentence.words[first][0].isdigit() and sentence.lower[last] not in lex.HEADS
    is_share = not _SHARES.isdisjoint(sentence.lower[phrase.first : phrase.last + 1])
    is_none = is_own or is_amount or is_share
    return is_none or sentence.lower[last] in lex.NOBODY or sentence.lower[first] in _EVERYBODY


def _from_source(sentence: Sentence, index: int) -> Cue | None:
    """`according to the ministry`; `Nikkei reported, quoting unnamed officials`: whom an outlet names as its source."""
    if sentence.at(index - 1) in {"without", "not", "never"}:
        return None
    if sentence.lower[index] in CITING:
        return _cue(sentence, index, subjects.right_of(sentence, index + 1))
    return _cue(sentence, index, subjects.right_of(sentence, index + 2)) if sentence.at(index + 1) == "to" else None


def _in_the_view_of(sentence: Sentence, index: int) -> Cue | None:
    """`in his view`, `in Smith's opinion`."""
    owner = phrases.before(sentence, index - 1, index - _FEW) if sentence.owns(index - 1) else None
    pronoun = _OWNERS.get(sentence.at(index - 1))
    subject = Subject(index - 1, owner, pronoun) if owner or pronoun else None
    opens = sentence.at(index - 2) == "in" or (owner is not None and sentence.at(owner.first - 1) == "in")
    return _cue(sentence, index, subject) if opens else None


def _quoted(sentence: Sentence, index: int) -> Cue | None:
    """`X was quoted as saying`, `Xinhua quoted X as saying`."""
    if "saying" not in sentence.lower[index + 1 : index + _FAR]:
        return None
    if sentence.at(index - 1) in lex.BE or sentence.at(index - 1).endswith("ly"):
        return _cue(sentence, index, subjects.left_of(sentence, index))
    return _cue(sentence, index, subjects.right_of(sentence, index + 1))


def _verb(sentence: Sentence, index: int, found: list[Cue]) -> Cue | None:
    is_participle = sentence.lower[index] in lex.PAST and sentence.at(index + 1) == "by"
    if is_participle or not sentence.words[index][1:].islower() or is_noun(sentence, index):
        return None
    inverted = _inverted(sentence, index)
    if inverted is not None or not credits_content(sentence, index):
        return inverted
    before_it = sentence.at(index - 1)
    if sentence.lower[index] in lex.PARTICIPLES and before_it not in lex.BE:
        return _participle(sentence, index, found)
    if before_it in {"and", "but", "then"} and index > 1:
        return _shared_subject(sentence, index, found)
    subject = None if is_passive(sentence, index) else subjects.left_of(sentence, index)
    is_thing = sentence.lower[index] in lex.SHOW and _is_bare_thing(sentence, subject)
    return None if is_thing else _cue(sentence, index, subject)


def _is_bare_thing(sentence: Sentence, subject: Subject | None) -> bool:
    """`the work showed`: what shows something and is neither a document, a body nor somebody is no speaker."""
    if subject is None or subject.phrase is None:
        return False
    head = subject.phrase.name[1]
    return sentence.lower[head] not in lex.HEADS and not sentence.has_capital(head)


def _participle(sentence: Sentence, index: int, found: list[Cue]) -> Cue | None:
    """`…, adding that`: the subject of the sentence; `a line in the communique saying`: the document."""
    if sentence.at(index - 1) in lex.DOCUMENTS:
        document = phrases.before(sentence, index - 1, index - 2)
        return None if document is None else _cue(sentence, index, Subject(document.first, document))
    after_break = sentence.is_quote(index - 1) or sentence.at(index - 1) in {",", "and", "\u2014", "while"}
    return _shared_subject(sentence, index, found) if after_break else None


def _shared_subject(sentence: Sentence, index: int, found: list[Cue]) -> Cue | None:
    """`X did this and said`, `X did this, adding`: the subject of the verb before, else of the sentence."""
    subject = found[-1].subject if found else subjects.main_subject(sentence)
    if subject is None or subject.first > index:
        return None
    return Cue(index, sentence.lower[index], subject, beside_quote=quote_follows(sentence, index, 1))


def _inverted(sentence: Sentence, index: int) -> Cue | None:
    """`“…,” said X` and `…, said X, a Y at Z`; `Says X: “…”`."""
    word = sentence.lower[index]
    if index == 0:
        opens = word in lex.OPENING and sentence.has_quote
        return _cue(sentence, index, subjects.right_of(sentence, 1)) if opens else None
    after_quote = _is_after_quote(sentence, index)
    if not (after_quote or sentence.words[index - 1] == ",") or word not in lex.INVERTED:
        return None
    subject = subjects.right_of(sentence, index + 1)
    if subject is None or (subject.pronoun and not after_quote) or not _ends_after(sentence, subject):
        return None
    if not after_quote and _has_subject_before(sentence, index):
        return None
    cue = _cue(sentence, index, subject)
    return None if cue is None else replace(cue, beside_quote=after_quote, subordinate=False)


def _is_after_quote(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation ends just before, in double marks or, as in British papers, in single ones."""
    if sentence.is_quote(index - 1) or (sentence.words[index - 1] == "," and sentence.is_quote(index - 2)):
        return True
    return sentence.words[index - 1] in _SINGLE_MARKS and sentence.at(index - 2) in {",", "?", "!"}


def _ends_after(sentence: Sentence, subject: Subject) -> bool:
    last = subject.first if subject.phrase is None else subject.phrase.last
    word = sentence.at(last + 1)
    is_qualified = subject.phrase is not None and subject.phrase.name[1] < last
    return is_qualified or not word.isalnum() or word in _AFTER_SUBJECT or word in lex.PREPOSITIONS


def _has_subject_before(sentence: Sentence, index: int) -> bool:
    """`Ms. Hale, whose comments were published, said the board …`: what stands before the comma is no clause."""
    comma = next((place for place in range(index - 2, -1, -1) if sentence.words[place] == ","), -1)
    is_clause = not lex.FINITE.isdisjoint(sentence.lower[comma + 1 : index - 1])
    return (sentence.at(comma + 1) in lex.RELATIVES or not is_clause) and subjects.left_of(sentence, index) is not None


def _colon(sentence: Sentence, index: int) -> Cue | None:
    """`Smith: “…”`, `Smith was blunt: “…”`, and in a heading `Smith: '…'`."""
    if not sentence.is_quote(index + 1) and sentence.at(index + 1) not in _SINGLE_MARKS:
        return None
    subject = subjects.main_subject(sentence)
    if subject is None or subject.first > index or sentence.words[0] in {"Q", "A"}:
        return None
    phrase = subject.phrase
    speaks = phrase is None or phrase.is_person or sentence.lower[phrase.name[1]] in _SPEAKING_NOUNS
    is_label = phrase is not None and phrase.last + 1 == index
    return Cue(index, ":", subject, beside_quote=True) if speaks or is_label else None


_SPECIAL: dict[str, Callable[[Sentence, int], Cue | None]] = {
    "according": _from_source,
    "quoted": _quoted,
    "quoting": _from_source,
    "citing": _from_source,
    "view": _in_the_view_of,
    "opinion": _in_the_view_of,
    ":": _colon,
}
_TRIGGERS = lex.REPORTING | frozenset(_SPECIAL)
SIGNS = lex.SAY | lex.TELL | lex.CLAIM | lex.WARN | lex.BELIEVE | {verb for verb, _ in PUTTING} | frozenset(_SPECIAL)
"""Only a sentence with one of these, or with a quotation, can credit anybody."""
