"""An id that was published once does not vanish: git is asked, for real."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.build import gather
from generator.diagnostics import has_errors
from generator.history import read_history
from generator.pages import all_pages
from generator.run import Run
from generator.starter import make_new

DAY = date(2024, 6, 1)
FACTS = "content/facts/example.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give the example site in a repository with one commit."""
    root = tmp_path / "root"
    make_new(root)
    _git(root, "init", "--quiet")
    _commit(root)
    return root


def _git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def _commit(root: Path) -> None:
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "Change")


def _vanished(root: Path) -> list[str]:
    problems = gather(Run(root=root, as_of=DAY, history=read_history(root)))[1]
    return [problem.about for problem in problems if problem.code == "vanished-id"]


def _rename_fact(root: Path) -> str:
    text = (root / FACTS).read_text()
    name = text.partition("- id: ")[2].splitlines()[0]
    (root / FACTS).write_text(text.replace(name, f"{name}-2"))
    return name


def test_an_id_that_was_committed_and_is_gone_is_an_error(repository: Path) -> None:
    name = _rename_fact(repository)
    _commit(repository)

    assert _vanished(repository) == [name]


def test_an_entry_among_the_retired_settles_it(repository: Path) -> None:
    name = _rename_fact(repository)
    _commit(repository)
    (repository / "content/retired.yml").write_text(f"- {{id: {name}, successor: {name}-2, reason: Renamed.}}\n")

    assert _vanished(repository) == []


def test_a_record_that_moves_to_another_file_is_not_gone(repository: Path) -> None:
    (repository / FACTS).rename(repository / "content/facts/moved.yml")
    _commit(repository)

    assert _vanished(repository) == []


def test_a_country_whose_file_is_deleted_is_gone(repository: Path) -> None:
    (repository / "content/countries/is.yml").unlink()
    _commit(repository)

    assert "IS" in _vanished(repository)


def test_a_page_whose_file_is_deleted_is_gone_until_it_is_retired(repository: Path) -> None:
    pages = repository / "content/pages"
    pages.mkdir()
    (pages / "about.md").write_text("# About\n\nid: kept\n")
    (pages / "No id.md").write_text("# Never published\n")
    _commit(repository)
    (pages / "about.md").write_text("# About\n\nAll of it.\n")
    (pages / "No id.md").unlink()
    _commit(repository)
    assert _vanished(repository) == []

    (pages / "about.md").rename(pages / "desk.md")
    _commit(repository)
    assert _vanished(repository) == ["about"]

    retired = "- {id: about, kind: page, successor: desk, reason: Renamed.}\n"
    (repository / "content/retired.yml").write_text(retired)
    briefing, problems = gather(Run(root=repository, as_of=DAY, history=read_history(repository)))
    (page,) = (page for make in all_pages(briefing) if (page := make()).path == "pages/about.md")
    assert not has_errors(problems)
    assert (page.view["name"], page.view["successor"]) == ("About", "desk.md")


def test_without_a_repository_nothing_is_known_of_the_past(tmp_path: Path) -> None:
    make_new(tmp_path / "root")

    assert read_history(tmp_path / "root") is None
