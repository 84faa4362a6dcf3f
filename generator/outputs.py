"""Outputs: files as values, and the one function that makes a folder hold just them.

Writes only changed bytes, each file whole or not at all, deletes only what an earlier run wrote, and refuses to
overwrite a file of somebody else's. What is ours stands in a ledger beside the folder.
"""

import errno
import hashlib
import json
import os
import posixpath
import re
import shutil
import stat
import tempfile
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.diagnostics import Location, ProblemsError, error


@dataclass(frozen=True, slots=True, order=True)
class Output:
    """A file to be: its path below the output folder, with `/` between names, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a run did to the folder; paths in order."""

    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    kept: int = 0


WRITING: Final = ".writing-"
"""How the name of a file begins that is not whole yet."""
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)})


def sync(outputs: Iterable[Output], folder: Path, ledger: Path) -> Changes:
    """Make the folder hold these outputs, and nothing more of ours than these.

    They are taken one by one. What is new waits beside the ledger, and the folder changes when all are there.

    Raises:
        ProblemsError: two outputs clash, a path is not allowed, or something stands there that is not ours.
        OSError: the system refuses; names the file that was to be.
    """
    waiting = ledger.parent / f"{WRITING}{ledger.stem}"
    clear(waiting)
    waiting.mkdir(parents=True)
    try:
        return _take_over(outputs, folder, ledger, waiting)
    finally:
        clear(waiting)


def _take_over(outputs: Iterable[Output], folder: Path, ledger: Path, waiting: Path) -> Changes:
    owned = _read_ledger(ledger)
    paths: list[str] = []
    new: dict[str, Path] = {}
    for output in outputs:
        paths.append(output.path)
        if _bytes_of(folder / output.path) != output.data:
            new[output.path] = waiting / str(len(new))
            _write(new[output.path], output.data)
    refuse_clashes(sorted(paths))
    _refuse_links(owned.union(paths), folder)
    changed = sorted(new)
    _refuse_foreign([path for path in changed if path not in owned], folder)
    _refuse_strangers(owned.union(paths), folder)
    gone = sorted(path for path in owned.difference(paths) if (folder / path).is_file())
    if changed or gone or owned != frozenset(paths):
        # Named before they are written: a run that is killed in between still owns what it wrote.
        write_whole(ledger, _ledger_bytes(owned.union(paths)))
        for parent in sorted({posixpath.dirname(path) for path in changed}):
            with _naming(folder / parent):
                (folder / parent).mkdir(parents=True, exist_ok=True)
        for path in changed:
            with _naming(folder / path):
                new[path].replace(folder / path)
        for path in gone:
            _delete(folder / path, folder)
        write_whole(ledger, _ledger_bytes(paths))
    return Changes(written=tuple(changed), deleted=tuple(gone), kept=len(paths) - len(changed))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved over it.

    Raises:
        OSError: the system refuses; names the file that was to be.
    """
    with _naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=WRITING)
        try:
            os.close(descriptor)
            _write(Path(temporary), data)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def _write(place: Path, data: bytes) -> None:
    place.write_bytes(data)
    place.chmod(0o644)  # whatever this user's umask takes away


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Have the system's troubles name the file that was to be, not one that is there for a moment."""
    try:
        yield
    except OSError as trouble:
        raise OSError(trouble.errno, trouble.strerror, str(path)) from trouble


def clear(place: Path) -> None:
    """Take away whatever stands in a place: a file, a folder with all that is in it, a link but not where it leads."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def read_file(path: Path) -> bytes:
    """Read a regular file; of another kind reading might never end.

    Raises:
        OSError: it is none, or the system refuses.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "this is no regular file", str(path))
    return path.read_bytes()


def digest(data: bytes) -> str:
    """Give the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def refuse_clashes(paths: Iterable[str]) -> None:
    """Refuse paths that not every disk can hold.

    Raises:
        ProblemsError: a name has characters that are not allowed, or two paths are the same file on some disks.
    """
    seen: dict[str, str] = {}
    problems = []
    for path in paths:
        names = path.split("/")
        if not all(_NAME.fullmatch(name) and name.split(".")[0].lower() not in _DEVICES for name in names):
            problems.append(
                error(Location(path), "output-path", "this path cannot be a file everywhere; change the id")
            )
        folded = unicodedata.normalize("NFC", path).casefold()
        other = seen.get(folded)
        seen[folded] = path
        if other is not None:
            problems.append(
                error(Location(path), "output-clash", f"{other} is the same file on some disks; change an id")
            )
    if problems:
        raise ProblemsError(problems)


def _refuse_links(paths: Iterable[str], folder: Path) -> None:
    """Refuse what stands where a folder belongs; through a link, files would be written outside of it."""
    names = {PurePosixPath(posixpath.dirname(path)) for path in paths}
    folders = {folder / parent for name in names for parent in (name, *name.parents)}
    wrong = [place for place in folders if place.is_symlink() or (place.exists() and not place.is_dir())]
    _refuse(wrong, "a link or a file stands here, where a folder for pages belongs; move it away")


def _refuse_foreign(paths: Iterable[str], folder: Path) -> None:
    foreign = [place for place in map(folder.joinpath, paths) if os.path.lexists(place)]
    _refuse(foreign, f"this file was not made by this program and stands in the way of a page; {_AWAY}")


def _refuse_strangers(known: Collection[str], folder: Path) -> None:
    """Refuse files that nobody knows, since they would be published; hidden ones never are."""
    strangers = [folder / path for path in _files_in(folder) if path not in known]
    _refuse(strangers, f"this file was not made by this program, and would be published; {_AWAY}")


_AWAY: Final = "move it away, or delete build/ and run again"


def _refuse(places: Iterable[Path], message: str) -> None:
    problems = [error(Location(str(place)), "foreign-file", message) for place in places]
    if problems:
        raise ProblemsError(problems)


def _files_in(folder: Path) -> Iterator[str]:
    """Give all files of a folder that are not hidden, by their paths below it."""
    for where, folders, names in os.walk(folder):
        below = PurePosixPath(Path(where).relative_to(folder).as_posix())
        links = [name for name in folders if Path(where, name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (str(below / name) for name in [*names, *links] if not name.startswith("."))


def _read_ledger(ledger: Path) -> frozenset[str]:
    try:
        names = json.loads(ledger.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return frozenset()
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()


def _ledger_bytes(paths: Iterable[str]) -> bytes:
    return (json.dumps(sorted(paths), indent=0) + "\n").encode()


def _delete(path: Path, folder: Path) -> None:
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()
