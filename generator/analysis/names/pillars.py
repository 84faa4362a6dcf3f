"""Pillars: every way of naming one by its number (`Pillar II`, `Pillars I and II`, `both pillars`, `second pillar`).

The forms come from the numbers in the content's own names, whatever they are called (`Pillar I`, `Track 2`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.analysis.names.gazetteer import read_lists
from generator.analysis.names.trie import alternation
from generator.model import Mention
from generator.schema.subjects import Pillar
from generator.text import Span

LISTS = read_lists("pillars.yml")
_REACH = 60
_NUMBERED = re.compile(r"(?P<noun>[A-Za-z]+)[ -](?P<number>\w+)")
_TWO = 2
_NUMERALS = {
    form: number
    for number, (word, roman) in enumerate(zip(LISTS["cardinals"], LISTS["romans"], strict=True), start=1)
    for form in (str(number), roman, word, word.title(), word.upper())
}
_ORDINALS = {
    form: number
    for number, (word, figures) in enumerate(zip(LISTS["ordinals"], LISTS["figures"], strict=True), start=1)
    for form in (word, word.title(), figures)
}
_NUMERAL = alternation(_NUMERALS)
_ORDINAL = alternation(_ORDINALS)


def _numbers_after(join: str, most: str) -> re.Pattern[str]:
    numbers = rf"{_NUMERAL}(?:{join}{_NUMERAL}(?!\w)){most}"
    return re.compile(rf"[ \u00a0\u2010\u2011-](?P<all>{numbers})(?!\w|[.,]\d)")


_AFTER_PLURAL = _numbers_after(r"(?:,? (?:and|or) |, | ?[/&\u2013-] ?| & | to )", "*")
_AFTER_ONE = _numbers_after("(?: (?:and|or|to) |/)", "?")
_EACH_NUMERAL = re.compile(rf"(?<!\w){_NUMERAL}(?!\w)")
_ORDINAL_BEFORE = re.compile(rf"(?<![\w-])(?P<words>{_ORDINAL}(?:,? (?:and|or) (?:the )?{_ORDINAL})?)[ -]$")
_EACH_ORDINAL = re.compile(rf"(?<!\w){_ORDINAL}(?!\w)")
_ALL_BEFORE = re.compile(
    r"(?<![\w-])(?P<words>(?i:both(?: (?:of )?(?:the|its|these|those))?|either|neither)|(?<=(?i:the|its) )two) $"
)
_INTRODUCED = re.compile(r"\((?:also |or )?[\"\u201c]?(?P<initial>[A-Z])(?P<number>\d)[\"\u201d]?\)")
_OWNER = re.compile(r"(?P<owner>[\w.]+)['\u2019]s? $")
_INDEFINITE = re.compile(r"\b[Aa]n? $")
_OF_OTHER = re.compile(r" of (?P<whose>[^.,;:!?\n]{1,60})")


@dataclass(frozen=True, slots=True)
class PillarForms:
    """The pillars that share a noun, by number."""

    noun: str
    pillars: Mapping[int, str]
    pattern: re.Pattern[str]
    """The noun in each case, singular and plural."""


def _noun_pattern(noun: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{noun}|{noun.lower()}|{noun.upper()})(?P<plural>[sS]?)(?![^\W\d_])")


def pillar_forms(pillars: Iterable[Pillar]) -> tuple[PillarForms, ...]:
    """Give the forms for the pillars that have a number in their name, or in their id."""
    found: dict[str, dict[int, str]] = {}
    for pillar in pillars:
        for label in (pillar.name, pillar.id.title(), *pillar.aliases):
            match = _NUMBERED.fullmatch(label)
            if match and match["number"] in _NUMERALS:
                found.setdefault(match["noun"].capitalize(), {}).setdefault(_NUMERALS[match["number"]], pillar.id)
                break
    return tuple(PillarForms(noun, numbers, _noun_pattern(noun)) for noun, numbers in sorted(found.items()))


def is_numbered(name: str) -> bool:
    """Say whether a name is a noun with a number, which the forms find (`Pillar I`, `pillar one`)."""
    match = _NUMBERED.fullmatch(name)
    return match is not None and match["number"] in _NUMERALS


def find_pillars(text: str, forms: PillarForms, partnership: frozenset[str], *, named: bool) -> list[Mention]:
    """Give the mentions of numbered pillars; `named` says whether the article names the partnership."""
    if not named and any(scheme in text for scheme in LISTS["other_schemes"]):
        return []
    nouns = [m for m in forms.pattern.finditer(text) if not text[m.start() - 1 : m.start()].isalnum()]
    found = [mention for noun in nouns for mention in _numbered(text, noun, forms)]
    if named or found:
        found.extend(mention for noun in nouns for mention in _counted(text, noun, forms, partnership))
    return sorted({*found, *_introduced(text, forms)})


def _numbered(text: str, noun: re.Match[str], forms: PillarForms) -> Iterator[Mention]:
    """`Pillar I`, `pillar two`, `Pillar-1`, `Pillars I and II`, `Pillar I or II`."""
    after = (_AFTER_PLURAL if noun["plural"] else _AFTER_ONE).match(text, noun.end(), noun.end() + _REACH)
    if after is None:
        return
    for numeral in _EACH_NUMERAL.findall(after["all"]):
        if pillar := forms.pillars.get(_NUMERALS[numeral]):
            yield Mention(Span(noun.start(), after.end()), pillar)


def _counted(text: str, noun: re.Match[str], forms: PillarForms, partnership: frozenset[str]) -> Iterator[Mention]:
    """`both pillars`, `either pillar`, `the pact's second pillar`, `the first and second pillars`."""
    before = text[max(0, noun.start() - _REACH) : noun.start()]
    ordinal = _ORDINAL_BEFORE.search(before)
    if ordinal and not _of_another(before[: ordinal.start()], text, noun.end(), partnership):
        span = Span(noun.start() - len(before) + ordinal.start(), noun.end())
        numbers = [_ORDINALS[word] for word in _EACH_ORDINAL.findall(ordinal["words"])]
        yield from (Mention(span, forms.pillars[number]) for number in numbers if number in forms.pillars)
    every = _ALL_BEFORE.search(before)
    if every and len(forms.pillars) == _TWO:
        span = Span(noun.start() - len(before) + every.start("words"), noun.end())
        yield from (Mention(span, pillar) for pillar in forms.pillars.values())


def _of_another(before: str, text: str, end: int, partnership: frozenset[str]) -> bool:
    """Say whether a counted pillar is another's: `the EU's second pillar`, `a first pillar of its strategy`.

    `AUKUS has a second pillar` speaks of its own.
    """
    own = {*partnership, *LISTS["scheme_nouns"]}
    owner = _OWNER.search(before)
    if owner and owner["owner"].lower() not in {word.lower() for word in own}:
        return True
    whose = _OF_OTHER.match(text, end)
    if whose is not None and not any(word in whose["whose"] for word in own):
        return True
    return bool(_INDEFINITE.search(before)) and not any(word in before for word in partnership)


def _introduced(text: str, forms: PillarForms) -> Iterator[Mention]:
    """`P2`, where the article has introduced it: `Pillar II (P2)`."""
    initial = forms.noun[0]
    introduced = {m["number"] for m in _INTRODUCED.finditer(text) if m["initial"] == initial}
    for number in sorted(introduced):
        if pillar := forms.pillars.get(int(number)):
            for match in re.finditer(rf"\b{initial}{number}\b", text):
                yield Mention(Span(*match.span()), pillar)
