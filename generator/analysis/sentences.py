"""Sentences: lines first (headlines and list items carry no full stop), then the stops that end one.

Each rule below says of a stop whether the sentence ends there; the first that fits decides. The abbreviations are in
`generator/analysis/data/abbreviations.yml`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.names.gazetteer import read_lists
from generator.analysis.names.trie import alternation
from generator.text import Span

_WORDS = read_lists("abbreviations.yml")
_REACH = 80
"""How many characters before and after a stop the rules may look at, so that none takes long."""
_MARK = ".!?\u2026"
_CLOSING = "\"'\u201d\u2019)\\]\u00bb"
_OPENING = "\"'\u201c\u2018(\\[\u00ab"
_TAIL = rf"(?:\[\d{{1,3}}\])?[{_CLOSING}]*+(?:[ \u00a0]\u00bb)?"
"""A note, quotation marks and brackets after a stop."""
_STOP = re.compile(rf"(?<![{_MARK}])(?P<marks>[{_MARK}]++){_TAIL}(?=\s++(?P<next>\S))")
_BULLET = re.compile(r"\s*+(?:[-*\u2022\u00b7\u25aa\u25e6\u2023\u2013>]|#{1,6}|\d{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]+")


def find_sentences(text: str) -> list[Span]:
    """Give the spans of all sentences in order, without the white space around them."""
    return [sentence for line in _lines(text) for sentence in _split(text, line)]


def _lines(text: str) -> Iterator[Span]:
    """Give each line that holds a word, without the bullet or number of a list item or heading."""
    position = 0
    for line in text.split("\n"):
        begin = position + (len(line) - len(line.lstrip()))
        bullet = _BULLET.match(line)
        if bullet and bullet.end() < len(line):
            begin = position + bullet.end()
        end = position + len(line.rstrip())
        if re.search(r"\w", text[begin:end]):
            yield Span(begin, end)
        position += len(line) + 1


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for stop in _STOP.finditer(text, line.start, line.end):
        if _ends(text, start, stop):
            yield Span(start, stop.end())
            start = stop.start("next")
    yield Span(start, line.end)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Say whether a stop ends the sentence that begins at `start`."""
    lead, _, word = text[max(start, stop.start() - _REACH) : stop.start()].rpartition(" ")
    if (
        stop["next"].isupper()
        and stop["marks"] == "."
        and len(word) > 1
        and f"{word}." not in _ABBREVIATIONS
        and word.isalpha()
    ):
        return True  # as most do
    following = text[stop.start("next") : stop.start("next") + _REACH]
    around = f"{word.lstrip(_OPENING)}{stop.group()}\n{following}"
    fitting = (
        rule.ends for rule in RULES if rule.around.match(around) and (rule.lead is None or rule.lead.match(lead))
    )
    return next(fitting, True)


class Rule(NamedTuple):
    """What stands around a stop, and whether the sentence then ends."""

    example: str
    ends: bool
    around: re.Pattern[str]
    """The word with the stop, and after a line break what follows."""
    lead: re.Pattern[str] | None
    """The sentence before that word; None for any."""


def _rule(example: str, *, ends: bool, word: str = ".*", after: str = "", lead: str | None = None) -> Rule:
    around = re.compile(rf"(?:{word}){_TAIL}\n(?:{after})")
    return Rule(example, ends, around, None if lead is None else re.compile(rf"(?:{lead})$"))


def _any(*keys: str) -> str:
    return alternation(word for key in keys for word in _WORDS[key])


