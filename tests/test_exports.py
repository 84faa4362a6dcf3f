"""Files for programs: each read back by a library that is not ours, and held to the data dictionary."""

import csv
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import html5lib
import jsonschema
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry as BibEntry
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from icalendar import Calendar, Event
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, expect
from pyld import jsonld

from generator.build import gather
from generator.exports import all_exports
from generator.exports.feeds import MOST
from generator.model import Briefing
from generator.run import Run
from generator.starter import make_new
from tests.helpers import AS_OF, PROJECT, copy_site, run
from tests.history import add_past

Document: TypeAlias = dict[str, Any]
JSON_FILES = ("briefing.json", "evidence.json", "citations.json")


@pytest.fixture(scope="module")
def site(built: Path) -> Path:
    return built / "site"


@pytest.fixture(scope="module")
def data(site: Path) -> Path:
    return site / "data"


@pytest.fixture(scope="module")
def briefing(data: Path) -> Document:
    return dict(json.loads((data / "briefing.json").read_text()))


@pytest.fixture(scope="module")
def rows(data: Path) -> list[dict[str, str]]:
    with (data / "facts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture(scope="module")
def entries(data: Path) -> list[BibEntry]:
    read = parse_string((data / "sources.bib").read_text(), append_middleware=[LatexDecodingMiddleware()])
    assert not read.failed_blocks
    return list(read.entries)


@pytest.fixture(scope="module")
def events(data: Path) -> list[Event]:
    calendar = Calendar.from_ical((data / "expected.ics").read_bytes())
    return [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]


@pytest.fixture(scope="module")
def dictionary(site: Path) -> dict[str, set[str]]:
    """Give the fields that the page of data lists, by file."""
    fields: dict[str, set[str]] = {}
    heading = ""
    for element in _html(site / "data/index.html").iter():
        if element.tag == "h2":
            heading = "".join(element.itertext()).strip()
        elif element.tag == "tr" and heading and (cells := element.findall("td")):
            assert all("".join(cell.itertext()).strip() for cell in cells), "a cell of the dictionary is empty"
            fields.setdefault(heading, set()).add("".join(cells[0].itertext()).strip())
    return fields


def _html(path: Path) -> Element:
    return html5lib.parse(path.read_text(), namespaceHTMLElements=False)


def _links(page: Path) -> Iterator[str]:
    for element in _html(page).iter():
        if element.tag in {"a", "link"} and "href" in element.attrib:
            yield element.attrib["href"]


def _parts(element: Element, way: str = "") -> Iterator[str]:
    """Give the way to every text and attribute of an Atom feed, as the dictionary names it."""
    for part in element:
        name = part.tag.rpartition("}")[2]
        here = f"{way}{name}{'[]' if name == 'entry' or (name == 'link' and not way) else ''}"
        yield from (f"{here}.{attribute}" for attribute in part.attrib)
        if (part.text or "").strip():
            yield here
        yield from _parts(part, f"{here}.")


def _ways(value: object, way: str = "") -> Iterator[str]:
    """Give the way to every value of a JSON document, as the dictionary names it."""
    if isinstance(value, dict):
        for name, entry in value.items():
            yield from _ways(entry, f"{way}.{name}" if way else name)
    elif isinstance(value, list):
        for entry in value:
            yield from _ways(entry, f"{way}[]" if way else "")
    else:
        yield way


@pytest.mark.parametrize("name", JSON_FILES)
def test_each_json_file_follows_its_published_schema(name: str, data: Path) -> None:
    schema = json.loads((data / "schemas" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.Draft202012Validator(schema).validate(json.loads((data / name).read_text()))


def test_the_dictionary_names_every_field_of_every_file(
    data: Path,
    dictionary: Mapping[str, set[str]],
    rows: list[dict[str, str]],
    entries: list[BibEntry],
    events: list[Event],
) -> None:
    found = {name: set(_ways(json.loads((data / name).read_text()))) for name in (*JSON_FILES, "sources.csl.json")}
    by_id = {re.sub(r"^[^.]+", "*", way) for way in found["citations.json"]}
    found["citations.json"] = {"*.csl" if way.startswith("*.csl.") else way for way in by_id}
    parts = {way.removesuffix("[][]") for way in found["sources.csl.json"]}
    found |= {
        "sources.csl.json": parts,
        "facts.csv": set(rows[0]),
        "sources.bib": {field.key for entry in entries for field in entry.fields},
        "expected.ics": {str(name) for event in events for name in event},
        "changes.atom": set(_parts(ET.parse(data.parent / "changes.atom").getroot())),  # noqa: S314 - our own
        "changes.json": set(_ways(json.loads((data.parent / "changes.json").read_text()))),
    }

    assert dictionary.keys() == found.keys()
    for name, fields in found.items():
        assert fields <= dictionary[name], name
    for name in ("facts.csv", "sources.bib", "expected.ics", "sources.csl.json"):
        assert found[name] | {"issued.circa"} >= dictionary[name], name


def test_briefing_json_holds_everything_and_every_id_in_it_leads_somewhere(briefing: Document, site: Path) -> None:
    facts = {fact["id"] for fact in briefing["facts"]}
    known = facts | {entry["id"] for entry in briefing["withheld"]}
    sources = {source["id"] for source in briefing["sources"]}

    assert len(facts) == len(briefing["facts"]) == briefing["counts"]["statements"]
    assert {entry["fact"] for entry in briefing["expectations"]} <= facts
    assert {
        part["fact"] for cell in briefing["matrix"] for part in [cell.get("main"), *cell.get("others", [])] if part
    } <= facts
    for fact in briefing["facts"]:
        assert {other for key in ("superseded_by", "disputed_by") for other in fact.get(key, ())} <= facts
        assert {*fact.get("supersedes", ()), *fact.get("conflicts_with", ())} <= known
        assert {evidence["source"] for evidence in fact["evidence"]} <= sources
    for kind in ("countries", "pillars", "topics"):
        for subject in briefing[kind]:
            assert {name for sentence in subject.get("summary", ()) for name in sentence["facts"]} <= facts
            assert (site / subject["url"].removeprefix(briefing["site"]["url"]) / "index.html").is_file()


def test_the_table_has_a_row_for_each_statement_letter_by_letter(
    briefing: Document, rows: list[dict[str, str]]
) -> None:
    assert [(row["id"], row["statement"], row["date"]) for row in rows] == [
        (fact["id"], fact["statement"], fact["date"]) for fact in briefing["facts"]
    ]
    assert [row["countries"].split() for row in rows] == [fact.get("countries", []) for fact in briefing["facts"]]


def test_a_bibtex_reader_finds_every_document(briefing: Document, entries: list[BibEntry]) -> None:
    read = {entry.key: entry.fields_dict["title"].value.strip("{}") for entry in entries}

    assert read == {source["id"]: source["title"] for source in briefing["sources"]}


def test_a_citation_processor_finds_every_document_and_its_date(briefing: Document, data: Path) -> None:
    items = json.loads((data / "sources.csl.json").read_text())
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))

    shown = ["".join(entry) for entry in bibliography.bibliography()]
    assert len(shown) == len(briefing["sources"])
    for source in briefing["sources"]:
        assert any(source["published"][:4] in entry for entry in shown if source["title"] in entry), source["id"]


def test_a_calendar_shows_each_open_expectation_on_all_days_that_it_can_mean(
    briefing: Document, rows: list[dict[str, str]], events: list[Event]
) -> None:
    awaited = {found["fact"] for found in briefing["expectations"] if found["state"] == "open"}
    days = {row["id"]: (row["expected_first"], row["expected_last"]) for row in rows if row["id"] in awaited}
    read = {}
    for event in events:
        end = event.decoded("DTEND") - timedelta(days=1) if "DTEND" in event else ""
        read[str(event["UID"]).partition("@")[0]] = (str(event.decoded("DTSTART")), str(end))

    assert len(events) == len(awaited)
    assert read == days
    assert {str(event["SUMMARY"]) for event in events} == {
        fact["statement"] for fact in briefing["facts"] if fact["id"] in awaited
    }


def _no_network(url: str, _: object) -> None:
    pytest.fail(f"the linked data would fetch {url}")


def _linked(page: Path) -> Document:
    (script,) = (s for s in _html(page).iter("script") if s.get("type") == "application/ld+json")
    (node,) = jsonld.expand(json.loads(script.text or ""), {"documentLoader": _no_network})
    return dict(node)


SCHEMA = "https://schema.org/"


def test_every_page_says_what_it_is_in_the_words_of_schema_org(briefing: Document, site: Path) -> None:
    for page in site.rglob("index.html"):
        node = _linked(page)
        assert node["@type"] == [f"{SCHEMA}WebPage"]
        place = page.parent.relative_to(site).as_posix()
        assert node["@id"] == briefing["site"]["url"] + ("" if place == "." else f"{place}/")


def test_a_country_page_is_about_the_country(site: Path) -> None:
    (country,) = _linked(site / "countries/jp/index.html")[f"{SCHEMA}about"]

    assert country["@type"] == [f"{SCHEMA}Country"]
    assert country[f"{SCHEMA}identifier"] == [{"@value": "JP"}]


def test_the_page_of_an_article_tells_of_the_claims_that_cite_it(briefing: Document, site: Path) -> None:
    (article,) = _linked(site / "sources/afp-2024-03-06-japan/index.html")[f"{SCHEMA}about"]
    claims = article[f"{SCHEMA}subjectOf"]

    assert article["@type"] == [f"{SCHEMA}NewsArticle"]
    assert {claim["@id"] for claim in claims} == {
        fact["url"]
        for fact in briefing["facts"]
        if any(evidence["source"] == "afp-2024-03-06-japan" for evidence in fact["evidence"])
    }
    assert all(claim["@type"] == [f"{SCHEMA}Claim"] for claim in claims)
    assert all(claim[f"{SCHEMA}citation"] == [{"@id": article["@id"]}] for claim in claims)


HOSTILE = '=cmd()</script><script>alert(1)</script> | said [so](javascript:1) {.x} "title"'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small site whose statement and country say what programs could take for their own."""
    root = tmp_path_factory.mktemp("hostile") / "site"
    make_new(root)
    for file, key in (
        ("content/facts/example.yml", "statement"),
        ("content/countries/no.yml", "name"),
        ("seeds/example.txt.yml", "title"),
    ):
        lines = (root / file).read_text().splitlines()
        at = next(n for n, line in enumerate(lines) if line.lstrip().startswith(f"{key}:"))
        lines[at] = f"{lines[at].partition(':')[0]}: {json.dumps(HOSTILE)}"
        (root / file).write_text("\n".join(lines) + "\n")
    done = run(root, "site", "--as-of", "2024-06-01")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_a_cell_that_a_spreadsheet_would_run_is_kept_from_it_and_comes_back_exactly(hostile: Path) -> None:
    with (hostile / "data/facts.csv").open(encoding="utf-8", newline="") as file:
        said = [row["statement"] for row in csv.DictReader(file)]

    assert f"'{HOSTILE}" in said
    assert not any(text.startswith(("=", "+", "-", "@")) for text in said)
    assert HOSTILE in [fact["statement"] for fact in json.loads((hostile / "data/briefing.json").read_text())["facts"]]


def test_foreign_text_cannot_end_the_linked_data(hostile: Path) -> None:
    (country,) = _linked(hostile / "countries/no/index.html")[f"{SCHEMA}about"]

    assert country[f"{SCHEMA}name"] == [{"@value": HOSTILE}]
    for page in hostile.rglob("*.html"):
        assert not [script for script in _html(page).iter("script") if script.text == "alert(1)"], page


def test_foreign_text_stands_in_the_copies_as_it_is(hostile: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(hostile / "data/site.zip").extractall(tmp_path)
    (copy,) = tmp_path.glob("*/register/index.html")
    assert HOSTILE in "".join(_html(copy).itertext())
    tokens = MarkdownIt().parse((hostile / "register/index.md").read_text())
    assert HOSTILE in "".join(token.content for block in tokens for token in block.children or [])


def test_beside_every_page_lies_its_markdown_and_its_links_lead_to_files(site: Path) -> None:
    pages = {path.parent for path in site.rglob("index.html")}
    assert {path.parent for path in site.rglob("index.md")} == pages
    for page in pages:
        (link,) = (e for e in _html(page / "index.html").iter("link") if e.get("type") == "text/markdown")
        assert (page / str(link.get("href"))).is_file()
        for block in MarkdownIt("commonmark").enable("table").parse((page / "index.md").read_text()):
            for token in block.children or []:
                address = urlsplit(str(token.attrs.get("href", "")))
                if not address.scheme and address.path:
                    assert (page / unquote(address.path)).exists(), f"{page}: {address.path}"


def test_the_markdown_of_a_page_holds_its_words_without_the_marks_of_its_making(site: Path, briefing: Document) -> None:
    text = (site / "register/index.md").read_text()
    words = "".join(
        token.content
        for block in MarkdownIt().parse(text)
        for token in block.children or []
        if token.type != "html_inline"
    )

    assert all(fact["statement"] in words for fact in briefing["facts"])
    assert "{:" not in text
    assert "<span" not in text
    assert not text.startswith("---")


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that the zip unpacks to."""
    folder = tmp_path_factory.mktemp("copy")
    zipfile.ZipFile(site / "data/site.zip").extractall(folder)
    (only,) = folder.iterdir()
    return only


def test_every_link_of_the_copy_leads_to_a_file_in_it_or_to_the_published_site(copy: Path, briefing: Document) -> None:
    published = briefing["site"]["url"]
    left_out = set()
    for page in copy.rglob("*.html"):
        for link in _links(page):
            address = urlsplit(link)
            if link.startswith(published):
                left_out.add(address.path)
            elif address.path and not address.scheme:
                assert (page.parent / unquote(address.path)).is_file(), f"{page}: {address.path}"
    assert all(
        "/data/" in path
        or "/assets/" in path
        or path.endswith(("/all/", "/changes/", "/index.md", ".atom", "/changes.json"))
        for path in left_out
    )


@pytest.mark.browser
def test_the_copy_opens_from_disk(copy: Path, browser: Browser) -> None:
    page = browser.new_context().new_page()
    missing: list[str] = []
    page.on("requestfailed", lambda request: missing.append(request.url))
    page.goto((copy / "index.html").as_uri())
    page.get_by_role("link", name="Countries").first.click()
    page.get_by_role("link", name="Japan").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Japan")
    assert page.url == (copy / "countries/jp/index.html").as_uri()
    assert not missing


def test_sha256sum_confirms_every_other_file(site: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "data/digest.txt"], cwd=site, capture_output=True, text=True, check=False
    )
    told = {line.partition("  ")[2] for line in (site / "data/digest.txt").read_text().splitlines()}

    assert done.returncode == 0, done.stdout
    assert told == {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()} - {"data/digest.txt"}


