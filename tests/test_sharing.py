"""Work that is shared with other processes gives what it gives in one, whatever becomes of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import PROJECT

BEGIN = """
import os, signal
from generator.sharing import share, worth_sharing

FIRST = os.getpid()
assert worth_sharing(100, 3)

def squares(pile):
    for number in pile:
        {meanwhile}
        yield number * number

def large(pile):
    return (bytes(1_000_000) for _ in pile)

{end}
"""
"""A process of its own: with threads beside it, as tests have them, none is split off."""


def _said(
    meanwhile: str, tmp_path: Path, end: str = "print(*share(range(100), squares, 3))"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BEGIN.format(meanwhile=meanwhile, end=end)],
        cwd=tmp_path, env={"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


SQUARES = [str(number * number) for number in range(100)]


@pytest.mark.parametrize(
    "meanwhile",
    [
        "pass",
        "print(end='' if number % 3 == 0 or os.getpid() != FIRST else 'not shared')",
        "os.getpid() == FIRST or number < 50 or os.kill(os.getpid(), signal.SIGKILL)",
        "os.getpid() == FIRST or number > 1 or os._exit(0)",
    ],
    ids=["all goes well", "each does its share", "killed in the middle", "ended before its first result"],
)
def test_results_come_in_the_order_of_the_work(meanwhile: str, tmp_path: Path) -> None:
    assert _said(meanwhile, tmp_path).stdout.split() == SQUARES


def test_who_stops_early_waits_for_no_other_process(tmp_path: Path) -> None:
    end = "results = share(range(100), large, 3)\nprint(*(len(next(results)) for _ in range(3)))\nresults.close()"
    done = _said("pass", tmp_path, end)

    assert (done.returncode, done.stdout, done.stderr) == (0, "1000000 1000000 1000000\n", "")


def test_an_error_in_another_process_is_raised_here(tmp_path: Path) -> None:
    done = _said("assert number != 50, 'fifty is refused'", tmp_path)

    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("AssertionError: fifty is refused")
