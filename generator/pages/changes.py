"""What changed: for the site, each country and each pillar, by day, in statements and not in lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from markupsafe import Markup

from generator import edtf, paths
from generator.model import Briefing
from generator.model.changes import CHANGE_WORDS, Change
from generator.pages.page import Page
from generator.pages.statements import day
from generator.run import DAYS_LOOKED_AT

SHOWN: Final = 20
"""Of a day with more changes of one kind this many are told; the rest is counted."""


NET_SHOWN: Final = 100
"""The same for a page of what changed since one version, where no other page tells it."""
_ORDER: Final = {kind: number for number, kind in enumerate(CHANGE_WORDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change as a page tells it."""

    id: str
    label: str
    words: str
    """The statement's own, or its name where another entry or the lines before and after tell them."""
    href: str
    """Where the statement or subject stands; empty where it stands nowhere any more."""
    before: str
    now: str
    by: tuple[tuple[str, str], ...]
    """The statements that bring it about, by name, with their addresses."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The changes of one kind on one day."""

    entries: tuple[Entry, ...]
    more: int
    """How many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What changed on a day."""

    date: Markup
    anchor: str
    kinds: tuple[Kind, ...]


def change_pages(briefing: Briefing) -> Iterator[Page]:
    """Give the page of the site, and one for each country and pillar."""
    yield _page(paths.HOME, briefing.partnership.name, briefing)
    for country in briefing.countries.values():
        yield _page(paths.country(country.id), country.name, briefing)
    for pillar in briefing.pillars.values():
        yield _page(paths.pillar(pillar.id), pillar.name, briefing)


def _page(about: str, name: str, briefing: Briefing) -> Page:
    own = paths.changes(about)
    log = briefing.changes
    told = [change for change in log.entries if concerns(change, about)] if log else []
    return Page(
        path=own,
        template="changes.md.jinja",
        title=f"What changed: {name}",
        description=f"What readers of the pages on {name} see differently, by day.",
        view={
            "name": name,
            "back": paths.link(own, about),
            "feed": paths.link(own, paths.feed(about)),
            "json_feed": paths.link(own, paths.feed(about, "json")),
            "editions": paths.link(own, paths.EDITIONS) if briefing.editions else "",
            "days": tuple(_Teller(own, told, briefing).days()),
            "since": day(log.since) if log else "",
            "most": DAYS_LOOKED_AT,
            "corrections": paths.link(own, paths.CORRECTIONS),
        },
        feed="" if about == paths.HOME else paths.feed(about),
        boost=0,
    )


def concerns(change: Change, page: str) -> bool:
    """Say whether the reader of a page is told; of the home page everything, but the counts of the site alone."""
    if change.kind == "counts":
        return change.about == page
    return page == paths.HOME or page in change.pages


def net(page: str, changes: Iterable[Change], briefing: Briefing) -> Iterator[Kind]:
    """Give what is other now than in one version, for a page of its own: by kind, under anchors without a day."""
    told = [change for change in changes if concerns(change, paths.HOME)]
    told.sort(key=lambda change: _ORDER[change.kind])
    teller = _Teller(page, told, briefing)
    for _, found in groupby(told, key=lambda change: change.kind):
        yield teller.kind(list(found), NET_SHOWN, len("2026-11-26-"))


class _Teller:
    """Tells the changes of one page, the words of each statement once."""

    def __init__(self, page: str, changes: Sequence[Change], briefing: Briefing) -> None:
        self.page = page
        self.changes = changes
        self.facts = briefing.facts
        self.retired = {entry.id: paths.retired("fact", entry.id) for entry in briefing.retired if entry.kind == "fact"}
        self.subjects = {
            paths.HOME,
            *map(paths.country, briefing.countries),
            *map(paths.pillar, briefing.pillars),
            *map(paths.topic, briefing.topics),
        }
        reworded = {change.about: change.id for change in reversed(changes) if change.kind == "reworded"}
        newest = {change.about: change.id for change in reversed(changes)}
        self.homes = newest | reworded
        """By what changed: the entry that has the words; the newest, or the newest that shows them before and after."""

    def days(self) -> Iterator[Day]:
        for when, of_day in groupby(self.changes, key=lambda change: change.day):
            kinds = tuple(self.kind(list(found)) for _, found in groupby(of_day, key=lambda change: change.kind))
            yield Day(date=day(when), anchor=f"day-{when.isoformat()}", kinds=kinds)

    def kind(self, changes: Sequence[Change], most: int = SHOWN, cut: int = 0) -> Kind:
        """Tell changes of one kind, at most so many; anchors without so many characters at their head."""
        return Kind(entries=tuple(self._entry(change, cut) for change in changes[:most]), more=len(changes[most:]))

    def _entry(self, change: Change, cut: int) -> Entry:
        of_statement = change.kind not in {"summary", "cell", "counts"}
        here = self.homes[change.about] == change.id and change.kind != "reworded"
        return Entry(
            id=change.id[cut:],
            label=change.label,
            words=change.name if here or not of_statement else self._name(change.about),
            href=self._place(change),
            before=change.before,
            now=change.now,
            by=tuple((self._name(name), self._statement(name)) for name in change.by),
            reason=change.reason,
        )

    def _name(self, statement: str) -> str:
        fact = self.facts.get(statement)
        return f"statement of {edtf.words(fact.date)}, {fact.attribution}" if fact else statement

    def _statement(self, name: str) -> str:
        if name in self.facts:
            return paths.link(self.page, paths.REGISTER, name)
        return paths.link(self.page, self.retired[name]) if name in self.retired else ""

    def _place(self, change: Change) -> str:
        if change.kind in {"summary", "cell"}:
            # Of a country's part in a pillar, the country's page comes first.
            return next((paths.link(self.page, page) for page in sorted(change.pages & self.subjects)), "")
        return self._statement(change.about)
