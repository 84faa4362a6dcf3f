"""HTML pages as saved from news sites: the article without what stands around it, by trafilatura (the extra `html`).

What is known of the article comes first from its JSON-LD (schema.org), which publishers write for search engines, then
from the page's own links and meta elements. Nothing is fetched.
"""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any, Final

from generator.reading.seed import Delivered, Raw, Unreadable, missing
from generator.reading.stamps import day
from generator.text import one_line

_HTML: Final = re.compile(r"<(?:!doctype html|html[\s>]|head[\s>]|body[\s>]|article[\s>])")
_NO_GUESSED_DATE: Final = {"extensive_search": False, "original_date": True}


def is_html(raw: Raw) -> bool:
    """Say whether the file is an HTML page: its first element says so."""
    return raw.head.startswith("<") and _HTML.search(raw.head) is not None


def read_html(raw: Raw) -> tuple[Delivered, ...] | None:
    """Read the article of a page.

    Raises:
        Unreadable: there is no article on the page, or what reads it is not installed.
    """
    if not is_html(raw):
        return None
    try:
        from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 - an extra
    except ImportError as problem:
        raise missing("an HTML page", "html") from problem
    known = _known(document_fromstring(raw.text.encode(), parser=HTMLParser(encoding="utf-8")))
    found = _extracted(raw.text, tables=True)
    body = getattr(found, "text", None) or ""
    if _in_a_table(body):
        found = _extracted(raw.text, tables=False)
        body = getattr(found, "text", None) or body
    if len(body.split()) < _FEWEST_WORDS:
        message = "there is no article on this page, as on a page of links or one filled by scripts"
        raise Unreadable(f"{message}; save the article's own page, or its text", "seed-empty")
    title = known.get("title") or getattr(found, "title", None)
    return (
        Delivered(
            body=_below(title, body),
            title=title,
            publisher=known.get("publisher") or getattr(found, "sitename", None),
            published=day(known.get("published") or getattr(found, "date", None)),
            url=known.get("url") or getattr(found, "url", None),
            language=known.get("language"),
            correction=known.get("correction"),
        ),
    )


def _extracted(text: str, *, tables: bool) -> object:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra
    except ImportError as problem:
        raise missing("an HTML page", "html") from problem
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what matters is said here, at its place
    return bare_extraction(
        text,
        include_comments=False,
        include_tables=tables,
        with_metadata=True,
        date_extraction_params=dict(_NO_GUESSED_DATE),
    )


def _in_a_table(body: str) -> bool:
    """Say whether a row of a table holds most of the text: the tables of old pages are their layout."""
    return any(line.startswith("|") and len(line) > len(body) / 2 for line in body.splitlines())


_FIRST_LINES: Final = 4
_FEWEST_WORDS: Final = 20
"""Fewer are a notice or a caption, not an article."""


_RULE: Final = re.compile(r"[|\-:\s]*")
"""An empty line, or the line between the head of a table and its rows."""


def _cells(line: str) -> str:
    """Give a row of a table without the strokes that the extractor sets between its cells."""
    return one_line(line.replace("|", " ")) if line.startswith("|") else line


def _below(title: str | None, text: str) -> str:
    """Give the paragraphs below the headline, if it stands among the first lines; it is no part of the body."""
    lines = [_cells(line.strip()) for line in text.splitlines() if not _RULE.fullmatch(line)]
    begin = next((i for i, line in enumerate(lines[:_FIRST_LINES], start=1) if title and line == title.strip()), 0)
    return "\n\n".join(lines[begin:])


def _known(page: Any) -> dict[str, str]:  # noqa: ANN401 - the library's own tree
    """Give what the page itself says of its article, the surest place first."""
    article = next(_articles(page), {})
    found = {
        "title": _text(article.get("headline")) or _meta(page, "og:title"),
        "publisher": _text(article.get("publisher")) or _meta(page, "og:site_name"),
        "published": _text(article.get("datePublished")) or _meta(page, "article:published_time"),
        "url": _canonical(page)
        or _text(article.get("mainEntityOfPage"))
        or _text(article.get("url"))
        or _meta(page, "og:url"),
        "language": _text(article.get("inLanguage")) or page.get("lang") or page.get("xml:lang"),
        "correction": _text(article.get("correction")),
    }
    return {key: one_line(value) for key, value in found.items() if value}


def _articles(page: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Give the article nodes of the page's JSON-LD; broken blocks are passed over, as search engines do."""
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                waiting = [json.loads(script.text or "")]
            except (ValueError, RecursionError):
                continue
            while waiting:
                node = waiting.pop(0)
                if isinstance(node, list):
                    waiting.extend(node)
                elif isinstance(node, dict):
                    if _ARTICLE.search(str(node.get("@type"))):
                        yield node
                    waiting.extend(node.get("@graph") or ())


_ARTICLE: Final = re.compile(r"Article|Report\b|BlogPosting")


def _text(value: object) -> str | None:
    """Give the words of a schema.org value: plain, or in the property of a node that carries them."""
    if isinstance(value, list):
        return " ".join(filter(None, map(_text, value))) or None
    if isinstance(value, dict):
        return next((found for key in ("name", "text", "@id", "url") if (found := _text(value.get(key)))), None)
    return value.strip() or None if isinstance(value, str) else None


def _meta(page: Any, name: str) -> str | None:  # noqa: ANN401
    metas = page.iter("meta")
    return next((m.get("content") for m in metas if name in {m.get("property"), m.get("name")}), None)


def _canonical(page: Any) -> str | None:  # noqa: ANN401
    return next((link.get("href") for link in page.iter("link") if link.get("rel") == "canonical"), None)
