"""Problems as values: where something is wrong, how bad it is, and how to mend it.

A stage that meets a problem yields a `Diagnostic` and goes on, so that one run reports everything.
"""

import errno
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file below the root; lines and columns count from 1, 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give `path:line:column`, leaving out what is not known."""
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


class Severity(StrEnum):
    """Errors block publication; warnings are printed and do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One problem, addressed to the person who can mend it."""

    location: Location
    severity: Severity
    code: str
    """A stable short name, documented in CONTRIBUTING.md."""
    message: str
    """What was found, what was expected, and how to mend it."""
    about: str = ""
    """The id of the record that it is about, where there is one."""


class ProblemsError(Exception):
    """Raised where a stage cannot go on; carries every problem found so far."""

    def __init__(self, problems: Iterable[Diagnostic]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(as_text(problem) for problem in self.problems))


def error(location: Location, code: str, message: str, about: str = "") -> Diagnostic:
    """Make a problem that blocks."""
    return Diagnostic(location, Severity.ERROR, code, message, about)


def warning(location: Location, code: str, message: str, about: str = "") -> Diagnostic:
    """Make a problem that is reported and does not block."""
    return Diagnostic(location, Severity.WARNING, code, message, about)


_ROOM: Final = "make room there and run again"
_PERMISSIONS: Final = "mend the permissions there and run again"
_OTHER: Final = "something else stands in its place; move it away"
_WAYS_OUT: Final = MappingProxyType(
    {
        errno.ENOSPC: _ROOM,
        errno.EDQUOT: _ROOM,
        errno.EFBIG: _ROOM,
        errno.EACCES: _PERMISSIONS,
        errno.EPERM: _PERMISSIONS,
        errno.EROFS: "let the program write there and run again",
        errno.EISDIR: _OTHER,
        errno.ENOTDIR: _OTHER,
        errno.EEXIST: _OTHER,
        errno.ENOTEMPTY: _OTHER,
        errno.ELOOP: "this is a link where a file belongs; take it away",
        errno.ENOENT: "it is not there, or vanished meanwhile; run again",
        errno.EXDEV: "build/ and site/ must lie on one file system",
    }
)


def refused(trouble: OSError, root: Path, otherwise: str = "build") -> Diagnostic:
    """Make a problem of what the system refused, at the file that it names; else at another place below the root."""
    name = next((name for name in (trouble.filename2, trouble.filename) if isinstance(name, str | os.PathLike)), None)
    path = root / (otherwise if name is None else name)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    said = trouble.strerror or f"{type(trouble).__name__}: {trouble}"
    return error(
        Location(shown), "system-refused", f"{said}; {_WAYS_OUT.get(trouble.errno or 0, 'mend it and run again')}"
    )


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Say whether any of the problems blocks."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def as_text(problem: Diagnostic) -> str:
    """Give `path:line:column: severity: message [code]`, the form that editors and terminals link."""
    return _printed(f"{problem.location}: {problem.severity}: {problem.message} [{problem.code}]")


def _printed(text: str) -> str:
    """Write foreign control characters as escapes: none acts on the terminal, and a problem keeps its line."""
    return "".join(c if c == "\u00a0" or c.isprintable() else ascii(c)[1:-1] for c in text)


def as_github(problem: Diagnostic) -> str:
    """Give a workflow command that GitHub shows as an annotation on the changed file.

    The escapes are those of GitHub's "Workflow commands" reference: `%`, CR and LF everywhere, `:` and `,`
    in properties too.
    """
    where = problem.location
    properties = {"file": where.path, "line": where.line, "col": where.column, "title": problem.code}
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    return f"::{problem.severity} {listed}::{_command(problem.message)}"


def as_json(problems: Iterable[Diagnostic]) -> str:
    """Give all problems as one JSON array."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1)


def _command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")
