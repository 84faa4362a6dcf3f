"""The site: MkDocs builds strictly into a staging folder, the finished tree is verified and swapped into `site/`."""

import ctypes
import errno
import os
from datetime import UTC, datetime, time
from pathlib import Path

from generator.build import Result, build
from generator.cache import Cache
from generator.engine import Engine, EngineError
from generator.finishing import finish, require_pagefind
from generator.model import Briefing
from generator.outputs import clear
from generator.run import Run
from generator.stamp import inputs_of, set_stamp, steadily
from generator.verification import MARKS, verify
from generator.workplace import ASIDE, STAGING

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_FOLDER, _FILE = 0o755, 0o644
_REFUSED = frozenset({errno.EACCES, errno.EBUSY, errno.ENOSPC, errno.EROFS, errno.EXDEV})


def make_site(run: Run, base: str | None, *, page_cache: bool = True) -> Result:
    """Build the pages and the site; the site in place changes only when everything is right.

    Without the page cache MkDocs makes every page anew.

    Raises:
        ProblemsError: see `build`; or the search cannot be made.
        EngineError: MkDocs refused the pages, or a quotation was altered on the way.
    """
    staging = run.root / "build" / STAGING
    inputs, result = steadily(run, lambda: (inputs_of(run, base), _stage(run, base, staging, page_cache=page_cache)))
    if result.changes is None:
        return result
    swap(staging, run.root / "site")
    clear(staging)
    if not result.briefing.held_back:  # else the next run names again what is wrong
        set_stamp(run, inputs)
    return result


def _stage(run: Run, base: str | None, staging: Path, *, page_cache: bool) -> Result:
    """Make the whole site in a folder of its own, where nothing is wrong."""
    result = build(run)
    if result.changes is None:
        return result
    search = result.briefing.site.search
    if search == "pagefind":
        require_pagefind()
    clear(staging)
    settings = engine_settings(result.briefing, base) | {"SITE_SEARCH": search}
    Engine(run.root, jobs=run.jobs, page_cache=page_cache).build(staging, settings)
    problems = tuple(verify(staging, result.briefing, Cache(run.root / MARKS)))
    if problems:
        raise EngineError(problems)
    finish(staging, run.root / "build" / "docs", run.root, result.briefing)
    _let_all_read(staging)
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
    """Put the finished tree in its place: one atomic exchange where the system has it, else two renames.

    Raises:
        OSError: the system refuses; what was in the place is there as before.
    """
    if not place.exists():
        finished.rename(place)
    elif not _exchange(finished, place):
        aside = finished.with_name(place.name + ASIDE)
        clear(aside)
        place.rename(aside)
        try:
            finished.rename(place)
        except OSError:
            aside.rename(place)
            raise
        clear(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders by Linux's renameat2(2); say whether the system could.

    Raises:
        OSError: it could, and refuses here, as it would refuse two renames.
    """
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _REFUSED:
        raise OSError(number, os.strerror(number), str(other))
    return False
