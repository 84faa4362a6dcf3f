"""Cues: the words of one sentence that credit its content to somebody."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.analysis.speech import phrases, subjects, verbs
from generator.analysis.speech.contents import credits_content, is_noun, is_passive, quote_follows
from generator.analysis.speech.lists import listed
from generator.analysis.speech.naming import Phrase
from generator.analysis.speech.nouns import DOCUMENTS
from generator.analysis.speech.propernames import COMMON, HEADS
from generator.analysis.speech.subjects import Subject
from generator.analysis.speech.words import Sentence

_SHARES = listed("percent % cent")
_POLLS = listed("poll survey study census questionnaire")
_SUBORDINATE = listed("after because when if although though before unless until since where whether once what")
_AFTER_SUBJECT = frozenset(".,;:?!)\u2014\u2013\"'\u2019") | listed("""
in on at during of who after when from to as with by while before through last this yesterday today monday tuesday
wednesday thursday friday saturday sunday late earlier and about via
""")
CITING = frozenset({"citing", "quoting"})
_NOBODY = phrases.NOBODY - phrases.DETERMINERS
_OPENING = verbs.INTRODUCING - verbs.PARTICIPLES
_SPEAKING_NOUNS = COMMON - DOCUMENTS
_SINGLE_MARKS = frozenset("'\u2018\u2019")
_MARKS_BEFORE = _SINGLE_MARKS | {","}
_NEAR = 12
_FAR = 40


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
    if sentence.words and sentence.words[-1] == "?" and not sentence.has_quote:
        return found
    for index, word in enumerate(sentence.lower):
        if word not in _TRIGGERS or (word == ":" and found):
            continue
        cue = _at(sentence, index, found)
        if cue is not None:
            found.append(cue)
    return found or (_unlisted_verb(sentence) or _for_somebody(sentence) if sentence.has_quote else [])


def _at(sentence: Sentence, index: int, found: list[Cue]) -> Cue | None:
    word = sentence.lower[index]
    if word in _SPECIAL:
        return _SPECIAL[word](sentence, index)
    return _verb(sentence, index, found)


def _according(sentence: Sentence, index: int) -> Cue | None:
    if sentence.lower[index + 1 : index + 2] != ["to"]:
        return None
    return _cue(sentence, index, subjects.right_of(sentence, index + 2))


def _in_the_words_of(sentence: Sentence, index: int) -> Cue | None:
    if sentence.lower[max(0, index - 2) : index + 2] != ["in", "the", "words", "of"]:
        return None
    return _cue(sentence, index, subjects.right_of(sentence, index + 2))


def _citing(sentence: Sentence, index: int) -> Cue | None:
    """`Nikkei reported, quoting unnamed officials`: whom an outlet names as its source."""
    return _cue(sentence, index, subjects.right_of(sentence, index + 1))


def _cue(sentence: Sentence, verb: int, subject: Subject | None) -> Cue | None:
    if subject is None:
        return None
    if subject.phrase is not None:
        subject = _without_share(sentence, subject, subject.phrase)
        if subject is None:
            return None
    beside = _beside_quote(sentence, verb, subject)
    return Cue(verb, sentence.lower[verb], subject, beside, _is_subordinate(sentence, min(subject.first, verb)))


def _without_share(sentence: Sentence, subject: Subject, phrase: Phrase) -> Subject | None:
    """`In a poll …, 40 percent of adults said`: the poll says so. Nobody and everybody are no speakers."""
    first, last = phrase.name
    if sentence.lower[last] in phrases.NOBODY or sentence.lower[first] in _NOBODY:
        return None
    if _SHARES.isdisjoint(sentence.lower[phrase.first : phrase.last + 1]):
        counted = sentence.words[first][0].isdigit() and sentence.lower[last] not in HEADS
        return None if counted else subject
    for index in range(max(1, phrase.first - _FAR), phrase.first):
        if sentence.lower[index] in _POLLS and sentence.lower[index - 1] in {"a", "the", "its", "new"}:
            start = index - 1 if sentence.lower[index - 1] != "new" else index - 2
            return Subject(phrase.first, Phrase(start, index, (start, index)))
    return None


def _beside_quote(sentence: Sentence, verb: int, subject: Subject) -> bool:
    first, last = min(verb, subject.first), verb
    return sentence.is_quote(first - 1) or quote_follows(sentence, last, 1)


def _is_subordinate(sentence: Sentence, first: int) -> bool:
    return first > 0 and sentence.lower[first - 1] in _SUBORDINATE


def _verb(sentence: Sentence, index: int, found: list[Cue]) -> Cue | None:
    if not sentence.words[index][1:].islower() or is_noun(sentence, index):
        return None
    inverted = _inverted(sentence, index)
    if inverted is not None or not credits_content(sentence, index):
        return inverted
    if sentence.lower[index] in verbs.PARTICIPLES and sentence.lower[index - 1] not in verbs.BE:
        return _participle(sentence, index, found)
    if sentence.lower[index - 1] in {"and", "but", "then"} and index > 1:
        return _shared_subject(sentence, index, found)
    return None if is_passive(sentence, index) else _finite(sentence, index)


def _finite(sentence: Sentence, index: int) -> Cue | None:
    subject = subjects.left_of(sentence, index)
    if sentence.lower[index] in verbs.SHOWING and _is_bare_thing(sentence, subject):
        return None
    return _cue(sentence, index, subject)


def _is_bare_thing(sentence: Sentence, subject: Subject | None) -> bool:
    """`the work showed`: what shows something and is neither a document, a body nor somebody is no speaker."""
    if subject is None or subject.phrase is None or subject.phrase.is_person:
        return False
    head = subject.phrase.name[1]
    return sentence.lower[head] not in HEADS and not sentence.has_capital(head)


def _participle(sentence: Sentence, index: int, found: list[Cue]) -> Cue | None:
    """`…, adding that`: the subject of the sentence; `a line in the communique saying`: the document."""
    if sentence.lower[index - 1] in DOCUMENTS and index > 1:
        start = index - 2 if sentence.lower[index - 2] in phrases.DETERMINERS else index - 1
        return _cue(sentence, index, Subject(start, Phrase(start, index - 1, (start, index - 1))))
    return _shared_subject(sentence, index, found) if _after_break(sentence, index) else None


def _after_break(sentence: Sentence, index: int) -> bool:
    return index > 0 and (sentence.is_quote(index - 1) or sentence.words[index - 1] in {",", "and", "\u2014", "while"})


def _shared_subject(sentence: Sentence, index: int, found: list[Cue]) -> Cue | None:
    """`X did this and said`, `X did this, adding`: the subject of the verb before, else of the sentence."""
    subject = found[-1].subject if found else subjects.main_subject(sentence)
    if subject is None or subject.first > index:
        return None
    return Cue(index, sentence.lower[index], subject, beside_quote=quote_follows(sentence, index, 1))


def _inverted(sentence: Sentence, index: int) -> Cue | None:
    """`“…,” said X` and `…, said X, a Y at Z`; `Says X: “…”`."""
    if index == 0:
        opens = sentence.lower[0] in _OPENING and sentence.has_quote
        return _cue(sentence, index, subjects.right_of(sentence, 1)) if opens else None
    after_quote = _is_after_quote(sentence, index)
    if not (after_quote or sentence.words[index - 1] == ",") or not _can_invert(sentence.lower[index]):
        return None
    subject = subjects.right_of(sentence, index + 1)
    if subject is None or (subject.pronoun and not after_quote) or not _ends_after(sentence, subject):
        return None
    cue = _cue(sentence, index, subject) if after_quote or not _has_subject_before(sentence, index) else None
    return None if cue is None else Cue(cue.verb, cue.word, cue.subject, after_quote)


def _can_invert(word: str) -> bool:
    return word in verbs.UTTERING and word not in verbs.PARTICIPLES


def _is_after_quote(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation ends just before, in double marks or, as in British papers, in single ones."""
    if sentence.is_quote(index - 1):
        return True
    if sentence.words[index - 1] not in _MARKS_BEFORE:
        return False
    return sentence.is_quote(index - 2) or (index > 1 and sentence.words[index - 2] in {",", "?", "!"})


