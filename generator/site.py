"""The site: MkDocs builds strictly into a staging folder, the finished tree is verified and swapped into `site/`."""

import ctypes
import os
import shutil
from datetime import UTC, datetime, time
from pathlib import Path

from generator.build import Result, build
from generator.cache import Cache
from generator.engine import Engine, EngineError
from generator.finishing import finish, require_pagefind
from generator.model import Briefing
from generator.run import Run
from generator.stamp import inputs_of, set_stamp
from generator.verification import MARKS, verify

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_FOLDER, _FILE = 0o755, 0o644


def make_site(run: Run, base: str | None, *, page_cache: bool = True) -> Result:
    """Build the pages and the site; the site in place changes only when everything is right.

    Without the page cache MkDocs makes every page anew.

    Raises:
        ProblemsError: see `build`; or the search cannot be made.
        EngineError: MkDocs refused the pages, or a quotation was altered on the way.
    """
    root = run.root
    inputs = inputs_of(run, base)
    result = build(run)
    if result.changes is None:
        return result
    search = result.briefing.site.search
    if search == "pagefind":
        require_pagefind()
    staging = root / "build" / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    settings = engine_settings(result.briefing, base) | {"SITE_SEARCH": search}
    Engine(root, jobs=run.jobs, page_cache=page_cache).build(staging, settings)
    problems = tuple(verify(staging, result.briefing, Cache(root / MARKS)))
    if problems:
        raise EngineError(problems)
    finish(staging, root / "build" / "docs", root, result.briefing)
    _let_all_read(staging)
    swap(staging, root / "site")
    shutil.rmtree(staging, ignore_errors=True)
    if not result.briefing.held_back:  # else the next run names again what is wrong
        set_stamp(run, inputs)
    return result


def engine_settings(briefing: Briefing, base: str | None) -> dict[str, str]:
    """Give what the site's data decide and `mkdocs.yml` reads from the environment."""
    midnight = datetime.combine(briefing.as_of, time(), UTC)
    return {
        "SITE_NAME": briefing.site.title,
        "SITE_URL": base or briefing.site.url,
        "SITE_DESCRIPTION": briefing.site.description,
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }


def _let_all_read(tree: Path) -> None:
    """Set the permissions of what is to be published, whatever this user's umask took away."""
    for path in (tree, *tree.rglob("*")):
        path.chmod(_FOLDER if path.is_dir() else _FILE)


def swap(finished: Path, place: Path) -> None:
    """Put the finished tree in its place: one atomic exchange where the system has it, else two renames."""
    if not place.exists():
        finished.rename(place)
    elif not _exchange(finished, place):
        aside = finished.with_name("site.old")
        shutil.rmtree(aside, ignore_errors=True)
        place.rename(aside)
        finished.rename(place)
        shutil.rmtree(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders by Linux's renameat2(2); say whether the system could."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
