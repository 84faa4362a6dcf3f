"""Articles in other languages than English: sentences, and who and what they name; nothing else is read.

Dates, speech and outlook are left out, since their rules are English; the article's page says so.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.analysis.names.foreign import foreign_mentions
from generator.analysis.names.vocabulary import Vocabulary
from generator.analysis.sentences import find_sentences
from generator.analysis.sharing import naming
from generator.model import Article, Passage
from generator.text import Span

_STOP: Final = re.compile(r"[。！？｡।؟۔]+[\"'\u201d\u2019」』）)]*\s*")
"""Full stops of other scripts; no space needs to follow."""


def analyse_foreign(article: Article, vocabulary: Vocabulary) -> tuple[Passage, ...]:
    """Find the passages of an article in another language; a pure function of its text, language and vocabulary."""
    spans = list(foreign_sentences(article.text))
    mentions = foreign_mentions(article.text, article.language, vocabulary)
    return tuple(naming(article.id, spans, mentions))


def foreign_sentences(text: str) -> Iterator[Span]:
    """Give the spans of sentences: as in English, and at the full stops of other scripts."""
    for span in find_sentences(text):
        start = span.start
        for stop in _STOP.finditer(text, span.start, span.end):
            yield Span(start, stop.start() + len(stop.group().rstrip()))
            start = stop.end()
        if start < span.end:
            yield Span(start, span.end)
