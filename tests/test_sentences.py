"""Sentences: the cases in `tests/cases/sentences.md`, and what holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.sentences import find_sentences
from tests.cases import read_cases
from tests.helpers import PROJECT

CASES = read_cases(PROJECT / "tests" / "cases" / "sentences.md")


@pytest.mark.parametrize(("line", "title", "text", "expected"), CASES, ids=lambda value: str(value)[:50])
def test_a_text_has_the_sentences(line: int, title: str, text: str, expected: str) -> None:
    found = "\n".join(text[span.start : span.end] for span in find_sentences(text))
    assert found == expected, f"line {line}: {title}"


@given(st.text(alphabet='A\u00e91 .!?\u2026"\u201d)-*\n\t', max_size=60))
def test_sentences_lie_in_order_and_hold_every_word(text: str) -> None:
    spans = find_sentences(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    outside = set(range(len(text))) - {place for span in spans for place in range(span.start, span.end)}
    assert not any(text[place].isalpha() for place in outside)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
