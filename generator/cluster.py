"""A Dask cluster as an executor: work is packed here, done by a worker of the same program, and unpacked here.

Dask loads with the first cluster alone, from the extra `[cluster]`. What it sends are pickles, so that a cluster and
the network to it must be trusted.
"""

import logging
import pickle
import sys
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, NamedTuple, ParamSpec, TypeVar
from urllib.parse import urlsplit

from generator.diagnostics import Location, ProblemsError, error
from generator.program import program

if TYPE_CHECKING:
    from distributed import Client

P = ParamSpec("P")
T = TypeVar("T")

SCHEME: Final = "dask"
TIMEOUT: Final = 10.0
"""Seconds until a cluster must have answered and have a worker."""
PATIENCE: Final = 30.0
"""Seconds to wait for a new worker when all were lost."""
RETRIES: Final = 3
"""How often work is tried again that failed on a worker; where a worker is lost, Dask hands its work to another."""
WAITING: Final = 64_000_000
"""Bytes of packed work handed over and not yet taken back: feeds hundreds of workers and bounds the driver's memory."""
_QUICK: Final = 1
"""zlib's level: articles shrink to a third, at a hundredth of the time of reading them."""


class Version(NamedTuple):
    """What must be the same on every machine for the same bytes: the rules, and the Unicode tables of Python."""

    python: str
    program: str

    def __str__(self) -> str:
        return f"Python {self.python} and program {self.program}"


def here() -> Version:
    """Give the version of this process."""
    return Version(".".join(map(str, sys.version_info[:2])), program().hex()[:12])


def parse_address(text: str) -> str:
    """Give Dask's own form of an address, `tcp://HOST:PORT`.

    Raises:
        ValueError: it has another form, or Dask is not installed.
    """
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not port or text.lower() != f"{SCHEME}://{_bracketed(host)}:{port}":
        raise ValueError(f"{text!r} is no address of a cluster; write {SCHEME}://HOST:PORT, as its scheduler prints it")
    if find_spec("distributed") is None:
        raise ValueError(f"Dask is not installed; make site ARGS=--executor={text} installs it (extra [cluster])")
    return f"tcp://{_bracketed(host)}:{port}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Give the cluster at an address as an executor.

    Raises:
        ProblemsError: it does not answer, has no worker or is lost, or its workers run another program or Python.
    """
    import dask  # noqa: PLC0415 - an extra, and slow to load
    from distributed import Client  # noqa: PLC0415
    from distributed.scheduler import KilledWorker  # noqa: PLC0415

    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told below, once
    quiet = {"distributed.admin.large-graph-warning-threshold": "1GB"}  # a seed may be large
    try:
        with dask.config.set(quiet), Client(address, timeout=TIMEOUT, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=TIMEOUT)
            executor = _Cluster(client, address)
            try:
                yield executor
            finally:
                executor.shutdown(wait=False)
    except KilledWorker as trouble:
        number = trouble.allowed_failures + 1
        message = f"reading one batch ended {number} workers; look into the log of {trouble.last_worker.address}"
        raise _unusable(address, message) from trouble
    except ImportError as trouble:
        message = f"a worker lacks what reading needs ({trouble}); start it in this program's folder and environment"
        raise _unusable(address, message, "cluster-differs") from trouble
    except (OSError, CancelledError) as trouble:
        reason = str(trouble) or "the connection was lost"
        message = f"no cluster with workers answers ({reason}); start it, or name another"
        raise _unusable(address, message) from trouble


class _Cluster(Executor):
    """Hands packed work to Dask's executor, a bounded amount at a time."""

    def __init__(self, client: "Client", address: str) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False, retries=RETRIES)
        self._address = address

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = self._executor.submit(fn, *args, **kwargs)
        return future

    def map(self, fn: Callable[..., T], *iterables: Iterable[Any], **_: object) -> Iterator[T]:
        """Give the results in order; unlike other executors take no more from the iterables than is under way."""
        work, waiting = pack(fn), deque[tuple[int, Future[tuple[Version, bytes]]]]()
        under_way = 0
        for args in zip(*iterables, strict=False):
            call = pickle.dumps(_Call(here(), work, pack(args)))
            waiting.append((len(call), self._executor.submit(pickle.loads, call)))
            under_way += len(call)
            while under_way > WAITING:
                size, result = waiting.popleft()
                under_way -= size
                yield self._taken(result)
        while waiting:
            yield self._taken(waiting.popleft()[1])

    def _taken(self, result: "Future[tuple[Version, bytes]]") -> Any:  # noqa: ANN401 - whatever the work gives
        while wait([result], PATIENCE).not_done:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        there, packed = result.result()
        if there != here():
            message = f"a worker runs {there}, this is {here()}; start all workers anew from the same checkout"
            raise _unusable(self._address, message, "cluster-differs")
        return unpack(packed)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as Executor
        self._executor.shutdown(wait=wait and not cancel_futures)  # Dask's cancels where it does not wait


class _Call:
    """Work that is done by unpickling it: Dask carries bytes alone, and only who does the work needs this program."""

    def __init__(self, expected: Version, work: bytes, args: bytes) -> None:
        self._call = (expected, work, args)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[Version, bytes, bytes]]:
        return do_there, self._call


def do_there(expected: Version, work: bytes, args: bytes) -> tuple[Version, bytes]:
    """Do packed work in a worker, which says what it is; nothing is done where that is not what was expected."""
    if here() != expected:
        return here(), b""
    return here(), pack(_work(work)(*unpack(args)))


@lru_cache(maxsize=1)
def _work(packed: bytes) -> Callable[..., object]:
    """Unpack what all tasks have in common once."""
    work: Callable[..., object] = unpack(packed)
    return work


def pack(value: object) -> bytes:
    """Give a value as it travels."""
    return zlib.compress(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL), _QUICK)


def unpack(packed: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    """Give the value that travelled."""
    return pickle.loads(zlib.decompress(packed))  # noqa: S301 - from a worker of a cluster that was named, so trusted


def _unusable(address: str, message: str, code: str = "cluster-unusable") -> ProblemsError:
    return ProblemsError([error(Location(address.replace("tcp:", f"{SCHEME}:")), code, message)])
