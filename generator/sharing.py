"""Sharing work with processes that are split off from this one, so that they know all that it knows."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from typing import Final, TypeVar

T = TypeVar("T")
S = TypeVar("S")

_WORTH_IT: Final = 32
"""Pieces of work, some quarter of a second."""


def share(work: Iterable[tuple[str, T]], do: Callable[[T], S], jobs: int) -> dict[str, S]:
    """Do all pieces of work in this many processes and give the results by name; nothing where it is not worth it.

    Linux alone splits processes off safely, and only from one that has no other threads.
    """
    listed = list(work)
    if jobs == 1 or len(listed) < _WORTH_IT or not sys.platform.startswith("linux") or threading.active_count() > 1:
        return {}
    piles = [listed[start::jobs] for start in range(jobs)]
    split = multiprocessing.get_context("fork")
    started = []
    for pile in piles[1:]:
        receiver, sender = split.Pipe(duplex=False)
        process = split.Process(target=_work, args=(pile, do, sender), daemon=True)
        process.start()
        sender.close()
        started.append((process, receiver))
    done = {name: do(piece) for name, piece in piles[0]}
    for process, receiver in started:
        done |= _received(receiver)
        process.join()
    return done


def _work(pile: Iterable[tuple[str, T]], do: Callable[[T], S], sender: "Connection[dict[str, S], None]") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that split this one off,
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # which then ends this one
    sender.send({name: do(piece) for name, piece in pile})
    sender.close()


def _received(receiver: "Connection[None, dict[str, S]]") -> dict[str, S]:
    """Give the results of a process; none where it came to an end before, so that the work is done here."""
    try:
        return receiver.recv()
    except (EOFError, OSError):
        return {}
