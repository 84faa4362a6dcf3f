"""Analysis: from articles to passages with the countries, pillars, topics and dates that they mention."""

from collections.abc import Mapping

from generator.analysis.dates import find_dates
from generator.analysis.sentences import find_sentences
from generator.analysis.vocabulary import Vocabulary
from generator.model import Article, Corpus, Mention, Passage
from generator.text import Span


def analyse(articles: Mapping[str, Article], vocabulary: Vocabulary) -> Corpus:
    """Find the passages of all articles, and what each mentions."""
    passages = {article_id: analyse_article(article, vocabulary) for article_id, article in articles.items()}
    return Corpus(articles=articles, passages=passages)


def analyse_article(article: Article, vocabulary: Vocabulary) -> tuple[Passage, ...]:
    """Find the passages of one article; a pure function of its text, its date and the vocabulary."""
    published = article.published.last
    mentions = vocabulary.find(article.text)
    dates = find_dates(article.text, published)
    return tuple(
        Passage(
            article=article.id,
            number=number,
            span=span,
            countries=_inside(mentions["country"], span),
            pillars=_inside(mentions["pillar"], span),
            topics=_inside(mentions["topic"], span),
            partnership=_inside(mentions["partnership"], span),
            dates=tuple(found for found in dates if found.span.within(span)),
        )
        for number, span in enumerate(find_sentences(article.text), start=1)
    )


def _inside(mentions: list[Mention], span: Span) -> tuple[Mention, ...]:
    return tuple(mention for mention in mentions if mention.span.within(span))
