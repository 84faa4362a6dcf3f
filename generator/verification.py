"""Verification: read the finished HTML and compare every matched quotation in it with the held article."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Final, TypeAlias

from generator import paths
from generator.assembly.passages import cited_spans
from generator.cache import Cache, key_of
from generator.diagnostics import Diagnostic, Location, error
from generator.model import Article, Briefing
from generator.text import one_line

MARKS: Final = "build/marks.sqlite"
"""What each finished page highlights and quotes; it may be deleted."""
_Shown: TypeAlias = tuple[list[str], list[tuple[str, str]]]
"""The marks, and the quoted words with the address that they lead to."""


class _Marked(HTMLParser):
    """Collects the text of every `mark`, and of every element of class `words` with the address it leads to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.marks: list[str] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "mark":
            self._open.append("mark")
            self.marks.append("")
        elif tag == "a" and "words" in (attributes.get("class") or "").split():
            self._open.append("words")
            self.words.append((attributes.get("href") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        expected = {"mark": "mark", "a": "words"}.get(tag)
        if self._open and self._open[-1] == expected:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if "mark" in self._open:
            self.marks[-1] += data
        if "words" in self._open:
            href, text = self.words[-1]
            self.words[-1] = (href, text + data)


def verify(site: Path, briefing: Briefing, cache: Cache | None = None) -> Iterator[Diagnostic]:
    """Give a problem for every highlighted or quoted piece of a held article that is not in it letter by letter.

    Every page is compared each time; what a page highlights and quotes is kept in the cache, by the page's bytes.
    """
    folded = {article.id: one_line(article.text) for article in briefing.corpus.articles.values()}
    shown = _shown(site, cache)
    for name, (marks, words) in shown.items():
        here = PurePosixPath(name).parent.name
        found = [(here, text) for text in marks] + [
            (PurePosixPath(href.partition("#")[0]).name, piece)
            for href, text in words
            for piece in text.strip().removeprefix("“").removesuffix("”").split(" … ")
        ]
        for article, text in found:
            if one_line(text) not in folded.get(article, ""):
                message = f"the finished page shows {text!r} as words of {article}, which does not have them"
                yield error(Location(f"site/{name}"), "words-altered", message)
    for hidden in _unshown(shown, briefing):
        message = "the finished page does not highlight all the words that statements quote"
        yield error(Location(f"site/sources/{hidden.id}/"), "words-missing", message)


def _shown(site: Path, cache: Cache | None) -> dict[str, _Shown]:
    """Give the marks and the quoted words of every page."""
    pages = {page.relative_to(site).as_posix(): page.read_bytes() for page in sorted(site.rglob("*.html"))}
    program = Path(__file__).read_bytes()
    keys = {name: key_of(program, data) for name, data in pages.items()}
    known, others = cache.take(keys.values()) if cache else ({}, 0)
    fresh = {keys[name]: _parsed(data) for name, data in pages.items() if keys[name] not in known}
    if cache and (fresh or others):
        cache.keep(fresh, keys.values())
    shown = known | fresh
    return {name: shown[key] for name, key in keys.items()}


def _parsed(page: bytes) -> _Shown:
    parser = _Marked()
    parser.feed(page.decode())
    return parser.marks, parser.words


def _unshown(shown: Mapping[str, _Shown], briefing: Briefing) -> list[Article]:
    quoted = cited_spans(briefing.facts.values())

    def cited(article: Article) -> bool:
        pieces = ["".join(article.text[span.start : span.end].split()) for span in quoted.get(article.id, ())]
        marks, _ = shown[f"{PurePosixPath(paths.article(article.id)).with_suffix('')}/index.html"]
        text = "".join("".join(mark.split()) for mark in marks)
        return all(piece in text for piece in pieces)

    return [article for article in briefing.corpus.articles.values() if not cited(article)]
