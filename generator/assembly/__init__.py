"""Assembly: from claims and corpus to the briefing, with every citation resolved on the way."""

from collections.abc import Mapping
from datetime import date

from generator.analysis.names.gazetteer import names_by_country
from generator.assembly.copies import find_copies, repetitions
from generator.assembly.evidence import resolve
from generator.assembly.excerpts import plan_excerpts
from generator.assembly.expectations import find_expectations
from generator.assembly.matrix import fill_matrix
from generator.assembly.passages import cover, survey, waiting_passages
from generator.assembly.sources import gather_sources
from generator.assembly.standing import find_standing, first_versions
from generator.assembly.versions import newest_versions
from generator.diagnostics import Diagnostic
from generator.loading import Content
from generator.model import Assembled, Briefing, Corpus, Fact, Source
from generator.schema.subjects import Country


def assemble(content: Content, corpus: Corpus, as_of: date, *, history_known: bool = False) -> Assembled:
    """Make the briefing as of a day; claims whose evidence fails are left out and are problems."""
    sources = gather_sources(content.sources, corpus)
    newest, copies = newest_versions(corpus), find_copies(corpus)
    facts, problems = _facts(content, sources, corpus, newest)
    withheld = [claim for claim in content.claims if claim.withheld]
    shown, troubles = plan_excerpts(facts.values(), corpus, content.site.excerpt_share)
    expectations = find_expectations(facts, withheld, as_of)
    found = survey(facts.values(), corpus, shown, repetitions(copies, newest))
    countries = _countries(content, found.joint)
    subjects = {*countries, *(pillar.id for pillar in content.pillars), *(topic.id for topic in content.topics)}
    waiting = waiting_passages(found.tellable, corpus, subjects)
    briefing = Briefing(
        site=content.site,
        as_of=as_of,
        corpus=corpus,
        countries=countries,
        pillars={pillar.id: pillar for pillar in content.pillars},
        topics={topic.id: topic for topic in content.topics},
        sources=sources,
        facts=facts,
        withheld={claim.id: claim.withheld or "" for claim in sorted(withheld, key=lambda claim: claim.id)},
        standing=find_standing(facts, withheld, expectations, first_versions(copies, sources)),
        instruments=content.instruments,
        retired=content.retired,
        expectations=expectations,
        matrix=fill_matrix(facts.values(), countries.values(), content.pillars),
        history_known=history_known,
        shown=shown,
        waiting=waiting,
        unused=found.unused,
        named=found.named,
        coverage=cover(found, waiting),
        copies=copies,
        replaced=newest,
        written=content.written,
    )
    return Assembled(briefing=briefing, problems=(*problems, *troubles))


def _countries(content: Content, joint: frozenset[str]) -> dict[str, Country]:
    """Give the countries with a file, and those that a sentence names together with the partnership or a pillar."""
    countries = {country.id: country for country in content.countries}
    for found in sorted(joint - countries.keys()):
        name, *aliases = names_by_country()[found]
        countries[found] = Country(id=found, name=name, aliases=tuple(aliases))
    return dict(sorted(countries.items()))


def _facts(
    content: Content, sources: Mapping[str, Source], corpus: Corpus, newest: Mapping[str, str]
) -> tuple[dict[str, Fact], list[Diagnostic]]:
    facts: dict[str, Fact] = {}
    problems: list[Diagnostic] = []
    for claim in content.claims:
        fact, troubles = resolve(claim, sources, corpus, newest)
        problems.extend(troubles)
        if fact is not None and claim.withheld is None:
            facts.setdefault(fact.id, fact)
    return dict(sorted(facts.items())), problems
