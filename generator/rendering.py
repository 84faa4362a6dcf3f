"""Rendering: pages and templates to Markdown. Templates see a frozen view, and everything they print is escaped."""

import io
import json
import pickle
from collections.abc import Iterable, Iterator
from functools import cache as once
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import paths
from generator.cache import Cache, key_of
from generator.markdown import finalize
from generator.outputs import Output
from generator.pages.page import Page

ASSETS = "assets"


@once
def environment(templates: Path) -> Environment:
    """Make the template environment: unknown names are errors, values are escaped as Markdown unless they are ours.

    It is made once; Jinja compiles a template again when its file has changed.
    """
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


def render(
    pages: Iterable[Page], templates: Path, cache: Cache | None = None, program: bytes = b""
) -> Iterator[Output]:
    """Give each page as Markdown with its front matter.

    What was rendered is kept in the cache, by the page, all templates and a digest of the program.
    """
    sources = [path.name.encode() + path.read_bytes() for path in sorted(templates.glob("*.jinja"))]
    settings = key_of(program, version("jinja2").encode(), *sources).encode()
    keyed = {key_of(settings, _bytes(page)): page for page in pages}
    known, others = cache.take(keyed) if cache else ({}, 0)
    made = environment(templates)
    fresh = {key: _rendered(page, made) for key, page in keyed.items() if key not in known}
    if cache and (fresh or others):
        cache.keep(fresh, keyed)
    known |= fresh
    yield from (Output(page.path, known[key]) for key, page in keyed.items())


def _bytes(page: Page) -> bytes:
    """Give a page as bytes, the same for equal pages: without pickle's memo, which tells what is shared in memory."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(page)
    return written.getvalue()


def _rendered(page: Page, made: Environment) -> bytes:
    body = made.get_template(page.template).render(page=page, **page.view)
    return (_front_matter(page) + _tidied(body)).encode()


def assets(templates: Path) -> Iterator[Output]:
    """Give the style sheets and pictures that pages use, as they are."""
    folder = templates / ASSETS
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield Output(f"{ASSETS}/{path.relative_to(folder).as_posix()}", path.read_bytes())


def _front_matter(page: Page) -> str:
    """Write the metadata as YAML; every scalar is JSON, which YAML reads letter by letter."""
    fields = {"title": page.title, "description": page.description}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    if page.boost != 1:
        lines.append(f"search: {{boost: {page.boost}}}" if page.boost else "search: {exclude: true}")
    return "\n".join(["---", *lines, "---", "", ""])


def _tidied(body: str) -> str:
    lines = [line.rstrip() for line in body.splitlines()]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip() + "\n"
