"""The finished site in a real browser, under a sub-path: links, citations, no request to another host."""

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest
from playwright.sync_api import Browser, Page, expect

from generator import paths
from generator.loading import load_content

pytestmark = pytest.mark.browser
HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def _pages(built: Path) -> dict[str, tuple[set[str], list[str]]]:
    """Give for each page its ids and its links; the standard's own parser accepts each, and no id stands twice."""
    found = {}
    for path in sorted((built / "site").rglob("*.html")):
        document = html5lib.HTMLParser(strict=True).parse(path.read_text())
        ids = [element.attrib["id"] for element in document.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids)), f"{path}: an id stands twice"
        anchors = [*document.iter(f"{HTML}a"), *document.iter(f"{SVG}a")]
        links = [element.attrib["href"] for element in anchors if "href" in element.attrib]
        address = path.relative_to(built / "site").as_posix().removesuffix("index.html")
        found[address] = (set(ids), links)
    return found


def test_every_internal_link_and_anchor_resolves(built: Path) -> None:
    base = "http://site/briefing/"
    pages = _pages(built)
    files = {path.relative_to(built / "site").as_posix() for path in (built / "site").rglob("*") if path.is_file()}
    for address, (_, links) in pages.items():
        if address == "404.html":
            continue
        for link in links:
            target, anchor = urldefrag(urljoin(base + address, link))
            if urlsplit(target).netloc != "site":
                continue
            assert target.startswith(base), f"{address}: {link} leaves the sub-path"
            name = target.removeprefix(base)
            assert name in pages or name in files, f"{address}: {link} leads nowhere"
            assert not anchor or name not in pages or anchor in pages[name][0], f"{address}: {link} has no anchor"


def test_every_part_of_a_page_has_an_id_that_no_statement_can_have(built: Path) -> None:
    content, _ = load_content(built)
    facts = {claim.id for claim in content.claims} | {entry.id for entry in content.retired}
    for address, (ids, _links) in _pages(built).items():
        free = {name for name in ids if not name.startswith("__") and not paths.is_anchor(name)}
        assert free <= facts or address == "data/" or address.endswith("changes/"), address


def test_no_request_leaves_the_host(page: Page, address: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    errors: list[str] = []
    page.on("pageerror", lambda problem: errors.append(str(problem)))
    for path in ("", "countries/jp/", "pillars/pillar-2/", "sources/afp-2024-03-06-japan/", "register/"):
        page.goto(address + path)
        page.wait_for_load_state("networkidle")

    assert requests
    assert [url for url in requests if not url.startswith((address, "data:"))] == []
    assert errors == []


def test_a_click_on_a_citation_lands_on_the_highlighted_passage(page: Page, address: str) -> None:
    page.goto(address + "countries/jp/")
    statement = page.locator("#jp-technical-cooperation-2024-03 a.cite")
    assert "technical cooperation" in (statement.get_attribute("title") or statement.get_attribute("aria-label") or "")
    statement.click()
    page.wait_for_url("**/sources/afp-2024-03-06-japan/#s4")

    passage = page.locator("#s4")
    expect(passage).to_be_in_viewport()
    expect(passage.locator("mark")).to_contain_text("Japan is interested in the possibility of technical cooperation")


@pytest.mark.parametrize("width", [320, 390, 1360, 2560])
def test_nothing_scrolls_sideways(width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("", "countries/jp/", "outlook/", "sources/afp-2024-03-06-japan/", "method/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_page_reads_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "countries/jp/")

    expect(page.locator("#jp-technical-cooperation-2024-03")).to_be_visible()
    context.close()


def test_the_colours_follow_the_system_until_the_reader_switches(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    body, button = page.locator("body"), page.get_by_role("button", name="Switch between light and dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")

    button.press("Enter")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(address + "countries/jp/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    button.click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_the_search_index_comes_when_somebody_turns_to_the_search(page: Page, address: str) -> None:
    page.goto(address + "countries/jp/")
    page.wait_for_load_state("networkidle")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.keyboard.press("/")
    page.keyboard.type("Nihon")

    expect(page.locator(".md-search-result__item").first).to_contain_text("Japan", timeout=20_000)
    assert fetched == [address + "search/search_index.json"]


@pytest.mark.parametrize("path", ["nowhere/", "countries/xx/yy/", "countries/jp/nowhere.html"])
def test_an_address_without_a_page_leads_on(path: str, page: Page, address: str) -> None:
    answer = page.goto(address + path)
    assert answer is not None
    assert answer.status == 404
    article = page.get_by_role("article")
    expect(article).to_contain_text("There is no page at this address.")
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky", (
        "it has its style"
    )

    for name in ("Home", "Register", "Sources"):
        href = article.get_by_role("link", name=name).get_attribute("href")
        found = page.request.get(urljoin(page.url, href))
        assert found.ok, f"{name} leads to {href}"
    page.locator(".md-search__input").click()
    page.keyboard.type("Nihon")
    expect(page.locator(".md-search-result__item a").first).to_have_attribute(
        "href", re.compile("/briefing/countries/jp/"), timeout=20_000
    )
