"""Sections: pieces of a page as MkDocs turns them into HTML, each with all that the piece depends on."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from generator.engine.listening import listening


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A piece of a page as HTML, and what MkDocs learnt from it."""

    html: str
    title: str | None
    headings: tuple[tuple[str, str, int], ...]
    """Words, anchor and level of each."""
    anchors: frozenset[str]
    links: tuple[tuple[str, str, str], ...]
    """Links to anchors: the file, the anchor, the link as it is written."""
    asked: tuple[tuple[str, str | None], ...]
    """The files that were looked for and where they were; the section holds while the answers do."""
    warned: bool
    """Whether MkDocs had something to say about it; then it is rendered again, so that it is said again."""

    def holds(self, now: Callable[[str], str | None]) -> bool:
        """Say whether rendering would give the same; `now` says where a file is that the piece links to."""
        return not self.warned and all(now(path) == answer for path, answer in self.asked)


def rendered(page: Page, text: str, config: MkDocsConfig, files: Files) -> Section:
    """Render a piece of the page as MkDocs renders a page."""
    piece, asking = copy(page), _Asking(files)
    piece.markdown = text
    with listening() as heard:
        Page.render(piece, config, asking)
    links = (piece.links_to_anchors or {}).items()
    return Section(
        html=piece.content or "",
        title=piece._title_from_render,  # noqa: SLF001 - MkDocs keeps it nowhere else
        headings=tuple(headings(piece.toc)),
        anchors=frozenset(piece.present_anchor_ids or ()),
        links=tuple((file.src_uri, anchor, link) for file, found in links for anchor, link in found.items()),
        asked=tuple((path, where(files, path)) for path in sorted(asking.asked)),
        warned=bool(heard),
    )


def join(page: Page, parts: Iterable[Section], files: Files) -> None:
    """Set on the page what rendering it whole would have set."""
    parts = [part for part in parts if part.html]
    page.content = "\n".join(part.html for part in parts)
    page.toc = get_toc(nest_toc_tokens([_token(*heading) for part in parts for heading in part.headings]))
    page._title_from_render = parts[0].title if parts else None  # noqa: SLF001
    page.present_anchor_ids = {anchor for part in parts for anchor in part.anchors}
    page.links_to_anchors = {}
    for name, anchor, link in (entry for part in parts for entry in part.links):
        page.links_to_anchors.setdefault(files.src_uris[name], {}).setdefault(anchor, link)


def headings(toc: TableOfContents | list[AnchorLink]) -> Iterator[tuple[str, str, int]]:
    """Give the headings of a table of contents in their order."""
    for heading in toc:
        yield heading.title, heading.id, heading.level
        yield from headings(heading.children)


def _token(name: str, anchor: str, level: int) -> dict[str, object]:
    """Give a heading as Python-Markdown's own."""
    return {"name": name, "id": anchor, "level": level}


def where(files: Files, path: str) -> str | None:
    """Say where the site has a source file, and whether it is published; None where there is no such file."""
    file = files.get_file_from_path(path)
    return f"{file.url} {file.inclusion.name}" if file else None


class _Asking(Files):
    """The site's files, noting which were looked for."""

    def __init__(self, files: Files) -> None:
        vars(self).update(vars(files))  # shared: a copy of all files for each piece would take long
        self.asked: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        self.asked.add(path)
        return super().get_file_from_path(path)
