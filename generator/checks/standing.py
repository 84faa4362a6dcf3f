"""Standing: cycles among facts, and sources that nothing rests on."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Location, error, warning
from generator.model import Briefing


def check_standing(briefing: Briefing) -> Iterator[Diagnostic]:
    """Refuse a fact that in the end supersedes itself; warn of documents without a statement."""
    for fact in briefing.facts.values():
        if _comes_back(fact.id, briefing):
            yield error(fact.at("supersedes"), "cycle", "in the end this fact supersedes itself; remove one link")
    used = {evidence.source.id for fact in briefing.facts.values() for evidence in fact.found}
    for source in briefing.sources.values():
        if source.id not in used:
            where = briefing.corpus.articles[source.id].location if source.held else Location("content/sources.yml")
            yield warning(where, "orphan-source", f"no published statement rests on {source.id}")


def _comes_back(start: str, briefing: Briefing) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        fact = briefing.facts.get(waiting.pop())
        for other in fact.supersedes if fact else ():
            if other == start:
                return True
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return False
