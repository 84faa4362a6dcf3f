"""Quotations, speakers and second-hand reports, by the cases in cases/speech.md; and hostile input."""

import random
import time
from collections.abc import Callable, Iterator

import pytest

from generator.analysis.sentences import find_sentences
from generator.analysis.speech import find_speech
from generator.model import Attribution, Quotation
from generator.text import Span
from tests.cases import read_cases
from tests.helpers import PROJECT

CASES = read_cases(PROJECT / "tests" / "cases" / "speech.md")
SHOWN = 4


def shown(given: str) -> Iterator[str]:
    """Give a line for each quotation and each attribution; a first line `Publisher: X` is no part of the body."""
    publisher, text = None, given
    if given.startswith("Publisher: "):
        publisher, _, text = given.removeprefix("Publisher: ").partition("\n")
    for number, (quotations, attribution) in enumerate(find_speech(text, find_sentences(text), publisher), start=1):
        for quotation in quotations:
            words = text[quotation.span.start : quotation.span.end].split()
            start = " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
            yield f"{number} “{start}” — {quotation.speaker or 'nobody'}"
        if attribution is not None:
            marks = " anonymous" * attribution.anonymous
            via = f" via {attribution.reported_by}" if attribution.reported_by else ""
            yield f"{number}: {attribution.speaker or '-'}{marks}{via}"


@pytest.mark.parametrize(("line", "title", "given", "expected"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES])
def test_case(line: int, title: str, given: str, expected: str) -> None:
    assert "\n".join(shown(given)) == expected, f"speech.md:{line} {title}"


def test_the_chain_goes_from_the_publisher_inwards() -> None:
    text = "Nikkei reported on Saturday, quoting unnamed US officials, that a deal was near."
    ((_, attribution),) = find_speech(text, find_sentences(text), "AFP")
    assert attribution is not None
    assert attribution.chain == ("AFP", "Nikkei", "unnamed US officials")


def test_offsets_leave_the_marks_out_and_parts_stay_in_their_sentences() -> None:
    text = "“We looked. The box was empty,” Cole said."
    found = [
        text[quotation.span.start : quotation.span.end] for quotations, _ in speech(text) for quotation in quotations
    ]
    assert found == ["We looked.", "The box was empty,"]


def speech(text: str) -> tuple[tuple[tuple[Quotation, ...], Attribution | None], ...]:
    return find_speech(text, find_sentences(text), None)


HOSTILE: dict[str, Callable[[int], str]] = {
    "opening marks": lambda size: "“" * size,
    "straight marks": lambda size: '"' * size,
    "opening marks before words": lambda size: "“a b c " * size,
    "marks within marks": lambda size: "“" * size + "”" * size,
    "marks that open paragraphs": lambda size: "“a b c\n\n" * size,
    "names and commas": lambda size: "Smith, " * size + "said",
    "names": lambda size: "Smith " * size + "said",
    "names that say": lambda size: "Smith said, " * size,
    "pronouns that say": lambda size: "“a b c,” he said, " * size,
    "verbs": lambda size: "said " * size,
    "relatives": lambda size: "a man who said " * size,
    "insertions": lambda size: ", a man, who, " * size + " said",
    "prepositions": lambda size: "the head of " * size + " said",
    "outlets": lambda size: "told Daily " * size,
    "a long word": lambda size: "A-" * size + " said",
    "initials": lambda size: "A." * size + " said",
    "exclamation": lambda size: "“" + "!" * size + "” said he",
}
SMALL, TIMES, SLACK = 1000, 8, 4


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    small, large = (_seconds(HOSTILE[name](size)) for size in (SMALL, SMALL * TIMES))
    assert large < max(small, 0.01) * TIMES * SLACK


def _seconds(text: str) -> float:
    whole = [Span(0, len(text))]
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        find_speech(text, whole, None)
        best = min(best, time.process_time() - start)
    return best


def test_whatever_is_read_stands_in_its_sentence() -> None:
    chance = random.Random(7)  # noqa: S311 - a seed, so that every run reads the same texts
    words = " ".join(given for _, _, given, _ in CASES).split()
    marks = ["“", "”", '"', "(", ")", ",", ":", "—", "said", "who", "he", "\n\n"]
    for _ in range(500):
        text = " ".join(chance.choices(words + marks * 40, k=60)).strip()
        for sentence, (quotations, attribution) in zip(find_sentences(text), speech(text), strict=True):
            assert all(quotation.span.within(sentence) for quotation in quotations)
            assert attribution is None or attribution.speaker or attribution.reported_by
            assert attribution is None or (attribution.speaker or "") in text
