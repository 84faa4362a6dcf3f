"""Copies: near-identical versions of one story, whoever prints them. They are one source, and count once.

A copy shares half or more of the runs of five words of the shorter version; a story rewritten in other words shares
next to none, and one that repeats an agency's paragraph of background shares few. A sample of each article's runs, the
same runs of each wherever they stand (Broder's sketches, 1997, without their fixed size), finds the pairs worth
comparing; all runs of the two decide. Libraries of MinHash keep 11 kB of each article in their index of bands,
which an archive has no room for.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Final
from zlib import crc32

from generator.model import Article, Corpus

RUN: Final = 5
"""Words in a run (a shingle)."""
SHARED: Final = 0.5
"""Of the runs of the shorter version."""
ALIKE: Final = 0.2
"""Of the runs of both together, so that a long report which quotes a short statement whole is no copy of it."""
_SAMPLE: Final = 96
"""Runs in a sample, about; all of a short article."""
_ENOUGH: Final = 7
"""Runs that two samples share, half of them where one holds few: of pairs that share a quarter of their runs, one in
a hundred thousand is missed."""
_NEAR: Final = 8
"""Each article is compared with so many before it of those that share a run: of a story told a hundred times that is
enough to hold it together, and of a paragraph of background that a thousand articles have it is not too much."""
_BITS: Final = 32
_PILES: Final = 16
"""Samples are sorted in so many piles, one after the other, so that few are in hand at once."""
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
    enough = array("d")
    piles = [array("Q") for _ in range(_PILES)]
    for number, text in enumerate(texts):
        sample = _sample(runs(text))
        enough.append(min(_ENOUGH, SHARED * len(sample)))
        for sign in sample:
            piles[sign % _PILES].append(sign << _BITS | number)
    alike: dict[int, list[list[int]]] = {}
    for group in _groups(piles):
        for number in group:
            alike.setdefault(number, []).append(group)
    for number, groups in sorted(alike.items()):
        shared = Counter(other for group in groups for other in _before(number, group))
        for other, count in sorted(shared.items()):
            if (count >= enough[number] or count >= enough[other]) and is_copy(runs(texts[other]), runs(texts[number])):
                yield other, number


def _sample(found: frozenset[str]) -> frozenset[int]:
    """Give the checksums that are small enough: a share of the runs such that some `_SAMPLE` are left."""
    most = (_SAMPLE << _BITS) // max(len(found), _SAMPLE)
    return frozenset(sign for run in found if (sign := crc32(run.encode())) < most)


def _before(number: int, group: list[int]) -> list[int]:
    at = bisect_left(group, number)
    return group[max(at - _NEAR, 0) : at]


def _groups(piles: Iterable["array[int]"]) -> Iterator[list[int]]:
    """Give the articles whose samples share a run, for each run that is not of one alone."""
    for pile in piles:
        for _, entries in groupby(sorted(pile), key=lambda entry: entry >> _BITS):
            group = [entry & ((1 << _BITS) - 1) for entry in entries]
            if len(group) > 1:
                yield group


def _root(leader: Mapping[str, str], name: str) -> str:
    while leader[name] != name:
        name = leader[name]
    return name


def _precedence(article: Article) -> tuple[bool, bool, str, str]:
    return not article.primary, article.kind != "wire", article.published.first.isoformat(), article.id
