"""`data/briefing.json`: all that readers see. Its form stands in `generator.exports.document`."""

from collections import Counter
from functools import lru_cache
from typing import Any

from generator import paths
from generator.exports.document import (
    CellEntry,
    CountryEntry,
    Counts,
    Document,
    EvidenceEntry,
    ExpectationEntry,
    FactEntry,
    KeptBackEntry,
    OutcomeEntry,
    PartEntry,
    PillarEntry,
    SiteEntry,
    SlippageEntry,
    SourceEntry,
    TopicEntry,
    WithheldEntry,
)
from generator.exports.export import Plain, as_json, plain, site_address
from generator.model import Briefing, Cell, Evidence, Expectation, Fact, Part, Slippage, Source
from generator.records import Record
from generator.schema.facts import Statement
from generator.schema.subjects import Instrument


def briefing_json(briefing: Briefing) -> bytes:
    """Give the document as JSON."""
    return as_json(plain_document(briefing))


@lru_cache(maxsize=1)
def plain_document(briefing: Briefing) -> Plain:
    """Give the document as JSON has it, not to be changed; the data dictionary asks for it, too."""
    return plain(document(briefing))


def document(briefing: Briefing) -> Document:
    """Give all that readers see as one value."""
    site = briefing.site
    return Document(
        as_of=briefing.as_of.isoformat(),
        site=SiteEntry(**{name: getattr(site, name) for name in SiteEntry.model_fields}),
        partnership=briefing.partnership,
        counts=counts(briefing),
        countries=tuple(
            CountryEntry(**_own(country), url=_page(paths.country(country.id), briefing))
            for country in briefing.countries.values()
        ),
        pillars=tuple(
            PillarEntry(**_own(pillar), url=_page(paths.pillar(pillar.id), briefing))
            for pillar in briefing.pillars.values()
        ),
        topics=tuple(
            TopicEntry(**_own(topic), url=_page(paths.topic(topic.id), briefing)) for topic in briefing.topics.values()
        ),
        facts=tuple(_fact(fact, briefing) for fact in briefing.facts.values()),
        expectations=tuple(_expectation(found) for found in briefing.expectations),
        matrix=tuple(
            _cell(country, pillar, cell)
            for (country, pillar), cell in briefing.matrix.items()
            if cell.main or cell.others
        ),
        instruments=tuple(_told(briefing)),
        sources=tuple(_source(source, briefing) for source in briefing.sources.values()),
        retired=briefing.retired,
        withheld=tuple(WithheldEntry(id=name, reason=reason) for name, reason in briefing.withheld.items()),
        kept_back=tuple(
            KeptBackEntry(kind=held.kind, name=held.name, code=held.problem.code) for held in briefing.held_back
        ),
    )


def _own(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}


def _page(page: str, briefing: Briefing) -> str:
    return site_address(briefing, paths.address(page))


def permalink(fact: Fact, briefing: Briefing) -> str:
    """Give the full address at which a statement stays."""
    return site_address(briefing, paths.address(paths.REGISTER, fact.id))


def source_page(source: Source, briefing: Briefing) -> str:
    """Give the full address of a held article's page, or of a document's entry in the list of all."""
    if source.held:
        return _page(paths.article(source.id), briefing)
    return site_address(briefing, paths.address(paths.SOURCES, paths.source_anchor(source.id)))


def counts(briefing: Briefing) -> Counts:
    """Count what readers see; statements also by the state of their evidence."""
    states = Counter(fact.state for fact in briefing.facts.values())
    return Counts(
        countries=len(briefing.countries),
        pillars=len(briefing.pillars),
        statements=len(briefing.facts),
        matched=states["matched"],
        quoted=states["quoted"],
        cited=states["cited"],
        withheld=len(briefing.withheld),
        articles=len(briefing.corpus.articles),
        sources=len(briefing.sources),
    )


def _fact(fact: Fact, briefing: Briefing) -> FactEntry:
    standing = briefing.standing[fact.id]
    return FactEntry(
        **{name: getattr(fact, name) for name in Statement.model_fields},
        url=permalink(fact, briefing),
        state=fact.state,
        publishers=standing.publishers,
        independence_assessed=standing.independence_assessed,
        superseded_by=tuple(other.id for other in standing.superseded_by),
        disputed_by=tuple(other.id for other in standing.disputed_by),
        disputed_withheld=standing.disputed_withheld,
        newer_withheld=standing.newer_withheld,
        evidence=tuple(_evidence(evidence, briefing) for evidence in fact.found),
    )


def _evidence(evidence: Evidence, briefing: Briefing) -> EvidenceEntry:
    page, anchor = paths.article(evidence.source.id), paths.passage_anchor(evidence.passage)
    matched = evidence.state == "matched"
    return EvidenceEntry(
        source=evidence.source.id,
        state=evidence.state,
        words=evidence.words or None,
        where=evidence.where,
        url=site_address(briefing, paths.address(page, anchor)) if matched else None,
    )


def _expectation(found: Expectation) -> ExpectationEntry:
    return ExpectationEntry(
        fact=found.fact.id,
        expected=found.expected,
        state=found.state,
        resolved_by=tuple(
            OutcomeEntry(fact=o.fact.id, result=o.result, why=o.why or None, late=o.late) for o in found.outcomes
        ),
        slippage=_slippage(found.slippage) if found.slippage else None,
    )


def _slippage(moved: Slippage) -> SlippageEntry:
    least, most = moved.months
    return SlippageEntry(dates=moved.dates, met=moved.met, months_min=least, months_max=most)


def _cell(country: str, pillar: str, cell: Cell) -> CellEntry:
    return CellEntry(
        country=country,
        pillar=pillar,
        main=_part(cell.main) if cell.main else None,
        others=tuple(_part(part) for part in cell.others),
    )


def _part(part: Part) -> PartEntry:
    return PartEntry(
        level=part.level, date=part.date, fact=part.fact.id, first_hand=part.first_hand, note=part.note or None
    )


def _told(briefing: Briefing) -> list[Instrument]:
    """Give the instruments of which a published statement tells, with those statements alone."""
    found = []
    for instrument in briefing.instruments:
        facts = tuple(name for name in instrument.facts if name in briefing.facts)
        if facts:
            found.append(instrument.model_copy(update={"facts": facts}))
    return found


def _source(source: Source, briefing: Briefing) -> SourceEntry:
    article = briefing.corpus.articles.get(source.id)
    shared = {name: getattr(source, name) for name in SourceEntry.model_fields if hasattr(source, name)}
    return SourceEntry(
        **shared,
        page=source_page(source, briefing) if article else None,
        same_story=briefing.copies.get(source.id, ()),
        replaced_by=briefing.replaced.get(source.id),
        sha256=article.sha256 if article else None,
        rights=article.rights if article else None,
    )
