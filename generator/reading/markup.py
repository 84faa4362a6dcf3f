"""Markup: the text of a fragment of HTML or XHTML, a line for each block, and of an element of parsed XML.

For fragments that are the article already, as in feeds and agency formats. Pages with navigation around the article
are for the extractor (`html_page`).
"""

import re
from html.parser import HTMLParser
from typing import Final
from xml.etree.ElementTree import Element

from generator.text import one_line

_BLOCKS: Final = frozenset(
    {
        "address", "article", "aside", "block", "blockquote", "body.content", "br", "caption", "dd", "div", "dl", "dt",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hedline", "hl1", "hl2", "hr", "li", "ol", "p",
        "pre", "section", "table", "tr", "ul",
    }
)  # fmt: skip
_SILENT: Final = frozenset({"script", "style", "noscript", "template", "iframe", "object"})
_CELLS: Final = frozenset({"td", "th"})


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self.silent = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self.lines.append(["- "] if tag == "li" else [])
        elif tag in _CELLS:
            self.lines[-1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self.lines.append([])

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.lines[-1].append(data)


def plain(fragment: str) -> str:
    """Give the text of an HTML fragment: a paragraph for each block, no markup, no scripts."""
    parser = _Lines()
    parser.feed(_LONE.sub("&lt;", _without_comments(fragment)))
    parser.close()
    return _joined(parser.lines)


_LONE: Final = re.compile(r"<(?![^<>]{1,4000}>)")
"""A mark that begins no tag; the parser would look for its end again and again."""


def _without_comments(fragment: str) -> str:
    before, *others = fragment.split("<!--")
    return before + "".join(part.partition("-->")[2] for part in others)


def plain_element(element: Element) -> str:
    """Give the text of an XML element (XHTML or NITF) in the same form."""
    lines: list[list[str]] = [[]]
    # A stack of its own, so that deep nesting cannot exhaust the interpreter's.
    waiting: list[Element | str] = [element]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            lines.extend([[]] if item == _BREAK else ())
            lines[-1].append(item.strip(_BREAK))
            continue
        name = local(item)
        inside = [part for child in item for part in (child, child.tail or "")] if name not in _SILENT else []
        if name in _BLOCKS:
            lines.append(["- "] if name == "li" else [])
            inside.append(_BREAK)
        waiting.extend(reversed([item.text or "", *inside]))
    return _joined(lines)


_BREAK: Final = "\x00"
"""Where a block ends; no XML can hold this character."""


def local(element: Element) -> str:
    """Give an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _joined(lines: list[list[str]]) -> str:
    texts = (one_line("".join(line)) for line in lines)
    return "\n\n".join(text for text in texts if text not in {"", "-"})
