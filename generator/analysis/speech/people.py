"""Pronouns: the person or body last named that `he`, `she`, `they` or `it` can mean."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.analysis.speech.names import FEMALE_NAMES, MALE_NAMES, PLACES
from generator.analysis.speech.naming import Phrase, shortest
from generator.analysis.speech.nouns import (
    BODIES,
    DOCUMENTS,
    FEMALE_WORDS,
    IRREGULAR_PERSONS,
    MALE_WORDS,
    OFFICES,
    PERSONS,
    SPOKESPERSONS,
    TITLES,
)
from generator.analysis.speech.phrases import is_plural
from generator.analysis.speech.propernames import is_name_word, is_no_person
from generator.analysis.speech.subjects import Subject, main_subject
from generator.analysis.speech.words import Sentence

Gender = Literal["he", "she"]
_BOTH = MALE_NAMES & FEMALE_NAMES
_ROLES = PERSONS | OFFICES
_PEOPLE = _ROLES | IRREGULAR_PERSONS
_THINGS = BODIES | DOCUMENTS
_PLAIN_THINGS = _THINGS - OFFICES
_LOOK_BACK = 8
_DESCRIPTION = 6
_NEAR = 80
_FULL_NAME = re.compile(r"(?<![\w'’-])([A-Z][\w'’-]+)\.? (?:[A-Z]\. )?([A-Z][\w'’-]+)")
_OWNED = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a sentence credits, as the article names them."""

    words: str
    is_anonymous: bool = False
    is_person: bool = False
    """Whether the words are a person's name."""
    is_plural: bool = False
    gender: Gender | None = None

    @property
    def surname(self) -> str:
        """The last word, by which a person is named again."""
        return self.words.rsplit(None, 1)[-1]


def speaker_of(sentence: Sentence, phrase: Phrase) -> Speaker:
    """Give the speaker that a phrase names, with the pronoun that its title, noun or first name tells."""
    words = sentence.string(*phrase.name)
    return Speaker(
        words[:-2] if phrase.is_person and words.endswith(_OWNED) else words,
        phrase.is_anonymous,
        phrase.is_person,
        is_plural(sentence, phrase),
        _gender(sentence, phrase),
    )


def _gender(sentence: Sentence, phrase: Phrase) -> Gender | None:
    for index in range(phrase.first, phrase.last + 1):
        word = sentence.lower[index].rstrip(".")
        if word in FEMALE_WORDS:
            return "she"
        if word in MALE_WORDS:
            return "he"
    first = sentence.words[phrase.name[0]]
    if first in _BOTH:
        return None
    return "he" if first in MALE_NAMES else "she" if first in FEMALE_NAMES else None


