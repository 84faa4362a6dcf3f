"""`make reproduce`: one commit built in ways that must not matter; every file of the site must come out the same.

Each build has a clone of its own, since the history is an input. `--python` names other interpreters, for which the
locked libraries are installed. Exit code 1 where a build fails or a file differs.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from generator.finishing import DIGEST
from generator.outputs import digest
from generator.reading.extras import needed
from tests.helpers import AS_OF, PROJECT

DISTURBED: Final = PROJECT / "tests" / "disturbed"
INPUTS: Final = frozenset({"SITE_URL", "SOURCE_DATE_EPOCH"})
"""Variables that decide what is built; all others must not."""
OTHER_GIT: Final = {
    "color.ui": "always",
    "core.abbrev": "40",
    "core.autocrlf": "true",
    "diff.algorithm": "patience",
    "diff.context": "9",
    "diff.external": "false",
    "diff.noprefix": "true",
    "diff.renames": "copies",
    "format.pretty": "oneline",
    "log.date": "relative",
    "log.decorate": "full",
    "log.follow": "true",
}
"""Settings of another user's git."""
SHOWN: Final = 10
"""Files that differ, named at most."""

Tree: TypeAlias = Mapping[str, tuple[int, bytes]]
"""Files and folders by path, each with its permissions and its bytes; a folder has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be built: a commit, and where the program that builds it stands."""

    repository: Path
    commit: str
    as_of: str
    another_day: str
    program: Path | None
    """None where the commit holds the program itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A way to build that must not matter."""

    name: str
    folder: str = "site"
    options: tuple[str, ...] = ("--jobs", "1")
    environment: Mapping[str, str] = field(default_factory=dict)
    """What is set beside the present variables."""
    bare: bool = False
    """Whether there is no variable at all."""
    umask: int = 0o022
    user: str | None = None
    python: str = sys.executable
    before: Callable[["Build"], None] = lambda _: None
    """What happens in the clone before the build that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a variant."""

    variant: Variant
    site: Tree | None
    trouble: str = ""
    """Why there is no site."""
    failed: bool = False
    """Whether that is a failure; else this machine cannot try it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A variant in its clone."""

    variant: Variant
    task: Task
    root: Path

    @property
    def program(self) -> Path:
        """Where `python -m generator` is run."""
        return self.task.program or self.root

    def site(self, as_of: str) -> subprocess.CompletedProcess[str]:
        """Build the site as this variant has it."""
        return self.run("-m", "generator", "site", "--root", str(self.root), "--as-of", as_of, *self.variant.options)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python as this variant has it."""
        present = {key: value for key, value in os.environ.items() if key not in INPUTS}
        return subprocess.run(
            [self.variant.python, *arguments],
            cwd=self.program,
            env={} if self.variant.bare else present | dict(self.variant.environment),
            umask=self.variant.umask,
            user=self.variant.user,
            extra_groups=[] if self.variant.user else None,
            capture_output=True,
            text=True,
            check=False,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, compare, print a table."""
    parser = argparse.ArgumentParser(prog="make reproduce", description=__doc__)
    parser.add_argument("--commit", default="HEAD", help="what to build")
    parser.add_argument("--as-of", default=AS_OF, help="day of the marks (YYYY-MM-DD)")
    parser.add_argument("--python", action="append", default=[], help="another interpreter to build with; repeatable")
    options = parser.parse_args(arguments)
    commit = _git(PROJECT, "rev-parse", "--verify", f"{options.commit}^{{commit}}").strip()
    task = Task(repository=PROJECT, commit=commit, as_of=options.as_of, another_day="2026-07-01", program=None)
    print(f"Commit {commit}, as of {task.as_of}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        others = [_with_python(name, Path(folder, str(number))) for number, name in enumerate(options.python)]
        return 1 if report(outcomes(task, [*VARIANTS, *others])) else 0


def report(found: Iterator[Outcome]) -> int:
    """Print a line for each build as it comes, compared with the first; give how many failed or differ."""
    first = next(found)
    print(_line(first, ()), flush=True)
    wrong = int(first.failed)
    for outcome in found:
        differs = different(first, outcome)
        wrong += outcome.failed or bool(differs)
        print(_line(outcome, differs), flush=True)
    print("Every file is the same in all of them." if not wrong else f"{wrong} failed or differ.")
    return wrong


def outcomes(task: Task, variants: Sequence[Variant]) -> Iterator[Outcome]:
    """Build each variant in a folder that every user may read."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        for number, variant in enumerate(variants):
            place = Path(folder) / str(number)
            yield _outcome(Build(variant=variant, task=task, root=place / variant.folder))
            shutil.rmtree(place)


def different(one: Outcome, other: Outcome) -> tuple[str, ...]:
    """Name what differs between two sites: missing, other permissions, other bytes."""
    if one.site is None or other.site is None:
        return ()
    return tuple(path for path in sorted({*one.site, *other.site}) if one.site.get(path) != other.site.get(path))


def _outcome(build: Build) -> Outcome:
    _clone(build)
    variant = build.variant
    if variant.user and not _may_build(build):
        return Outcome(variant=variant, site=None, trouble=f"not tried: {variant.user} cannot run the program here")
    variant.before(build)
    done = build.site(build.task.as_of)
    if done.returncode:
        return Outcome(variant=variant, site=None, trouble=f"failed:\n{done.stderr}", failed=True)
    return Outcome(variant=variant, site=_tree(build.root / "site"))


def _may_build(build: Build) -> bool:
    try:
        return build.run("-c", "import generator.build").returncode == 0
    except OSError:  # only root may be another, and not each user may read where Python is installed
        return False


def _clone(build: Build) -> None:
    build.root.parent.mkdir(parents=True)
    environment = os.environ | dict(build.variant.environment)
    for command in (
        ["clone", "--quiet", "--no-checkout", str(build.task.repository), str(build.root)],
        ["-C", str(build.root), "checkout", "--quiet", "--detach", build.task.commit],
    ):
        subprocess.run(["git", *command], env=environment, check=True)
    if build.variant.user and os.geteuid() == 0:
        for path in (build.root.parent, *build.root.parent.rglob("*")):
            shutil.chown(path, build.variant.user)


def _tree(folder: Path) -> Tree:
    paths = (folder, *folder.rglob("*"))
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in paths
    }


def _line(outcome: Outcome, differs: tuple[str, ...]) -> str:
    name = f"{outcome.variant.name:<48}"
    if outcome.site is None:
        return f"{name}{outcome.trouble}"
    seen = f"{digest(outcome.site[DIGEST][1])[:16]}  {sum(bool(data) for _, data in outcome.site.values())} files"
    named = "".join(f"\n    {path}" for path in differs[:SHOWN])
    more = f"\n    and {len(differs) - SHOWN} more" if len(differs) > SHOWN else ""
    return f"{name}{seen}  {f'{len(differs)} differ:{named}{more}' if differs else 'same'}"


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, text=True).stdout


def _another_order(build: Build) -> None:
    """Write all files again, the last first, each with a time of its own."""
    files = sorted(path for path in build.root.rglob("*") if path.is_file() and ".git" not in path.parts)
    for number, path in enumerate(reversed(files)):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        moment = number * 86_400
        os.utime(path, (moment, moment))


def _another_day(build: Build) -> None:
    build.site(build.task.another_day)


def _once_before(build: Build) -> None:
    build.site(build.task.as_of)
    shutil.rmtree(build.root / "site")
    shutil.rmtree(build.root / "build/docs")


def _as_git_takes_them(settings: Mapping[str, str]) -> dict[str, str]:
    named = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        named |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return named


def _with_python(name: str, place: Path) -> Variant:
    """Give a variant with another interpreter, in an environment with the locked libraries."""
    subprocess.run([name, "-m", "venv", str(place)], check=True)
    python = str(place / "bin" / "python")
    install = [python, "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    for lock in ("requirements.lock", *(f"requirements-{extra}.lock" for extra in needed(PROJECT))):
        subprocess.run([*install, "-r", str(PROJECT / lock)], check=True)
    version = subprocess.run([python, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return Variant(name=version, python=python)


VARIANTS: Final = (
    Variant(name="in UTC, hash seed 0", environment={"TZ": "UTC", "PYTHONHASHSEED": "0"}),
    Variant(name="built once before, caches kept", before=_once_before),
    Variant(name="over the site of another day", before=_another_day),
    Variant(name="without the page cache", options=("--jobs", "1", "--no-page-cache")),
    Variant(name="two processes", options=("--jobs", "2")),
    Variant(name="another path, with a space and an umlaut", folder="another/pläce of it"),
    Variant(name="umask 077", umask=0o077),
    Variant(name="umask 000", umask=0),
    Variant(name="another user", user="nobody"),
    Variant(name="14 hours east, hash seed 1", environment={"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}),
    Variant(name="12 hours west, hash seed 2", environment={"TZ": "Etc/GMT+12", "PYTHONHASHSEED": "2"}),
    Variant(
        name="locale C, files read as ASCII", environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ),
    Variant(name="files laid out in another order, other times", before=_another_order),
    Variant(name="folders listed in any order, clock ahead", environment={"PYTHONPATH": str(DISTURBED)}),
    Variant(name="another user's settings of git", environment=_as_git_takes_them(OTHER_GIT)),
    Variant(name="an empty environment", bare=True),
)
"""The first is what the others are compared with."""

SAMPLE: Final = (
    VARIANTS[0],
    Variant(
        name="all at once",
        folder="another/pläce of it",
        options=("--jobs", "2", "--no-page-cache"),
        environment=_as_git_takes_them(OTHER_GIT)
        | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "PYTHONPATH": str(DISTURBED)},
        umask=0o077,
        before=_another_order,
    ),
    Variant(name="an empty environment, over the site of another day", bare=True, before=_another_day),
)
"""Few builds that differ in nearly all of it; they do not tell what made a difference."""


if __name__ == "__main__":
    sys.exit(main())
