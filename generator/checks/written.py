"""Pages that the desk writes: a title, and then no more than words, headings, lists, emphasis and links."""

from collections.abc import Iterator

from generator.checks.check import Finding, Material
from generator.diagnostics import Location
from generator.written import page_of


def page_markdown(material: Material) -> Iterator[Finding]:
    """Find a missing title, raw HTML, links that are not http(s), and whatever else has no place on a page."""
    for page in material.content.written:
        for complaint in page_of(page.text).complaints:
            yield Finding(Location(page.at().path, complaint.line), complaint.words, page.id)
