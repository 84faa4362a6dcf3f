"""Turns of an interview: who answers, by the label before the answer or by the person whom the opening names."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.analysis.speech.outlets import outlet
from generator.text import Span

ANSWER = "A"
"""Labels the answers of somebody whom only the opening names."""
_LABEL = re.compile(r"(?:\*\*)?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:\*\*)?:(?:\*\*)? ")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y)\b")
_FEW = 2


def find_turns(text: str, spans: Sequence[Span]) -> Mapping[int, str]:
    """Give for each sentence of an answer the label of who answers; nothing where the text is no interview.

    Either paragraphs begin with labels (`Smith: …`, `A: …`), or questions stand alone and what follows them answers.
    Explanations of an outlet's own have the same form; only answers in the first person are somebody's words.
    """
    paragraphs = _paragraphs(text, spans)
    labels = [_LABEL.match(text, spans[first].start) for first, _ in paragraphs]
    names = [label[1] if label else None for label in labels]
    times = Counter(names)
    turns = _turns(text, spans, paragraphs, [name if times[name] >= _FEW else None for name in names])
    answers: dict[str, list[tuple[int, int]]] = {}
    for paragraph, label in zip(paragraphs, turns, strict=True):
        if label is not None:
            answers.setdefault(label, []).append(paragraph)
    return {
        index: label
        for label, turns_of in answers.items()
        if _answers(text, spans, label, turns_of)
        for first, last in turns_of
        for index in range(first, last + 1)
    }


def _paragraphs(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Give the first and last sentence of each paragraph."""
    breaks = [at for at, (one, other) in enumerate(pairwise(spans), start=1) if "\n" in text[one.end : other.start]]
    return [(first, end - 1) for first, end in pairwise([0, *breaks, len(spans)]) if first < end]


def _turns(
    text: str, spans: Sequence[Span], paragraphs: list[tuple[int, int]], labels: list[str | None]
) -> list[str | None]:
    """Give the label of each paragraph: its own, or that of the turn which goes on, up to the last label."""
    asks = [text[spans[last].end - 1] == "?" for _, last in paragraphs]
    if not any(labels):
        if sum(asks) < _FEW:
            return labels
        first = asks.index(True)
        labels = ["Q" if ask else ANSWER if at > first else None for at, ask in enumerate(asks)]
    last = max(at for at, label in enumerate(labels) if label)
    current = None
    for at, label in enumerate(labels[:last]):
        current = label or current
        labels[at] = current
    return labels


def _answers(text: str, spans: Sequence[Span], label: str, turns: list[tuple[int, int]]) -> bool:
    """Say whether the turns of a label are somebody's answers, not an interviewer's questions."""
    words = [text[spans[first].start : spans[last].end] for first, last in turns]
    if label == ANSWER:
        return _FEW * sum(_FIRST_PERSON.search(turn) is not None for turn in words) >= len(turns)
    return not label.isupper() and outlet(label) is None and not all(turn.endswith("?") for turn in words)
