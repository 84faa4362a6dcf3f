"""References: every id that a record names exists, is used once and does not vanish; every name means one thing."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from generator.checks.check import Finding, Material
from generator.diagnostics import Location
from generator.loading import Content
from generator.model import Corpus
from generator.records import Record
from generator.run import IdKind
from generator.schema.desk import Retired
from generator.schema.facts import Claim
from generator.schema.subjects import Pillar, Subject


class _Identified(Protocol):
    @property
    def id(self) -> str: ...

    def at(self, *way: str | int) -> Location: ...


def duplicate_ids(material: Material) -> Iterator[Finding]:
    """Find records of one kind that share an id; an id that was retired is not used again."""
    content = material.content
    retired: dict[IdKind, list[Retired]] = {}
    for entry in content.retired:
        retired.setdefault(entry.kind, []).append(entry)
    groups: tuple[Iterable[_Identified], ...] = (
        (*content.countries, *retired.get("country", ())),
        (*content.pillars, *retired.get("pillar", ())),
        (*content.topics, *retired.get("topic", ())),
        (*content.sources, *retired.get("source", ())),
        (*content.claims, *retired.get("fact", ())),
        (*content.written, *retired.get("page", ())),
        content.instruments,
        content.editions,
    )
    for group in groups:
        first: dict[str, _Identified] = {}
        for record in group:
            other = first.setdefault(record.id, record)
            if other is not record:
                message = f"the id {record.id!r} stands at {other.at('id')} too; give one of them another"
                yield Finding(record.at("id"), message, record.id)


def duplicate_aliases(material: Material) -> Iterator[Finding]:
    """Find names that mean two subjects."""
    meaning: dict[str, str] = {}
    content = material.content
    subjects: tuple[Subject, ...] = (*content.countries, *content.pillars, *content.topics)
    for record in subjects:
        for name in dict.fromkeys((record.name, *record.aliases)):
            other = meaning.setdefault(name, record.id)
            if other != record.id:
                message = f"the name {name!r} means {other!r} already; a name may mean one thing"
                yield Finding(record.at("aliases"), message, record.id)


def known_ids(content: Content, corpus: Corpus) -> Mapping[IdKind, set[str]]:
    """Give the ids in use, by kind; a held article is a source."""
    return {
        "country": {country.id for country in content.countries},
        "pillar": {pillar.id for pillar in content.pillars},
        "topic": {topic.id for topic in content.topics},
        "fact": {claim.id for claim in content.claims},
        "page": {page.id for page in content.written},
        "source": {source.id for source in content.sources} | corpus.articles.keys(),
    }


def unknown_ids(material: Material) -> Iterator[Finding]:
    """Find ids that nothing has; summaries, questions, programmes and instruments rest on published facts alone."""
    content = material.content
    known = known_ids(content, material.briefing.corpus)
    for claim in content.claims:
        yield from _claim(claim, known)
    for record in content.sources:
        yield from _known(record, ("same_as",), [record.same_as] if record.same_as else [], known["source"])
    for article in material.briefing.corpus.articles.values():
        if article.replaces and article.replaces not in known["source"]:
            yield Finding(Location(f"{article.seed}.yml"), _nothing(article.replaces, known["source"]), article.id)
    for retired in content.retired:
        named = [retired.successor] if retired.successor else []
        yield from _known(retired, ("successor",), named, known[retired.kind])
    for coverage in content.coverage:
        for kind in ("country", "pillar", "topic"):
            name = getattr(coverage, kind)
            yield from _known(coverage, (kind,), [name] if name else [], known[kind])
    yield from _published(material, known)


def _claim(claim: Claim, known: Mapping[IdKind, set[str]]) -> Iterator[Finding]:
    plain: tuple[tuple[str, IdKind], ...] = (
        ("countries", "country"),
        ("pillars", "pillar"),
        ("topics", "topic"),
        ("supersedes", "fact"),
        ("conflicts_with", "fact"),
    )
    inner: tuple[tuple[str, str, IdKind], ...] = (
        ("resolves", "fact", "fact"),
        ("evidence", "source", "source"),
        ("participation", "country", "country"),
        ("participation", "pillar", "pillar"),
    )
    for key, kind in plain:
        for index, name in enumerate(getattr(claim, key)):
            yield from _known(claim, (key, index), [name], known[kind])
    for key, field, kind in inner:
        for index, part in enumerate(getattr(claim, key)):
            yield from _known(claim, (key, index, field), [getattr(part, field)], known[kind])


def _known(record: Record, way: tuple[str | int, ...], named: Iterable[str], known: set[str]) -> Iterator[Finding]:
    for name in named:
        if name not in known:
            yield Finding(record.at(*way), _nothing(name, known), getattr(record, "id", ""))


def _nothing(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"nothing has the id {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")


def _published(material: Material, known: Mapping[IdKind, set[str]]) -> Iterator[Finding]:
    content = material.content
    published = {claim.id for claim in content.claims if claim.withheld is None}
    for subject, about, at in material.subjects():
        rests = [("summary", index, sentence.facts) for index, sentence in enumerate(subject.summary)]
        rests += [("questions", index, question.facts) for index, question in enumerate(subject.questions)]
        if isinstance(subject, Pillar):
            rests += [("programme", index, track.facts) for index, track in enumerate(subject.programme)]
        for key, index, facts in rests:
            for position, name in enumerate(facts):
                if name not in published:
                    yield Finding(at(key, index, "facts", position), _unpublished(name), about)
    for instrument in content.instruments:
        for position, name in enumerate(instrument.facts):
            if name not in known["fact"]:
                yield Finding(instrument.at("facts", position), _unpublished(name), instrument.id)
        for position, name in enumerate(instrument.pillars):
            yield from _known(instrument, ("pillars", position), [name], known["pillar"])


def _unpublished(name: str) -> str:
    return f"no published fact has the id {name!r}; name one that bears this out"


def vanished_ids(material: Material) -> Iterator[Finding]:
    """Find ids that were published once and stand nowhere now: their addresses are dead."""
    if material.history is None:
        return
    known = known_ids(material.content, material.briefing.corpus)
    retired = {(entry.kind, entry.id) for entry in material.content.retired}
    for (kind, name), commit in sorted(material.history.removed.items()):
        if name not in known[kind] and (kind, name) not in retired:
            message = (
                f"the {kind} {name!r} stood here until commit {commit} and is gone; its address must still answer: "
                f"add `- {{id: {name}, kind: {kind}, reason: ...}}`, with `successor` where another takes its place"
            )
            yield Finding(Location("content/retired.yml"), message, name)
