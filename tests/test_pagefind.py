"""Pagefind behind the search box: what it adds and costs; what it finds is held beside Material's in test_search."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Request, expect

from generator.diagnostics import ProblemsError
from generator.finishing import pagefind
from generator.reading.extras import needed
from generator.run import Run
from generator.site import make_site
from generator.starter import make_new
from tests.bench_search import made_index
from tests.helpers import AS_OF, copy_site, run, tree, waited
from tests.serving import ADDRESS, serve

MOST_FOR_A_FIRST_QUERY = 250_000
"""Bytes over the wire, whatever comes with it counted."""
FOCUSED = "document.activeElement.closest('label, button, form')?.innerText.split('\\n')[0]"


def _field(page: Page, address: str) -> Locator:
    page.goto(address)
    with page.expect_response("**/search_index.json"):
        page.locator(".md-search__input").focus()
    expect(page.locator(".search-filters")).to_be_visible()
    return page.locator(".md-search__input")


def _results(page: Page) -> Locator:
    return page.locator(".md-search-result__item")


def _query(page: Page, address: str, words: str) -> None:
    field = _field(page, address)
    field.fill(words)
    field.press("End")
    expect(_results(page).first).to_be_visible(timeout=20_000)


@pytest.fixture
def transferred(page: Page) -> Callable[[], dict[str, int]]:
    """Count the bytes of each answer from now on."""
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - no bound method is taken

    def answered() -> dict[str, int]:
        page.wait_for_load_state("networkidle")
        return {request.url: request.sizes()["responseBodySize"] for request in tuple(requests)}

    return answered


@pytest.mark.browser
def test_a_filter_narrows_and_any_widens_again(page: Page, pagefind_address: str, pagefind_built: Path) -> None:
    _query(page, pagefind_address, "Pillar")
    meta = page.locator(".md-search-result__meta")
    everything = meta.inner_text()
    assert "matches" in everything, "there are more than are shown at first"

    page.get_by_label("Country").select_option("New Zealand")
    page.get_by_label("Kind").select_option("position")
    page.get_by_label("Year").select_option("2024")
    facts = json.loads((pagefind_built / "site/data/briefing.json").read_bytes())["facts"]
    meant = {
        fact["id"]
        for fact in facts
        if "NZ" in fact.get("countries", ()) and fact["kind"] == "position" and fact["date"].startswith("2024")
    }

    def narrowed() -> bool:
        found = page.locator(".md-search-result__link[href*='#']").evaluate_all("all => all.map(a => a.hash.slice(1))")
        return bool(found) and meant.issuperset(found)

    assert waited(narrowed)
    assert meta.inner_text() != everything

    for label in ("Country", "Kind", "Year"):
        page.get_by_label(label).select_option("any")
    expect(meta).to_have_text(everything)


@pytest.mark.browser
def test_more_matches_are_shown_when_asked_for(page: Page, pagefind_address: str) -> None:
    _query(page, pagefind_address, "submarines")
    links, shown = page.locator(".md-search-result__link"), page.locator(".md-search__scrollwrap")
    scroll = "shown => shown.scrollTo(0, shown.scrollHeight)"  # Material writes the list as the reader comes to it
    shown.evaluate(scroll)
    first = links.count()
    page.get_by_role("button", name="Show more matches").press("Enter")

    expect(page.locator(".md-search-result__meta")).to_contain_text("The best 36 of")
    shown.evaluate(scroll)
    expect(links).not_to_have_count(first)


@pytest.mark.browser
def test_the_filters_are_reached_by_keyboard_and_keep_their_keys(page: Page, pagefind_address: str) -> None:
    _query(page, pagefind_address, "Japan")
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert stops == ["Country", "Pillar", "Kind", "Year"]

    meta = page.locator(".md-search-result__meta")
    everything = meta.inner_text()
    page.keyboard.press("2")
    expect(page.get_by_label("Year")).to_be_focused()
    expect(meta).not_to_have_text(everything)
    expect(page.get_by_label("Year")).not_to_have_value("")
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-filters")).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_nothing_in_an_open_search(width: int, browser: Browser, pagefind_address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(pagefind_address)
    page.locator("label[for=__search]:visible, .md-search__input:visible").first.click()
    page.keyboard.type("Japan submarines")
    expect(_results(page).first).to_be_visible(timeout=20_000)
    found = Axe().run(page, context=".md-search")
    context.close()

    assert [violation["id"] for violation in found.response["violations"]] == []


@pytest.mark.browser
def test_a_page_fetches_nothing_of_the_search_until_somebody_asks(
    page: Page, pagefind_address: str, transferred: Callable[[], dict[str, int]]
) -> None:
    _field(page, pagefind_address + "countries/jp/")
    before = {url.removeprefix(pagefind_address) for url in transferred() if "pagefind" in url or "/search" in url}
    assert before == {"pagefind/search_box.js", "search/search_index.json"}

    page.keyboard.type("Japan")
    expect(_results(page).first).to_be_visible(timeout=20_000)
    assert [url for url in transferred() if not url.startswith(pagefind_address)] == []


@pytest.mark.browser
def test_a_search_that_cannot_be_loaded_says_so(page: Page, pagefind_address: str) -> None:
    page.route("**/pagefind.js", lambda route: route.abort())
    _field(page, pagefind_address).press_sequentially("Japan")

    expect(page.locator(".md-search-result__meta")).to_have_text("The search could not be loaded")


@pytest.fixture(scope="module", params=[300, pytest.param(5_000, marks=pytest.mark.long)])
def many(
    request: pytest.FixtureRequest, pagefind_built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve the pages of the site with the index of so many made ones."""
    site = tmp_path_factory.mktemp("many") / "site"
    shutil.copytree(pagefind_built / "site", site)
    for name, data in made_index(request.param).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    with serve(site) as address:
        yield address


