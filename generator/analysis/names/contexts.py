"""Contexts in which the name of a country means something else: one small rule for each.

A rule sees a name with the words around it and says whether it is no mention. The words that the rules go by are in
`generator/analysis/data/contexts.yml`.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from generator.analysis.names.candidates import INITIALS, Candidate, any_of
from generator.analysis.names.gazetteer import load_gazetteer
from generator.analysis.names.languages import language

Rule: TypeAlias = Callable[[Candidate], bool]

_WORDS = load_gazetteer().words
_LAST_ONLY = frozenset(_WORDS["weak"])
_ORGANISATIONS = frozenset({*_WORDS["outlets"], *_WORDS["companies"], *_WORDS["institutions"]})
_OFFICES = frozenset(_WORDS["offices"])
_COMPANIES = frozenset({*_WORDS["outlets"], *_WORDS["companies"]})


_CAPITALISED_RUN = re.compile(r" [A-Z][\w.&'\u2019-]*(?: (?:(?:of|and|for|&|the) )?[A-Z][\w.&'\u2019-]*){0,5}")


def named_organisation(candidate: Candidate) -> bool:
    """`Japan Times`, `Australian National University`, `Korean Air`: an outlet, a company, a university.

    Abbreviations stand before bodies of the state (`US Naval War College`), so only companies and outlets count there.
    """
    run = _CAPITALISED_RUN.match(candidate.after)
    if run is None:
        return False
    words = [word.rstrip(".,'\u2019").removesuffix("'s").removesuffix("\u2019s") for word in run.group().split()]
    office = next((number for number, word in enumerate(words) if word in _OFFICES), None)
    if office is not None:
        words = words[: office + 1]  # a person follows, whose name and office are no organisation's
    if INITIALS.fullmatch(candidate.name):
        return not _COMPANIES.isdisjoint(words)
    return not _ORGANISATIONS.isdisjoint(words) or words[-1] in _LAST_ONLY


_OF_ENTITY = frozenset(_WORDS["of_entity"])


def named_after_of(candidate: Candidate) -> bool:
    """`University of Tokyo`, `Gulf of Mexico`, `Times of London`."""
    if candidate.last == "the":
        return candidate.prior == "of" and candidate.third in _OF_ENTITY
    return candidate.last == "of" and candidate.prior in _OF_ENTITY


_UNIVERSITY_CITY = re.compile(r"\bUniversity(?: of \w+| College)? $|\bCollege $")


def campus(candidate: Candidate) -> bool:
    """`King's College London`, `University College Dublin`."""
    return candidate.meaning.kind == "seats" and bool(_UNIVERSITY_CITY.search(candidate.before))


_OUTLET_VERB = re.compile(r" (?:newspaper|reported|reports|first reported|has reported)\b|, (?:a|the) newspaper\b")


def outlet_named_by_its_people(candidate: Candidate) -> bool:
    """`The Australian reported`, `the Scotsman newspaper`."""
    article = candidate.last in {"The", "the"} and candidate.meaning.kind == "people"
    return article and bool(_OUTLET_VERB.match(candidate.after))


_SHIPS_AND_CLUBS = frozenset({*_WORDS["ships"], *_WORDS["clubs"]})


def ship_or_club(candidate: Candidate) -> bool:
    """`HMAS Canberra`, `Dinamo Tbilisi`."""
    return candidate.last in _SHIPS_AND_CLUBS


_BODIES = frozenset({*_WORDS["bodies"], *_WORDS["companies"]})


def national_branch(candidate: Candidate) -> bool:
    """`Cricket Australia`, `BAE Systems Australia`: a body or company that ends in the country's name."""
    return candidate.meaning.kind == "names" and candidate.last in _BODIES


_WATERS = re.compile(rf" {any_of('waters')}(?!\w)")


def waters(candidate: Candidate) -> bool:
    """`Taiwan Strait`, `Korean Peninsula`, `Panama Canal`."""
    return bool(_WATERS.match(candidate.after))


_PLACE_AFTER = re.compile(rf"[ -]{any_of('places')}(?!\w)")
_TREATY_AFTER = re.compile(rf"[ -]{any_of('treaties')}(?!\w)")


def carries_the_name(candidate: Candidate) -> bool:
    """`Washington Square`, `Holland Tunnel`, `Ottawa Senators`."""
    return candidate.meaning.kind != "people" and bool(_PLACE_AFTER.match(candidate.after))


def named_after_seat(candidate: Candidate) -> bool:
    """`Paris Agreement`, `London Irish`."""
    return candidate.meaning.kind == "seats" and bool(_TREATY_AFTER.match(candidate.after))


