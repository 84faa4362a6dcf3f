"""Bounds: `up to`, `about` or `at least` at an amount of the source, and statements that give the bare amount."""

import re
from collections.abc import Sequence

from generator.analysis.paraphrase.amounts import Amount
from generator.analysis.paraphrase.clauses import either
from generator.analysis.paraphrase.hedges import BOUNDS, DURATIONS

_WINDOW = 40
_MONEY = r"(?:an?\s+|the\s+)?(?:[A-Z]{0,3}[$€£¥])?"
_BEFORE = {
    bound.name: re.compile(rf"(?<!\w)(?P<words>{either(bound.before)})\s+{_MONEY}$", re.IGNORECASE) for bound in BOUNDS
}
_AFTER = {
    bound.name: re.compile(rf"\s*(?:[\w%]+\s+){{0,2}}(?:{either(bound.after)})(?!\w)", re.IGNORECASE)
    for bound in BOUNDS
}
_LASTING = re.compile(rf"(?:\s|-)(?:{either(DURATIONS)})s?\b", re.IGNORECASE)
_BOUND_WORDS = frozenset(words for bound in BOUNDS for words in bound.before)
TO_AMOUNT = re.compile(rf"\s+{_MONEY}")
"""What may stand between a bound and its amount."""


def is_bound_word(words: str) -> bool:
    """Say whether words can set a bound, in lower case."""
    return words in _BOUND_WORDS


def bounds_of(text: str, amount: Amount) -> dict[str, str]:
    """Give the bounds at an amount, each with the words that set it: `up to` 12, 23 `or more`."""
    start, end = amount.span.start, amount.span.end
    before = text[max(0, start - _WINDOW) : start]
    after = text[end : end + _WINDOW]
    found = {name: match.group() for name, pattern in _AFTER.items() if (match := pattern.match(after))}
    for name, pattern in _BEFORE.items():
        match = pattern.search(before)
        if match and not (match.group().lower().startswith("over") and _LASTING.match(after)):
            found[name] = match["words"]
    return {name: " ".join(words.split()) for name, words in found.items()}


def find_unbounded(statement: str, amounts: Sequence[Amount], source: str, known: Sequence[Amount]) -> list[str]:
    """Give the bounds of the source's amounts that the statement, giving the same amount, leaves out."""
    by_key: dict[object, list[Amount]] = {}
    for other in known:
        for key in other.keys:
            by_key.setdefault(key, []).append(other)
    dropped: dict[str, None] = {}
    for amount in amounts:
        same = {other.span: other for key in amount.keys for other in by_key.get(key, ())}
        bounds = _all_bounds(source, list(same.values()))
        if bounds and not any(bounds_of(statement, amount).keys() & bound.keys() for bound in bounds):
            dropped[next(iter(bounds[0].values()))] = None
    return list(dropped)


def _all_bounds(source: str, amounts: Sequence[Amount]) -> list[dict[str, str]]:
    """Give the bounds at all places of an amount; none where the source gives it without a bound too."""
    found: list[dict[str, str]] = []
    for amount in amounts:
        bounds = bounds_of(source, amount)
        if not bounds:
            return []
        found.append(bounds)
    return found
