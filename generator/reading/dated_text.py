"""Text seeds: a space, `date YYYY-MM-DD`, a space, then the body without a headline."""

import re

from generator.reading.seed import Delivered

_HEAD = re.compile(r"\s*date (?P<date>\d{4}-\d{2}-\d{2})\s", re.ASCII)


def read_dated_text(data: bytes) -> Delivered | None:
    """Read a text seed; the head is metadata and no part of the body."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    head = _HEAD.match(text)
    return Delivered(body=text[head.end() :], published=head["date"]) if head else None
