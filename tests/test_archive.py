"""Pages stay bounded while the archive grows: pages by year hold what they leave out, and nothing is lost."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from generator import edtf
from generator.pages.archive import PART, archive_of
from generator.pages.passages import BEST, NEWEST
from generator.pages.sources import ARTICLES
from generator.pages.timeline import UNREVIEWED
from tests.browsing import Scheme, opened
from tests.growth import make_archive
from tests.helpers import AS_OF, run
from tests.serving import serve
from tests.test_accessibility import RULES

MADE, SENTENCES, TWO_YEARS = 120, 5, 731
"""More articles than the list of sources shows, more passages in each year than a page of the archive."""
EVERY = {(f"made-{article}", number) for article in range(MADE) for number in range(1, SENTENCES + 1)}
PASSAGE = re.compile(r"\((?P<up>[./]*)(?:sources/)?(?P<article>made-\d+)\.md#s(?P<number>\d+)\)")
NUMBER = re.compile(r"\d+(?:,\d{3})*")
LISTS = ("index", "countries/index", "pillars/index", "topics/index", "outlook", "register", "corrections", "changes")
"""Pages that articles make no longer."""
Months: TypeAlias = Sequence[tuple[str, str, Sequence[int]]]
Parts: TypeAlias = Sequence[tuple[str, str]]
ARCHIVES = ("countries/no/archive/2016/", "timeline/archive/2015/", "sources/archive/2016/")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a site with a large archive, published with all links checked."""
    root = make_archive(tmp_path_factory.mktemp("archive") / "site", MADE, sentences=SENTENCES, days=TWO_YEARS)
    done = run(root, "site", "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module")
def served(archive: Path) -> Iterator[str]:
    with serve(archive / "site") as address:
        yield address


def _docs(tmp_path: Path, articles: int, rights: str = "full") -> Path:
    """Give the pages of an archive in which three sentences appear every other day, without publishing it."""
    root = make_archive(tmp_path, articles, sentences=3, days=2 * articles)
    for sidecar in (root / "seeds").glob("made-*.yml"):
        sidecar.write_text(sidecar.read_text().replace("rights: full", f"rights: {rights}"))
    assert run(root, "build", "--as-of", AS_OF).returncode == 0
    return root / "build/docs"


def _passages(*pages: Path) -> list[tuple[str, int]]:
    """Give the passages to which pages lead, by article and number."""
    return [(found["article"], int(found["number"])) for page in pages for found in PASSAGE.finditer(page.read_text())]


@pytest.mark.parametrize("page", ["countries/no", "pillars/ports"])
def test_every_passage_stands_once_in_the_archive_and_the_page_says_how_many(archive: Path, page: str) -> None:
    docs = archive / "build/docs"
    expected = EVERY if page == "countries/no" else {(article, 1) for article, number in EVERY if number == 1}

    shown = Counter(_passages(*(docs / page / "archive").rglob("*.md")))

    assert shown == Counter(expected)
    words = (docs / f"{page}.md").read_text()
    assert f"All {len(expected)} by year: " in words
    years = re.findall(rf"\]\({page.rpartition('/')[2]}/archive/\d+\.md\) (\d+)", words)
    assert sum(map(int, years)) == len(expected)


def test_a_country_page_shows_the_best_and_the_newest_of_its_passages(archive: Path) -> None:
    best, newest = (
        (archive / "build/docs/countries/no.md").read_text().split("{: #passages-best }")[1].split("### ")[:2]
    )
    last = f"made-{MADE - 1}"

    assert best.count("Northern Harbours Pact") == BEST == best.count("> [")
    assert newest.count("> [") == NEWEST
    assert newest.count(f"{last}.md#") == SENTENCES - 1
    assert f"{last}.md#s1)" in best


def test_a_year_with_many_passages_has_parts_that_lead_to_each_other(archive: Path) -> None:
    folder = archive / "build/docs/countries/no/archive"
    first, second = (folder / "2016.md").read_text(), (folder / "2016/2.md").read_text()

    assert first.count("> [") == PART
    assert 0 < second.count("> [") <= PART
    assert "Parts of this year: 1 · [2](2016/2.md)" in first
    assert "Parts of this year: [1](../2016.md) · 2" in second
    assert (archive / "site/countries/no/archive/2016/2/index.html").is_file()


