"""Sentences: lines first (headlines and list items carry no full stop), then the stops that end one.

Each rule below says of a stop whether the sentence ends there; the first that knows decides. The abbreviations are in
`generator/analysis/data/abbreviations.yml`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.analysis.names.gazetteer import read_lists
from generator.analysis.names.trie import alternation
from generator.text import Span

_WORDS = {key: frozenset(words) for key, words in read_lists("abbreviations.yml").items()}
_REACH = 80
"""How many characters before and after a stop the rules may look at, so that none takes long."""
_SHORT = 24
_CLOSING = "\"'\u201d\u2019)\\]\u00bb"
_OPENING = "\"'\u201c\u2018(\\[\u00ab"
_END = re.compile(
    rf"(?<![.!?\u2026])[.!?\u2026]++(?:\[\d{{1,3}}\])?[{_CLOSING}]*+(?:[ \u00a0]\u00bb)?(?=\s++(?P<next>\S))"
)
_LONE_STOP = re.compile(r"\.(?![.!?\u2026])")
_ALL_ABBREVIATIONS = frozenset().union(
    *(_WORDS[key] for key in ("titles", "before_numbers", "times_of_day", "others", "states"))
)
_BULLET = re.compile(r"\s*+(?:[-*\u2022\u00b7\u25aa\u25e6\u2023\u2013>]|#{1,6}|\d{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]+")
_A_WORD = re.compile(r"\w")


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
        if begin < end and _A_WORD.search(text, begin, end):
            yield Span(begin, end)
        position += len(line) + 1


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for match in _END.finditer(text, line.start, line.end):
        if _plainly_ends(text, start, match) or _ends(_stop_at(text, start, match)):
            yield Span(start, match.end())
            start = match.start("next")
    yield Span(start, line.end)


def _plainly_ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether a full stop follows a plain word and precedes a capital; most do, and need no rule."""
    stop = match.start()
    begin = max(start, stop - _REACH)
    word = text[max(begin, text.rfind(" ", begin, stop) + 1) : stop]
    return (
        match["next"].isupper()
        and len(word) > 1
        and word.isalpha()
        and _LONE_STOP.match(match.group()) is not None
        and f"{word}." not in _ALL_ABBREVIATIONS
    )


@dataclass(frozen=True, slots=True)
class Stop:
    """A full stop, question or exclamation mark before white space, with the words around it."""

    marks: str
    """The marks with the closing quotation marks and brackets after them."""
    word: str
    """The word that the mark follows, with its own stop where it is one."""
    prior: str
    """The word before that one in the sentence; empty at its start."""
    so_far: str
    """The sentence up to the stop, where it is short; else empty."""
    following: str
    """What follows in the line, as far as the rules may look."""
    opener: str
    """The next word, without opening quotation marks and brackets and what follows an apostrophe."""


Rule: TypeAlias = Callable[[Stop], bool | None]
_OPENER = re.compile(rf"[{_OPENING}]*+(?P<word>[^\s'\u2019,;:!?{_CLOSING}]*)")


def _stop_at(text: str, start: int, match: re.Match[str]) -> Stop:
    before = text[max(start, match.start() - _REACH) : match.start()].split(" ")
    short = match.start() - start <= _SHORT
    word, prior = before[-1].lstrip(_OPENING), before[-2] if len(before) > 1 else ""
    following = text[match.start("next") : match.start("next") + _REACH]
    marks = match.group()
    opener = _OPENER.match(following)
    return Stop(
        marks=marks,
        word=f"{word}." if marks.startswith(".") else word,
        prior=prior,
        so_far=text[start : match.start()].lstrip(_OPENING) if short else "",
        following=following,
        opener=opener["word"] if opener else "",
    )


def _ends(stop: Stop) -> bool:
    return next((answer for rule in RULES if (answer := rule(stop)) is not None), True)


_ABBREVIATED = frozenset().union(*(_WORDS[key] for key in ("titles", "before_numbers", "times_of_day", "others")))
_LETTERS = re.compile(r"(?:[A-Za-z]\.){2,}")
_GOES_ON = frozenset(",;:.!?\u2026\u2014\u2013-&/=+")
_LOWER_NAME = re.compile(r"[a-z]{1,2}[A-Z]|(?:al|el|ar|ni)-[A-Z]")


def goes_on(stop: Stop) -> bool | None:
    """A small letter, a dash or a comma goes on with the sentence: `"We won." he said`, `Norfolk, Va. — The`."""
    first = stop.following[0]
    if first in _GOES_ON:
        return False
    if first.islower():
        return bool(_LOWER_NAME.match(stop.following)) and stop.marks == "." and stop.word not in _ABBREVIATED
    return False if stop.marks[0] == "\u2026" and stop.opener == "I" else None


