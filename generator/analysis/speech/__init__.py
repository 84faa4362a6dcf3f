"""Speech: quotations with their speakers, whom each sentence credits, and second-hand reports (READING.md)."""

from collections.abc import Sequence

from generator.analysis.speech.attribution import Reader
from generator.analysis.speech.credits import Credit, attribution
from generator.analysis.speech.marks import Quoted, find_quoted
from generator.analysis.speech.words import masked
from generator.model import Attribution, Quotation
from generator.text import Span


def find_speech(
    text: str, sentences: Sequence[Span], publisher: str | None
) -> tuple[tuple[tuple[Quotation, ...], Attribution | None], ...]:
    """Give each sentence's quotations and its attribution, in order; a pure function of its arguments."""
    quoted = find_quoted(text)
    folded = masked(text, [span for found in quoted for span in found.outer])
    covers = _covers(sentences, quoted)
    reader = Reader(folded, sentences, quoted, [[number for number, _ in parts] for parts in covers], publisher)
    return tuple(
        (_quotations(text, span, parts, quoted, credit) if parts else (), attribution(credit, publisher))
        for span, parts, credit in zip(sentences, covers, reader.read(), strict=True)
    )


def _covers(sentences: Sequence[Span], quoted: list[Quoted]) -> list[list[tuple[int, Span]]]:
    """Give for each sentence the numbers of the quotations of which it holds a part, with the words of the part."""
    parts = [
        (outer, inner, number)
        for number, found in enumerate(quoted)
        for outer, inner in zip(found.outer, found.parts, strict=True)
    ]
    covers: list[list[tuple[int, Span]]] = []
    first = 0
    for span in sentences:
        while first < len(parts) and parts[first][0].end <= span.start:
            first += 1
        index = first
        here: list[tuple[int, Span]] = []
        while index < len(parts) and parts[index][0].start < span.end:
            here.append((parts[index][2], parts[index][1]))
            index += 1
        covers.append(here)
    return covers


def _quotations(
    text: str, sentence: Span, parts: list[tuple[int, Span]], quoted: list[Quoted], credit: Credit
) -> tuple[Quotation, ...]:
    found = []
    for number, part in parts:
        span = _trimmed(text, max(part.start, sentence.start), min(part.end, sentence.end))
        if span is not None and quoted[number].long:
            speaker = credit.quoted[number]
            found.append(Quotation(span, speaker.words if speaker else None))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end] if start < end else ""
    bare = piece.strip()
    if not any(character.isalnum() for character in bare):
        return None
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(bare))
