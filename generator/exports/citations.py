"""`data/citations.json`: how to cite each statement, for the panel that `cite` opens and for programs."""

from functools import lru_cache
from typing import Any

from pydantic import Field, RootModel

from generator import paths
from generator.citing import Reference, bibtex, csl, plain
from generator.exports.briefing import permalink
from generator.exports.export import Entry, as_json
from generator.model import Briefing, Fact, Source


class CitedEntry(Entry):
    """How to cite a statement."""

    url: str = Field(description="its permalink")
    plain: str = Field(description="the citation as a sentence")
    bibtex: str = Field(description="the citation as an entry for BibTeX and biblatex")
    csl: dict[str, Any] = Field(description="the citation as an item of CSL-JSON 1.0.2")
    correct: str | None = Field(default=None, description="the file in which the desk mends it")


Citations = RootModel[dict[str, CitedEntry]]
"""By id of the statement."""


@lru_cache(maxsize=1)
def citations(briefing: Briefing) -> Citations:
    """Give how to cite every statement, in the version of `as_of`."""
    return Citations({fact.id: _cited(fact, briefing) for fact in briefing.facts.values()})


def citations_json(briefing: Briefing) -> bytes:
    """Give the citations as JSON."""
    return as_json(citations(briefing).model_dump(mode="json", exclude_none=True))


def _cited(fact: Fact, briefing: Briefing) -> CitedEntry:
    whole = Reference(
        key=fact.id,
        title=fact.statement,
        container=briefing.site.title,
        url=permalink(fact, briefing),
        as_of=briefing.as_of,
        note="resting on " + "; ".join(dict.fromkeys(_source(evidence.source) for evidence in fact.found)),
    )
    repository = briefing.site.repository
    return CitedEntry(
        url=whole.url,
        plain=plain(whole),
        bibtex=bibtex(whole),
        csl=csl(whole),
        correct=paths.file_in(repository, fact.at().path) if repository else None,
    )


def _source(source: Source) -> str:
    return f"{source.publisher}: {source.title}" if source.publisher else source.title
