"""Rendering: pages and templates to Markdown. Templates see a frozen view, and everything they print is escaped."""

import html
import io
import json
import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Final, Self

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from generator import paths
from generator.cache import key_of
from generator.citing import Reference, bibtex, csl_json, plain
from generator.exports.linked import web_page
from generator.markdown import finalize, url
from generator.model import Briefing
from generator.outputs import Output, digest, read_file, write_whole
from generator.pages.page import Page
from generator.sharing import share
from generator.text import slug

ASSETS = "assets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page shows around its own view: where it can be mended, and how it is cited on this day."""

    title: str
    address: str
    """Of the site, with a slash at its end."""
    repository: str
    as_of: date
    edition: str = ""
    """The name of the edition that the pages are frozen as; empty for the present site."""

    @classmethod
    def of(cls, briefing: Briefing) -> Self:
        """Take it from the site's settings."""
        site = briefing.site
        address = site.url.rstrip("/") + "/"
        return cls(
            title=site.title,
            address=address,
            repository=site.repository or "",
            as_of=briefing.as_of,
            edition=briefing.edition,
        )

    def frozen(self, page: Page) -> Mapping[str, str] | None:
        """Give what the page of an edition says of it, with links to the present site; None for the present one."""
        name = self.edition
        if not name:
            return None
        targets = {"present": page.path, "since": paths.since(name), "all": paths.EDITIONS}
        links = {label: paths.from_edition(page.path, name, target) for label, target in targets.items()}
        return {"name": name, "day": f"{self.as_of.day} {self.as_of:%B %Y}", **links}

    def citation(self, page: Page) -> Mapping[str, str]:
        """Give how to cite a page: as a sentence, in BibTeX, in CSL-JSON."""
        address = paths.address(page.path)
        whole = Reference(
            key=f"{slug(self.title)}-{slug(address or 'home')}",
            title=page.title,
            container=self.title,
            url=self.address + address,
            as_of=self.as_of,
        )
        return {"plain": plain(whole), "bibtex": bibtex(whole), "csl": csl_json(whole)}


@lru_cache(maxsize=1)
def environment(templates: Path, sources: tuple[tuple[str, bytes], ...]) -> Environment:
    """Make the template environment: unknown names are errors, values are escaped as Markdown unless they are ours.

    Templates are given by name as they were read, so that a page kept under their bytes is made of just these. Their
    folder is where errors say they are.
    """
    texts = dict(sources)

    def load(name: str) -> tuple[str, str, None] | None:
        return (texts[name].decode(), str(templates / name), None) if name in texts else None

    made = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["link"] = paths.link
    made.globals["raw"] = Markup
    """For addresses made by `paths` and attribute lists of the template's own, never for words."""
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How the work of rendering is spared and shared."""

    folder: Path | None = None
    """Where the pages of the run before stand as Markdown; one that nothing can have changed is taken from there."""
    ledger: Path | None = None
    """Says of what each of them was made; it may be deleted."""
    program: bytes = b""
    """A digest of the program."""
    jobs: int = 1
    """How many processes render."""


PLAINLY: Final = Work()
"""Everything anew, in this process."""


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A page as Markdown, and of what it was made: the page, all templates, the program."""

    path: str
    key: str
    data: bytes


def render(
    pages: Iterable[Callable[[], Page]], briefing: Briefing, templates: Path, work: Work = PLAINLY
) -> Iterator[Output]:
    """Give each page as Markdown with its front matter; what every page ends with stands in `page.md.jinja`."""
    frame = Frame.of(briefing)
    sources = tuple((path.name, path.read_bytes()) for path in sorted(templates.glob("*.jinja")))
    named = [name.encode() + data for name, data in sources]
    settings = key_of(work.program, version("jinja2").encode(), repr(frame).encode(), *named).encode()
    show = partial(_rendered, frame=frame, made=environment(templates, sources))
    before = _read_ledger(work.ledger)

    def each(pile: Iterable[Callable[[], Page]]) -> Iterator[_Rendered]:
        for make in pile:
            page = make()
            key = key_of(settings, _bytes(page))
            yield _Rendered(page.path, key, _as_before(page, key, before, work.folder) or show(page))

    after = {}
    for page in share([*pages], each, work.jobs):
        after[page.path] = (page.key, digest(page.data))
        yield Output(page.path, page.data)
    if work.ledger and after != before:
        write_whole(work.ledger, json.dumps(after, indent=0).encode())


def _as_before(page: Page, key: str, before: Mapping[str, tuple[str, str]], folder: Path | None) -> bytes | None:
    """Give the page as it stands in the folder, if it was made of the same and nobody has touched it since."""
    known, whole = before.get(page.path, ("", ""))
    if folder is None or known != key:
        return None
    try:
        data = read_file(folder / page.path)
    except OSError:
        return None
    return data if digest(data) == whole else None


def _read_ledger(ledger: Path | None) -> dict[str, tuple[str, str]]:
    if ledger is None:
        return {}
    try:
        return {path: (key, whole) for path, (key, whole) in json.loads(read_file(ledger)).items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):  # there is none, or it was damaged
        return {}


def _bytes(page: Page) -> bytes:
    """Give a page as bytes, the same for equal pages: without pickle's memo, which tells what is shared in memory."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(page)
    return written.getvalue()


def _rendered(page: Page, frame: Frame, made: Environment) -> bytes:
    body = made.get_template("page.md.jinja").render(
        page=page,
        citation=frame.citation(page),
        edition=frame.frozen(page),
        repository=frame.repository,
        file_link=lambda file: url(paths.file_in(frame.repository, file)),
        **page.view,
    )
    return (_front_matter(page, frame) + _tidied(body)).encode()


def assets(templates: Path) -> Iterator[Output]:
    """Give the style sheets and pictures that pages use, as they are."""
    folder = templates / ASSETS
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield Output(f"{ASSETS}/{path.relative_to(folder).as_posix()}", path.read_bytes())


def _front_matter(page: Page, frame: Frame) -> str:
    """Write the metadata as YAML; every scalar is JSON, which YAML reads letter by letter where it can be printed.

    Material prints title and description into its HTML as they are, and its search the tags: all three are HTML.
    """
    site = {"name": frame.title, "url": frame.address}
    linked = web_page(page.title, frame.address + paths.address(page.path), page.entity, site)
    fields = {"title": _as_html(page.title), "description": _as_html(page.description), "jsonld": linked}
    fields |= {"feed": page.feed.removesuffix(".atom")} if page.feed else {}
    fields |= {"edition": frame.edition} if frame.edition else {}
    lines = [f"{name}: {_scalar(value)}" for name, value in fields.items()]
    lines.append("hide: [navigation]")
    if page.names:
        lines.append(f"tags: {_scalar([_as_html(name) for name in page.names])}")
    if page.boost != 1:
        lines.append(f"search: {{boost: {page.boost}}}" if page.boost else "search: {exclude: true}")
    return "\n".join(["---", *lines, "---", "", ""])


_UNPRINTABLE: Final = re.compile("[\ufeff\ufffe\uffff]")
"""What YAML takes only as an escape, of all that text without control characters can hold; else it reads nothing."""


def _scalar(value: object) -> str:
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(value, ensure_ascii=False))


def _as_html(text: str) -> str:
    """Escape text for HTML and its attributes; apostrophes stay, so that the search finds the words around them."""
    return html.escape(text, quote=False).replace('"', "&quot;")


def _tidied(body: str) -> str:
    lines = [line.rstrip() for line in body.splitlines()]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip() + "\n"