def _ends_after(sentence: Sentence, subject: Subject) -> bool:
    last = subject.first if subject.phrase is None else subject.phrase.last
    return last + 1 >= len(sentence) or sentence.is_quote(last + 1) or sentence.lower[last + 1] in _AFTER_SUBJECT


def _has_subject_before(sentence: Sentence, index: int) -> bool:
    subject = subjects.left_of(sentence, index)
    return subject is not None and not subjects.has_finite(sentence, subject.first, index - 1)


def _quoted(sentence: Sentence, index: int) -> Cue | None:
    """`X was quoted as saying`, `Xinhua quoted X as saying`."""
    if "saying" not in sentence.lower[index + 1 : index + _NEAR] or index == 0:
        return None
    if sentence.lower[index - 1] not in verbs.BE and not sentence.lower[index - 1].endswith("ly"):
        return _cue(sentence, index, subjects.right_of(sentence, index + 1))
    return _cue(sentence, index, subjects.left_of(sentence, index))


def _colon(sentence: Sentence, index: int) -> Cue | None:
    """`Smith: “…”`, `Smith was blunt: “…”`, and in a heading `Smith: '…'`."""
    if index + 1 >= len(sentence):
        return None
    if not sentence.is_quote(index + 1) and sentence.words[index + 1] not in _SINGLE_MARKS:
        return None
    subject = subjects.main_subject(sentence)
    if subject is None or subject.first > index or sentence.words[0] in {"Q", "A"}:
        return None
    speaker = _speaker_before_colon(sentence, subject, index)
    return None if speaker is None else Cue(index, ":", speaker, beside_quote=True)


