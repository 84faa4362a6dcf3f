"""A real Dask scheduler and real workers on loopback, for tests and measurements; they end with the `with`."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from distributed import Client

from tests.helpers import PROJECT

START: Final = 60
"""Seconds that a part of a cluster may take to start."""
QUIET: Final = ("--host", "127.0.0.1", "--no-dashboard")


@contextmanager
def scheduler() -> Iterator[str]:
    """Give the address of a scheduler without workers, as `--executor` takes it; it knows nothing of this program."""
    with tempfile.TemporaryDirectory() as folder:
        about = Path(folder) / "scheduler.json"
        with _process("dask_scheduler", folder, folder, *QUIET, "--port", "0", "--scheduler-file", str(about)):
            end = time.monotonic() + START
            while not about.is_file() and time.monotonic() < end:
                time.sleep(0.05)
            with Client(scheduler_file=str(about), set_as_default=False) as client:
                yield str(client.scheduler_info()["address"]).replace("tcp://", "dask://")


@contextmanager
def worker(address: str, name: str, program: Path | str = PROJECT) -> Iterator["subprocess.Popen[bytes]"]:
    """Give a worker with one thread that finds the program in this folder, once the scheduler knows it."""
    with tempfile.TemporaryDirectory() as folder:
        place = ("--local-directory", folder, "--name", name, "--nthreads", "1", "--no-nanny")
        with _process("dask_worker", folder, str(program), tcp(address), *QUIET, *place) as process:
            with Client(tcp(address), set_as_default=False) as client:
                client.wait_for_workers(1, timeout=START)
                end = time.monotonic() + START
                while name not in names(client) and time.monotonic() < end:
                    time.sleep(0.05)
            yield process


def tcp(address: str) -> str:
    """Give an address as Dask writes it."""
    return address.replace("dask://", "tcp://")


def names(client: Client) -> dict[str, str]:
    """Give the addresses of the workers by their names."""
    return {about["name"]: where for where, about in client.scheduler_info(n_workers=-1)["workers"].items()}


@contextmanager
def _process(module: str, folder: str, program: str, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
    settings = {**os.environ, "PYTHONPATH": program}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, env=settings, stdout=quiet, stderr=quiet) as process:
        try:
            yield process
        finally:
            process.kill()
