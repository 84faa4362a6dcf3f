"""Pages for readers who use the keyboard, who want calm, large text, or have a slow connection."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import Scheme

pytestmark = pytest.mark.browser
BRIEFING = "topics/export-controls/"
"""A short page with all that can have the focus: citations, marks, statements that open, a table of contents."""
MOST_STOPS = 400
MOST_ON_FIRST_VISIT, MOST_HTML = 150_000, 25_000
"""Bytes over the wire, compressed; the search is fetched when somebody turns to it and counts apart."""

FOCUSABLE = "a[href], button, input, summary, [tabindex='0']"
LOOK = """element => {
    const {outlineStyle, outlineWidth} = getComputedStyle(element)
    const [box] = element.getClientRects()
    const there = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return {
        name: element.outerHTML.slice(0, 150),
        ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1,
        shown: Boolean(there) && (element.contains(there) || there.contains(element)),
    }
}"""
"""How something that can have the focus looks: whether it has a ring, and whether nothing lies over it."""

PAINTED = "new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))"
"""The search opens and closes itself after it got or lost the focus."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a fresh page of a desktop."""
    context = browser.new_context(viewport={"width": 1360, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def _walk(page: Page, key: str) -> Iterator[dict[str, object]]:
    """Press a key until the focus leaves the page; give the look of each stop."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        page.evaluate(PAINTED)
        look = page.evaluate(f"document.activeElement === document.body ? null : ({LOOK})(document.activeElement)")
        if look is None:
            return
        yield look
    pytest.fail(f"{key} goes on for more than {MOST_STOPS} stops")


@pytest.mark.parametrize("width", [1360, 680])
def test_tab_alone_reaches_everything_and_shows_where_it_is(width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + BRIEFING)
    unfocused = page.eval_on_selector_all(FOCUSABLE, f"all => all.map({LOOK})")
    assert [look["name"] for look in unfocused if look["ring"]] == []

    stops = list(_walk(page, "Tab"))

    assert 'class="md-skip' in str(stops[0]["name"])
    for part in ('id="__scheme', "md-search__input", "md-nav__link", 'class="cite', 'class="mark', "<summary"):
        assert any(part in str(stop["name"]) for stop in stops), part
    assert [stop["name"] for stop in stops if not stop["ring"]] == []
    assert [stop["name"] for stop in stops if not stop["shown"]] == []


def test_the_header_hides_no_focus_on_the_way_back(page: Page, address: str) -> None:
    page.goto(address + BRIEFING)
    page.locator("article a").last.focus()

    assert [stop["name"] for stop in _walk(page, "Shift+Tab") if not stop["shown"]] == []


@pytest.mark.parametrize("path", ["", BRIEFING])
def test_nothing_moves_for_readers_who_ask_for_calm(path: str, page: Page, address: str) -> None:
    page.goto(address + path)
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].flatMap(element =>
        ["", "::before", "::after"].filter(part => {
            const style = getComputedStyle(element, part)
            return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
        }).map(part => element.className + part))""")

    assert moving == []


@pytest.mark.parametrize("path", ["", BRIEFING, "outlook/", "sources/afp-2024-03-06-japan/", "not/there/"])
def test_text_of_twice_the_size_fits(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 680, "height": 450})
    page = context.new_page()
    page.goto(address + path)
    page.add_style_tag(content="html { font-size: 200% }")
    width = page.evaluate("document.documentElement.scrollWidth")
    # Heads of tables are for screen readers alone at this width, each cell repeats its own; a map is cut on purpose.
    cut = page.evaluate("""() => [...document.querySelectorAll("article, article *")].filter(element => {
        const {overflowX} = getComputedStyle(element)
        const clipped = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1
        return (clipped || element.getBoundingClientRect().right > innerWidth + 1) && !element.closest("thead, svg svg")
    }).map(element => element.outerHTML.slice(0, 150))""")
    context.close()

    assert width <= 680
    assert cut == []


@pytest.mark.parametrize("path", ["", "countries/au/", "pillars/pillar-1/", "sources/afp-2024-03-06-japan/"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1360), ("dark", 390)])
def test_nothing_jumps_while_a_page_loads(
    scheme: Scheme, width: int, path: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.add_init_script("""
        window.jumped = 0
        new PerformanceObserver(list => {
            for (const {value} of list.getEntries()) window.jumped += value
        }).observe({type: "layout-shift", buffered: true})
    """)
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    jumped = page.evaluate("window.jumped")
    context.close()

    assert jumped < 0.01


def test_a_first_visit_of_the_largest_country_costs_little(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    page = context.new_page()
    sizes: dict[str, int] = {}
    page.on("requestfinished", lambda request: sizes.update({request.url: request.sizes()["responseBodySize"]}))
    page.goto(address + "countries/au/")
    page.wait_for_load_state("networkidle")
    context.close()

    assert [url for url in sizes if not url.startswith(address)] == []
    assert [url for url in sizes if url.endswith("search_index.json")] == [], "search is fetched when it is turned to"
    without_search = {url: size for url, size in sizes.items() if "/workers/search" not in url}
    assert sum(without_search.values()) <= MOST_ON_FIRST_VISIT, without_search
    assert sizes[address + "countries/au/"] <= MOST_HTML


def test_a_mark_that_has_the_focus_says_what_it_means(page: Page, address: str) -> None:
    page.goto(address + BRIEFING)
    mark = page.locator("a.mark").first
    mark.focus()
    page.keyboard.press("Shift+Tab")  # from here on the keyboard moves the focus, as browsers tell it apart
    page.keyboard.press("Tab")

    tip = page.locator(".tip")
    expect(tip).to_be_visible()
    expect(tip).to_have_text(str(mark.get_attribute("title")))
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
