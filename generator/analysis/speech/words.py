"""A sentence as words and marks, with what is quoted in it folded to one mark each."""

import re
from bisect import bisect_left

from generator.analysis.speech.lists import listed, tree
from generator.text import Span

QUOTE = "\x01"
"""Stands in the masked text for each character of a quotation and its marks; the body itself holds no controls."""

_ABBREVIATIONS = listed("""
Mr Mrs Ms Dr Prof Rev Fr Sen Rep Gov Lt Gen Adm Brig Maj Col Capt Cmdr Cdr Cpl Sgt Pvt Insp Supt Det Hon Jr Sr St Messrs
Mme Mlle Ltd Inc Corp Co Bros Dept No vs Sept Oct Nov Dec Jan Feb Mar Apr Aug Ph.D M.D
""")
_LONGEST_ASIDE = 14
_WORD = re.compile(
    rf"{QUOTE}+"
    r"|(?:[A-Z]\.)+(?!\w)"
    rf"|{tree(_ABBREVIATIONS)}\."
    r"|[^\W_]+(?:[-'’.&/][^\W_]+)*(?:['’](?=\s))?"
    r"|[^\w\s]"
)


class Sentence:
    """A sentence's words, as they stand and in lower case, with their places in the body."""

    __slots__ = ("has_quote", "lower", "matches", "span", "text", "words")

    def __init__(self, text: str, span: Span) -> None:
        """Take a span of the masked body."""
        self.text = text
        self.span = span
        self.matches = list(_WORD.finditer(text, span.start, span.end))
        if text.find("(", span.start, span.end) >= 0:
            self.matches = _without_asides(self.matches)
        self.words = [match[0] for match in self.matches]
        self.has_quote = text.find(QUOTE, span.start, span.end) >= 0
        self.lower = [word.lower() for word in self.words]
        if text.find("\u2019", span.start, span.end) >= 0:
            self.lower = [word.replace("\u2019", "'") for word in self.lower]

    def __len__(self) -> int:
        return len(self.words)

    def is_quote(self, index: int) -> bool:
        """Say whether a quotation stands at this place."""
        return 0 <= index < len(self.words) and self.words[index][0] == QUOTE

    def has_capital(self, index: int) -> bool:
        """Say whether the word begins with a capital."""
        return self.words[index][0].isupper()

    def index_at(self, position: int) -> int:
        """Give the number of the word that begins at a place of the body."""
        return bisect_left(self.matches, position, key=re.Match.start)

    def is_start(self, index: int) -> bool:
        """Say whether the word begins the sentence, so that its capital tells nothing."""
        return index == 0 or (index == 1 and not self.words[0][0].isalnum())

    def string(self, first: int, last: int) -> str:
        """Give the words of the article from the first to the last, both included."""
        return self.text[self.matches[first].start() : self.matches[last].end()]


def _without_asides(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out short parentheses, as in `Rep. Barney Frank (D., Mass.) said`, unless they are the sentence."""
    kept: list[re.Match[str]] = []
    opening: int | None = None
    for match in matches:
        kept.append(match)
        if match[0] == "(" and len(kept) > 1:
            opening = len(kept) - 1
        elif match[0] == ")" and opening is not None:
            if len(kept) - opening <= _LONGEST_ASIDE:
                del kept[opening:]
            opening = None
    return kept


def masked(text: str, outer: list[Span]) -> str:
    """Put QUOTE in the place of every character that is quoted; offsets stay."""
    parts: list[str] = []
    position = 0
    for span in outer:
        parts += (text[position : span.start], QUOTE * (span.end - span.start))
        position = span.end
    parts.append(text[position:])
    return "".join(parts)
