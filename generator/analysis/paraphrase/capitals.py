"""Capitalised names of a statement that its source does not bear out.

Names are compared word by word, without case: `the Council` is borne out by `council`. A fuller form is borne out by
the article's other sentences where the source has part of it (`Fumio Kishida` for `Kishida`), and an acronym by the
words that it stands for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.analysis.paraphrase.amounts import SMALL, find_amounts
from generator.text import Span

TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "st", "mx"})
"""Capitalised words that claim nothing."""

RANKS = {
    "adm": "admiral", "brig": "brigadier", "capt": "captain", "cmdr": "commander", "col": "colonel", "cpl": "corporal",
    "gen": "general", "gov": "governor", "hon": "honourable", "insp": "inspector", "lt": "lieutenant", "maj": "major",
    "prof": "professor", "pte": "private", "rep": "representative", "rev": "reverend", "sen": "senator",
    "sgt": "sergeant", "supt": "superintendent", "dept": "department", "govt": "government", "univ": "university",
}  # fmt: skip
"""Titles that news writes short."""

SPELLINGS = (("defence", "defense"), ("programme", "program"), ("centre", "center"), ("our", "or"), ("isa", "iza"))
"""British spellings with the American ones, wherever in a word."""

OPENERS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "he", "his", "she", "her", "they", "their", "we",
    "our", "i", "you", "in", "on", "at", "by", "for", "from", "to", "of", "with", "without", "within", "under", "over",
    "after", "before", "between", "among", "during", "until", "since", "as", "about", "against", "through", "across",
    "according", "because", "while", "when", "where", "whether", "if", "unless", "although", "though", "once", "and",
    "but", "or", "nor", "not", "no", "neither", "both", "either", "all", "some", "many", "most", "several", "few",
    "each", "every", "any", "none", "only", "also", "then", "there", "here", "what", "who", "which", "how", "why",
    "like", "unlike", "despite",
})  # fmt: skip
"""Words that begin a sentence and are no name though a name follows."""

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&][^\W_]+)*(?:-(?=\d)\d+\w*)?")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|\n)[\"“‘'(\[]*$")
_LINK = re.compile(r"\s(?:(?:of|the|and|for|on|de|da|di|du|van|von|der|den|al|la|le)\s){0,2}|-|\s?[&/]\s?|[’']")
_SUFFIXES = frozenset({"", "n", "an", "ian", "ean", "ese", "ish", "s", "es", "ic", "y", "i", "ia", "e", "a"})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_LABELLED = re.compile(r"\b[A-Z]\w+[\s-](?P<label>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|\d\d?)\b")
_CAPITAL_NEXT = re.compile(r"\s[A-Z]")
_ACRONYM = re.compile(r"[A-Z][A-Z&]*[A-Z]s?")
_SHARED = 4
_LOOK_BACK = 12
_LONGEST = 6
_LONG = 6


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text."""

    span: Span
    word: str

    @property
    def plain(self) -> str:
        """Its comparable form: lower case, no possessive, no full stops."""
        return _plain(self.word)

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital first."""
        return self.word[0].isupper()


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    plain = word.lower().replace("’", "'").replace(".", "").removesuffix("'s").rstrip("'")
    for british, american in SPELLINGS:
        plain = plain.replace(british, american)
    return RANKS.get(plain, plain)


def tokens_of(text: str) -> list[Token]:
    """Give the words of a text; the parts of a hyphened word count as words, `F-35` as one."""
    return [Token(Span(*match.span()), match.group()) for match in _TOKEN.finditer(text)]


@dataclass(frozen=True, slots=True)
class Backing:
    """What can bear out a name: the words of the source, its acronyms and initials, and the whole article."""

    words: frozenset[str]
    proper: frozenset[str]
    """Capitalised words only."""
    acronyms: frozenset[str]
    source: str
    article: str
    """Looked at only where the source leaves a name open."""

    def bears_out(self, word: str) -> bool:
        """Say whether a word, in its comparable form, stands in the source in this or a kindred form."""
        return word in self.words or any(_kindred(word, other) for other in self.proper)


@lru_cache(maxsize=1024)
def backing_of(source: str, article: str) -> Backing:
    """Gather what a source and its article hold."""
    words = _TOKEN.findall(source)
    return Backing(
        words=frozenset(map(_plain, words)) | _labels(source),
        proper=frozenset(_plain(word) for word in words if word[0].isupper()),
        acronyms=frozenset(word.rstrip("s").lower() for word in words if _ACRONYM.fullmatch(word)),
        source=source,
        article=article,
    )


@lru_cache(maxsize=256)
def _as_phrase(text: str) -> str:
    """Give the words of a text in comparable form, with one space around each."""
    return f" {' '.join(token.plain for token in tokens_of(text))} "


@lru_cache(maxsize=256)
def _initials(text: str) -> str:
    """Give the first letters of the words of weight in order, in lower case; of short small ones a space."""
    return "".join(_initial(token) for token in tokens_of(text) if token.plain not in _LINKING)


_LINKING = frozenset({"of", "the", "and", "for", "on", "in", "a"})


def _initial(token: Token) -> str:
    return token.plain[:1] if token.capital or len(token.plain) >= _LONG else " "


def _labels(source: str) -> frozenset[str]:
    """Give the Roman figures that name what the source calls `Pillar 2`, `Pillar Two` or `the second pillar`."""
    labels = {match["label"].lower() for match in _LABELLED.finditer(source)}
    figures = {SMALL.index(label) if label in SMALL else int(label) for label in labels}
    figures |= {int(value) for amount in find_amounts(source) for kind, value in amount.keys if kind == "place"}
    return frozenset(roman for roman, value in _ROMAN.items() if value in figures)


def _kindred(one: str, other: str) -> bool:
    """Say whether two words differ by an ending only: `Europe` and `European`."""
    shared = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        shared += 1
    return shared >= _SHARED and one[shared:] in _SUFFIXES and other[shared:] in _SUFFIXES


def find_added_names(statement: str, known: Sequence[Span], backing: Backing) -> list[str]:
    """Give the names of a statement that nothing bears out; `known` are spans that are looked at elsewhere."""
    return [
        statement[span.start : span.end]
        for run in _runs(statement, known)
        for span in _joined(statement, _added(run, backing))
    ]


def _joined(statement: str, tokens: Sequence[Token]) -> list[Span]:
    """Give the spans of the tokens, those of one name as one: `House of Commons`, but `Oslo` and `Bergen`."""
    spans: list[Span] = []
    for token in tokens:
        between = statement[spans[-1].end : token.span.start] if spans else ""
        if _LINK.fullmatch(between) and " and " not in between:
            spans[-1] = Span(spans[-1].start, token.span.end)
        else:
            spans.append(token.span)
    return spans


def _runs(statement: str, known: Sequence[Span]) -> Iterator[list[Token]]:
    """Give the names as runs of capitalised words, with `of` and the like between them."""
    run: list[Token] = []
    for token in tokens_of(statement):
        if not _is_name(token, statement):
            continue
        if run and not _LINK.fullmatch(statement, run[-1].span.end, token.span.start):
            yield _without(run, known)
            run = []
        run.append(token)
    yield _without(run, known)


def _without(run: list[Token], known: Sequence[Span]) -> list[Token]:
    return [token for token in run if not any(token.span.overlaps(span) for span in known)]


def _is_name(token: Token, statement: str) -> bool:
    if not token.capital or token.plain in TITLES:
        return False
    if not _SENTENCE_START.search(statement, max(0, token.span.start - _LOOK_BACK), token.span.start):
        return True
    if _ACRONYM.fullmatch(token.word):
        return True
    following = _CAPITAL_NEXT.match(statement, token.span.end)
    return following is not None and token.plain not in OPENERS and not token.plain.endswith(("ing", "ly"))


def _added(run: list[Token], backing: Backing) -> list[Token]:
    added = [token for token in run if not backing.bears_out(token.plain)]
    added = [token for token in added if not _acronym_of(token.word, backing)]
    if added and _spells_out(run, backing):
        return []
    return [token for token in added if not _in_article(token, run, backing)]


def _acronym_of(word: str, backing: Backing) -> bool:
    if _ACRONYM.fullmatch(word) is None:
        return False
    letters = word.rstrip("s").replace("&", "").lower()
    return letters in _initials(backing.source) or letters in _initials(backing.article)


def _spells_out(run: list[Token], backing: Backing) -> bool:
    """Say whether the source holds the acronym of some words of the run that stand together."""
    initials = "".join(token.plain[0] for token in run)
    parts = (initials[start : start + length] for start in range(len(initials)) for length in range(2, _LONGEST + 1))
    return any(part in backing.acronyms for part in parts)


def _in_article(token: Token, run: list[Token], backing: Backing) -> bool:
    """Say whether the article has the word beside one that the source has too, as the statement has it."""
    place = run.index(token)
    article = _as_phrase(backing.article)
    for start in range(max(0, place - _LONGEST), place + 1):
        for end in range(max(place + 1, start + 2), min(len(run), place + _LONGEST) + 1):
            plain = [each.plain for each in run[start:end]]
            if f" {' '.join(plain)} " in article and any(word in backing.words for word in plain):
                return True
    return False
