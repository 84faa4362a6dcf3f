"""Corrections: every published statement that was reworded, with the day and the reason, and what was taken back."""

from collections.abc import Iterator

from generator import paths
from generator.markdown import safe_url, url
from generator.model import Briefing
from generator.pages.page import Page
from generator.pages.statements import dated


def corrections(briefing: Briefing) -> Iterator[Page]:
    """Give the public list of corrections, the newest first, and how to reach the desk."""
    found = [(entry, fact) for fact in briefing.facts.values() for entry in fact.corrections]
    retired = [entry for entry in briefing.retired if entry.kind == "fact"]
    contact = briefing.site.contact
    yield Page(
        path=paths.CORRECTIONS,
        template="corrections.md.jinja",
        title="Corrections",
        description="Every published statement that was reworded or taken back, with the reason.",
        view={
            "corrected": [
                (dated(entry.date), fact.id, entry.reason, paths.link(paths.CORRECTIONS, paths.REGISTER, fact.id))
                for entry, fact in sorted(found, key=lambda pair: (pair[0].date.first, pair[1].id), reverse=True)
            ],
            "retired": [
                (entry.id, entry.reason, paths.link(paths.CORRECTIONS, paths.retired("fact", entry.id)))
                for entry in retired
            ],
            "contact": contact,
            "contact_url": url(contact) if safe_url(contact) else "",
        },
        boost=0.5,
    )
