"""Passages that no statement uses yet: which of them the site shows, and how far each article is used."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Corpus, Coverage, Fact, Passage
from generator.text import Span, overlapping


def cited_spans(facts: Iterable[Fact]) -> dict[str, list[Span]]:
    """Give the words of each held article that published statements quote."""
    cited: dict[str, list[Span]] = {}
    for fact in facts:
        for evidence in fact.found:
            if evidence.spans:
                cited.setdefault(evidence.source.id, []).extend(evidence.spans)
    return cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What one look at all passages gives."""

    counts: Mapping[str, int]
    """How many passages each article has."""
    unused: Mapping[str, tuple[int, ...]]
    """For each article, the numbers of the passages in which no published statement quotes a word."""
    named: Mapping[str, tuple[int, str]]
    """For each country: how many passages name it, and in which article the first of them stands."""
    joint: frozenset[str]
    """The countries that a passage names together with the partnership or one of its pillars."""
    tellable: tuple[Passage, ...]
    """The unused passages with a subject that the rights of their articles allow to be shown."""


def survey(
    facts: Iterable[Fact], corpus: Corpus, shown: Mapping[str, tuple[Span, ...]], repeated: Container[str]
) -> Survey:
    """Look at all passages, in order. Those of repeated articles are not tellable: another version tells the same."""
    cited = cited_spans(facts)
    counts: dict[str, int] = {}
    unused: dict[str, tuple[int, ...]] = {}
    named: dict[str, tuple[int, str]] = {}
    joint: set[str] = set()
    tellable: list[Passage] = []
    for article in corpus.articles:
        passages = corpus.passages[article]
        free = [p for p in passages if not any(span.overlaps(p.span) for span in cited.get(article, ()))]
        counts[article], unused[article] = len(passages), tuple(passage.number for passage in free)
        for passage in passages:
            countries = {mention.id for mention in passage.countries}
            joint |= countries if passage.partnership or passage.pillars else set()
            for country in countries:
                count, first = named.get(country, (0, article))
                named[country] = count + 1, first
        if article not in repeated:
            tellable += (passage for passage in free if subjects_of(passage) and _showable(passage, shown[article]))
    return Survey(counts=counts, unused=unused, named=named, joint=frozenset(joint), tellable=tuple(tellable))


def _showable(passage: Passage, shown: Sequence[Span]) -> bool:
    return any(passage.span.within(span) for span in overlapping(shown, passage.span))


def best_first(passages: Iterable[Passage], corpus: Corpus) -> list[Passage]:
    """Sort passages: who names a country and a pillar first, then the partnership, the newest of equal rank first."""

    def rank(passage: Passage) -> tuple[bool, bool, int, str, int]:
        article = corpus.articles[passage.article]
        joint = bool(passage.countries) and bool(passage.pillars)
        named = bool(passage.pillars or passage.partnership)
        return not joint, not named, -article.published.last.toordinal(), article.id, passage.number

    return sorted(passages, key=rank)


def subjects_of(passage: Passage) -> frozenset[str]:
    """Give the ids of the countries, pillars and topics that a passage names."""
    return frozenset(mention.id for mention in (*passage.countries, *passage.pillars, *passage.topics))


def waiting_passages(
    tellable: Iterable[Passage], corpus: Corpus, subjects: Container[str]
) -> dict[str, tuple[Passage, ...]]:
    """Give for each subject with a page the passages that may be shown there, best first."""
    chosen: dict[str, list[Passage]] = {}
    for passage in best_first(tellable, corpus):
        for subject in subjects_of(passage):
            if subject in subjects:
                chosen.setdefault(subject, []).append(passage)
    return {subject: tuple(chosen[subject]) for subject in sorted(chosen)}


def cover(found: Survey, waiting: Mapping[str, tuple[Passage, ...]]) -> dict[str, Coverage]:
    """Count for each article how many passages are behind a statement, shown on a page, and neither."""
    shown: dict[str, set[int]] = {}
    for passages in waiting.values():
        for passage in passages:
            shown.setdefault(passage.article, set()).add(passage.number)
    return {
        article: Coverage(
            behind=found.counts[article] - len(unused),
            shown=len(shown.get(article, ())),
            unused=len(unused) - len(shown.get(article, ())),
        )
        for article, unused in found.unused.items()
    }
