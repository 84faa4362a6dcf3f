"""Fixtures: the real site, built once and served under a sub-path; a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.helpers import AS_OF, copy_site, run
from tests.serving import ADDRESS, serve


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`, which takes what is made now as the expected pages."""
    parser.addoption("--bless", action="store_true", help="rewrite the golden trees")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the project's own content and its finished site, made for the address where it is served."""
    root = copy_site(tmp_path_factory.mktemp("built"))
    done = run(root, "site", "--as-of", AS_OF, SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Serve the finished site on loopback under `/briefing/`."""
    with serve(built / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the system's Chromium; without it the tests fail and say what to install."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.fail("Chromium is missing. On Debian or Ubuntu: apt install chromium; else set CHROMIUM to its path.")
    flags = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=flags)
        yield chromium
        chromium.close()
