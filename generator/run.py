"""What a run is about: its folder, its day, the repository's past. Light, for a run that finds nothing to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Literal, TypeAlias

PROJECT: Final = Path(__file__).resolve().parent.parent

IdKind: TypeAlias = Literal["fact", "source", "topic", "pillar", "country"]
"""Kinds of records whose ids make addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the repository's past says: ids that were published once and are not in its files any more."""

    removed: Mapping[tuple[IdKind, str], str] = field(default_factory=dict)
    """By kind and id: the commit, abbreviated, that took the id out of a file; it may stand in another now."""


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
    keep_going: bool = False
    """Whether an article or statement that is wrong is kept back and named, and the rest published."""

    @property
    def templates(self) -> Path:
        """The root's own templates, or this project's where it has none."""
        own = self.root / "templates"
        return own if own.is_dir() else PROJECT / "templates"
