"""Measuring: a command's time by the wall, its processor time, and the most memory of all its processes."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.helpers import PROJECT

_EVERY: Final = 0.1
"""Seconds between two looks at the memory."""
_PSS: Final = b"Pss:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command cost."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds of all its processes."""
    megabytes: float
    """The largest sum of PSS (memory, what is shared counted once) over its processes at one time."""


def measured(command: Sequence[str], root: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: it failed; carries what it said.
    """
    settings = {**os.environ, "PYTHONPATH": str(PROJECT), **(environment or {})}
    begin = time.perf_counter()
    with subprocess.Popen(
        list(command), cwd=root, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as process:
        assert process.stdout is not None
        watch = _Watch(process.pid)
        watch.start()
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    return Cost(wall=wall, processor=used.ru_utime + used.ru_stime, megabytes=watch.most / 2**20)


class _Watch(threading.Thread):
    """Looks at the memory of a process and of all that come from it."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._pid = pid
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(_EVERY):
            self.most = max(self.most, sum(map(_pss, _family(self._pid))))

    def stop(self) -> None:
        self._over.set()
        self.join()


def _family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _pss(pid: int) -> int:
    """Give the bytes of a process; none where it has just ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_bytes().splitlines():
            if line.startswith(_PSS):
                return int(line.split()[1]) * 1024
    return 0
