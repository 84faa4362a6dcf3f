"""Finishing: Markdown beside each finished page, a copy of them all to read from disk, and the digest of the site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.finishing.beside import beside_pages
from generator.finishing.offline import offline_copy
from generator.model import Briefing
from generator.outputs import Output, digest

ARCHIVE: Final = "data/site.zip"
DIGEST: Final = "data/digest.txt"
"""SHA-256 of every other file, as `sha256sum -c data/digest.txt` reads it in the folder of the site."""


def finish(site: Path, docs: Path, briefing: Briefing) -> None:
    """Add to a finished tree what is made from it and from the Markdown that it was made from."""
    for output in _made(site, docs, briefing):
        (site / output.path).write_bytes(output.data)


def _made(site: Path, docs: Path, briefing: Briefing) -> Iterator[Output]:
    """Give the files in turn: each is written before the next is made, since the last one tells of all."""
    yield from beside_pages(docs)
    yield Output(ARCHIVE, offline_copy(site, briefing.site))
    yield Output(DIGEST, _digests(site))


def _digests(site: Path) -> bytes:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    lines = [f"{digest((site / path).read_bytes())}  {path}\n" for path in paths if path != DIGEST]
    return "".join(lines).encode()
