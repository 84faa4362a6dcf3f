"""How far the program reaches: what it opens, writes, starts and calls, as Python's own audit tells."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from generator.starter import make_new
from tests.helpers import PROJECT

PROGRAM = (PROJECT / "generator", PROJECT / "templates", PROJECT / "tests" / "watched")
PYTHON = tuple(map(Path, (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values())))
MACHINE = tuple(map(Path, ("/dev", "/etc", "/proc", "/sys", "/usr/lib", "/usr/share")))
"""Where a system keeps its settings, its time zones and its kinds of files."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[tuple[str, str]]]:
    """Give the root of a site and all that building it did."""
    root, log = tmp_path_factory.mktemp("watched") / "root", tmp_path_factory.mktemp("log") / "log"
    make_new(root)
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Begin"]):
        identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(root), *identity, *command], check=True)
    watching = {"PYTHONPATH": str(PROJECT / "tests" / "watched"), "WATCHED": str(log), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        [sys.executable, "-m", "generator", "site", "--root", str(root), "--as-of", "2030-06-01", "--jobs", "2"],
        cwd=PROJECT,
        env=os.environ | watching,
        check=True,
        capture_output=True,
    )
    return root, {(kind, what) for line in log.read_text().splitlines() for kind, what in [json.loads(line)]}


def _outside(seen: set[tuple[str, str]], kind: str, *places: Path) -> list[str]:
    """Name what was done outside of some places; a name without a folder is that of a file in an open one."""
    paths = {os.path.realpath(Path(PROJECT, what)) for how, what in seen if how == kind and os.sep in what}
    allowed = [os.path.realpath(place) for place in places]
    return sorted(path for path in paths if not any(Path(path).is_relative_to(place) for place in allowed))


def test_a_build_writes_only_into_build_and_site(seen: tuple[Path, set[tuple[str, str]]]) -> None:
    root, done = seen

    assert ("write", str(root / "build/docs.json")) in done
    assert [path for path in _outside(done, "write", root / "build", root / "site") if path != "/dev/null"] == []


def test_a_build_reads_only_its_root_and_the_program(seen: tuple[Path, set[tuple[str, str]]]) -> None:
    root, done = seen

    assert ("read", str(root / "mkdocs.yml")) in done
    assert _outside(done, "read", root, *PROGRAM, *PYTHON, *MACHINE) == []


def test_a_build_asks_git_and_starts_nothing_else(seen: tuple[Path, set[tuple[str, str]]]) -> None:
    assert {what for how, what in seen[1] if how == "start"} == {"git"}


def test_a_build_calls_nobody(seen: tuple[Path, set[tuple[str, str]]]) -> None:
    assert {what for how, what in seen[1] if how == "call"} == set()


def test_the_watch_notes_calls_and_commands(tmp_path: Path) -> None:
    program = "import os, socket; socket.getaddrinfo('127.0.0.1', 80); os.system('true')"
    environment = {"PYTHONPATH": str(PROJECT / "tests" / "watched"), "WATCHED": str(tmp_path / "log")}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)

    noted = (tmp_path / "log").read_text().splitlines()
    assert {'["call", "socket.getaddrinfo"]', '["start", "true"]'} <= set(noted)
