"""The workplace: `build/` and `site/` of a root for one run at a time, rid of what a killed run left behind."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generator.diagnostics import Location, ProblemsError, error
from generator.outputs import WRITING, clear

if sys.platform != "win32":
    import fcntl

STAGING: Final = "staging"
PREVIEW: Final = "preview"
NEW_PREVIEW: Final = "preview.new"
PAST: Final = "past-"
FREEZING: Final = "edition-"
ASIDE: Final = ".old"
"""Ends the name of a folder that was moved aside for a moment, where the system cannot exchange two at once."""
_LOCK: Final = "lock"
_LINK: Final = "this is a link, and the program writes inside the site's folder alone; take the link away"
_FILE: Final = "this is a file, and a folder belongs here; move it away"


@contextmanager
def alone(root: Path, say: Callable[[str], object]) -> Iterator[None]:
    """Have `build/` and `site/` to oneself; wait, and say so, while another run has them.

    The system ends the lock with the process, however that ends. Windows has no such lock.

    Raises:
        ProblemsError: a link or a file stands where one of the folders belongs.
        OSError: the lock cannot be written.
    """
    build = root / "build"
    _check(root)
    build.mkdir(exist_ok=True)
    lock = _locked(build / _LOCK, say)
    try:
        _bring_back(root)
        if os.read(lock, 1):  # what the run before wrote it did not take away again: it was killed
            _sweep(build)
        os.ftruncate(lock, 0)
        os.lseek(lock, 0, os.SEEK_SET)
        os.write(lock, f"{os.getpid()}\n".encode())
        yield
        os.ftruncate(lock, 0)
    finally:
        os.close(lock)


def _check(root: Path) -> None:
    places = [root / "build", root / "site"]
    found = [
        (place, _LINK if place.is_symlink() else _FILE) for place in places if place.is_symlink() or place.is_file()
    ]
    if found:
        raise ProblemsError(error(Location(place.name), "foreign-file", message) for place, message in found)


def _locked(path: Path, say: Callable[[str], object]) -> int:
    """Give the open file once it is locked; begin again where somebody deleted `build/` meanwhile."""
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        _wait(lock, say)
        if path.exists() and path.stat().st_ino == os.fstat(lock).st_ino:
            return lock
        os.close(lock)
        path.parent.mkdir(exist_ok=True)


if sys.platform == "win32":

    def _wait(lock: int, say: Callable[[str], object]) -> None:
        pass

else:

    def _wait(lock: int, say: Callable[[str], object]) -> None:
        # Not flock(2): processes that this one splits off would hold the lock, too.
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            who = os.pread(lock, 20, 0).decode(errors="replace").strip() or "unknown"
            say(f"Another run (process {who}) is at work in this folder; waiting until it ends.\n")
            fcntl.lockf(lock, fcntl.LOCK_EX)


def _bring_back(root: Path) -> None:
    """Put back what a run that was killed in between had moved aside."""
    for place in (root / "site", root / "build" / PREVIEW):
        aside = root / "build" / (place.name + ASIDE)
        if aside.is_dir() and not os.path.lexists(place):
            aside.rename(place)


def _sweep(build: Path) -> None:
    for place in list(build.iterdir()):
        if (
            place.name in {STAGING, NEW_PREVIEW}
            or place.name.endswith(ASIDE)
            or place.name.startswith((PAST, FREEZING, WRITING))
        ):
            clear(place)
    for where, _, names in os.walk(build):
        for name in names:
            if name.startswith(WRITING):
                Path(where, name).unlink()
