"""Names in other languages than English: those of countries in that language, and the desk's own names as they stand.

Each form of language has one rule that says which letters may join a name; what a language does beyond it is missed.
The names are in `generator/analysis/data/languages/`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from generator.analysis.names.gazetteer import has_data, read_data
from generator.analysis.names.mentions import Mentions, find_mentions
from generator.analysis.names.vocabulary import Vocabulary
from generator.model import Mention
from generator.text import Span

_SAME: Final = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "tl": "fil", "bs": "hr", "sh": "sr"}
"""Languages, and older codes of languages, whose names stand under another code."""
_SHORT: Final = 4
"""Of a name so short little but its last letter may change: `Чад` is a country, `Чадаев` a man."""
_APOSTROPHE: Final = "['\u2019\u02bc]"
_LAST_VOWELS: Final = re.compile(
    r"[aeiouyáéíóúýąęěůőűăâîāēīūäöüаеиоуыэюяёйіїєьαεηιουωάέήίόύώ]{1,2}$|(?<=[αεηιουωάέήίόύώ])ς$"
)
_UNCHANGED: Final = frozenset({"letters", "particles"})
"""Forms whose lists hold no stems, which other rules complete."""
_NOT_LATIN: Final = re.compile(r"[^\x00-\u024f\u2010-\u203a]")


def words(name: str) -> str:
    """The name as it stands: `Francia`."""
    return rf"{_plain(name)}(?!\w)"


def genitive(name: str) -> str:
    """The name, also with an s: `Australiens`, `Norges`, `Canada's`."""
    return rf"{_plain(name)}(?:{_APOSTROPHE}?s|{_APOSTROPHE})?(?!\w)"


def endings(name: str) -> str:
    """Each word of the name with another ending in place of its last vowels: `Wielkiej Brytanii`, `Австралией`."""
    if name.isupper():
        return rf"{_plain(name)}(?!\w)"
    return rf"{' '.join(_ending(word) for word in name.split())}(?!\w)"


def _ending(word: str) -> str:
    if len(word) < _SHORT:
        return _plain(word)
    stem = _LAST_VOWELS.sub("", word)
    stem = stem if len(stem) >= _SHORT - 1 else word[: _SHORT - 1]
    return rf"{_plain(stem)}\w{{0,{3 if len(stem) < _SHORT else 5}}}"


def apostrophe(name: str) -> str:
    """The name, also with a suffix after an apostrophe: `Avustralya'nın`."""
    return rf"{_plain(name)}(?:{_APOSTROPHE}\w{{1,8}})?(?!\w)"


def prefixes(name: str) -> str:
    """The name, also behind short words written together with it: `באוסטרליה`, `وأستراليا`."""
    return rf"{_plain(name)}(?!\w)"


def particles(name: str) -> str:
    """The name at the beginning of a word; particles follow: `호주는`."""
    return rf"{_plain(name)}"


def letters(name: str) -> str:
    """The name among other letters, since there are no spaces; one in katakana is no part of a longer word in it."""
    before = "(?<![ァ-ヺー])" if "ァ" <= name[0] <= "ヺ" else ""
    after = "(?![ァ-ヺー])" if "ァ" <= name[-1] <= "ー" else ""
    return rf"{before}{_plain(name)}{after}"


FORMS: Final[Mapping[str, Callable[[str], str]]] = {
    rule.__name__: rule for rule in (words, genitive, endings, apostrophe, prefixes, particles, letters)
}


_WORD_BEGINS: Final = r"(?<!\w)"
_BEFORE: Final = {"letters": "", "prefixes": rf"{_WORD_BEGINS}[ובלמהכשوفبلك]{{0,3}}"}
"""What may stand before a name; in all other forms it begins a word."""


def _pattern(form: str, entries: Iterable[tuple[str, str]]) -> str:
    """Give one pattern with a group for each entry: first letter and what it looks like.

    The first letter is asked for first, so that few of the names are tried where none begins.
    """
    branches = [
        rf"(?={_plain(letter)})(?:{'|'.join(f'({rule})' for _, rule in group)})"
        for letter, group in groupby(entries, key=lambda entry: entry[0])
    ]
    return f"{_BEFORE.get(form, _WORD_BEGINS)}(?:{'|'.join(branches)})"


def _plain(name: str) -> str:
    return re.escape(name).replace("'", _APOSTROPHE).replace(r"\ ", "[ \u00a0]")


@dataclass(frozen=True, slots=True)
class Language:
    """A language whose names of countries are known."""

    name: str
    """In English."""
    pattern: re.Pattern[str]
    countries: tuple[str, ...]
    """By the number of the group that matched; the empty one is for what is no country."""


def base_code(code: str) -> str:
    """Give the code of a language without region and script: `pt` for `pt-BR`."""
    base = code.replace("_", "-").partition("-")[0].lower()
    return _SAME.get(base, base)


@cache
def language_of(code: str) -> Language | None:
    """Give a language by its code (BCP 47); None where its names are not known."""
    path = f"languages/{base_code(code)}.yml"
    if not re.fullmatch("[a-z]{2,3}", base_code(code)) or not has_data(path):
        return None
    record = read_data(path)
    form = record["form"]
    entries = [(name, country, FORMS[form](name)) for country, names in record["names"].items() for name in names]
    entries += [(name, "", letters(name)) for name in record.get("other_things", ())]
    entries.sort(key=lambda entry: (entry[0][0], -len(entry[0]), entry[0]))
    return Language(
        name=record["name"],
        pattern=re.compile(_pattern(form, ((name[0], rule) for name, _, rule in entries))),
        countries=tuple(country for _, country, _ in entries),
    )


@dataclass(frozen=True, slots=True)
class NameAbroad:
    """What a country is called in a language."""

    code: str
    language: str
    """In English."""
    names: tuple[str, ...]
    """The usual one first."""


def names_abroad(country: str, codes: Iterable[str]) -> Iterator[NameAbroad]:
    """Give the names of a country in those languages that have one; all that are in use where names stand unchanged."""
    for code in codes:
        language, form, known = _names(code)
        names = known.get(country, ())
        if names:
            yield NameAbroad(code, language, names if form in _UNCHANGED else names[:1])


@cache
def _names(code: str) -> tuple[str, str, Mapping[str, tuple[str, ...]]]:
    record = read_data(f"languages/{code}.yml")
    return record["name"], record["form"], {country: tuple(names) for country, names in record["names"].items()}


def foreign_mentions(text: str, code: str, vocabulary: Vocabulary) -> Mentions:
    """Find the countries by their names in that language, and pillars, topics and partnership as the desk names them.

    The desk's names are looked for between what is not Latin, so that a script without spaces does not hide them.
    """
    own = find_mentions(_NOT_LATIN.sub(" ", text), vocabulary)
    language = language_of(code)
    found = tuple(_countries(text, language)) if language else ()
    return Mentions(found, own.pillars, own.topics, own.partnership)


def _countries(text: str, language: Language) -> Iterator[Mention]:
    for match in language.pattern.finditer(text):
        if country := language.countries[(match.lastindex or 0) - 1]:
            yield Mention(Span(*match.span()), country)
