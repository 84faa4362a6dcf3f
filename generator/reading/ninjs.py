"""ninjs, the JSON of the International Press Telecommunications Council, in its generations 1, 2 and 3.

Generation 1 has `headline`, `body_text` and `body_xhtml`; 2 has lists `headlines` and `bodies` with roles; 3 writes the
same names in camel case. Names are compared without case, so that one reader serves all.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.reading.markup import plain
from generator.reading.seed import Delivered, Raw, Unreadable, correction_in
from generator.reading.stamps import day


def read_ninjs(raw: Raw) -> tuple[Delivered, ...] | None:
    """Read one item, or a list of items as several articles.

    Raises:
        Unreadable: the file is JSON, but broken or no ninjs.
    """
    if raw.head[:1] not in {"{", "["}:
        return None
    try:
        document = json.loads(raw.text.lstrip("\ufeff"))
    except json.JSONDecodeError as problem:
        if raw.suffix not in {".json", ".ninjs"}:
            return None  # text may begin with a bracket
        message = f"this is broken JSON: {problem.msg} at column {problem.colno}; get the file anew"
        raise Unreadable(message, line=problem.lineno) from problem
    except RecursionError as problem:
        raise Unreadable("this JSON nests too deep to be an article") from problem
    items = document if isinstance(document, list) else [document]
    several = isinstance(document, list)
    return tuple(_item(_lowered(item), several=several) for item in items)


def _lowered(item: object) -> dict[str, Any]:
    return {key.lower(): value for key, value in item.items()} if isinstance(item, dict) else {}


def _item(item: dict[str, Any], *, several: bool) -> Delivered:
    body = _body(item)
    if body is None or "uri" not in item:
        message = "this is JSON but no ninjs text: it needs `uri` and a body (`body_text`, `body_xhtml` or `bodies`)"
        raise Unreadable(f"{message}; ask for the item as ninjs or save its text")
    stamp = next((item[key] for key in ("versioncreated", "contentcreated", "firstcreated") if key in item), None)
    uri = _string(item["uri"])
    return Delivered(
        body=body,
        title=_string(item.get("headline")) or _by_role(item.get("headlines")) or _string(item.get("title")),
        publisher=_publisher(item),
        published=day(_string(stamp)),
        url=_string(item.get("link")) or next(_links(item), None) or uri,
        language=_string(item.get("language")),
        correction=correction_in(item.get("ednote")),
        key=uri if several else None,
    )


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _entries(value: object) -> list[dict[str, Any]]:
    return [_lowered(entry) for entry in value] if isinstance(value, list) else []


def _by_role(values: object) -> str | None:
    """Give the value whose role is main, else the first."""
    found = sorted(_entries(values), key=lambda entry: entry.get("role") != "main")
    return next((text for entry in found if (text := _string(entry.get("value")))), None)


def _body(item: dict[str, Any]) -> str | None:
    """Give the body; marked-up ones come first, since only they are sure to keep paragraphs."""
    parts = [(str(entry.get("contenttype") or ""), entry.get("value")) for entry in _entries(item.get("bodies"))]
    parts += [(key, value) for key, value in item.items() if key.startswith("body_")]
    texts = [(kind, text) for kind, value in parts if (text := _string(value))]
    for kind, text in texts:
        if "html" in kind:
            return plain(text)
    return next((text for kind, text in texts if "text" in kind or "plain" in kind or not kind), None)


def _publisher(item: dict[str, Any]) -> str | None:
    sources = _entries(item.get("infosources")) or _entries(item.get("infosource"))
    names = (_string(source.get("name")) for source in sources)
    named = next((name for name in names if name), None)
    return named or _string(item.get("copyrightholder")) or _string(item.get("provider")) or _string(item.get("source"))


def _links(item: dict[str, Any]) -> Iterator[str]:
    for link in _entries(item.get("links")):
        if isinstance(link.get("href"), str):
            yield link["href"]
