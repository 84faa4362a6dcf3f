"""What an id leaves behind when it is no longer used, so that its address still answers."""

from collections.abc import Iterator

from generator import paths
from generator.model import Briefing
from generator.pages.page import Page
from generator.schema.desk import Retired
from generator.written import page_of


def retired(briefing: Briefing) -> Iterator[Page]:
    """Give a page for each retired id, with its successor or the reason."""
    for entry in briefing.retired:
        page = paths.retired(entry.kind, entry.id)
        yield Page(
            path=page,
            template="retired.md.jinja",
            title=f"Retired: {entry.id}",
            description=f"A {entry.kind} that is no longer used.",
            view={
                "kind": entry.kind,
                "reason": entry.reason,
                "name": _name(entry, briefing),
                "successor": _address(page, entry),
            },
            boost=0,
        )


def _name(entry: Retired, briefing: Briefing) -> str:
    """Give the words by which readers know the successor."""
    name = entry.successor or ""
    known = {
        "fact": lambda: briefing.facts[name].statement if name in briefing.facts else name,
        "source": lambda: briefing.sources[name].title if name in briefing.sources else name,
        "topic": lambda: briefing.topics[name].name if name in briefing.topics else name,
        "pillar": lambda: briefing.pillars[name].name if name in briefing.pillars else name,
        "country": lambda: briefing.countries[name].name if name in briefing.countries else name,
        "page": lambda: next((page_of(page.text).title for page in briefing.written if page.id == name), name),
    }
    return known[entry.kind]()


def _address(page: str, entry: Retired) -> str:
    if entry.successor is None:
        return ""
    if entry.kind == "fact":
        return paths.link(page, paths.REGISTER, entry.successor)
    if entry.kind == "source":
        return paths.link(page, paths.SOURCES, paths.source_anchor(entry.successor))
    own = {"country": paths.country, "pillar": paths.pillar, "topic": paths.topic, "page": paths.written}
    return paths.link(page, own[entry.kind](entry.successor))
