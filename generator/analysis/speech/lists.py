"""Lists of words: as a set, and as one pattern that tries each letter once."""

import re
from collections.abc import Iterable


def listed(words: str) -> frozenset[str]:
    """Give the words of a list written with spaces between."""
    return frozenset(words.split())


def tree(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, nested by their first letters, so that no word is tried twice."""
    by_letter: dict[str, set[str]] = {}
    may_end = False
    for word in words:
        if word:
            by_letter.setdefault(word[0], set()).add(word[1:])
        else:
            may_end = True
    branches = [re.escape(letter) + tree(rests) for letter, rests in sorted(by_letter.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if may_end else ''}"
