"""The score itself: how a mark counts as found, and the development articles as a floor under what was reached."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.text import Span
from tests.annotated import Annotated, Mark, found_marks, read_annotated
from tests.score import CORPUS, Tally, compare, corpus_vocabulary, moved

ARTICLES = sorted((CORPUS / "development").glob("*.yml"))
FLOORS = {"sentence ends": 0.985, "countries": 0.97, "pillars": 0.98, "topics": 0.98}


def test_a_tally_gives_precision_recall_and_f1() -> None:
    tally = Tally(right=6, missed=2, spurious=4)
    assert (tally.precision, tally.recall) == (0.6, 0.75)
    assert tally.f1 == pytest.approx(2 / 3)
    assert Tally().f1 == 1


def test_a_date_on_overlapping_words_counts_once() -> None:
    marked = frozenset({Mark(Span(0, 10), "2024")})
    found = frozenset({Mark(Span(2, 6), "2024"), Mark(Span(7, 9), "2024"), Mark(Span(0, 10), "2025")})
    assert sorted(moved(found, marked) & marked) == sorted(marked)
    assert len(moved(found, marked)) == 3


def test_marks_of_both_pillars_stand_on_the_same_words(tmp_path: Path) -> None:
    path = tmp_path / "article.yml"
    path.write_text(
        "kind: wire\npublished: '2024-03-06'\npublisher: null\ntext: US and US on both pillars.\nsentences:\n"
        "  - words: US and US on both pillars.\n"
        "    countries: [{id: US, words: US}, {id: US, words: US}]\n"
        "    pillars: [{id: pillar-1, words: both pillars}, {id: pillar-2, words: both pillars}]\n"
    )
    marks = read_annotated(path).marks
    assert marks["countries"] == {Mark(Span(0, 2), "US"), Mark(Span(7, 9), "US")}
    assert {mark.span for mark in marks["pillars"]} == {Span(13, 25)}


def test_nothing_read_is_nothing_found() -> None:
    assert found_marks([], (Span(0, 1),)) == {}


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    vocabulary = corpus_vocabulary()
    found: dict[str, Tally] = {}
    for annotated in _articles():
        for comparison in compare(annotated, vocabulary):
            found[comparison.label] = found.get(comparison.label, Tally()) + comparison.tally
    return found


def _articles() -> Iterator[Annotated]:
    return map(read_annotated, ARTICLES)


@pytest.mark.parametrize("label", FLOORS)
def test_reading_finds_at_least_as_much_as_was_reached(label: str, tallies: dict[str, Tally]) -> None:
    assert tallies[label].f1 >= FLOORS[label]
