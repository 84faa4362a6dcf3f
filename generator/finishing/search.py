"""The index of Pagefind: made from the entries of Material's search, which it replaces, with filters from the facts.

Each statement of the register is a record with its own filters, any other page is one; a page that is long is cut
between sections, since a reader fetches the record behind each result. A record is a small HTML file: what Material's
index weighs as title and tags stands in elements of that weight. Its path is that of the page, then its number there.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from generator import paths
from generator.cache import Cache, key_of
from generator.diagnostics import Location, ProblemsError, error
from generator.finishing.pagefind import indexed
from generator.model import Briefing, Fact
from generator.outputs import Output

INDEX: Final = "search/search_index.json"
FOLDER: Final = "pagefind"
BOX: Final = f"{FOLDER}/search_box.js"
_BOX: Final = Path(__file__).with_name("search_box.js")
FILTERS: Final = ("country", "pillar", "kind", "year")
"""In the order in which readers see them."""
_LONGEST: Final = 10_000
"""Characters of a record, unless one section has more."""
_WEIGHT: Final = 10
"""Of titles and tags, as in `mkdocs.yml`; the most that Pagefind knows."""

Filters: TypeAlias = Mapping[str, tuple[str, ...]]
_Part: TypeAlias = "tuple[list[Section], Filters]"


class Section(NamedTuple):
    """An entry of Material's index."""

    anchor: str
    title: str
    text: str
    tags: tuple[str, ...]
    boost: float


class _Record(NamedTuple):
    page: str
    number: int
    sections: tuple[Section, ...]
    filters: Filters

    @property
    def path(self) -> str:
        return f"{self.page}{self.number}.html"

    @property
    def html(self) -> str:
        named = [(name, value) for name, values in self.filters.items() for value in values]
        filters = [f'<i data-pagefind-filter="{name}[title]" title="{escape(value)}"></i>' for name, value in named]
        body = "".join([*filters, *map(_section, self.sections)])
        return f'<!doctype html><html lang="en"><body data-pagefind-body>{body}</body></html>'


def search_index(site: Path, briefing: Briefing, cache: Cache) -> Iterator[Output]:
    """Give the files of Pagefind's index, and in place of the entries of Material's what the search box must know.

    Raises:
        ProblemsError: the pages do not load what asks the index, or Pagefind failed.
    """
    if BOX not in (site / "index.html").read_text(encoding="utf-8"):
        message = f"the pages do not load {BOX}; `extra` must hold `search: !ENV [SITE_SEARCH, material]`"
        raise ProblemsError([error(Location("mkdocs.yml"), "search-failed", message)])
    made = json.loads((site / INDEX).read_bytes())
    settings, pages = prepared(made, _subjects(briefing))
    yield Output(BOX, _BOX.read_bytes())
    yield Output(INDEX, settings)
    for name, data in _kept(pages, cache).items():
        yield Output(f"{FOLDER}/{name}", data)


def prepared(made: Mapping[str, Any], filters: Mapping[str, Filters]) -> tuple[bytes, dict[str, str]]:
    """Give what stands in place of Material's index, for the search box, and by path the HTML that Pagefind indexes.

    Filters go by the address of the page or section that they choose.
    """
    records = list(_records(made["docs"], filters))
    chosen = {name: sorted({value for record in records for value in record.filters.get(name, ())}) for name in FILTERS}
    chosen["year"].reverse()
    cut = {record.page for record in records if record.number}
    titles = {record.page: record.sections[0].title for record in records if not record.number and record.page in cut}
    config = made["config"] | {"filters": chosen, "titles": titles}
    settings = json.dumps({"config": config, "docs": []}, ensure_ascii=False).encode()
    return settings, {record.path: record.html for record in records}


def _kept(pages: dict[str, str], cache: Cache) -> dict[str, bytes]:
    """Give the index; one of the same pages by the same program is not made again."""
    program = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    key = key_of(program, version("pagefind-bin").encode(), json.dumps(pages).encode())
    return cache.remember({key: pages}, indexed)[key]


def _subjects(briefing: Briefing) -> dict[str, Filters]:
    """Give what filters choose, by address: statements in the register, pages of countries and pillars."""
    country, pillar = (
        {each.id: each.name for each in named.values()} for named in (briefing.countries, briefing.pillars)
    )
    facts = {paths.address(paths.REGISTER, fact.id): _of(fact, country, pillar) for fact in briefing.facts.values()}
    countries = {paths.address(paths.country(each)): {"country": (name,)} for each, name in country.items()}
    pillars = {paths.address(paths.pillar(each)): {"pillar": (name,)} for each, name in pillar.items()}
    return {**facts, **countries, **pillars}


def _of(fact: Fact, country: Mapping[str, str], pillar: Mapping[str, str]) -> Filters:
    return {
        "country": tuple(country[each] for each in fact.countries if each in country),
        "pillar": tuple(pillar[each] for each in fact.pillars if each in pillar),
        "kind": (fact.kind,),
        "year": (str(fact.date.first.year),),
    }


def _records(entries: list[dict[str, Any]], filters: Mapping[str, Filters]) -> Iterator[_Record]:
    for page, found in groupby(entries, lambda entry: entry["location"].partition("#")[0]):
        parts = _parts(page, [_read(entry) for entry in found], filters)
        for number, (sections, chosen) in enumerate(parts):
            yield _Record(page, number, tuple(sections), chosen)


def _parts(page: str, sections: list[Section], filters: Mapping[str, Filters]) -> Iterator[_Part]:
    """Cut a page into what it says at large, by length, and sections that filters choose by themselves."""
    part, length = sections[:1], len(sections[0].text)
    for section in sections[1:]:
        if f"{page}#{section.anchor}" in filters:
            continue
        length += len(section.text)
        if length > _LONGEST:
            yield part, filters.get(page, {})
            part, length = [], len(section.text)
        part.append(section)
    yield part, filters.get(page, {})
    for section in sections:
        if chosen := filters.get(f"{page}#{section.anchor}"):
            yield [section], chosen


def _read(entry: Mapping[str, Any]) -> Section:
    anchor = entry["location"].partition("#")[2]
    return Section(anchor, entry["title"], entry["text"], tuple(entry.get("tags", ())), entry.get("boost", 1))


def _section(section: Section) -> str:
    """Give a section; the page itself comes first and has no anchor, and it alone needs the tags."""
    heading, anchor = ("h2", f' id="{escape(section.anchor)}"') if section.anchor else ("h1", "")
    weight = f'data-pagefind-weight="{_WEIGHT * section.boost:g}"'
    tags = "" if section.anchor else "".join(f"<p {weight}>{escape(tag)}</p>" for tag in section.tags)
    text = f'<div data-pagefind-weight="{section.boost:g}">{section.text}</div>'
    return f"<{heading}{anchor} {weight}>{section.title}</{heading}>{tags}{text}"
