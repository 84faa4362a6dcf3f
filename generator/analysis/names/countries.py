"""Mentions of countries: the names found, judged by the words around them and by the rest of the article."""

from collections import Counter

from generator.analysis.names.candidates import Candidate
from generator.analysis.names.contexts import means_something_else, namesake
from generator.analysis.names.gazetteer import load_gazetteer
from generator.analysis.names.persons import person
from generator.model import Mention
from generator.text import Span

_KOREAS = frozenset({"Korea", "Korean", "Koreans", "KOREA", "KOREAN", "KOREANS"})
_ENOUGH = 2
_BORNE = frozenset(load_gazetteer().words["borne_by_persons"])


def judge_countries(text: str, candidates: list[Candidate]) -> list[Mention]:
    """Give the mentions among the names found in a text, in order."""
    borne: set[str] = set()
    kept: list[Candidate] = []
    for candidate in candidates:
        if person(candidate):
            borne |= _BORNE & {candidate.name}
        elif namesake(candidate):
            borne.add(candidate.name)
        elif not means_something_else(candidate):
            kept.append(candidate)
    names: dict[str, set[str]] = {}
    for candidate in kept:
        names.setdefault(candidate.meaning.country, set()).add(candidate.name)
    # A name that a person or a town of the article bears needs another name of its country beside it, too.
    doubtful = {
        name
        for country in names.values()
        for name in country
        if (name in borne and len(country) == 1) or not _has_evidence(name, country, text)
    }
    kept = [candidate for candidate in kept if candidate.name not in doubtful]
    north = _speaks_of_the_north(kept)
    return [Mention(Span(c.start, c.end), "KP" if north and c.name in _KOREAS else c.meaning.country) for c in kept]


def _has_evidence(name: str, country: set[str], text: str) -> bool:
    """Say whether the article holds what a doubtful name needs beside it (`only_with` in contexts.yml)."""
    needed = load_gazetteer().only_with.get(name)
    if needed is None:
        return True
    return any(word in text for word in needed) if needed else len(country) > 1


def _speaks_of_the_north(candidates: list[Candidate]) -> bool:
    """Say whether an article is about North Korea: it names the North by its own names more often than the South."""
    count = Counter(c.meaning.country for c in candidates if c.name not in _KOREAS)
    return count["KP"] >= _ENOUGH and count["KP"] > count["KR"]
