"""The language of an article: as declared, else English where its small words show it, else as a detector finds.

The detector is py3langid (BSD, 97 languages, 4 MB and numpy; kept up). Compared with it on 29 languages: pycld2 is as
good and smaller, but has no wheels for some systems; lingua is as good, and takes 96 MB and ten seconds to load; eld
was last released in 2023. Most desks hold English alone, so it is an extra.
"""

import re
from typing import Final

ENGLISH: Final = "en"
_SMALL: Final = frozenset({
    "the", "of", "and", "to", "in", "that", "for", "was", "on", "with", "it", "as", "by", "from", "his", "her", "are",
})  # fmt: skip
_SHARE: Final = 0.14
"""Of a hundred words of the tests' English articles 20 to 29 are such, of those in 29 other languages 6 at most."""
_FEWEST: Final = 12
"""Shorter texts show too little; they are taken for English unless declared otherwise."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 20_000
"""Characters that are looked at."""


class UndeclaredLanguageError(Exception):
    """The text is not English, no language is declared, and nothing is installed that could find it."""


def find_language(text: str) -> str:
    """Give the language of a text as its code in ISO 639-1.

    Raises:
        UndeclaredLanguageError: it is not English, and the detector is not installed.
    """
    begin = text[:_ENOUGH]
    words = _WORD.findall(begin.casefold())
    if begin.isascii() and len(words) < _FEWEST:
        return ENGLISH
    if sum(word in _SMALL for word in words) >= _SHARE * len(words):
        return ENGLISH
    try:
        from py3langid import classify  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as missing:
        message = (
            "this does not read as English; say its language in a sidecar (`language: de`), or install what finds it: "
            "pip install -r requirements-languages.lock"
        )
        raise UndeclaredLanguageError(message) from missing
    return str(classify(begin)[0])
