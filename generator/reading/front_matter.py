"""Markdown seeds: front matter between lines of three hyphens, then Markdown, of which the plain text is held."""

import re
from collections.abc import Iterator
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.diagnostics import ProblemsError
from generator.reading.seed import Delivered, Raw, Unreadable
from generator.reading.stamps import day
from generator.records import Value, load
from generator.text import one_line

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_PARSER: Final = MarkdownIt("commonmark").enable("table")
_BLOCKS: Final = MarkdownIt("commonmark").enable("table").disable("inline")
_LONGEST_PARAGRAPH: Final = 20_000
"""Longer ones are taken as they are: looking for pairs of marks in them could take for ever."""
_KEYS: Final = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "sitename", "outlet"),
    "published": ("published", "date", "pubdate", "publication_date", "date_published"),
    "url": ("canonical", "canonical_url", "url", "link", "source_url", "original_url"),
    "language": ("language", "lang"),
    "correction": ("correction", "corrections"),
}
"""What each thing is called in the front matter of the programs that save articles; the first that is there counts."""


def read_markdown(raw: Raw) -> tuple[Delivered, ...] | None:
    """Read Markdown with front matter, or without one where the file's name says that it is Markdown.

    Raises:
        Unreadable: the front matter is no YAML.
    """
    text = raw.text.lstrip("\ufeff")
    front = _FRONT.match(text)
    if front is None and raw.suffix not in {".md", ".markdown"}:
        return None
    found = _front_matter(front["yaml"]) if front else {}
    body, heading = _plain(text[front.end() :] if front else text)
    return (
        Delivered(
            body=body,
            title=found.get("title") or heading,
            publisher=found.get("publisher"),
            published=day(found.get("published")),
            url=found.get("url"),
            language=found.get("language"),
            correction=found.get("correction"),
            hint="or write `date: YYYY-MM-DD` into the front matter; ",
        ),
    )


def _front_matter(text: str) -> dict[str, str]:
    try:
        value, _ = load(text, "")
    except ProblemsError as trouble:
        problem = trouble.problems[0]
        message = f"the front matter cannot be read: {problem.message}"
        raise Unreadable(message, line=problem.location.line + 1) from trouble
    values: dict[str, Value] = {key.lower(): item for key, item in value.items()} if isinstance(value, dict) else {}
    found = {}
    for name, keys in _KEYS.items():
        texts = (item for key in keys if isinstance(item := values.get(key), str) and item)
        text = next(texts, "")
        if text:
            found[name] = one_line(text)
    return found


def _plain(source: str) -> tuple[str, str | None]:
    """Give the text without markup, a line for each block, and the first-level heading that it begins with."""
    blocks = list(_blocks(_tokens(source)))
    heading = blocks[0][1] if blocks and blocks[0][0] == "h1" else None
    return "\n\n".join(text for _, text in (blocks[1:] if heading else blocks) if text), heading


def _tokens(source: str) -> list[Token]:
    env: dict[str, object] = {}
    tokens = _BLOCKS.parse(source, env)
    for token in tokens:
        if token.type == "inline" and len(token.content) <= _LONGEST_PARAGRAPH:
            token.children = _PARSER.parseInline(token.content, env)[0].children
    return tokens


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    item, tag, cells = False, "", list[str]()
    for token in tokens:
        if token.type == "list_item_open":
            item = True
        elif token.type == "tr_close":
            yield "tr", " ".join(cells)
            cells = []
        elif token.type in {"fence", "code_block"}:
            yield "pre", token.content
        elif token.type in {"heading_open", "paragraph_open", "th_open", "td_open"}:
            tag = token.tag
        elif token.type == "inline":
            text = one_line("".join(_words(token.children or [])) or token.content)
            if tag in {"th", "td"}:
                cells.append(text)
            else:
                yield tag, f"- {text}" if item else text
                item = False


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "text_special", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
