"""The search of the finished site, in a real browser: names find their page, phrases the statement that says them."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.pages.subject import searched_names
from generator.schema.subjects import Country
from tests.helpers import PROJECT

NAMES = {
    "ROK": "South Korea",
    "Republic of Korea": "South Korea",
    "Nihon": "Japan",
    "JPN": "Japan",
    "Britain": "United Kingdom",
    "UK": "United Kingdom",
    "US": "United States",
    "SSN": "SSN-AUKUS",
    "Pillar II": "Pillar II",
    "IAEA": "Nuclear safeguards",
    "hypersonic": "Hypersonics",
    "A$368 billion": "Costs",
    "Geelong Treaty": "Treaties and agreements",
    "日本": "Japan",
    "일본": "Japan",
    "韓国": "South Korea",
    "대한민국": "South Korea",
    "加拿大": "Canada",
    "米国": "United States",
    "Deutschland": "Germany",
}
PHRASES = {
    '"one year\'s written notice"': "annpa-term-and-exit",
    "certify to Congress 270 days": "us-law-presidential-certification",
    "Hipkins pledge to join neither pillar": "nz-labour-rules-out-2024-12",
    '"red delivery rating"': "uk-core-production-red",
    "Japan is interested in technical cooperation": "jp-technical-cooperation-2024-03",
}


@pytest.fixture(scope="module", params=["address", "pagefind_address"], ids=["material", "pagefind"])
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Give the home page with the search at hand, Material's and Pagefind's; the index is fetched once."""
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    page = context.new_page()
    page.goto(request.getfixturevalue(request.param))
    with page.expect_response("**/search_index.json"):
        page.locator(".md-search__input").focus()
    yield page
    context.close()


def _first(page: Page, query: str) -> Locator:
    """Enter a query and give what comes first; the field listens to keys, which a method of input ends with, too."""
    field, found = page.locator(".md-search__input"), page.locator(".md-search-result__item")
    for words in ("", query):
        field.fill(words)
        field.press("End")
        expect(found.first).to_be_visible(visible=words != "", timeout=20_000)
    return found.first


@pytest.mark.browser
@pytest.mark.parametrize("query", NAMES)
def test_a_name_finds_its_page_first(query: str, opened: Page) -> None:
    first = _first(opened, query)

    expect(first.locator("h1").first).to_contain_text(NAMES[query])
    assert "#" not in (first.locator("a").first.get_attribute("href") or "")


@pytest.mark.browser
@pytest.mark.parametrize("query", PHRASES)
def test_a_phrase_finds_its_statement_first(query: str, opened: Page) -> None:
    first = _first(opened, query)

    expect(first.locator("h1").first).to_contain_text("Register")
    section = first.locator("a[href*='#']").first
    assert (section.get_attribute("href") or "").endswith(f"#{PHRASES[query]}")
    expect(section.locator("mark").first).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("host", ["address", "pagefind_address"])
def test_a_click_on_a_found_statement_lands_on_it(host: str, page: Page, request: pytest.FixtureRequest) -> None:
    page.goto(request.getfixturevalue(host))
    with page.expect_response("**/search_index.json"):
        page.locator(".md-search__input").focus()
    _first(page, '"red delivery rating"').locator("a[href*='#']").first.click()

    page.wait_for_url("**/register/?h=*#uk-core-production-red")
    expect(page.locator("#uk-core-production-red")).to_be_in_viewport()
    expect(page.locator("#uk-core-production-red mark").first).to_be_visible()


@pytest.mark.browser
def test_the_search_holds_no_articles_and_loads_fast(built: Path) -> None:
    index = (built / "site" / "search" / "search_index.json").read_bytes()

    assert b'"location":"register/#' in index
    assert b'"location":"sources/afp-' not in index
    assert len(gzip.compress(index)) < 500_000


def test_a_country_page_names_it_as_its_neighbours_do(built: Path) -> None:
    page = (built / "build" / "docs" / "countries" / "jp.md").read_text()

    assert 'In Japanese <span lang="ja">日本</span>; in Korean <span lang="ko">일본</span>' in page


def test_a_name_that_begins_another_is_left_to_it() -> None:
    country = Country(id="IN", name="India", aliases=("Indian", "Indians", "indians"), also=("Bharat",))

    assert searched_names(country, "IN") == ("indians", "Bharat")


def test_each_language_whose_names_are_known_may_be_asked_for() -> None:
    schema = (PROJECT / "content" / "schemas" / "site.json").read_text()

    for path in (PROJECT / "generator" / "analysis" / "data" / "languages").glob("*.yml"):
        assert f'"{path.stem}"' in schema, path.stem
