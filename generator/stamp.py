"""The stamp of what was made: from which inputs, and that nobody touched it since.

Here also: that nobody touches the inputs while they are read.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from generator.diagnostics import Location, ProblemsError, error
from generator.outputs import read_file, write_whole
from generator.run import PROJECT, History, Run

ENGINE: Final = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "svg.py")
"""Packages whose version the finished site depends on."""
SEARCH: Final = "pagefind-bin"
"""One more where the site asks for it; else it need not be there."""
SITE: Final = ("site",)
DOCS: Final = ("build/docs", "build/theme")
_STAMPS: Final = {SITE: "build/stamp.json", DOCS: "build/docs-stamp.json"}
_ATTEMPTS: Final = 3
"""How often a run begins again because its inputs change under its eyes."""
T = TypeVar("T")
State: TypeAlias = dict[str, tuple[int, ...]]
"""How each input stands in the file system."""


def unchanged(run: Run, base: str | None, made: tuple[str, ...] = SITE) -> bool:
    """Say whether what is in place was made from just these inputs, and nothing in it was touched since."""
    try:
        stamp = json.loads((run.root / _STAMPS[made]).read_bytes())
        return bool(stamp == {"inputs": inputs_of(run, base), "made": _state(run.root, made)})
    except (OSError, ValueError, RecursionError):
        return False


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
        digest.update(f"\0{name}\0".encode(errors="surrogateescape") + _content(path))
    return digest.hexdigest()


def _search() -> str:
    try:
        return f"{SEARCH}={version(SEARCH)}"
    except PackageNotFoundError:
        return ""


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
        for name in _below(folder, folders=False):
            if not name.endswith(".pyc"):
                yield f"{folder.name}/{name}", folder / name


def _state(root: Path, made: Iterable[str]) -> str:
    """Give a digest of names, sizes and times of all files in some folders: whether anybody touched them.

    Nobody can set the time of a file's last change back (`ctime`), so that an edit that keeps size and date is seen.
    """
    digest = hashlib.sha256()
    for folder in made:
        for name in _below(root / folder):
            facts = os.lstat(root / folder / name)
            seen = (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_mode)
            digest.update(f"{name}\0{seen}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _below(folder: Path, *, folders: bool = True) -> list[str]:
    """Name all files below a folder, and the folders among them, in order."""
    found: list[str] = []
    for here, inner, files in os.walk(folder):
        place = Path(here).relative_to(folder).as_posix() + "/"
        found.extend(f"{place}{name}".removeprefix("./") for name in (*(inner if folders else ()), *files))
    return sorted(found)
