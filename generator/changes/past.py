"""The past: the versions of the site that the repository keeps, one for each day on which any changed."""

from collections.abc import Callable
from datetime import date

from generator.cache import Cache, key_of
from generator.changes.difference import changelog
from generator.model.changes import Changelog, Snapshot
from generator.run import Commit, History

Maker = Callable[[Commit, date], Snapshot | None]
"""Makes the version of a commit as of a day; None where its content has errors."""


def tell(history: History, present: Snapshot, make: Maker, cache: Cache, program: bytes) -> Changelog:
    """Give all that changed up to the present version, each change on the day of its commit.

    A day's newest commit without errors is its version, so that what was undone on the same day is not told; where all
    have errors, their changes come with the next version. Versions are kept by what their commits hold and by the
    program that makes them.
    """
    days = history.before(present.day)
    keys = {
        (day, commit.held): key_of(program, day.isoformat().encode(), commit.held.encode())
        for day, commits in days
        for commit in commits
    }
    known, others = cache.take(keys.values())
    fresh: dict[str, Snapshot | None] = {}
    versions: list[Snapshot] = []
    for day, commits in days:
        for commit in commits:
            key = keys[day, commit.held]
            if key not in known:
                known[key] = fresh[key] = make(commit, day)
            if known[key] is not None:
                versions.append(known[key])
                break
    if fresh or others:
        cache.keep(fresh, known)
    return changelog([*versions, present])
