"""Extras: the libraries that only some sites need; which of them a site's files ask for, and which are there."""

import re
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.diagnostics import ProblemsError
from generator.reading.feed import is_feed
from generator.reading.files import find_seeds
from generator.reading.html_page import is_html
from generator.reading.language import UndeclaredLanguageError, find_language
from generator.reading.pdf import is_pdf
from generator.reading.seed import Raw, Unreadable

EXTRAS: Final = MappingProxyType({"feeds": is_feed, "html": is_html, "pdf": is_pdf})
"""By name in `pyproject.toml`, each with what tells its format."""
LANGUAGES: Final = "languages"
SEARCH: Final = "search"
_ASKS_FOR_PAGEFIND: Final = re.compile(rb"""^search\s*:\s*["']?pagefind\b""", re.MULTILINE)
"""In `content/site.yml`."""
_DECLARES: Final = re.compile(rb"^\{?\s*language\s*:", re.MULTILINE)
"""A sidecar that says the language."""
_LIBRARIES: Final = ("feedparser", "py3langid", "pypdf", "trafilatura")


def needed(root: Path) -> list[str]:
    """Name the extras that a site needs by its seeds and settings; `site` will say where seeds cannot be listed."""
    try:
        seeds = find_seeds(root)
    except ProblemsError:
        seeds = []
    raws = [Raw(seed.data, seed.path) for seed in seeds]
    formats = [name for name, tells in EXTRAS.items() if any(_is(tells, raws))]
    undeclared = [raw for raw, seed in zip(raws, seeds, strict=True) if not _DECLARES.search(seed.sidecar or b"")]
    return formats + [LANGUAGES] * any(_is(_asks_for_detector, undeclared)) + [SEARCH] * _asks_for_pagefind(root)


def _asks_for_pagefind(root: Path) -> bool:
    settings = root / "content" / "site.yml"
    return settings.is_file() and bool(_ASKS_FOR_PAGEFIND.search(settings.read_bytes()))


def _asks_for_detector(raw: Raw) -> bool:
    """Say whether a text is in another language than English, so that only a detector can tell in which."""
    if any(tells(raw) for tells in EXTRAS.values()):
        return False  # a page or a feed declares its language; of a PDF the sidecar must
    try:
        find_language(raw.text)
    except UndeclaredLanguageError:
        return True
    return False


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