_STATE_AFTER = re.compile(rf", {any_of('states')}(?!\w| and\b| or\b)")


def namesake(candidate: Candidate) -> bool:
    """`Paris, Texas`, `Panama City, Fla.`; not the list `from China, California and Texas`."""
    one = " " not in candidate.name or candidate.meaning.kind == "seats"
    return one and candidate.after.startswith(", ") and bool(_STATE_AFTER.match(candidate.after))


_STATE_BEFORE = re.compile(rf"(?<!\w){any_of('states')}(?:,| and|, and| or|, or|,? to) $")
_STATE_BESIDE = re.compile(rf"(?:,| and|, and| or|, or| to) {any_of('states')}(?!\w)")
_US_PLACE_BEFORE = {
    "Washington": frozenset(_WORDS["washington_before"]),
    "Georgia": frozenset(_WORDS["georgia_before"]),
}
_US_PLACE_AFTER = re.compile(r"[ -][Ss]tate(?:'s|\u2019s)?(?! Department)\b| Senate race| Supreme Court| Republican")


def us_state(candidate: Candidate) -> bool:
    """`Washington state`, `Washington and Oregon`, `Savannah, Georgia`."""
    before = _US_PLACE_BEFORE.get(candidate.name)
    if before is None:
        return False
    return bool(
        candidate.last in before
        or candidate.last_two in before
        or _STATE_BEFORE.search(candidate.before)
        or _STATE_BESIDE.match(candidate.after)
        or (_US_PLACE_AFTER.match(candidate.after) and not candidate.before.endswith("the "))
    )


_SHOUTED_BEFORE = re.compile(r"(?<!\w)[A-Z]{2,} $")
_SHOUTED_AFTER = re.compile(r" [A-Z]{2,}\b")


def shouted_pronoun(candidate: Candidate) -> bool:
    """`JOIN US NOW`: the pronoun among words in capitals."""
    return bool(
        candidate.name == "US" and _SHOUTED_BEFORE.search(candidate.before) and _SHOUTED_AFTER.match(candidate.after)
    )


def address(candidate: Candidate) -> bool:
    """`@UKParliament`, `example.org/Japan`: a name inside an address."""
    return candidate.before.endswith(("@", "/www.", "#", ".com/"))


_NUMBER_TEN = frozenset({"No 10", "No. 10", "Number 10"})
_NUMBER_TEN_BEFORE = frozenset(_WORDS["number_ten_before"])
_ACTS = re.compile(rf" {any_of('number_ten_after')}\b")


def mere_number(candidate: Candidate) -> bool:
    """`the No. 10 seed`; but `No 10 said`, `outside No 10`."""
    acts = candidate.last in _NUMBER_TEN_BEFORE or _ACTS.match(candidate.after)
    return candidate.name in _NUMBER_TEN and (not acts or candidate.after.startswith(" Downing"))


_ONLY_AFTER = {name: frozenset(words) for name, words in load_gazetteer().only_after.items()}


def lacks_its_word(candidate: Candidate) -> bool:
    """`Brussels` without `in`, `States` without `the`."""
    needed = _ONLY_AFTER.get(candidate.name)
    return needed is not None and candidate.last not in needed and candidate.last_two not in needed


BY_FOLLOWING: tuple[Rule, ...] = (named_organisation, waters, carries_the_name, named_after_seat)
"""Rules that go by a name right after the country's."""
BY_PRECEDING: tuple[Rule, ...] = (
    outlet_named_by_its_people,
    named_after_of,
    campus,
    ship_or_club,
    national_branch,
    address,
)
"""Rules that go by what stands right before it."""
BY_NAME: tuple[Rule, ...] = (us_state, language, shouted_pronoun, lacks_its_word, mere_number)
"""Rules for certain names only."""

_NAME_FOLLOWS = re.compile(r"[ -](?:[A-Z]|peninsula|climate)")
_CERTAIN_NAMES = frozenset({*_US_PLACE_BEFORE, *_WORDS["languages"], "US", *_ONLY_AFTER, *_NUMBER_TEN})


def means_something_else(candidate: Candidate) -> bool:
    """Say whether any rule says so; `person` and `namesake`, which speak for the whole article, stand apart."""
    return (
        any(rule(candidate) for rule in BY_PRECEDING)
        or (_NAME_FOLLOWS.match(candidate.after) is not None and any(rule(candidate) for rule in BY_FOLLOWING))
        or (candidate.name in _CERTAIN_NAMES and any(rule(candidate) for rule in BY_NAME))
    )
