"""People: who an article names, and the person or body last named that `he`, `she`, `they` or `it` can mean."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from generator.analysis.speech import lexicon as lex
from generator.analysis.speech.naming import Phrase, is_name_word, is_no_person, is_plural, is_title, shortest
from generator.analysis.speech.subjects import Subject, main_subject
from generator.analysis.speech.words import Sentence

Gender = Literal["he", "she"]
_ROLES = lex.PERSONS | lex.OFFICES | lex.SPOKESPERSONS
_PLAIN_THINGS = lex.THINGS - lex.OFFICES
_MALE, _FEMALE = lex.words("male_words"), lex.words("female_words")
_LOOK_BACK = 8
_DESCRIPTION = 6
_NEAR = 80
_FULL_NAME = re.compile(r"(?<![\w'’-])([A-Z][\w'’-]+)\.? (?:[A-Z]\. )?([A-Z][\w'’-]+)")


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
        _without_owner(words) if phrase.is_person else words,
        phrase.is_anonymous,
        phrase.is_person,
        is_plural(sentence, phrase),
        _gender(sentence, phrase),
    )


def _without_owner(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _gender(sentence: Sentence, phrase: Phrase) -> Gender | None:
    described = {word.rstrip(".") for word in sentence.lower[phrase.first : phrase.last + 1]}
    if described & (_MALE | _FEMALE):
        return "she" if described & _FEMALE else "he"
    first = sentence.words[phrase.name[0]]
    if (first in lex.MEN) == (first in lex.WOMEN):
        return None
    return "he" if first in lex.MEN else "she"


class People:
    """The people of one article: who bears a known name, who spoke by which, and their pronouns."""

    def __init__(self, text: str) -> None:
        """Take the masked body; full names are looked for when a pronoun first asks."""
        self._text = text
        self._genders: dict[str, Gender] = {}
        self._spoke: set[str] = set()
        self._described: set[str] = set()
        self._unnamed: set[str] = set()

    def note(self, speaker: Speaker, sentence: Sentence, phrase: Phrase) -> Speaker:
        """Take note of somebody who speaks, and of the nouns that describe them.

        `the lawyer` after `Fred Stone, a lawyer` is nobody unnamed, `the manager` after `a former manager` is.
        """
        head = sentence.lower[phrase.name[1]]
        if sentence.lower[phrase.name[0]] == "the" and phrase.name[1] == phrase.name[0] + 1 and not speaker.is_person:
            named_before = speaker.is_anonymous and head in self._described
            return replace(speaker, is_anonymous=(speaker.is_anonymous or head in self._unnamed) and not named_before)
        if speaker.is_anonymous:
            self._unnamed.add(head)
        if speaker.is_person:
            end = phrase.last + 1 + _DESCRIPTION * (sentence.at(phrase.last + 1) == ",")
            self._described.update(sentence.lower[max(0, phrase.first - _DESCRIPTION) : end])
            self._spoke.add(speaker.surname)
            if speaker.gender:
                self._genders[speaker.surname] = speaker.gender
        return speaker

    @cached_property
    def _known(self) -> frozenset[str]:
        """The words of full names, and the surnames that follow a title."""
        found: set[str] = set()
        for first, last in _FULL_NAME.findall(self._text):
            surname = _without_owner(last)
            if first in lex.TITLES and surname not in lex.TITLES:
                found.add(surname)
            elif first in lex.FIRST_NAMES and not is_no_person(surname):
                found |= {first, surname}
        return frozenset(found)

    def knows(self, word: str) -> bool:
        """Say whether a single word belongs to a full or titled name in the article."""
        return word in self._known

    def _is_somebody(self, words: str) -> bool:
        return " " in words or words in self._known or words in self._spoke

    def gender(self, speaker: Speaker) -> Gender | None:
        """Give the pronoun known for a speaker."""
        return speaker.gender or self._genders.get(speaker.surname)

    def resolve(
        self,
        subject: Subject,
        at: int,
        sentence_at: Callable[[int], Sentence],
        credited: list[Speaker | None],
    ) -> Speaker | None:
        """Give the person or body last named before a pronoun that it can mean (READING.md).

        Within an earlier sentence, whoever it credits comes first and its subject next; an office without a name is
        taken only where no name fits.
        """
        pronoun = subject.pronoun or "he"
        spare: Speaker | None = None
        for back in range(at, max(-1, at - _LOOK_BACK), -1):
            spoke = credited[back] if back < min(at, len(credited)) else None
            for candidate in self._candidates(sentence_at(back), subject.first if back == at else None, spoke):
                if not self.fits(pronoun, candidate, has_spoken=candidate is spoke):
                    continue
                is_sure = candidate.is_plural if pronoun == "they" else candidate.is_person or candidate.is_anonymous
                if is_sure or candidate is spoke or pronoun == "it":
                    return self._meant(candidate, pronoun)
                spare = spare or candidate
        return spare

    def _meant(self, candidate: Speaker, pronoun: str) -> Speaker:
        """Take note of the pronoun; the string is the one last used (corpus README)."""
        if candidate.is_person and pronoun in {"he", "she"}:
            self._spoke.update((candidate.surname, candidate.words.split()[0]))
            self._genders.setdefault(candidate.surname, "he" if pronoun == "he" else "she")
        return candidate

    def _candidates(self, sentence: Sentence, end: int | None, spoke: Speaker | None) -> Iterator[Speaker]:
        if end is not None:
            yield from reversed(self.named(sentence, end))
            subject = self._subject(sentence)
            if subject is not None and not subject.is_person and subject.words + " " in sentence.string(0, end - 1):
                yield subject
            return
        if spoke is not None:
            yield spoke
        subject = self._subject(sentence)
        yield from [] if subject is None else [subject]
        yield from reversed(self.named(sentence))

    def _subject(self, sentence: Sentence) -> Speaker | None:
        subject = main_subject(sentence)
        if subject is None or subject.phrase is None:
            return None
        speaker = speaker_of(sentence, subject.phrase)
        if speaker.is_person:
            return speaker if speaker.gender or self._is_somebody(speaker.words) else None
        return speaker

    def subject_of(self, sentence: Sentence) -> Speaker | None:
        """Give the person whom a sentence is about."""
        subject = self._subject(sentence)
        return subject if subject is not None and (subject.is_person or self.fits("they", subject)) else None

    def named(self, sentence: Sentence, end: int | None = None) -> list[Speaker]:
        """Give the people whom a sentence names outside quotations, in order."""
        found: list[Speaker] = []
        index, stop = (0, len(sentence)) if end is None else (max(0, end - _NEAR), end)
        while index < stop:
            last = index
            if is_name_word(sentence, index):
                while last + 1 < stop and is_name_word(sentence, last + 1) and not sentence.owns(last):
                    last += 1
                speaker = self._run(sentence, index, last)
                if speaker is not None:
                    found.append(speaker)
            index = last + 1
        return found

    def _run(self, sentence: Sentence, first: int, last: int) -> Speaker | None:
        """Give the person whom a run of capitals names: titled, of two words or more, known, or with a role before."""
        if first == last:
            begin = first if self._is_lone_name(sentence, first) else None
        else:
            begin = _name_begin(sentence, first, last)
        if begin is None:
            return None
        shown = Phrase(first, last, (begin, last), is_person=True)
        words = _without_owner(sentence.string(begin, last))
        return Speaker(words, is_person=True, gender=_gender(sentence, shown))

    def _is_lone_name(self, sentence: Sentence, index: int) -> bool:
        """`Kim`, once known; `Kowalczyk's son Ben`, `her grandson, Artur,`."""
        bare = _without_owner(sentence.words[index])
        role = index - 2 if sentence.at(index - 1) == "," else index - 1
        return self._is_somebody(bare) or (sentence.at(role) in _ROLES and bare not in lex.PLACES)

    def fits(self, pronoun: str, candidate: Speaker, *, has_spoken: bool = False) -> bool:
        """Say whether a pronoun can mean somebody; who has spoken and is unnamed is somebody, whatever the noun."""
        if pronoun == "they":
            return candidate.is_plural or (candidate.is_anonymous and not _is_thing(candidate))
        if pronoun == "it":
            is_somebody = candidate.is_person and (" " in candidate.words or candidate.words in self._known)
            return not is_somebody and not candidate.is_plural and _is_body(candidate)
        is_somebody = candidate.is_person or (has_spoken and candidate.is_anonymous) or not _is_thing(candidate)
        if candidate.is_plural or not is_somebody:
            return False
        return self.gender(candidate) in {None, pronoun}


def _name_begin(sentence: Sentence, first: int, last: int) -> int | None:
    """Give where the bare name begins in a run of several capitals; None where it is no person's."""
    if sentence.at(first - 1) == "the" and not any(map(is_title, sentence.words[first:last])):
        return None
    phrase = shortest(sentence, first, last)
    return phrase.name[0] if phrase.is_person else None


def _is_body(candidate: Speaker) -> bool:
    """Say whether it can speak and is nobody: a body, a document, or a proper name that is no person's."""
    head = candidate.surname.rstrip("'’")
    return (
        not candidate.is_anonymous
        and _ROLES.isdisjoint(candidate.words.casefold().split())
        and (head.casefold() in lex.THINGS or head[0].isupper())
    )


def _is_thing(candidate: Speaker) -> bool:
    words = candidate.words.casefold().split()
    is_people = any(word in _ROLES or lex.singular(word) in _ROLES or word in lex.PEOPLE for word in words)
    return not is_people or (not candidate.is_anonymous and words[-1] in _PLAIN_THINGS)
