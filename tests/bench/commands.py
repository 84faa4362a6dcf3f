"""The commands on the project's own content: the median of five runs of each."""

import itertools
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from tests.bench.rows import Row
from tests.helpers import AS_OF, PROJECT, copy_site

RUNS = 5
MANY = 1000


def _with_many_facts(root: Path, target: Path) -> Path:
    """Give the same site with its facts told again under other ids, until there are a thousand."""
    shutil.copytree(root, target, ignore=shutil.ignore_patterns("build", "site"))
    read = [
        yaml.load(path.read_text(), yaml.CBaseLoader)  # noqa: S506 - reads text only
        for path in sorted((root / "content/facts").glob("*.yml"))
    ]
    facts = [fact for listed in read for fact in listed]
    linked = {"supersedes", "conflicts_with", "resolves"}
    again = [
        {key: value for key, value in fact.items() if key not in linked}
        | {"id": f"again-{number}", "statement": f"{fact['statement']} Told again as {number}."}
        for number, fact in zip(range(MANY - len(facts)), itertools.cycle(facts), strict=False)
    ]
    (target / "content/facts/again.yml").write_text(json.dumps(again, ensure_ascii=False, indent=1))
    return target


def _timed(command: list[str], root: Path, prepare: Callable[[], None]) -> float:
    seconds = []
    for _ in range(RUNS):
        prepare()
        begin = time.perf_counter()
        environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
        subprocess.run(command, cwd=root, check=True, capture_output=True, env=environment)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def _previewed(root: Path) -> float:
    """Give the time from saving a changed fact until its pages are served."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--root", str(root), "--as-of", AS_OF, "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    facts = root / "content/facts/afp-2024-03-06.yml"
    text, seconds = facts.read_text(), []
    with subprocess.Popen(command, cwd=root, env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        next(line for line in server.stderr if line.startswith("Preview at"))
        for number in range(RUNS):
            begin = time.perf_counter()
            facts.write_text(text.replace("AUKUS was set up in 2021", f"AUKUS came about in 2021, told {number} times"))
            next(line for line in server.stderr if " changed, " in line)
            seconds.append(time.perf_counter() - begin)
        server.terminate()
    return statistics.median(seconds)


def command_rows(folder: Path) -> Iterator[Row]:
    """Measure what the desk runs, and the preview."""
    root = copy_site(folder / "commands")
    program = [sys.executable, "-m", "generator"]

    def command(name: str, place: Path = root) -> list[str]:
        return [*program, name, "--root", str(place), "--as-of", AS_OF]

    def clean() -> None:
        shutil.rmtree(root / "build", ignore_errors=True)

    def touched() -> None:
        sidecar = next((root / "seeds").glob("*.yml"))
        sidecar.write_text(sidecar.read_text() + "# touched\n")

    many = _with_many_facts(root, folder / "many")
    measured: dict[str, Callable[[], float]] = {
        "site, one input touched": lambda: _timed(command("site"), root, touched),
        "serve, one fact changed": lambda: _previewed(root),
        "build, clean": lambda: _timed(command("build"), root, clean),
        "check": lambda: _timed(command("check"), root, lambda: None),
        f"check, {MANY} facts": lambda: _timed(command("check", many), root, lambda: None),
    }
    for name, measure in measured.items():
        yield Row(what=name, value=measure(), unit="s")
