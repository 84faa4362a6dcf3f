"""The timeline: all that happened or was said, by year, the newest first."""

from collections.abc import Iterator

from generator import paths
from generator.model import Briefing
from generator.pages.page import Page
from generator.pages.statements import dated, newest_first


def timeline(briefing: Briefing) -> Iterator[Page]:
    """Give the timeline; each line leads to its statement in the register, with the sources."""
    facts = newest_first(briefing.facts.values())
    years = sorted({fact.date.first.year for fact in facts}, reverse=True)
    rows = [
        (
            year,
            tuple(
                {
                    "id": fact.id,
                    "date": dated(fact.date),
                    "text": fact.statement,
                    "href": paths.link(paths.TIMELINE, paths.REGISTER, fact.id),
                    "chain": " → ".join((*fact.via, fact.attribution)),
                }
                for fact in facts
                if fact.date.first.year == year
            ),
        )
        for year in years
    ]
    yield Page(
        path=paths.TIMELINE,
        template="timeline.md.jinja",
        title="Timeline",
        boost=0.5,
        description=f"What happened and what was said about {briefing.partnership.name}, the newest first.",
        view={"years": rows},
    )
