"""NewsML-G2, the XML of the International Press Telecommunications Council: one item, or a message with several.

Only what an article needs is taken: `itemMeta` and `contentMeta` for what is known of it, `contentSet` for its words,
as plain text (`inlineData`) or as XHTML or NITF (`inlineXML`).
"""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from generator.reading.markup import local, plain, plain_element
from generator.reading.seed import Delivered, Raw, Unreadable, correction_in
from generator.reading.stamps import day
from generator.reading.xmlsafe import parse, root_name
from generator.text import one_line

_ROOTS: Final = frozenset({"newsmessage", "newsitem", "packageitem", "knowledgeitem", "planningitem", "conceptitem"})
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def read_newsml(raw: Raw) -> tuple[Delivered, ...] | None:
    """Read the news items of a file.

    Raises:
        Unreadable: it is NewsML-G2, but holds no news item with text.
    """
    if root_name(raw.head) not in _ROOTS:
        return None
    root = parse(raw.text)
    items = [element for element in root.iter() if local(element) == "newsItem"]
    if not items:
        raise Unreadable("this NewsML-G2 holds no `newsItem` with an article; ask for the item itself")
    return tuple(_item(item, several=local(root) == "newsMessage" and len(items) > 1) for item in items)


def _item(item: Element, *, several: bool) -> Delivered:
    meta, content = _first(item, "itemMeta"), _first(item, "contentMeta")
    guid = item.get("guid")
    body, language = _body(item)
    stamps = (_text(meta, "versionCreated"), _text(content, "contentCreated"), _text(meta, "firstCreated"))
    return Delivered(
        body=body,
        title=_text(content, "headline") or _text(meta, "title"),
        publisher=_publisher(item, meta, content),
        published=day(next(filter(None, stamps), None)),
        url=_address(meta),
        language=(_attribute(content, "language", "tag") or language or item.get(_LANG)),
        correction=correction_in(_text(meta, "edNote")),
        key=guid if several else None,
    )


def _first(parent: Element | None, name: str) -> Element | None:
    """Give the first element of a name anywhere below; the standard's names are clear without their place."""
    return None if parent is None else next((found for found in parent.iter() if local(found) == name), None)


def _text(parent: Element | None, name: str) -> str | None:
    found = _first(parent, name)
    return (one_line("".join(found.itertext())) or None) if found is not None else None


def _attribute(parent: Element | None, name: str, key: str) -> str | None:
    found = _first(parent, name)
    return found.get(key) if found is not None else None


def _publisher(item: Element, meta: Element | None, content: Element | None) -> str | None:
    holders = (meta, "provider"), (content, "infoSource"), (item, "copyrightHolder")
    named = (_text(parent, name) or _attribute(parent, name, "literal") for parent, name in holders)
    return next(filter(None, named), None)


def _address(meta: Element | None) -> str | None:
    links = (element.get("href") for element in meta.iter() if local(element) == "link") if meta is not None else ()
    return next(filter(None, links), None)


def _body(item: Element) -> tuple[str, str | None]:
    """Give the words and the language they are said to be in."""
    return next(_bodies(item), ("", None))


def _bodies(item: Element) -> Iterator[tuple[str, str | None]]:
    for part in item.iter():
        if local(part) == "inlineXML":
            body = _first(part, "body.content")
            body = body if body is not None else _first(part, "body")
            yield plain_element(body if body is not None else part), part.get(_LANG)
        elif local(part) == "inlineData":
            text = "".join(part.itertext())
            yield (plain(text) if "html" in (part.get("contenttype") or "") else text), part.get(_LANG)
