"""A sentence looks ahead where the cases say so, each rule takes its own example, and long text costs in proportion."""

import re
import time
from datetime import date
from pathlib import Path

import pytest

from generator.analysis.dates import find_dates
from generator.analysis.outlook import is_outlook
from generator.analysis.outlook.rules import CUE, RULES, Rule
from generator.analysis.sentences import find_sentences
from generator.text import Span
from tests.cases import read_cases

PUBLISHED = date(2024, 3, 6)
CASES = read_cases(Path(__file__).parent / "cases" / "outlook.md")
OWN_DAY = re.compile(r"\[(\d{4}-\d\d-\d\d)\] ")


def looks_ahead(given: str) -> bool:
    own = OWN_DAY.match(given)
    text = given[own.end() :] if own else given
    published = date.fromisoformat(own[1]) if own else PUBLISHED
    sentences = find_sentences(text)
    dates = find_dates(text, published, sentences)
    return any(is_outlook(text, span, [one for one in dates if one.span.within(span)], published) for span in sentences)


@pytest.mark.parametrize(("line", "title", "given", "expected"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_a_sentence_looks_ahead_as_the_case_says(line: int, title: str, given: str, expected: str) -> None:
    assert looks_ahead(given) == (expected == "true"), f"line {line}: {title}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_takes_its_own_example(rule: Rule) -> None:
    assert any(RULES[int((cue.lastgroup or "")[1:])] is rule for cue in CUE.finditer(rule.example))


HOSTILE = (
    "will ",
    "he said it would ",
    "is to ",
    "was due to ",
    "could not ",
    "agreed ",
    "if had ",
    "“would ",
    "? will ",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(words: str) -> None:
    def seconds(length: int) -> float:
        text = (words * (length // len(words) + 1))[:length]
        begin = time.process_time()
        is_outlook(text, Span(0, len(text)), (), PUBLISHED)
        return time.process_time() - begin

    short, long = min(seconds(10_000) for _ in range(3)), min(seconds(80_000) for _ in range(2))
    assert long < 40 * max(short, 0.001)
