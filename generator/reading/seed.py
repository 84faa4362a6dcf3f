"""What travels through reading: a seed as a file, its bytes as text, and what a format's reader makes of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from generator.diagnostics import Diagnostic
from generator.reading.decoding import decode


@dataclass(frozen=True, slots=True)
class Seed:
    """A file in `seeds/`, as delivered, with its optional sidecar."""

    path: str
    data: bytes
    sidecar: bytes | None = None
    trouble: Diagnostic | None = None
    """Why the file could not be taken up; then there are no bytes."""


@dataclass(frozen=True)
class Raw:
    """A seed's bytes, decoded once for all readers that work on text."""

    data: bytes
    name: str = ""
    """The file's name; only where content cannot tell, as between text and Markdown, does it decide."""

    @cached_property
    def text(self) -> str:
        """The text, empty where the bytes are no text in any encoding that we know.

        Raises:
            Unreadable: it is damaged text.
        """
        try:
            return decode(self.data) or ""
        except UnicodeDecodeError as problem:
            line = self.data[: problem.start].count(b"\n") + 1
            message = (
                f"this is damaged {problem.encoding} (byte {problem.start}); get the file anew, or save it as UTF-8"
            )
            raise Unreadable(message, "bad-encoding", line) from problem

    @cached_property
    def head(self) -> str:
        """The first characters in lower case, without white space before them; what a format is told by."""
        return self.text[:4096].lstrip("\ufeff \t\r\n").lower()

    @property
    def suffix(self) -> str:
        """The file's suffix in lower case."""
        return PurePosixPath(self.name).suffix.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """An article as its file delivers it; a sidecar completes or corrects it key by key."""

    body: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF, not yet checked."""
    url: str | None = None
    language: str | None = None
    """As declared, None where the file says nothing."""
    correction: str | None = None
    """What the publisher says it has corrected."""
    pages: tuple[int, ...] = ()
    """Where each page of a paged document begins in the body."""
    line: int = 0
    """The line of the file on which the body begins, where its lines are the file's; 0 where they are not."""
    key: str | None = None
    """What tells an article from the others of its file; None where a file is one article."""
    hint: str = ""
    """What may help a person who has to find a missing date."""


class Unreadable(Exception):  # noqa: N818 - names what the file is
    """Raised by a reader that knows a format but cannot read this file; says what is wrong and the way out."""

    def __init__(self, message: str, code: str = "seed-unreadable", line: int = 0) -> None:
        """Keep the code and, where known, the line."""
        super().__init__(message)
        self.code = code
        self.line = line


SIDECAR: Final = ".yml"
"""What a seed's name has behind it in that of its sidecar."""
Reader: TypeAlias = Callable[[Raw], tuple[Delivered, ...] | None]
"""Gives the articles of a file, or None where the file has another format."""


_CORRECTS = re.compile(r"\b(?:correct(?:s|ed|ion|ions)|corrigend|clarif|amend|withdraw)", re.IGNORECASE)


def correction_in(note: object) -> str | None:
    """Give an editor's note that speaks of a correction; others are for editors alone."""
    return note.strip() if isinstance(note, str) and _CORRECTS.search(note) else None


def missing(form: str, extra: str) -> Unreadable:
    """Make the problem of a format whose library is not installed."""
    way = f"`make site` installs it, as does pip install -r requirements-{extra}.lock"
    return Unreadable(f"this is {form}; what reads it is not installed: {way}", "reader-missing")
