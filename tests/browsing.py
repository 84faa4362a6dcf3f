"""The system's Chromium, and the real site built and served for it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.helpers import AS_OF, copy_site, run
from tests.serving import ADDRESS, serve

Scheme = Literal["light", "dark"]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """Give the path of Chromium.

    Raises:
        FileNotFoundError: there is none; says what to install.
    """
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise FileNotFoundError(
            "Chromium is missing. On Debian or Ubuntu: apt install chromium; else set CHROMIUM to its path."
        )
    return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Give Chromium; no browser is downloaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS])
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, url: str, scheme: Scheme, width: int) -> Iterator[Page]:
    """Open a page for a reader with this colour scheme and window."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()


def build_site(root: Path) -> Path:
    """Build the project's own content in a folder of its own, for the address where it is served; give that folder.

    Raises:
        RuntimeError: the content has errors.
    """
    done = run(copy_site(root), "site", "--as-of", AS_OF, SITE_URL=ADDRESS)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return root


def build_with_pagefind(built: Path, root: Path) -> Path:
    """Build a finished site again in a folder of its own, with Pagefind behind its search; give that folder.

    Raises:
        RuntimeError: it has errors.
    """
    shutil.copytree(built, root, dirs_exist_ok=True)
    with (root / "content/site.yml").open("a") as settings:
        settings.write("search: pagefind\n")
    done = run(root, "site", "--as-of", AS_OF, SITE_URL=ADDRESS)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return root


@contextmanager
def served_site() -> Iterator[str]:
    """Build the project's own content and serve it; give its address."""
    with tempfile.TemporaryDirectory() as folder, serve(build_site(Path(folder)) / "site") as address:
        yield address
