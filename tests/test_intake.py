"""`add` puts articles into `seeds/`, says what comes of them, and never overwrites anything."""

from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.starter import make_new
from tests.helpers import tree, write_files
from tests.test_proposal import SEED


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make_new(tmp_path / "site")
    return tmp_path / "site"


def _add(root: Path, *paths: Path) -> int:
    return main(["add", "--root", str(root), *map(str, paths)])


NAME = "2024-07-10-norway-will-decide-by-the-end-of-the-year-whether"


def test_an_article_gets_a_good_name_a_sidecar_and_drafts(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, {"in/Story (1).TXT": SEED})

    assert _add(root, tmp_path / "in/Story (1).TXT") == 0

    printed = capsys.readouterr().out
    assert (root / f"seeds/{NAME}.txt").read_text() == SEED
    sidecar = (root / f"seeds/{NAME}.txt.yml").read_text()
    assert sidecar.startswith("# yaml-language-server: $schema=../content/schemas/sidecar.json\n")
    said = yaml.load(sidecar, yaml.BaseLoader)  # noqa: S506 - reads text only
    assert (said["published"], said["language"], said["title_by_desk"]) == ("2024-07-10", "en", "true")
    assert "# publisher: not found in the file" in sidecar
    assert "passages await a fact: 1, " in printed
    assert f"New pages: sources/{NAME}.md\n" in printed
    assert "sources/index.md" in printed.partition("Changed pages: ")[2]
    drafts = yaml.safe_load((root / f"build/drafts/{NAME}.yml").read_text())
    assert drafts[0]["evidence"][0]["source"] == NAME
    assert main(["check", "--root", str(root), "--as-of", "2024-08-01"]) == 0


def test_what_the_desk_says_in_a_sidecar_comes_first(root: Path, tmp_path: Path) -> None:
    files = {"in/a.txt": SEED, "in/a.txt.yml": "title: Norway decides\npublisher: Gazette\nkind: wire\n"}
    write_files(tmp_path, files)

    assert _add(root, tmp_path / "in") == 0

    text = (root / "seeds/2024-07-10-norway-decides.txt.yml").read_text()
    said = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - reads text only
    assert (said["title"], said["publisher"], said["kind"]) == ("Norway decides", "Gazette", "wire")
    assert "title_by_desk" not in said


def test_the_same_words_are_not_added_twice(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, {"in/a.txt": SEED})
    _add(root, tmp_path / "in")
    before = tree(root / "seeds")

    assert _add(root, tmp_path / "in/a.txt") == 1

    assert "[already-held]" in capsys.readouterr().err
    assert tree(root / "seeds") == before


def test_a_name_that_is_taken_is_refused_and_the_others_are_added(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, {"in/a.txt": SEED, "in/b.txt": SEED.replace("weather", "wind"), "in/c.txt": "no date"})
    write_files(tmp_path, {"in/d.txt": " date 2024-07-11 Iceland will sign the Harbours Pact in the autumn, it said."})

    assert _add(root, tmp_path / "in") == 1

    printed = capsys.readouterr()
    assert "in/b.txt: error: " in printed.err
    assert "[name-taken]" in printed.err
    assert "in/c.txt: error: " in printed.err
    assert "seeds/2024-07-11-iceland-will-sign" in printed.out
    assert (root / f"seeds/{NAME}.txt").read_text() == SEED


def test_a_copy_of_a_held_story_is_named(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, {"in/a.txt": SEED, "in/b.txt": f"{SEED} © Other Paper", "in/b.txt.yml": "title: Other\n"})

    assert _add(root, tmp_path / "in/a.txt", tmp_path / "in/b.txt") == 0

    assert f"the same story as {NAME}; the versions count once" in capsys.readouterr().out


def test_a_path_that_leads_nowhere_is_a_problem(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _add(root, root / "nowhere.txt") == 1
    assert "[missing-file]" in capsys.readouterr().err
