"""Finishing: what is made from the finished pages, the frozen editions beside them, and the digest of the site."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator import paths
from generator.finishing.beside import beside_pages
from generator.finishing.editions import add_editions
from generator.finishing.offline import offline_copy
from generator.model import Briefing, Edition
from generator.outputs import digest

ARCHIVE: Final = "data/site.zip"
DIGEST: Final = "data/digest.txt"
"""SHA-256 of every other file, as `sha256sum -c data/digest.txt` reads it in the folder of the site.

Of an edition it names the edition's own `data/digest.txt` alone, which names the rest.
"""


def finish(site: Path, docs: Path, root: Path, briefing: Briefing) -> None:
    """Add to a finished tree what is made from it and from the Markdown that it was made from, and the editions."""
    for output in beside_pages(docs):
        (site / output.path).write_bytes(output.data)
    if not briefing.edition:
        (site / ARCHIVE).write_bytes(offline_copy(site, briefing.site))
    add_editions(site, root, briefing.editions)
    (site / DIGEST).write_bytes(_digests(site, briefing.editions))


def _digests(site: Path, editions: Iterable[Edition]) -> bytes:
    frozen = tuple(f"{paths.edition(edition.name)}/" for edition in editions if not edition.withdrawn)
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    told = (path for path in files if path != DIGEST and (path.endswith(DIGEST) or not path.startswith(frozen)))
    return "".join(f"{digest((site / path).read_bytes())}  {path}\n" for path in told).encode()
