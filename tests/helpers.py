"""What several tests need: sites in a folder of their own, and trees of files as values."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

PROJECT = Path(__file__).resolve().parent.parent
AS_OF = "2026-11-24"
INPUTS = ("seeds", "content", "templates", "mkdocs.yml")


def copy_site(target: Path) -> Path:
    """Copy the project's own seeds, content, templates and settings."""
    target.mkdir(parents=True, exist_ok=True)
    for name in INPUTS:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            shutil.copy(source, target / name)
    return target


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user would."""
    command = [sys.executable, "-m", "generator", arguments[0], "--root", str(root), *arguments[1:]]
    settings = {**os.environ, "PYTHONPATH": str(PROJECT), **environment}
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write_files(root: Path, files: dict[str, str]) -> None:
    """Write some files below a folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def seconds(read: Callable[[str], object], text: str) -> float:
    """Give the best time of three, to compare with another of the same run; no absolute time is asserted."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        read(text)
        best = min(best, time.perf_counter() - begin)
    return best


def sampled(names: Iterable[str], every: int = 3) -> list[ParameterSet]:
    """Give each name as a parameter; but for one of so many they are left to `make test-long`."""
    return [pytest.param(name, marks=[pytest.mark.long] if number % every else []) for number, name in enumerate(names)]


PATIENCE = 60
"""Seconds."""


def waited(until: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Say whether something becomes so within some seconds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if until():
            return True
        time.sleep(0.1)
    return False
