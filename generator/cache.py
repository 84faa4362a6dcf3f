"""A cache of results by key in one SQLite file. It may be deleted at any time; what is damaged is made again.

SQLite is in the standard library, writes atomically and holds many small values in one file. The packages looked at
either rest (diskcache, sqlitedict) or keep a folder for each value (joblib).
"""

import hashlib
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
S = TypeVar("S")

_SCHEMA = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
_DIGEST_BYTES = 16


class Cache:
    """Results by key; a value is pickled behind its digest, so that flipped bits are noticed before they are read."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Keep the results in this file; a cache for reading alone keeps nothing."""
        self.path = path
        self.read_only = read_only

    def take(self, keys: Iterable[str]) -> tuple[dict[str, Any], int]:
        """Give the results that are there and whole, and how many there are under other keys."""
        wanted = frozenset(keys)
        if not self.path.is_file() or self.path.is_symlink():
            return {}, 0
        try:
            with self._opened() as connection:
                rows = connection.execute("SELECT key, value FROM results")
                found = {key: value for key, blob in rows if key in wanted for value in _whole(key, blob)}
                total: int = connection.execute("SELECT count(*) FROM results").fetchone()[0]
                return found, total - len(found)
        except sqlite3.Error:
            return {}, 0

    def keep(self, results: Mapping[str, object], keys: Iterable[str]) -> None:
        """Add results, and forget all whose keys are not among these.

        Raises:
            OSError: something that is no file stands in the place of the cache.
        """
        if self.read_only:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        wanted = list(keys)
        if self.path.is_symlink():  # it would lead the writing elsewhere
            self._begin_anew()
        try:
            self._write(results, wanted)
        except sqlite3.DatabaseError:
            # No database any more, one of another make, or no room for it.
            self._begin_anew()
            with suppress(sqlite3.DatabaseError):
                self._write(results, wanted)
                return
            self._begin_anew()

    def remember(self, work: Mapping[str, T], do: Callable[[T], S]) -> dict[str, S]:
        """Give a result for each piece of work by its key: one that is there, else one that is made and kept.

        Raises:
            OSError: see `keep`.
        """
        known, others = self.take(work)
        fresh = {key: do(piece) for key, piece in work.items() if key not in known}
        if fresh or others:
            self.keep(fresh, work)
        return known | fresh

    def _begin_anew(self) -> None:
        for ending in ("", "-journal"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def _write(self, results: Mapping[str, object], keys: Iterable[str]) -> None:
        with self._opened() as connection, connection:
            connection.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY) WITHOUT ROWID")
            connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in keys))
            connection.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM wanted)")
            rows = ((key, _sealed(key, value)) for key, value in results.items())
            connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute(_SCHEMA)
            yield connection


def key_of(*parts: bytes) -> str:
    """Give the key of a result that depends on just these bytes."""
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _sealed(key: str, value: object) -> bytes:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _seal(key, data) + data


def _whole(key: str, blob: object) -> Iterator[Any]:
    """Give the value unless its bytes were changed since they were written under this key."""
    if not isinstance(blob, bytes):  # a flipped bit can make a text of it
        return
    seal, data = blob[:_DIGEST_BYTES], blob[_DIGEST_BYTES:]
    if _seal(key, data) == seal:
        with suppress(AttributeError, ImportError, pickle.UnpicklingError, TypeError):  # written by another version
            yield pickle.loads(data)  # noqa: S301 - written by this program, and whole


def _seal(key: str, data: bytes) -> bytes:
    return hashlib.blake2b(key.encode() + data, digest_size=_DIGEST_BYTES).digest()
