"""What every finished page says, as its readers see it: no loose ends of templates, nothing said twice."""

import json
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

HTML = "{http://www.w3.org/1999/xhtml}"
UNSEEN = {f"{HTML}{name}" for name in ("script", "style", "template", "code")}
"""Not for reading; citations for programs stand in `code`, braces and all."""
LOOSE_ENDS = (
    "{{",
    "}}",
    "{%",
    "{:",
    "{.",
    "Undefined",
    "&lt;",
    "&gt;",
    "&amp;",
    "&quot;",
    "&#",
    "](",
    " ,",
    "()",
    "[]",
)
"""Template, Markdown and HTML that nobody resolved."""
ENDS = (".", "!", "?", "”")
"""What stands before `None` where it is English and begins a sentence; elsewhere it is a value that is missing."""


@pytest.fixture(scope="module")
def shown(built: Path) -> dict[str, list[str]]:
    """Give for each page its pieces of visible text in their order, without navigation."""
    return {
        path.relative_to(built / "site").as_posix(): _pieces(path) for path in sorted((built / "site").rglob("*.html"))
    }


def _pieces(path: Path) -> list[str]:
    article = html5lib.parse(path.read_text()).find(f".//{HTML}article")
    assert article is not None, f"{path}: there is no article"
    found: list[str] = []

    def gather(element: Element) -> None:
        if element.tag not in UNSEEN:
            found.append(element.text or "")
            for child in element:
                gather(child)
                found.append(child.tail or "")

    gather(article)
    return found


def _joined(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


def test_no_template_markdown_or_entity_shows(shown: dict[str, list[str]]) -> None:
    texts = {page: _joined(pieces) for page, pieces in shown.items()}

    assert [(page, end) for page, text in texts.items() for end in LOOSE_ENDS if end in text] == []


def test_no_missing_value_shows(shown: dict[str, list[str]]) -> None:
    for page, pieces in shown.items():
        words = _joined(pieces).split()
        for before, word in pairwise(words):
            assert word.strip(",;.()") != "None" or before.endswith(ENDS), f"{page}: {before} {word}"


def test_no_space_stands_twice(shown: dict[str, list[str]]) -> None:
    lines = [(page, line.strip()) for page, pieces in shown.items() for piece in pieces for line in piece.split("\n")]

    assert [(page, line) for page, line in lines if "  " in line] == []


def test_no_page_says_a_statement_twice(shown: dict[str, list[str]], built: Path) -> None:
    facts = json.loads((built / "site/data/briefing.json").read_text())["facts"]
    longest_first = sorted(
        ((" ".join(fact["statement"].split()), fact["id"]) for fact in facts), key=lambda f: -len(f[0])
    )
    repeated = []
    for page, pieces in shown.items():
        text = _joined(pieces)
        for statement, fact in longest_first:
            times = text.count(statement)
            text = text.replace(statement, "")  # what is a part of a longer statement is not told by it again
            if times > 1:
                repeated.append(f"{page}: {fact} stands {times} times")

    assert repeated == []
