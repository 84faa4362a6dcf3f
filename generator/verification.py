"""Verification: read the finished HTML and compare every matched quotation in it with the held article."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

from generator import paths
from generator.diagnostics import Diagnostic, Location, error
from generator.model import Article, Briefing
from generator.text import one_line

_SHOWS_WORDS = re.compile(r"<mark|class\s*=[^>]*words", re.IGNORECASE)
"""What each page has that needs to be compared; most have none and are not parsed."""


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


def verify(site: Path, briefing: Briefing) -> Iterator[Diagnostic]:
    """Give a problem for every highlighted or quoted piece of a held article that is not in it letter by letter."""
    folded = {article.id: one_line(article.text) for article in briefing.corpus.articles.values()}
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        text = page.read_text(encoding="utf-8")
        if not _SHOWS_WORDS.search(text):
            continue
        parser = _Marked()
        parser.feed(text)
        here = PurePosixPath(name).parent.name
        found = [(here, text) for text in parser.marks] + [
            (PurePosixPath(href.partition("#")[0]).name, piece)
            for href, text in parser.words
            for piece in text.strip().removeprefix("“").removesuffix("”").split(" … ")
        ]
        for article, text in found:
            if one_line(text) not in folded.get(article, ""):
                message = f"the finished page shows {text!r} as words of {article}, which does not have them"
                yield error(Location(f"site/{name}"), "words-altered", message)
    for hidden in _unshown(site, briefing):
        message = "the finished page does not highlight all the words that statements quote"
        yield error(Location(f"site/sources/{hidden.id}/"), "words-missing", message)


def _unshown(site: Path, briefing: Briefing) -> list[Article]:
    def shown(article: Article) -> str:
        page = site / PurePosixPath(paths.article(article.id)).with_suffix("") / "index.html"
        parser = _Marked()
        parser.feed(page.read_text(encoding="utf-8"))
        return "".join("".join(text.split()) for text in parser.marks)

    def cited(article: Article) -> bool:
        pieces = [
            "".join(article.text[span.start : span.end].split())
            for fact in briefing.facts.values()
            for evidence in fact.found
            if evidence.source.id == article.id
            for span in evidence.spans
        ]
        text = shown(article)
        return all(piece in text for piece in pieces)

    return [article for article in briefing.corpus.articles.values() if not cited(article)]
