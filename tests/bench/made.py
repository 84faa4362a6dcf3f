"""Made sites and archives: the project's own content, with articles and facts put together from real sentences."""

import json
import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from tests.helpers import PROJECT, copy_site

FACTS: Final = 1_000
"""A desk does not write more statements because its archive grows."""
CHARACTERS: Final = 1_500
"""Of an article, as agencies write them."""
_EACH: Final = 7
"""Every so manyth word is drawn anew, so that no two articles are copies of each other."""
_COUNTRIES: Final = ("AU", "CA", "CN", "DE", "FR", "GB", "ID", "IN", "JP", "KR", "MY", "NZ", "PH", "RU", "SG", "US")
_PILLARS: Final = ("pillar-1", "pillar-2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An article as it will be delivered, in sentences."""

    number: int
    sentences: tuple[str, ...]
    statement: str
    """What a desk might make of it."""

    @property
    def id(self) -> str:
        return f"made-{self.number}"

    @property
    def date(self) -> str:
        return f"{2021 + self.number % 5}-{self.number % 12 + 1:02}-{self.number % 28 + 1:02}"

    @property
    def seed(self) -> str:
        return f" date {self.date} {' '.join(self.sentences)}\n"

    @property
    def sidecar(self) -> str:
        lines = (f"id: {self.id}", f"title: Made report {self.number}", f"publisher: Wire {self.number % 9}")
        return "\n".join((*lines, "kind: wire", "rights: full", ""))


def made_article(number: int, characters: int) -> Made:
    """Give an article of about this length; the same for the same number."""
    drawn = random.Random(number)  # noqa: S311 - the same words each time
    sentences: list[str] = []
    while sum(map(len, sentences)) < characters:
        sentences.append(_sentence(drawn))
    return Made(number=number, sentences=tuple(sentences), statement=_sentence(drawn))


def _sentence(drawn: random.Random) -> str:
    found = drawn.choice(_sentences()).split()
    for place in range(drawn.randrange(1, _EACH), len(found) - 1, _EACH):
        found[place] = drawn.choice(_words())
    return " ".join(found)


def made_site(target: Path, pages: int) -> Path:
    """Make a site with about this many pages, most of them articles, shown in full."""
    copy_site(target)
    articles = [made_article(number, CHARACTERS) for number in range(max(pages - _own_pages(), 0))]
    _write(target, articles, min(pages // 2, FACTS - _own_facts()))
    return target


def made_archive(target: Path, articles: int) -> Path:
    """Make an archive of so many articles, with a thousand facts."""
    copy_site(target)
    _write(target, (made_article(number, CHARACTERS) for number in range(articles)), FACTS - _own_facts())
    return target


def add_article(root: Path) -> None:
    """Add one article more."""
    _write(root, [made_article(10_000_000, CHARACTERS)], 0)


def change_fact(root: Path) -> None:
    """Reword one statement."""
    path = root / "content/facts/made.yml"
    facts = json.loads(path.read_text())
    facts[3]["statement"] += " This was told once more."
    path.write_text(json.dumps(facts, ensure_ascii=False, indent=1))


def fresh_copy(root: Path, target: Path) -> Path:
    """Give a site that was never built, with the same inputs."""
    return Path(shutil.copytree(root, target, ignore=shutil.ignore_patterns("build", "site")))


def _write(root: Path, articles: Iterable[Made], facts: int) -> None:
    quoted: list[dict[str, object]] = []
    for article in articles:
        (root / f"seeds/{article.id}.txt").write_text(article.seed)
        (root / f"seeds/{article.id}.txt.yml").write_text(article.sidecar)
        if len(quoted) < facts:
            quoted.append(_fact(article))
    if facts:
        (root / "content/facts/made.yml").write_text(json.dumps(quoted, ensure_ascii=False, indent=1))


def _fact(article: Made) -> dict[str, object]:
    number = article.number
    return {
        "id": article.id,
        "statement": article.statement,
        "countries": [_COUNTRIES[number % len(_COUNTRIES)]],
        "pillars": [_PILLARS[number % len(_PILLARS)]],
        "kind": "event",
        "date": article.date,
        "attribution": f"Wire {number % 9}, in its own words",
        "evidence": [{"source": article.id, "quote": max(article.sentences[:5], key=len)}],
    }


@cache
def _sentences() -> tuple[str, ...]:
    """Give the sentences of the annotated articles, and the desk's statements, which name countries and pillars."""
    annotated = (_read(path) for path in sorted((PROJECT / "tests/corpus/development").glob("*.yml")))
    found = [sentence["words"] for article in annotated for sentence in article["sentences"]]
    found += [fact["statement"] for facts in _own() for fact in facts]
    return tuple(" ".join(words.split()) for words in found)


@cache
def _words() -> tuple[str, ...]:
    return tuple(
        sorted({word for words in _sentences() for word in words.split() if word.isalpha() and word.islower()})
    )


def _own() -> Iterator[list[dict[str, str]]]:
    return (_read(path) for path in sorted((PROJECT / "content/facts").glob("*.yml")))


def _own_facts() -> int:
    return sum(map(len, _own()))


def _own_pages() -> int:
    """Give about how many pages there are without the made articles."""
    return 80


def _read(path: Path):  # type: ignore[no-untyped-def] # noqa: ANN202 - YAML gives anything
    return yaml.load(path.read_text(), yaml.CBaseLoader)  # noqa: S506 - reads text only
