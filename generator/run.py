"""What a run is about: its folder, its day, the repository's past. Light, for a run that finds nothing to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Literal, TypeAlias

PROJECT: Final = Path(__file__).resolve().parent.parent

IdKind: TypeAlias = Literal["fact", "source", "topic", "pillar", "country", "page"]
"""Kinds of records whose ids make addresses."""


DAYS_LOOKED_AT: Final = 200
"""How many past days with changes are told at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A state of seeds and content that the repository keeps."""

    name: str
    """Its hash."""
    day: date
    """When it was committed, in UTC."""
    held: str
    """Names all that `seeds/` and `content/` held, by git's hashes: the same for the same files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the repository's past says of seeds and content."""

    removed: Mapping[tuple[IdKind, str], str] = field(default_factory=dict)
    """Ids that were published once. By kind and id: the commit, abbreviated, that took the id out of a file; it may
    stand in another now."""
    commits: tuple[Commit, ...] = ()
    """Those that touched seeds or content, on the line of first parents, the newest first."""

    def before(self, day: date) -> tuple[tuple[date, tuple[Commit, ...]], ...]:
        """Give the days before this one with their commits, the oldest day first, the newest commit of a day first.

        No commit counts for a later day than one that follows it, whatever the clock said where it was made.
        """
        days: dict[date, list[Commit]] = {}
        counted = day
        for commit in self.commits:
            counted = min(counted, commit.day)
            if counted < day:
                days.setdefault(counted, []).append(commit)
        newest = list(days.items())[:DAYS_LOOKED_AT]
        return tuple((day, tuple(commits)) for day, commits in reversed(newest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of the program over one site."""

    root: Path
    as_of: date
    """The day of the marks."""
    history: History | None = None
    """None where the repository's past is not at hand; then no vanished id can be noticed."""
    jobs: int = 1
    """How many processes may read seeds and render pages."""
    cluster: str | None = None
    """The address of a Dask cluster that reads instead, as Dask writes it."""
    keep_going: bool = False
    """Whether an article or statement that is wrong is kept back and named, and the rest published."""

    @property
    def templates(self) -> Path:
        """The root's own templates, or this project's where it has none."""
        own = self.root / "templates"
        return own if own.is_dir() else PROJECT / "templates"
