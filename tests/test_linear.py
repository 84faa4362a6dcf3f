"""Hostile texts: twice the text takes about twice the time. No absolute time is asserted, and the ratio is generous."""

from collections.abc import Callable

import pytest

from generator.analysis.foreign import foreign_sentences
from generator.analysis.names.foreign import foreign_mentions
from generator.analysis.names.mentions import find_mentions
from generator.analysis.sentences import find_sentences
from tests.helpers import seconds
from tests.score import corpus_vocabulary

VOCABULARY = corpus_vocabulary()
READERS: dict[str, Callable[[str], object]] = {
    "sentences": find_sentences,
    "mentions": lambda text: find_mentions(text, VOCABULARY),
    "sentences in other languages": lambda text: list(foreign_sentences(text)),
    "names in Russian": lambda text: foreign_mentions(text, "ru", VOCABULARY),
    "names in Hebrew": lambda text: foreign_mentions(text, "he", VOCABULARY),
    "names in Japanese": lambda text: foreign_mentions(text, "ja", VOCABULARY),
}
HOSTILE = (
    ".", "!?", ". ", '."', "U.S. ", "J. ", "Mr. ", "\u2026 ", "a. ", "A", " ", "\n", "- ", "1. ", '?" A ', "Inc. (",
    "AUKUS ", "Pillar ", "Pillars I, ", "first and ", "pillar I and ", "AUKUS pillars of ", "P2 (P2) ", "Pillar 1/1",
    "English, ", "speaks English, ", "Washington and ", "US ", "Japan Of ", "in Japanese ", "Jordan ", "Korea ",
    "https://", "https://a ", "Georgia, ", "New New ", "uncrewed underwater ", "Papua New ", "Guinea-", "of the ",
    "J. Jordan ", "The Australian A ", "\u00ab ", "[1]", ".[1]", "Georgia said ", "Ab.\tCd", "No 10 ", "Athens, Ga., ",
    "\t", "\u00a0", "。", "США", "Южная ", "Австралий", "ובל", "アメリカ", "コンゴ",
)  # fmt: skip
BEGIN = 4_000
GROWTH = 8
WORST = 3.0
"""A quadratic reader would take 8 times as long for each character at 8 times the length."""


@pytest.mark.parametrize("fragment", HOSTILE)
@pytest.mark.parametrize("reader", READERS)
def test_time_grows_with_the_text_and_no_faster(reader: str, fragment: str) -> None:
    read = READERS[reader]
    short = fragment * (BEGIN // len(fragment))
    ratios = (seconds(read, short * GROWTH) / max(seconds(read, short), 1e-4) for _ in range(3))
    assert any(ratio < WORST * GROWTH for ratio in ratios)
