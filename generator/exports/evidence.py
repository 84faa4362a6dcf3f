"""`data/evidence.json`: where the words of every matched quotation stand, for whoever repeats the comparison."""

from pydantic import Field

from generator.exports.export import VERSION, Entry, as_json, plain
from generator.model import Article, Briefing
from generator.schema.base import Id
from generator.text import FOLD_VERSION, Span


class SpanEntry(Entry):
    """A piece of a held text."""

    start: int = Field(description="where it begins; offsets count Unicode code points from 0")
    end: int = Field(description="where it ends: the first code point after it")
    words: str = Field(description="the held text there, letter by letter")


class MatchedEntry(Entry):
    """A quotation whose words stand in a held article."""

    fact: Id = Field(description="the fact that quotes")
    source: Id = Field(description="the article")
    sha256: str = Field(description="of the article's text in UTF-8")
    spans: tuple[SpanEntry, ...] = Field(description="its pieces in order")


class Comparison(Entry):
    """Every matched quotation."""

    version: str = Field(default=VERSION, description="of the form of all files here (Semantic Versioning)")
    fold: int = Field(description="version of the rule under which quotations are compared")
    matched: tuple[MatchedEntry, ...] = Field(default=(), description="quotations, by fact")


def comparison(briefing: Briefing) -> Comparison:
    """Give for each matched quotation its source, the SHA-256 of the held text, and the spans with their words."""
    articles = briefing.corpus.articles
    matched = tuple(
        MatchedEntry(
            fact=fact.id,
            source=evidence.source.id,
            sha256=articles[evidence.source.id].sha256,
            spans=tuple(_span(span, articles[evidence.source.id]) for span in evidence.spans),
        )
        for fact in briefing.facts.values()
        for evidence in fact.found
        if evidence.state == "matched"
    )
    return Comparison(fold=FOLD_VERSION, matched=matched)


def _span(span: Span, article: Article) -> SpanEntry:
    return SpanEntry(start=span.start, end=span.end, words=article.text[span.start : span.end])


def evidence_json(briefing: Briefing) -> bytes:
    """Give the comparison as JSON."""
    return as_json(plain(comparison(briefing)))
