"""Made versions of articles, as papers make them of a wire story; from a seeded generator, so always the same."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeAlias

from generator.model import Article
from tests.annotated import read_annotated
from tests.helpers import PROJECT

SEED = 20261125
_PUBLISHERS = ("The Daily Courier", "Northern Star", "Sydney Evening Mail", "Harbour Times", "Capital Post")
_HEADLINES = (
    "What we know so far",
    "Ministers meet as pressure grows",
    "Deal within reach, officials say",
    "World in brief",
)
_SWAPS = {
    "said": "told reporters", "but": "though", "about": "around", "also": "too", "government": "administration",
    "would": "will", "its": "their", "last": "past", "new": "fresh", "more": "further", "people": "residents",
}  # fmt: skip
_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})
Change: TypeAlias = Callable[[str, random.Random], str]


@cache
def developed() -> tuple[Article, ...]:
    """Give the annotated articles that development may look at."""
    return tuple(read_annotated(path).article for path in sorted((PROJECT / "tests/corpus/development").glob("*.yml")))


def publisher_line(text: str, chance: random.Random) -> str:
    """Put another paper's line at the top or the end."""
    paper = chance.choice(_PUBLISHERS)
    lines = (f"By staff writers and agencies, {paper}\n\n{text}", f"{text}\n\n© {paper}. All rights reserved.")
    return chance.choice(lines)


def headline(text: str, chance: random.Random) -> str:
    """Put another headline in place of the first line, or above it."""
    first, _, rest = text.partition("\n")
    return f"{chance.choice(_HEADLINES)}\n{rest if len(first) < 90 else text}"


def cut(text: str, chance: random.Random) -> str:
    """Cut paragraphs, mostly at the end; a half of the words stays at least."""
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    enough = len(text) / 2
    for _ in range(chance.randrange(1, max(2, len(paragraphs)))):
        index = len(paragraphs) - 1 if chance.random() < 0.7 else chance.randrange(len(paragraphs))
        rest = paragraphs[:index] + paragraphs[index + 1 :]
        if sum(map(len, rest)) < enough:
            break
        paragraphs = rest
    return "\n\n".join(paragraphs)


def typography(text: str, _: random.Random) -> str:
    """Set plain quotation marks and dashes, and other line ends."""
    return re.sub(r"\n+", "\n", text.translate(_TYPOGRAPHY))


def small_edits(text: str, chance: random.Random) -> str:
    """Put another word in place of about one in fifty, and drop one in two hundred."""
    words = text.split(" ")
    edited = []
    for word in words:
        if chance.random() < 1 / 200:
            continue
        edited.append(_SWAPS.get(word, word) if chance.random() < 1 / 3 else word)
    return " ".join(edited)


def correction_note(text: str, chance: random.Random) -> str:
    """Say at the end, or at the top, that something was corrected."""
    note = "Correction: an earlier version of this article misstated the day of the meeting. It has been amended."
    return f"{note}\n\n{text}" if chance.random() < 0.3 else f"{text}\n\n{note}"


CHANGES: tuple[Change, ...] = (publisher_line, headline, cut, typography, small_edits, correction_note)


def variations(articles: Sequence[Article], count: int) -> Iterator[tuple[Article, Article]]:
    """Give articles, each with a version of it that one to four changes have made."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    for number in range(count):
        article = articles[number % len(articles)]
        yield article, replace(article, id=f"{article.id}-copy", text=varied(article.text, chance))


def varied(text: str, chance: random.Random) -> str:
    """Change a text once to four times, each time in another way."""
    for change in chance.sample(CHANGES, chance.randint(1, 4)):
        text = change(text, chance)
    return text


def different(articles: Sequence[Article], count: int) -> Iterator[tuple[Article, Article]]:
    """Give versions of two different articles; of each third pair both carry the same paragraph of background."""
    chance = random.Random(SEED + 1)  # noqa: S311 - no secret
    for number in range(count):
        one, other, third = chance.sample(articles, 3)
        background = max(third.text.split("\n"), key=len) if number % 3 == 0 else ""
        yield tuple(replace(a, text=f"{varied(a.text, chance)}\n{background}") for a in (one, other))  # type: ignore[misc]
