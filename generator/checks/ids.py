"""Ids: they make addresses, file names and anchors, so some are taken, and none may be mistaken for another."""

from collections.abc import Iterator
from typing import Final

from generator import paths
from generator.checks.check import Finding, Material
from generator.diagnostics import Location

_ALIKE: Final = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"))
"""What looks alike in many typefaces, of the letters and digits that ids are made of (after UTS 39, confusables)."""


def _named(material: Material) -> Iterator[tuple[str, str, Location]]:
    """Give every id that makes an address, with what it names and where it stands."""
    content = material.content
    for kind, records in (("pillar", content.pillars), ("topic", content.topics), ("fact", content.claims)):
        yield from ((kind, record.id, record.at("id")) for record in records)
    yield from (("page", page.id, page.at()) for page in content.written)
    for source in content.sources:
        yield "source", source.id, source.at("id")
    for article in material.briefing.corpus.articles.values():
        yield "source", article.id, article.location


def reserved_ids(material: Material) -> Iterator[Finding]:
    """Find ids that some disk takes for a device, or that name a page of the program or a part of its pages."""
    for kind, name, place in _named(material):
        if name in paths.RESERVED:
            yield Finding(
                place, f"the id {name!r} makes a file name that is taken, or that Windows refuses; change it", name
            )
        elif kind == "fact" and paths.is_anchor(name):
            yield Finding(place, f"the id {name!r} is that of a part of each page; give the statement another", name)


def alike_ids(material: Material) -> Iterator[Finding]:
    """Find two ids of a kind that look alike, as `pillar-1` and `pillar-l`."""
    first: dict[tuple[str, str], str] = {}
    for kind, name, place in _named(material):
        other = first.setdefault((kind, _skeleton(name)), name)
        if other != name:
            message = (
                f"the id {name!r} looks like {other!r}, and readers may take one for the other; change one of them"
            )
            yield Finding(place, message, name)


def _skeleton(name: str) -> str:
    for letters, alike in _ALIKE:
        name = name.replace(letters, alike)
    return name
