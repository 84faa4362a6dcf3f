"""Extras: the libraries that only some formats need; which of them these seeds need, and which are there."""

from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.reading.feed import is_feed
from generator.reading.files import find_seeds
from generator.reading.html_page import is_html
from generator.reading.pdf import is_pdf
from generator.reading.seed import Raw, Unreadable

EXTRAS: Final = MappingProxyType({"feeds": is_feed, "html": is_html, "pdf": is_pdf})
"""By name in `pyproject.toml`, each with what tells its format."""
_LIBRARIES: Final = ("feedparser", "pypdf", "trafilatura")


def needed(root: Path) -> list[str]:
    """Name the extras that the seeds of a site need."""
    raws = [Raw(seed.data, seed.path) for seed in find_seeds(root)]
    return [name for name, tells in EXTRAS.items() if any(_is(tells, raws))]


def _is(tells: Callable[[Raw], bool], raws: Iterable[Raw]) -> Iterable[bool]:
    for raw in raws:
        try:
            yield tells(raw)
        except Unreadable:  # damaged text is reported when it is read
            continue


def versions() -> bytes:
    """Give the versions of the libraries: another may read another text."""
    return "\n".join(f"{name} {_version(name)}" for name in _LIBRARIES).encode()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
