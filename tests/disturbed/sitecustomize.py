"""Loaded by Python as it starts with this folder on PYTHONPATH: folders are listed in any order, the clock is ahead.

What reads a folder or the clock without care then gives other bytes at each run. `tests/reproduce.py` builds with it.
"""

import os
import random
import time
from collections.abc import Iterator
from typing import Any, Self

_AHEAD = 10 * 365 * 24 * 60 * 60
"""Seconds."""

_listdir, _scandir, _time = os.listdir, os.scandir, time.time


class _Shuffled(Iterator[Any]):
    """What `os.scandir` gives, in another order."""

    def __init__(self, *arguments: Any) -> None:
        with _scandir(*arguments) as entries:
            self._entries = list(entries)
        random.shuffle(self._entries)

    def __next__(self) -> Any:
        if not self._entries:
            raise StopIteration
        return self._entries.pop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries.clear()


def _shuffled_names(*arguments: Any) -> list[Any]:
    names: list[Any] = _listdir(*arguments)
    random.shuffle(names)
    return names


vars(os).update(listdir=_shuffled_names, scandir=_Shuffled)
vars(time).update(time=lambda: _time() + _AHEAD)
