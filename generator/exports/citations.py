"""`data/citations.json`: how to cite each statement, for the panel that `cite` opens and for programs."""

from collections.abc import Iterator

from generator import paths
from generator.citing import Reference, bibtex, csl, plain
from generator.exports.facts import as_json
from generator.model import Briefing, Fact, Source
from generator.outputs import Output


def citations_json(briefing: Briefing) -> Iterator[Output]:
    """Give by statement its permalink, the citation in each form, and the file in which it can be corrected."""
    yield Output("data/citations.json", as_json({fact.id: _cited(fact, briefing) for fact in briefing.facts.values()}))


def _cited(fact: Fact, briefing: Briefing) -> dict[str, object]:
    whole = Reference(
        key=fact.id,
        title=fact.statement,
        container=briefing.site.title,
        url=f"{briefing.site.url.rstrip('/')}/{paths.address(paths.REGISTER, fact.id)}",
        as_of=briefing.as_of,
        note="resting on " + "; ".join(dict.fromkeys(_source(evidence.source) for evidence in fact.found)),
    )
    repository = briefing.site.repository
    correct = {"correct": paths.file_in(repository, fact.at().path)} if repository else {}
    return {"url": whole.url, "plain": plain(whole), "bibtex": bibtex(whole), "csl": csl(whole), **correct}


def _source(source: Source) -> str:
    return f"{source.publisher}: {source.title}" if source.publisher else source.title
