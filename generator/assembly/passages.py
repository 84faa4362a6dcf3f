"""Passages that no statement uses yet: which of them the site shows, and how far each article is used."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

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


def unused_passages(facts: Iterable[Fact], corpus: Corpus) -> list[Passage]:
    """Give the passages in which no published statement quotes a word."""
    cited = cited_spans(facts)
    return [
        passage
        for article, passages in corpus.passages.items()
        for passage in passages
        if not any(span.overlaps(passage.span) for span in cited.get(article, ()))
    ]


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
    unused: Iterable[Passage], corpus: Corpus, shown: Mapping[str, tuple[Span, ...]], subjects: Container[str]
) -> dict[str, tuple[Passage, ...]]:
    """Give for each subject with a page the unused passages that the rights of their articles allow, best first."""
    chosen: dict[str, list[Passage]] = {}
    for passage in best_first(unused, corpus):
        if any(passage.span.within(span) for span in overlapping(shown[passage.article], passage.span)):
            for subject in subjects_of(passage):
                if subject in subjects:
                    chosen.setdefault(subject, []).append(passage)
    return {subject: tuple(chosen[subject]) for subject in sorted(chosen)}


def cover(corpus: Corpus, unused: Iterable[Passage], waiting: Mapping[str, tuple[Passage, ...]]) -> dict[str, Coverage]:
    """Count for each article how many passages are behind a statement, shown on a page, and neither."""
    counts = {article: Coverage(behind=len(passages)) for article, passages in corpus.passages.items()}
    shown = {(passage.article, passage.number) for passages in waiting.values() for passage in passages}
    for passage in unused:
        count = counts[passage.article]
        visible = (passage.article, passage.number) in shown
        counts[passage.article] = replace(
            count, behind=count.behind - 1, shown=count.shown + visible, unused=count.unused + (not visible)
        )
    return counts


def named_with_partnership(corpus: Corpus) -> frozenset[str]:
    """Give the countries that a sentence names together with the partnership or one of its pillars."""
    return frozenset(
        mention.id
        for passages in corpus.passages.values()
        for passage in passages
        if passage.partnership or passage.pillars
        for mention in passage.countries
    )
