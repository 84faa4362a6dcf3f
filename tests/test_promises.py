"""The promises: each names the tests that hold it, in a table of CONTRIBUTING.md, and these are there."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.helpers import PROJECT

HEADING = "## The promises and their tests"
TESTS = {path.relative_to(PROJECT).as_posix(): path for path in sorted((PROJECT / "tests").glob("test_*.py"))}
PROMISES = 7


def _rows() -> Iterator[tuple[str, str, list[str]]]:
    """Give the number, the words and the named tests of each row."""
    section = (PROJECT / "CONTRIBUTING.md").read_text().partition(f"{HEADING}\n")[2].partition("\n## ")[0]
    for line in [line for line in section.splitlines() if line.startswith("|")][2:]:
        number, promise, tests = (cell.strip() for cell in line.strip("|").split("|"))
        yield number, promise, re.findall("`([^`]+)`", tests)


def _functions() -> set[str]:
    trees = [ast.parse(path.read_text()) for path in TESTS.values()]
    return {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("promise", "tests"), [(promise, tests) for _, promise, tests in _rows()])
def test_a_promise_is_held_by_tests_that_are_there(promise: str, tests: list[str]) -> None:
    assert promise
    assert tests
    assert [name for name in tests if name not in TESTS and name not in _functions()] == []


def test_every_promise_is_in_the_table() -> None:
    assert sorted({int(number) for number, *_ in _rows() if number}) == [*range(1, PROMISES + 1)]
