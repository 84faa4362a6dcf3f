"""`make bench`: wall time of the whole commands, beside plain MkDocs on the same Markdown in the same run."""

import itertools
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

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


def main() -> None:
    """Print the median of five runs for each command."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_site(Path(folder) / "root")
        program = [sys.executable, "-m", "generator"]
        site = [*program, "site", "--root", str(root), "--as-of", AS_OF]
        build = [*program, "build", "--root", str(root), "--as-of", AS_OF]

        def clean() -> None:
            shutil.rmtree(root / "build", ignore_errors=True)
            shutil.rmtree(root / "site", ignore_errors=True)

        def touched() -> None:
            sidecar = next((root / "seeds").glob("*.yml"))
            sidecar.write_text(sidecar.read_text() + "# touched\n")

        rows = {
            "site, clean": _timed(site, root, clean),
            "site, one input touched": _timed(site, root, touched),
            "site, unchanged": _timed(site, root, lambda: None),
            "serve, one fact changed": _previewed(root),
            "generator alone, clean": _timed(build, root, clean),
            "check": _timed([*program, "check", "--root", str(root), "--as-of", AS_OF], root, lambda: None),
            f"check, {MANY} facts": _timed(
                [*program, "check", "--root", str(_with_many_facts(root, Path(folder) / "many")), "--as-of", AS_OF],
                root,
                lambda: None,
            ),
            "plain mkdocs build --strict": _timed(
                [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(root / "plain")],
                root,
                lambda: None,
            ),
        }
    for name, seconds in rows.items():
        print(f"{name:30} {seconds:7.2f} s")


if __name__ == "__main__":
    main()
