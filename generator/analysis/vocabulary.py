"""The vocabulary: the names under which countries, pillars, topics and the partnership are looked for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.model import Mention
from generator.schema.subjects import Country, Partnership, Pillar, Subject, Topic
from generator.text import Span

Kind: TypeAlias = Literal["country", "pillar", "topic", "partnership"]
KINDS: tuple[Kind, ...] = ("country", "pillar", "topic", "partnership")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names with what they mean, compiled into one pattern: case-sensitive, longest name first, whole words."""

    meaning: Mapping[str, tuple[Kind, str]]
    pattern: re.Pattern[str]

    def find(self, text: str) -> dict[Kind, list[Mention]]:
        """Give the mentions in a text by kind, each in order; a longer name hides the shorter ones inside it."""
        found: dict[Kind, list[Mention]] = {kind: [] for kind in KINDS}
        for match in self.pattern.finditer(text):
            kind, subject = self.meaning[match.group()]
            found[kind].append(Mention(Span(*match.span()), subject))
        return found


def compile_vocabulary(
    partnership: Partnership, countries: Iterable[Country], pillars: Iterable[Pillar], topics: Iterable[Topic]
) -> Vocabulary:
    """Compile the names and aliases of the content files."""
    meaning: dict[str, tuple[Kind, str]] = {}
    for name in (partnership.name, *partnership.aliases):
        meaning[name] = ("partnership", partnership.name)
    kinds: tuple[tuple[Kind, Iterable[Subject]], ...] = (
        ("country", countries),
        ("pillar", pillars),
        ("topic", topics),
    )
    for kind, records in kinds:
        for record in records:
            meaning |= dict.fromkeys((record.name, *record.aliases), (kind, record.id))
    names = sorted(meaning, key=lambda name: (-len(name), name))
    alternatives = "|".join(re.escape(name) for name in names) or r"(?!)"
    return Vocabulary(meaning, re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)"))
