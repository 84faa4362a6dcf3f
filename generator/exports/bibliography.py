"""`data/sources.csl.json` and `data/sources.bib`: the record of every document, for whoever cites it itself."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.citing import bibtex_entry
from generator.edtf import Edtf
from generator.exports.briefing import source_page
from generator.exports.export import as_json, fields
from generator.model import Briefing, Source
from generator.schema.base import SourceKind


@dataclass(frozen=True, slots=True)
class _Form:
    """What bibliographies call a kind of document."""

    csl: str
    """A type of CSL 1.0.2, appendix III."""
    bibtex: str
    """An entry type of biblatex."""


_REPORT: Final = _Form("report", "report")
_NEWS: Final = _Form("article-newspaper", "article")
_WEB: Final = _Form("webpage", "online")
FORMS: Final[dict[SourceKind, _Form]] = {
    "treaty": _Form("treaty", "legal"),
    "statute": _Form("legislation", "legislation"),
    "government": _REPORT,
    "parliament": _REPORT,
    "military": _REPORT,
    "wire": _NEWS,
    "newspaper": _NEWS,
    "broadcaster": _Form("broadcast", "online"),
    "trade-press": _Form("article-magazine", "article"),
    "think-tank": _REPORT,
    "academic": _Form("article-journal", "article"),
    "company": _WEB,
    "party-or-politician": _WEB,
    "aggregator": _WEB,
    "blog": _Form("post-weblog", "online"),
    "other": _Form("document", "misc"),
}

CSL_FIELDS: Final = fields(
    ("id", "text", "names the document; stays"),
    ("type", "text", "type of CSL 1.0.2"),
    ("title", "text", "its title"),
    ("container-title", "text", "the outlet that printed it"),
    ("publisher", "text", "whose text it is, where no outlet printed it"),
    ("issued.date-parts", "list: list: whole number", "year, month, day as far as known; two where it is a span"),
    ("issued.circa", "true or false", "true where the date is about right, or uncertain"),
    ("URL", "address", "its own address, or its entry on the site where readers are not sent there"),
    ("note", "text", "what a reader should know of it, as that it was withdrawn"),
)
BIB_FIELDS: Final = fields(
    ("title", "text", "its title", "{AUKUS leaders' statement}"),
    ("journaltitle", "text", "the outlet that printed it (article)", "The Guardian"),
    ("institution", "text", "who issued it (report)", "Parliament of Australia"),
    ("organization", "text", "whose text it is (all others)", "Naval News"),
    ("type", "text", "what kind of report", "parliament"),
    ("date", "date, EDTF", "when it was published", "2024-03-06"),
    ("url", "address", "its own address, or its entry on the site", "https://example.org/document"),
    ("note", "text", "what a reader should know of it", "Read as reprinted by another outlet"),
)

_WHERE_PRINTED: Final = {"article": ("container-title", "journaltitle"), "report": ("publisher", "institution")}
_ELSEWHERE: Final = ("publisher", "organization")
"""The field for the outlet or the issuer, in CSL and in biblatex, by the entry type of biblatex."""


def sources_csl(briefing: Briefing) -> bytes:
    """Give every document as an item of CSL-JSON 1.0.2, by id in order."""
    return as_json([_item(source, briefing) for source in briefing.sources.values()])


def sources_bib(briefing: Briefing) -> bytes:
    """Give every document as an entry for biblatex, by id in order."""
    entries = [_entry(source, briefing) for source in briefing.sources.values()]
    return "".join(f"{entry}\n\n" for entry in entries).encode()


def _item(source: Source, briefing: Briefing) -> dict[str, object]:
    form = FORMS[source.kind]
    item = {
        "id": source.id,
        "type": form.csl,
        "title": source.title,
        _WHERE_PRINTED.get(form.bibtex, _ELSEWHERE)[0]: source.publisher,
        "issued": _issued(source.published),
        "URL": source.url or source_page(source, briefing),
        "note": _note(source),
    }
    return {name: value for name, value in item.items() if value}


def _entry(source: Source, briefing: Briefing) -> str:
    form = FORMS[source.kind]
    words = {
        _WHERE_PRINTED.get(form.bibtex, _ELSEWHERE)[1]: source.publisher or "",
        "type": source.kind.replace("-", " ") if form.bibtex == "report" else "",
        "note": _note(source),
    }
    # biblatex reads EDTF itself (its manual, 2.3.8).
    exact = {"date": source.published.text, "url": source.url or source_page(source, briefing)}
    return bibtex_entry(form.bibtex, source.id, title=source.title, words=words, exact=exact)


def _note(source: Source) -> str:
    withdrawn = f"Withdrawn: {source.withdrawn}" if source.withdrawn else ""
    return ". ".join(part.rstrip(".") for part in (withdrawn, source.note or "") if part)


_PARTS: Final = {"year": 1, "month": 2, "day": 3}


def _issued(published: Edtf) -> dict[str, object]:
    """Give a date as CSL has it: its parts as far as they are known, or the span of days that it can mean."""
    known = _PARTS.get(published.granularity)
    bounds = [published.first, published.last]
    if known:
        parts = [_parts(published.first)[:known]]
    else:
        parts = [_parts(bound) for bound in bounds if date.min < bound < date.max]
    doubtful = published.approximate or "?" in published.text
    return {"date-parts": parts} | ({"circa": True} if doubtful else {})


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
