"""Runs that are killed, crowded or interrupted: `site/` is one complete version, and the next run makes a clean one."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.cli import main
from generator.engine import Engine
from generator.outputs import read_file
from tests.faults import AS_OF, FACTS, Sample, edit, leftovers, make_sample, site
from tests.helpers import PROJECT, tree

SEED = 20261126
NEXT_DAY = "2024-06-02"
PATIENCE = 300


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Give a site of few pages in two versions."""
    return make_sample(tmp_path_factory.mktemp("sample"))


def _start(root: Path, as_of: str = AS_OF) -> "subprocess.Popen[str]":
    """Start `make site` as a process group of its own, with what is installed here."""
    command = ["make", "--silent", "-C", str(root), "-f", str(PROJECT / "Makefile"), "-o", ".venv/.site"]
    return subprocess.Popen(
        [*command, "site", f"PY={sys.executable}", f"ARGS=--as-of {as_of} --jobs 2"],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _killed_at_random_moments(sample: Sample, root: Path, kills: int) -> None:
    shutil.copytree(sample.root, root)
    chance = random.Random(SEED)  # noqa: S311 - no secret
    print(f"seed {SEED}")  # noqa: T201 - shown where it fails
    begin = time.monotonic()
    done = _start(root)
    printed = done.communicate()
    assert done.returncode == 0, printed
    whole = time.monotonic() - begin
    wanted, before, sizes, hits = sample.old, sample.old, [], 0
    for number in range(kills):
        if wanted == tree(root / "site"):
            back = ("Iceland and Norway signed", "Norway and Iceland signed")
            edit(root, *(back if wanted == sample.new else reversed(back)))
            before, wanted = wanted, sample.old if wanted == sample.new else sample.new
        started = _start(root)
        moment = chance.uniform(0, whole)
        time.sleep(moment)
        alive = started.poll() is None
        hits, whole = hits + alive, whole * (1.05 if alive else 0.8)  # the machine may have more or less to do by now
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.communicate()
        assert tree(root / "site") in (before, wanted), f"kill {number} after {moment:.3f} s"
        if number % 7 == 6:
            assert site(root) == 0
            assert tree(root / "site") == wanted
            assert leftovers(root) == []
            sizes.append(len([*(root / "build").rglob("*")]))
    assert site(root) == 0
    assert tree(root / "site") == wanted
    assert len(set(sizes)) == 1, "what lies in build/ grows"
    assert hits > kills / 2, "most runs ended before they were killed"


def test_a_run_killed_at_any_moment_leaves_one_complete_site(sample: Sample, tmp_path: Path) -> None:
    _killed_at_random_moments(sample, tmp_path / "root", 20)


@pytest.mark.long
def test_a_run_killed_three_hundred_times_leaves_one_complete_site(sample: Sample, tmp_path: Path) -> None:
    _killed_at_random_moments(sample, tmp_path / "root", 300)


_DIES = """
import os, signal, sys
from generator.cli import main

ACTS = {"ctypes.dlsym", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "shutil.rmtree"}
left, swap = int(sys.argv[1]), 0

def look(event, given):
    global left, swap
    if event in ACTS or event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR):
        left -= 1
        if event == "ctypes.dlsym" and given[1] == "renameat2":
            swap = int(sys.argv[1]) - left
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(look)
code = main(["site", "--root", sys.argv[2], "--as-of", sys.argv[3], "--jobs", "1"])
print(swap, int(sys.argv[1]) - left)
sys.exit(code)
"""
"""Runs `site` and kills itself before its nth act on files.

Where it lives on, it prints which was the swap, and how many there were.
"""


@pytest.mark.long
def test_a_run_killed_before_any_act_on_files_leaves_one_complete_site(sample: Sample, tmp_path: Path) -> None:
    def die(root: Path, acts: int) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-c", _DIES, str(acts), str(root), AS_OF]
        return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)

    swap, acts = map(int, die(sample.copy(tmp_path / "whole"), 1_000_000).stdout.splitlines()[-1].split())
    assert 0 < swap < acts
    chance = random.Random(SEED)  # noqa: S311 - no secret
    print(f"seed {SEED}")  # noqa: T201 - shown where it fails
    for number in sorted({*chance.sample(range(acts), 20), *range(swap - 5, swap + 5), acts - 2, acts - 1}):
        root = sample.copy(tmp_path / f"root-{number}")

        assert die(root, number).returncode == -signal.SIGKILL
        assert tree(root / "site") in (sample.old, sample.new), f"before act {number} of {acts}"
        assert site(root) == 0
        assert tree(root / "site") == sample.new
        assert leftovers(root) == []
        shutil.rmtree(root)


