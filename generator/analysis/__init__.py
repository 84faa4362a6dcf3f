"""Analysis: from an article to its passages with what each of them mentions, quotes, credits and looks ahead to."""

from generator.analysis.dates import find_dates
from generator.analysis.foreign import analyse_foreign
from generator.analysis.names.foreign import base_code
from generator.analysis.names.mentions import find_mentions
from generator.analysis.names.vocabulary import Vocabulary
from generator.analysis.outlook import is_outlook
from generator.analysis.sentences import find_sentences
from generator.analysis.sharing import naming, shared
from generator.analysis.speech import find_speech
from generator.model import Article, Passage


def analyse_article(article: Article, vocabulary: Vocabulary) -> tuple[Passage, ...]:
    """Find the passages of one article; a pure function of its text, its dates and the vocabulary."""
    if base_code(article.language) != "en":
        return analyse_foreign(article, vocabulary)
    published = article.published.last
    spans = find_sentences(article.text)
    mentions = find_mentions(article.text, vocabulary)
    dates = find_dates(article.text, published, spans)
    speech = find_speech(article.text, spans, article.publisher)
    return tuple(
        passage._replace(
            dates=said,
            quotes=quotes,
            attribution=attribution,
            outlook=is_outlook(article.text, passage.span, said, published),
        )
        for passage, (quotes, attribution), said in zip(
            naming(article.id, spans, mentions), speech, shared(dates, spans), strict=True
        )
    )
