"""Markdown beside each page: the page's own, without what only a browser needs, its links leading from where it lies.

Whatever is foreign in a page's Markdown is escaped, so that each bracket, brace and tag in it is the templates' own.
"""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from generator import paths
from generator.cache import Cache, key_of
from generator.outputs import Output
from generator.program import program

NAME: Final = "index.md"

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CITING = re.compile(r'<details class="about".*?</details>\n', re.DOTALL)
_FOOT = re.compile(r"^.*\n\{: \.foot [^{}]*\}$", re.MULTILINE)
_BY = re.compile(r"^.*\n\{: \.by(?: \.now)? \}$", re.MULTILINE)
_NOTES = re.compile(r"^## Sources of this page .*\Z", re.MULTILINE | re.DOTALL)
_LINK = re.compile(
    r"(?P<before>, | · |&nbsp;)?"
    r"\[(?P<words>[^\[\]]*)\]"
    r"\((?P<target>[^\s()]*)(?: \"[^\"]*\")?\)"
    r"(?:\{\.(?P<kind>[\w-]*)[^{}]*\})?"
)
"""What stands before a link goes with it where it is left out."""
_ATTRIBUTES = re.compile(r"(?: \{|\n\{|\{)[^{}]*\}")
_DRAWING = re.compile(r"^<svg\b.*</svg>$", re.MULTILINE)
_TAG = re.compile(r"</?(?:details|div|figcaption|figure|span|summary|time)\b[^<>]*>")
_PLAIN: Final = {"&#34;": '"', "&#39;": "'", "&#40;": "(", "&#41;": ")", "&#63;": "?"}
"""Escapes that Markdown by itself does not need; Python-Markdown's extensions do."""
_YEAR_STOP = re.compile(r"&#46;(?<=[^\W\d_] \d\d\d\d&#46;)")
"""A full stop after a year that follows a word numbers no list. It is looked for from the stop, which is rarer."""
_BLANK_LINES = re.compile(r"\n{3,}")


def beside_pages(docs: Path, cache: Cache) -> Iterator[Output]:
    """Give for each page its Markdown, to lie in the folder of its HTML; of unchanged pages it is kept."""
    read = [(path.relative_to(docs).as_posix(), path.read_bytes()) for path in sorted(docs.rglob("*.md"))]
    keyed = {key_of(program(), page.encode(), data): (page, data) for page, data in read}
    made = cache.remember(keyed, lambda one: beside(one[1].decode(), one[0]).encode())
    yield from (Output(_place(page), made[key]) for key, (page, _) in keyed.items())


def beside(text: str, page: str) -> str:
    """Give a page's Markdown for people and programs that read no HTML: words, tables and links between pages.

    A page of all statements of a subject gives them alone; the register, to which it leads, has the rest of each. So
    does a subject's page of changes, beside the one of the whole site.
    """
    if page.endswith("/changes.md"):
        whole = paths.link(page, paths.CHANGES)
        text = _BY.sub("", text) + f"\nThe words before and now, and the reasons: [What changed]({whole})\n"
    if paths.lists_everything(page):
        register = paths.link(page, paths.REGISTER)
        text = _BY.sub("", _NOTES.sub("", text)) + f"\nWho says so, and the sources: [Register]({register})\n"
    text = _DRAWING.sub("", _FOOT.sub("", _CITING.sub("", _FRONT_MATTER.sub("", text))))
    text = _ATTRIBUTES.sub("", _LINK.sub(partial(_link, page), text))
    text = _YEAR_STOP.sub(".", _TAG.sub("", text))
    for escaped, plain in _PLAIN.items():
        text = text.replace(escaped, plain)
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _place(page: str) -> str:
    return paths.address(page) + NAME


def _link(page: str, found: re.Match[str]) -> str:
    """Write a link anew.

    Numbers refer to the list at the end of the page, marks are words; the addresses of documents stand on the page of
    sources, once; what is there to cite and to correct is left out.
    """
    words, before = found["words"], found["before"] or ""
    if found["kind"] == "cite":
        return "" if paths.lists_everything(page) else f" [{words}]"
    if found["kind"] == "mark":
        return before + words
    if found["kind"] == "cite-this" or words in {"document", "correct this"}:
        return ""
    path, mark, anchor = found["target"].partition("#")
    to = _from_beside(page, path) if path and ":" not in path else path
    return f"{before}[{words}]({to}{mark}{anchor})"


@lru_cache(maxsize=4096)
def _from_beside(page: str, path: str) -> str:
    """Give a link of a page as it is from the page's Markdown, whose folder is another."""
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if meant.endswith(".md"):
        meant = _place(meant)
    return posixpath.relpath(meant, posixpath.dirname(_place(page)) or ".")
