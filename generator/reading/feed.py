"""Feeds: an RSS or Atom file as several articles, read by feedparser (the extra `feeds`)."""

import io
from typing import Any, Final

from generator.reading.markup import plain
from generator.reading.seed import Delivered, Raw, Unreadable, missing
from generator.reading.stamps import day
from generator.reading.xmlsafe import refuse_entities, root_name

_ROOTS: Final = frozenset({"rss", "feed", "rdf"})


def is_feed(raw: Raw) -> bool:
    """Say whether the file is RSS (0.9x, 1.0, 2.0) or Atom."""
    return raw.head.startswith("<") and root_name(raw.head) in _ROOTS


def read_feed(raw: Raw) -> tuple[Delivered, ...] | None:
    """Read the entries of a feed, each an article of its own.

    Raises:
        Unreadable: the feed has no entries, or feedparser is not installed.
    """
    if not is_feed(raw):
        return None
    refuse_entities(raw.text)
    try:
        import feedparser  # noqa: PLC0415 - an extra
    except ImportError as problem:
        raise missing("a feed", "feeds") from problem
    # As bytes with their type: given a string, the library would take one that looks like an address for one.
    headers = {"content-type": "application/xml; charset=utf-8"}
    found = feedparser.parse(io.BytesIO(raw.text.encode()), response_headers=headers, resolve_relative_uris=False)
    if not found.entries:
        reason = found.get("bozo_exception")
        message = f"this looks like a feed, but it has no entries{f' ({reason})' if reason else ''}; get the file anew"
        raise Unreadable(message, "seed-unreadable" if reason else "seed-empty")
    return tuple(_entry(entry, found.feed) for entry in found.entries)


def _entry(entry: Any, feed: Any) -> Delivered:  # noqa: ANN401 - the library's own dictionaries
    content: dict[str, Any] = next(iter(entry.get("content", ())), {})
    text = content.get("value") or entry.get("summary") or ""
    markup = (content.get("type") or entry.get("summary_detail", {}).get("type")) != "text/plain"
    title = plain(entry.get("title") or "").replace("\n", " ") or None
    source = entry.get("source", {})
    return Delivered(
        body=plain(text) if markup else text,
        title=title,
        publisher=source.get("title") or entry.get("publisher") or feed.get("title"),
        published=day(entry.get("published") or entry.get("updated")),
        url=entry.get("link"),
        language=content.get("language") or feed.get("language"),
        key=entry.get("id") or entry.get("link") or title or text,
    )
