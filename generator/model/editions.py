"""Editions: the site as it was frozen on a day, so that a citation can name what was known then."""

from dataclasses import dataclass
from datetime import date

from generator.model.changes import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A frozen site that the present one publishes unchanged below `editions/`."""

    name: str
    day: date
    """The day of its marks."""
    sha256: str
    """Of its archive."""
    size: int = 0
    """Of its archive, in bytes."""
    pages: frozenset[str] = frozenset()
    """The addresses of its pages, below its own."""
    since: tuple[Change, ...] | None = None
    """What is other for readers now; None where its statements cannot be read any more."""
    withdrawn: str = ""
    """Why the desk took it down; empty where it did not."""
