"""Editions in the finished site: each as its archive holds it, byte for byte."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator import paths
from generator.archive import unpack
from generator.changes.editions import archive_of
from generator.model import Edition
from generator.outputs import write_whole

LEDGER: Final = "build/editions.json"
"""By edition: the archive that it was unpacked from, and names, sizes and times of its files; it may be deleted."""


def add_editions(site: Path, root: Path, editions: Iterable[Edition]) -> None:
    """Put the editions into a finished tree.

    One that stands in the site in place as it was unpacked is taken over by links to its files, so that no byte is
    written again; of one in which anything was touched nothing is taken.
    """
    known = _read(root / LEDGER)
    told = {}
    for edition in editions:
        if edition.withdrawn:
            continue
        place = paths.edition(edition.name)
        stands = known.get(edition.name) == [edition.sha256, _state(root / "site" / place)]
        if not (stands and _linked(root / "site" / place, site / place)):
            for file in unpack((root / archive_of(edition.name)).read_bytes()):
                write_whole(site / place / file.path, file.data)
        told[edition.name] = [edition.sha256, _state(site / place)]
    if told != known:
        write_whole(root / LEDGER, json.dumps(told).encode())


def _linked(source: Path, target: Path) -> bool:
    """Link all files of a folder into another; say whether the disk could."""
    try:
        for path in sorted(source.rglob("*")):
            if path.is_file():
                place = target / path.relative_to(source)
                place.parent.mkdir(parents=True, exist_ok=True)
                os.link(path, place)
    except OSError:
        return False
    return True


def _read(ledger: Path) -> dict[str, object]:
    try:
        known = json.loads(ledger.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _state(folder: Path) -> str:
    """Give a digest of names, sizes and times of all files: whether anybody touched them."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        facts = path.lstat()
        if not path.is_dir():
            digest.update(f"{path.relative_to(folder)}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