def test_a_year_of_many_parts_leads_from_each_to_its_neighbours_the_first_and_the_last() -> None:
    entries = [(edtf.parse("2024-05-01"), number) for number in range(24 * PART + 1)]
    archive = archive_of("countries/no.md", "Norway", reversed(entries), lambda entry: entry[0])
    pages = [make() for make in archive.pages("archive-passages.md.jinja", "Norway", "", lambda _, entry: entry[1])]

    shown = [number for page in pages for *_, found in cast("Months", page.view["months"]) for number in found]
    assert shown == list(range(24 * PART, -1, -1))
    parts = cast("Parts", pages[9].view["parts"])
    assert " ".join(name for name, _ in parts) == "1 … 8 9 10 11 12 … 25"
    assert dict(parts)["1"] == "../2024.md"


def test_the_timeline_shows_a_part_of_the_unreviewed_and_its_archive_all(archive: Path) -> None:
    docs = archive / "build/docs"
    dated = {(article, number) for article, number in EVERY if number in {1, 5}}

    assert len(_passages(docs / "timeline.md")) == UNREVIEWED
    assert Counter(_passages(*(docs / "timeline/archive").rglob("*.md"))) == Counter(dated)
    assert f"Here are the best {UNREVIEWED} of {len(dated)} dated passages" in (docs / "timeline.md").read_text()


def test_the_list_of_sources_keeps_what_is_cited_and_the_newest_and_its_archive_has_all(archive: Path) -> None:
    docs = archive / "build/docs"
    anchor = re.compile(r"\{: #source-(\S+) ")
    listed = anchor.findall((docs / "sources/index.md").read_text())
    archived = [name for page in (docs / "sources/archive").rglob("*.md") for name in anchor.findall(page.read_text())]

    assert set(listed) == {"example-article", *(f"made-{number}" for number in range(MADE - ARTICLES, MADE))}
    assert Counter(archived) == Counter(["example-article", *(f"made-{number}" for number in range(MADE))])


def test_the_search_holds_no_archive(archive: Path) -> None:
    index = json.loads((archive / "site/search/search_index.json").read_text())["docs"]

    assert [entry["location"] for entry in index if "/archive/" in entry["location"]] == []


def test_no_list_grows_when_the_archive_doubles_and_full_parts_stay_as_they_are(tmp_path: Path) -> None:
    few, many = _docs(tmp_path / "few", MADE), _docs(tmp_path / "many", 2 * MADE)

    def masked(page: Path) -> str:
        return NUMBER.sub("0", page.read_text())

    assert {name for name in LISTS if masked(few / f"{name}.md") != masked(many / f"{name}.md")} == set()
    full = "countries/no/archive/2016.md"
    assert _passages(few / full) == _passages(many / full)
    for page in ("countries/no.md", "pillars/ports.md", "timeline.md", "sources/index.md"):
        grown = len((many / page).read_bytes()) - len((few / page).read_bytes())
        assert abs(grown) < 500, f"{page} grew by {grown} bytes"


def test_all_pages_together_show_no_more_of_an_article_than_its_rights_allow(tmp_path: Path) -> None:
    docs = _docs(tmp_path / "site", MADE // 3, rights="excerpts")
    shown: dict[str, set[int]] = {}
    for article, number in _passages(*docs.rglob("*.md")):
        shown.setdefault(article, set()).add(number)

    for article, numbers in shown.items():
        text = (tmp_path / f"site/seeds/{article}.txt").read_text().split(" ", 3)[3].splitlines()
        assert sum(len(text[number - 1]) for number in numbers) <= 0.4 * sum(map(len, text)) + len(text), article
    assert len(shown) == MADE // 3


@pytest.mark.browser
@pytest.mark.parametrize("path", ["countries/no/", "timeline/", "sources/", *ARCHIVES])
@pytest.mark.parametrize(("scheme", "width"), [pytest.param("light", 1360, marks=pytest.mark.long), ("dark", 390)])
def test_pages_of_an_archive_fit_the_window_and_axe_finds_nothing(
    scheme: Scheme, width: int, path: str, browser: Browser, served: str
) -> None:
    with opened(browser, served + path, scheme, width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        options = {"runOnly": RULES, "reporter": "no-passes"}
        assert [rule["id"] for rule in Axe().run(page, options=options).response["violations"]] == []
