"""Outlets: which words name one, by the list of names and by how mastheads are made."""

import re
from functools import lru_cache

from generator.analysis.speech import lexicon as lex

_KEYS: dict[str, str] = {}
"""Every name of an outlet without its article, with the name that stands for it."""
_ARTICLE_OF_NAME: set[str] = set()
for _line in lex.lines("outlets"):
    _names = _line.split(" | ")
    _KEYS |= {name.removeprefix("The "): _names[0].removeprefix("The ") for name in _names}
    _ARTICLE_OF_NAME |= {name.removeprefix("The ") for name in _names if name.startswith("The ")}
_COMMON_WORDS, _WITH_ARTICLE = lex.words("common_outlets"), lex.words("article_outlets")
_ENDINGS = "|".join(map(re.escape, lex.lines("mastheads")))
_WORD = r"(?:[A-Z][\w'’.&-]*|of|and|&|de|del|la)"
_MASTHEAD = re.compile(rf"(?:{_WORD} )+(?:{_ENDINGS})|(?:Wall Street|Business|National|[A-Z][a-z]+) Journal")
_NOT_PRESS = re.compile("(?:Good|Breaking|Bad|Fake|Washington|Bank|Blue) (?:News|Star)$|Journal of")
_NOUNS = "|".join(lex.lines("press_nouns"))
_KINDS = "|".join(lex.lines("press_kinds")) + "|" + _NOUNS
_OWNER = re.compile(rf"^(?:[A-Z][\w.]+ )?[A-Z][\w.]+['’]s (?=[A-Z]|(?:{_KINDS})\b)")
"""`Japan's Nikkei`."""
_KIND_BEFORE = re.compile(rf"^(?:[\w-]+ ){{0,3}}(?:{_KINDS}) (?=[A-Z])")
"""`State-run tabloid Global Times`."""
_KIND_AFTER = re.compile(rf"(?:(?: (?:business|financial|evening|morning|national|local))? (?:{_NOUNS}))+$")
_ANY_MEDIA = re.compile(
    r"(?:[A-Z][\w.]* )*(?:local|state|domestic|state-run|state-owned|national|independent)"
    r" (?:media|newspapers|television|TV|press|radio|news agency|broadcaster)(?: reports)?"
    r"|(?:(?:local|press|news|media) )?(?:media|news|press) reports|[A-Z][\w.]+(?: [A-Z][\w.]+)? media"
)
"""`state media`, `Chinese state media`, `local media`, `media reports`."""
_LONGEST = 80


@lru_cache(maxsize=4096)
def outlet(words: str, *, told: bool = False) -> str | None:
    """Give the outlet that the words name, as it is to be reported, or None.

    The article goes, unless it belongs to the masthead and stands with a capital (`The Washington Post`). Whom somebody
    told something may also be an outlet whose name is a common word.
    """
    if len(words) > _LONGEST or words.lower() == "the":
        return None
    given = _OWNER.sub("", words.removesuffix("'s").removesuffix("’s"))
    if _ANY_MEDIA.fullmatch(words) or _ANY_MEDIA.fullmatch(given):
        return given
    words = _KIND_BEFORE.sub("", given)
    name = _KIND_AFTER.sub("", words)
    bare = _bare(name)
    has_kind = name != given and not bare[:1].islower() and bare != "The" and lex.NO_PERSON.isdisjoint(bare.split())
    is_listed = bare in _KEYS and (told or (bare not in _COMMON_WORDS and (name != bare or bare not in _WITH_ARTICLE)))
    is_made = _MASTHEAD.fullmatch(bare) and not _NOT_PRESS.search(bare)
    if not (has_kind or is_listed or is_made):
        return None
    keeps_article = bare in _ARTICLE_OF_NAME or (name == words and bare not in _KEYS)
    return name if name.startswith("The ") and keeps_article else bare


def listed_with_article(words: str) -> str | None:
    """Give a masthead of several words of which the article is a part (`The Washington Post`)."""
    bare = words.removeprefix("The ")
    return words if bare in _ARTICLE_OF_NAME and " " in bare else None


def same_outlet(one: str, publisher: str | None) -> bool:
    """Say whether an outlet is the article's own publisher under any of its names."""
    if publisher is None:
        return False
    return _key(one) == _key(publisher) or publisher.casefold().endswith(" " + _bare(one).casefold())


def _key(name: str) -> str:
    return _KEYS.get(_bare(name), _bare(name)).casefold()


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ").strip()
