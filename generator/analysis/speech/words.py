"""A sentence as words and marks, with what is quoted in it folded to one mark each."""

import re
from bisect import bisect_left

from generator.analysis.speech.lexicon import words
from generator.text import Span

QUOTE = "\x01"
"""Stands in the masked text for each character of a quotation and its marks; the body itself holds no controls."""
_WORD = re.compile(
    rf"{QUOTE}+"
    r"|\((?<=[\w.] \()[^()]{1,80}\)"
    r"|(?:[A-Z]\.)+(?!\w)"
    rf"|(?=[A-Zv])(?:{'|'.join(sorted(words('abbreviations')))})\."
    r"|[^\W_]+(?:[-'’.&/][^\W_]+)*(?:['’](?=\s))?"
    r"|[^\w\s]"
)


class Sentence:
    """A sentence's words, as they stand and in lower case, with their places in the body.

    Short parentheses inside it are left out, as in `Rep. Barney Frank (D., Mass.) said`.
    """

    __slots__ = ("has_quote", "lower", "matches", "span", "text", "words")

    def __init__(self, text: str, span: Span) -> None:
        """Take a span of the masked body."""
        self.text = text
        self.span = span
        found = _WORD.finditer(text, span.start, span.end)
        self.matches = [match for match in found if match[0][0] != "(" or len(match[0]) == 1]
        self.words = [match[0] for match in self.matches]
        self.lower = [word.lower() for word in self.words]
        if text.find("\u2019", span.start, span.end) >= 0:
            self.lower = [word.replace("\u2019", "'") for word in self.lower]
        self.has_quote = text.find(QUOTE, span.start, span.end) >= 0

    def __len__(self) -> int:
        return len(self.words)

    def at(self, index: int) -> str:
        """Give a word in lower case; nothing beyond the ends."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def is_quote(self, index: int) -> bool:
        """Say whether a quotation stands at this place."""
        return self.at(index).startswith(QUOTE)

    def has_capital(self, index: int) -> bool:
        """Say whether there is a word here that begins with a capital."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def is_word(self, index: int) -> bool:
        """Say whether there is a word here, not a mark or a quotation."""
        return self.at(index)[:1].isalnum()

    def owns(self, index: int) -> bool:
        """`Labour's`."""
        return self.at(index).endswith("'s")

    def index_at(self, position: int) -> int:
        """Give the number of the word that begins at a place of the body."""
        return bisect_left(self.matches, position, key=re.Match.start)

    def is_start(self, index: int) -> bool:
        """Say whether the word begins the sentence, so that its capital tells nothing."""
        return index == 0 or (index == 1 and not self.is_word(0)) or self.lower[index - 1] == ":"

    def string(self, first: int, last: int) -> str:
        """Give the words of the article from the first to the last, both included."""
        return self.text[self.matches[first].start() : self.matches[last].end()]


def masked(text: str, outer: list[Span]) -> str:
    """Put QUOTE in the place of every character that is quoted; offsets stay."""
    parts: list[str] = []
    position = 0
    for span in outer:
        parts += (text[position : span.start], QUOTE * (span.end - span.start))
        position = span.end
    return "".join([*parts, text[position:]])
