"""References: every id that a record names exists, every id is used once, every alias means one thing."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TypeAlias

from generator.diagnostics import Diagnostic, Location, error
from generator.loading import Content
from generator.markdown import inline
from generator.model import Corpus
from generator.schema import Claim, Subject, Topical

Place: TypeAlias = Callable[..., Location]
"""Gives the place of a value by the way to it, as `Record.at` does."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...

    def at(self, *way: str | int) -> Location: ...


def check_references(content: Content, corpus: Corpus) -> list[Diagnostic]:
    """Give every broken reference, duplicate id and doubtful summary of the content."""
    return [*_duplicates(content), *_aliases(content), *_claims(content, corpus), *_summaries(content)]


def _duplicates(content: Content) -> Iterator[Diagnostic]:
    groups: tuple[Iterable[_Identified], ...] = (
        content.countries,
        content.pillars,
        content.topics,
        content.sources,
        (*content.claims, *content.retired),
    )
    for group in groups:
        first: dict[str, _Identified] = {}
        for record in group:
            other = first.setdefault(record.id, record)
            if other is not record:
                message = f"the id {record.id!r} stands at {other.at('id')} too; give one of them another"
                yield error(record.at("id"), "duplicate-id", message)


def _aliases(content: Content) -> Iterator[Diagnostic]:
    meaning: dict[str, str] = {}
    subjects: tuple[Subject, ...] = (*content.countries, *content.pillars, *content.topics)
    for record in subjects:
        for name in dict.fromkeys((record.name, *record.aliases)):
            other = meaning.setdefault(name, record.id)
            if other != record.id:
                message = f"the name {name!r} means {other!r} already; a name may mean one thing"
                yield error(record.at("aliases"), "duplicate-alias", message)


def _claims(content: Content, corpus: Corpus) -> Iterator[Diagnostic]:
    countries = {country.id for country in content.countries}
    pillars = {pillar.id for pillar in content.pillars}
    topics = {topic.id for topic in content.topics}
    claims = {claim.id for claim in content.claims}
    sources = {source.id for source in content.sources} | corpus.articles.keys()
    for claim in content.claims:
        yield from _known(claim, "countries", claim.countries, countries)
        yield from _known(claim, "pillars", claim.pillars, pillars)
        yield from _known(claim, "topics", claim.topics, topics)
        yield from _known(claim, "supersedes", claim.supersedes, claims)
        yield from _known(claim, "conflicts_with", claim.conflicts_with, claims)
        yield from _known(claim, "resolves", (link.fact for link in claim.resolves), claims, "fact")
        yield from _known(claim, "evidence", (citation.source for citation in claim.evidence), sources, "source")
        yield from _known(claim, "participation", (part.country for part in claim.participation), countries, "country")
        yield from _known(claim, "participation", (part.pillar for part in claim.participation), pillars, "pillar")


def _known(record: Claim, key: str, named: Iterable[str], known: set[str], inner: str = "") -> Iterator[Diagnostic]:
    for index, name in enumerate(named):
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            yield error(
                record.at(key, index, *([inner] if inner else [])),
                "unknown-id",
                f"nothing has the id {name!r}{hint}",
            )


def _summaries(content: Content) -> Iterator[Diagnostic]:
    published = {claim.id for claim in content.claims if claim.withheld is None}
    subjects: list[tuple[Topical, Place]] = [
        *((country, country.at) for country in content.countries),
        *((pillar, pillar.at) for pillar in content.pillars),
        *((topic, topic.at) for topic in content.topics),
        (content.site.partnership, partial(content.site.at, "partnership")),
    ]
    for subject, at in subjects:
        for index, sentence in enumerate(subject.summary):
            for complaint in inline(sentence.text)[1]:
                yield error(at("summary", index, "text"), "summary-markdown", complaint)
            yield from _rests_on(partial(at, "summary", index, "facts"), sentence.facts, published)
        for index, question in enumerate(subject.questions):
            yield from _rests_on(partial(at, "questions", index, "facts"), question.facts, published)


def _rests_on(at: Place, facts: Iterable[str], published: set[str]) -> Iterator[Diagnostic]:
    for index, fact in enumerate(facts):
        if fact not in published:
            message = f"no published fact has the id {fact!r}; name one that bears the sentence out"
            yield error(at(index), "unknown-id", message)