_NAMED = r"(?:[A-Z][\w.'\u2019-]* ){1,4}[A-Z][\w.'\u2019-]*|[A-Z][\w.'\u2019-]*"
_SAYS = alternation(sorted(_WORDS["verbs_of_saying"]))
_SAID_HOW = (
    r"[.,;:]|$| (?:in|at|on|as|when|during|after|before|with|of|to|from|by|again|back|while)\b| [a-z]+ly\b"
    r"|(?<=told) \w|(?<=asked) (?:the|him|her|them|me|us|a|reporters)\b"
)
_ATTRIBUTION = re.compile(
    rf"(?:{_NAMED})(?: of [A-Z]\w*)?(?:, \d{{1,3}},)? (?:also |then |later |once |even |again )?{_SAYS}(?={_SAID_HOW})"
)
_PRONOUNS = frozenset({"He", "She", "It", "They", "We", "I", "You", "That", "This", "The", "A", "An", "But", "And"})


def attribution_follows(stop: Stop) -> bool | None:
    """A quoted question or exclamation stays with its attribution: `“Very!” Mr. Marles said`."""
    if (
        stop.marks[-1] in "\"\u201d\u2019'\u00bb"
        and ("?" in stop.marks or "!" in stop.marks)
        and stop.opener not in _PRONOUNS
    ):
        return False if _ATTRIBUTION.match(stop.following) else None
    return None


def name_with_mark(stop: Stop) -> bool | None:
    """`Yahoo! Inc.`: the mark belongs to the name."""
    return False if stop.word + stop.marks in _WORDS["names_with_marks"] else None


def other_mark(stop: Stop) -> bool | None:
    """A question or exclamation mark, or more than one stop, ends the sentence."""
    return None if _LONE_STOP.match(stop.marks) else True


_FRONTED = re.compile(rf"{alternation(sorted(_WORDS['fronted']))}(?: [\w.:]+){{1,3}}")


def fronted(stop: Stop) -> bool | None:
    """`In Sept. Mr. Blair left`, `At 10.30 a.m. Ms. Wong spoke`: a time or place that opens the sentence."""
    abbreviated = stop.word in _ABBREVIATED or _LETTERS.fullmatch(stop.word)
    return False if abbreviated and _FRONTED.fullmatch(stop.so_far) else None


def title(stop: Stop) -> bool | None:
    """`Lt. Gen.`, `vs.`: never the end."""
    return False if stop.word in _WORDS["titles"] else None


def before_number(stop: Stop) -> bool | None:
    """`No. 10`; but `She said no.` ends a sentence."""
    return not stop.opener[:1].isdigit() if stop.word in _WORDS["before_numbers"] else None


_ZONES = frozenset(word.rstrip(".") for word in _WORDS["after_time_of_day"])


def time_of_day(stop: Stop) -> bool | None:
    """`at 9 a.m. on Monday`, `at 8 p.m. Eastern`; but `at 8 a.m. Sales rose`."""
    if not stop.word.endswith(tuple(_WORDS["times_of_day"])):
        return None
    return not (stop.opener.rstrip(".") in _ZONES or stop.opener[:1].isdigit())


def state(stop: Stop) -> bool | None:
    """`in Norfolk, Va. Captain Smith`: a new sentence; `Va. — The`, `the N.J. Senate`: none."""
    if stop.word not in _WORDS["states"] or not stop.prior.endswith(","):
        return None
    return stop.word != "D.C." or stop.opener in _WORDS["openers"]


_LETTER = re.compile(r"[A-Z]\.")


def initial(stop: Stop) -> bool | None:
    """`J. D. Vance`, `George W. Bush`, `Q. Why`; but `Pillar I. Its`, `Plan B. Nobody`, `so do I.`."""
    if not _LETTER.fullmatch(stop.word):
        return None
    if not stop.prior:
        return False
    if stop.prior in _WORDS["before_letters"] or (stop.word == "I." and stop.prior.islower()):
        return True
    return stop.opener in _WORDS["openers"] and stop.opener not in {"A", "I"}


_QUESTION = re.compile(
    rf"{alternation(sorted(_WORDS['question_verbs']))} {alternation(sorted(_WORDS['question_subjects']))}\b"
)


def abbreviation(stop: Stop) -> bool | None:
    """`Inc.`, `Sept.`, `U.S.`, `Ph.D.`: the end only where a word follows that begins a sentence."""
    word = stop.word.rpartition("-")[2].rpartition("\u2013")[2].rpartition("/")[2]
    known = {stop.word, word} & (_WORDS["others"] | _WORDS["states"])
    if not known and not _LETTERS.fullmatch(word):
        return None
    return stop.opener in _WORDS["openers"] or bool(_QUESTION.match(stop.following))


RULES: tuple[Rule, ...] = (
    goes_on,
    attribution_follows,
    name_with_mark,
    other_mark,
    fronted,
    title,
    before_number,
    time_of_day,
    state,
    initial,
    abbreviation,
)
"""Each says whether the sentence ends, or None where it does not know; where none knows, it ends."""
