"""The engine: MkDocs in this process, strictly, with what earlier builds made of each page at hand.

All that touches the inner parts of MkDocs 1.6 and Material 9 is in this package. Without the cache the engine is
`mkdocs build --strict`; with it the same files come out sooner.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Final

from jinja2 import BytecodeCache, TemplateError
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.cache import Cache, key_of
from generator.diagnostics import Diagnostic, Location, ProblemsError, error
from generator.engine.listening import listening
from generator.engine.page_cache import KeptPage, PageCache, is_understood

PAGES: Final = "build/pages.sqlite"
"""What the engine made of each page; it may be deleted."""
_ABOUT_A_PAGE: Final = "Doc file '"


class EngineError(ProblemsError):
    """MkDocs refused the pages, or the finished pages do not hold what they should."""


class Engine:
    """MkDocs for one root. What it makes is kept in a file, and in memory while the engine lives."""

    def __init__(self, root: Path, *, jobs: int = 1, page_cache: bool = True) -> None:
        """Prepare to build the site of this root in at most so many processes; without the cache all is made anew."""
        self._root = root
        self._jobs = jobs
        self._store = Cache(root / PAGES) if page_cache else None
        self._kept: Mapping[str, KeptPage] | None = None
        self._others = 0  # results in the file that are of no page any more
        self._compiled = _Compiled()

    def build(self, target: Path, settings: Mapping[str, str]) -> None:
        """Make the whole site in a folder, with these settings in the environment.

        Raises:
            EngineError: MkDocs refused; carries what it said.
        """
        config = self._root / "mkdocs.yml"
        if not config.is_file():
            message = "the file is missing; copy it from this project or make a site with `new`"
            raise EngineError([error(Location("mkdocs.yml"), "missing-file", message)])
        with _environment(settings), listening() as said:
            try:
                self._build(load_config(config_file=str(config), site_dir=str(target), strict=True))
            except (MkDocsException, TemplateError, UnicodeError) as trouble:
                raise EngineError(map(_problem, dict.fromkeys(said or [str(trouble)]))) from trouble

    def _build(self, config: MkDocsConfig) -> None:
        plugin = None
        if self._store and is_understood(config):
            config.plugins["page-cache"] = plugin = PageCache(self._before(config), self._compiled, self._jobs)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        if plugin:
            self._keep(plugin.made)

    def _before(self, config: MkDocsConfig) -> Mapping[str, KeptPage]:
        if self._kept is None:
            docs = Path(config.docs_dir)
            names = {_key(name): name for path in docs.rglob("*.md") for name in [path.relative_to(docs).as_posix()]}
            found, self._others = self._store.take(names) if self._store else ({}, 0)
            self._kept = {names[key]: page for key, page in found.items()}
        return self._kept

    def _keep(self, made: Mapping[str, KeptPage]) -> None:
        before = self._kept or {}
        changed = {_key(name): page for name, page in made.items() if before.get(name) != page}
        if self._store and (changed or self._others or before.keys() != made.keys()):
            self._store.keep(changed, map(_key, made))
        self._kept, self._others = made, 0


class _Compiled(BytecodeCache):
    """Templates as compiled, in memory alone; Jinja asks for them by name and content."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


def _key(name: str) -> str:
    return key_of(_program(), name.encode())


@cache
def _program() -> bytes:
    """Give the engine's own code as it was when it was loaded; what another version kept is not taken."""
    return b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))


def _problem(text: str) -> Diagnostic:
    """Give what MkDocs said, at the page that it is about."""
    page = text.removeprefix(_ABOUT_A_PAGE).partition("'")[0] if text.startswith(_ABOUT_A_PAGE) else ""
    place = f"build/docs/{page}" if page else "mkdocs.yml"
    return error(Location(place), "mkdocs-failed", f"MkDocs says: {text}")


@contextmanager
def _environment(settings: Mapping[str, str]) -> Iterator[None]:
    """Put settings into the environment, where MkDocs looks for them, and take them out again."""
    before = {name: os.environ[name] for name in settings if name in os.environ}
    os.environ.update(settings)
    try:
        yield
    finally:
        for name in settings:
            del os.environ[name]
        os.environ.update(before)