def _speaker_before_colon(sentence: Sentence, subject: Subject, colon: int) -> Subject | None:
    """Give a person, a body, whoever stands right before the colon, or the owner of an answer."""
    phrase = subject.phrase
    if phrase is None or phrase.is_person:
        return subject
    head = sentence.lower[phrase.name[1]]
    owner = _owner(sentence, *phrase.name) if head in _UTTERANCES else None
    if owner is not None:
        return owner
    return subject if head in _SPEAKING_NOUNS or phrase.last + 1 == colon else None


_UTTERANCES = listed("""
response answer reply verdict message advice view reaction explanation words motto conclusion comment question demand
warning plea reasoning assessment
""")


def _owner(sentence: Sentence, first: int, last: int) -> Subject | None:
    """`Smith's response: “…”`, `Her answer: “…”`."""
    pronoun = {"his": "he", "her": "she", "their": "they", "its": "it"}.get(sentence.lower[first])
    if pronoun is not None:
        return Subject(first, None, pronoun)
    owned = next((index for index in range(first, last) if sentence.lower[index].endswith("'s")), None)
    if owned is None:
        return None
    return Subject(first, Phrase(first, owned, (first, owned), is_person=True))


def _for_somebody(sentence: Sentence) -> list[Cue]:
    """`For Smith, “…”`, `To Smith, a plumber, the tax is “…”`."""
    subject = subjects.right_of(sentence, 1) if sentence.lower[0] in {"for", "to"} else None
    if subject is None or subject.phrase is None or not subject.phrase.is_person:
        return []
    following = subject.phrase.last + 1
    return [Cue(0, "for", subject, beside_quote=True)] if sentence.words[following : following + 1] == [","] else []


def _unlisted_verb(sentence: Sentence) -> list[Cue]:
    """`“…,” she deadpanned`: whoever stands with a past or present verb right after a comma and a closing mark."""
    for index in range(len(sentence) - 2):
        if not sentence.is_quote(index) or sentence.words[index + 1] == ",":
            continue
        subject = subjects.right_of(sentence, index + 1)
        if subject is None or subject.first != index + 1:
            continue
        if subject.phrase is not None and not subject.phrase.is_person:
            continue
        verb = (subject.first if subject.phrase is None else subject.phrase.last) + 1
        if verb < len(sentence) and sentence.lower[verb].endswith("ed") and sentence.words[verb].islower():
            return [Cue(verb, sentence.lower[verb], subject, beside_quote=True)]
    return []


_SPECIAL: dict[str, Callable[[Sentence, int], Cue | None]] = {
    "according": _according,
    "quoted": _quoted,
    "quoting": _citing,
    "citing": _citing,
    "words": _in_the_words_of,
    ":": _colon,
}
_TRIGGERS = verbs.REPORTING | frozenset(_SPECIAL)
