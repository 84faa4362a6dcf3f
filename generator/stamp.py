"""The stamp of a finished site: from which inputs it was made, and that nobody touched it since.

Here also: that nobody touches the inputs while they are read.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from generator.diagnostics import Location, ProblemsError, error
from generator.outputs import read_file, write_whole
from generator.run import PROJECT, History, Run

ENGINE: Final = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "svg.py")
"""Packages whose version the finished site depends on."""
_STAMP: Final = "build/stamp.json"
_ATTEMPTS: Final = 3
"""How often a run begins again because its inputs change under its eyes."""
T = TypeVar("T")
State: TypeAlias = dict[str, tuple[int, ...]]
"""How each input stands in the file system."""


def unchanged(run: Run, base: str | None) -> bool:
    """Say whether the site in place was made from just these inputs, and nothing in it was touched since."""
    try:
        stamp = json.loads((run.root / _STAMP).read_bytes())
        return bool(stamp == {"inputs": inputs_of(run, base), "site": _state(run.root / "site")})
    except (OSError, ValueError, RecursionError):
        return False


def set_stamp(run: Run, inputs: str) -> None:
    """Note from which inputs the site in place was made."""
    write_whole(run.root / _STAMP, json.dumps({"inputs": inputs, "site": _state(run.root / "site")}).encode())


def inputs_of(run: Run, base: str | None) -> str:
    """Give a digest of everything that the site is made from."""
    digest = hashlib.sha256()
    past = [*_past(run.history, run.as_of)] if run.history else ["no history"]
    settings = [run.as_of.isoformat(), base or "", *(f"{name}={version(name)}" for name in ENGINE), *past]
    digest.update("\0".join(settings).encode())
    for name, path in _input_files(run):
        digest.update(f"\0{name}\0".encode(errors="surrogateescape") + _content(path))
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    """Give the digest of a file; whoever needs what is in it will say why it cannot be read."""
    try:
        return hashlib.sha256(read_file(path)).digest()
    except OSError as trouble:
        return f"not read: {trouble.errno}".encode()


def steadily(run: Run, make: Callable[[], T]) -> T:
    """Give what `make` makes of inputs that stay as they are meanwhile; it may be called again.

    What was made, or was found wrong, while a file changed is not taken: it may have been read half written.

    Raises:
        ProblemsError: whatever `make` raises, or the inputs do not come to rest.
    """
    changed: set[str] = set()
    for _ in range(_ATTEMPTS):
        before = state_of_inputs(run)
        try:
            made = make()
        except Exception:
            changed = _differing(before, state_of_inputs(run))
            if not changed:
                raise
        else:
            changed = _differing(before, state_of_inputs(run))
            if not changed:
                return made
    message = "this changes again and again while it is read; run again when nothing writes it any more"
    raise ProblemsError(error(Location(name), "unsteady", message) for name in changed)


def _differing(one: State, other: State) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def state_of_inputs(run: Run) -> State:
    """Give for each input what the file system changes whenever anybody writes the file or puts one in its place."""
    state: State = {}
    for name, path in _input_files(run):
        try:
            facts = path.stat()
            state[name] = (facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
        except OSError as trouble:
            state[name] = (trouble.errno or 0,)
    return state


def _past(history: History, as_of: date) -> Iterator[str]:
    """Give what the pages tell of the past; a commit that leaves seeds and content alone is none of it."""
    yield from sorted(map(str, history.removed.items()))
    for day, commits in history.before(as_of):
        yield from (f"{day}={commit.held}" for commit in commits)


def _input_files(run: Run) -> Iterator[tuple[str, Path]]:
    yield "mkdocs.yml", run.root / "mkdocs.yml"
    for folder in (run.root / "seeds", run.root / "content", run.templates, PROJECT / "generator"):
        for path in sorted(Path(where, name) for where, _, names in os.walk(folder) for name in names):
            if path.parent.name != "__pycache__":
                yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path


def _state(site: Path) -> str:
    """Give a digest of names, sizes and times of all files of the site: whether anybody touched it.

    Nobody can set the time of a file's last change back (`ctime`), so that an edit that keeps size and date is seen.
    """
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        facts = path.lstat()
        seen = (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_mode)
        digest.update(f"{path.relative_to(site)}\0{seen}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()
