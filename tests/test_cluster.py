"""More than one machine: a real Dask scheduler and workers on loopback give what one process gives."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from string import ascii_lowercase

import pytest
from distributed import Client

from generator import cluster as module
from generator.build import READINGS
from generator.cluster import cluster, parse_address
from generator.corpus import BATCH, BATCH_BYTES, Reader, batches
from generator.diagnostics import ProblemsError
from generator.reading import Seed
from generator.starter import make_new
from tests.clusters import names, scheduler, tcp, worker
from tests.helpers import PROJECT, run, tree
from tests.score import corpus_vocabulary

DAY = ("--as-of", "2025-01-01")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with scheduler() as address:
        yield address


def _seeds(number: int) -> list[Seed]:
    return [Seed(f"seeds/{n}.txt", _article(n).encode()) for n in range(number)]


def _article(number: int) -> str:
    """Give an article that is no copy of another."""
    drawn = random.Random(number)  # noqa: S311 - the same words each time
    others = " ".join("".join(drawn.choices(ascii_lowercase, k=6)) for _ in range(40))
    return (
        f" date 2024-05-{number % 28 + 1:02} Norway and Poland will meet in {2025 + number}. “We agree on {others},” "
        "said Minister Ada Holm in Oslo.\n"
    )


def _told(address: str) -> str:
    """Read on a cluster that is not as it should be, and give what is said about it."""
    workers = partial(cluster, parse_address(address))
    with pytest.raises(ProblemsError) as raised:
        Reader(vocabulary=corpus_vocabulary(), workers=workers).read(_seeds(BATCH + 1))
    (problem,) = raised.value.problems
    assert str(problem.location) == address
    return f"{problem.message} [{problem.code}]"


def test_a_worker_killed_in_the_middle_loses_nothing_and_the_bytes_are_those_of_one_machine(
    address: str, tmp_path: Path
) -> None:
    make_new(root := tmp_path / "site")
    for seed in _seeds(5 * BATCH):
        (root / seed.path).write_bytes(seed.data)
    assert run(root, "build", *DAY, "--jobs", "1").returncode == 0
    expected = tree(root / "build/docs")
    shutil.rmtree(root / "build")

    with worker(address, "victim") as victim, worker(address, "heir"), Client(tcp(address)) as client:
        command = [sys.executable, "-m", "generator", "build", "--root", str(root), *DAY, "--executor", address]
        with subprocess.Popen(command, cwd=PROJECT) as building:
            place = names(client)["victim"]
            while not client.processing().get(place) and building.poll() is None:
                time.sleep(0.01)
            assert client.processing()[place], "the victim was given nothing to do"
            victim.kill()
            assert building.wait() == 0
        assert list(names(client)) == ["heir"]

    assert tree(root / "build/docs") == expected
    assert (root / READINGS).is_file()


def test_no_more_is_taken_than_may_wait(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAITING", 0)
    taken = []

    def pieces() -> Iterator[int]:
        for number in range(5):
            taken.append(number)
            yield number

    with worker(address, "only"), cluster(tcp(address)) as executor:
        for given, number in enumerate(executor.map(abs, pieces())):
            assert number == given
            assert len(taken) == given + 1


def test_workers_of_another_program_are_refused(address: str, tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "generator", tmp_path / "generator")
    with (tmp_path / "generator/text.py").open("a") as source:
        source.write("# another version\n")

    with worker(address, "other", tmp_path):
        told = _told(address)

    assert "start all workers anew from the same checkout [cluster-differs]" in told


@pytest.mark.long
def test_workers_without_the_program_are_named(address: str, tmp_path: Path) -> None:
    with worker(address, "bare", tmp_path):
        assert "lacks what reading needs (No module named 'generator')" in _told(address)


@pytest.mark.long
def test_workers_that_are_all_gone_are_not_waited_for_without_end(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    with worker(address, "last") as last, cluster(tcp(address)) as executor:
        results = executor.map(time.sleep, [0, 600])
        next(results)
        last.kill()
        with pytest.raises(TimeoutError):
            next(results)


def test_a_cluster_that_nobody_serves_or_that_has_no_workers_is_named(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TIMEOUT", 0.5)

    for nobody in (address, "dask://127.0.0.1:1"):
        assert "start it, or name another [cluster-unusable]" in _told(nobody)


def test_an_address_of_another_form_is_wrong_usage(tmp_path: Path) -> None:
    done = run(tmp_path, "check", "--executor", "127.0.0.1:8786")

    assert done.returncode == 2
    assert "write dask://HOST:PORT" in done.stderr


@pytest.mark.parametrize(
    "wrong", ["", "tcp://h:1", "dask://", "dask://h", "dask://h:x", "dask://u@h:1", "dask://h:1/x"]
)
def test_an_address_has_host_and_port_and_nothing_else(wrong: str) -> None:
    with pytest.raises(ValueError, match="write dask://HOST:PORT"):
        parse_address(wrong)


def test_an_address_may_be_of_ipv6() -> None:
    assert parse_address("dask://[::1]:8786") == "tcp://[::1]:8786"


def test_without_dask_the_way_to_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)

    with pytest.raises(ValueError, match="Dask is not installed; make site ARGS=--executor=dask://h:1 installs it"):
        parse_address("dask://h:1")


def test_batches_are_bounded_by_number_and_by_bytes() -> None:
    large = Seed("seeds/large.txt", b"x" * (BATCH_BYTES + 1))
    small = _seeds(BATCH + 2)

    cut = list(batches([*small, large, *small[:2]]))

    assert [len(batch) for batch in cut] == [BATCH, 2, 1, 2]
    assert [seed for batch in cut for seed in batch] == [*small, large, *small[:2]]
