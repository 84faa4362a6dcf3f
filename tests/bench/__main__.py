"""`python -m tests.bench`: all of it, or the parts and sizes that are asked for."""

import argparse
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tests.bench import reading
from tests.bench.archive import archive_rows
from tests.bench.commands import command_rows
from tests.bench.rows import Row, table
from tests.bench.sites import REAL, site_rows


def main() -> None:
    """Print each row as it is measured, then all of them as a table; exit with 1 where one missed what is asked."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        rows = []
        for row in _rows(options, Path(folder)):
            print(row.line(), flush=True)
            rows.append(row)
    print(f"\nEvery build was byte for byte the clean plain one.\n\n{table(rows)}")
    if options.reading:
        reading.main()
    raise SystemExit(any(row.missed for row in rows))


def _rows(options: argparse.Namespace, folder: Path) -> Iterator[Row]:
    yield from chain.from_iterable(site_rows(folder, size, options.runs) for size in options.sizes)
    yield from archive_rows(folder, options.archives)
    if options.commands:
        yield from command_rows(folder)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, help=f"pages of the sites; {REAL} is the real content")
    parser.add_argument("--archives", type=_numbers, help="articles of the archives that the generator alone reads")
    parser.add_argument("--commands", action=argparse.BooleanOptionalAction, help="each command on the real content")
    parser.add_argument("--reading", action=argparse.BooleanOptionalAction, help="reading alone, beside its peers")
    parser.add_argument("--all", action="store_true", help="the largest sizes, too")
    parser.add_argument("--runs", type=int, default=3, help="how often a site is built; the median counts")
    options = parser.parse_args()
    if not any((options.sizes, options.archives, options.commands, options.reading)):
        options.sizes = [REAL, 200, 1_000, *([5_000] if options.all else [])]
        options.archives = [10_000, *([30_000, 100_000] if options.all else [])]
        options.commands = options.reading = True
    options.sizes, options.archives = options.sizes or [], options.archives or []
    return options


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",") if number]


if __name__ == "__main__":
    main()
