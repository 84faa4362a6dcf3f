"""What a page shows, beside what its twin says that it must."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

from generator.text import one_line
from tests.foreign.site import Strings

_OF_PASSAGES: Final[list[list[Any]]] = [["span", {"class": "number"}], ["mark", {}]]
"""All that a passage may hold but text."""


def differences(foreign: Mapping[str, Any], twin: Mapping[str, Any], strings: Strings) -> Iterator[str]:
    """Give what is not as the twin says: elements, attributes, text, and what a reader sees."""
    made, expected = _joined(foreign["made"]), _joined(twin["made"])
    for found, plain in zip(made, expected, strict=False):
        wanted = _meant(plain, strings)
        if _folded(found) != wanted:
            yield f"found {str(found)[:300]!r}, expected {str(wanted)[:300]!r}"
            break
    if len(made) != len(expected):
        yield f"found {len(made)} parts, expected {len(expected)}"
    if "passages" not in foreign or not foreign["passages"]:
        seen, wanted_words = (
            _DIGEST.sub("", words) for words in (one_line(foreign["seen"]), strings.shown(twin["seen"]))
        )
        if seen != wanted_words:
            at = next((n for n, pair in enumerate(zip(seen, wanted_words, strict=False)) if len({*pair}) > 1), 0)
            near = slice(max(0, at - 20), at + 80)
            yield f"a reader sees {seen[near]!r}, expected {wanted_words[near]!r}"


def _joined(parts: list[Any]) -> list[Any]:
    """Give the parts with text that stands together as one, white space folded."""
    joined: list[Any] = []
    for part in parts:
        if part[0] == "text" and joined and joined[-1][0] == "text":
            joined[-1] = ["text", f"{joined[-1][1]}{part[1]}"]
        else:
            joined.append(part)
    return joined


def _folded(part: list[Any]) -> object:
    if part[0] == "text":
        return "text", _DIGEST.sub("", one_line(part[1]))
    if isinstance(part[1], dict):
        return part[0], {name: _attribute(name, value) for name, value in part[1].items()}
    return tuple(part)


_PASSAGE: Final = re.compile(r"(?<=#s)\d+$")
_DIGEST: Final = re.compile(r"(?<=sha-256 )[0-9a-f]{12}|[0-9a-f]{60}…")
"""The number of a passage and the digest of an article depend on its words."""


def _attribute(name: str, value: str) -> str:
    return _PASSAGE.sub("", unquote(value)) if name == "href" else one_line(value)


def _meant(part: list[Any], strings: Strings) -> object:
    if part[0] == "text":
        return "text", _DIGEST.sub("", strings.shown(part[1]))
    if isinstance(part[1], dict):
        return part[0], {name: _wanted(name, value, strings) for name, value in part[1].items()}
    return tuple(part)


def _wanted(name: str, value: str, strings: Strings) -> str:
    return _PASSAGE.sub("", strings.meant(value)) if name == "href" else strings.shown(value)


def passages_altered(foreign: Mapping[str, Any], body: str) -> Iterator[str]:
    """Give what the passages of an article's page hold that is not the article, in its order."""
    place = 0
    if not {*foreign["rests"]} <= {"a href"}:
        yield f"what rests on the passages holds {foreign['rests']}"
    for passage in foreign["passages"]:
        number, _, text = one_line(passage["text"]).partition(" ")
        if passage["id"] != f"s{number}" or any(inside not in _OF_PASSAGES for inside in passage["inside"]):
            yield f"{passage['id']} holds {passage['inside']}"
        found = body.find(text, place)
        if found < 0 or body[place:found].strip():
            yield f"{passage['id']} says {text[:200]!r}, expected {body[place : place + 200]!r}"
            return
        place = found + len(text)
    if body[place:].strip():
        yield f"the page leaves out {body[place:][:200]!r}"
