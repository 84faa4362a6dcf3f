"""Exports: the same statements as files for programs, each one entry in `EXPORTS`: its fields, and how it is made."""

import json
from collections.abc import Iterator
from typing import Final

from generator import paths
from generator.exports.bibliography import BIB_FIELDS, CSL_FIELDS, sources_bib, sources_csl
from generator.exports.briefing import briefing_json, plain_document
from generator.exports.citations import Citations, citations, citations_json
from generator.exports.document import Document
from generator.exports.evidence import Comparison, comparison, evidence_json
from generator.exports.expected import FIELDS as CALENDAR_FIELDS
from generator.exports.expected import expected_ics
from generator.exports.export import Export, plain
from generator.exports.feeds import ATOM_FIELDS, JSON_FIELDS, atom, feeds, json_feed, site_feed
from generator.exports.robots import robots_txt
from generator.exports.table import Row, facts_csv, row
from generator.model import Briefing
from generator.outputs import Output

EXPORTS: Final = (
    Export(
        path="data/briefing.json",
        about="All that readers see: statements with their evidence, subjects, expectations, the matrix, sources.",
        make=briefing_json,
        form=Document,
        sample=plain_document,
    ),
    Export(
        path="data/facts.csv",
        about="The statements as a table, one row each (RFC 4180, UTF-8). briefing.json has lists whole.",
        make=facts_csv,
        form=Row,
        sample=lambda briefing: [row(fact, briefing).model_dump() for fact in briefing.facts.values()],
    ),
    Export(
        path="data/evidence.json",
        about="Where the words of each matched quotation stand in the held text; verify_evidence.py reads it.",
        make=evidence_json,
        form=Comparison,
        sample=lambda briefing: plain(comparison(briefing)),
    ),
    Export(
        path="data/citations.json",
        about="How to cite each statement as it stands on the day of the marks.",
        make=citations_json,
        form=Citations,
        sample=lambda briefing: citations(briefing).model_dump(),
    ),
    Export(
        path="data/sources.csl.json",
        about="The record of every document, held or not, as CSL-JSON for Zotero, pandoc and others.",
        make=sources_csl,
        fields=CSL_FIELDS,
        sample=lambda briefing: json.loads(sources_csl(briefing)),
    ),
    Export(
        path="data/sources.bib",
        about="The same for BibTeX and biblatex.",
        make=sources_bib,
        fields=BIB_FIELDS,
    ),
    Export(
        path="data/expected.ics",
        about="What is expected and has not passed, as a calendar to subscribe to (iCalendar, RFC 5545).",
        make=expected_ics,
        fields=CALENDAR_FIELDS,
    ),
    Export(
        path=paths.feed(paths.HOME),
        about="What changed, the newest first, as a feed (Atom, RFC 4287). Each country and pillar has one of its own "
        "beside its page of changes, such as countries/jp/changes.atom.",
        make=lambda briefing: atom(site_feed(briefing)),
        fields=ATOM_FIELDS,
        follows=True,
    ),
    Export(
        path=paths.feed(paths.HOME, "json"),
        about="The same entries, under the same ids, as JSON Feed 1.1; beside each Atom feed lies one.",
        make=lambda briefing: json_feed(site_feed(briefing)),
        fields=JSON_FIELDS,
        sample=lambda briefing: json.loads(json_feed(site_feed(briefing))),
        follows=True,
    ),
)
"""In the order of the data dictionary, which is made from it."""


def all_exports(briefing: Briefing) -> Iterator[Output]:
    """Give every file for programs, the JSON Schemas, all feeds, and what crawlers ask for."""
    for export in exports_of(briefing):
        yield from export.outputs(briefing)
    if not briefing.edition:
        yield from feeds(briefing)
        yield from robots_txt(briefing)


def exports_of(briefing: Briefing) -> tuple[Export, ...]:
    """Give the files that the site publishes; an edition has none to follow."""
    return tuple(export for export in EXPORTS if not (briefing.edition and export.follows))
