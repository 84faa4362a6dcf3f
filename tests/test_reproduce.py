"""The same bytes: sites are built in every way that must not matter. The project's own is built so by `test-long`."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.starter import make_new
from tests.helpers import AS_OF, PROJECT
from tests.reproduce import DISTURBED, SAMPLE, VARIANTS, Task, Variant, different, outcomes

FACT = "content/facts/example.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give the example site in a repository with a past: one statement was reworded on another day."""
    root = tmp_path / "root"
    make_new(root)
    _git(root, "init", "--quiet", day="2024-05-28")
    _commit(root, "2024-05-28")
    (root / FACT).write_text((root / FACT).read_text().replace("statement: ", "statement: As it says, ", 1))
    _commit(root, "2024-05-30")
    return root


def _git(root: Path, *arguments: str, day: str) -> None:
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    moment = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    command = ["git", "-C", str(root), *identity, *arguments]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | moment)


def _commit(root: Path, day: str) -> None:
    _git(root, "add", "--all", day=day)
    _git(root, "commit", "--quiet", "--message", "Change", day=day)


def _all_the_same(task: Task, variants: Sequence[Variant]) -> None:
    first, *others = outcomes(task, variants)
    failed = [f"{outcome.variant.name}: {outcome.trouble}" for outcome in (first, *others) if outcome.failed]
    assert not failed
    assert {outcome.variant.name: different(first, outcome) for outcome in others if different(first, outcome)} == {}
    untried = [outcome.variant.name for outcome in others if outcome.site is None]
    assert untried in ([], ["another user"])


@pytest.fixture
def task(repository: Path) -> Task:
    return Task(repository=repository, commit="HEAD", as_of="2024-06-01", another_day="2024-05-29", program=PROJECT)


def test_a_site_is_the_same_in_whatever_way_it_is_built(task: Task) -> None:
    _all_the_same(task, SAMPLE)


@pytest.mark.long
def test_a_site_is_the_same_in_each_way_it_can_be_built(task: Task) -> None:
    _all_the_same(task, VARIANTS)


@pytest.mark.long
def test_the_project_s_own_site_is_the_same_in_each_way_it_can_be_built() -> None:
    own = Task(repository=PROJECT, commit="HEAD", as_of=AS_OF, another_day="2026-07-01", program=None)
    _all_the_same(own, VARIANTS)


def test_what_differs_is_named(task: Task) -> None:
    one, other = (next(outcomes(each, VARIANTS)) for each in (task, replace(task, as_of="2024-06-02")))

    assert {"index.html", "data/digest.txt"} <= set(different(one, other))
    assert "assets/briefing.css" not in different(one, other)


def test_the_disturbed_disk_lists_in_any_order_and_the_disturbed_clock_is_ahead(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}").touch()
    ways = (
        "os.listdir()",
        "[entry.name for entry in os.scandir()]",
        "[path.name for path in pathlib.Path().rglob('*')]",
    )
    for way in (*ways, "next(os.walk('.'))[2]"):
        one, other = (_disturbed(f"import os, pathlib; print({way})", tmp_path) for _ in range(2))
        assert one != other
        assert sorted(one) == sorted(other)
    assert int(_disturbed("import time; print(time.time())", tmp_path).partition(".")[0]) > time.time() + 1e8


def _disturbed(program: str, folder: Path) -> str:
    environment = {"PYTHONPATH": str(DISTURBED)}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout
