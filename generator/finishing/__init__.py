"""Finishing: what is made from the finished pages, the frozen editions beside them, and the digest of the site."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator import paths
from generator.cache import Cache
from generator.finishing.beside import beside_pages
from generator.finishing.editions import add_editions
from generator.finishing.offline import offline_copy
from generator.finishing.pagefind import require_pagefind
from generator.finishing.search import search_index
from generator.model import Briefing, Edition
from generator.outputs import Output, digest

__all__ = ["ARCHIVE", "DIGEST", "finish", "require_pagefind"]

ARCHIVE: Final = "data/site.zip"
SEARCH: Final = "search.sqlite"
"""In `build/`: Pagefind's index as it was made last; it may be deleted."""
BESIDE: Final = "beside.sqlite"
"""In `build/`: the Markdown beside each page, by the page; it may be deleted."""
OFFLINE: Final = "offline.sqlite"
"""In `build/`: pages as they are read from disk; it may be deleted."""
DIGEST: Final = "data/digest.txt"
"""SHA-256 of every other file, as `sha256sum -c data/digest.txt` reads it in the folder of the site.

Of an edition it names the edition's own `data/digest.txt` alone, which names the rest.
"""


def finish(site: Path, docs: Path, root: Path, briefing: Briefing) -> None:
    """Add to a finished tree what is made from it and from the Markdown that it was made from, and the editions.

    Raises:
        ProblemsError: the search cannot be made.
    """
    for output in _made(site, docs, briefing):
        path = site / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    add_editions(site, root, briefing.editions)
    (site / DIGEST).write_bytes(_digests(site, briefing.editions))


def _made(site: Path, docs: Path, briefing: Briefing) -> Iterator[Output]:
    """Give the files in turn: each is written before the next is made, which may hold it."""
    if briefing.site.search == "pagefind":
        yield from search_index(site, briefing, Cache(docs.parent / SEARCH))
    yield from beside_pages(docs, Cache(docs.parent / BESIDE))
    if not briefing.edition:
        yield Output(ARCHIVE, offline_copy(site, briefing.site, Cache(docs.parent / OFFLINE)))


def _digests(site: Path, editions: Iterable[Edition]) -> bytes:
    frozen = tuple(f"{paths.edition(edition.name)}/" for edition in editions if not edition.withdrawn)
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    told = (path for path in files if path != DIGEST and (path.endswith(DIGEST) or not path.startswith(frozen)))
    return "".join(f"{digest((site / path).read_bytes())}  {path}\n" for path in told).encode()
