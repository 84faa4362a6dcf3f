"""Citing: what other programs read of our citations, and what the panel in the browser shows."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from generator.citing import Reference, bibtex, csl_json, plain

TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), min_size=1)
ANSWER = "New Zealand said that costs of A$3.9 billion & 50 % of {both} boats_#1 were ~ “open”"


def reference(title: str = ANSWER) -> Reference:
    return Reference(
        key="nz-costs",
        title=title,
        container="Briefing",
        url="https://example.org/a_b/register/#nz-costs",
        as_of=date(2026, 3, 4),
        note="resting on AFP",
    )


@given(TEXT)
def test_a_bibtex_reader_gets_any_title_back_letter_by_letter(title: str) -> None:
    title = " ".join(title.split()) or "-"
    read = parse_string(bibtex(reference(title)))

    assert not read.failed_blocks
    (entry,) = read.entries
    escaped = entry.fields_dict["title"].value.removeprefix("{").removesuffix("}")
    for written, meant in (("\\textbackslash{}", "\\"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^")):
        escaped = escaped.replace(written, f"\0{ord(meant):02x}")
    for character in "{}$&%#_":
        escaped = escaped.replace(f"\\{character}", character)
    for meant in "\\~^":
        escaped = escaped.replace(f"\0{ord(meant):02x}", meant)
    assert escaped == title
    assert entry.fields_dict["url"].value == reference().url
    assert entry.fields_dict["urldate"].value == "2026-03-04"


def test_a_latex_decoder_reads_the_title_as_it_was() -> None:
    read = parse_string(bibtex(reference()), append_middleware=[LatexDecodingMiddleware()])

    assert read.entries[0].fields_dict["title"].value.strip("{}") == ANSWER


def test_a_citation_processor_reads_our_csl_json() -> None:
    source = CiteProcJSON(json.loads(csl_json(reference())))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("nz-costs")]))

    (shown,) = ("".join(entry) for entry in bibliography.bibliography())
    assert "New Zealand said that costs" in shown
    assert reference().url in shown
    assert "(2026)" in shown
    assert "Accessed: March 4, 2026" in shown


def test_the_sentence_names_site_statement_sources_day_and_address() -> None:
    assert plain(reference("Costs rose.")) == (
        "Briefing: “Costs rose.” (resting on AFP), as of 4 March 2026, https://example.org/a_b/register/#nz-costs"
    )


def test_every_published_statement_has_its_citation(built: Path) -> None:
    data = built / "site" / "data"
    cited = json.loads((data / "citations.json").read_text())
    facts = {fact["id"]: fact["statement"] for fact in json.loads((data / "briefing.json").read_text())["facts"]}
    assert cited.keys() == facts.keys()
    assert all(cited[name]["csl"]["title"] == statement for name, statement in facts.items())


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


STATEMENT = "#jp-technical-cooperation-2024-03"


@pytest.mark.browser
def test_cite_opens_a_panel_with_all_three_forms_and_escape_closes_it(page: Page, address: str) -> None:
    page.goto(address + "countries/jp/")
    link = page.locator(f"a.cite-this[href$='{STATEMENT}']").first
    link.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Cite this statement")

    expect(panel).to_contain_text("@online{jp-technical-cooperation-2024-03")
    expect(panel).to_contain_text('"type": "webpage"')
    expect(panel.get_by_role("link").first).to_have_attribute("href", permalink(STATEMENT))
    expect(panel.get_by_role("link", name="Correct this")).to_have_attribute("href", re.compile("afp-2024-03-06.yml$"))
    panel.get_by_role("button", name="Copy BibTeX").click()
    expect(panel.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@online{jp-technical")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def permalink(anchor: str) -> str:
    return f"https://example.github.io/aukus-briefing/register/{anchor}"


@pytest.mark.browser
def test_without_javascript_cite_leads_to_the_permalink(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "countries/jp/")
    page.locator(f"a.cite-this[href$='{STATEMENT}']").first.click()

    assert page.url == f"{address}register/{STATEMENT}"
    expect(page.locator(STATEMENT)).to_be_in_viewport()
    context.close()


@pytest.mark.browser
def test_correct_this_leads_to_the_file_that_holds_the_statement(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "register/")
    details = page.locator(f"{STATEMENT} ~ p.by").nth(1)

    expect(details.get_by_role("link", name="correct this")).to_have_attribute(
        "href", "https://github.com/example/aukus-briefing/blob/HEAD/content/facts/afp-2024-03-06.yml"
    )
    context.close()
