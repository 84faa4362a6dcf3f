"""Editions: versions of the site that were frozen, each an archive in `content/editions/` with its record.

An archive is what the desk published on a day, so that it is never made anew: it is the one that its record names by
its SHA-256, or an error.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from generator.archive import DamagedArchiveError, unpack
from generator.cache import Cache, key_of
from generator.changes.difference import difference
from generator.changes.snapshot import published, snapshot
from generator.diagnostics import Diagnostic, Location, ProblemsError, error
from generator.exports.document import Document
from generator.model import Briefing, Edition
from generator.model.changes import Snapshot
from generator.outputs import digest
from generator.schema.desk import EditionRecord

FOLDER: Final = "content/editions"
RECORDS: Final = "content/editions.yml"
_STATEMENTS: Final = "data/briefing.json"
_PAGE: Final = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """An edition with the statements that it was frozen with; None where the program cannot read them any more."""

    edition: Edition
    statements: Snapshot | None = None


def archive_of(name: str) -> str:
    """Give the path of an edition's archive below the root."""
    return f"{FOLDER}/{name}.tar.xz"


def read_editions(
    root: Path, records: Iterable[EditionRecord], cache: Cache, program: bytes
) -> tuple[tuple[Frozen, ...], list[Diagnostic]]:
    """Give the editions, the newest first, and what is wrong with their archives.

    What an archive holds is kept in the cache, so that it is opened once; its bytes are compared each time.
    """
    listed = sorted(records, key=lambda record: (record.date.first, record.id), reverse=True)
    keys = {record.id: key_of(program, record.sha256.encode()) for record in listed}
    known, others = cache.take(keys.values())
    read: list[Frozen] = []
    problems = list(_unlisted(root, {record.id for record in listed}))
    for record in listed:
        try:
            read.append(_frozen(root, record, known, keys[record.id]))
        except ProblemsError as trouble:
            problems += trouble.problems
    kept = {keys[frozen.edition.name]: frozen for frozen in read if not frozen.edition.withdrawn}
    if kept.keys() != known.keys() or others:
        cache.keep(kept, kept)
    return tuple(read), problems


def compared(frozen: Iterable[Frozen], briefing: Briefing) -> tuple[Edition, ...]:
    """Give editions with what is other for readers now."""
    listed = tuple(frozen)
    now = snapshot(briefing) if listed else None
    return tuple(
        replace(entry.edition, since=difference(entry.statements, now)) if entry.statements and now else entry.edition
        for entry in listed
    )


def _unlisted(root: Path, names: set[str]) -> Iterator[Diagnostic]:
    expected = {Path(archive_of(name)).name for name in names}
    for path in sorted((root / FOLDER).glob("*")):
        if path.name not in expected:
            message = f"no entry of {RECORDS} names this archive; bring its entry back, or delete the archive"
            yield error(Location(f"{FOLDER}/{path.name}"), "edition-unlisted", message)


def _frozen(root: Path, record: EditionRecord, known: Mapping[str, Frozen], key: str) -> Frozen:
    """Read an edition.

    Raises:
        ProblemsError: its archive is missing, or is not what was frozen.
    """
    edition = Edition(name=record.id, day=record.date.first, sha256=record.sha256, withdrawn=record.withdrawn or "")
    if edition.withdrawn:
        return Frozen(edition=edition)
    file = archive_of(record.id)
    back = f"bring it back as it was committed (git checkout COMMIT -- {file})"
    try:
        data = (root / file).read_bytes()
    except FileNotFoundError as trouble:
        message = f"its archive {file} is missing; {back}, or say why it is taken down (`withdrawn: WHY`)"
        raise ProblemsError([error(record.at("id"), "edition-missing", message, record.id)]) from trouble
    if (found := digest(data)) != record.sha256:
        message = (
            f"this is not the archive that was frozen: its SHA-256 is {found}, {RECORDS} has {record.sha256}; {back}"
        )
        raise ProblemsError([error(Location(file), "edition-altered", message, record.id)])
    if key in known:
        return replace(known[key], edition=replace(known[key].edition, name=edition.name, day=edition.day))
    try:
        files = {file.path: file.data for file in unpack(data)}
    except DamagedArchiveError as trouble:
        message = f"the archive cannot be read: {trouble}; {back}"
        raise ProblemsError([error(Location(file), "edition-altered", message, record.id)]) from trouble
    pages = frozenset(path.removesuffix(_PAGE) for path in files if path.endswith(_PAGE))
    return Frozen(edition=replace(edition, size=len(data), pages=pages), statements=_statements(files))


def _statements(files: Mapping[str, bytes]) -> Snapshot | None:
    try:
        return published(Document.model_validate_json(files.get(_STATEMENTS, b"")))
    except ValidationError:
        return None
