"""Archives: what is too much for one page, on pages by year, in parts where a year holds many.

Entries stand in the order of their dates, so that a part that is full stays as it is when newer ones come.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Final, Generic, TypeVar

from generator import paths
from generator.edtf import MONTHS, Edtf
from generator.pages.page import Page

PART: Final = 200
"""Entries on one page at most."""
_BESIDE: Final = 2
"""How many parts before and after its own a page leads to, beside the first and the last."""
_NO_MONTH: Final = len(MONTHS) + 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year of an archive, with the address of its first page."""

    year: int
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive(Generic[T]):
    """All entries that stand behind a page, by year, each year's in the order of their months and days."""

    page: str
    name: str
    """What the page is called in a link to it."""
    by_year: Mapping[int, Sequence[T]]
    date: Callable[[T], Edtf]

    @property
    def years(self) -> tuple[Year, ...]:
        """Its years as the page lists them, the newest first."""
        return tuple(
            Year(year=year, count=len(entries), href=paths.link(self.page, paths.archive(self.page, year)))
            for year, entries in sorted(self.by_year.items(), reverse=True)
        )

    def pages(
        self, template: str, title: str, description: str, view: Callable[[str, T], object]
    ) -> Iterator[Callable[[], Page]]:
        """Give how its pages are made. Titles end with the year; `view` makes of an entry what a page shows."""
        for year, entries in self.by_year.items():
            parts = -(-len(entries) // PART)
            for part in range(1, parts + 1):
                page = Page(
                    path=paths.archive(self.page, year, part),
                    template=template,
                    title=f"{title}, {year}" + (f", part {part}" if parts > 1 else ""),
                    description=description,
                    boost=0,
                )
                yield partial(self._filled, page, year, part, view)

    def _filled(self, page: Page, year: int, part: int, view: Callable[[str, T], object]) -> Page:
        entries = self.by_year[year]
        here = groupby(entries[(part - 1) * PART : part * PART], key=lambda entry: _month(self.date(entry)))
        months = [
            (f"m{month:02}", _heading(month, year), [view(page.path, entry) for entry in found])
            for month, found in here
        ]
        place = partial(paths.archive, self.page, year)
        shown = {
            "name": self.name,
            "back": paths.link(page.path, self.page),
            "years": self._links(page.path, year),
            "parts": _parts(page.path, place, part, -(-len(entries) // PART)),
            "months": months,
        }
        return replace(page, view=shown)

    def _links(self, own: str, year: int) -> tuple[tuple[str, str], ...]:
        return tuple(
            (str(other), "" if other == year else paths.link(own, paths.archive(self.page, other)))
            for other in sorted(self.by_year, reverse=True)
        )


def archive_of(page: str, name: str, entries: Iterable[T], date: Callable[[T], Edtf]) -> Archive[T]:
    """Put entries into the archive of a page; those of one date stay in the order in which they come."""
    by_year: dict[int, list[T]] = {}
    for entry in sorted(entries, key=lambda entry: (date(entry).first.year, _month(date(entry)), date(entry))):
        by_year.setdefault(date(entry).first.year, []).append(entry)
    return Archive(page=page, name=name, by_year=by_year, date=date)


def _month(value: Edtf) -> int:
    return value.first.month if value.granularity in {"day", "month"} else _NO_MONTH


def _heading(month: int, year: int) -> str:
    return "No month named" if month == _NO_MONTH else f"{MONTHS[month - 1]} {year}"


def _parts(own: str, place: Callable[[int], str], part: int, count: int) -> tuple[tuple[str, str], ...]:
    """Give the first part, those around this one and the last, each with its address; this one and gaps have none."""
    near = range(max(part - _BESIDE, 1), min(part + _BESIDE, count) + 1)
    found: list[tuple[str, str]] = []
    before = 0
    for number in sorted({1, *near, count} if count > 1 else ()):
        found += [("…", "")] * (number > before + 1)
        found.append((str(number), "" if number == part else paths.link(own, place(number))))
        before = number
    return tuple(found)
