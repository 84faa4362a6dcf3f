"""A past for the project's own content: commits of a day each, in each of which the desk reworded statements."""

import os
import re
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Final

COMMITS: Final = 60
LAST_DAY: Final = date(2026, 11, 23)
_WORDS: Final = re.compile(r"^(?P<key>  statement: ['\"]?)(?=\w)", re.MULTILINE)


def add_past(root: Path) -> None:
    """Make a repository of a site; its files end as they were, and every statement was reworded on some day."""
    files = {path: path.read_text() for path in sorted((root / "content/facts").glob("*.yml"))}
    _git(root, LAST_DAY, "init", "--quiet")
    for number in range(COMMITS + 1):
        counted = iter(range(100_000))
        for path, text in files.items():
            path.write_text(_WORDS.sub(lambda found: found["key"] + _earlier(next(counted), number), text))  # noqa: B023 - used at once
        day = LAST_DAY - timedelta(days=COMMITS - number)
        _git(root, day, "add", "seeds", "content")
        _git(root, day, "commit", "--quiet", "--message", f"Reword {number}")
    assert {path: path.read_text() for path in files} == files


def _earlier(statement: int, commit: int) -> str:
    """Give what a statement began with before the commit that reworded it."""
    return "" if statement % COMMITS < commit else "As was said before, "


def _git(root: Path, day: date, *arguments: str) -> None:
    moment = f"{day}T12:00:00+00:00"
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    settings = os.environ | {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
    subprocess.run(["git", "-C", str(root), *identity, *arguments], env=settings, check=True, capture_output=True)
