"""Mentions of countries: the names found, judged by the words around them and by the rest of the article."""

import re
from collections import Counter, defaultdict

from generator.analysis.names.contexts import INITIALS, WORDS, Candidate, means_something_else
from generator.analysis.names.trie import alternation
from generator.model import Mention

_KOREAS = frozenset({"Korea", "Korean", "Koreans", "KOREA", "KOREAN", "KOREANS"})
_ENOUGH = 2
_ONLY_WITH = {cased: words for name, words in WORDS["only_with"].items() for cased in (name, name.upper())}
_BEFORE_SURNAME = frozenset({*WORDS["given_names"], *WORDS["titles"]})
_SURNAME = re.compile(r" (?:[A-Z]\. )?(?P<surname>[A-Z][a-z]+(?:['\u2019-][A-Z]?[a-z]+)?)")
_STATE_AFTER = re.compile(rf", {alternation(WORDS['states'])}(?!\w| and\b| or\b)")


def judge_countries(text: str, candidates: list[Candidate]) -> list[Mention]:
    """Give the mentions among the names found in a text, in order."""
    borne: set[str] = set()
    kept: list[Candidate] = []
    names: dict[str, set[str]] = defaultdict(set)
    for candidate in candidates:
        if _person(candidate):
            borne |= {candidate.name}.intersection(WORDS["borne_by_persons"])
        elif _namesake(candidate):
            borne.add(candidate.name)
        elif not means_something_else(candidate):
            kept.append(candidate)
            names[candidate.meaning.country].add(candidate.name)
    # A name that a person or a town of the article bears needs another name of its country beside it, too.
    doubtful = {
        name
        for country in names.values()
        for name in country
        if (name in borne and len(country) == 1) or not _has_evidence(name, country, text)
    }
    kept = [candidate for candidate in kept if candidate.name not in doubtful]
    north = _speaks_of_the_north(kept)
    return [Mention(each.span, "KP" if north and each.name in _KOREAS else each.meaning.country) for each in kept]


def _person(candidate: Candidate) -> bool:
    """`Michael Jordan`, `Mr. Washington`, `Bill English`; `by Agneta Holland`; `Jordan Petrakis`, `Chad Smith`."""
    last, prior = candidate.last, candidate.prior
    if " " in candidate.name or INITIALS.fullmatch(candidate.name):
        return False
    if last in _BEFORE_SURNAME or (last[1:] == "." and prior in _BEFORE_SURNAME):
        return True
    within = prior != "" and prior[-1] not in '.!?:;\u201d"'
    if candidate.name in WORDS["also_surnames"] and within and last.isalpha() and last.istitle():
        return last not in WORDS["no_given_names"]
    following = _SURNAME.match(candidate.after) if candidate.name in WORDS["also_given"] else None
    return following is not None and following["surname"] not in WORDS["not_surnames"]


def _namesake(candidate: Candidate) -> bool:
    """`Paris, Texas`, `Panama City, Fla.`; not the list `from China, California and Texas`."""
    one = " " not in candidate.name or candidate.meaning.kind == "seats"
    return one and _STATE_AFTER.match(candidate.after) is not None


def _has_evidence(name: str, country: set[str], text: str) -> bool:
    """Say whether the article holds what a doubtful name needs beside it (`only_with` in contexts.yml)."""
    needed = _ONLY_WITH.get(name)
    if needed is None:
        return True
    return any(word in text for word in needed) if needed else len(country) > 1


def _speaks_of_the_north(candidates: list[Candidate]) -> bool:
    """Say whether an article is about North Korea: it names the North by its own names more often than the South."""
    count = Counter(each.meaning.country for each in candidates if each.name not in _KOREAS)
    return count["KP"] >= _ENOUGH and count["KP"] > count["KR"]