class People:
    """The people of one article: who bears a known name, who spoke by which, and their pronouns."""

    def __init__(self, text: str) -> None:
        """Take the masked body; full names are looked for when a pronoun first asks."""
        self._text = text
        self._genders: dict[str, Gender] = {}
        self._known: set[str] | None = None
        self._spoke: set[str] = set()
        self._described: set[str] = set()
        self._namings: dict[int, list[Speaker]] = {}

    def note(self, speaker: Speaker, sentence: Sentence, phrase: Phrase) -> Speaker:
        """Take note of somebody who speaks, and of the nouns that describe them.

        `the lawyer` after `Fred Stone, a lawyer` is nobody unnamed.
        """
        if speaker.is_anonymous and speaker.words.lower().startswith("the ") and speaker.surname in self._described:
            return replace(speaker, is_anonymous=False)
        if speaker.is_person:
            end = phrase.last + 1
            if sentence.words[end : end + 1] == [","]:
                end += _DESCRIPTION
            self._described.update(sentence.lower[max(0, phrase.first - _DESCRIPTION) : end])
            gender = speaker.gender or self._genders.get(speaker.surname)
            if gender:
                self._genders[speaker.surname] = gender
            self._spoke.add(speaker.surname)
        return speaker

    def knows(self, word: str) -> bool:
        """Say whether a single word is part of a person's full name in the article."""
        if self._known is None:
            self._known = set(_names_of_people(self._text))
        return word in self._known or word in self._spoke

    def is_surname(self, word: str) -> bool:
        """Say whether a single word belongs to a full or titled name in the article."""
        self.knows(word)
        return self._known is not None and word in self._known

    def gender(self, speaker: Speaker) -> Gender | None:
        """Give the pronoun known for a speaker."""
        return speaker.gender or self._genders.get(speaker.surname)

    def resolve(
        self,
        subject: Subject,
        at: int,
        here: Speaker | None,
        sentence_at: Callable[[int], Sentence],
        credited: list[Speaker | None],
    ) -> Speaker | None:
        """Give the person or body last named before a pronoun that it can mean (READING.md).

        Whoever spoke earlier in the same sentence comes first (`here`). Within an earlier sentence, whoever it credits
        comes first and its subject next; an office without a name is taken only where no name fits.
        """
        pronoun = subject.pronoun or "he"
        if here is not None and self._fits(pronoun, here):
            return self._meant(here, pronoun)
        spare: Speaker | None = None
        for back in range(at, max(-1, at - _LOOK_BACK), -1):
            sentence = sentence_at(back)
            spoke = credited[back] if back < min(at, len(credited)) else None
            for candidate in self._candidates(sentence, subject.first if back == at else None, spoke):
                if not self._fits(pronoun, candidate):
                    continue
                if candidate.is_person or candidate is spoke or pronoun in {"it", "they"}:
                    return self._meant(candidate, pronoun)
                spare = spare or candidate
        return spare

    def _meant(self, candidate: Speaker, pronoun: str) -> Speaker:
        """Take note of the pronoun; the string is the one last used (corpus README)."""
        if candidate.is_person:
            self._spoke.update((candidate.surname, candidate.words.split()[0]))
        if candidate.is_person and pronoun in {"he", "she"}:
            self._genders.setdefault(candidate.surname, "he" if pronoun == "he" else "she")
        return candidate

    def _candidates(self, sentence: Sentence, end: int | None, credited: Speaker | None) -> Iterator[Speaker]:
        if end is not None:
            yield from (speaker for _, speaker in reversed(self.named(sentence, end)))
            return
        if credited is not None:
            yield credited
        if sentence.span.start not in self._namings:
            self._namings[sentence.span.start] = self._all_named(sentence)
        yield from self._namings[sentence.span.start]

    def _all_named(self, sentence: Sentence) -> list[Speaker]:
        """Give the subject of a whole sentence and the people named in it, the last first."""
        named = self.named(sentence)
        subject = self._subject(sentence, named)
        return ([] if subject is None else [subject]) + [speaker for _, speaker in reversed(named)]

    def _subject(self, sentence: Sentence, named: list[tuple[int, Speaker]]) -> Speaker | None:
        subject = main_subject(sentence)
        if subject is None or subject.phrase is None:
            return None
        speaker = speaker_of(sentence, subject.phrase)
        if speaker.is_person:
            return speaker if " " in speaker.words or self.knows(speaker.words) else None
        if named and not speaker.is_plural and named[0][0] <= subject.phrase.last + 2:
            inside = named[0][0] < subject.phrase.name[1]
            return speaker if inside and not _is_thing(speaker) else None
        return speaker

    def last_named(self, sentence: Sentence) -> Speaker | None:
        """Give the person whom a sentence names last."""
        named = self.named(sentence)
        return named[-1][1] if named else None

    def subject_of(self, sentence: Sentence) -> Speaker | None:
        """Give the person whom a sentence is about."""
        subject = self._subject(sentence, self.named(sentence))
        return subject if subject is not None and subject.is_person else None

    def named(self, sentence: Sentence, end: int | None = None) -> list[tuple[int, Speaker]]:
        """Give the people whom a sentence names outside quotations, in order, with the place of each name."""
        found: list[tuple[int, Speaker]] = []
        index, stop = (0, len(sentence)) if end is None else (max(0, end - _NEAR), end)
        while index < stop:
            if not is_name_word(sentence, index):
                index += 1
                continue
            last = index
            while last + 1 < stop and is_name_word(sentence, last + 1) and not sentence.words[last].endswith(_OWNED):
                last += 1
            speaker = self._run(sentence, index, last)
            if speaker is not None:
                found.append((index, speaker))
            index = last + 1
        return found

    def _run(self, sentence: Sentence, first: int, last: int) -> Speaker | None:
        """Give the person whom a run of capitals names: titled, of two words or more, known, or with a role before."""
        word = sentence.words[last]
        bare = word[:-2] if word.endswith(_OWNED) else word
        titled = any(sentence.words[index].rstrip(".") in TITLES for index in range(first, last))
        if first == last and not titled and not self._is_lone_name(sentence, first, bare):
            return None
        begin = first if first == last else self._begin(sentence, first, last, titled=titled)
        if begin is None:
            return None
        words = sentence.string(begin, last)
        shown = Phrase(first, last, (begin, last), is_person=True)
        return Speaker(words[: len(words) - len(word) + len(bare)], is_person=True, gender=_gender(sentence, shown))

    def _is_lone_name(self, sentence: Sentence, index: int, bare: str) -> bool:
        return self.knows(bare) or (_role_before(sentence, index) and bare not in PLACES)

    def _begin(self, sentence: Sentence, first: int, last: int, *, titled: bool) -> int | None:
        word = sentence.words[last]
        if word.endswith(_OWNED):
            if any(is_no_person(part) or part in PLACES for part in (*sentence.words[first:last], word[:-2])):
                return None
            while first < last and sentence.words[first].rstrip(".") in TITLES:
                first += 1
            return first
        if first > 0 and sentence.lower[first - 1] == "the" and not titled:
            return None
        phrase = shortest(sentence, first, last)
        return phrase.name[0] if phrase.is_person else None

    def _fits(self, pronoun: str, candidate: Speaker) -> bool:
        if pronoun == "they":
            return candidate.is_plural or (candidate.is_anonymous and not _is_thing(candidate))
        if pronoun == "it":
            is_somebody = candidate.is_person and (" " in candidate.words or self.is_surname(candidate.words))
            return not is_somebody and not candidate.is_plural and _is_body(candidate)
        if candidate.is_plural or (not candidate.is_person and _is_thing(candidate)):
            return False
        gender = self.gender(candidate)
        return gender is None or gender == pronoun


