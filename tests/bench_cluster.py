"""`make bench`, the third part: reading on a Dask cluster beside the process pool, and what ten million articles need.

The workers run on this machine and share its cores with the driver and the scheduler. What more machines would give is
computed from the seconds of CPU that each of them needs for an article.
"""

import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from distributed import Client

from generator.analysis.names.vocabulary import Vocabulary
from generator.cache import Cache
from generator.cluster import cluster, pack
from generator.corpus import Reader, Workers, batches, read_batch
from generator.reading import Seed
from tests.bench.reading import made_articles
from tests.clusters import scheduler, tcp, worker
from tests.score import corpus_vocabulary

ARTICLES: Final = 1_000
WORKERS: Final = (1, 2)
MANY: Final = 10_000_000
SIZES: Final = (1, 8, 64)
"""Workers of the clusters that are computed."""
IDLE: Final = 5.0
"""Seconds in which it is measured what all need for nothing; it is taken off."""
HOUR: Final = 3_600
GIGABYTE: Final = 1e9
KILOBYTE: Final = 1_024
"""`ru_maxrss` counts kilobytes on Linux."""


class Cost(NamedTuple):
    """Seconds of CPU that an article takes."""

    worker: float
    driver: float
    scheduler: float


def main(number: int) -> None:
    """Print the rates, the bytes and the table."""
    vocabulary, seeds = corpus_vocabulary(), seeds_of(number)
    read_batch(seeds[:8], vocabulary)  # loads the word lists
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _print_rate("one process", number, timed(seeds, vocabulary, None))
    held = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * KILOBYTE / number
    for count in WORKERS:
        _print_rate(f"process pool of {count}", number, timed(seeds, vocabulary, partial(ProcessPoolExecutor, count)))
    costs = [on_cluster(count, seeds, vocabulary) for count in WORKERS]
    cut = list(batches(seeds))
    work = len(pack(partial(read_batch, vocabulary=vocabulary)))
    sent = sum(len(pack((batch,))) + work for batch in cut) / number
    back = sum(len(pack(read_batch(batch, vocabulary))) for batch in cut) / number
    print(f"bytes an article: {sent:,.0f} to a worker, {back:,.0f} back, {held:,.0f} held by the driver")
    _print_table(costs[0], sent + back, held)


def seeds_of(number: int) -> list[Seed]:
    """Give seeds of about 1,500 characters."""
    texts = enumerate(made_articles(number))
    return [Seed(f"seeds/{n}.txt", f" date 2024-05-{n % 28 + 1:02} {text}\n".encode()) for n, text in texts]


def timed(seeds: list[Seed], vocabulary: Vocabulary, workers: Workers | None) -> float:
    """Read all seeds and keep what was found, as a build does; give the seconds."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        reader = Reader(vocabulary=vocabulary, cache=Cache(Path(folder) / "cache"), workers=workers)
        corpus, _ = reader.read(seeds)
        assert len(corpus.articles) == len(seeds)
        return time.perf_counter() - begin


def on_cluster(count: int, seeds: list[Seed], vocabulary: Vocabulary) -> Cost:
    """Read all seeds on a cluster of so many workers, print the rate, and give what an article costs there."""
    with ExitStack() as stack:
        address = stack.enter_context(scheduler())
        for number in range(count):
            stack.enter_context(worker(address, str(number)))
        client = stack.enter_context(Client(tcp(address), set_as_default=False))
        timed(seeds[:128], vocabulary, partial(cluster, tcp(address)))  # the workers load the program
        start = _seconds(client)
        time.sleep(IDLE)
        before = _seconds(client)
        seconds = timed(seeds, vocabulary, partial(cluster, tcp(address)))
        after = _seconds(client)
    idle = (seconds * (b - a) / IDLE for a, b in zip(start, before, strict=True))
    cost = Cost(*((b - a - rest) / len(seeds) for a, b, rest in zip(before, after, idle, strict=True)))
    said = ", ".join(f"{name} {1000 * value:.2f}" for name, value in cost._asdict().items())
    _print_rate(f"Dask, {count} worker{'s' * (count > 1)}", len(seeds), seconds, f"ms of CPU an article: {said}")
    return cost


def _seconds(client: Client) -> Cost:
    workers = client.run(time.process_time)
    return Cost(sum(workers.values()), time.process_time(), client.run_on_scheduler(time.process_time))


def _print_rate(name: str, number: int, seconds: float, more: str = "") -> None:
    print(f"{name:20}{number:9,} articles{number / seconds:8,.0f} a second  {more}", flush=True)


def _print_table(cost: Cost, wire: float, held: float) -> None:
    """Say what ten million articles need; the slowest of workers, driver and scheduler sets the pace."""
    print(f"\n{MANY:,} articles: {wire * MANY / GIGABYTE:,.0f} GB sent, {held * MANY / GIGABYTE:,.0f} GB of memory")
    for count in SIZES:
        limits = {"the workers": cost.worker / count, "the driver": cost.driver, "the scheduler": cost.scheduler}
        name = max(limits, key=lambda key: limits[key])
        print(f"{count:4} workers: {limits[name] * MANY / HOUR:6,.1f} hours, {1 / limits[name]:6,.0f}/s, set by {name}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
