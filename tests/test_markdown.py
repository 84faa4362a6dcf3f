"""Foreign text is data: shown letter by letter in every context, and it never acts."""

from xml.etree import ElementTree as ET

import html5lib
import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.markdown import escape, inline, safe_url, url
from generator.text import one_line, tidy

EXTENSIONS = ["attr_list", "tables", "toc", "def_list", "footnotes", "admonition", "md_in_html", "abbr", "meta"]
HTML = "{http://www.w3.org/1999/xhtml}"
CONTEXTS = {
    "paragraph": ("{}", "p"),
    "start of a paragraph after a heading": ("# Title\n\n{}", "p"),
    "quote": ("> {}", "p"),
    "list item": ("- {}", "li"),
    "numbered item": ("1. {}", "li"),
    "heading": ("## {} {{: #ours }}", "h2"),
    "table cell": ("| a | b |\n| --- | --- |\n| x | {} |", "td[2]"),
    "link text": ("[{}](x.md)", "a"),
    "bold": ("**{}**", "strong"),
    "span": ('<span class="date">{}</span> x', "span"),
    "p element": ("<p>{}</p>", "p"),
    "td element": ("<table><tr><td>{}</td></tr></table>", "td"),
    "admonition": ("!!! note\n    {}", "p[2]"),
    "footnote": ("x[^1]\n\n[^1]: {}", "li"),
    "mark": ("<mark>{}</mark> x", "mark"),
    "paragraph with attributes": ("{}\n{{: #ours .statement }}", "p"),
}
SIGNS = list("*_`~^=+-#>|[](){}<>&!\\\"'$@:;.,/?%0123456789")
BLOCKS = ["\n", "\t", " ", "    ", "1. ", "- ", "# ", "--8<-- ", "[^1]:", "*[A]:", "!!! x", "??? x", "{: #x }"]
TEMPLATES = ["{{", "}}", "{%", "{#"]
WORDS = ["<script>", "&amp;", "http://a.b", "word", "é", "日本", "’"]
NASTY = st.lists(st.sampled_from([*SIGNS, *BLOCKS, *TEMPLATES, *WORDS]), min_size=1, max_size=12).map("".join)
ANY = st.text(min_size=1, max_size=40) | NASTY


def _html(source: str) -> ET.Element:
    return html5lib.parse(markdown.markdown(source, extensions=EXTENSIONS))


@pytest.mark.parametrize("context", CONTEXTS)
@settings(max_examples=120, deadline=None)
@given(text=ANY)
def test_foreign_text_is_shown_letter_by_letter(context: str, text: str) -> None:
    form, element = CONTEXTS[context]
    expected = one_line(tidy(text))
    if not expected:
        return
    marker = "xq"
    parsed = _html(form.format(marker + escape(text) + marker))
    shape = _html(form.format(marker + marker))
    found = parsed.find(f".//{HTML}{element}")
    assert found is not None
    assert marker + expected + marker in one_line("".join(found.itertext()))
    assert [(e.tag, e.attrib) for e in parsed.iter()] == [(e.tag, e.attrib) for e in shape.iter()]


@pytest.mark.parametrize("context", CONTEXTS)
@settings(max_examples=80, deadline=None)
@given(text=ANY)
def test_foreign_text_alone_in_its_place_makes_no_element(context: str, text: str) -> None:
    form, element = CONTEXTS[context]
    expected = one_line(tidy(text))
    if not expected:
        return
    parsed = _html(form.format(escape(text)))
    shape = _html(form.format("x"))
    found = parsed.find(f".//{HTML}{element}")
    assert found is not None
    assert one_line("".join(found.itertext())).removesuffix(" \u21a9") == expected
    assert [e.tag for e in parsed.iter()] == [e.tag for e in shape.iter()]


@settings(max_examples=300, deadline=None)
@given(text=ANY)
def test_a_title_attribute_holds_the_text(text: str) -> None:
    parsed = _html(f'[1](x.md "q{escape(text)}q"){{.cite}}')
    link = parsed.find(f".//{HTML}a")
    assert link is not None
    assert link.attrib == {"href": "x.md", "title": "q" + str(link.attrib["title"])[1:-1] + "q", "class": "cite"}
    inner = one_line(str(link.attrib["title"])[1:-1])
    assert inner == one_line(tidy(text))


def test_ordinary_prose_stays_readable() -> None:
    text = "Japan's long-planned visit, an official said. It goes on."

    assert escape(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/x",
        "/x",
        "http://",
        "https://u:p@host/",
        "http://a b/",
        "http://h:99999/",
    ],
)
def test_an_unsafe_address_makes_no_link(address: str) -> None:
    assert not safe_url(address)


def test_an_address_with_reserved_characters_leads_to_the_same_place() -> None:
    address = "https://example.org/a_(b)?c=d&e=*f*"
    link = _html(f"[x]({url(address)})").find(f".//{HTML}a")

    assert link is not None
    assert link.attrib["href"] == "https://example.org/a_%28b%29?c=d&e=*f*"


@pytest.mark.parametrize("source", ["a <b>b</b>", "![x](https://a.b/c.png)", "`code`", "[x](javascript:alert(1))"])
def test_what_a_summary_may_not_hold_is_named(source: str) -> None:
    _, complaints = inline(source)

    assert complaints


def test_a_summary_keeps_emphasis_and_links() -> None:
    made, complaints = inline("A *firm* date, as [they say](https://example.org/x).")

    assert made == "A <em>firm</em> date, as [they say](https://example.org/x)&#46;"
    assert not complaints
