"""Whole sites: built clean, again, after a change, beside plain MkDocs and Hugo on the same Markdown, and compared."""

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import yaml

from tests.bench.made import add_article, change_fact, fresh_copy, made_site
from tests.bench.measuring import Cost, measured
from tests.bench.rows import Row
from tests.helpers import AS_OF, copy_site, tree

REAL: Final = 0
"""The size that stands for the project's own content."""
_SITE: Final = (sys.executable, "-m", "generator", "site", "--root", ".", "--as-of", AS_OF)
_MKDOCS: Final = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "build/alone")
_HUGO: Final = ("hugo", "--quiet", "--source", "build/hugo", "--destination", "public")
_HUGO_FILES: Final = {
    "hugo.toml": 'baseURL = "https://example.org/"\n[markup.goldmark.renderer]\nunsafe = true\n',
    "layouts/all.html": "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n",
}
"""The least that Hugo needs: neither a theme nor a search."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A site, and how many times each thing is measured."""

    root: Path
    runs: int

    def cost(self, command: tuple[str, ...], prepare: Callable[[], None], **environment: str) -> Cost:
        """Give the median of the runs, and the most memory of any."""
        costs = []
        for _ in range(self.runs):
            prepare()
            costs.append(measured(command, self.root, environment))
        return Cost(
            wall=statistics.median(cost.wall for cost in costs),
            processor=statistics.median(cost.processor for cost in costs),
            megabytes=max(cost.megabytes for cost in costs),
        )

    def forget(self) -> None:
        """Remove all that was built."""
        for name in ("build", "site"):
            shutil.rmtree(self.root / name, ignore_errors=True)

    def compare(self) -> None:
        """Compare the site in place with one built clean, without the caches, from a copy of the inputs.

        Raises:
            SystemExit: they differ.
        """
        # Deleted when all is measured: ext4 passes over thousands of files that were just deleted.
        plain = fresh_copy(self.root, Path(mkdtemp(dir=self.root.parent)) / "plain")
        measured((*_SITE, "--no-page-cache"), plain)
        same(tree(self.root / "site"), tree(plain / "site"))


def same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """Hold that two trees are the same.

    Raises:
        SystemExit: they differ.
    """
    differing = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    if differing:
        raise SystemExit(f"not what a clean plain build gives: {len(differing)} files, first {differing[:3]}")


def site_rows(folder: Path, size: int, runs: int) -> Iterator[Row]:
    """Measure one site; every build of it is compared with a clean plain one."""
    root = folder / f"site-{size}"
    bench = Bench(copy_site(root) if size == REAL else made_site(root, size), runs)
    name = f"{size:,} pages" if size else "real content"
    clean = bench.cost(_SITE, bench.forget)
    bench.compare()
    alone = bench.cost(_MKDOCS, lambda: None, **_settings(root))
    finished, plain = tree(root / "site"), tree(root / "build/alone")
    same({path: data for path, data in finished.items() if path in plain}, plain)
    pages = sum(path.endswith("index.html") for path in plain)
    yield Row(
        what=f"clean `site`, {name}",
        value=clean.wall / alone.wall,
        unit="x",
        most={1_000: 0.75, 5_000: 0.65}.get(size),
        note=f"{clean.wall:.1f} s for {pages:,} pages, MkDocs alone {alone.wall:.1f} s; "
        f"of processor time {clean.processor:.1f} and {alone.processor:.1f} s",
    )
    ratio = clean.megabytes / alone.megabytes
    both = f"{clean.megabytes:.0f} and {alone.megabytes:.0f} MB"
    yield Row(what=f"memory, {name}", value=ratio, unit="x", most=2, note=both)
    hugo = _hugo(bench)
    unchanged = bench.cost(_SITE, lambda: None)
    most = 1.5 if size >= 5_000 else 0.5
    yield Row(what=f"nothing changed, {name}", value=unchanged.wall, unit="s", most=most)
    if size != REAL:
        yield from _changed(bench, name, clean, hugo, judged=size == 1_000)
    shutil.rmtree(root)


def _changed(bench: Bench, name: str, clean: Cost, hugo: str, *, judged: bool) -> Iterator[Row]:
    changes = (("one fact changed", change_fact, 0.2, f"; {hugo}"), ("one article added", add_article, 0.25, ""))
    for what, change, most, note in changes:
        change(bench.root)
        cost = measured(_SITE, bench.root)
        bench.compare()
        yield Row(
            what=f"{what}, {name}",
            value=cost.wall / clean.wall,
            unit="x",
            most=most if judged else None,
            note=f"{cost.wall:.1f} s, processor {cost.processor:.1f} s{note}",
        )


def _settings(root: Path) -> dict[str, str]:
    """Give what the program tells MkDocs through its environment."""
    site = yaml.load((root / "content/site.yml").read_text(), yaml.CBaseLoader)  # noqa: S506 - reads text only
    midnight = datetime.combine(date.fromisoformat(AS_OF), time(), UTC)
    return {
        "SITE_NAME": site["title"],
        "SITE_URL": site["url"],
        "SITE_DESCRIPTION": site["description"],
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }


def _hugo(bench: Bench) -> str:
    """Say how long Hugo takes for the same Markdown with the barest of layouts."""
    source = bench.root / "build/hugo"
    for name, text in _HUGO_FILES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text)
    shutil.copytree(bench.root / "build/docs", source / "content", dirs_exist_ok=True)
    for index in list((source / "content").rglob("index.md")):
        index.rename(index.with_name("_index.md"))  # Hugo's name for the page of a folder
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    try:
        cost = bench.cost(_HUGO, lambda: shutil.rmtree(source / "public", ignore_errors=True), PATH=path)
    except FileNotFoundError:
        return "Hugo is not installed"
    except subprocess.CalledProcessError as trouble:
        raise SystemExit(trouble.output.decode()) from trouble
    return f"Hugo {cost.wall:.1f} s for all pages, without theme and search"
