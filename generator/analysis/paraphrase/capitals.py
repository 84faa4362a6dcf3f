"""Capitalised names of a statement that its source does not bear out.

Names are compared word by word, without case: `the Council` is borne out by `council`. A fuller form is borne out by
the article's other sentences where the source has part of it (`Fumio Kishida` for `Kishida`), and an acronym by the
words that it stands for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.paraphrase.words import LISTS, WEIGHTLESS
from generator.text import Span

RANKS = dict(entry.split() for entry in LISTS["ranks"])
SPELLINGS = [entry.split() for entry in LISTS["spellings"]]
UNCLAIMED = {*LISTS["titles"], *LISTS["calendar"]}
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&][^\W_]+)*(?:-(?=\d)\d+\w*)?")
"""The parts of a hyphened word count as words, `F-35` as one."""
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|\n)[\"“‘'(\[]*$")
_LINK = re.compile(r"\s(?:(?:of|the|and|for|on|de|da|di|du|van|von|der|den|al|la|le)\s){0,2}|-|\s?[&/]\s?|[’']")
_ACRONYM = re.compile(r"[A-Z][A-Z&]*[A-Z]s?")
_ENDINGS = ("", "n", "an", "ian", "ean", "ese", "ish", "s", "es", "ic", "y", "i", "ia", "e", "a")
_LEAST = 4
_LOOK_BACK = 12
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, as written and in comparable form."""

    span: Span
    written: str
    plain: str

    @property
    def acronym(self) -> str:
        """Its letters in small ones where it is an acronym, else nothing."""
        return self.written.rstrip("s").replace("&", "").lower() if _ACRONYM.fullmatch(self.written) else ""


def words_of(text: str) -> list[Word]:
    """Give the words of a text."""
    return [Word(Span(*match.span()), match.group(), _plain(match.group())) for match in _WORD.finditer(text)]


def _plain(word: str) -> str:
    """Give a word in lower case, without possessive and full stops, in American spelling, a rank in full."""
    plain = word.lower().replace("’", "'").replace(".", "").removesuffix("'s").rstrip("'")
    for british, american in SPELLINGS:
        plain = plain.replace(british, american)
    return RANKS.get(plain, plain)


def _cuts(word: str) -> set[str]:
    """Give a word with and without the endings by which kindred names differ: `Europe` and `European`."""
    return {word.removesuffix(ending) for ending in _ENDINGS if len(word) - len(ending) >= _LEAST}


class Backing:
    """What can bear out a name: the words of the source and, where these leave it open, of the whole article."""

    def __init__(self, source: str, article: str) -> None:
        self._texts = f"{source}\n{article}"
        words = words_of(source)
        self._words = {word.plain for word in words}
        self._acronyms = {word.acronym for word in words if word.acronym}
        self._kindred = {cut for word in words if word.written[0].isupper() for cut in _cuts(word.plain)}

    @cached_property
    def _everything(self) -> list[str]:
        return [_plain(word) for word in _WORD.findall(self._texts)]

    def lacks(self, name: Sequence[Word]) -> list[Word]:
        """Give the words of a name that nothing bears out; none where the source has it, or part of it, as acronym."""
        added = [word for word in name if word.plain not in self._words and self._kindred.isdisjoint(_cuts(word.plain))]
        initials = "".join(word.plain[:1] for word in name)
        if not added or any(acronym in initials for acronym in self._acronyms):
            return []
        explained = {word.span for part in self._parts(name) for word in part}
        return [word for word in added if word.span not in explained and not self._is_initials(word.acronym)]

    def _is_initials(self, acronym: str) -> bool:
        return acronym != "" and acronym in "".join(word[:1] for word in self._everything if word not in WEIGHTLESS)

    def _parts(self, name: Sequence[Word]) -> Iterator[Sequence[Word]]:
        """Give the parts of a name that the article has as they stand, each with a word that the source has too."""
        phrases = f" {' '.join(self._everything)} "
        for start in range(len(name)):
            for end in range(start + 2, min(len(name), start + _LONGEST) + 1):
                plain = [word.plain for word in name[start:end]]
                if not self._words.isdisjoint(plain) and f" {' '.join(plain)} " in phrases:
                    yield name[start:end]


def find_added_names(statement: str, known: Iterable[Span], backing: Backing) -> Iterator[str]:
    """Give the names of a statement that nothing bears out; `known` are spans that are looked at elsewhere."""
    taken = {place for span in known for place in range(span.start, span.end)}
    for name in _names(statement):
        spans: list[Span] = []
        for word in backing.lacks([word for word in name if word.span.start not in taken]):
            between = statement[spans[-1].end : word.span.start] if spans else ""
            if _LINK.fullmatch(between) and between != " and ":
                spans[-1] = Span(spans[-1].start, word.span.end)
            else:
                spans.append(word.span)
        yield from (statement[span.start : span.end] for span in spans)


def _names(statement: str) -> Iterator[list[Word]]:
    """Give the names as runs of capitalised words, with `of` and the like between them."""
    name: list[Word] = []
    for word in words_of(statement):
        if not word.written[0].isupper() or word.plain in UNCLAIMED or _begins_sentence(word, statement):
            continue
        if name and not _LINK.fullmatch(statement, name[-1].span.end, word.span.start):
            yield name
            name = []
        name.append(word)
    yield name


def _begins_sentence(word: Word, statement: str) -> bool:
    """Whether a word may owe its capital to its place; not an acronym, and not most words before another capital."""
    start, end = word.span.start, word.span.end
    if word.acronym or not _SENTENCE_START.search(statement, max(0, start - _LOOK_BACK), start):
        return False
    before_capital = statement[end : end + 1].isspace() and statement[end + 1 : end + 2].isupper()
    return not before_capital or word.plain in WEIGHTLESS or word.plain.endswith(("ing", "ly"))
