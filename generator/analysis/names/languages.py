"""Languages: a people's name that stands for what it speaks (`in Japanese`, `English-speaking`)."""

import re

from generator.analysis.names.candidates import Candidate, any_of
from generator.analysis.names.gazetteer import load_gazetteer
from generator.analysis.names.trie import alternation

_WORDS = load_gazetteer().words
_LANGUAGES = frozenset(_WORDS["languages"])
_LANGUAGE_BEFORE = frozenset(_WORDS["language_before"])
_BETWEEN = frozenset({"only", "fluent", "good", "some", "no", "little", "both"})
_BEGINS_AFTER = frozenset({"", ".", "!", "?", ":", "\u201d"})
_ANY = alternation((*_WORDS["languages"], *_WORDS["other_languages"]))
_LANGUAGE_LIST = re.compile(rf"(?<!\w){_ANY}(?:, and|,| and| or) $")
_REST_OF_LIST = re.compile(rf"(?:(?:, and|,| and| or) {_ANY}(?!\w))*+")
_AS_SUBJECT = re.compile(r" (?:is|was|isn['\u2019]t|wasn['\u2019]t|has become|became)\b")
_NO_NOUN = re.compile(
    rf"\s*(?:$|[.,;:!?)\"\u201d\u2019'\u2014\u2013]|(?:and|or)\b(?! [A-Z])|{any_of('after_a_language')}\b)"
)
_LANGUAGE_AFTER = re.compile(rf"-?(?:speaking|language|speaker|medium)|[ -]{any_of('language_after')}(?!\w)")
_ENGLISH_AFTER = re.compile(rf"[ -]{any_of('english_after')}(?!\w)")


def language(candidate: Candidate) -> bool:
    """`in Japanese`, `English-speaking`, `a Spanish class`, `speaks Thai and Lao`; not `in Japanese waters`.

    A people's name after `in` or `speaks` is a language where no noun follows it, or the list that it begins;
    so it is without an article at the start of a sentence (`English is the language of work`).
    """
    if candidate.name not in _LANGUAGES:
        return False
    if _LANGUAGE_AFTER.match(candidate.after):
        return True
    if candidate.name == "English" and _ENGLISH_AFTER.match(candidate.after):
        return True
    rest = _REST_OF_LIST.match(candidate.after)
    if not _NO_NOUN.match(candidate.after, rest.end() if rest else 0):
        return False
    if candidate.last[-1:] in _BEGINS_AFTER and _AS_SUBJECT.match(candidate.after):
        return True
    return (
        candidate.last.lower() in _LANGUAGE_BEFORE
        or candidate.last_two in _LANGUAGE_BEFORE
        or (candidate.last in _BETWEEN and candidate.prior in _LANGUAGE_BEFORE)
        or _listed_language(candidate.before)
    )


def _listed_language(before: str) -> bool:
    """Say whether the languages just before make a list that something like `speaks` opens."""
    while found := _LANGUAGE_LIST.search(before):
        before = before[: found.start()]
        if before.rstrip().rpartition(" ")[2] in _LANGUAGE_BEFORE:
            return True
    return False
