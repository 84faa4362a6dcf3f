"""Fixtures: the real site, built once and served under a sub-path; a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import build_site, build_with_pagefind, open_browser
from tests.serving import serve


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`, which takes what is made now as the expected pages."""
    parser.addoption("--bless", action="store_true", help="rewrite the golden trees")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the project's own content and its finished site."""
    return build_site(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Serve the finished site on loopback under `/briefing/`."""
    with serve(built / "site") as address:
        yield address


@pytest.fixture(scope="session")
def pagefind_built(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the same content and its site, whose search is Pagefind."""
    return build_with_pagefind(built, tmp_path_factory.mktemp("pagefind"))


@pytest.fixture(scope="session")
def pagefind_address(pagefind_built: Path) -> Iterator[str]:
    """Serve that site on loopback under `/briefing/`."""
    with serve(pagefind_built / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the system's Chromium; without it the tests fail and say what to install."""
    with open_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a fresh page, wide as a desk's screen."""
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    yield context.new_page()
    context.close()
