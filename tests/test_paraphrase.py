"""The paraphrase guard: what it must find and must not raise, by cases that anybody can extend."""

from datetime import date

import pytest

from generator.analysis.paraphrase.amounts import find_amounts
from generator.analysis.paraphrase.drift import Cited, Drift, find_drift
from generator.analysis.paraphrase.words import LISTS
from tests.helpers import seconds
from tests.paraphrase_score import FILES, VOCABULARY, judge, precision_and_recall, read_pairs


def _cited(text: str, article: str = "") -> Cited:
    return Cited(
        text=text,
        article=article,
        title="Talks on frigates",
        publisher="The Harbour Post",
        published=date(2024, 3, 6),
    )


def _drift(statement: str, source: str, article: str = "") -> list[Drift]:
    return find_drift(statement, [_cited(source, article)], VOCABULARY)


FLOORS = {"development": (0.92, 0.93), "articles": (0.92, 0.93), "held-out": (0.9, 0.8)}
"""Least precision and recall, by pairs."""


@pytest.mark.parametrize("name", FILES)
def test_faults_are_named_and_sound_statements_left_alone(name: str) -> None:
    precision, recall = precision_and_recall(judge(name))
    assert precision >= FLOORS[name][0], precision
    assert recall >= FLOORS[name][1], recall


@pytest.mark.parametrize("name", FILES)
def test_a_source_does_not_drift_from_itself(name: str) -> None:
    for pair in read_pairs(name):
        assert find_drift(pair.source.text, [pair.source], VOCABULARY) == [], pair.source.text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two dozen", "24"),
        ("a dozen", "twelve"),
        ("€1.5bn", "1.5 billion"),
        ("310,000", "three hundred and ten thousand"),
        ("a fifth", "one in five"),
        ("a tenth", "10 per cent"),
        ("two-thirds", "two thirds"),
        ("the 21st", "the twenty-first"),
        ("twice", "two times"),
        ("3 to 5 billion", "3 billion"),
    ],
)
def test_one_amount_has_many_forms(one: str, other: str) -> None:
    assert find_amounts(one)[0].keys & find_amounts(other)[0].keys


@pytest.mark.parametrize("text", ["one of them", "at first", "F-35", "first-hand", "the A380"])
def test_what_is_no_amount(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("statement", "source", "expected"),
    [
        ("Japan will join.", "Japan may join.", Drift("dropped-hedge", "may")),
        ("Japan will join.", "Japan will not join.", Drift("dropped-negation", "not")),
        ("Twelve ships sailed.", "Up to 12 ships sailed.", Drift("dropped-hedge", "Up to")),
        ("Some 20 ships sailed.", "Some 12 ships sailed.", Drift("added-number", "20")),
        ("Ships sailed on 1 March 2024.", "Ships sailed on 2 March 2024.", Drift("added-date", "1 March 2024")),
        ("Ships sailed for France.", "Ships sailed for Italy.", Drift("added-country", "France")),
        ("Ships sailed for Marseille.", "Ships sailed for Genoa.", Drift("added-name", "Marseille")),
    ],
)
def test_each_kind_of_drift(statement: str, source: str, expected: Drift) -> None:
    assert _drift(statement, source) == [expected]


def test_a_hedge_on_another_matter_does_not_count() -> None:
    assert (
        _drift("Italy sold two frigates.", "Italy sold two frigates, which may be scrapped if nobody repairs them.")
        == []
    )


def test_the_title_and_the_day_of_publication_bear_out_details() -> None:
    assert _drift("On 6 March 2024 talks on Frigates began.", "Talks began.") == []


def test_the_article_bears_out_a_fuller_name_only_where_the_source_has_part_of_it() -> None:
    article = "Prime Minister Fumio Kishida met Olaf Brandt."
    assert _drift("Prime Minister Fumio Kishida spoke.", "Kishida spoke.", article) == []
    assert _drift("The guest, Olaf Brandt, spoke.", "The guest spoke.", article) == [Drift("added-name", "Olaf Brandt")]


def test_a_source_without_the_hedge_absolves_the_statement() -> None:
    early, late = map(_cited, ("Italy may sell ships.", "Italy sold ships."))
    assert find_drift("Italy sold ships.", [early], VOCABULARY)
    assert find_drift("Italy sold ships.", [early, late], VOCABULARY) == []


def test_the_families_of_hedges_fit_together() -> None:
    for family in LISTS["families"]:
        assert set(LISTS["families"]).issuperset(LISTS.get(f"{family} accepts", ()))
        assert not any("*" in words for words in LISTS[family])


@pytest.mark.parametrize(
    "piece", ["one ", "A", "two-", "not ", "A.", "may ", "Aa-", "'", "12,", "if, ", "some of ", "Aa Bb ", "may ship "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    short = piece * (2_000 // len(piece))
    ratios = (seconds(_against_itself, short * 4) / max(seconds(_against_itself, short), 1e-4) for _ in range(3))

    assert any(ratio < 4 * 3 for ratio in ratios)


def _against_itself(text: str) -> list[Drift]:
    return _drift(text, text)
