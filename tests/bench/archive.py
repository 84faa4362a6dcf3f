"""The generator alone over an archive: clean, unchanged, and how time and memory grow with the articles."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.made import fresh_copy, made_archive
from tests.bench.measuring import Cost, measured
from tests.bench.rows import Row
from tests.bench.sites import same
from tests.helpers import AS_OF, tree

_BUILD: Final = (sys.executable, "-m", "generator", "build", "--root", ".", "--as-of", AS_OF)
_ASKED: Final = 10_000
_LARGEST: Final = 100_000


def archive_rows(folder: Path, sizes: list[int]) -> Iterator[Row]:
    """Measure archives of so many articles; what is made again is compared with what was made clean."""
    costs: dict[int, Cost] = {}
    for size in sizes:
        root = made_archive(folder / f"archive-{size}", size)
        costs[size] = clean = measured(_BUILD, root)
        made = tree(root / "build/docs")
        unchanged = measured(_BUILD, root)
        same(tree(root / "build/docs"), made)
        plain = fresh_copy(root, root.with_name("plain"))
        measured((*_BUILD, "--jobs", "1"), plain)
        same(tree(plain / "build/docs"), made)
        name = f"{size:,} articles"
        judged = size == _ASKED
        note = f"processor {clean.processor:.1f} s"
        yield Row(what=f"generator alone, {name}", value=clean.wall, unit="s", most=30 if judged else None, note=note)
        yield Row(what=f"unchanged, {name}", value=unchanged.wall, unit="s", most=2 if judged else None)
        most = {_ASKED: 500, _LARGEST: 2_000}.get(size)
        yield Row(what=f"memory, {name}", value=clean.megabytes, unit="MB", most=most)
        for path in (root, plain):
            shutil.rmtree(path)
    if costs:
        yield from _growth(costs)


def _growth(costs: dict[int, Cost]) -> Iterator[Row]:
    """Give the cost of an article in each archive, relative to one in the smallest: 1 is linear."""
    smallest, *larger = sorted(costs)
    for size in larger:
        name, grown = f"an article of {size:,} to one of {smallest:,}", size / smallest
        less, more = costs[smallest], costs[size]
        yield Row(what=f"time, {name}", value=more.processor / less.processor / grown, unit="x", most=1.2)
        yield Row(what=f"memory, {name}", value=more.megabytes / less.megabytes / grown, unit="x", most=1.2)