def _role_before(sentence: Sentence, index: int) -> bool:
    """`Kowalczyk's son Ben`, `her grandson, Artur,`."""
    before = index - 2 if index > 1 and sentence.words[index - 1] == "," else index - 1
    return before >= 0 and sentence.lower[before] in _ROLES


def _names_of_people(text: str) -> list[str]:
    """Give the words of full names, and the surnames that follow a title."""
    found = []
    for match in _FULL_NAME.finditer(text):
        first, last = match.groups()
        surname = last[:-2] if last.endswith(_OWNED) else last
        if first in TITLES and surname not in TITLES:
            found.append(surname)
        elif (first in MALE_NAMES or first in FEMALE_NAMES) and not is_no_person(surname):
            found += (first, surname)
    return found


def _is_body(candidate: Speaker) -> bool:
    """Say whether it can speak and is nobody: a body, a document, or a proper name that is no person's."""
    words = candidate.words.casefold().split()
    if any(word in PERSONS or word in SPOKESPERSONS or word in OFFICES for word in words):
        return False
    head = candidate.surname.rstrip("'’")
    return not candidate.is_anonymous and (head.casefold() in _THINGS or head[0].isupper())


def _is_thing(candidate: Speaker) -> bool:
    words = candidate.words.casefold().split()
    if candidate.is_anonymous:
        return not any(word in _PEOPLE or word.rstrip("s") in _PEOPLE for word in words)
    return not any(word in OFFICES or word in PERSONS for word in words) or words[-1] in _PLAIN_THINGS
