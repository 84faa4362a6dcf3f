"""Verification: read the finished HTML and compare every matched quotation in it with the held article."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
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


_ATTRIBUTES: Final = r"""[^"'<>]*(?:"[^"]*"[^"'<>]*|'[^']*'[^"'<>]*)*"""
"""What stands in a tag after its name; an angle bracket in it is no end of the tag where it is in quotation marks."""
_TAG: Final = re.compile(rf"</?[a-z]{_ATTRIBUTES}>")
_MARK: Final = re.compile(rf"<mark(?=[\s>]){_ATTRIBUTES}>(?P<text>.*?)</mark>", re.DOTALL)
_LINK: Final = re.compile(rf"<a(?=\s)(?P<attributes>{_ATTRIBUTES})>(?P<text>.*?)</a>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r'\s(?P<name>class|href)="(?P<value>[^"]*)"')


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
    keyed = {keys[name]: data for name, data in pages.items()}
    shown = cache.remember(keyed, _parsed) if cache else {key: _parsed(data) for key, data in keyed.items()}
    return {name: shown[key] for name, key in keys.items()}


def _parsed(page: bytes) -> _Shown:
    """Give the text of every `mark`, and of every link of class `words` with its address.

    Python's parser of HTML would need a fifth of the time that MkDocs needs for the page.
    """
    text = page.decode()
    words = []
    for link in _LINK.finditer(text):
        attributes = {found["name"]: unescape(found["value"]) for found in _ATTRIBUTE.finditer(link["attributes"])}
        if "words" in attributes.get("class", "").split():
            words.append((attributes.get("href", ""), _plain(link["text"])))
    return [_plain(mark["text"]) for mark in _MARK.finditer(text)], words


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _unshown(shown: Mapping[str, _Shown], briefing: Briefing) -> list[Article]:
    quoted = cited_spans(briefing.facts.values())

    def cited(article: Article) -> bool:
        pieces = ["".join(article.text[span.start : span.end].split()) for span in quoted.get(article.id, ())]
        marks, _ = shown[f"{PurePosixPath(paths.article(article.id)).with_suffix('')}/index.html"]
        text = "".join("".join(mark.split()) for mark in marks)
        return all(piece in text for piece in pieces)

    return [article for article in briefing.corpus.articles.values() if not cited(article)]
