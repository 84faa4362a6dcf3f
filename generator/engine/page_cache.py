"""The cache of pages: a plugin that hands MkDocs what an earlier build made, where nothing of it can have changed.

It is added by `Engine` and never named in `mkdocs.yml`. Of each page are kept its sections as HTML, its entries in
the search, and the finished file. A section depends on its words, the settings of Markdown, and the places of the
files that it links to; the rest on all that the theme is given: the page, the titles, addresses and metadata of the
pages in the navigation, the settings, the day, the theme's own files. (An override that shows other pages, the body of
one, or what it says of itself to machines, would ask for more.) MkDocs itself still checks links and anchors each time.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import jinja2
from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from generator.cache import key_of
from generator.engine.cuts import cut
from generator.engine.listening import listening
from generator.engine.searching import Entries, entries
from generator.engine.sections import Section, headings, join, rendered, where
from generator.sharing import share, worth_sharing

EXTENSIONS: Final = frozenset({"attr_list", "fenced_code", "md_in_html", "tables", "toc"})
"""Extensions of Markdown whose work ends with the block; of others it is not known what they depend on."""
_PACKAGES: Final = ("jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material")
_FIRST: Final = 100
_OF_THE_PAGE_ALONE: Final = frozenset({"description", "jsonld"})
"""Metadata that follow the words of a page; the theme shows them on the page itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A page in its template, and its entries in the search."""

    key: str
    entries: Entries
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """What is kept of a page; sections by their key."""

    sections: Mapping[str, Section] = field(default_factory=dict)
    finished: Finished | None = None


def is_understood(config: MkDocsConfig) -> bool:
    """Say whether the cache knows all that pages made with these settings depend on."""
    search_alone = all(isinstance(plugin, SearchPlugin) for plugin in config.plugins.values()) and not config.hooks
    return search_alone and config.theme.name == "material" and EXTENSIONS.issuperset(config.markdown_extensions)


class PageCache(BasePlugin):  # type: ignore[no-untyped-call, type-arg] # it has no settings
    """Takes part in one build; `made` then holds what to keep for the next, by source file."""

    def __init__(self, before: Mapping[str, KeptPage], compiled: jinja2.BytecodeCache, jobs: int) -> None:
        """Take what an earlier build made, by source file, and the templates that it compiled."""
        super().__init__()
        self.made: dict[str, KeptPage] = {}
        self._before = before
        self._compiled = compiled
        self._jobs = jobs
        self._cuts: dict[str, list[str]] = {}
        self._fresh: dict[str, Section] = {}
        self._finished: Finished | None = None
        self._ahead = False
        """Whether a page is built before MkDocs comes to it."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Stand between the search and its index, and before the theme's files."""
        settings = (config.markdown_extensions, config.mdx_configs, config.use_directory_urls, config.validation)
        versions = [sys.version, *(version(name) for name in _PACKAGES)]
        self._markdown = repr((settings, versions)).encode()
        for plugin in config.plugins.values():
            if isinstance(plugin, SearchPlugin):
                plugin.search_index.add_entry_from_context = partial(self._index, plugin.search_index)
        config.theme.get_env = partial(_with_few_files, config.theme.get_env)  # type: ignore[method-assign]

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Render what is missing in several processes, where there is enough of it."""
        self._files, self._nav = files, nav
        self._where = cache(partial(where, files))
        if self._jobs > 1:
            self._fresh = self._rendered_ahead(dict(self._missing(config)), config)

    def _rendered_ahead(self, missing: Mapping[str, tuple[Page, str]], config: MkDocsConfig) -> dict[str, Section]:
        if not worth_sharing(len(missing), self._jobs):
            return {}
        sections = share(
            [*missing.values()], lambda pile: (self._rendered(piece, config) for piece in pile), self._jobs
        )
        return dict(zip(missing, sections, strict=True))

    def on_pre_page(self, page: Page, **_: object) -> None:
        """Have the page rendered by sections."""
        page.render = partial(self._render, page)  # type: ignore[method-assign] # of this page alone

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, **_: object) -> None:
        """Stand before the templates, now that all titles are known."""
        pages = [
            (page.file.src_uri, page.file.url, page.title, _known_to_others(page.meta)) for page in self._nav.pages
        ]
        theme = Path(config.theme.custom_dir or "")
        own = [(path.relative_to(theme), path.read_bytes()) for path in sorted(theme.rglob("*")) if path.is_file()]
        site = (_settings(config), get_build_datetime(), pages, own)
        self._site = key_of(self._markdown, repr(site).encode()).encode()
        env.bytecode_cache = self._compiled
        env.template_class = _asking_first(self._in_template)
        if self._jobs > 1:
            self._finish_missing(partial(self._built, config=config, env=env))

    @event_priority(_FIRST)
    def on_page_context(self, context: TemplateContext, *, page: Page, **_: object) -> None:  # noqa: ARG002 - MkDocs names it
        """See whether the finished page is at hand."""
        self._key = self._key_of_all(page)
        self._finished = self._finished_before(page, self._key)

    def _key_of_all(self, page: Page) -> str:
        name, content = page.file.src_uri, page.content or ""
        facts = (name, page.title, page.meta, page.canonical_url, page.edit_url, list(headings(page.toc)))
        return key_of(self._site, repr(facts).encode(), content.encode())

    def _finished_before(self, page: Page, key: str) -> Finished | None:
        before = self._before.get(page.file.src_uri, KeptPage()).finished
        return before if before and before.key == key else None

    def _finish_missing(self, build: Callable[[Page], Finished | None]) -> None:
        """Build the pages that are missing in several processes, so that MkDocs finds them at hand."""
        pages = [page for file in self._files.documentation_pages() if (page := file.page)]
        missing = [page for page in pages if not self._finished_before(page, self._key_of_all(page))]
        if worth_sharing(len(missing), self._jobs):
            done = zip(missing, share(missing, lambda pile: map(build, pile), self._jobs), strict=True)
            made = {page.file.src_uri: finished for page, finished in done if finished}
            self._before = {**self._before, **{name: self._kept(name, finished) for name, finished in made.items()}}

    def _kept(self, name: str, finished: Finished) -> KeptPage:
        return KeptPage(sections=self._before.get(name, KeptPage()).sections, finished=finished)

    def _built(self, page: Page, *, config: MkDocsConfig, env: jinja2.Environment) -> Finished | None:
        """Build a page as MkDocs will; None where MkDocs has something to say, so that it is said again then."""
        content = page.content
        self._ahead = True
        with listening() as heard:
            _build_page(page, config, self._files.documentation_pages(), self._nav, env)
        self._ahead = False
        page.content = content  # from which the search has taken its marks
        return None if heard else self.made[page.file.src_uri].finished

    def _index(self, index: SearchIndex, page: Page) -> None:
        """Give the search its entries for the page."""
        before = self._before.get(page.file.src_uri, KeptPage()).finished
        known = before.entries if before else {}
        self._entries = known if self._finished else entries(page, index.config, known)
        if not self._ahead:
            index.entries.extend(entry for part in self._entries.values() for entry in part)

    def _in_template(self, page: Page, apply: Callable[[], str]) -> str:
        """Give the finished page; `apply` makes it."""
        name = page.file.src_uri
        finished = self._finished or Finished(key=self._key, entries=self._entries, html=apply())
        self.made[name] = KeptPage(sections=self.made[name].sections, finished=finished)
        return finished.html

    def _render(self, page: Page, config: MkDocsConfig, _: Files) -> None:
        """Take the place of `Page.render`."""
        text = page.markdown or ""
        found = [self._section(page, piece, config) for piece in self._cuts.pop(text, None) or cut(text)]
        anchors = [anchor for _, section in found for anchor in section.anchors]
        if len(anchors) > len(set(anchors)):  # Python-Markdown would number what stands twice
            found = [self._section(page, text, config)]
        self.made[page.file.src_uri] = KeptPage(sections=dict(found))
        join(page, (section for _, section in found), self._files)

    def _section(self, page: Page, text: str, config: MkDocsConfig) -> tuple[str, Section]:
        key = self._key_of(page, text)
        return key, self._known(page, key) or self._rendered((page, text), config)

    def _known(self, page: Page, key: str) -> Section | None:
        before = self._fresh.get(key) or self._before.get(page.file.src_uri, KeptPage()).sections.get(key)
        return before if before and before.holds(self._where) else None

    def _key_of(self, page: Page, text: str) -> str:
        return key_of(self._markdown, page.file.src_uri.encode(), text.encode())

    def _rendered(self, piece: tuple[Page, str], config: MkDocsConfig) -> Section:
        return rendered(*piece, config, self._files)

    def _missing(self, config: MkDocsConfig) -> Iterator[tuple[str, tuple[Page, str]]]:
        for file in self._files.documentation_pages():
            if page := file.page:
                page.read_source(config)
                source = page.markdown or ""
                self._cuts[source] = cut(source)
                for text in self._cuts[source]:
                    key = self._key_of(page, text)
                    if not self._known(page, key):
                        yield key, (page, text)


def _known_to_others(meta: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in meta.items() if name not in _OF_THE_PAGE_ALONE}


def _settings(config: MkDocsConfig) -> list[object]:
    """Give all that templates can read of the settings, except where things stand on this disk."""
    theme = (sorted(config.theme.static_templates), sorted(config.theme.items()))
    plugins = [(name, sorted(plugin.config.items())) for name, plugin in config.plugins.items()]
    apart = {"config_file_path", "docs_dir", "plugins", "site_dir", "theme"}
    others = [(name, config[name]) for name in sorted(config) if name not in apart]
    return [theme, plugins, others]


def _with_few_files(made: Callable[[], jinja2.Environment]) -> jinja2.Environment:
    """Give the theme's templates without the hidden files, of which MkDocs publishes none and Material has 14,000."""
    env = made()
    folders = (
        [Path(folder) for folder in env.loader.searchpath] if isinstance(env.loader, jinja2.FileSystemLoader) else []
    )
    env.list_templates = partial(_listed, folders)  # type: ignore[method-assign]
    return env


def _listed(folders: Iterable[Path], *, filter_func: Callable[[str], bool]) -> list[str]:
    found: set[str] = set()
    for folder in folders:
        for here, inner, files in os.walk(folder):
            inner[:] = [name for name in inner if not name.startswith(".")]
            found.update((Path(here) / name).relative_to(folder).as_posix() for name in files)
    return sorted(filter(filter_func, found))


def _asking_first(answer: Callable[[Page, Callable[[], str]], str]) -> type[jinja2.Template]:
    """Give a class of templates that ask before they are applied to a page."""

    class Asking(jinja2.Template):
        def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - as Jinja has it
            apply = partial(super().render, *args, **kwargs)
            page = dict(*args, **kwargs).get("page")
            return answer(page, apply) if page else apply()

    return Asking
