"""Attribution: whom each sentence credits, and who says each quotation, in the order of the article."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from generator.analysis.speech.contents import is_title
from generator.analysis.speech.credits import Credit
from generator.analysis.speech.cues import CITING, Cue, find_cues
from generator.analysis.speech.lists import listed
from generator.analysis.speech.marks import Quoted
from generator.analysis.speech.outlets import outlet, same_outlet
from generator.analysis.speech.people import People, Speaker, speaker_of
from generator.analysis.speech.reports import PAPER, addressed
from generator.analysis.speech.triggers import may_credit
from generator.analysis.speech.verbs import REPORTING
from generator.analysis.speech.words import Sentence
from generator.text import Span

_OUTLET = "(outlet)"
"""Stands for the outlet last named until its name is put in."""
_FEW = 4
_UNQUOTED = re.compile(r"[^\W_]")
_OWN_REPORT = listed("reported reports report noted notes")


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
        self._pure: dict[int, bool] = {}
        self._resolved: dict[tuple[int, int], Speaker | None] = {}
        self._credits: list[Credit] = []
        self._credited: list[Speaker | None] = []
        self._last_of = {number: at for at, numbers in enumerate(covers) for number in numbers}
        self._assigned: dict[int, Speaker | None] = {}
        self._outlets: dict[int, str] = {}

    def read(self) -> list[Credit]:
        """Give the credits of all sentences."""
        nothing = Credit()
        for at, span in enumerate(self._spans):
            credit = self._credit(at) if self._covers[at] or may_credit(self._text, span) else nothing
            self._credits.append(credit)
            self._credited.append(credit.speaker)
        return self._credits

    def _sentence(self, at: int) -> Sentence:
        if at not in self._sentences:
            self._sentences[at] = Sentence(self._text, self._spans[at])
        return self._sentences[at]

    def _cues_of(self, at: int) -> list[Cue]:
        if at not in self._cues:
            self._cues[at] = [] if self._is_pure(at) else find_cues(self._sentence(at))
        return self._cues[at]

    def _credit(self, at: int) -> Credit:
        credit = Credit()
        for number in self._covers[at]:
            if number not in self._assigned:
                self._assigned[number] = self._speaker_of_quotation(number, at)
            credit.quoted[number] = self._assigned[number]
        cues = self._cues_of(at)
        chief = _chief(self._speaking(at)) or _chief(cues)
        if chief is not None:
            self._take(credit, at, chief, cues)
        else:
            credit.speaker = next((speaker for speaker in credit.quoted.values() if speaker is not None), None)
        self._rest_on(credit, at, cues)
        return credit

    def _take(self, credit: Credit, at: int, cue: Cue, cues: list[Cue]) -> None:
        """Credit the chief cue's speaker; an outlet that names no source of its own is no speaker (corpus README)."""
        speaker = self._resolve(at, cue)
        if speaker is None:
            return
        named = None if self._is_somebody(speaker, cue) else outlet(speaker.words)
        if cue.subject.pronoun == "it" and speaker.words == _OUTLET:
            named = self._last_outlet(at)
        if named is None and speaker.words.lower() in PAPER and cue.word != "according":
            named = self._last_outlet(at)
        if named is None:
            credit.speaker = speaker
            return
        cited = next((self._resolve(at, other) for other in cues if other.word in CITING), None)
        quotes = bool(credit.quoted) and cue.word not in _OWN_REPORT
        credit.speaker = cited if cited is not None else speaker if cue.word == "according" or quotes else None
        credit.is_report = True
        if not same_outlet(named, self._publisher):
            credit.reported_by = named

    def _resolve(self, at: int, cue: Cue) -> Speaker | None:
        """Give whom a cue credits, found once: a pronoun means the same for a quotation and for its sentence."""
        key = (at, cue.verb)
        if key not in self._resolved:
            self._resolved[key] = self._find(at, cue)
        return self._resolved[key]

    def _find(self, at: int, cue: Cue) -> Speaker | None:
        subject = cue.subject
        if subject.pronoun == "it" and 0 < at <= len(self._credits) and self._credits[at - 1].is_report:
            return Speaker(_OUTLET)
        if subject.pronoun is not None:
            found = self._people.resolve(subject, at, self._spoke_here(at, cue), self._sentence, self._credited)
            return found or self._named_after(at, subject.pronoun)
        if subject.phrase is None:
            return None
        speaker = speaker_of(self._sentence(at), subject.phrase)
        if _describes_somebody(speaker):
            return self._people.resolve(subject, at, None, self._sentence, self._credited) or speaker
        return self._people.note(speaker, self._sentence(at), subject.phrase)

    def _named_after(self, at: int, pronoun: str) -> Speaker | None:
        """`“…,” she says. Jo Allen, 44, had waited …`: the person whom the next sentence is about."""
        if at + 1 >= len(self._spans) or pronoun not in {"he", "she"}:
            return None
        person = self._people.subject_of(self._sentence(at + 1))
        return person if person is not None and self._people.gender(person) in {None, pronoun} else None

    def _spoke_here(self, at: int, cue: Cue) -> Speaker | None:
        """Give whom the cue before in the same sentence names."""
        cues = self._cues_of(at)
        before = bisect_left(cues, cue.verb, key=attrgetter("verb"))
        named = [other for other in cues[max(0, before - _FEW) : before] if other.subject.phrase is not None]
        return self._resolve(at, named[-1]) if named else None

    def _is_somebody(self, speaker: Speaker, cue: Cue) -> bool:
        """Say whether the words name a person although an outlet bears the same name (`Mr. Fox`)."""
        phrase = cue.subject.phrase
        if not speaker.is_person:
            return False
        return (
            phrase is None
            or phrase.first < phrase.name[0]
            or (" " not in speaker.words and self._people.is_surname(speaker.words))
        )

    def _rest_on(self, credit: Credit, at: int, cues: list[Cue]) -> None:
        """Find the other outlet on which the sentence rests, named in it or carried on from the one before."""
        if credit.reported_by is None:
            named = (self._outlet_named(at, cue) for cue in cues if cue.word in _OWN_REPORT)
            credit.reported_by = next((name for name in named if name and not same_outlet(name, self._publisher)), None)
        if credit.reported_by is None and cues:
            credit.reported_by = addressed(self._sentence(at), self._publisher, self._last_outlet(at))
        if credit.reported_by is None and credit.speaker is not None:
            credit.reported_by = self._carried_outlet(credit.speaker, at)
        if credit.reported_by is not None:
            self._outlets[at] = credit.reported_by

    def _last_outlet(self, at: int) -> str | None:
        """Give the outlet that `the paper` can mean: named a few sentences before at most."""
        return next((self._outlets[back] for back in range(at - 1, at - _FEW, -1) if back in self._outlets), None)

    def _carried_outlet(self, speaker: Speaker, at: int) -> str | None:
        last = self._last_outlet(at)
        if speaker.words.lower() in PAPER and last is not None:
            return last
        before = self._credits[at - 1] if at else None
        if before is None or before.speaker is None or before.reported_by is None:
            return None
        return before.reported_by if before.speaker.surname == speaker.surname else None

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
        if not after and not before:
            return None
        right = bisect_left(after, end, key=partial(self._begin, last))
        left = bisect_left(before, start, key=partial(self._begin, first))
        if right < len(after) and not self._text[end : self._begin(last, after[right])].strip(" ,-\u2014\u2013"):
            return last, after[right]
        if self._is_title(first, start) or (quoted.is_title and quoted.long and not self._is_said_before(first, start)):
            return None
        if left > 0:
            return first, before[left - 1]
        return (last, after[right]) if right < len(after) else None

    def _is_said_before(self, at: int, start: int) -> bool:
        """Say whether a colon, a comma or a verb of speech stands right before a quotation."""
        sentence = self._sentence(at)
        index = sentence.index_at(start) - 1
        return index >= 0 and (sentence.words[index] in {":", ","} or sentence.lower[index] in REPORTING)

    def _speaking(self, at: int) -> list[Cue]:
        """Give the cues of a sentence that can stand for speech; an outlet that reports it counts only where alone."""
        if at not in self._speakers:
            cues = [cue for cue in self._cues_of(at) if cue.word not in CITING]
            if len(cues) > 1:
                cues = [cue for cue in cues if self._outlet_named(at, cue) is None] or cues
                cues.sort(key=partial(self._begin, at))
            self._speakers[at] = cues
        return self._speakers[at]

    def _outlet_named(self, at: int, cue: Cue) -> str | None:
        phrase = cue.subject.phrase
        return None if phrase is None else outlet(self._sentence(at).string(*phrase.name))

    def _is_title(self, at: int, start: int) -> bool:
        """Say whether the word before a quotation makes it a title: `his hit, “…”`, `the word “…”`."""
        sentence = self._sentence(at)
        return is_title(sentence, sentence.index_at(start))

    def _begin(self, at: int, cue: Cue) -> int:
        return self._sentence(at).matches[cue.first].start()

    def _is_pure(self, at: int) -> bool:
        """Say whether the sentence is quoted from end to end."""
        if at not in self._pure:
            span = self._spans[at]
            self._pure[at] = bool(self._covers[at]) and _UNQUOTED.search(self._text, span.start, span.end) is None
        return self._pure[at]

    def _carried(self, at: int, last: int) -> Speaker | None:
        """Give the speaker of the sentence before, or the person whom it is about; else of the sentence after."""
        if at > 0:
            before = self._credits[at - 1].speaker
            if before is not None:
                return before
            sentence = self._sentence(at - 1)
            about = self._people.last_named(sentence) if sentence.words[-1:] == [":"] else None
            about = about or self._people.subject_of(sentence)
            if about is not None:
                return about
        following = self._speaking(last + 1)[:1] if last + 1 < len(self._spans) and self._covers[last + 1] else []
        return self._resolve(last + 1, following[0]) if following and following[0].beside_quote else None


def _describes_somebody(speaker: Speaker) -> bool:
    """`the former minister`, `the 61-year-old` stand for the person last named, like a pronoun."""
    words = speaker.words.lower()
    if not words.startswith("the "):
        return False
    return words.startswith(("the former ", "the then ")) or words.endswith("-year-old") or words[4:] in _COUNTRYMEN


_COUNTRYMEN = listed("""
frenchman frenchwoman dutchman dutchwoman spaniard irishman englishman scotsman scot welshman argentine portuguese pole
dane swede german italian brazilian belgian serb croat norwegian australian american briton canadian russian ukrainian
norwegian finn swiss austrian greek turk egyptian nigerian south-african uruguayan colombian mexican kiwi londoner texan
""")


def _chief(cues: list[Cue]) -> Cue | None:
    """Give the cue that counts for the sentence: beside a quotation first, then the first that is no aside."""
    usable = [cue for cue in cues if cue.word not in CITING and (cue.beside_quote or not cue.subordinate)]
    return next((cue for cue in usable if cue.beside_quote), usable[0] if usable else None)
