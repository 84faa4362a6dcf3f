"""Contexts in which the name of a country means something else, most of them entries of `data/contexts.yml`.

A rule sees a name with the words around it and says whether it is no mention.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.analysis.names.gazetteer import Meaning, read_data
from generator.analysis.names.trie import alternation
from generator.text import Span

WORDS: dict[str, Any] = read_data("contexts.yml")
INITIALS = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.)+")
"""`US`, `U.K.`, `NZ`."""
_REACH = 80
"""How many characters before and after a name the rules may look at, so that none takes long."""
_OPENING = "\"'\u201c\u2018(["


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of a country where it stands, before the rules have judged it."""

    span: Span
    name: str
    meaning: Meaning
    before: str
    after: str
    prior: str
    """The word before the last."""
    last: str
    """The word just before the name; empty where something else stands between."""
    endings: frozenset[str]
    """The last word, the last two and the last three."""


def candidate_at(text: str, span: Span, name: str, meaning: Meaning) -> Candidate:
    """Give a name with the words around it."""
    before = text[max(0, span.start - _REACH) : span.start]
    line = before.rpartition("\n")[2] if before.endswith(" ") else ""
    words = [word.lstrip(_OPENING) for word in line.split(" ")[-4:-1]]
    prior, last = ("", "", *words)[-2:]
    endings = frozenset(" ".join(words[number:]) for number in range(len(words)))
    return Candidate(span, name, meaning, before, text[span.end : span.end + _REACH], prior, last, endings)


Rule: TypeAlias = Callable[[Candidate], bool]


@dataclass(frozen=True, slots=True)
class Context:
    """An entry of `contexts.yml`: the names that it speaks of, and the words before and after them."""

    names: frozenset[str]
    kinds: frozenset[str]
    before: frozenset[str]
    after: re.Pattern[str] | None

    def fits(self, candidate: Candidate) -> bool:
        """Whether all that it says is so."""
        return (
            (not self.names or candidate.name in self.names)
            and (not self.kinds or candidate.meaning.kind in self.kinds)
            and (not self.before or not self.before.isdisjoint(candidate.endings))
            and (not self.after or self.after.match(candidate.after) is not None)
        )

    def stands_beside(self, candidate: Candidate) -> bool:
        """Whether one of its words stands before or after a name."""
        after = self.after.match(candidate.after) if self.after else None
        return after is not None or not self.before.isdisjoint(candidate.endings)


def _context(entry: dict[str, Any]) -> Context:
    after = re.compile(rf"[ -]{alternation(entry['after'])}(?!\w)") if "after" in entry else None
    names, kinds, before = (frozenset(entry.get(key, ())) for key in ("names", "kinds", "before"))
    return Context(names, kinds, before, after)


CONTEXTS = tuple(map(_context, WORDS["contexts"]))
ONLY_BESIDE = {name: _context(entry) for entry in WORDS["only_beside"] for name in entry["names"]}


def listed(candidate: Candidate) -> bool:
    """`HMAS Canberra`, `Taiwan Strait`, `Washington state`: an entry of `contexts`."""
    return any(context.fits(candidate) for context in CONTEXTS)


def lacks_its_word(candidate: Candidate) -> bool:
    """`Brussels` without `in`, `States` without `the`: an entry of `only_beside`."""
    context = ONLY_BESIDE.get(candidate.name)
    return context is not None and not context.stands_beside(candidate)


_COMPANIES = frozenset(WORDS["companies"])
_ORGANISATIONS = _COMPANIES.union(WORDS["institutions"])
_RUN = re.compile(r" [A-Z][\w.&'\u2019-]*(?: (?:(?:of|and|for|&|the) )?[A-Z][\w.&'\u2019-]*){0,5}")


def named_organisation(candidate: Candidate) -> bool:
    """`Japan Times`, `Australian National University`, `Korean Air`: an outlet, a company, a university."""
    run = _RUN.match(candidate.after)
    if run is None:
        return False
    words = [re.sub(r"['\u2019]s$|[.,'\u2019]+$", "", word) for word in run.group().split()]
    office = next((number for number, word in enumerate(words) if word in WORDS["offices"]), len(words))
    words = words[: office + 1]
    if INITIALS.fullmatch(candidate.name):
        return not _COMPANIES.isdisjoint(words)
    return not _ORGANISATIONS.isdisjoint(words) or words[-1] in WORDS["weak"]


_STATE = alternation(WORDS["states"])
_JOIN = r"(?:, and|, or|,? to|,| and| or)"
_AFTER_STATE = re.compile(rf"(?<!\w){_STATE}{_JOIN} $")
_BEFORE_STATE = re.compile(rf"{_JOIN} {_STATE}(?!\w)")


def among_states(candidate: Candidate) -> bool:
    """`Washington and Oregon`, `Alabama, Georgia`."""
    return candidate.name in {"Washington", "Georgia"} and bool(
        _AFTER_STATE.search(candidate.before) or _BEFORE_STATE.match(candidate.after)
    )


_CAPITALS_AFTER = re.compile(r" [A-Z]{2,}\b")


def shouted_pronoun(candidate: Candidate) -> bool:
    """`JOIN US NOW`: the pronoun among words in capitals."""
    shouted = candidate.name == "US" and candidate.last.isupper() and len(candidate.last) > 1
    return shouted and bool(_CAPITALS_AFTER.match(candidate.after))


_ANY_LANGUAGE = alternation((*WORDS["languages"], *WORDS["other_languages"]))
_AND = r"(?:, and|,| and| or)"
_SPEAKS = re.compile(
    rf"(?<!\w)(?i:{alternation(WORDS['language_before'])})(?: {alternation(WORDS['between'])})?"
    rf"(?: {_ANY_LANGUAGE}{_AND})*+ $"
)
_NO_NOUN = re.compile(
    rf"(?:{_AND} {_ANY_LANGUAGE}(?!\w))*+\s*"
    rf"(?:$|[.,;:!?)\"\u201d\u2019'\u2014\u2013]|(?:and|or)\b(?! [A-Z])|{alternation(WORDS['after_a_language'])}\b)"
)
_OPENS = re.compile(r"(?:^|[.!?:\u201d\n]\s?)$")
_AS_SUBJECT = re.compile(r" (?:is|was|isn['\u2019]t|wasn['\u2019]t|has become|became)\b")
_OF_A_LANGUAGE = re.compile(rf"[ -]{alternation(WORDS['language_after'])}(?!\w)")
_OF_ENGLISH = re.compile(rf"[ -]{alternation(WORDS['english_after'])}(?!\w)")


def language(candidate: Candidate) -> bool:
    """`in Japanese`, `English-speaking`, `a Spanish class`, `speaks Thai and Lao`; not `in Japanese waters`.

    A people's name after `in` or `speaks` is a language where no noun follows it, or the list that it begins;
    so it is without an article at the start of a sentence (`English is the language of work`).
    """
    after = candidate.after
    if candidate.name not in WORDS["languages"]:
        return False
    if _OF_A_LANGUAGE.match(after) or (candidate.name == "English" and _OF_ENGLISH.match(after)):
        return True
    subject = _OPENS.search(candidate.before) and _AS_SUBJECT.match(after)
    return bool(subject or (_NO_NOUN.match(after) and _SPEAKS.search(candidate.before)))


RULES: Iterable[Rule] = (listed, named_organisation, lacks_its_word, among_states, shouted_pronoun, language)


def means_something_else(candidate: Candidate) -> bool:
    """Say whether any rule says so; `person` and `namesake`, which speak for the whole article, stand apart."""
    return any(rule(candidate) for rule in RULES)
