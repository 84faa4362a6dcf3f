"""The stamp of what was made: from which inputs, and that nobody touched it since."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from generator.outputs import write_whole
from generator.run import PROJECT, History, Run

ENGINE: Final = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "svg.py")
"""Packages whose version the finished site depends on."""
SEARCH: Final = "pagefind-bin"
"""One more where the site asks for it; else it need not be there."""
SITE: Final = ("site",)
DOCS: Final = ("build/docs", "build/theme")
_STAMPS: Final = {SITE: "build/stamp.json", DOCS: "build/docs-stamp.json"}


def unchanged(run: Run, base: str | None, made: tuple[str, ...] = SITE) -> bool:
    """Say whether what is in place was made from just these inputs, and nothing in it was touched since."""
    try:
        stamp = json.loads((run.root / _STAMPS[made]).read_bytes())
    except (OSError, ValueError):
        return False
    return bool(stamp == {"inputs": inputs_of(run, base), "made": _state(run.root, made)})


def set_stamp(run: Run, inputs: str, made: tuple[str, ...] = SITE) -> None:
    """Note from which inputs the site, or its pages as Markdown, were made."""
    write_whole(run.root / _STAMPS[made], json.dumps({"inputs": inputs, "made": _state(run.root, made)}).encode())


def inputs_of(run: Run, base: str | None) -> str:
    """Give a digest of everything that the site is made from."""
    digest = hashlib.sha256()
    past = [*_past(run.history, run.as_of)] if run.history else ["no history"]
    settings = [run.as_of.isoformat(), base or "", *(f"{name}={version(name)}" for name in ENGINE), _search(), *past]
    digest.update("\0".join(settings).encode())
    for name, path in _input_files(run):
        digest.update(f"\0{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _search() -> str:
    try:
        return f"{SEARCH}={version(SEARCH)}"
    except PackageNotFoundError:
        return ""


def _past(history: History, as_of: date) -> Iterator[str]:
    """Give what the pages tell of the past; a commit that leaves seeds and content alone is none of it."""
    yield from sorted(map(str, history.removed.items()))
    for day, commits in history.before(as_of):
        yield from (f"{day}={commit.held}" for commit in commits)


def _input_files(run: Run) -> Iterator[tuple[str, Path]]:
    yield "mkdocs.yml", run.root / "mkdocs.yml"
    for folder in (run.root / "seeds", run.root / "content", run.templates, PROJECT / "generator"):
        for name in _below(folder):
            path = folder / name
            if path.suffix != ".pyc" and path.is_file():
                yield f"{folder.name}/{name}", path


def _state(root: Path, made: Iterable[str]) -> str:
    """Give a digest of names, sizes and times of all files in some folders: whether anybody touched them."""
    digest = hashlib.sha256()
    for folder in made:
        for name in _below(root / folder):
            facts = os.lstat(root / folder / name)
            digest.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\0{facts.st_mode}\n".encode())
    return digest.hexdigest()


def _below(folder: Path) -> list[str]:
    """Name all files and folders below a folder, in order."""
    found: list[str] = []
    for here, inner, files in os.walk(folder):
        place = Path(here).relative_to(folder).as_posix() + "/"
        found.extend(f"{place}{name}".removeprefix("./") for name in (*inner, *files))
    return sorted(found)
