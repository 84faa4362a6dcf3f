"""Wording: statements are the desk's own words, and each says something of its own."""

import difflib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from generator.checks.check import Finding, Material

_WORD: Final = re.compile(r"[^\W_]+")
OWN_WORDS: Final = 0.8
"""A statement that shares a longer run with its quotation than this part of itself repeats it."""
ALIKE: Final = 0.8
"""Two statements whose sets of words overlap more (Jaccard's index) say the same."""
_FEWEST: Final = 5


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def repeated_quotations(material: Material) -> Iterator[Finding]:
    """Find statements that are their quotation over again."""
    for fact in material.briefing.facts.values():
        own = _words(fact.statement)
        for evidence in fact.found:
            quoted = _words(evidence.words)
            run = difflib.SequenceMatcher(None, own, quoted, autojunk=False).find_longest_match().size
            if len(own) >= _FEWEST and run > OWN_WORDS * len(own):
                message = f"{run} of {len(own)} words in a row are the quotation's; say it in the desk's own words"
                yield Finding(fact.at("statement"), message, fact.id)
                break


def near_identical(material: Material) -> Iterator[Finding]:
    """Find statements that say nearly the same words; the later one in order of ids is named."""
    facts = sorted(material.briefing.facts.values(), key=lambda fact: fact.id)
    sets = [frozenset(_words(fact.statement)) for fact in facts]
    for one, other in _alike(sets):
        message = f"says nearly the same words as {facts[one].id}; merge the two, or say what differs"
        yield Finding(facts[other].at("statement"), message, facts[other].id)


def _alike(sets: list[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Give pairs of sets with a high Jaccard index, by prefix filtering (Chaudhuri, Ganti and Kaushik, 2006).

    Two sets that overlap by the limit share one of their rarest words, so only such pairs are compared.
    """
    rarity = Counter(word for words in sets for word in words)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(sets):
        rarest = sorted(words, key=lambda word: (rarity[word], word))
        prefix = rarest[: len(words) - math.ceil(ALIKE * len(words)) + 1]
        for other in sorted({other for word in prefix for other in holders[word]}):
            if len(words & sets[other]) >= ALIKE * len(words | sets[other]):
                yield other, index
        for word in prefix:
            holders[word].append(index)
