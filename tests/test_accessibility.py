"""Every kind of page by the rules of axe-core, which follow WCAG 2.2 A and AA and good practice."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browsing import Scheme, opened
from tests.serving import PAGES

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]
DESKTOP, PHONE = 1360, 390


ALIKE = 15
"""How many neighbours of one tag and class are looked at where time is short; `make test-long` looks at whole pages."""
THIN_OUT = """most => {
    for (const parent of document.querySelectorAll("article, article *")) {
        const seen = {}
        for (const child of [...parent.children]) {
            const kind = child.tagName + "." + child.className
            seen[kind] = (seen[kind] ?? 0) + 1
            if (seen[kind] > most) child.remove()
        }
    }
}"""


def _violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES, "reporter": "no-passes"}).response["violations"]
    return [f"{rule['id']}: {node['target']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("path", [pytest.param(path, id=name) for name, path in PAGES.items()])
@pytest.mark.parametrize(("scheme", "width"), [("light", DESKTOP), ("dark", PHONE)])
def test_axe_finds_nothing(scheme: Scheme, width: int, path: str, browser: Browser, address: str) -> None:
    with opened(browser, address + path, scheme, width) as page:
        page.evaluate(THIN_OUT, ALIKE)

        assert _violations(page) == []


@pytest.mark.long
@pytest.mark.parametrize("path", [pytest.param(path, id=name) for name, path in PAGES.items()])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_axe_finds_nothing_on_whole_pages(
    scheme: Scheme, width: int, path: str, browser: Browser, address: str
) -> None:
    with opened(browser, address + path, scheme, width) as page:
        assert _violations(page) == []
