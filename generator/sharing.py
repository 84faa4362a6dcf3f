"""Sharing work with processes that are split off from this one, so that they know all that it knows."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final, TypeAlias, TypeVar

T = TypeVar("T")
S = TypeVar("S")

Doing: TypeAlias = Callable[[Iterable[T]], Iterator[S]]
"""Does some pieces of work and gives a result for each, in their order."""

_WORTH_IT: Final = 32
"""Pieces of work, some quarter of a second."""


def worth_sharing(pieces: int, jobs: int) -> bool:
    """Say whether so many pieces of work are done sooner by several processes.

    Linux alone splits processes off safely, and only from one that has no other threads.
    """
    return jobs > 1 and pieces >= _WORTH_IT and sys.platform.startswith("linux") and threading.active_count() == 1


def share(work: Sequence[T], do: Doing[T, S], jobs: int) -> Iterator[S]:
    """Give a result for each piece of work in order, as they are done, by so many processes where it is worth it."""
    if not worth_sharing(len(work), jobs):
        yield from do(work)
        return
    piles = [work[start::jobs] for start in range(jobs)]
    others = [_elsewhere(pile, do) for pile in piles[1:]]
    results = [do(piles[0]), *others]
    for number in range(len(work)):
        yield next(results[number % jobs])


def _elsewhere(pile: Sequence[T], do: Doing[T, S]) -> Iterator[S]:
    """Split off a process that does a pile of work, and give its results as they come."""
    split = multiprocessing.get_context("fork")
    receiver, sender = split.Pipe(duplex=False)
    process = split.Process(target=_work, args=(pile, do, sender), daemon=True)
    process.start()
    sender.close()
    return _received(pile, do, process, receiver)


def _received(pile: Sequence[T], do: Doing[T, S], process: BaseProcess, receiver: "Connection[None, S]") -> Iterator[S]:
    """Give the results of a process; where it came to an end before it was done, the rest is done here."""
    done = 0
    try:
        with suppress(EOFError, OSError):
            for _ in pile:
                result = receiver.recv()
                done += 1
                yield result
    finally:
        if done < len(pile):  # nobody waits for the rest, or the process is gone
            process.terminate()
        receiver.close()
        process.join()
    yield from do(pile[done:])


def _work(pile: Iterable[T], do: Doing[T, S], sender: "Connection[S, None]") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that split this one off,
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # which then ends this one
    for result in do(pile):
        sender.send(result)
    sender.close()
