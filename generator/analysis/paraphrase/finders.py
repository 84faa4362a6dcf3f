"""How the guard finds countries and dates: as reading does."""

from generator.analysis.dates import find_dates
from generator.analysis.names.mentions import find_mentions
from generator.analysis.names.vocabulary import Vocabulary
from generator.analysis.paraphrase.drift import Finders
from generator.analysis.sentences import find_sentences


def finders_of(vocabulary: Vocabulary) -> Finders:
    """Give the finders with a vocabulary's names."""
    return Finders(
        countries=lambda text: find_mentions(text, vocabulary).countries,
        dates=lambda text, published: find_dates(text, published, find_sentences(text)),
    )
