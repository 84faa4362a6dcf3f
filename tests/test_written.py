"""Pages that the desk writes: what is understood is shown as it was meant, all else is refused."""

import json
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.text import one_line, tidy
from generator.written import page_of
from tests.helpers import AS_OF, PROJECT, run, write_files
from tests.test_markdown import ANY, EXTENSIONS, HTML

ALLOWED = {"html", "head", "body", "p", "h2", "h3", "ul", "ol", "li", "em", "strong", "a"}
INLINE = ["*", "**", "***", "_", "[", "](https://a.b/c_d)", "<https://a.b>", "a", " ", "b", "1.", "&nbsp;", "é", "。"]
WRONG = ["<b>", "`", "![", "](x)", "\\", "{: #x }", "javascript:", "<!--", "|", "&lt;"]
BLOCKS = ["\n", "\n\n", "\n- ", "\n1. ", "\n## ", "\n### ", "\n> ", "\n    ", "\n***\n", "\n```\n", "\n<div>\n"]
RIGHT = st.lists(st.sampled_from([*INLINE, *BLOCKS[:6]]), max_size=20).map("".join)
MIXED = st.lists(st.sampled_from([*INLINE, *WRONG, *BLOCKS]), max_size=20).map("".join)


def _shape(html: str) -> list[tuple[str, str, str]]:
    """Give the elements with their addresses and words; an entry of a list is the same with a paragraph and without."""
    parsed: ET.Element = html5lib.parse(html)
    entries = {part for entry in parsed.iter(f"{HTML}li") for part in entry if part.tag == f"{HTML}p"}
    return [
        (part.tag.removeprefix(HTML), part.get("href", ""), one_line("".join(part.itertext())))
        for part in parsed.iter()
        if part not in entries
    ]


@settings(max_examples=600, deadline=None)
@given(text=RIGHT | MIXED | ANY)
@example(text="[<https://a.b>](https://a.b/c_d)")
def test_any_text_is_refused_or_shown_as_it_was_meant(text: str) -> None:
    written = page_of(f"# Title\n\n{text}")
    made = markdown.markdown(written.text, extensions=EXTENSIONS)

    assert {element for element, *_ in _shape(made)} <= ALLOWED
    if not written.complaints:
        meant = MarkdownIt("commonmark").disable("reference").render(tidy(text))
        assert _shape(made) == _shape(meant)


@pytest.mark.parametrize("text", ["*a **b " * 2000 + "c** d* " * 2000, "> " * 2000 + "a", "- " * 2000 + "a"])
def test_deep_nesting_is_read_like_any_other(text: str) -> None:
    assert page_of(f"# Title\n\n{text}").title == "Title"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small site with a page of the desk."""
    root = tmp_path_factory.mktemp("written") / "root"
    assert run(PROJECT, "new", str(root)).returncode == 0
    page = "# How we work & why\n\nThe *desk*\nreads.\n\n## Who\n\n1. One\n2. [Two](https://example.org/a)\n"
    write_files(root, {"content/pages/how.md": page})
    with (root / "content/site.yml").open("a") as settings_file:
        settings_file.write("repository: https://example.org/desk/site\n")
    done = run(root, "site", "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_a_page_of_the_desk_shows_its_words_and_says_that_they_rest_on_no_sources(site: Path) -> None:
    shown = unescape((site / "pages/how/index.html").read_text())
    article = shown.partition("<article")[2].partition("</article>")[0]

    assert '<h1 id="top">How we work & why</h1>' in article
    assert 'no statement of the <a href="../../register/">register</a>' in article
    assert "<p>The <em>desk</em> reads.</p>\n" in article
    assert (
        '<h2 id="part-1">Who</h2>\n<ol>\n<li>One</li>\n<li><a href="https://example.org/a">Two</a></li>\n</ol>'
        in article
    )
    assert "https://example.org/desk/site/blob/HEAD/content/pages/how.md" in article


def test_the_method_page_and_the_search_lead_to_it(site: Path) -> None:
    found = json.loads((site / "search/search_index.json").read_text())["docs"]

    assert '<li><a href="../pages/how/">How we work & why</a></li>' in unescape(
        (site / "method/index.html").read_text()
    )
    assert {entry["location"] for entry in found if entry["location"].startswith("pages/")} >= {"pages/how/"}
