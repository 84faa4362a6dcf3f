"""The past: the versions of the site that the repository keeps, one for each day on which any changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from generator.cache import Cache, key_of
from generator.changes.difference import changelog, difference, in_order
from generator.model.changes import Changelog, Snapshot
from generator.run import Commit, History

Maker = Callable[[Commit, date], Snapshot | None]
"""Makes the version of a commit as of a day; None where its content has errors."""


Days = tuple[tuple[date, tuple[Commit, ...]], ...]


def tell(history: History, present: Snapshot, make: Maker, cache: Cache, program: bytes) -> Changelog:
    """Give all that changed up to the present version, each change on the day of its commit.

    A day's newest commit without errors is its version, so that what was undone on the same day is not told; where all
    have errors, their changes come with the next version. Versions, and what changed between those that are past, are
    kept by what their commits hold and by the program that makes them.
    """
    days = history.before(present.day)
    keys = {
        (day, commit.held): key_of(program, day.isoformat().encode(), commit.held.encode())
        for day, commits in days
        for commit in commits
    }
    whole = key_of(program, *(key.encode() for key in keys.values()))
    kept, _ = cache.take([whole])
    if whole not in kept:
        known, _ = cache.take(keys.values())
        versions = list(_versions(days, keys, known, make))
        kept[whole] = (changelog(versions), versions[-1]) if versions else None
        cache.keep(known | kept, known | kept)
    if kept[whole] is None:
        return changelog([present])
    past, last = kept[whole]
    return Changelog(since=past.since, entries=in_order((*past.entries, *difference(last, present))))


def _versions(
    days: Days, keys: Mapping[tuple[date, str], str], known: dict[str, Snapshot | None], make: Maker
) -> Iterator[Snapshot]:
    """Give the version of each day that has one, the oldest first; what had to be made for it is then known."""
    for day, commits in days:
        for commit in commits:
            key = keys[day, commit.held]
            if key not in known:
                known[key] = make(commit, day)
            if (version := known[key]) is not None:
                yield version
                break