_ABBREVIATIONS = {
    word for key in ("titles", "before_numbers", "times_of_day", "others", "states") for word in _WORDS[key]
}
_LETTERS = r"(?:[A-Za-z]\.){2,}"
_ABBREVIATED = rf"(?:{_any('titles', 'before_numbers', 'times_of_day', 'others')}|{_LETTERS})"
_KNOWN = rf"(?:.*[-\u2013/])?(?:{_any('others', 'states')}|{_LETTERS})"
_LAST = rf"(?=[\s'\u2019,;:!?{_CLOSING}]|$)"
_OPENER = rf"[{_OPENING}]*+(?:{_any('openers')}{_LAST}|{_any('question_verbs')} {_any('question_subjects')}\b)"
_SMALL = "[a-z\u00df-\u00f6\u00f8-\u00ff]"
_SMALL_NAME = "[a-z]{1,2}[A-Z]|(?:al|el|ar|ni)-[A-Z]"
_NAMED = r"(?:[A-Z][\w.'\u2019-]* ){1,4}[A-Z][\w.'\u2019-]*|[A-Z][\w.'\u2019-]*"
_SAID_HOW = (
    r"[.,;:]|$| (?:in|at|on|as|when|during|after|before|with|of|to|from|by|again|back|while)\b| [a-z]+ly\b"
    r"|(?<=told) \w|(?<=asked) (?:the|him|her|them|me|us|a|reporters)\b"
)
_ATTRIBUTION = (
    rf"(?!(?:{_any('pronouns')}){_LAST})(?:{_NAMED})(?: of [A-Z]\w*)?(?:, \d{{1,3}},)? "
    rf"(?:also |then |later |once |even |again )?{_any('verbs_of_saying')}(?={_SAID_HOW})"
)
_ZONE = rf"[{_OPENING}]*+(?:{_any('after_time_of_day')}(?!\w)|\d)"

RULES = (
    _rule("Norfolk, Va. \u2014 The", ends=False, after=r"[,;:.!?\u2026\u2014\u2013\-&/=+]"),
    _rule("at 9 a.m. eBay opened", ends=False, word=_ABBREVIATED, after=_SMALL),
    _rule(
        "It sold. iPhones are dear.",
        ends=True,
        word=rf".*[^{_MARK}]\.(?=\n)",
        after=_SMALL_NAME,
    ),
    _rule("\u201cWe won.\u201d he said", ends=False, after=_SMALL),
    _rule("Well\u2026 I do", ends=False, word=rf".*\u2026[{_MARK}]*", after=rf"[{_OPENING}]*I{_LAST}"),
    _rule(
        "\u201cVery!\u201d Mr. Marles said", ends=False, word=rf".*[!?][{_MARK}]*(?=[{_CLOSING}])", after=_ATTRIBUTION
    ),
    _rule("Yahoo! Inc.", ends=False, word=_any("names_with_marks")),
    _rule("Why? Because", ends=True, word=rf".*(?:[!?\u2026]|[{_MARK}]{{2}})"),
    _rule(
        "In Sept. Mr. Blair left",
        ends=False,
        word=_ABBREVIATED,
        lead=rf"[{_OPENING}]*{_any('fronted')}(?: [\w.:]+){{0,2}}",
    ),
    _rule("Lt. Gen.", ends=False, word=_any("titles")),
    _rule("No. 10", ends=False, word=_any("before_numbers"), after=rf"[{_OPENING}]*\d"),
    _rule("She said no. Then", ends=True, word=_any("before_numbers")),
    _rule("at 8 p.m. Eastern", ends=False, word=rf".*{_any('times_of_day')}", after=_ZONE),
    _rule("at 8 a.m. Sales rose", ends=True, word=rf".*{_any('times_of_day')}"),
    _rule("in Washington, D.C. Mayor Bowser", ends=False, word=r"D\.C\.", after=rf"(?!{_OPENER})", lead=".*,"),
    _rule("in Norfolk, Va. Captain Smith", ends=True, word=_any("states"), lead=".*,"),
    _rule("J. Smith", ends=False, word=r"[A-Z]\.", lead=""),
    _rule("Pillar I. Its", ends=True, word=r"[A-Z]\.", lead=rf"(?:.* )?{_any('before_letters')}"),
    _rule("so do I. Nobody", ends=True, word=r"I\.", lead=rf"(?:.* )?{_SMALL}\S*"),
    _rule("George W. Bush, Q. A", ends=False, word=r"[A-Z]\.", after=rf"(?!{_OPENER})|[{_OPENING}]*[AI]{_LAST}"),
    _rule("the U.S. Navy", ends=False, word=_KNOWN, after=rf"(?!{_OPENER})"),
)
"""In this order; where none fits, the sentence ends."""
