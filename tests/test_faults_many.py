"""Long use: a hundred edits in the preview, one broken article among ten thousand."""

import random
from pathlib import Path

import pytest

from generator.cli import main
from generator.starter import make_new
from tests.helpers import waited, write_files
from tests.test_copies import SITE
from tests.test_preview import FACTS, previewing

SEED = 20261126
BROKEN = "seeds/n00077.txt"


def _one_broken_among(count: int, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = {f"seeds/n{n:05}.txt": f" date 2024-05-02 Report {n} came on Thursday. It rained." for n in range(count)}
    write_files(root, {"content/site.yml": SITE, **seeds, BROKEN: " date 2024-13-02 This came at no time."})
    command = ["build", "--root", str(root), "--as-of", "2024-06-01"]

    assert main(command) == 1
    errors = [line for line in capsys.readouterr().err.splitlines() if "error: " in line]
    assert [line.partition(":")[0] for line in errors] == [BROKEN]
    assert errors[0].endswith("[seed-undated]")
    assert main([*command, "--keep-going"]) == 3
    assert f"1 kept back until mended: article {BROKEN}\n" in capsys.readouterr().out
    pages = {path.stem for path in (root / "build/docs/sources").glob("n*.md")}
    assert pages == {Path(name).stem for name in seeds if name != BROKEN}


def test_one_broken_article_among_many_is_named_and_the_rest_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _one_broken_among(200, tmp_path, capsys)


@pytest.mark.long
def test_one_broken_article_among_ten_thousand_is_named_and_the_rest_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _one_broken_among(10_000, tmp_path, capsys)


def _kilobytes(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def _open_files(process: int) -> int:
    return len([*Path(f"/proc/{process}/fd").iterdir()])


def _edited(root: Path, edits: int) -> None:
    chance = random.Random(SEED)  # noqa: S311 - no secret
    print(f"seed {SEED}")  # noqa: T201 - shown where it fails
    make_new(root)
    good = (root / FACTS).read_text()
    seed, other = root / "seeds/more.txt", root / "seeds/other.txt"
    with previewing(root) as running:
        assert running.says("Preview at")
        builds, memory, files = 1, [], []
        for number in range(edits):
            words = f"told {number} times"
            match number % 5:
                case 1:
                    seed.write_text(f" date 2024-05-02 A report came, {words}.")
                case 2:
                    seed.replace(other)
                case 3:
                    other.unlink()
                case 4:
                    (root / FACTS).write_text(chance.choice(("- {", good.replace("quote: Norway", "quote: Nobody"))))
                case _:
                    (root / FACTS).write_text(good.replace("statement: Norway", f"statement: As {words}, Norway"))
            builds += 1
            assert running.built(builds), running.log.read_text()
            shown = number - number % 5
            assert running.shows(f"As told {shown} times, Norway"), "the last good page is not served"
            memory.append(_kilobytes(running.process.pid))
            files.append(_open_files(running.process.pid))
        assert running.log.read_text().count(" s\n") == builds, "a rebuild caused another"
        half = edits // 2
        # A connection that just ended may be open for a moment more; one that is kept stays.
        assert waited(lambda: _open_files(running.process.pid) <= max(files[:half])), files
    assert max(memory[half:]) < 1.1 * max(memory[:half])


def test_edits_leave_memory_and_open_files_as_they_were(tmp_path: Path) -> None:
    _edited(tmp_path / "root", 10)


@pytest.mark.long
def test_a_hundred_edits_leave_memory_and_open_files_as_they_were(tmp_path: Path) -> None:
    _edited(tmp_path / "root", 100)


def test_a_folder_put_in_the_place_of_another_is_followed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    make_new(root)
    with previewing(root) as running:
        assert running.says("Preview at")
        (root / "content").rename(root / "before")
        assert running.says("content/site.yml: error: ")
        (root / "before").rename(root / "content")
        assert running.built(3)

        running.replace(FACTS, "statement: Norway and Iceland", "statement: Iceland and Norway")
        assert running.shows("Iceland and Norway signed")
