"""Every kind of page as its readers meet it: axe's rules, the keyboard alone, calm and large text, no jumps.

axe-core is the rule engine of Deque Systems; its rules follow WCAG 2.2.
"""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.serving import PAGES

pytestmark = pytest.mark.browser
Scheme = Literal["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]
DESKTOP, PHONE = 1360, 390


@pytest.mark.parametrize("path", [pytest.param(path, id=name) for name, path in PAGES.items()])
@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", DESKTOP),
        ("dark", PHONE),
        pytest.param("dark", DESKTOP, marks=pytest.mark.long),
        pytest.param("light", PHONE, marks=pytest.mark.long),
    ],
)
def test_axe_finds_nothing(scheme: Scheme, width: int, path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + path)
    axe = Axe()
    found = axe.run(page, options={"runOnly": RULES, "reporter": "no-passes"}).response["violations"]
    context.close()

    assert [f"{rule['id']}: {node['target']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]] == []
