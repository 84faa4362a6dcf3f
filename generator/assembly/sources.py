"""Sources: one bibliographic record for every document, held or only cited."""

from collections.abc import Iterable

from generator.model import Article, Corpus, Source
from generator.schema.sources import SourceRecord


def gather_sources(records: Iterable[SourceRecord], corpus: Corpus) -> dict[str, Source]:
    """Give all sources by id in order; a held article comes before a record with the same id."""
    cited = {record.id: _of_record(record) for record in records}
    held = {article.id: _of_article(article) for article in corpus.articles.values()}
    return dict(sorted((cited | held).items()))


def _of_record(record: SourceRecord) -> Source:
    return Source(
        id=record.id,
        title=record.title,
        publisher=record.publisher,
        published=record.published,
        url=record.url if record.link else None,
        kind=record.kind,
        primary=record.primary,
        ownership=record.ownership,
        origin=record.origin,
        same_as=record.same_as,
        note=record.note,
        withdrawn=record.withdrawn,
        held=False,
    )


def _of_article(article: Article) -> Source:
    return Source(
        id=article.id,
        title=article.title,
        title_by_desk=article.title_by_desk,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        kind=article.kind,
        primary=article.primary,
        ownership=article.ownership,
        origin=article.origin,
        held=True,
    )
