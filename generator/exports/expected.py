"""`data/expected.ics`: what is expected and has not passed, as an iCalendar (RFC 5545) to subscribe to.

Written here in twenty lines, since the library for it would cost each build 0.2 s to load; tests read it with that
library.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from generator.edtf import words
from generator.exports.briefing import permalink
from generator.exports.export import fields
from generator.model import Briefing, Expectation

FIELDS: Final = fields(
    ("UID", "text", "id of the fact and the site's host; stays", "exp-first-boat@example.org"),
    ("DTSTAMP", "time", "the day of the statement", "20240306T000000Z"),
    ("DTSTART", "day", "the first day that the expected date can mean", "20320101"),
    ("DTEND", "day", "the day after the last; absent where there is no last", "20330101"),
    ("SUMMARY", "text", "the statement", "The first submarine is to be delivered in 2032."),
    ("DESCRIPTION", "text", "the expected date in words, and who says so", "Expected: 2032. Who says so: AFP."),
    ("URL", "address", "permalink of the statement", "https://example.org/register/#exp-first-boat"),
    ("CATEGORIES", "list: text", "names of the countries", "Australia,United States"),
    ("TRANSP", "text", "always TRANSPARENT: nobody's time is taken", "TRANSPARENT"),
)

_LINE_OCTETS: Final = 75
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def expected_ics(briefing: Briefing) -> bytes:
    """Give an event for every open expectation, over all days that its date can mean.

    Nothing in it depends on the day of the build, so that an expectation that is unchanged keeps its bytes.
    """
    awaited = [found for found in briefing.expectations if found.state == "open"]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(briefing.site.title)}//Expected//EN",
        f"NAME:{_text(briefing.site.title)}: what is expected",
        f"X-WR-CALNAME:{_text(briefing.site.title)}: what is expected",
        *(line for found in awaited for line in _event(found, briefing)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(found: Expectation, briefing: Briefing) -> Iterator[str]:
    fact, due = found.fact, found.expected
    first = due.first if due.first > date.min else due.last
    told = fact.date.first if fact.date.first > date.min else fact.date.last
    yield "BEGIN:VEVENT"
    yield f"UID:{fact.id}@{urlsplit(briefing.site.url).hostname}"
    yield f"DTSTAMP:{_day(told)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if due.last < date.max:  # the end is the first day after it
        yield f"DTEND;VALUE=DATE:{_day(due.last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(fact.statement)}"
    yield f"DESCRIPTION:{_text(f'Expected: {words(due)}. Who says so: {fact.attribution}.')}"
    yield f"URL:{permalink(fact, briefing)}"
    names = [_text(briefing.countries[name].name) for name in fact.countries if name in briefing.countries]
    if names:
        yield f"CATEGORIES:{','.join(names)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _folded(line: str) -> bytes:
    """Give a content line in pieces of at most 75 octets, none of which cuts a character (RFC 5545, 3.1)."""
    pieces = [b""]
    for octets in (character.encode() for character in line):
        if len(pieces[-1]) + len(octets) > _LINE_OCTETS:
            pieces.append(b" ")
        pieces[-1] += octets
    return b"\r\n".join(pieces) + b"\r\n"
