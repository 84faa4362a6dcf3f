"""Copies: near-identical versions of one story, whoever prints them. They are one source, and count once.

A copy shares half or more of the runs of five words of the shorter version; a story rewritten in other words shares
next to none, and one that repeats an agency's paragraph of background shares few. MinHash (Broder, 1997) by rensa finds
the pairs worth comparing and estimates what they share, the runs themselves decide.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from rensa import RMinHash, RMinHashLSH

from generator.model import Article, Corpus

RUN: Final = 5
"""Words in a run (a shingle)."""
SHARED: Final = 0.5
"""Of the runs of the shorter version."""
ALIKE: Final = 0.2
"""Of the runs of both together, so that a long report which quotes a short statement whole is no copy of it."""
_SKETCH: Final = 256
_BANDS: Final = 128
"""Bands of two: of pairs that share a quarter of their runs one in four thousand is missed."""
_WORTH_IT: Final = ALIKE / 2
"""Of the runs of both together, as estimated; that of a copy lies four standard deviations above this or more."""
_WORD: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
"""A word, or a letter of a script that sets no spaces between words."""


def find_copies(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """Give for each article that has copies all versions of its story: the agency's first, else the oldest."""
    articles = list(corpus.articles.values())
    leader = {article.id: article.id for article in articles}
    for one, other in _pairs([article.text for article in articles]):
        first, second = (_root(leader, articles[index].id) for index in (one, other))
        leader[max(first, second)] = min(first, second)
    for article in articles:
        if article.replaces in leader:
            first, second = _root(leader, article.id), _root(leader, article.replaces)
            leader[max(first, second)] = min(first, second)
    stories: dict[str, list[Article]] = {}
    for article in articles:
        stories.setdefault(_root(leader, article.id), []).append(article)
    versions = [tuple(a.id for a in sorted(story, key=_precedence)) for story in stories.values() if len(story) > 1]
    return {name: story for story in versions for name in story}


def repetitions(copies: Mapping[str, tuple[str, ...]], replaced: Mapping[str, str]) -> frozenset[str]:
    """Give the articles whose passages another version shows: all of a story but its first that still stands."""
    standing = {next((name for name in story if name not in replaced), story[0]) for story in copies.values()}
    return frozenset(name for name in copies if name not in standing) | replaced.keys()


def runs(text: str) -> frozenset[str]:
    """Give the runs of words of a text; capitals and punctuation do not count."""
    words = _WORD.findall(text.casefold())
    if len(words) <= RUN:
        return frozenset({" ".join(words)})
    return frozenset(map(" ".join, zip(*(islice(words, start, None) for start in range(RUN)), strict=False)))


def is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two texts, given by their runs, are versions of one."""
    shared = len(one & other)
    return shared >= SHARED * min(len(one), len(other)) and shared >= ALIKE * len(one | other)


def _pairs(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Give the pairs of copies; runs are made where they are compared, since those of an archive would fill memory."""
    index = RMinHashLSH(threshold=ALIKE, num_perm=_SKETCH, num_bands=_BANDS)
    sketches: list[RMinHash] = []
    for number, text in enumerate(texts):
        here = runs(text)
        sketch = RMinHash(num_perm=_SKETCH, seed=1)
        sketch.update(here)
        for other in sorted(index.query(sketch)):
            if sketch.jaccard(sketches[other]) >= _WORTH_IT and is_copy(runs(texts[other]), here):
                yield other, number
        index.insert(number, sketch)
        sketches.append(sketch)


def _root(leader: Mapping[str, str], name: str) -> str:
    while leader[name] != name:
        name = leader[name]
    return name


def _precedence(article: Article) -> tuple[bool, bool, str, str]:
    return not article.primary, article.kind != "wire", article.published.first.isoformat(), article.id
