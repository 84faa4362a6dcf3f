"""Attribution: whom each sentence credits, and who says each quotation, in the order of the article."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from generator.analysis.speech import lexicon as lex
from generator.analysis.speech.contents import is_title
from generator.analysis.speech.cues import CITING, SIGNS, Cue, find_cues
from generator.analysis.speech.marks import Quoted
from generator.analysis.speech.outlets import same_outlet
from generator.analysis.speech.people import People, Speaker, speaker_of
from generator.analysis.speech.reports import PAPER, addressed, publishes, subject_outlet
from generator.analysis.speech.turns import ANSWER, find_turns
from generator.analysis.speech.words import Sentence
from generator.text import Span

_OUTLET = "(outlet)"
"""Stands for the outlet last named until its name is put in."""
_FEW = 4
_SINGLE_QUOTED = re.compile(": ['\u2018]|[,?!]['\u2019] ")
_WORDS = re.compile("[a-z]+")
_UNQUOTED = re.compile(r"[^\W_]")
_OWN_REPORT = frozenset({"reported", "reports", "report", "reporting", "noted", "notes"})
_SIGNS = SIGNS | lex.PUBLISH


@dataclass(slots=True)
class Credit:
    """What is known of one sentence."""

    speaker: Speaker | None = None
    reported_by: str | None = None
    is_report: bool = False
    """Whether an outlet is the subject, so that `it` in the next sentence means the outlet."""
    quoted: dict[int, Speaker | None] = field(default_factory=dict)
    """Who says what is quoted, by the number of the quotation."""


class Reader:
    """Goes through one article sentence by sentence and remembers who spoke."""

    def __init__(
        self,
        text: str,
        spans: Sequence[Span],
        quoted: Sequence[Quoted],
        covers: Sequence[Sequence[int]],
        publisher: str | None,
    ) -> None:
        """Take the masked body; `covers` tells for each sentence the numbers of the quotations that it holds."""
        self._text = text
        self._spans = spans
        self._quoted = quoted
        self._covers = covers
        self._publisher = publisher
        self._people = People(text)
        self._sentences: dict[int, Sentence] = {}
        self._cues: dict[int, list[Cue]] = {}
        self._speakers: dict[int, list[Cue]] = {}
        self._resolved: dict[tuple[int, int], Speaker | None] = {}
        self._credits: list[Credit] = []
        self._credited: list[Speaker | None] = []
        self._last_of = {number: at for at, numbers in enumerate(covers) for number in numbers}
        self._assigned: dict[int, Speaker | None] = {}
        self._outlets: dict[int, str] = {}
        self._seen: list[str] = []
        self._turns = find_turns(text, spans)

    def read(self) -> list[Credit]:
        """Give the credits of all sentences."""
        for at, span in enumerate(self._spans):
            words = _WORDS.findall(self._text[span.start : span.end].lower())
            may_credit = bool(self._covers[at]) or not _SIGNS.isdisjoint(words)
            may_credit = may_credit or _SINGLE_QUOTED.search(self._text, span.start, span.end) is not None
            credit = self._credit(at) if may_credit else Credit()
            if at in self._turns:
                credit.speaker = self._answerer(self._turns[at])
            self._credits.append(credit)
            self._credited.append(credit.speaker)
        return self._credits

    def _answerer(self, label: str) -> Speaker | None:
        """Give who answers in an interview: whom the label names, else the person named first before the questions."""
        if label != ANSWER:
            return Speaker(label, is_person=True)
        opening = range(min(self._turns))
        return next((person for at in opening for person in self._people.named(self._sentence(at))), None)

    def _sentence(self, at: int) -> Sentence:
        if at not in self._sentences:
            self._sentences[at] = Sentence(self._text, self._spans[at])
        return self._sentences[at]

    def _cues_of(self, at: int) -> list[Cue]:
        if at not in self._cues:
            self._cues[at] = [] if self._is_pure(at) else find_cues(self._sentence(at))
        return self._cues[at]

    def _speaking(self, at: int) -> list[Cue]:
        """Give the cues of a sentence that can stand for speech; an outlet that reports it counts only where alone."""
        if at not in self._speakers:
            cues = [cue for cue in self._cues_of(at) if cue.word not in CITING]
            cues = [cue for cue in cues if len(cues) == 1 or self._outlet_named(at, cue) is None] or cues
            self._speakers[at] = sorted(cues, key=partial(self._begin, at))
        return self._speakers[at]

    def _begin(self, at: int, cue: Cue) -> int:
        return self._sentence(at).matches[cue.first].start()

    def _outlet_named(self, at: int, cue: Cue) -> str | None:
        phrase = cue.subject.phrase
        if phrase is None:
            return None
        return subject_outlet(self._sentence(at), phrase, self._seen, reports=cue.word in _OWN_REPORT)

    def _is_pure(self, at: int) -> bool:
        """Say whether the sentence is quoted from end to end."""
        span = self._spans[at]
        return bool(self._covers[at]) and _UNQUOTED.search(self._text, span.start, span.end) is None

    def _credit(self, at: int) -> Credit:
        credit = Credit()
        for number in self._covers[at]:
            if number not in self._assigned:
                self._assigned[number] = self._speaker_of_quotation(number, at)
            credit.quoted[number] = self._assigned[number]
        cues = self._cues_of(at)
        chief = _chief(self._speaking(at)) or _chief(cues)
        if chief is None:
            credit.speaker = next((speaker for speaker in credit.quoted.values() if speaker is not None), None)
        else:
            self._take(credit, at, chief, cues)
        self._rest_on(credit, at, cues)
        return credit

    def _take(self, credit: Credit, at: int, cue: Cue, cues: list[Cue]) -> None:
        """Credit the chief cue's speaker; an outlet that names no source of its own is no speaker (corpus README)."""
        speaker = self._resolve(at, cue)
        if speaker is None:
            return
        named = None if self._is_somebody(speaker, cue) else self._outlet_named(at, cue)
        is_paper = speaker.words == _OUTLET or (speaker.words.lower() in PAPER and cue.word != "according")
        if named is None and is_paper:
            named = self._last_outlet(at)
        if named is None:
            credit.speaker = speaker
            return
        cited = next((self._resolve(at, other) for other in cues if other.word in CITING), None)
        quotes = bool(credit.quoted) and cue.word not in _OWN_REPORT
        credit.speaker = cited if cited is not None else speaker if cue.word == "according" or quotes else None
        credit.is_report = True
        if self._is_other(named):
            credit.reported_by = named

    def _resolve(self, at: int, cue: Cue) -> Speaker | None:
        """Give whom a cue credits, found once: a pronoun means the same for a quotation and for its sentence."""
        key = (at, cue.verb)
        if key not in self._resolved:
            self._resolved[key] = self._find(at, cue)
        return self._resolved[key]

    def _find(self, at: int, cue: Cue) -> Speaker | None:
        subject = cue.subject
        meant = partial(self._people.resolve, subject, at, sentence_at=self._sentence, credited=self._credited)
        if subject.pronoun == "it" and 0 < at <= len(self._credits) and self._credits[at - 1].is_report:
            return Speaker(_OUTLET)
        if subject.pronoun is not None:
            return meant() or self._named_after(at, subject.pronoun)
        if subject.phrase is None:
            return None
        speaker = speaker_of(self._sentence(at), subject.phrase)
        if _stands_for_somebody(speaker):
            return meant() or speaker
        return self._people.note(speaker, self._sentence(at), subject.phrase)

    def _named_after(self, at: int, pronoun: str) -> Speaker | None:
        """`“…,” she says. Jo Allen, 44, had waited …`: the person whom the next sentence is about."""
        person = self._people.subject_of(self._sentence(at + 1)) if at + 1 < len(self._spans) else None
        return person if person is not None and self._people.fits(pronoun, person) else None

    def _is_somebody(self, speaker: Speaker, cue: Cue) -> bool:
        """Say whether the words name a person although an outlet bears the same name (`Mr. Fox`)."""
        phrase = cue.subject.phrase
        is_described = phrase is None or phrase.first < phrase.name[0]
        return speaker.is_person and (is_described or self._people.knows(speaker.words))

    def _rest_on(self, credit: Credit, at: int, cues: list[Cue]) -> None:
        """Find the other outlet on which the sentence rests, named in it or carried on from the one before."""
        if credit.reported_by is None:
            credit.reported_by = next(filter(self._is_other, self._outlets_in(at, cues)), None)
        if credit.reported_by is None and credit.speaker is not None:
            credit.reported_by = self._carried_outlet(credit.speaker, at)
        if credit.reported_by is not None:
            self._outlets[at] = credit.reported_by
            if credit.reported_by not in self._seen:
                self._seen.append(credit.reported_by)

    def _outlets_in(self, at: int, cues: list[Cue]) -> Iterator[str | None]:
        sentence = self._sentence(at)
        yield from (self._outlet_named(at, cue) for cue in cues if cue.word in _OWN_REPORT)
        yield from addressed(sentence, self._seen, self._last_outlet(at))
        yield publishes(sentence, self._seen)

    def _is_other(self, name: str | None) -> bool:
        return name is not None and not same_outlet(name, self._publisher)

    def _last_outlet(self, at: int) -> str | None:
        """Give the outlet that `the paper` can mean: named a few sentences before at most."""
        return next((self._outlets[back] for back in range(at - 1, at - _FEW, -1) if back in self._outlets), None)

    def _carried_outlet(self, speaker: Speaker, at: int) -> str | None:
        if speaker.words.lower() in PAPER:
            return self._last_outlet(at)
        near = reversed(self._credits[max(0, at - 2) : at])
        before = next((credit for credit in near if credit.speaker is not None or credit.is_report), Credit())
        return before.reported_by if _goes_on_from(before, speaker) else None

    def _speaker_of_quotation(self, number: int, at: int) -> Speaker | None:
        """Say who says a quotation that begins in sentence `at`."""
        last = self._last_of[number]
        beside = self._beside(self._quoted[number], at, last)
        if beside is not None:
            return self._resolve(*beside)
        return self._carried(at, last) if self._is_pure(at) and self._is_pure(last) else None

    def _beside(self, quoted: Quoted, first: int, last: int) -> tuple[int, Cue] | None:
        """Give the cue that credits a quotation: right beside it after it, else before it, else any after it."""
        start, end = quoted.outer[0].start, quoted.outer[-1].end
        after, before = self._speaking(last), self._speaking(first)
        right = bisect_left(after, end, key=partial(self._begin, last))
        left = bisect_left(before, start, key=partial(self._begin, first))
        if right < len(after) and not self._text[end : self._begin(last, after[right])].strip(" ,-\u2014\u2013"):
            return last, after[right]
        if is_title(self._sentence(first), self._sentence(first).index_at(start), quoted):
            return None
        if left > 0:
            return first, before[left - 1]
        return (last, after[right]) if right < len(after) else None

    def _carried(self, at: int, last: int) -> Speaker | None:
        """Give the speaker of the sentence before, or the person whom it is about; else of the sentence after."""
        if at > 0:
            sentence = self._sentence(at - 1)
            named = self._people.named(sentence) if sentence.words[-1:] == [":"] else []
            about = named[-1] if named else self._people.subject_of(sentence)
            speaker = self._credits[at - 1].speaker or about
            if speaker is not None:
                return speaker
        following = self._speaking(last + 1)[:1] if last + 1 < len(self._spans) and self._covers[last + 1] else []
        return self._resolve(last + 1, following[0]) if following and following[0].beside_quote else None


