"""The difference of two versions of the site, as readers would tell it. A pure function of two snapshots."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from generator.model.changes import CHANGE_WORDS, Change, ChangeKind, Changelog, Place, Snapshot, Summary, Told
from generator.pages.countries import NOT_FOUND
from generator.pages.marks import STATE_MARKS

_ORDER: Final = {kind: number for number, kind in enumerate(CHANGE_WORDS)}
_NEW: Final = Summary(name="", sentences=())
_UNKNOWN: Final = Place(name="", pages=frozenset(), part=NOT_FOUND)


def changelog(versions: Iterable[Snapshot]) -> Changelog:
    """Give all that changed from each version to the next; they come oldest first, and there is at least one."""
    listed = list(versions)
    found = [change for before, after in pairwise(listed) for change in difference(before, after)]
    return Changelog(since=listed[0].day, entries=in_order(found))


def difference(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Give what changed; all of it on the day of the later version, except for dates that passed on the way to it."""
    found = (*_statements(before, after), *_summaries(before, after), *_cells(before, after), *_counts(before, after))
    return in_order(found)


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes: the newest day first, those of a day as `CHANGE_WORDS` has them, then by what they are about."""
    ordered = sorted(changes, key=lambda change: (-change.day.toordinal(), _ORDER[change.kind], change.about))
    return tuple(ordered)


def _statements(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    renamed = dict(_renamed(before, after))
    for name, old in before.statements.items():
        now = renamed.get(name, name)
        if now in after.statements:
            yield from _went_on(now, old, before, after)
        else:
            yield _gone(name, old, after)
        yield from _passed(now, old, before, after)
    known = {*before.statements, *renamed.values()}
    for name, told in after.statements.items():
        if name not in known:
            yield _of(name, told, after.day, "added", reason="withheld until then" if name in before.gone else "")


def _of(  # noqa: PLR0913 - each is a field of the change
    name: str,
    told: Told,
    day: date,
    kind: ChangeKind,
    *,
    before: str = "",
    now: str = "",
    by: Iterable[str] = (),
    reason: str = "",
) -> Change:
    return Change(
        day=day,
        kind=kind,
        about=name,
        name=told.words,
        pages=told.pages,
        before=before,
        now=now,
        by=tuple(by),
        reason=reason,
    )


def _renamed(before: Snapshot, after: Snapshot) -> Iterator[tuple[str, str]]:
    """Give the ids whose statement goes on under another, in the same words."""
    for name, gone in after.gone.items():
        old, new = before.statements.get(name), after.statements.get(gone.successor)
        if old and new and gone.successor not in before.statements and old.words == new.words:
            yield name, gone.successor


def _gone(name: str, old: Told, after: Snapshot) -> Change:
    gone = after.gone.get(name)
    if gone is None:
        return _of(name, old, after.day, "withdrawn" if old.documents & after.documents else "unsupported")
    kind: ChangeKind = "unsupported" if gone.unsupported else "withdrawn"
    return _of(name, old, after.day, kind, by=[gone.successor] if gone.successor else (), reason=gone.reason)


def _went_on(name: str, old: Told, before: Snapshot, after: Snapshot) -> Iterator[Change]:
    day, new = after.day, after.statements[name]
    if new == old:
        return
    new = new._replace(pages=old.pages | new.pages)
    reason = "; ".join(new.reasons[len(old.reasons) :])
    if old.documents and not new.documents:
        yield _of(name, new, day, "unsupported", reason="its publisher has withdrawn every document behind it")
    if old.words != new.words:
        yield _of(name, new, day, "reworded", before=old.words, now=new.words, reason=reason)
    if newer := sorted(new.superseded_by - old.superseded_by):
        yield _of(name, new, day, "superseded", by=newer)
    if told := {who: what for who, what in sorted(new.outcomes.items()) if old.outcomes.get(who) != what}:
        yield _of(name, new, day, "resolved", by=told, now="; ".join(told.values()))
    # Where both sides of a dispute were told before, it is named once.
    if others := sorted(w for w in new.disputed_by - old.disputed_by if w not in before.statements or name < w):
        yield _of(name, new, day, "disputed", by=others)
    if old.state != new.state:
        yield _of(name, new, day, "evidence", before=STATE_MARKS[old.state], now=STATE_MARKS[new.state])
    if old.details != new.details:
        was, now = _different(old.details, new.details)
        yield _of(name, new, day, "details", before=was, now=now, reason=reason if old.words == new.words else "")


def _different(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, str]:
    labels = [label for label in dict.fromkeys((*old, *new)) if old.get(label) != new.get(label)]
    was, now = ("; ".join(f"{label}: {side.get(label, 'not given')}" for label in labels) for side in (old, new))
    return was, now


def _passed(name: str, old: Told, before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Give that an expected date went by between the versions; of its last day the later version decides."""
    if old.due is None or old.due == date.max:
        return
    day = old.due + timedelta(days=1)
    new = after.statements.get(name)
    if before.day < day < after.day or (before.day < day == after.day and new is not None and new.due == old.due):
        yield _of(name, new or old, day, "passed")


def _summaries(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for page in sorted(before.summaries.keys() | after.summaries.keys()):
        old, new = before.summaries.get(page, _NEW), after.summaries.get(page, _NEW)
        if old.sentences != new.sentences:
            was, now = _heads(old.sentences, new.sentences)
            yield Change(
                day=after.day,
                kind="summary",
                about=page,
                name=new.name or old.name,
                pages=frozenset({page}),
                before=was,
                now=now,
            )


def _heads(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, str]:
    """Give the first sentences, or where these are the same, the others that only one side has."""
    if old[:1] != new[:1]:
        return " ".join(old[:1]), " ".join(new[:1])
    return " ".join(s for s in old if s not in new), " ".join(s for s in new if s not in old)


def _cells(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for key in sorted(before.cells.keys() | after.cells.keys()):
        old, new = before.cells.get(key, _UNKNOWN), after.cells.get(key, _UNKNOWN)
        if old.part != new.part:
            yield Change(
                day=after.day,
                kind="cell",
                about=key,
                name=new.name or old.name,
                pages=old.pages | new.pages,
                before=old.part,
                now=new.part,
            )


def _counts(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for page in sorted(before.counts.keys() | after.counts.keys()):
        old, new = before.counts.get(page, {}), after.counts.get(page, {})
        pairs = {label: (old.get(label, 0), new.get(label, 0)) for label in dict.fromkeys((*old, *new))}
        moved = ", ".join(f"{label} {was} → {now}" for label, (was, now) in pairs.items() if was != now)
        if moved:
            yield Change(day=after.day, kind="counts", about=page, name=moved, pages=frozenset({page}))