def test_what_a_killed_run_left_behind_is_swept_up(sample: Sample, tmp_path: Path) -> None:
    root = sample.copy(tmp_path / "root")
    (root / "build/lock").write_text("1234\n")  # as a run writes it that came to no end
    (root / "build/docs/.writing-1").write_text("half")
    for name in ("past-1", ".writing-docs"):
        (root / "build" / name).mkdir()
    (root / "site").rename(root / "build/site.old")  # between the two renames, where no exchange is to be had
    edit(root, "Iceland and Norway", "Oslo said that")
    (root / FACTS).write_text((root / FACTS).read_text() + "- id: bad\n")

    assert site(root) == 1
    assert tree(root / "site") == sample.old
    assert leftovers(root) == []


def test_of_two_runs_at_once_one_waits_and_says_so(sample: Sample, tmp_path: Path) -> None:
    root = sample.copy(tmp_path / "root")
    one = _start(root)
    while one.poll() is None and not (root / "build/lock").read_text():
        time.sleep(0.02)
    process = (root / "build/lock").read_text().strip()
    assert process
    other = _start(root, NEXT_DAY)

    assert one.wait(PATIENCE) == other.wait(PATIENCE) == 0
    assert one.communicate()[1] == ""
    assert (
        other.communicate()[1] == f"Another run (process {process}) is at work in this folder; waiting until it ends.\n"
    )
    made = tree(root / "site")
    shutil.rmtree(root / "build")
    assert site(root, as_of=NEXT_DAY) == 0
    assert made == tree(root / "site")


def _meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[int], object]) -> None:
    """Have something happen while MkDocs is at work; it is told how often it happened before."""
    really, times = Engine.build, iter(range(100))

    def building(self: Engine, *arguments: object) -> None:
        really(self, *arguments)  # type: ignore[arg-type]
        act(next(times))

    monkeypatch.setattr(Engine, "build", building)


def test_what_changes_while_it_is_read_is_read_again(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = shutil.copytree(sample.root, tmp_path / "root")
    _meanwhile(monkeypatch, lambda times: None if times else edit(root))

    assert site(root, as_of=NEXT_DAY) == 0
    assert site(root) == 0
    assert tree(root / "site") == sample.new


def test_what_changes_again_and_again_is_named_and_the_site_stays(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = sample.copy(tmp_path / "root")
    _meanwhile(monkeypatch, lambda times: (root / FACTS).write_text((root / FACTS).read_text() + f"# {times}\n"))

    assert site(root) == 1
    assert f"{FACTS}: error: this changes again and again" in capsys.readouterr().err
    assert tree(root / "site") == sample.old


def test_a_template_that_was_another_for_a_moment_leaves_nothing_of_it_behind(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = shutil.copytree(sample.root, tmp_path / "root")
    shutil.copytree(PROJECT / "templates", root / "templates")
    (root / "build/rendered.json").unlink()
    template = root / "templates/timeline.md.jinja"
    good = template.read_bytes()

    def reading(path: Path) -> bytes:
        if path.name == "rendered.json":  # templates were read, pages are rendered next
            template.write_bytes(good + b"\nNot this.\n")
        return read_file(path)

    with monkeypatch.context() as patched:
        patched.setattr("generator.rendering.read_file", reading)
        _meanwhile(patched, lambda _: template.write_bytes(good))
        assert site(root) == 1

    assert site(root) == 0
    assert tree(root / "site") == sample.old


def test_a_file_that_vanishes_before_it_is_read_is_missed_once(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sample.copy(tmp_path / "root")
    passing = root / "content/facts/passing.yml"
    passing.write_text("[]\n")
    really = read_file

    def reading(path: Path) -> bytes:
        passing.unlink(missing_ok=True)
        return really(path)

    monkeypatch.setattr("generator.loading.read_file", reading)

    assert site(root) == 0
    assert tree(root / "site") == sample.new


@pytest.mark.parametrize("moment", [0, 4_102_444_800], ids=["1970", "2100"])
def test_a_clock_that_jumps_changes_nothing(moment: int, sample: Sample, tmp_path: Path) -> None:
    root = sample.copy(tmp_path / "root")
    for path in root.rglob("*"):
        os.utime(path, (moment, moment))

    assert site(root, as_of=NEXT_DAY) == 0
    assert site(root) == 0
    assert tree(root / "site") == sample.new


def test_a_moment_that_is_none_is_named(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")

    assert main(["check", "--root", str(sample.root)]) == 1
    assert "SOURCE_DATE_EPOCH: error: expected whole seconds since 1970, found 'soon'" in capsys.readouterr().err
