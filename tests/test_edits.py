"""Whatever the desk does between two builds, the site is the one that is built clean, without any cache."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from generator.run import Run
from generator.site import make_site
from generator.starter import make_new
from tests.bench.made import fresh_copy, made_article
from tests.helpers import tree

Edit = tuple[str, int]
EDITS = st.tuples(st.sampled_from(("add", "remove", "rename", "reword")), st.integers(0, 3))


def _add(root: Path, number: int) -> None:
    article = made_article(number, 600)
    (root / f"seeds/{article.id}.txt").write_text(article.seed)
    (root / f"seeds/{article.id}.txt.yml").write_text(article.sidecar)


def _remove(root: Path, number: int) -> None:
    for path in root.glob(f"seeds/made-{number}.txt*"):
        path.unlink()


def _rename(root: Path, number: int) -> None:
    """Give an article another address."""
    for path in root.glob(f"seeds/made-{number}.txt.yml"):
        path.write_text(path.read_text().replace(f"id: made-{number}\n", f"id: moved-{number}\n"))


def _reword(root: Path, number: int) -> None:
    path = root / "content/facts/example.yml"
    statement = "  statement: "
    lines = path.read_text().splitlines()
    told = [f"{line} Told {number}." if line.startswith(statement) else line for line in lines]
    path.write_text("\n".join(told) + "\n")


DO: dict[str, Callable[[Path, int], None]] = {"add": _add, "remove": _remove, "rename": _rename, "reword": _reword}


def _site(root: Path, *, page_cache: bool = True) -> dict[str, bytes]:
    done = make_site(Run(root=root, as_of=date(2024, 6, 1)), None, page_cache=page_cache)
    assert done.changes is not None, done.problems
    return tree(root / "site")


def _edits_give_the_clean_site(edits: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        make_new(root)
        _add(root, 0)
        edited = _site(root)
        for name, number in edits:
            DO[name](root, number)
            edited = _site(root)
        clean = fresh_copy(root, Path(folder) / "clean")
        assert edited == _site(clean, page_cache=False)
        shutil.rmtree(clean)


@example([("add", 1), ("rename", 0), ("remove", 1), ("reword", 0)])
@given(st.lists(EDITS, min_size=1, max_size=3))
@settings(deadline=None, phases=[Phase.explicit])
def test_after_edits_the_site_is_the_clean_one(edits: list[Edit]) -> None:
    _edits_give_the_clean_site(edits)


@pytest.mark.long
@given(st.lists(EDITS, min_size=2, max_size=6))
@settings(deadline=None, max_examples=20)
def test_after_many_edits_the_site_is_the_clean_one(edits: list[Edit]) -> None:
    _edits_give_the_clean_site(edits)
