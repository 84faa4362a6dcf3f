"""Persons that bear a country's name: `Michael Jordan`, `Chad Smith`, `Bill English`."""

import re

from generator.analysis.names.candidates import INITIALS, Candidate
from generator.analysis.names.gazetteer import load_gazetteer

_WORDS = load_gazetteer().words
_ALSO_SURNAMES = frozenset(_WORDS["also_surnames"])
_NO_GIVEN_NAMES = frozenset(_WORDS["no_given_names"])
_ALSO_GIVEN = frozenset(_WORDS["also_given"])
_NOT_SURNAMES = frozenset(_WORDS["not_surnames"])
_PERSON_BEFORE = frozenset({*_WORDS["given_names"], *_WORDS["titles"]})
_SURNAME_AFTER = re.compile(r" (?:[A-Z]\. )?(?P<surname>[A-Z][a-z]+(?:['\u2019-][A-Z]?[a-z]+)?)")


def person(candidate: Candidate) -> bool:
    """`Michael Jordan`, `Mr. Washington`, `Bill English`; `Jordan Petrakis`, `Chad Smith`."""
    if " " in candidate.name or INITIALS.fullmatch(candidate.name):
        return False
    if candidate.last in _PERSON_BEFORE or (candidate.last[1:] == "." and candidate.prior in _PERSON_BEFORE):
        return True
    if candidate.name in _ALSO_SURNAMES and _unlisted_given_name(candidate):
        return True
    following = _SURNAME_AFTER.match(candidate.after) if candidate.name in _ALSO_GIVEN else None
    return following is not None and following["surname"] not in _NOT_SURNAMES


def _unlisted_given_name(candidate: Candidate) -> bool:
    """Say whether a word with a capital stands before the name within a sentence: `directed by Agnieszka Holland`."""
    last, prior = candidate.last, candidate.prior
    within = bool(prior) and prior[-1] not in '.!?:;\u201d"'
    return within and last.isalpha() and last.istitle() and last not in _NO_GIVEN_NAMES
