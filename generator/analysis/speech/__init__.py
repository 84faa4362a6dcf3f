"""Speech: quotations with their speakers, whom each sentence credits, and second-hand reports (READING.md)."""

from collections.abc import Sequence

from generator.analysis.speech.attribution import Credit, Reader
from generator.analysis.speech.marks import Quoted, find_quoted
from generator.analysis.speech.outlets import outlet
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
        (_quotations(text, span, parts, quoted, credit), _attribution(credit, publisher))
        for span, parts, credit in zip(sentences, covers, reader.read(), strict=True)
    )


def _covers(sentences: Sequence[Span], quoted: list[Quoted]) -> list[list[tuple[int, Span]]]:
    """Give for each sentence the numbers of the quotations of which it holds a part, with the words of the part."""
    covers: list[list[tuple[int, Span]]] = [[] for _ in sentences]
    first = 0
    for number, found in enumerate(quoted):
        for outer, inner in zip(found.outer, found.parts, strict=True):
            while first < len(sentences) and sentences[first].end <= outer.start:
                first += 1
            at = first
            while at < len(sentences) and sentences[at].start < outer.end:
                covers[at].append((number, inner))
                at += 1
    return covers


def _quotations(
    text: str, sentence: Span, parts: list[tuple[int, Span]], quoted: list[Quoted], credit: Credit
) -> tuple[Quotation, ...]:
    found = []
    for number, part in parts:
        start, end = max(part.start, sentence.start), min(part.end, sentence.end)
        words = text[start:end]
        if quoted[number].long and any(character.isalnum() for character in words):
            start += len(words) - len(words.lstrip())
            speaker = credit.quoted[number]
            found.append(Quotation(Span(start, start + len(words.strip())), speaker.words if speaker else None))
    return tuple(found)


def _attribution(credit: Credit, publisher: str | None) -> Attribution | None:
    """Give a sentence's attribution; None for the reporter's own voice."""
    speaker = credit.speaker.words if credit.speaker is not None else None
    if speaker is None and credit.reported_by is None:
        return None
    is_outlet_itself = credit.reported_by is not None and speaker is not None and outlet(speaker) == credit.reported_by
    links = (publisher, credit.reported_by, None if is_outlet_itself else speaker)
    return Attribution(
        speaker=speaker,
        anonymous=credit.speaker is not None and credit.speaker.is_anonymous,
        reported_by=credit.reported_by,
        chain=tuple(link for link in links if link is not None),
    )
