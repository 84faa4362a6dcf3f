"""What every kind of content file uses: ids, lines, addresses and the closed lists of words."""

import re
from typing import Annotated, Final, Literal, TypeAlias, get_args

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.markdown import safe_url
from generator.records import Patterned
from generator.text import SLUG_BYTES, one_line, tidy


def _is_url(address: str) -> str:
    if not safe_url(address):
        message = "not an http(s) address without credentials, white space or control characters"
        raise PydanticCustomError("bad-url", message)
    return address


_ACTING: Final = re.compile(r'[<>"]|&(?=[#\w])')
"""Signs that begin a tag, end an attribute or begin a character reference."""


def _is_harmless(line: str) -> str:
    if _ACTING.search(line):
        message = 'the theme prints this as HTML; write it without < > " and without & before a letter, a digit or #'
        raise PydanticCustomError("html-sign", message)
    return line


def _folded(value: object) -> object:
    return one_line(tidy(value)) if isinstance(value, str) else value


Id: TypeAlias = Annotated[
    str,
    Patterned(r"^[a-z0-9]+(-[a-z0-9]+)*$", "an id of lower-case letters, digits and single hyphens"),
    StringConstraints(max_length=SLUG_BYTES),
]
"""Lower-case letters, digits and single hyphens. It makes addresses: once published it stays."""
CountryId: TypeAlias = Annotated[str, Patterned(r"^[A-Z]{2}$", "two capital letters of ISO 3166-1")]
"""ISO 3166-1 alpha-2, upper case."""
Line: TypeAlias = Annotated[str, BeforeValidator(_folded), StringConstraints(min_length=1)]
"""Plain text on one line; line breaks in the file are spaces, control characters are taken out (and named)."""
HtmlLine: TypeAlias = Annotated[Line, AfterValidator(_is_harmless)]
"""A line that Material prints as it is, outside of our templates."""
Label: TypeAlias = Annotated[Line, StringConstraints(max_length=30)]
"""A few words that fit beside a mark of a chart on a phone."""
Url: TypeAlias = Annotated[str, AfterValidator(_is_url)]
Share: TypeAlias = Annotated[float, Field(gt=0, le=1)]
Amount: TypeAlias = Annotated[
    str, Patterned(r"^-?[0-9]+(\.[0-9]+)?$", "a plain number such as 12 or 3.9, without separators or unit")
]
"""A decimal number as written, so that `1.10` stays what it is; no separators, no unit."""

FactKind: TypeAlias = Literal[
    "event", "commitment", "position", "figure", "plan", "assessment", "agreement", "participation"
]
HAPPENING: Final[frozenset[FactKind]] = frozenset({"event", "agreement", "commitment", "participation"})
"""Kinds of facts that tell what was done on their date; the others tell what was said of something on that day."""
Level: TypeAlias = Literal["member", "partner", "consulting", "interested", "candidate", "briefed", "declined", "none"]
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
SourceKind: TypeAlias = Literal[
    "treaty", "statute", "government", "parliament", "military", "wire", "newspaper", "broadcaster", "trade-press",
    "think-tank", "academic", "company", "party-or-politician", "aggregator", "blog", "other",
]  # fmt: skip
NamedIn: TypeAlias = Literal[
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fil", "fr", "he", "hi", "hr", "hu",
    "id", "is", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sr", "sv", "sw", "th",
    "tr", "uk", "ur", "vi", "zh",
]  # fmt: skip
"""Languages (BCP 47) in which the names of all countries are known (`generator/analysis/data/languages/`)."""
Rights: TypeAlias = Literal["full", "excerpts", "none"]
Result: TypeAlias = Literal["met", "partly", "not-met", "moved", "dropped"]
RESULTS: Final[tuple[Result, ...]] = get_args(Result)
