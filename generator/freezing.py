"""Freezing: the site as it stands becomes an edition, an archive in `content/editions/` and a record beside it.

It is made by the templates as the present site is, but for a line on each page that says what it is, its address, and
what only a site that goes on has: feeds, a map for crawlers, a copy to read from disk, earlier editions.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pydantic import TypeAdapter, ValidationError

from generator.archive import pack
from generator.build import gather, with_changes, write
from generator.changes.editions import RECORDS, archive_of
from generator.diagnostics import Diagnostic, Location, ProblemsError, error, has_errors
from generator.engine import Engine, EngineError
from generator.finishing import finish
from generator.model import Briefing
from generator.outputs import Output, digest, refuse_clashes, write_whole
from generator.paths import edition as place_of
from generator.run import Run
from generator.schema import SCHEMA_FOLDER
from generator.schema.base import Id
from generator.site import engine_settings
from generator.stamp import steadily
from generator.verification import verify
from generator.workplace import FREEZING

_HEAD: Final = f"# yaml-language-server: $schema={Path(SCHEMA_FOLDER).name}/editions.json\n"
_LEFT_OUT: Final = ("404.html", "sitemap.xml", "sitemap.xml.gz", "*.map")
"""What a host, crawlers and developers of the theme ask for at the root of the site alone."""
_RESERVED: Final = "index"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A new edition: its archive with its size in bytes, and the warnings on the way to it."""

    archive: str
    sha256: str
    size: int
    pages: int
    problems: tuple[Diagnostic, ...]


def freeze(run: Run, name: str, base: str | None) -> Made:
    """Freeze the site as it stands under a new name.

    Raises:
        ProblemsError: the name is not allowed or is taken, or the content has errors; nothing is written.
        EngineError: MkDocs refused the pages.
    """
    _refuse_name(name)
    files, problems = steadily(run, lambda: _frozen(run, name, base))
    data = pack(files)
    write_whole(run.root / archive_of(name), data)
    entry = f"- id: {name}\n  date: {run.as_of.isoformat()}\n  sha256: {digest(data)}\n"
    write_whole(run.root / RECORDS, (_records(run.root) + entry).encode())
    pages = sum(file.path.endswith("index.html") for file in files)
    return Made(archive=archive_of(name), sha256=digest(data), size=len(data), pages=pages, problems=problems)


def _frozen(run: Run, name: str, base: str | None) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    briefing, problems = gather(run)
    if has_errors(problems):
        raise ProblemsError(problems)
    _refuse_taken(run.root, name, briefing)
    with TemporaryDirectory(dir=run.root / "build", prefix=FREEZING) as folder:
        files = tuple(_files(_made(run, _as_edition(with_changes(run, briefing), name), Path(folder), base)))
    return files, problems


def _refuse_name(name: str) -> None:
    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError as trouble:
        message = f"{name!r} cannot name an edition: expected lower-case letters, digits and single hyphens, as 2026-11"
        raise ProblemsError([error(Location(RECORDS), "bad-value", message)]) from trouble
    refuse_clashes([f"{place_of(name)}/index.html"])


def _refuse_taken(root: Path, name: str, briefing: Briefing) -> None:
    taken = {_RESERVED, *(edition.name for edition in briefing.editions)}
    if name in taken or (root / archive_of(name)).exists():
        message = f"an edition never changes, and the name {name} is taken; give the new one another"
        raise ProblemsError([error(Location(RECORDS), "name-taken", message)])


def _records(root: Path) -> str:
    """Give the records as they stand, or the head of a new file of them."""
    path = root / RECORDS
    text = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
    return text if text.endswith("\n") else f"{text}\n"


def _as_edition(briefing: Briefing, name: str) -> Briefing:
    site = briefing.site
    own = {"title": f"{site.title}, edition {name}", "url": f"{site.url.rstrip('/')}/{place_of(name)}"}
    return replace(briefing, site=site.model_copy(update=own), editions=(), edition=name)


def _made(run: Run, briefing: Briefing, folder: Path, base: str | None) -> Path:
    """Make the edition in a folder of its own, and give its finished tree."""
    shutil.copy(run.root / "mkdocs.yml", folder / "mkdocs.yml")
    write(briefing, run.templates, folder / "build")
    site = folder / "site"
    address = f"{base.rstrip('/')}/{place_of(briefing.edition)}" if base else None
    Engine(folder, jobs=run.jobs, page_cache=False).build(site, engine_settings(briefing, address))
    problems = tuple(verify(site, briefing))
    if problems:
        raise EngineError(problems)
    for pattern in _LEFT_OUT:
        for path in list(site.rglob(pattern)):
            path.unlink()
    finish(site, folder / "build" / "docs", folder, briefing)
    return site


def _files(site: Path) -> Iterator[Output]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield Output(path.relative_to(site).as_posix(), path.read_bytes())
