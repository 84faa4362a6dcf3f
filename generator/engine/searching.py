"""The search's entries of a page as Material makes them, heading by heading, so that most of a long page is kept."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from material.plugins.search.plugin import Element, Parser, SearchIndex, Section
from mkdocs.structure.pages import Page

from generator.cache import key_of

Entry: TypeAlias = dict[str, Any]
Entries: TypeAlias = Mapping[str, list[Entry]]
"""In the order of the page, by the keys of its parts."""

_ATTRIBUTE: Final = r'[a-z-]+="[^"]*" '
_HEADING: Final = re.compile(rf"^(?=<h[1-6] (?:{_ATTRIBUTE})*id=)", re.MULTILINE)
"""Where a line begins with a heading that has an id; others are no entries."""
_WHOLE: Final = ""


def entries(page: Page, settings: Mapping[str, Any], known: Entries) -> Entries:
    """Give the entries of a page with these settings of the search; what is known is taken.

    Material's parser begins anew at a heading, if nothing before it is still open; else the page is one part.
    """
    meta = page.meta
    if (meta.get("search") or {}).get("exclude"):
        return {}
    own = repr((page.url, page.title, meta.get("title"), meta.get("tags"), meta.get("search"))).encode()
    made: dict[str, list[Entry]] = {}
    for part in filter(None, _HEADING.split(page.content or "")):
        key = key_of(own, bytes([not made]), part.encode())
        found = known[key] if key in known else _entries_of(part, page, settings, first=not made)
        if found is None or key in made:
            return {_WHOLE: _entries_of_all(page, settings)}
        made[key] = found
    return made


def _entries_of(part: str, page: Page, settings: Mapping[str, Any], *, first: bool) -> list[Entry] | None:
    """Give the entries of a part; None where it leaves an element open."""
    parser, index = Parser(), SearchIndex(**settings)
    parser.data = [] if first else [Section(Element("hx"))]  # only after another has a section an address of its own
    before, skipped = len(parser.data), set(parser.skip)
    parser.feed(part)
    parser.close()
    if parser.context or parser.skip != skipped:
        return None
    for section in parser.data[before:]:
        if not section.is_excluded():
            index.create_entry_for_section(section, (), page.url, page)
    return list(index.entries)


def _entries_of_all(page: Page, settings: Mapping[str, Any]) -> list[Entry]:
    index = SearchIndex(**settings)
    index.add_entry_from_context(page)
    return list(index.entries)
