"""The pages of a site as a browser has them, and what it did while it opened them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Dialog, Page, Request

from tests.helpers import PROJECT
from tests.serving import serve

_WALK: Final = (PROJECT / "tests" / "foreign" / "walk.js").read_text(encoding="utf-8")

_ARTICLES: Final = 10
"""How many articles are opened as a reader opens them; the others, of one form, are parsed by the browser alone."""

_PATIENCE: Final = 300_000
"""Milliseconds; a page with many topics takes long on a machine that does other things."""


@dataclass
class Opened:
    """What was seen."""

    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By address below the site's root: `made`, `passages` and `seen`, as `walk.js` gives them."""
    deeds: list[str] = field(default_factory=list)
    """Dialogs that opened, requests that left, errors of scripts."""


def watch(page: Page, address: str, deeds: list[str]) -> None:
    """Note what a page does that none of ours does: dialogs, windows, errors of scripts, requests to elsewhere."""

    def dismissed(dialog: Dialog) -> None:
        deeds.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def asked(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            deeds.append(f"request {request.url}")

    page.on("dialog", dismissed)
    page.on("request", asked)
    page.on("pageerror", lambda problem: deeds.append(f"error {problem}"))
    page.on("popup", lambda opened: deeds.append(f"popup {opened.url}"))


def open_all(site: Path, browser: Browser) -> Opened:
    """Open every page of a finished site; of articles the first, while the others are parsed."""
    found = Opened()
    paths = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    with serve(site) as address:
        page = browser.new_context().new_page()
        page.set_default_timeout(_PATIENCE)
        watch(page, address, found.deeds)
        parsed = [path for path in paths if path.startswith("sources/")][_ARTICLES:]
        for path in paths:
            name = "" if path == "." else f"{path}/"
            if path in parsed:
                found.pages[name] = page.evaluate(_WALK, address + name)
                continue
            page.goto(address + name, wait_until="load")
            found.pages[name] = page.evaluate(_WALK)
            if page.url != address + name:
                found.deeds.append(f"{name} went to {page.url}")
        page.context.close()
    return found