def _goes_on_from(before: Credit, speaker: Speaker) -> bool:
    """`The official` after `An official`, `one of them` after `two people`, a document after a report on documents."""
    is_document = speaker.surname.lower() in lex.DOCUMENTS
    if before.speaker is None:
        return before.is_report and is_document
    if before.speaker.surname == speaker.surname:
        return True
    if before.speaker.is_anonymous and speaker.is_anonymous:
        return speaker.words.lower().startswith(("the ", "one of ", "another of ", "both "))
    return is_document and before.speaker.surname.lower() in lex.DOCUMENTS


def _stands_for_somebody(speaker: Speaker) -> bool:
    """`the former minister`, `the 61-year-old`, `the Frenchman` stand for the person last named, like a pronoun."""
    words = speaker.words.lower()
    return words.startswith(("the former ", "the then ")) or (
        words.startswith("the ") and (words.endswith("-year-old") or speaker.words[4:] in lex.DEMONYMS)
    )


def _chief(cues: list[Cue]) -> Cue | None:
    """Give the cue that counts for the sentence: beside a quotation first, then the first that is no aside."""
    usable = [cue for cue in cues if cue.word not in CITING and (cue.beside_quote or not cue.subordinate)]
    return next((cue for cue in usable if cue.beside_quote), usable[0] if usable else None)
