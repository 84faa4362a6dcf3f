"""`make bench`, the second half: the reading stage beside its peers on the same texts, each in a process of its own.

Articles of about 1,500 characters are put together from paragraphs of the annotated ones. A tool that is not done
within the limit is stopped, and its rate over what it did is given.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from generator.cache import Cache
from generator.corpus import BATCH, Reader
from generator.reading import Seed
from tests.annotated import read_annotated
from tests.helpers import PROJECT
from tests.score import corpus_vocabulary

SIZES = (100, 1_000, 10_000)
LENGTH = 1_500
LIMIT = 30.0
"""Seconds for one tool and size."""
MEGABYTE = 1_024
"""`ru_maxrss` counts kilobytes on Linux."""


def made_articles(number: int) -> list[str]:
    """Give texts put together from paragraphs of the development articles; the same for the same number."""
    paths = sorted((PROJECT / "tests/corpus/development").glob("*.yml"))
    paragraphs = [part for path in paths for part in read_annotated(path).article.text.split("\n\n")]
    drawn = random.Random(number)  # noqa: S311 - the same texts each time
    return [_article(drawn, paragraphs) for _ in range(number)]


def _article(drawn: random.Random, paragraphs: list[str]) -> str:
    chosen: list[str] = []
    while sum(map(len, chosen)) < LENGTH:
        chosen.append(drawn.choice(paragraphs))
    return "\n\n".join(chosen)[: LENGTH + 200]


def _seeds(texts: list[str]) -> list[Seed]:
    return [Seed(f"seeds/{n}.txt", f" date 2024-05-{n % 28 + 1:02} {text}\n".encode()) for n, text in enumerate(texts)]


Batches = Iterator[int]
"""Gives the number of articles done so far, so that a slow tool can be stopped."""


def _reading(texts: list[str], cache: Path | None = None) -> Batches:
    reader = Reader(vocabulary=corpus_vocabulary(), cache=Cache(cache) if cache else None)
    seeds = _seeds(texts)
    if cache:
        reader.read(seeds)
        yield len(seeds)
        return
    for start in range(0, len(seeds), BATCH):
        reader.read(seeds[start : start + BATCH])
        yield min(start + BATCH, len(seeds))


def _dateparser(texts: list[str]) -> Batches:
    from dateparser.search import search_dates  # noqa: PLC0415 - only the process that measures it loads it

    settings = {"RELATIVE_BASE": datetime(2024, 5, 1, tzinfo=UTC).replace(tzinfo=None)}
    for number, text in enumerate(texts, 1):
        for line in text.splitlines():
            search_dates(line, languages=["en"], settings=settings)
        yield number


def _flashgeotext(texts: list[str]) -> Batches:
    from flashgeotext.geotext import GeoText  # noqa: PLC0415

    finder = GeoText()
    for number, text in enumerate(texts, 1):
        finder.extract(input_text=text)
        yield number


def _spacy(texts: list[str]) -> Batches:
    import spacy  # noqa: PLC0415

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    ruler: Any = pipeline.add_pipe("entity_ruler")
    names = corpus_vocabulary().countries
    ruler.add_patterns([{"label": "GPE", "pattern": name} for name in sorted(names)])
    for number, _ in enumerate(pipeline.pipe(texts), 1):
        yield number


def _measured(run: Callable[[list[str]], Batches], number: int) -> dict[str, float]:
    """Run one tool in this process, and give articles and characters a second and the peak of memory."""
    texts = made_articles(number)
    done, begin = 0, time.perf_counter()
    for count in run(texts):
        done = count
        if time.perf_counter() - begin > LIMIT:
            break
    seconds = time.perf_counter() - begin
    characters = sum(map(len, texts[:done]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return {"done": done, "articles": done / seconds, "characters": characters / seconds, "megabytes": peak}


TOOLS: dict[str, Callable[[list[str]], Batches]] = {
    "reading, all of it": _reading,
    "dateparser: dates": _dateparser,
    "flashgeotext: countries, cities": _flashgeotext,
    "spaCy: sentences, countries": _spacy,
}


def main() -> None:
    """Print a row for each tool and size."""
    print(f"{'':34}{'articles':>9}{'articles/s':>12}{'characters/s':>14}{'MB':>7}")
    for number in SIZES:
        for name in TOOLS:
            _print(name, number, [name, str(number)])
        with tempfile.TemporaryDirectory() as folder:
            _measured(partial(_reading, cache=Path(folder) / "cache"), number)
            _print("reading, unchanged", number, ["reading, unchanged", str(number), str(Path(folder) / "cache")])


def _print(name: str, number: int, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "tests.bench.reading", *arguments]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    stopped = "" if found["done"] == number else f"  stopped after {found['done']:.0f}"
    rates = f"{found['articles']:12,.0f}{found['characters']:14,.0f}{found['megabytes']:7,.0f}"
    print(f"{name:34}{number:9,}{rates}{stopped}", flush=True)


def _child(name: str, number: int, cache: Path | None) -> None:
    run = partial(_reading, cache=cache) if cache else TOOLS[name]
    print(json.dumps(_measured(run, number)))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
    else:
        main()