@pytest.mark.browser
@pytest.mark.parametrize(
    "query", ["Wazi7", "security partnership", '"the submarine programme"', "the programme of submarines"]
)
def test_a_first_query_costs_little_however_many_pages_there_are(
    query: str, many: str, page: Page, transferred: Callable[[], dict[str, int]]
) -> None:
    page.goto(many)
    known = set(transferred())
    field = page.locator(".md-search__input")
    field.fill(query)
    field.press("End")
    expect(_results(page).first).to_be_visible(timeout=60_000)
    fetched = {url: size for url, size in transferred().items() if url not in known}

    assert any(url.endswith(".pf_fragment") for url in fetched)
    assert sum(fetched.values()) <= MOST_FOR_A_FIRST_QUERY, fetched


def test_the_same_pages_give_the_same_index_on_any_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "".join(f'<i data-pagefind-filter="f{n % 4}[title]" title="v{n % 9}"></i><p>word{n}</p>' for n in range(99))
    pages = {f"p/{n}.html": f"<html lang=en><body data-pagefind-body><h1>{n}</h1>{words}" for n in range(40)}
    first = pagefind.indexed(pages)
    assert sum(name.startswith("filter/") for name in first) == 4

    for threads in ("1", "7"):
        monkeypatch.setenv("RAYON_NUM_THREADS", threads)
        assert pagefind.indexed(pages) == first


def test_an_index_of_the_same_pages_is_taken_from_before_and_stands_in_the_digest(
    pagefind_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "again"
    shutil.copytree(pagefind_built, root)
    before = tree(root / "site")
    assert b"pagefind/pagefind-entry.json" in before["data/digest.txt"]
    assert json.loads(before["search/search_index.json"])["docs"] == []

    monkeypatch.setattr("generator.finishing.search.indexed", lambda _: pytest.fail("it was indexed again"))
    make_site(Run(root=root, as_of=date.fromisoformat(AS_OF)), ADDRESS)

    after = tree(root / "site")
    assert {name: data for name, data in after.items() if name.startswith(("pagefind/", "search/"))} == {
        name: data for name, data in before.items() if name.startswith(("pagefind/", "search/"))
    }


def test_make_installs_pagefind_where_it_is_asked_for_and_the_program_says_so_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_new(tmp_path)
    with (tmp_path / "content/site.yml").open("a") as settings:
        settings.write("search: pagefind\n")
    assert needed(tmp_path) == ["search"]

    monkeypatch.setattr(pagefind, "find_spec", lambda _: None)
    with pytest.raises(ProblemsError) as trouble:
        make_site(Run(root=tmp_path, as_of=date.fromisoformat(AS_OF)), None)
    assert [problem.code for problem in trouble.value.problems] == ["search-missing"]
    assert "requirements-search.lock" in trouble.value.problems[0].message
    assert not (tmp_path / "site").exists()


def test_a_setting_that_is_no_search_is_refused(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    with (root / "content/site.yml").open("a") as settings:
        settings.write("search: lunr\n")

    said = run(root, "check").stderr

    assert "content/site.yml" in said
    assert "'pagefind'" in said
