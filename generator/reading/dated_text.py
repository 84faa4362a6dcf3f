"""Text seeds: a space, `date YYYY-MM-DD`, a space, then the body without a headline; and text without a head."""

import re

from generator.reading.seed import Delivered, Raw

_WORD = re.compile(r"\S")
_HEAD = re.compile(r"\s*date (?P<date>\d{4}-\d{2}-\d{2})\s", re.ASCII)


def read_dated_text(raw: Raw) -> tuple[Delivered, ...] | None:
    """Read a text seed; the head is metadata and no part of the body."""
    head = _HEAD.match(raw.text)
    if head is None:
        return None
    return (Delivered(body=raw.text[head.end() :], published=head["date"], line=_line(raw.text, head.end())),)


def read_plain_text(raw: Raw) -> tuple[Delivered, ...] | None:
    """Read any other text as a body; all else must stand in the sidecar."""
    if not raw.text:
        return None
    return (Delivered(body=raw.text, line=_line(raw.text), hint="a text seed begins with ` date YYYY-MM-DD `; "),)


def _line(text: str, start: int = 0) -> int:
    """Give the line on which the first word at or after an offset stands."""
    word = _WORD.search(text, start)
    return text.count("\n", 0, word.start() if word else start) + 1
