"""Words: the lists of `data/paraphrase.yml`, patterns made of them, and stems by which words are compared."""

import re
import string
from collections.abc import Iterable
from functools import lru_cache

from generator.analysis.names.gazetteer import read_lists

LISTS = read_lists("paraphrase.yml")
WEIGHTLESS = frozenset().union(*(LISTS[name] for name in ("weightless", "titles", "calendar")))
"""Words that do not tell what a clause is about."""

_BASE = {form: forms.split()[0] for forms in LISTS["irregular"] for form in forms.split()[1:]}
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y")
_STEM = 4
_LEAST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LOWER = str.maketrans(string.ascii_uppercase + "’", string.ascii_lowercase + "'")


def lowered(text: str) -> str:
    """Give a text with its Latin capitals made small, its apostrophes straight and every offset kept."""
    return text.translate(_LOWER)


def either(phrases: Iterable[str]) -> str:
    """Give a pattern for any of the phrases, the longest first; `*` in a phrase is any ending."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    patterns = (re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in ordered)
    return f"(?:{'|'.join(patterns)})"


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Cut a word in small letters to what its forms share: four letters at most, without common endings."""
    plain = word.removesuffix("'s")
    plain = _BASE.get(plain, plain)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST:
            plain = plain.removesuffix(ending)
            break
    return plain[:_STEM]


def stems_of(text: str) -> set[str]:
    """Give the stems of the words of weight."""
    return {stem(word) for word in _WORD.findall(lowered(text)) if word not in WEIGHTLESS}
