"""Finishing: Pagefind's index where asked for, Markdown beside each page, a copy to read from disk, the digest."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.cache import Cache
from generator.finishing.beside import beside_pages
from generator.finishing.offline import offline_copy
from generator.finishing.pagefind import require_pagefind
from generator.finishing.search import search_index
from generator.model import Briefing
from generator.outputs import Output, digest

__all__ = ["ARCHIVE", "DIGEST", "finish", "require_pagefind"]

ARCHIVE: Final = "data/site.zip"
SEARCH: Final = "search.sqlite"
"""In `build/`: Pagefind's index as it was made last; it may be deleted."""
DIGEST: Final = "data/digest.txt"
"""SHA-256 of every other file, as `sha256sum -c data/digest.txt` reads it in the folder of the site."""


def finish(site: Path, docs: Path, briefing: Briefing) -> None:
    """Add to a finished tree what is made from it and from the Markdown that it was made from.

    Raises:
        ProblemsError: the search cannot be made.
    """
    for output in _made(site, docs, briefing):
        path = site / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)


def _made(site: Path, docs: Path, briefing: Briefing) -> Iterator[Output]:
    """Give the files in turn: each is written before the next is made, since the last one tells of all."""
    if briefing.site.search == "pagefind":
        yield from search_index(site, briefing, Cache(docs.parent / SEARCH))
    yield from beside_pages(docs)
    yield Output(ARCHIVE, offline_copy(site, briefing.site))
    yield Output(DIGEST, _digests(site))


def _digests(site: Path) -> bytes:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    lines = [f"{digest((site / path).read_bytes())}  {path}\n" for path in paths if path != DIGEST]
    return "".join(lines).encode()
