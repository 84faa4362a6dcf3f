"""The corpus: every seed read and analysed, each a pure function of its bytes and the vocabulary, kept in a cache.

What is not in the cache is read in batches by any `concurrent.futures.Executor`; results come back in the order of
the seeds, so that they are the same whatever runs them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeAlias

from generator.analysis import analyse_article
from generator.analysis.names.vocabulary import Vocabulary
from generator.cache import Cache, key_of
from generator.diagnostics import Diagnostic, error, has_errors
from generator.model import Article, Corpus, Passages, pack
from generator.reading import Seed, read_seed

BATCH = 64
"""Seeds in one task: enough to outweigh handing it over, few enough to share the work evenly."""
BATCH_BYTES = 1_000_000
"""Bytes in one task, unless a single seed has more."""


@dataclass(frozen=True, slots=True)
class SeedReading:
    """What one seed gave: its articles, each with its passages, and the problems met on the way."""

    articles: tuple[Article, ...]
    passages: tuple[bytes, ...] = ()
    """Those of each article, packed, in the same order."""
    problems: tuple[Diagnostic, ...] = ()


Workers: TypeAlias = Callable[[], AbstractContextManager[Executor]]
"""Makes an executor for a while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How seeds are read: with which names, from which cache, by which workers."""

    vocabulary: Vocabulary
    program: bytes = b""
    """A digest of the program: results of another version are not taken."""
    cache: Cache | None = None
    workers: Workers | None = None
    """Makes the executor when there is enough to read; None reads in this process."""

    def read(self, seeds: Sequence[Seed]) -> tuple[Corpus, list[Diagnostic]]:
        """Read all seeds; one that cannot be read is a problem and leaves the others alone."""
        keys = [self._key(seed) for seed in seeds]
        known, others = self.cache.take(keys) if self.cache else ({}, 0)
        new = [seed for seed, key in zip(seeds, keys, strict=True) if key not in known]
        fresh = dict(zip((self._key(seed) for seed in new), self._read_all(new), strict=True))
        if self.cache and (fresh or others):
            # What failed is tried anew: the library that it lacked may be there then.
            self.cache.keep({key: value for key, value in fresh.items() if not has_errors(value.problems)}, keys)
        return _corpus({**known, **fresh}[key] for key in keys)

    def _key(self, seed: Seed) -> str:
        settings = (self.program, self.vocabulary.digest.encode(), seed.path.encode())
        sidecar = b"" if seed.sidecar is None else b"+" + seed.sidecar
        return key_of(*settings, seed.data, sidecar, repr(seed.trouble).encode())

    def _read_all(self, seeds: Sequence[Seed]) -> list[SeedReading]:
        if self.workers is None or len(seeds) <= BATCH:
            return read_batch(seeds, self.vocabulary)
        work = partial(read_batch, vocabulary=self.vocabulary)
        try:
            with self.workers() as executor:
                return list(chain.from_iterable(executor.map(work, batches(seeds))))
        except BrokenExecutor:  # a worker came to an end, mostly because the memory did
            return read_batch(seeds, self.vocabulary)


Bodies: TypeAlias = dict[Seed, SeedReading]
"""What seeds gave without analysis; for reading many versions of one folder."""


def read_bodies(seeds: Sequence[Seed], memo: Bodies) -> tuple[Corpus, list[Diagnostic]]:
    """Read all seeds that the memo does not have, and analyse none: enough to compare quotations with them."""
    for seed in seeds:
        if seed not in memo:
            articles, problems = read_seed(seed)
            memo[seed] = SeedReading(articles, tuple(pack(()) for _ in articles), problems)
    return _corpus(memo[seed] for seed in seeds)


def batches(seeds: Iterable[Seed]) -> Iterator[list[Seed]]:
    """Cut seeds into batches, each bounded by number and by bytes."""
    batch: list[Seed] = []
    size = 0
    for seed in seeds:
        if batch and (len(batch) == BATCH or size + len(seed.data) > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(seed)
        size += len(seed.data)
    if batch:
        yield batch


def read_batch(seeds: Iterable[Seed], vocabulary: Vocabulary) -> list[SeedReading]:
    """Read and analyse some seeds; the unit of work that is handed to an executor."""
    return [_read(seed, vocabulary) for seed in seeds]


def _read(seed: Seed, vocabulary: Vocabulary) -> SeedReading:
    articles, problems = read_seed(seed)
    passages = tuple(pack(analyse_article(article, vocabulary)) for article in articles)
    return SeedReading(articles, passages, problems)


def _corpus(readings: Iterable[SeedReading]) -> tuple[Corpus, list[Diagnostic]]:
    """Gather articles by id in order; the second of two with one id is a problem."""
    articles: dict[str, Article] = {}
    passages: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for reading in readings:
        problems.extend(reading.problems)
        for article, found in zip(reading.articles, reading.passages, strict=True):
            if article.id in articles:
                other = articles[article.id].seed
                message = f"{other} has the id {article.id!r} too; give one of them an `id` in a sidecar"
                problems.append(error(article.location, "duplicate-id", message, article.id))
            else:
                articles[article.id], passages[article.id] = article, found
    packed = Passages(dict(sorted(passages.items())))
    return Corpus(articles=dict(sorted(articles.items())), passages=packed), problems
