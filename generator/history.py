"""History: what git says of the past of seeds and content. The only module that asks git."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from generator.run import Commit, History, IdKind

_SAFE: Final = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
"""Nothing that a repository's own settings name is run."""
_REMOVED: Final = (
    "log", "--format=%x00%h", "--patch", "--unified=0", "--no-color", "--no-renames", "--no-ext-diff", "--no-textconv",
    "--relative", "--", "content", "seeds/*.yml",
)  # fmt: skip
_COMMITS: Final = ("log", "--first-parent", "--format=%H %ct", "--", "seeds", "content")
_NAMES: Final = ("cat-file", "--batch-check=%(objectname)")
_BLOBS: Final = ("cat-file", "--batch")
_HELD: Final = ("seeds", "content")
_ARCHIVES: Final = ("content", "editions")
"""Frozen editions, which are no part of what a version of the site says."""
_FILE_MODES: Final = frozenset({b"100644", b"100755"})
"""Git's modes of plain files; symbolic links and other repositories are left out."""
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


_PAGE: Final = re.compile(r"--- a/content/pages/(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_DELETED: Final = "+++ /dev/null"
"""The file above is no longer there: a page has its id in its name."""


class NoSuchCommitError(Exception):
    """Raised where git has no commit by the name that was asked for, not all of its files, or there is no git."""


def read_history(root: Path) -> History | None:
    """Give what the repository's past says; None where there is no repository with a commit, or no git."""
    try:
        log = _git(root, *_REMOVED).decode(errors="replace")
        commits = tuple(_commits(root, _git(root, *_COMMITS).decode().splitlines()))
    except (OSError, subprocess.CalledProcessError):
        return None
    removed: dict[tuple[IdKind, str], str] = {}
    for kind, name, commit in _removed(log):
        removed.setdefault((kind, name), commit)
    return History(removed=removed, commits=commits)


def commit_named(root: Path, revision: str) -> str:
    """Give the hash of the commit that a revision (`HEAD~1`, a branch, a tag) names.

    Raises:
        NoSuchCommitError: git knows none.
    """
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except (OSError, subprocess.CalledProcessError) as trouble:
        raise NoSuchCommitError(revision) from trouble
    return found.decode().strip()


def lay_out(root: Path, commit: str, folder: Path, *, editions: bool = False) -> None:
    """Write the seeds and the content of a commit into an empty folder; the work tree is not touched.

    The archives of frozen editions are left out unless asked for.

    Files are written byte for byte as git keeps them, so that no filter that the repository's settings name is run.

    Raises:
        NoSuchCommitError: git does not have all of its files at hand, as in a partial clone.
    """
    listed = _files(_git(root, "ls-tree", "-r", "-z", commit, "--", *_HELD))
    files = {path: blob for path, blob in listed if editions or path.parts[:2] != _ARCHIVES}
    blobs = _git(root, *_BLOBS, given=b"".join(name + b"\n" for name in files.values()))
    contents = list(_contents(blobs))
    if len(contents) < len(files):
        raise NoSuchCommitError(commit)
    for path, data in zip(files, contents, strict=True):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["git", *_SAFE, "-C", str(root), *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    done = subprocess.run(command, env=environment, input=given, capture_output=True, check=True)  # noqa: S603 - our own command
    return done.stdout


def _commits(root: Path, lines: Iterable[str]) -> Iterator[Commit]:
    logged = [line.split() for line in lines]
    asked = "".join(f"{name}:./{folder}\n" for name, _ in logged for folder in _HELD)
    answers = iter(_git(root, *_NAMES, given=asked.encode()).decode().splitlines())
    for name, seconds in logged:
        # Of a folder that a commit does not have, git names the commit; that says nothing of what it holds.
        held = [answer if answer.isalnum() else "" for _, answer in zip(_HELD, answers, strict=False)]
        yield Commit(name=name, day=datetime.fromtimestamp(int(seconds), UTC).date(), held="+".join(held))


def _files(listing: bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Give the plain files of a listing with the names of their blobs, less names that lead out of the folder."""
    for entry in listing.split(b"\0")[:-1]:
        facts, _, name = entry.partition(b"\t")
        mode, _, blob = facts.split()
        path = PurePosixPath(os.fsdecode(name))
        if mode in _FILE_MODES and path.parts[0] in _HELD and ".." not in path.parts:
            yield path, blob


def _contents(answers: bytes) -> Iterator[bytes]:
    """Give each blob of what `git cat-file --batch` answers: a line that ends with its size, the bytes, a line end."""
    start = 0
    while start < len(answers):
        end = answers.index(b"\n", start)
        answer = answers[start:end].split()[-1]
        if not answer.isdigit():  # `missing`
            return
        size = int(answer)
        yield answers[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _removed(log: str) -> Iterator[tuple[IdKind, str, str]]:
    """Give each id on a removed line with its kind and the commit, the newest commit first."""
    kind: IdKind | None = None
    page: re.Match[str] | None = None
    for entry in log.split("\0")[1:]:
        commit, *lines = entry.splitlines()
        for line in lines:
            if line.startswith("--- "):
                kind, page = _kind(line.removeprefix("--- ").removeprefix("a/")), _PAGE.fullmatch(line)
            elif page is not None and line == _DELETED:
                yield "page", page["id"], commit
            elif kind is not None and (match := _ID.match(line)):
                yield kind, match["id"], commit


def _kind(path: str) -> IdKind | None:
    parts = PurePosixPath(path).parts
    if parts[:1] == ("seeds",):
        return "source"
    return _FOLDERS.get(parts[1]) if len(parts) > 1 and parts[0] == "content" else None
