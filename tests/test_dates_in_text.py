"""Dates in a text resolve as the cases say, and hostile text costs no more than long text."""

import re
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.analysis.dates import RULES, find_dates
from generator.analysis.dates.context import Rule
from generator.analysis.sentences import find_sentences
from generator.text import Span
from tests.cases import read_cases

PUBLISHED = date(2024, 3, 6)
CASES = read_cases(Path(__file__).parent / "cases" / "dates.md")
OWN_DAY = re.compile(r"\[(\d{4}-\d\d-\d\d)\] ")


def read(given: str) -> str:
    own = OWN_DAY.match(given)
    text = given[own.end() :] if own else given
    published = date.fromisoformat(own[1]) if own else PUBLISHED
    found = find_dates(text, published, find_sentences(text))
    return "\n".join(f"{text[one.span.start : one.span.end]} = {one.edtf.text}" for one in found) or "none"


@pytest.mark.parametrize(("line", "title", "given", "expected"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_dates_read_as_the_case_says(line: int, title: str, given: str, expected: str) -> None:
    assert read(given) == expected, f"line {line}: {title}"


@pytest.mark.parametrize(
    "rule", {rule.name: rule for rules in RULES.values() for rule in rules}.values(), ids=lambda rule: rule.name
)
def test_each_rule_has_an_example_that_it_matches(rule: Rule) -> None:
    assert rule.pattern.search(rule.example)


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("2024-03-06", "day"), ("2024-03", "month"), ("2024-21", "season"), ("2024-33", "quarter"), ("2024-41", "half"),
        ("2024", "year"), ("203X", "decade"), ("20XX", "century"), ("2024-03-04/2024-03-10", "interval"),
    ],
)  # fmt: skip
def test_a_date_tells_its_granularity(text: str, granularity: str) -> None:
    assert edtf.parse(text).granularity == granularity


HOSTILE = (
    "the early mid late ", "8 April - ", "1990-", "from 3 to ", "two and a half ", "Monday, ", "ed ",
    "a year and a half ", "the the of the end of the ",
    "may ", "May May ", "20", "'90s the ", "in one in two ", "-", "[a](", "8/4/2024 ",
    "has been a a ", "planned a b c d to ", "the first quarter of the ", "Sept. ", "I ", "(", "\u00a0", "expected to ",
    "said the on ", "8, 9 and ",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(words: str) -> None:
    def seconds(length: int) -> float:
        text = (words * (length // len(words) + 1))[:length] + " on Monday"
        sentences = (Span(0, len(text)),)
        begin = time.process_time()
        find_dates(text, PUBLISHED, sentences)
        return time.process_time() - begin

    short, long = min(seconds(10_000) for _ in range(3)), min(seconds(80_000) for _ in range(2))
    assert long < 40 * max(short, 0.001)


WORDS = sorted(
    {word for rules in RULES.values() for rule in rules for word in rule.example.split()} | {"-", ".", "30", "or"}
)


@settings(max_examples=150)
@given(words=st.lists(st.sampled_from(WORDS), max_size=40), published=st.dates())
def test_dates_stand_in_order_each_in_one_sentence(words: list[str], published: date) -> None:
    text = " ".join(words)
    sentences = find_sentences(text)

    found = [one.span for one in find_dates(text, published, sentences)]

    assert found == sorted(found)
    assert not any(one.overlaps(following) for one, following in pairwise(found))
    assert all(any(one.within(sentence) for sentence in sentences) for one in found)
