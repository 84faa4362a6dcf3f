"""Feeds of what changed: of the site, and of each country and pillar, as Atom (RFC 4287) and as JSON Feed 1.1.

The standard library writes them: a feed is a handful of elements. Of the packages for it feedgen brings lxml and
dateutil, and feedgenerator dates a feed without entries by the clock, so that its bytes would differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator import paths
from generator.exports.export import as_json, fields, site_address
from generator.model import Briefing
from generator.model.changes import Change
from generator.outputs import Output
from generator.text import tidy

MOST: Final = 30
"""The feed of the site holds this many entries, the newest."""
MOST_OF_A_SUBJECT: Final = 10
"""So many hold those of countries and pillars: most readers follow one of them, and there are many."""
_ATOM: Final = "http://www.w3.org/2005/Atom"
_JSON_FEED: Final = "https://jsonfeed.org/version/1.1"

ATOM_FIELDS: Final = fields(
    ("id", "text", "names the feed; stays"),
    ("title", "text", "what it tells of"),
    ("updated", "date and time", "the day of its newest entry (RFC 3339)", "2026-11-24T00:00:00Z"),
    ("author.name", "text", "the title of the site"),
    ("link[].rel", "text", "self: the feed; alternate: the page of changes", "self"),
    ("link[].type", "text", "media type", "application/atom+xml"),
    ("link[].href", "address", "where it is"),
    ("entry[].id", "text", "names the change; stays (tag URI, RFC 4151)"),
    ("entry[].title", "text", "what happened, and the statement as it stands now"),
    ("entry[].updated", "date and time", "the day of the change", "2026-11-24T00:00:00Z"),
    ("entry[].link.href", "address", "where the statement stands"),
    ("entry[].content.type", "text", "always html", "html"),
    ("entry[].content", "HTML", "words before, what brings it about, the reason; left out where there is none"),
)
JSON_FIELDS: Final = fields(
    ("version", "address", "of the form"),
    ("title", "text", "what it tells of"),
    ("home_page_url", "address", "the page of changes"),
    ("feed_url", "address", "the feed itself"),
    ("language", "text", "BCP 47"),
    ("authors[].name", "text", "the title of the site"),
    ("items[].id", "text", "names the change; stays, the same as in the Atom feed", "tag:example.org,2026-11-24:…"),
    ("items[].url", "address", "where the statement stands", "https://example.org/register/#…"),
    ("items[].content_text", "text", "what happened, the statement as it stands now, and the rest line by line", "…"),
    ("items[].date_published", "date and time", "the day of the change", "2026-11-24T00:00:00Z"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A change as a feed tells it."""

    id: str
    title: str
    moment: str
    url: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, in no form yet."""

    page: str
    """The subject's page."""
    title: str
    updated: str
    site: str
    """The title of the site."""
    address: str
    """Of the site, with a slash at its end."""
    items: tuple[Item, ...]

    def url(self, path: str) -> str:
        """Give the full address of something on the site."""
        return self.address + path


def feeds(briefing: Briefing) -> Iterator[Output]:
    """Give those of countries and pillars; empty where the repository's past is not at hand, so that they answer."""
    of_countries = ((paths.country(country.id), country.name) for country in briefing.countries.values())
    of_pillars = ((paths.pillar(pillar.id), pillar.name) for pillar in briefing.pillars.values())
    for page, name in (*of_countries, *of_pillars):
        feed = _feed(page, f"{briefing.site.title}: {name}", briefing, MOST_OF_A_SUBJECT)
        yield Output(paths.feed(page), atom(feed))
        yield Output(paths.feed(page, "json"), json_feed(feed))


def site_feed(briefing: Briefing) -> Feed:
    """Give the feed of the whole site."""
    return _feed(paths.HOME, briefing.site.title, briefing, MOST)


def _feed(page: str, title: str, briefing: Briefing, most: int) -> Feed:
    log = briefing.changes
    told = [change for change in (log.entries if log else ()) if _concerns(change, page)][:most]
    newest = told[0].day if told else log.since if log else briefing.as_of
    return Feed(
        page=page,
        title=f"What changed: {title}",
        updated=_moment(newest),
        site=briefing.site.title,
        address=site_address(briefing, ""),
        items=tuple(_item(change, briefing) for change in told),
    )


def _concerns(change: Change, page: str) -> bool:
    return change.kind != "counts" and (page == paths.HOME or page in change.pages)


def _item(change: Change, briefing: Briefing) -> Item:
    return Item(
        id=_tag(change, briefing),
        title=tidy(f"{change.label}: {change.name}"),
        moment=_moment(change.day),
        url=_place(change, briefing),
        lines=tuple(map(tidy, _lines(change, briefing))),
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _lines(change: Change, briefing: Briefing) -> Iterator[str]:
    """Give what the title does not say."""
    facts = briefing.facts
    by = "; ".join(facts[name].statement if name in facts else name for name in change.by)
    for label, words in (("Before", change.before), ("Now", change.now), ("By", by), ("Reason", change.reason)):
        if words and words != change.name:
            yield f"{label}: {words}"


def _tag(change: Change, briefing: Briefing) -> str:
    """Give the id of an entry, which stays whatever else changes: a tag URI (RFC 4151) of the day of the change."""
    site = urlsplit(briefing.site.url)
    return f"tag:{site.hostname},{change.day.isoformat()}:{site.path.rstrip('/')}/changes/{change.id}"


def _place(change: Change, briefing: Briefing) -> str:
    if change.kind == "summary":
        return site_address(briefing, paths.address(change.about))
    if change.about in briefing.facts:
        return site_address(briefing, paths.address(paths.REGISTER, change.about))
    return site_address(briefing, paths.address(paths.CHANGES, change.id))


def atom(feed: Feed) -> bytes:
    """Give a feed as Atom."""
    own = feed.url(paths.feed(feed.page))
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _text(root, "id", own)
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated)
    _text(SubElement(root, "author"), "name", feed.site)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=own)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.url(paths.address(paths.changes(feed.page))))
    for item in feed.items:
        entry = SubElement(root, "entry")
        _text(entry, "id", item.id)
        _text(entry, "title", item.title)
        _text(entry, "updated", item.moment)
        SubElement(entry, "link", href=item.url)
        if item.lines:
            paragraphs = "".join(f"<p>{escape(line)}</p>" for line in item.lines)
            SubElement(entry, "content", type="html").text = paragraphs
    indent(root, " ")
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _text(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = tidy(words)


def json_feed(feed: Feed) -> bytes:
    """Give a feed as JSON Feed 1.1, one entry a line; an entry has no title, since its text begins with it."""
    return as_json(
        {
            "version": _JSON_FEED,
            "title": tidy(feed.title),
            "home_page_url": feed.url(paths.address(paths.changes(feed.page))),
            "feed_url": feed.url(paths.feed(feed.page, "json")),
            "language": "en",
            "authors": [{"name": tidy(feed.site)}],
            "items": [
                {
                    "id": item.id,
                    "url": item.url,
                    "content_text": "\n".join((item.title, *item.lines)),
                    "date_published": item.moment,
                }
                for item in feed.items
            ],
        }
    )
