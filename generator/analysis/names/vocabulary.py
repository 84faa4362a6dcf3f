"""The vocabulary: the names under which countries, pillars, topics and the partnership are looked for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

from generator.analysis.names.gazetteer import Meaning, country_names, in_cases, read_data
from generator.analysis.names.pillars import PillarForms, is_numbered, pillar_forms
from generator.analysis.names.trie import alternation, plain
from generator.outputs import digest
from generator.schema.subjects import Country, Partnership, Pillar, Topic

SubjectKind: TypeAlias = Literal["pillar", "topic", "partnership"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All names with what they mean, in one pattern: case-sensitive, longest name first, whole words.

    Two vocabularies are the same when their digests are.
    """

    digest: str
    countries: Mapping[str, Meaning] = field(compare=False, repr=False)
    subjects: Mapping[str, tuple[SubjectKind, str]] = field(compare=False, repr=False)
    partnership: frozenset[str] = field(compare=False, repr=False)
    pillars: tuple[PillarForms, ...] = field(compare=False, repr=False)
    pattern: re.Pattern[str] = field(compare=False, repr=False)


def compile_vocabulary(
    partnership: Partnership, countries: Iterable[Country], pillars: Iterable[Pillar], topics: Iterable[Topic]
) -> Vocabulary:
    """Compile the gazetteer, and the names and aliases of the content files."""
    names = dict(country_names())
    for country in countries:
        for name in map(plain, (country.name, *country.aliases)):
            meaning = Meaning(country.id, names[name].kind if name in names else "names")
            names |= dict.fromkeys(in_cases(name), meaning)
    subjects: dict[str, tuple[SubjectKind, str]] = {}
    pillars = tuple(pillars)
    for topic in topics:
        subjects |= dict.fromkeys(variants(topic.name, *topic.aliases), ("topic", topic.id))
    for pillar in pillars:
        names_alone = (plain(name) for name in (pillar.name, *pillar.aliases) if not is_numbered(name))
        subjects |= dict.fromkeys(names_alone, ("pillar", pillar.id))
    own = frozenset(map(plain, (partnership.name, *partnership.aliases)))
    subjects |= dict.fromkeys(own, ("partnership", partnership.name))
    names = {name: meaning for name, meaning in names.items() if name not in subjects}
    contexts = read_data("contexts.yml")
    forms = pillar_forms(pillars)
    return Vocabulary(
        digest=digest(repr((sorted(names.items()), sorted(subjects.items()), forms, contexts)).encode()),
        countries=names,
        subjects=subjects,
        partnership=own,
        pillars=forms,
        pattern=_pattern(frozenset({*names, *subjects, *contexts["other_things"]})),
    )


@lru_cache(maxsize=2)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Give the pattern of all names; an address on the web is gone over whole, money (`US$`) is no name.

    That a name can begin here at all is asked first, which makes the search half as fast again.
    """
    begin = "".join(sorted({re.escape(name[0]) for name in names} | set("hw")))
    return re.compile(rf"(?=[{begin}])(?<![@#])\b(?:(?:https?://|www\.)\S+|{alternation(names)}(?![\w$£€¥]))")


_ACRONYM = re.compile(r"[A-Z]{2,5}")


def variants(*names: str) -> Iterator[str]:
    """Give names of a subject in singular and plural, as capitals and hyphens vary; acronyms also with stops."""
    for name in map(plain, names):
        for form in (name, *_other_number(name)):
            yield form
            if _ACRONYM.fullmatch(form.removesuffix("s")):
                yield "".join(f"{letter}." for letter in name)
            elif not any(letter.isupper() for letter in form[1:]):
                lower = form[0].lower() + form[1:]
                yield from (lower, form[0].upper() + form[1:], lower.title(), lower.upper())
                yield from (lower.replace(" ", "-"), (form[0].upper() + form[1:]).replace(" ", "-"))


def _other_number(name: str) -> Iterator[str]:
    """Give the plural of a singular and the singular of a plural, where the rule is plain."""
    if _ACRONYM.fullmatch(name):
        yield f"{name}s"
    elif name.endswith("ies"):
        yield f"{name[:-3]}y"
    elif name.endswith("s") and not name.endswith(("ss", "ics", "us")):
        yield name[:-1]
    elif name.endswith("y") and name[-2:-1] not in "aeiou":
        yield f"{name[:-1]}ies"
    elif not name.endswith(("s", "x", "ch", "sh", "ic")):
        yield f"{name}s"
