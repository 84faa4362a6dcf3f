"""The stamp of a finished site: from which inputs it was made, and that nobody touched it since."""

import hashlib
import json
from collections.abc import Iterator
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
_STAMP: Final = "build/stamp.json"


def unchanged(run: Run, base: str | None) -> bool:
    """Say whether the site in place was made from just these inputs, and nothing in it was touched since."""
    try:
        stamp = json.loads((run.root / _STAMP).read_bytes())
    except (OSError, ValueError):
        return False
    return bool(stamp == {"inputs": inputs_of(run, base), "site": _state(run.root / "site")})


def set_stamp(run: Run, inputs: str) -> None:
    """Note from which inputs the site in place was made."""
    write_whole(run.root / _STAMP, json.dumps({"inputs": inputs, "site": _state(run.root / "site")}).encode())


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
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path


def _state(site: Path) -> str:
    """Give a digest of names, sizes and times of all files of the site: whether anybody touched it."""
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        facts = path.lstat()
        digest.update(f"{path.relative_to(site)}\0{facts.st_size}\0{facts.st_mtime_ns}\0{facts.st_mode}\n".encode())
    return digest.hexdigest()
