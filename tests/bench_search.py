"""`make bench`: what indexing by Pagefind costs, apart from the rest of a build, and how much a reader would fetch."""

import gzip
import itertools
import json
import random
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from generator.finishing.pagefind import indexed
from generator.finishing.search import FOLDER, INDEX, Filters, prepared

SIZES = (200, 1_000, 5_000)
WORDS_OF_A_PAGE, SECTIONS, WORDS_OF_A_STATEMENT = 750, 5, 50
PAGES_PER_STATEMENT = 5
KINDS = ("agreement", "event", "plan", "position")
PHRASES = ("security partnership", "the submarine programme", "deterrence")
"""What several pages say, beside words that only chance puts there."""
SYLLABLES = ("ba", "co", "di", "fe", "gu", "la", "mo", "ni", "pe", "ru", "sa", "to")
VOCABULARY = ["".join(syllables) for syllables in itertools.product(SYLLABLES, repeat=4)]
MEGABYTE = 1024
"""`ru_maxrss` counts kilobytes on Linux."""


def made_site(pages: int) -> tuple[dict[str, Any], dict[str, Filters]]:
    """Make Material's index of so many pages and a register, and give it with the filters.

    There is a statement for each five pages. Words are as frequent as in a language (Zipf's law).
    """
    chance = random.Random(pages)
    frequency = list(itertools.accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))

    def text(words: int) -> str:
        phrase = chance.choice(PHRASES) if chance.random() < 0.1 else ""
        return f"<p>{' '.join(chance.choices(VOCABULARY, cum_weights=frequency, k=words))} {phrase}</p>"

    def entries() -> Iterator[dict[str, Any]]:
        for number in range(pages):
            yield {"location": f"p/{number}/", "title": f"Wazi{number}", "text": "", "tags": [f"Wazi number {number}"]}
            for section in range(SECTIONS):
                body = text(WORDS_OF_A_PAGE // SECTIONS)
                yield {"location": f"p/{number}/#s{section}", "title": f"Section {section}", "text": body}
        yield {"location": "register/", "title": "Register of statements", "text": ""}
        for number in range(pages // PAGES_PER_STATEMENT):
            said = text(WORDS_OF_A_STATEMENT)
            yield {"location": f"register/#f{number}", "title": f"Statement {number}", "text": said}

    filters: dict[str, Filters] = {
        f"register/#f{number}": {
            "country": (f"Country {number % 30}",),
            "pillar": (f"Pillar {number % 2}",),
            "kind": (KINDS[number % len(KINDS)],),
            "year": (str(2000 + number % 27),),
        }
        for number in range(pages // PAGES_PER_STATEMENT)
    }
    config = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": []}
    return {"config": config, "docs": list(entries())}, filters


def made_index(pages: int) -> dict[str, bytes]:
    """Give the files of the search of a made site, by path below it."""
    settings, html = prepared(*made_site(pages))
    return {INDEX: settings} | {f"{FOLDER}/{name}": data for name, data in indexed(html).items()}


def _measured(pages: int) -> tuple[float, float, float, float]:
    """Give seconds of wall and of CPU, and the peak memory of Pagefind, in MB, and the size of its index."""
    _, html = prepared(*made_site(pages))
    begin = time.perf_counter()
    files = indexed(html)
    wall = time.perf_counter() - begin
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(map(len, files.values())) / 1e6
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE, size


def main() -> None:
    """Print time, memory and sizes for each number of pages, each in a process of its own."""
    print("Pagefind      wall      CPU   memory    index   Material's index, compressed")
    for pages in SIZES:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
            wall, cpu, memory, size = apart.submit(_measured, pages).result()
        material = len(gzip.compress(json.dumps(made_site(pages)[0]).encode())) / 1e6
        print(f"{pages:5} pages {wall:6.1f} s {cpu:6.1f} s {memory:5.0f} MB {size:5.1f} MB   {material:.1f} MB")


if __name__ == "__main__":
    main()
