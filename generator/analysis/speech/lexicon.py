"""The words by which reading tells who speaks: the lists of data/speech.yml, and the forms of its verbs."""

import re

from generator.analysis.names.gazetteer import read_lists

_LISTS = read_lists("speech.yml")


def words(name: str) -> frozenset[str]:
    """Give a list by its name in the data file."""
    return frozenset(_LISTS[name])


def lines(name: str) -> tuple[str, ...]:
    """Give a list in its order."""
    return _LISTS[name]


def _forms(name: str) -> frozenset[str]:
    """Give all forms of the verbs of a list: `say said` is one whose past is not made with -ed."""
    found: set[str] = set()
    for entry in _LISTS[name]:
        base, _, past = entry.partition(" ")
        ends_in_y = re.search("[^aeiou]y$", base)
        past = past or (base + "d" if base.endswith("e") else base[:-1] + "ied" if ends_in_y else base + "ed")
        third = base + "es" if re.search("(?:s|sh|ch|x|o)$", base) else base[:-1] + "ies" if ends_in_y else base + "s"
        doubled = past.endswith("ed") and len(past) > len(base) + 2
        stem = past[:-2] if doubled else base if base.endswith("ee") else base.removesuffix("e")
        found |= {base, past, third, stem + "ing"}
        _PAST.add(past)
    return frozenset(found)


_PAST: set[str] = set()
SAY, TELL, CLAIM, WARN = _forms("say"), _forms("tell"), _forms("claim"), _forms("warn")
LABEL, PUBLISH = _forms("label"), _forms("publish")
UTTER = _forms("utter") | CLAIM | SAY | TELL
REPORTING = UTTER | LABEL | WARN
PAST = frozenset(_PAST)
"""May also be passive participles: `was told`, `is expected`."""
PARTICIPLES = frozenset(form for form in REPORTING if form.endswith("ing"))
INVERTED, OPENING = UTTER - PARTICIPLES, _forms("introduce") - PARTICIPLES
"""May stand before their subject: after a quotation, and at the beginning of a sentence."""
TAKE_CLAUSE, SHOW, BELIEVE = _forms("take_clause"), _forms("show"), words("believe")

BE, NEGATION, ADVERBS = words("be"), words("negation"), words("adverbs")
AUXILIARY = BE | words("have") | words("modal")
FINITE = AUXILIARY | words("finite")
PRONOUNS = frozenset({"he", "she", "they", "it"})
RELATIVES = frozenset({"who", "which", "whose", "whom"})
PREPOSITIONS, PARTICLES, NUMBERS = words("prepositions"), words("particles"), words("numbers")
DETERMINERS = NUMBERS | words("determiners")
NOBODY = words("nobody")

PERSONS, PEOPLE, OFFICES = words("persons"), words("people"), words("offices")
SPOKESPERSONS, BODIES, DOCUMENTS = words("spokespersons"), words("bodies"), words("documents")
COMMON = PERSONS | BODIES | DOCUMENTS | OFFICES | SPOKESPERSONS
COMMON |= {word + "s" for word in COMMON}
THINGS = BODIES | DOCUMENTS
HEADS = COMMON | PEOPLE
"""The nouns that can speak."""

TITLES, PLACES, DEMONYMS = words("titles"), words("places"), words("demonyms")
NO_PERSON = words("organisations") | words("states")
MEN, WOMEN = words("men"), words("women")
FIRST_NAMES = MEN | WOMEN


def singular(word: str) -> str:
    """Give a plain singular of an English noun."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
