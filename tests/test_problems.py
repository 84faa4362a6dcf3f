"""Wrong input: files in, exact problems out. Each case is a YAML file in `problems/` that anybody can extend."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.build import gather
from generator.checks import CHECKS
from generator.diagnostics import ProblemsError, as_text
from generator.run import Run
from tests.helpers import PROJECT

CASES = sorted((PROJECT / "tests" / "problems").glob("*.yml"))
AS_OF = date(2026, 11, 24)


def _found(root: Path) -> list[str]:
    try:
        problems = gather(Run(root=root, as_of=AS_OF), keep=False)[1]
    except ProblemsError as trouble:
        problems = trouble.problems
    return [as_text(problem) for problem in problems]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_problems(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = yaml.safe_load(path.read_text())
    for name, text in case["files"].items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    found = _found(tmp_path)

    if request.config.getoption("--bless"):
        head = path.read_text().partition("problems:\n")[0]
        path.write_text(head + yaml.safe_dump({"problems": found}, allow_unicode=True, width=1000))
    assert found == case["problems"]


def test_every_code_has_a_case_and_a_line_in_contributing() -> None:
    documented = (PROJECT / "CONTRIBUTING.md").read_text()
    for module in (PROJECT / "generator").rglob("*.py"):
        for code in re.findall(r'(?:error|warning)\([^"]*?"([a-z]+(?:-[a-z]+)+)"', module.read_text()):
            assert f"`{code}`" in documented, code
    cases = "".join(path.read_text() for path in CASES)
    for check in CHECKS:
        assert f"`{check.code}`" in documented, check.code
        assert f"[{check.code}]" in cases or check.code == "vanished-id", check.code  # that one needs a repository
