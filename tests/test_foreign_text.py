"""Foreign text never acts and is never changed: what browsers make of it in every place of a built site.

`make test-long` adds the examples of CommonMark and of GitHub, the naughty strings, and 20,000 generated strings.
"""

import shutil
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

import html5lib
import markdown
import pytest
from hypothesis import given, settings
from playwright.sync_api import Browser, Page, expect

from generator.markdown import inline, safe_url
from generator.text import controls, one_line, tidy
from tests.foreign import strings
from tests.foreign.browsed import Opened, open_all, watch
from tests.foreign.compared import differences, passages_altered
from tests.foreign.site import Strings, bodies, build, word
from tests.serving import serve
from tests.test_markdown import EXTENSIONS, HTML

pytestmark = pytest.mark.browser
OURS = strings.usable([*strings.CONSTRUCTS[::3], *strings.PAYLOADS[::29]])
MOST = 1000
"""Strings that one site carries."""


class Sites:
    """Sites that are built and opened; a twin serves all of its size."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self.folder = folder
        self.browser = browser
        self.twins: dict[int, Opened] = {}

    def opened(self, name: str, text: Callable[[str, int], str], count: int) -> tuple[Opened, str]:
        """Build a site, open all its pages, and give what was seen and what the program said."""
        said = build(self.folder / name, text, count)
        return open_all(self.folder / name / "site", self.browser), said

    def wrong(self, name: str, found: list[str]) -> Iterator[str]:
        """Give what differs between a site with these strings and its twin, page by page."""
        if len(found) not in self.twins:
            self.twins[len(found)] = self.opened(f"twin-{len(found)}", word, len(found))[0]
        twin, carried = self.twins[len(found)], Strings(found)
        foreign, said = self.opened(name, carried.at, len(found))
        yield from foreign.deeds
        yield from (str(pages) for pages in [foreign.pages.keys() ^ twin.pages.keys()] if pages)
        held = bodies(carried, len(found))
        foreign.pages.pop("data/")  # it gives positions in the articles as examples, which depend on their words
        for address, page in foreign.pages.items():
            for difference in differences(page, twin.pages[address], carried):
                yield f"{name}/{address}: {difference}"
            if address in held:
                yield from (f"{name}/{address}: {wrong}" for wrong in passages_altered(page, held[address]))
        yield from (f"not named: {sign}" for string in found for sign in controls(string) if sign not in said)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Sites:
    return Sites(tmp_path_factory.mktemp("foreign"), browser)


def test_each_place_shows_foreign_text_letter_by_letter_and_nothing_acts(sites: Sites) -> None:
    assert list(sites.wrong("ours", OURS)) == []


@pytest.mark.long
def test_each_place_shows_the_strings_of_packages_and_generated_ones(sites: Sites) -> None:
    examples = [strings.commonmark(), strings.github(), strings.naughty()]
    assert [len(found) >= least for found, least in zip(examples, (650, 670, 480), strict=True)] == [True] * 3
    found = strings.usable([*strings.CONSTRUCTS, *strings.PAYLOADS, *chain(*examples), *strings.generated(20_000)])
    parts = [found[start : start + MOST] for start in range(0, len(found), MOST)]

    assert len(found) > 20_000
    wrong: list[str] = []
    for number, part in enumerate(parts):
        filled = [*part, *found[: MOST - len(part)]]  # so that one twin serves all
        wrong += sites.wrong(f"part-{number}", filled)
        shutil.rmtree(sites.folder / f"part-{number}")
    assert wrong == []


@pytest.fixture(scope="module")
def ours(sites: Sites) -> Path:
    """Give the finished site that carries our own strings."""
    if not (sites.folder / "ours").is_dir():
        build(sites.folder / "ours", Strings(OURS).at, len(OURS))
    return sites.folder / "ours" / "site"


def test_the_search_and_the_citation_show_foreign_text_and_do_nothing_with_it(ours: Path, page: Page) -> None:
    deeds: list[str] = []
    with serve(ours) as address:
        watch(page, address, deeds)
        for words in ("javascript", "alert", "norway"):
            page.goto(address)
            page.locator(".md-search__input").click()
            page.keyboard.type(words)
            results = page.locator(".md-search-result__list")
            expect(results.locator("mark").first).to_be_attached(timeout=20_000)
            assert set(results.evaluate(_ELEMENTS)) <= _OF_RESULTS
        page.goto(f"{address}register/")
        for number in range(0, len(OURS), 25):
            page.locator(f"#f{number} ~ p a.cite-this").first.click()
            panel = page.locator("dialog.citation")
            expect(panel.locator("pre").first).to_contain_text(one_line(tidy(OURS[number])))
            assert set(panel.evaluate(_ELEMENTS)) <= _OF_PANELS
            page.keyboard.press("Escape")

    assert deeds == []


_ELEMENTS = (
    "found => [...found.querySelectorAll('*')].map(e => [e.localName, ...e.getAttributeNames().sort()].join(' '))"
)
_OF_RESULTS = {
    *("a class href tabindex", "article class data-md-score", "details class", "div", "div class", "h1", "h2", "li"),
    *("li class", "mark", "nav class", "p", "span class", "summary tabindex", "ul"),
}
_OF_PANELS = {"a href", "button", "h2 id", "h3", "p", "pre aria-label tabindex"}
"""All elements of a list of results, and of a citation, each with its attributes."""


@settings(max_examples=300, deadline=None)
@given(text=strings.ANY)
def test_a_summary_is_words_emphasis_and_links_or_is_refused(text: str) -> None:
    made, complaints = inline(text)
    page = html5lib.parse(markdown.markdown(f"x {made} x", extensions=EXTENSIONS))
    found = {element.tag.rpartition("}")[2] for element in page.iter()} - {"html", "head", "body", "p"}

    assert complaints or found <= {"em", "strong", "a"}
    assert all(safe_url(unquote(str(link.get("href")))) for link in page.iter(f"{HTML}a"))
