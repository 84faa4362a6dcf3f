"""Makes `data/languages/*.yml`: the names of all countries in other languages of news.

Run by hand when `data/other_names.yml` or the CLDR has changed, then read the diff:
`python generator/analysis/names/make_languages.py`

The names are those of territories in the Unicode CLDR (Unicode licence), through Babel, which Material brings along;
short names of everyday use, and names that mean something else as well, stand in `data/other_names.yml`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from babel import Locale

DATA = Path(__file__).resolve().parent.parent / "data"
NO_COUNTRY = {"EU", "UN", "EZ", "XA", "XB", "QO", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
FORMS = {
    "words": "es fr it pt ca bg vi id ms hi bn fa ur fil sw",
    "genitive": "de nl sv nb da is",
    "endings": "pl cs sk ru uk hr sr lt lv el ro fi et hu",
    "apostrophe": "tr",
    "prefixes": "ar he",
    "particles": "ko",
    "letters": "zh ja th",
}
"""How a language joins names to other letters; `generator/analysis/names/foreign.py` has the rule of each."""
ALSO = {"zh": ("zh_Hant",)}
OTHER_IN_BRACKETS = {"FK", "MM", "TL"}
"""Elsewhere brackets hold what a name belongs to: Virgin Islands (US)."""
IN_BRACKETS = re.compile(r"(?P<name>[^(（]+?) ?[(（](?P<other>[^)）]+)[)）]")
HEAD = "# Made by make_languages.py from the Unicode CLDR (Unicode licence); mend other_names.yml.\n"


def main() -> None:
    """Write a file for each language."""
    reviewed = yaml.safe_load((DATA / "other_names.yml").read_text())
    for form, codes in FORMS.items():
        for code in codes.split():
            path = DATA / "languages" / f"{code}.yml"
            path.write_text(HEAD + "".join(_file(code, form, reviewed.get(code, {}))))


def _file(code: str, form: str, reviewed: dict[str, list[str]]) -> Iterator[str]:
    yield f"name: {Locale.parse(code).get_language_name('en')}\nform: {form}\n"
    if other := reviewed.pop("other_things", None):
        yield f"other_things: {_listed(other)}\n"
    yield "names:\n"
    names = {key: [*found, *reviewed.get(key, ())] for key, found in _territories(code)}
    meanings = Counter(name for found in names.values() for name in set(found))
    dropped = set(reviewed.get("drop", ()))
    for key, found in names.items():
        kept = [name for name in dict.fromkeys(found) if meanings[name] == 1 and name not in dropped]
        if kept:
            yield f'  "{key}": {_listed(kept)}\n'


def _territories(code: str) -> Iterator[tuple[str, list[str]]]:
    locales = [Locale.parse(name) for name in (code, *ALSO.get(code, ()))]
    for key in sorted(locales[0].territories):
        if re.fullmatch("[A-Z]{2}", key) and key not in NO_COUNTRY:
            yield key, [form for locale in locales for form in _forms(key, locale.territories[key])]


def _forms(key: str, name: str) -> Iterator[str]:
    """Give a name without what stands in brackets, and, where it is another name, that on its own: Myanmar (Burma)."""
    match = IN_BRACKETS.fullmatch(name)
    forms = match.groups() if match and key in OTHER_IN_BRACKETS else (match["name"] if match else name,)
    for form in forms:
        yield form.replace("\u2019", "'").replace("\u02bc", "'")
        if form.startswith("ال"):
            yield f"لل{form[2:]}"  # `for the`, written together


def _listed(names: Iterable[str]) -> str:
    return f"[{', '.join(chr(34) + name + chr(34) for name in names)}]"


if __name__ == "__main__":
    main()
