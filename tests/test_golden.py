"""A tiny whole site, compared as a tree. `make golden` takes what is made now; read the diff before committing it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.build import build
from generator.run import Run
from generator.starter import make_new
from tests.helpers import PROJECT, tree

EXPECTED = PROJECT / "tests" / "sites" / "tiny"


def test_the_example_site_is_made_as_expected(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    make_new(tmp_path / "tiny")
    assert build(Run(root=tmp_path / "tiny", as_of=date(2024, 6, 1))).changes is not None
    made = {path: data for path, data in tree(tmp_path / "tiny/build/docs").items() if not path.startswith("assets/")}

    if request.config.getoption("--bless"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, data in made.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_bytes(data)
    assert made == tree(EXPECTED)
