"""Files: which of those in `seeds/` are seeds, and what keeps one from being taken up."""

import os
import stat
from collections.abc import Collection
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, ProblemsError, error, refused
from generator.outputs import read_file
from generator.reading.seed import SIDECAR, Seed
from generator.text import controls

MAX_BYTES: Final = 100_000_000
"""Larger files are not taken into memory."""


_BREAKS: Final = "\t\n\r\x85\u2028\u2029"


def find_seeds(root: Path) -> list[Seed]:
    """Read all seeds below the root in the order of their names; hidden files and sidecars are no seeds."""
    return find_seeds_in(root / "seeds")


def find_seeds_in(folder: Path) -> list[Seed]:
    """Read all seeds of a folder in the order of their names; what cannot be read is given with its trouble.

    Raises:
        ProblemsError: the folder cannot be listed; without it every article would seem to be gone.
    """
    files = sorted(path for path in _listed(folder) if not path.name.startswith("."))
    names, site = {path.name for path in files}, _real(folder.parent)
    return [_seed_in(site, path) for path in files if not _is_sidecar(path.name, names)]


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as trouble:
        raise ProblemsError([refused(trouble, folder.parent)]) from trouble


def _is_sidecar(name: str, names: Collection[str]) -> bool:
    return name.endswith(SIDECAR) and name.removesuffix(SIDECAR) in names


def _seed_in(site: Path, path: Path) -> Seed:
    strange = controls(path.name) + [f"U+{ord(sign):04X}" for sign in path.name if sign in _BREAKS]
    sidecar = path.with_name(path.name + SIDECAR)
    message = None
    if strange:
        message = f"the file's name holds {', '.join(strange)}, which no terminal or link can carry; rename it"
    elif path.suffix == SIDECAR:
        message = f"this sidecar has no {path.stem} beside it; name it after its seed or take it away"
    elif not all(_real(file).is_relative_to(site) for file in (path, sidecar)):
        message = "this link leads out of the site's folder; put the file itself here"
    elif path.is_dir():
        message = "this is a folder, and seeds lie side by side; move its files up or take it away"
    return Seed(_name(path), b"", trouble=_trouble(path, message)) if message else seed_at(path)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # `resolve` raises where links lead in a circle


def seed_at(path: Path) -> Seed:
    """Read one seed with its sidecar; where that fails the seed carries its trouble."""
    sidecar = path.with_name(path.name + SIDECAR)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            message = "this is no regular file, and waiting for one could last for ever; take it away"
            return Seed(_name(path), b"", trouble=_trouble(path, message))
        if state.st_size > MAX_BYTES:
            message = f"this file is larger than {MAX_BYTES // 1_000_000} MB; keep the article alone, without pictures"
            return Seed(_name(path), b"", trouble=_trouble(path, message, "seed-too-large"))
        return Seed(_name(path), path.read_bytes(), read_file(sidecar) if os.path.lexists(sidecar) else None)
    except OSError as problem:
        message = f"the file or its sidecar cannot be read ({problem.strerror}); mend its permissions or take it away"
        return Seed(_name(path), b"", trouble=_trouble(path, message))


def _name(path: Path) -> str:
    """Give a file's path below the root; bytes that are no UTF-8 as escapes, so that it can be printed."""
    return f"{path.parent.name}/{path.name}".encode(errors="backslashreplace").decode()


def _trouble(path: Path, message: str, code: str = "seed-unreadable") -> Diagnostic:
    return error(Location(_name(path)), code, message)
