"""Excerpts: which parts of an article pages may show, so that all of them together stay within its rights."""

from collections.abc import Iterable

from generator.assembly.passages import best_first
from generator.diagnostics import Diagnostic, error
from generator.model import Article, Corpus, Fact
from generator.text import Span, merged, overlapping


def plan_excerpts(
    facts: Iterable[Fact], corpus: Corpus, share: float
) -> tuple[dict[str, tuple[Span, ...]], list[Diagnostic]]:
    """Choose for each article what is shown: cited words first, then the rest of cited passages, then the others."""
    cited: dict[str, list[Span]] = {article: [] for article in corpus.articles}
    for fact in facts:
        for evidence in fact.found:
            if evidence.source.held:
                cited[evidence.source.id].extend(evidence.spans)
    shown: dict[str, tuple[Span, ...]] = {}
    problems: list[Diagnostic] = []
    for article in corpus.articles.values():
        words = merged(cited[article.id])
        problems.extend(_too_much(article, words, share))
        shown[article.id] = tuple(_within(article, words, corpus, share))
    return shown, problems


def showable(article: Article, share: float) -> int:
    """Give how many characters of an article may be shown."""
    return {
        "full": len(article.text),
        "excerpts": int((article.excerpt_share or share) * len(article.text)),
        "none": 0,
    }[article.rights]


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _too_much(article: Article, cited: list[Span], share: float) -> list[Diagnostic]:
    length, limit = _length(cited), showable(article, share)
    if length <= limit:
        return []
    message = (
        f"quotations show {length} of {len(article.text)} characters, {limit} may be shown (rights: {article.rights}); "
        "shorten quotations, or raise `excerpt_share` in its sidecar or in content/site.yml"
    )
    return [error(article.location, "excerpt-share", message)]


def _within(article: Article, cited: list[Span], corpus: Corpus, share: float) -> list[Span]:
    """Add passages, which never overlap each other, as far as they fit."""
    limit, length = showable(article, share), _length(cited)
    if limit == len(article.text):
        return [Span(0, limit)]
    passages = [passage.span for passage in best_first(corpus.passages[article.id], corpus)]
    overlaps = {passage: list(overlapping(cited, passage)) for passage in passages}
    added: list[Span] = []
    for passage in sorted(passages, key=lambda passage: not overlaps[passage]):
        more = _length([passage]) - sum(
            min(span.end, passage.end) - max(span.start, passage.start) for span in overlaps[passage]
        )
        if length + more <= limit:
            added.append(passage)
            length += more
    return merged([*cited, *added])
