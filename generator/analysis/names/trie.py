"""One pattern for many names: an alternation in the shape of a trie, which `re` walks letter by letter."""

import re
from collections.abc import Iterable
from typing import TypeAlias

Node: TypeAlias = "dict[str, Node]"
_END = ""
_TYPOGRAPHY = {" ": "[ \u00a0]", "'": "['\u2019\u02bb]", "-": "[-\u2010\u2011]"}
"""A space, an apostrophe and a hyphen also match their typographic kin."""
_PLAIN = str.maketrans({"\u00a0": " ", "\u2019": "'", "\u02bb": "'", "\u2010": "-", "\u2011": "-"})


def plain(words: str) -> str:
    """Give the name under which matched words are known."""
    return words.translate(_PLAIN)


def alternation(names: Iterable[str]) -> str:
    """Give a pattern that matches each name, the longest one that stands there first."""
    root: Node = {}
    for name in names:
        node = root
        for letter in plain(name):
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(root) if root else r"(?!)"


def _pattern(node: Node) -> str:
    branches = [_branch(letter, below) for letter, below in sorted(node.items()) if letter]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{whole}?" if _END in node else whole


def _branch(letter: str, node: Node) -> str:
    return _TYPOGRAPHY.get(letter, re.escape(letter)) + _pattern(node)
