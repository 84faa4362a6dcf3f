"""The structure holds: imports point down, only the edges touch the world, modules stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import PROJECT

FLOORS = (
    {"diagnostics", "text", "edtf", "run"},
    {"markdown", "records", "outputs", "cache", "citing", "sharing"},
    {"schema", "history", "stamp", "archive", "workplace", "written"},
    {"model", "paths"},
    {"reading", "analysis"},
    {"loading", "corpus", "program"},
    {"assembly", "withholding", "charts", "exports", "cluster"},
    {"checks", "pages", "verification"},
    {"rendering", "desk", "changes"},
    {"build", "readout", "engine", "finishing"},
    {"proposal", "comparison"},
    {"site", "starter", "intake"},
    {"preview", "freezing"},
    {"cli"},
    {"__main__"},
)
"""From the ground up; a package counts as one."""
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
CLOCK_AND_TERMINAL = {"cli.py"}
MODULES = sorted((PROJECT / "generator").rglob("*.py"))


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("generator."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (alias.name for alias in node.names)


def _place(module: Path) -> str:
    return module.relative_to(PROJECT / "generator").parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_imports_point_down(module: Path) -> None:
    place = _place(module)
    if place == "__init__":
        return
    for imported in _imports(module):
        assert imported == place or FLOOR[imported] < FLOOR[place], f"{place} imports {imported}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_module_is_longer_than_300_lines(module: Path) -> None:
    assert len(module.read_text().splitlines()) <= 300


def test_only_the_command_line_asks_the_clock_or_prints() -> None:
    for module in MODULES:
        text = module.read_text()
        if module.name not in CLOCK_AND_TERMINAL:
            assert "datetime.now" not in text, module
            assert "date.today" not in text, module
            assert "print(" not in text, module
            assert "sys.std" not in text, module


def test_every_page_template_is_used() -> None:
    named = "".join(module.read_text() for module in MODULES)
    extended = "".join(path.read_text() for path in (PROJECT / "templates").glob("*.jinja"))
    for template in (PROJECT / "templates").glob("*.jinja"):
        assert template.name in named + extended, template
