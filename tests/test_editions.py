"""Editions: frozen in a small site, published unchanged, listed, linked from the pages that they hold, and guarded."""

import hashlib
import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser, expect

from generator.archive import pack, unpack
from generator.build import gather
from generator.diagnostics import ProblemsError, Severity, as_text
from generator.freezing import freeze
from generator.outputs import Output
from generator.run import Run
from generator.starter import make_new
from tests.helpers import run, tree, write_files
from tests.serving import serve

NAME = "2024-06"
FROZEN = f"site/editions/{NAME}"
ARCHIVE = f"content/editions/{NAME}.tar.xz"
RECORDS = "content/editions.yml"
FACTS = "content/facts/example.yml"
SWEDEN = """\
- id: sweden-asked
  statement: Sweden asked about the ports in May 2024.
  countries: [SE]
  kind: event
  date: 2024-05
  attribution: The ministry
  evidence:
    - source: report
      where: page 2
"""
REPORT = """\
- id: report
  title: A report
  publisher: The ministry
  published: 2024-05-30
  url: https://example.org/report
  kind: government
"""


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small site that was frozen in June; then a statement was reworded and a country came in July."""
    root = tmp_path_factory.mktemp("editions") / "root"
    make_new(root)
    assert run(root, "edition", NAME, "--as-of", "2024-06-01").returncode == 0
    _change(root)
    done = run(root, "site", "--as-of", "2024-07-01")
    assert done.returncode == 0, done.stderr
    return root


def _change(root: Path) -> None:
    facts = (root / FACTS).read_text()
    reworded = re.sub(r"(  statement: .*)\.\n", r"\1, it said.\n", facts, count=1)
    assert reworded != facts
    sweden = "id: SE\nname: Sweden\nreviewed: 2024-06-20\n"
    write_files(root, {FACTS: reworded + SWEDEN, "content/sources.yml": REPORT, "content/countries/se.yml": sweden})


def _links(page: Path) -> dict[str, str]:
    """Give the links of a page by their words."""
    document = html5lib.parse(page.read_text(), namespaceHTMLElements=False)
    return {"".join(link.itertext()).strip(): link.get("href", "") for link in document.iter("a")}


def _leads_to(page: Path, link: str) -> Path:
    return (page.parent / link.partition("#")[0]).resolve()


def test_an_edition_is_published_as_its_archive_holds_it_whatever_changed_since(frozen: Path) -> None:
    archive = (frozen / ARCHIVE).read_bytes()
    held = {file.path: file.data for file in unpack(archive)}

    assert tree(frozen / FROZEN) == held
    assert f"sha256: {hashlib.sha256(archive).hexdigest()}" in (frozen / RECORDS).read_text()
    assert b", it said." not in held["register/index.html"]
    assert ", it said." in (frozen / "site/register/index.html").read_text()


def test_what_does_not_change_in_an_edition_is_neither_made_nor_unpacked_again(frozen: Path) -> None:
    before = {path: path.stat() for path in (frozen / FROZEN).rglob("*") if path.is_file()}
    assert run(frozen, "site", "--as-of", "2024-07-02").returncode == 0
    after = {path: path.stat() for path in before}

    assert {p: (s.st_ino, s.st_mtime_ns) for p, s in before.items()} == {
        p: (s.st_ino, s.st_mtime_ns) for p, s in after.items()
    }


def test_a_file_of_an_edition_that_somebody_touched_is_put_right(frozen: Path) -> None:
    page = frozen / FROZEN / "index.html"
    whole = page.read_bytes()
    page.write_bytes(whole + b"<p>Otherwise.</p>")
    (page.parent / "more.html").write_text("More.")

    assert run(frozen, "site", "--as-of", "2024-07-02").returncode == 0
    assert page.read_bytes() == whole
    assert not (page.parent / "more.html").exists()


def test_an_edition_holds_neither_feeds_nor_a_copy_nor_earlier_editions_and_its_digest_the_rest(frozen: Path) -> None:
    assert run(frozen, "edition", "second", "--as-of", "2024-07-01").returncode == 0
    held = {file.path for file in unpack((frozen / "content/editions/second.tar.xz").read_bytes())}
    folders = {path.partition("/")[0] for path in held}
    (frozen / "content/editions/second.tar.xz").unlink()
    (frozen / RECORDS).write_text("".join((frozen / RECORDS).read_text().partition("- id: second")[:1]))

    assert "editions" not in folders
    assert "since" not in {part for path in held for part in path.split("/")}
    assert not {path for path in held if path.endswith((".atom", "changes.json", ".zip", ".map"))}
    assert not held & {"404.html", "robots.txt", "sitemap.xml"}
    for folder in (frozen / "site", frozen / FROZEN):
        check = ["sha256sum", "--check", "--strict", "--quiet", "data/digest.txt"]
        assert subprocess.run(check, cwd=folder, check=False).returncode == 0
    told = {line.partition("  ")[2] for line in (frozen / FROZEN / "data/digest.txt").read_text().splitlines()}
    assert told == set(tree(frozen / FROZEN)) - {"data/digest.txt"}
    of_editions = [p for p in (frozen / "site/data/digest.txt").read_text().split() if p.startswith("editions/2")]
    assert of_editions == [f"editions/{NAME}/data/digest.txt"]


def test_each_page_leads_to_the_editions_that_hold_it_and_to_what_changed_and_back(frozen: Path) -> None:
    site = frozen / "site"
    for page in site.rglob("index.html"):
        inside = page.is_relative_to(frozen / FROZEN)
        place = page.relative_to(frozen / FROZEN if inside else site)
        links = _links(page)
        if inside:
            present, since = _leads_to(page, links["The page now"]), _leads_to(page, links["What changed since"])
            assert present / "index.html" == (site / place).resolve()
            assert (since / "index.html").is_file()
            assert f"Edition {NAME}" in page.read_text()
            assert '<meta name="robots" content="noindex">' in page.read_text()
        elif (frozen / FROZEN / place).is_file():
            assert _leads_to(page, links[NAME]) / "index.html" == (frozen / FROZEN / place).resolve()
            assert (_leads_to(page, links["what changed since"]) / "index.html").is_file()
        else:
            assert "what changed since" not in links, page
        assert ("noindex" in page.read_text()) == inside
    assert "what changed since" not in _links(site / "countries/se/index.html")


def test_links_and_search_of_an_edition_work_in_place(frozen: Path) -> None:
    edition = frozen / FROZEN
    for page in edition.rglob("index.html"):
        for words, link in _links(page).items():
            path = link.partition("#")[0]
            if path and ":" not in path:
                place = _leads_to(page, link)
                assert (place / "index.html").is_file() or place.is_file(), f"{page}: {words}: {link}"
    found = {entry["location"] for entry in json.loads((edition / "search/search_index.json").read_text())["docs"]}
    assert "countries/no/" in found


def test_the_present_site_neither_searches_nor_maps_its_editions(frozen: Path) -> None:
    index = json.loads((frozen / "site/search/search_index.json").read_text())
    assert not [e for e in index["docs"] if e["location"].startswith("editions/2") or NAME in e["text"]]
    assert f"editions/{NAME}" not in (frozen / "site/sitemap.xml").read_text()


def test_editions_are_listed_with_day_digest_and_what_changed_since(frozen: Path) -> None:
    listed = (frozen / "site/editions/index.html").read_text()
    assert hashlib.sha256((frozen / ARCHIVE).read_bytes()).hexdigest() in listed
    assert "1 June 2024" in listed
    since = (frozen / f"site/changes/since/{NAME}/index.html").read_text()
    assert ", it said." in since
    assert "Sweden asked about the ports" in since
    for page in ("method", "data", "changes"):
        assert _leads_to(frozen / "site" / page / "index.html", "../editions/").is_dir()
        assert "../editions/" in _links(frozen / "site" / page / "index.html").values(), page


def test_the_same_inputs_give_the_same_archive(frozen: Path, tmp_path: Path) -> None:
    make_new(tmp_path / "other")
    assert run(tmp_path / "other", "edition", NAME, "--as-of", "2024-06-01", "--jobs", "1").returncode == 0

    assert (tmp_path / "other" / ARCHIVE).read_bytes() == (frozen / ARCHIVE).read_bytes()


@pytest.fixture
def guarded(frozen: Path) -> Iterator[Path]:
    """Give the same site for tests that break its editions, and mend them again."""
    kept = {path: (frozen / path).read_bytes() for path in (ARCHIVE, RECORDS)}
    yield frozen
    for path, data in kept.items():
        (frozen / path).write_bytes(data)


def _errors(root: Path) -> list[str]:
    _, problems = gather(Run(root=root, as_of=date(2024, 7, 3)), keep=False)
    return [as_text(problem) for problem in problems if problem.severity is Severity.ERROR]


def test_an_archive_that_was_altered_is_an_error_that_says_how_to_mend_it(guarded: Path) -> None:
    data = bytearray((guarded / ARCHIVE).read_bytes())
    data[len(data) // 2] ^= 1
    (guarded / ARCHIVE).write_bytes(data)
    before = tree(guarded / "site")

    assert run(guarded, "site", "--as-of", "2024-07-03").returncode == 1
    assert tree(guarded / "site") == before
    (told,) = _errors(guarded)
    assert told.startswith(f"{ARCHIVE}: error: this is not the archive that was frozen")
    assert f"git checkout COMMIT -- {ARCHIVE}" in told
    assert told.endswith("[edition-altered]")


def test_an_archive_that_is_missing_is_an_error_at_its_record(guarded: Path) -> None:
    (guarded / ARCHIVE).unlink()

    (told,) = _errors(guarded)
    assert told.startswith(f"{RECORDS}:2:")
    assert told.endswith("[edition-missing]")


def test_an_archive_without_a_record_is_an_error(guarded: Path) -> None:
    (guarded / RECORDS).unlink()

    (told,) = _errors(guarded)
    assert told.startswith(f"{ARCHIVE}: error: no entry of {RECORDS}")
    assert told.endswith("[edition-unlisted]")


def test_a_withdrawn_edition_leaves_its_reason_at_its_address(guarded: Path) -> None:
    (guarded / ARCHIVE).unlink()
    with (guarded / RECORDS).open("a") as records:
        records.write("  withdrawn: Its publisher asked for it.\n")

    assert run(guarded, "site", "--as-of", "2024-07-03").returncode == 0
    assert set(tree(guarded / FROZEN)) == {"index.html", "index.md"}
    assert "Its publisher asked for it." in (guarded / FROZEN / "index.html").read_text()
    assert "what changed since" not in _links(guarded / "site/countries/no/index.html")


@pytest.mark.parametrize(("name", "code"), [(NAME, "name-taken"), ("June_24", "bad-value"), ("con", "output-path")])
def test_a_name_that_is_taken_or_makes_no_address_is_refused(frozen: Path, name: str, code: str) -> None:
    before = tree(frozen / "content")
    with pytest.raises(ProblemsError) as refused:
        freeze(Run(root=frozen, as_of=date(2024, 7, 1)), name, None)

    assert [problem.code for problem in refused.value.problems] == [code]
    assert tree(frozen / "content") == before


def test_content_with_errors_is_not_frozen(guarded: Path) -> None:
    facts = (guarded / FACTS).read_text()
    write_files(guarded, {FACTS: facts.replace("countries: [SE]", "countries: [ZZ]")})
    with pytest.raises(ProblemsError) as refused:
        freeze(Run(root=guarded, as_of=date(2024, 7, 1)), "another", None)
    write_files(guarded, {FACTS: facts})

    assert "unknown-id" in {problem.code for problem in refused.value.problems}
    assert not (guarded / "content/editions/another.tar.xz").exists()


@pytest.mark.parametrize("path", ["../outside.html", "/etc/passwd", "a/../../b", ".hidden"])
def test_an_archive_cannot_write_outside_its_folder(path: str) -> None:
    with pytest.raises(ProblemsError):
        unpack(pack([Output(path, b"x")]))


@pytest.mark.browser
def test_a_reader_goes_to_the_edition_of_a_page_searches_there_and_comes_back(frozen: Path, browser: Browser) -> None:
    assert run(frozen, "site", "--as-of", "2024-07-04").returncode == 0
    with serve(frozen / "site") as address:
        page = browser.new_context().new_page()
        requests: list[str] = []
        page.on("response", lambda answer: requests.append(f"{answer.status} {answer.url}"))
        page.goto(f"{address}countries/no/")
        page.get_by_role("link", name=NAME, exact=True).click()
        expect(page).to_have_url(f"{address}editions/{NAME}/countries/no/")
        expect(page.locator(".edition")).to_contain_text("as it stood on 1 June 2024")

        page.locator(".md-search__input").fill("Norway")
        page.locator(".md-search-result__link").first.click()
        expect(page).to_have_url(re.compile(f"{re.escape(address)}editions/{NAME}/"))

        page.get_by_role("link", name="The page now").click()
        expect(page.locator(".edition")).to_have_count(0)
        assert f"editions/{NAME}" not in page.url
        assert all(request.startswith(f"200 {address}") for request in requests)
        page.context.close()
