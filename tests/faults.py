"""What the tests of faults share: a site of few pages in two versions, each as a clean run makes it."""

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.cli import main
from generator.starter import make_new
from tests.helpers import tree

AS_OF = "2024-06-01"
FACTS = "content/facts/example.yml"
_CAN_READ_AND_WRITE_ALL = (1 << 1) | (1 << 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, capabilities(7)."""
_VERSION = 0x20080522


@dataclass(frozen=True, slots=True)
class Sample:
    """A root whose site was made, what that site is, and what it is once the content was edited."""

    root: Path
    old: dict[str, bytes]
    new: dict[str, bytes]

    def copy(self, target: Path) -> Path:
        """Give a copy that a test may spoil, its site as of the old content and its content edited."""
        shutil.copytree(self.root, target)
        edit(target)
        return target


def make_sample(folder: Path) -> Sample:
    """Make the site of `new`, and what a clean run makes of it once it was edited."""
    make_new(folder / "edited")
    edit(folder / "edited")
    assert site(folder / "edited") == 0
    make_new(folder / "root")
    assert site(folder / "root") == 0
    return Sample(folder / "root", tree(folder / "root/site"), tree(folder / "edited/site"))


def site(root: Path, *more: str, as_of: str = AS_OF) -> int:
    """Run `site` in this process."""
    return main(["site", "--root", str(root), "--as-of", as_of, "--jobs", "1", *more])


def edit(root: Path, old: str = "Norway and Iceland signed", new: str = "Iceland and Norway signed") -> None:
    """Say the example's statement in other words."""
    text = (root / FACTS).read_text()
    assert f"statement: {old}" in text
    (root / FACTS).write_text(text.replace(f"statement: {old}", f"statement: {new}"))


@contextmanager
def without_privileges() -> Iterator[None]:
    """Have permissions hold for this thread, also where root runs the tests."""
    libc = ctypes.CDLL(None, use_errno=True)
    head, before = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(head, before) == 0
    less = (ctypes.c_uint32 * 6)(*before)
    less[0] &= ~_CAN_READ_AND_WRITE_ALL
    assert libc.capset(head, less) == 0
    try:
        yield
    finally:
        assert libc.capset(head, before) == 0


def leftovers(root: Path) -> list[str]:
    """Name what only a run that is under way may have."""
    names = ("staging", "preview.new", "past-", ".writing-", "site.old")
    found = (name for _, folders, files in os.walk(root) for name in [*folders, *files] if name.startswith(names))
    return sorted(found)
