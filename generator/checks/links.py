"""Links between facts: none leads back to its start, resolutions resolve something, support was not withdrawn."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.checks.check import Finding, Material


def cycles(material: Material) -> Iterator[Finding]:
    """Find facts that in the end supersede or resolve themselves."""
    claims = material.content.claims
    supersedes = {claim.id: claim.supersedes for claim in claims}
    resolves = {claim.id: tuple(link.fact for link in claim.resolves) for claim in claims}
    for claim in claims:
        for key, links in (("supersedes", supersedes), ("resolves", resolves)):
            if _comes_back(claim.id, links):
                message = f"in the end this fact {key} itself; remove one link of the circle"
                yield Finding(claim.at(key), message, claim.id)


def _comes_back(start: str, links: Mapping[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for other in links.get(waiting.pop(), ()):
            if other == start:
                return True
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return False


def undated_resolutions(material: Material) -> Iterator[Finding]:
    """Find resolutions of facts that expect nothing, and moved dates without the new one."""
    claims = {claim.id: claim for claim in material.content.claims}
    for claim in claims.values():
        for index, link in enumerate(claim.resolves):
            target = claims.get(link.fact)
            if target is not None and (target.expected is None or not target.promise):
                message = f"{link.fact} expects nothing; give it `expected`, or remove this resolution"
                yield Finding(claim.at("resolves", index), message, claim.id)
            if link.result == "moved" and claim.expected is None:
                message = f"this moves {link.fact}, but says not to when; give this fact `expected`"
                yield Finding(claim.at("resolves", index), message, claim.id)


WEAK_KINDS: Final = frozenset({"aggregator", "blog"})


def weak_support(material: Material) -> Iterator[Finding]:
    """Find published statements that rest on digests, blogs and copies alone, and do not say how sure the desk is."""
    linked = {record.id: record.link for record in material.content.sources}
    for fact in material.briefing.facts.values():
        sources = [evidence.source for evidence in fact.found]
        weak = all(source.kind in WEAK_KINDS or not linked.get(source.id, True) for source in sources)
        if weak and fact.confidence is None:
            message = "rests on digests, blogs or copies alone; find a sound source, withhold it, or set `confidence`"
            yield Finding(fact.at("evidence"), message, fact.id)


def withdrawn_support(material: Material) -> Iterator[Finding]:
    """Find published statements whose every document was taken back by its publisher."""
    for fact in material.briefing.facts.values():
        if all(evidence.source.withdrawn for evidence in fact.found):
            message = "every document behind this statement was withdrawn; find another, or withhold it"
            yield Finding(fact.at("evidence"), message, fact.id)
