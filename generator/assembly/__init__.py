"""Assembly: from claims and corpus to the briefing, everything checked on the way."""

from datetime import date

from generator.assembly.evidence import resolve
from generator.assembly.excerpts import plan_excerpts
from generator.assembly.expectations import find_expectations
from generator.assembly.matrix import fill_matrix
from generator.assembly.references import check_references
from generator.assembly.sources import gather_sources
from generator.diagnostics import Diagnostic
from generator.loading import Content
from generator.model import Assembled, Briefing, Corpus, Fact


def assemble(content: Content, corpus: Corpus, as_of: date) -> Assembled:
    """Make the briefing as of a day; claims whose evidence fails are left out and are problems."""
    problems: list[Diagnostic] = check_references(content, corpus)
    sources = gather_sources(content.sources, corpus)
    facts: dict[str, Fact] = {}
    for claim in content.claims:
        fact, troubles = resolve(claim, sources, corpus)
        problems.extend(troubles)
        if fact is not None and fact.withheld is None:
            facts.setdefault(fact.id, fact)
    facts = dict(sorted(facts.items()))
    shown, troubles = plan_excerpts(facts.values(), corpus, content.site.excerpt_share)
    briefing = Briefing(
        site=content.site,
        as_of=as_of,
        corpus=corpus,
        countries={country.id: country for country in content.countries},
        pillars={pillar.id: pillar for pillar in content.pillars},
        topics={topic.id: topic for topic in content.topics},
        sources=sources,
        facts=facts,
        withheld=tuple(sorted(claim.id for claim in content.claims if claim.withheld)),
        retired=content.retired,
        expectations=find_expectations(facts, as_of),
        matrix=fill_matrix(facts.values(), content.countries, content.pillars),
        shown=shown,
    )
    return Assembled(briefing=briefing, problems=tuple(problems + troubles))
