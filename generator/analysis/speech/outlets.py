"""Outlets: which words name one, by the list of names and by how mastheads are made."""

import re
from functools import lru_cache

from generator.analysis.speech.lists import listed
from generator.analysis.speech.outletnames import LISTED

_KEYS = {
    name.strip().removeprefix("The ").removeprefix("the "): line.partition("|")[0].strip().removeprefix("The ")
    for line in LISTED.strip().splitlines()
    for name in line.split("|")
}
_ARTICLE_OF_NAME = frozenset(
    name.strip().removeprefix("The ")
    for line in LISTED.splitlines()
    for name in line.split("|")
    if name.strip().startswith("The ")
)
_KINDS = (
    "newspaper|daily|weekly|magazine|website|news agency|news site|news website|broadcaster|tabloid|television|TV|radio"
)
_WORD = r"(?:[A-Z][\w'’.&-]*|of|and|&|de|del|la)"
_ENDINGS = """
Times|Post|Herald|Tribune|Gazette|Chronicle|Courier|Inquirer|Enquirer|Examiner|Bulletin|Dispatch|Post-Dispatch
Plain Dealer|Register|Sentinel|Globe|Star|Ledger|Star-Ledger|Mercury|Mercury News|Argus|Echo|Express|Mirror|Telegraph
Advertiser|Democrat-Gazette|Constitution|Journal-Constitution|Daily|News|Morning News|Daily News|News Agency|Radio
Business Daily|Television|TV|Review-Journal|Times-Picayune|Union-Tribune|Sun-Times|Star-Tribune|Free Press|Shimbun|Ilbo
Press-Democrat|Zeitung|Beobachter|Pravda|Today|Newspaper|Monitor|Independent|Observer|Weekly|Magazine|Broadcasting
"""
"""How mastheads end: Springfield Herald, Tampa Bay Times."""
_MASTHEAD = re.compile(rf"(?:{_WORD} )+(?:{'|'.join(_ENDINGS.split(chr(10))).strip('|')})")
_JOURNAL = re.compile("(?:Wall Street|Business|National|[A-Z][a-z]+) Journal")
_NOT_PRESS = re.compile("(?:Good|Breaking|Bad|Fake|Washington|Bank|Blue) (?:News|Star)$|Journal of")
_OWNER = re.compile(r"^(?:[A-Z][\w.]+ )?[A-Z][\w.]+['’]s (?=[A-Z]|(?:state|official|semi-official|private|public)\b)")
"""`Japan's Nikkei`."""
_DESCRIPTION = "tabloid|newspaper|broadcaster|agency|magazine|channel|daily|state|state-run|official|semi-official"
_KIND_BEFORE = re.compile(rf"^(?:[\w-]+ ){{0,3}}(?:{_DESCRIPTION}) (?=[A-Z])")
"""`State-run tabloid Global Times`."""
_KIND_AFTER = re.compile(rf" (?:{_KINDS})(?: (?:station|channel|programme|program|network))?$")

_STATE = "local|state|domestic|state-run|state-owned|national|independent"
_MEDIA = "media|newspapers|television|TV|press|radio|news agency|broadcaster"
_ANY_MEDIA = re.compile(
    rf"(?:[A-Z][\w.]* )*(?:{_STATE}) (?:{_MEDIA})(?: reports)?"
    r"|(?:local |press |news |media )?(?:media|news|press) reports"
    r"|[A-Z][\w.]+(?: [A-Z][\w.]+)? media"
)
"""`state media`, `Chinese state media`, `local media`, `media reports`."""
_COMMON_WORDS = listed("Time Slate Fortune Nine Sky Wired Vice Insider PA Dawn Welt")
"""Alone they are an outlet only with a word such as `magazine` after them."""
_WITH_ARTICLE = listed("""
Post Sun Age Hill Mirror Independent Observer Australian Hindu Wire Paper Times Information Advertiser Gazette Herald
Journal Tribune Globe Star Chronicle Mail Express Standard Citizen
""")
"""Outlets only with their article."""
_LONGEST = 80


@lru_cache(maxsize=4096)
def outlet(words: str) -> str | None:
    """Give the outlet that the words name, as it is to be reported, or None.

    The article goes, unless it belongs to the masthead and stands with a capital (`The Washington Post`).
    """
    if len(words) > _LONGEST or words.lower() in {"the", "a"}:
        return None
    if _ANY_MEDIA.fullmatch(words):
        return words
    words = _KIND_BEFORE.sub("", _OWNER.sub("", words.removesuffix("'s").removesuffix("’s")))
    name = _KIND_AFTER.sub("", words)
    bare = name.removeprefix("The ").removeprefix("the ")
    if not _is_known(bare, has_article=name != bare, has_kind=name != words) and not _made_like_a_masthead(bare):
        return None
    keeps_article = bare in _ARTICLE_OF_NAME or (name == words and bare not in _KEYS)
    return name if name.startswith("The ") and keeps_article else bare


def listed_name(words: str) -> str | None:
    """Give the outlet where the words stand in the list, also those that are common words."""
    bare = words.removeprefix("The ").removeprefix("the ")
    return bare if bare in _KEYS else None


def _is_known(bare: str, *, has_article: bool, has_kind: bool) -> bool:
    if has_kind:
        return bare[:1].isupper() and bare != "The"
    if bare in _COMMON_WORDS:
        return False
    return bare in _KEYS and (has_article or bare not in _WITH_ARTICLE)


def _made_like_a_masthead(bare: str) -> bool:
    return bool(_MASTHEAD.fullmatch(bare) or _JOURNAL.fullmatch(bare)) and not _NOT_PRESS.search(bare)


def same_outlet(one: str, publisher: str | None) -> bool:
    """Say whether an outlet is the article's own publisher under any of its names."""
    if publisher is None:
        return False
    return _key(one) == _key(publisher)


def _key(name: str) -> str:
    bare = name.removeprefix("The ").removeprefix("the ").strip()
    return _KEYS.get(bare, bare).casefold()
