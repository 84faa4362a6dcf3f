"""Bounds: `up to`, `about` or `at least` at an amount of the source, and statements that give the bare amount."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.analysis.paraphrase.amounts import Amount, Key
from generator.analysis.paraphrase.words import LISTS, either
from generator.text import Span

_WINDOW = 40
_MONEY = r"(?:an?\s+|the\s+)?(?:[A-Z]{0,3}[$€£¥])?"
_BEFORE = {
    name: re.compile(rf"(?<!\w)(?P<words>{either(LISTS[f'{name} before'])})\s+{_MONEY}$", re.IGNORECASE)
    for name in LISTS["bounds"]
}
_AFTER = {
    name: re.compile(rf"\s*(?:[\w%]+\s+){{0,2}}(?P<words>{either(LISTS[f'{name} after'])})(?!\w)", re.IGNORECASE)
    for name in LISTS["bounds"]
}
_LASTING = re.compile(rf"[\s-]{either(LISTS['durations'])}s?\b", re.IGNORECASE)


def bounds_of(text: str, amount: Amount) -> dict[str, Span]:
    """Give the bounds at an amount, each with the words that set it: `up to` 12, 23 `or more`."""
    start, end = amount.span.start, amount.span.end
    found = {name: pattern.match(text, end, end + _WINDOW) for name, pattern in _AFTER.items()}
    for name, pattern in _BEFORE.items():
        match = pattern.search(text, max(0, start - _WINDOW), start)
        if match and not (match["words"].lower() == "over" and _LASTING.match(text, end)):
            found[name] = match
    return {name: Span(*match.span("words")) for name, match in found.items() if match}


def find_unbounded(statement: str, amounts: Iterable[Amount], source: str, known: Iterable[Amount]) -> Iterator[str]:
    """Give the bounds of the source's amounts that the statement, giving the same amount, leaves out.

    An amount that the source gives without a bound too needs none.
    """
    bounds: dict[Key, dict[str, Span]] = defaultdict(dict)
    bare: set[Key] = set()
    for amount in known:
        found = bounds_of(source, amount)
        for key in amount.keys:
            bounds[key] |= found
            if not found:
                bare.add(key)
    for amount in amounts:
        due = {name: span for key in amount.keys & bounds.keys() for name, span in bounds[key].items()}
        if due and bare.isdisjoint(amount.keys) and due.keys().isdisjoint(bounds_of(statement, amount)):
            span = next(iter(due.values()))
            yield " ".join(source[span.start : span.end].split())
