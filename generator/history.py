"""History: what git says of the past of seeds and content. The only module that asks git."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from generator.run import History, IdKind

_SAFE: Final = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
"""Nothing that a repository's own settings name is run."""
_LOG: Final = (
    "log", "--format=%x00%h", "--patch", "--unified=0", "--no-color", "--no-renames", "--no-ext-diff", "--no-textconv",
    "--relative", "--", "content", "seeds/*.yml",
)  # fmt: skip
_FOLDERS: Final[dict[str, IdKind]] = {
    "countries": "country",
    "pillars": "pillar",
    "topics.yml": "topic",
    "sources": "source",
    "sources.yml": "source",
    "facts": "fact",
}
_ID: Final = re.compile(r"-\s*(?:- )?\{?id: *['\"]?(?P<id>[A-Za-z0-9-]+)")
"""A removed line that begins a record, or holds its id: `-- id: x`, `-id: x`, `-- {id: x, ...`."""


def read_history(root: Path) -> History | None:
    """Give what the repository's past says; None where there is no repository with a commit, or no git."""
    command = ["git", *_SAFE, "-C", str(root), *_LOG]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603 - our own command
    except (OSError, subprocess.CalledProcessError):
        return None
    removed: dict[tuple[IdKind, str], str] = {}
    for kind, name, commit in _removed(done.stdout.decode(errors="replace")):
        removed.setdefault((kind, name), commit)
    return History(removed=removed)


def _removed(log: str) -> Iterator[tuple[IdKind, str, str]]:
    """Give each id on a removed line with its kind and the commit, the newest commit first."""
    kind: IdKind | None = None
    for entry in log.split("\0")[1:]:
        commit, *lines = entry.splitlines()
        for line in lines:
            if line.startswith("--- "):
                kind = _kind(line.removeprefix("--- ").removeprefix("a/"))
            elif kind is not None and (match := _ID.match(line)):
                yield kind, match["id"], commit


def _kind(path: str) -> IdKind | None:
    parts = PurePosixPath(path).parts
    if parts[:1] == ("seeds",):
        return "source"
    return _FOLDERS.get(parts[1]) if len(parts) > 1 and parts[0] == "content" else None
