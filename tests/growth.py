"""`make growth`: what pages weigh, how many there are and what they cost, as the passages on one country grow.

The archive is made: articles of ten sentences, each of which names Norway; every fifth names the pact and a pillar,
every fourth a day. They are spread over ten years.
"""

import gzip
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.build import build
from generator.cli import main as generator
from generator.run import Run
from generator.starter import make_new
from tests.helpers import AS_OF, PROJECT

SIZES = (500, 5_000, 50_000)
PUBLISHED_UP_TO = 5_000
"""Passages; beyond that the pages are written and MkDocs is not run."""
SENTENCES = 10
"""In an article."""
BEGIN, DAYS = date(2016, 1, 1), 3_650
LOOKED_AT = {"country": "countries/no", "home": "index", "timeline": "timeline", "sources": "sources/index"}
"""The pages that must not grow, without their ending."""
MEGABYTE = 1_024
"""`ru_maxrss` counts kilobytes on Linux."""
WORDS = re.findall(
    r"\w+",
    "anchor autumn barge beacon boat bridge brick cable canal cargo chart coast copper crane current deck depot dock "
    "engine ferry fish flag freight gate glass grain hull harbour inlet island keel lamp ledger light lock mast mill "
    "mooring motor net oar paint pilot pipe plank port pump quay rail ramp road roof rope sail salt sand ship shore "
    "signal slip station steel stone storm tide timber tower train truck tug tunnel vessel wall water wharf wind yard",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one archive comes to; bytes of pages are those of their Markdown, or of their HTML compressed."""

    passages: int
    seconds: float
    """Of processor, for a clean run of one process."""
    again: float
    """For the same without a change."""
    megabytes: float
    pages: int
    sizes: dict[str, int]
    largest: tuple[str, int]


def make_archive(root: Path, articles: int, *, sentences: int = SENTENCES, days: int = DAYS) -> Path:
    """Make a site with so many articles, published over so many days, which say of Norway what no statement uses."""
    make_new(root)
    drawn = random.Random(1)  # noqa: S311 - the same archive each time
    for number in range(articles):
        day = BEGIN + timedelta(days=number * days // articles)
        text = "\n".join(_sentence(drawn, place, day) for place in range(sentences))
        (root / f"seeds/made-{number}.txt").write_text(f" date {day} {text}\n")
        (root / f"seeds/made-{number}.txt.yml").write_text(f"{{publisher: Wire, rights: full, title: Report {number}}}")
    return root


def _sentence(drawn: random.Random, place: int, day: date) -> str:
    words = " ".join(drawn.choices(WORDS, k=16))
    pact = " of the Northern Harbours Pact and its line of work on ports" if place % 5 == 0 else ""
    earlier = day - timedelta(days=drawn.randrange(10, 2_000))
    when = f" on {earlier.day} {earlier:%B %Y}" if place % 4 == 0 else ""
    return f"Norway said{pact} that the {words} came {drawn.randrange(1_000_000)} times{when}."


def measure(root: Path, passages: int, *, published: bool) -> Figures:
    """Build a made archive in this process, twice; publish it where that is asked for."""
    seconds = [_timed(root, published=published) for _ in range(2)]
    pages = dict(_published(root / "site") if published else _written(root / "build/docs"))
    return Figures(
        passages=passages,
        seconds=seconds[0],
        again=seconds[1],
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE,
        pages=len(pages),
        sizes={name: pages[path] for name, path in LOOKED_AT.items()},
        largest=max(pages.items(), key=lambda page: page[1]),
    )


def _timed(root: Path, *, published: bool) -> float:
    begin = time.process_time()
    if published:
        assert generator(["site", "--root", str(root), "--as-of", AS_OF, "--jobs", "1"]) == 0
    else:
        assert build(Run(root=root, as_of=date.fromisoformat(AS_OF))).changes
    return time.process_time() - begin


def _written(docs: Path) -> Iterator[tuple[str, int]]:
    for path in docs.rglob("*.md"):
        yield path.relative_to(docs).as_posix().removesuffix(".md"), path.stat().st_size


def _published(site: Path) -> Iterator[tuple[str, int]]:
    """Give the pages under the names of their Markdown files, with the bytes that a reader loads."""
    for path in site.rglob("index.html"):
        name = path.parent.relative_to(site).as_posix()
        indexes = {".": "index", **{name: f"{name}/index" for name in ("countries", "pillars", "topics", "sources")}}
        yield indexes.get(name, name), len(gzip.compress(path.read_bytes(), 9, mtime=0))


def main() -> None:
    """Print a row for each size, each measured in a process of its own."""
    for published, sizes in ((False, SIZES), (True, [size for size in SIZES if size <= PUBLISHED_UP_TO])):
        print("\nThe whole site; bytes of HTML, compressed" if published else "Generator alone; bytes of Markdown")
        print(f"{'passages':>9}{'pages':>8}{'seconds':>9}{'again':>8}{'MB':>6}", end="")
        print("".join(f"{name:>10}" for name in LOOKED_AT), " largest")
        for size in sizes:
            command = [sys.executable, "-m", "tests.growth", str(size), *(["published"] if published else [])]
            done = subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True)
            _print(Figures(**json.loads(done.stdout.splitlines()[-1])))


def _print(found: Figures) -> None:
    sizes = "".join(f"{size:10,}" for size in found.sizes.values())
    costs = f"{found.seconds:9.1f}{found.again:8.1f}{found.megabytes:6.0f}"
    name, largest = found.largest
    print(f"{found.passages:9,}{found.pages:8,}{costs}{sizes}  {largest:,} {name}", flush=True)


def _child(passages: int, *, published: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = make_archive(Path(folder) / "site", passages // SENTENCES)
        print(json.dumps(asdict(measure(root, passages, published=published))))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(int(sys.argv[1]), published=len(sys.argv) > 2)
    else:
        main()