def _growth(site: Path) -> float:
    """Give the size of all exports as a share of the pages; frozen editions, the desk's own choice, are neither."""
    sizes = {path.relative_to(site): path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = {Path("data/index.html"), Path("data/citations.json")}  # the panel that opens at `cite` is a part of them
    feeds = {path for path in sizes if path.suffix == ".atom" or path.name == "changes.json"}
    exports = feeds | {p for p in sizes if p not in pages and (p.parts[0] == "data" or p.name == "index.md")}

    added = sum(sizes[path] for path in exports)
    return added / (sum(sizes.values()) - added)


def test_the_site_grows_by_at_most_a_third_through_its_exports(site: Path) -> None:
    assert _growth(site) <= 1 / 3


@pytest.mark.long
def test_the_site_grows_by_at_most_a_third_through_its_exports_with_a_long_history(tmp_path: Path) -> None:
    add_past(copy_site(tmp_path))
    done = run(tmp_path, "site", "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    of_the_site = ET.parse(tmp_path / "site/changes.atom").getroot()  # noqa: S314 - our own
    assert len(of_the_site.findall("{*}entry")) == MOST

    assert _growth(tmp_path / "site") <= 1 / 3


def _judged(built: Path, day: date) -> Briefing:
    return gather(Run(root=built, as_of=day), keep=False)[0]


def test_unchanged_statements_keep_their_bytes_on_another_day(built: Path) -> None:
    day = date.fromisoformat(AS_OF)
    today, tomorrow = (_exported(_judged(built, day + timedelta(days=days))) for days in (0, 1))

    changed = {path for path in today if path.startswith("data/") and tomorrow[path] != today[path]}
    assert changed == {"data/briefing.json", "data/citations.json"}  # these tell the day of the edition
    assert len(set(today["data/briefing.json"]) - set(tomorrow["data/briefing.json"])) == 1


def test_another_statement_changes_no_line_of_the_others(built: Path) -> None:
    whole = _judged(built, date.fromisoformat(AS_OF))
    other = next(fact.id for fact in whole.facts.values() if fact.state == "matched" and not fact.expected)
    fewer = replace(whole, facts={name: fact for name, fact in whole.facts.items() if name != other})

    before, after = _exported(fewer), _exported(whole)
    for path, lines in after.items():
        new = set(lines) - set(before[path])
        assert all(other.encode() in line or line.startswith(b'"counts"') for line in new), path


def _exported(briefing: Briefing) -> dict[str, list[bytes]]:
    """Give the lines of every export, without the comma after an entry, which the last one has not."""
    return {output.path: [line.rstrip(b",") for line in output.data.splitlines()] for output in all_exports(briefing)}


def test_the_example_of_the_readme_answers_which_expectations_moved_and_by_how_much(
    built: Path, briefing: Document
) -> None:
    (example,) = re.findall(r"```python\n(import duckdb\n.*?)```", (PROJECT / "README.md").read_text(), re.DOTALL)
    asked = example.replace(".show()", ".fetchall()")
    assert asked != example
    code = f"import json\n{asked.replace('duckdb.sql(', 'answer = duckdb.sql(')}\nprint(json.dumps(answer))"

    done = subprocess.run([sys.executable, "-c", code], cwd=built, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    moved = {found["fact"]: found["slippage"] for found in briefing["expectations"] if "slippage" in found}
    assert {row[0]: tuple(row[1:3]) for row in json.loads(done.stdout)} == {
        name: (how["months_min"], how["months_max"]) for name, how in moved.items()
    }
