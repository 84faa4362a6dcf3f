"""Makes `countries.yml` from open data and `reviewed.yml`.

Run by hand when either has changed, then read the diff: `python generator/analysis/names/make_gazetteer.py`

Needs two packages that the program does without: Babel (English names of territories from the Unicode CLDR; Unicode
licence) and countryinfo 1 (official names, capitals, one demonym each; MIT).
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

DATA = Path(__file__).resolve().parent.parent / "data"
NO_COUNTRY = {"EU", "UN", "EZ", "XA", "XB", "QO", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
"""Codes of two letters in the CLDR that are no country of ISO 3166-1 (Kosovo's XK, in common use, is kept)."""
PLAIN = re.compile(r"[^\W\d_][\w .'\u2019-]+")
OFFICIAL = re.compile(
    r"(?:[A-Z][\w' -]*? )?(?:Republic|Kingdom|States?|Commonwealth|Principality|Confederation|Federation|Union|"
    r"Sultanate|Duchy|Territory|Bailiwick|Islands)\b[\w' -]*",
    re.ASCII,
)
"""Other names in English; countryinfo mixes them with names in the languages of the country."""
SAME_PLURAL = re.compile(r"(?:ese|ish|ic|Swiss|French|Dutch|Welsh|Manx|Khmer|Kyrgyz|ois|Lao|[hst](?:wo)?m[ae]n)$")
HEAD = """\
# The names of all countries and territories of ISO 3166-1 (and Kosovo), made by make_gazetteer.py; mend reviewed.yml.
# From the Unicode CLDR (Unicode licence) and countryinfo (MIT), reviewed and completed by hand.
# names: name, official name, abbreviations. people: adjectives and nouns. seats: capital and seats of government.
"""


def main() -> None:
    """Write `countries.yml`."""
    reviewed = yaml.safe_load((DATA / "reviewed.yml").read_text())
    names: dict[str, str] = dict(Locale("en").territories)
    codes = sorted(code for code in names if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRY)
    lines = [line for code in codes for line in _entry(code, names[code], reviewed.get(code, {}))]
    (DATA / "countries.yml").write_text(HEAD + "\n".join(lines) + "\n")


def _entry(code: str, name: str, reviewed: dict[str, list[str]]) -> Iterator[str]:
    try:
        record = CountryInfo(code).info()
    except CountryNotFoundError:
        record = {}
    drop = set(reviewed.get("drop", ()))
    yield f"- id: {_quoted(code)}"
    for key, found in (("names", _names(name, record)), ("people", _people(record)), ("seats", _seats(record))):
        words = [word for word in found if word not in drop] + reviewed.get(key, [])
        words = list(_with_plurals(words)) if key == "people" else words
        if words:
            yield f"  {key}: [{', '.join(_quoted(word) for word in dict.fromkeys(words))}]"


def _names(name: str, record: dict[str, Any]) -> Iterator[str]:
    official = [word for word in record.get("altSpellings", ()) if OFFICIAL.fullmatch(word)]
    for word in (name, record.get("name") or "", *official):
        plain = word.replace(" & ", " and ").replace("\u2019", "'").removeprefix("The ")
        if PLAIN.fullmatch(plain) and not plain.isupper():
            yield plain
            if plain.startswith(("St. ", "Saint ")):
                rest = plain.partition(" ")[2]
                yield from (f"St. {rest}", f"St {rest}", f"Saint {rest}")


def _people(record: dict[str, Any]) -> list[str]:
    return [word for word in (record.get("demonym") or "").split(",") if word]


def _seats(record: dict[str, Any]) -> list[str]:
    capital = record.get("capital") or ""
    return [capital] if PLAIN.fullmatch(capital) else []


def _with_plurals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        if not SAME_PLURAL.search(word) and not word.endswith("s"):
            yield f"{word}s"


def _quoted(word: str) -> str:
    return word if re.fullmatch(r"[^\W\d_][^\W\d_ .-]*(?:[ .-][^\W\d_]+)*", word) and word != "NO" else f'"{word}"'


if __name__ == "__main__":
    main()
