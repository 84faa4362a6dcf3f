"""Rendering: pages and templates to Markdown. Templates see a frozen view, and everything they print is escaped."""

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import paths
from generator.citing import Reference, bibtex, csl_json, plain
from generator.exports.linked import web_page
from generator.markdown import finalize, url
from generator.model import Briefing
from generator.outputs import Output
from generator.pages.page import Page
from generator.text import slug

ASSETS = "assets"


def environment(templates: Path) -> Environment:
    """Make the template environment: unknown names are errors, values are escaped as Markdown unless they are ours."""
    made = Environment(
        loader=FileSystemLoader(templates),
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


def render(pages: Iterable[Page], briefing: Briefing, templates: Path) -> Iterator[Output]:
    """Give each page as Markdown with its front matter; what every page ends with stands in `page.md.jinja`."""
    made = environment(templates)
    repository = briefing.site.repository
    made.globals["repository"] = repository
    made.globals["file_link"] = lambda file: url(f"{repository}/blob/HEAD/{file}")
    whole = made.get_template("page.md.jinja")
    for page in pages:
        body = whole.render(page=page, citation=_citation(page, briefing), **page.view)
        yield Output(page.path, (_front_matter(page, briefing) + _tidied(body)).encode())


def _citation(page: Page, briefing: Briefing) -> Mapping[str, str]:
    """Give how to cite a page as it stands on this day."""
    site = briefing.site
    address = paths.address(page.path)
    whole = Reference(
        key=f"{slug(site.title)}-{slug(address or 'home')}",
        title=page.title,
        container=site.title,
        url=f"{site.url.rstrip('/')}/{address}",
        as_of=briefing.as_of,
    )
    return {"plain": plain(whole), "bibtex": bibtex(whole), "csl": csl_json(whole)}


def assets(templates: Path) -> Iterator[Output]:
    """Give the style sheets and pictures that pages use, as they are."""
    folder = templates / ASSETS
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield Output(f"{ASSETS}/{path.relative_to(folder).as_posix()}", path.read_bytes())


def _front_matter(page: Page, briefing: Briefing) -> str:
    """Write the metadata as YAML; every scalar is JSON, which YAML reads letter by letter.

    Material prints title and description into its HTML as they are, so they stand here as HTML.
    """
    linked = web_page(page.title, paths.address(page.path), page.entity, briefing)
    fields = {"title": _as_html(page.title), "description": _as_html(page.description), "jsonld": linked}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    lines.append("hide: [navigation]")
    if page.boost != 1:
        lines.append(f"search: {{boost: {page.boost}}}" if page.boost else "search: {exclude: true}")
    return "\n".join(["---", *lines, "---", "", ""])


def _as_html(text: str) -> str:
    """Escape text for HTML and its attributes; apostrophes stay, so that the search finds the words around them."""
    return html.escape(text, quote=False).replace('"', "&quot;")


def _tidied(body: str) -> str:
    lines = [line.rstrip() for line in body.splitlines()]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip() + "\n"
