"""Markdown: the one function that turns foreign text into it, and the little Markdown that the desk may write.

Foreign text is data. Whatever it contains is shown letter by letter and never acts (TRAPS: escaping by numeric
character reference is the only way that held in every context of Python-Markdown and its extensions).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from generator.text import one_line, tidy

_WORD = r"[^\W_]"
_SAFE = " ,;%"
_DEPENDING = "-'."
_ALWAYS = "".join(sign for sign in map(chr, range(128)) if not sign.isalnum() and sign not in _SAFE + _DEPENDING)
_BEGINS = rf"[-'](?:(?<!{_WORD}.)|(?!{_WORD}))"
"""A hyphen or an apostrophe between two letters or digits begins nothing; any other might."""
_NUMBERS = rf"\.(?:(?<![^\W\d_].)|(?!\s|$|{_WORD}))"
"""A full stop after a letter, at a word's end or within one, numbers no list; any other might."""
_ACTS = re.compile(rf"[{re.escape(_ALWAYS)}]|{_BEGINS}|{_NUMBERS}", re.DOTALL)


@lru_cache(maxsize=8192)
def escape(text: str) -> Markup:
    """Turn foreign text into Markdown that shows just this text, on one line, and does nothing.

    Every ASCII character that Markdown or HTML could take for itself becomes a numeric character reference;
    white space is folded and control characters are taken out.
    """
    return Markup(_ACTS.sub(_reference, one_line(tidy(text))))  # noqa: S704 - this is the escape


def _reference(character: re.Match[str]) -> str:
    return f"&#{ord(character.group())};"


def finalize(value: object) -> Markup:
    """Escape what a template prints unless it is Markdown of ours already."""
    if isinstance(value, Markup):
        return value
    return escape(str(value))


_PORTS: Final = range(1, 65536)


def safe_url(address: str) -> bool:
    """Say whether an address may become a link: http or https, a host, no credentials, no white space or controls."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    clean = tidy(address) == address and not any(character.isspace() for character in address)
    no_credentials = parts.username is None and parts.password is None
    return (
        clean
        and parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and no_credentials
        and (port is None or port in _PORTS)
    )


_NOT_IN_ADDRESS = re.compile(r"[^A-Za-z0-9:/?=~%._#-]")
_KEPT_PUNCTUATION = frozenset("&+,;@!*$'")
"""Reserved characters of RFC 3986 that mean themselves; in Markdown they are written as references."""


def url(address: str) -> Markup:
    """Give a checked address as a Markdown link target: the rest percent-encoded, the reserved as references."""

    def encoded(match: re.Match[str]) -> str:
        character = match.group()
        if character in _KEPT_PUNCTUATION:
            return f"&#{ord(character)};"
        return "".join(f"%{byte:02X}" for byte in character.encode())

    return Markup(_NOT_IN_ADDRESS.sub(encoded, address))  # noqa: S704 - only encoded characters are left


class Parser(MarkdownIt):
    """Reads CommonMark."""

    def validateLink(self, _: str) -> bool:  # noqa: N802 - the name is the library's
        """Let every link become a token, so that a bad one is refused by name and not shown as text."""
        return True


_PARSER: Final = Parser("commonmark")
_INLINE: Final = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}
"""As HTML: of `*a***b**` and of spaces beside asterisks, each engine makes something else."""


class Complaint(NamedTuple):
    """What the desk may not write, and how to mend it."""

    line: int
    """Counted from 1."""
    words: str


def inline(source: str) -> tuple[Markup, tuple[str, ...]]:
    """Read the Markdown of one sentence of the desk: emphasis and http(s) links; anything else is refused.

    Gives the Markdown made anew from its tokens, so that only what was understood can act, and the complaints.
    """
    tokens = _PARSER.parseInline(one_line(tidy(source)))[0].children or []
    complaints: list[Complaint] = []
    parts = list(written(tokens, complaints))
    return Markup("").join(parts), tuple(complaint.words for complaint in complaints)


def plain(source: str) -> str:
    """Give the words of the Markdown of one sentence, without its emphasis and the addresses of its links."""
    tokens = _PARSER.parseInline(one_line(tidy(source)))[0].children or []
    return "".join(token.content for token in tokens if token.type in {"text", "text_special"})


def written(tokens: list[Token], complaints: list[Complaint], line: int = 1) -> Iterator[Markup]:
    """Write inline tokens anew, as Markdown on one line, and add what has no place among them to the complaints.

    `line` is where they begin; a link that is refused leaves its words.
    """
    targets: list[str | None] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.type in {"text", "text_special"}:
            yield _with_outer_spaces(token.content)
        elif token.type in _INLINE:
            yield Markup(_INLINE[token.type])  # noqa: S704 - a constant
        elif token.type == "softbreak":
            line += 1
            yield Markup(" ")
        elif token.type == "link_open":
            target = str(token.attrs.get("href", ""))
            if targets:
                complaints.append(Complaint(line, f"the link to {target!r} stands inside another; take one out"))
            targets.append(target if safe_url(target) else None)
            complaints += [Complaint(line, words) for words in _wrong_with(token, after)]
            if targets[-1] is not None:
                yield Markup("[")
        elif token.type == "link_close":
            opened = targets.pop()
            if opened is not None:
                yield Markup(f"]({url(opened)})")  # noqa: S704 - url() encodes
        else:
            found = f" ({token.content[:40]!r})" if token.content else ""
            words = f"{_NAMES.get(token.type, token.type)}{found} has no place here; write words, emphasis or links"
            complaints.append(Complaint(line, words))
            line += token.type == "hardbreak"


def _wrong_with(link: Token, after: Token | None) -> Iterator[str]:
    """Say what is wrong with a link, from its beginning and what stands behind that."""
    target = str(link.attrs.get("href", ""))
    if not safe_url(target):
        yield f"the link to {target!r} is not http or https; give its whole address, or take it out"
    if "title" in link.attrs:
        yield f"the link to {target!r} has a title, which not every reader is shown; put it into the text"
    if after is not None and after.type == "link_close":
        yield f"the link to {target!r} has no words; write `[words](address)`"


def _with_outer_spaces(text: str) -> Markup:
    before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return Markup(before) + escape(text) + Markup(after if text.strip() else "")  # noqa: S704 - only spaces


_NAMES: Final = {
    "html_inline": "raw HTML",
    "code_inline": "code",
    "image": "an image",
    "hardbreak": "a forced line break (two spaces or a backslash at the end of a line)",
}
