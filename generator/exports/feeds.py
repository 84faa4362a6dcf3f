"""Atom feeds (RFC 4287) of what changed: of the site, and of each country and pillar.

The standard library writes them: a feed is a handful of elements. Of the packages for it feedgen brings lxml and
dateutil, and feedgenerator dates a feed without entries by the clock, so that its bytes would differ.
"""

from collections.abc import Iterator
from html import escape
from typing import Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator import paths
from generator.model import Briefing
from generator.model.changes import Change
from generator.outputs import Output
from generator.text import tidy

MOST: Final = 50
"""A feed holds this many entries, the newest."""
_ATOM: Final = "http://www.w3.org/2005/Atom"


def feeds(briefing: Briefing) -> Iterator[Output]:
    """Give the feeds; empty ones where the repository's past is not at hand, so that their addresses answer."""
    yield _feed(paths.HOME, briefing.site.title, briefing)
    for country in briefing.countries.values():
        yield _feed(paths.country(country.id), f"{briefing.site.title}: {country.name}", briefing)
    for pillar in briefing.pillars.values():
        yield _feed(paths.pillar(pillar.id), f"{briefing.site.title}: {pillar.name}", briefing)


def _feed(page: str, title: str, briefing: Briefing) -> Output:
    log = briefing.changes
    told = [change for change in (log.entries if log else ()) if _concerns(change, page)][:MOST]
    since = log.since if log else briefing.as_of
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _text(feed, "id", _absolute(paths.feed(page), briefing))
    _text(feed, "title", f"What changed: {title}")
    _text(feed, "updated", f"{(told[0].day if told else since).isoformat()}T00:00:00Z")
    _text(SubElement(feed, "author"), "name", briefing.site.title)
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=_absolute(paths.feed(page), briefing))
    SubElement(feed, "link", rel="alternate", type="text/html", href=_page(paths.changes(page), "", briefing))
    for change in told:
        _entry(feed, change, briefing)
    indent(feed, " ")
    return Output(paths.feed(page), tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _concerns(change: Change, page: str) -> bool:
    return change.kind != "counts" and (page == paths.HOME or page in change.pages)


def _entry(feed: Element, change: Change, briefing: Briefing) -> None:
    entry = SubElement(feed, "entry")
    _text(entry, "id", _tag(change, briefing))
    _text(entry, "title", f"{change.label}: {change.name}")
    _text(entry, "updated", f"{change.day.isoformat()}T00:00:00Z")
    SubElement(entry, "link", rel="alternate", type="text/html", href=_place(change, briefing))
    content = "".join(f"<p>{escape(tidy(line))}</p>" for line in _lines(change, briefing)) or escape(tidy(change.name))
    SubElement(entry, "content", type="html").text = content


def _lines(change: Change, briefing: Briefing) -> Iterator[str]:
    facts = briefing.facts
    by = "; ".join(facts[name].statement if name in facts else name for name in change.by)
    for label, words in (("Before", change.before), ("Now", change.now), ("By", by), ("Reason", change.reason)):
        if words:
            yield f"{label}: {words}"


def _tag(change: Change, briefing: Briefing) -> str:
    """Give the id of an entry, which stays whatever else changes: a tag URI (RFC 4151) of the day of the change."""
    site = urlsplit(briefing.site.url)
    return f"tag:{site.hostname},{change.day.isoformat()}:{site.path.rstrip('/')}/changes/{change.id}"


def _place(change: Change, briefing: Briefing) -> str:
    if change.kind == "summary":
        return _page(change.about, "", briefing)
    if change.about in briefing.facts:
        return _page(paths.REGISTER, change.about, briefing)
    return _page(paths.CHANGES, change.id, briefing)


def _page(page: str, anchor: str, briefing: Briefing) -> str:
    return _absolute(paths.address(page, anchor), briefing)


def _absolute(path: str, briefing: Briefing) -> str:
    return f"{briefing.site.url.rstrip('/')}/{path}"


def _text(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = tidy(words)
