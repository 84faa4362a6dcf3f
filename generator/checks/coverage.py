"""Coverage: documents that nothing rests on, and subjects with fewer statements than the desk wants."""

from collections.abc import Iterator

from generator.checks.check import Finding, Material


def orphan_sources(material: Material) -> Iterator[Finding]:
    """Find records of documents that no fact cites, published or withheld; held articles may wait for their facts."""
    used = {citation.source for claim in material.content.claims for citation in claim.evidence}
    message = "no fact cites {}; cite it, or remove it"
    for record in material.content.sources:
        if record.id not in used:
            yield Finding(record.at("id"), message.format(record.id), record.id)


def unmet_coverage(material: Material) -> Iterator[Finding]:
    """Find subjects of `content/expectations.yml` with fewer published facts than it asks for."""
    facts = material.briefing.facts.values()
    for entry in material.content.coverage:
        found = sum(
            (entry.country is None or entry.country in fact.countries)
            and (entry.pillar is None or entry.pillar in fact.pillars)
            and (entry.topic is None or entry.topic in fact.topics)
            for fact in facts
        )
        if found < entry.facts:
            name = " and ".join(name for name in (entry.country, entry.pillar, entry.topic) if name) or "the site"
            message = f"{name}: {found} published facts, at least {entry.facts} expected"
            yield Finding(entry.at("facts"), message, name)
