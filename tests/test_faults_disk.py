"""Faults of the disk: each is named and leaves the site as it was, or is mended; nothing outside is touched."""

import os
import random
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest

from generator.cache import Cache
from tests.faults import FACTS, Sample, leftovers, make_sample, site, without_privileges
from tests.helpers import sampled, tree

CACHES = ("marks.sqlite", "pages.sqlite", "readings.sqlite", "rendered.json")
SEED = 20261126
Spoil: TypeAlias = Callable[[Path], object]
"""Does something bad to a root; `elsewhere/` beside it holds what is not ours."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Give a site of few pages in two versions."""
    return make_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def root(sample: Sample, tmp_path: Path) -> Iterator[Path]:
    """Give a copy whose content was edited since its site was made, beside a folder that must stay as it is."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "countries").mkdir(parents=True)
    (elsewhere / "countries/no.md").write_text("mine")
    (elsewhere / "file").write_text("mine")
    before = tree(elsewhere)
    yield sample.copy(tmp_path / "root")
    assert tree(elsewhere) == before


def _overwrite(name: str, data: bytes = b"spoilt") -> Spoil:
    return lambda root: (root / name).write_bytes(data)


def _link(name: str, to: str = "") -> Spoil:
    """Put a link to what is elsewhere in the place of something."""

    def spoil(root: Path) -> None:
        _remove(root / name)
        (root / name).symlink_to(root.parent / "elsewhere" / to)

    return spoil


def _folder(name: str) -> Spoil:
    def spoil(root: Path) -> None:
        _remove(root / name)
        (root / name / "inside").mkdir(parents=True)

    return spoil


def _file(name: str) -> Spoil:
    def spoil(root: Path) -> None:
        _remove(root / name)
        (root / name).write_text("mine")

    return spoil


def _gone(name: str) -> Spoil:
    return lambda root: _remove(root / name)


def _mode(name: str, mode: int) -> Spoil:
    return lambda root: (root / name).chmod(mode)


def _pipe_in_place_of(name: str) -> Spoil:
    def spoil(root: Path) -> None:
        _remove(root / name)
        os.mkfifo(root / name)

    return spoil


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


NAMED: dict[str, tuple[Spoil, str]] = {
    "an unreadable file": (_mode(FACTS, 0), f"{FACTS}: error: Permission denied; mend the permissions"),
    "an unreadable folder": (_mode("content/facts", 0), "content/facts: error: Permission denied; mend"),
    "an unreadable seed": (_mode("seeds/example.txt", 0), "seeds/example.txt: error: the file or its sidecar cannot"),
    "an unreadable sidecar": (_mode("seeds/example.txt.yml", 0), "seeds/example.txt: error: the file or its sidecar"),
    "an unreadable folder of seeds": (_mode("seeds", 0), "seeds: error: Permission denied; mend the permissions"),
    "unreadable settings": (_mode("mkdocs.yml", 0), "mkdocs.yml: error: "),
    "a folder as content": (_folder("content/facts/more.yml"), "content/facts/more.yml: error: "),
    "a pipe as content": (
        _pipe_in_place_of("content/facts/more.yml"),
        "content/facts/more.yml: error: this is no regular file",
    ),
    "a link to nothing": (
        _link("content/facts/more.yml", "none"),
        "content/facts/more.yml: error: this link",
    ),
    "a pipe as a sidecar": (_pipe_in_place_of("seeds/example.txt.yml"), "seeds/example.txt: error: the file or its"),
    "a sidecar that leads nowhere": (
        _link("seeds/example.txt.yml", "none"),
        "seeds/example.txt: error: this link",
    ),
    "a seed that leads to itself": (
        lambda root: (root / "seeds/round.txt").symlink_to("round.txt"),
        "seeds/round.txt: error: ",
    ),
    "a read-only root": (_mode("", 0o555), "site: error: Permission denied; mend the permissions"),
    "a read-only build/": (_mode("build", 0o555), "build/.writing-docs: error: Permission denied; mend the"),
    "a read-only folder of pages": (_mode("build/docs", 0o555), "build/docs/index.md: error: Permission denied; mend"),
    "build/ is a link": (_link("build"), "build: error: this is a link"),
    "build/ is a file": (_file("build"), "build: error: this is a file"),
    "site/ is a link": (_link("site"), "site: error: this is a link"),
    "site/ is a link to nothing": (_link("site", "none"), "site: error: this is a link"),
    "site/ is a file": (_file("site"), "site: error: this is a file"),
    "the pages are a link": (_link("build/docs"), "build/docs: error: a link or a file stands here"),
    "the pages are a file": (_file("build/docs"), "build/docs: error: a link or a file stands here"),
    "a folder of pages is a link": (_link("build/docs/countries", "countries"), "build/docs/countries: error: a link"),
    "the theme is a link": (_link("build/theme"), "build/theme: error: a link or a file stands here"),
    "a page is a folder": (_folder("build/docs/register.md"), "build/docs/register.md"),
    "a page of somebody else": (_file("build/docs/mine.md"), "build/docs/mine.md: error: this file was not made"),
    "a template of somebody else": (_file("build/theme/mine.html"), "build/theme/mine.html: error: this file was not"),
    "a cache is a folder": (
        _folder("build/readings.sqlite"),
        "build/readings.sqlite: error: Is a directory; something",
    ),
    "the stamp is a folder": (_folder("build/stamp.json"), "build/stamp.json: error: Is a directory; something else"),
    "the ledger is a folder": (_folder("build/docs.json"), "build/docs.json: error: Is a directory; something else"),
    "the lock is a link": (
        _link("build/lock", "file"),
        "build/lock: error: Too many levels of symbolic links; this is",
    ),
}
"""What the program says, and does not mend by itself."""


@pytest.mark.parametrize("name", sampled(NAMED))
def test_what_only_a_person_can_mend_is_named_at_its_place(
    name: str, root: Path, sample: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, words = NAMED[name]
    spoil(root)
    before = tree(root / "site")

    with without_privileges():
        code = site(root)
    root.chmod(0o755)

    printed = capsys.readouterr().err
    assert code == 1
    assert words in printed.replace(f"{root}/", "")
    assert tree(root / "site") == (sample.new if name == "the stamp is a folder" else before)


MENDED: dict[str, Spoil] = {
    "build/ is gone": _gone("build"),
    "site/ is gone": _gone("site"),
    "a page was edited": _overwrite("build/docs/register.md"),
    "a page is gone": _gone("build/docs/register.md"),
    "a page is a link": _link("build/docs/register.md", "file"),
    "the theme was edited": _overwrite("build/theme/main.html"),
    "the pages are gone": _gone("build/docs"),
    "the stamp was edited": _overwrite("build/stamp.json"),
    "the stamp nests deep": _overwrite("build/stamp.json", b"[" * 100_000),
    "staging is a link": _link("build/staging"),
    "staging is a file": _file("build/staging"),
    "a page of the site is a link": _link("site/index.html", "file"),
    **{f"the cache of {name} is a link": _link(f"build/{name}", "file") for name in CACHES},
    **{f"the cache of {name} is no database": _overwrite(f"build/{name}") for name in CACHES},
    **{f"the cache of {name} is empty": _overwrite(f"build/{name}", b"") for name in CACHES},
}
"""What the program makes anew by itself."""


@pytest.mark.parametrize("name", sampled(MENDED))
def test_what_can_be_made_anew_is(name: str, root: Path, sample: Sample) -> None:
    MENDED[name](root)

    assert site(root) == 0
    assert tree(root / "site") == sample.new
    assert leftovers(root) == []


def _edited_under_its_old_date(root: Path) -> None:
    page = root / "site/index.html"
    facts, text = page.stat(), page.read_text()
    page.write_text(text.replace("Norway", "Sweden"))
    os.utime(page, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert page.stat().st_size == facts.st_size


TOUCHED: dict[str, Spoil] = {
    "edited": _overwrite("site/index.html"),
    "edited, size and date kept": _edited_under_its_old_date,
    "a file more": _overwrite("site/mine.html"),
    "a file less": _gone("site/index.html"),
    "a file by another name": lambda root: (root / "site/index.html").rename(root / "site/other.html"),
    "gone": _gone("site"),
}


@pytest.mark.parametrize("name", sampled(TOUCHED))
def test_a_site_that_somebody_touched_is_made_anew_though_nothing_else_changed(
    name: str, root: Path, sample: Sample
) -> None:
    assert site(root) == 0
    TOUCHED[name](root)

    assert site(root) == 0
    assert tree(root / "site") == sample.new


def _flip(path: Path, chance: random.Random) -> None:
    """Flip some bits of a file, or cut it off."""
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data if chance.random() < 0.8 else data[: chance.randrange(len(data))])


def _flipped(root: Path, sample: Sample, times: int) -> None:
    chance = random.Random(SEED)  # noqa: S311 - no secret
    print(f"seed {SEED}")  # noqa: T201 - shown where it fails
    shutil.copytree(root / "build", root.parent / "good")
    for _ in range(times):
        for name in CACHES:
            shutil.copy(root.parent / f"good/{name}", root / "build")
            _flip(root / f"build/{name}", chance)
        (root / "build/stamp.json").unlink()
        assert site(root) == 0
        assert tree(root / "site") == sample.new


def test_flipped_bits_in_every_cache_change_no_byte(root: Path, sample: Sample) -> None:
    _flipped(root, sample, 3)


@pytest.mark.long
def test_many_flipped_bits_in_every_cache_change_no_byte(root: Path, sample: Sample) -> None:
    _flipped(root, sample, 100)


def test_a_damaged_cache_gives_what_was_put_in_or_nothing(tmp_path: Path) -> None:
    chance, path = random.Random(SEED), tmp_path / "cache"  # noqa: S311 - no secret
    print(f"seed {SEED}")  # noqa: T201 - shown where it fails
    values = {f"{number:032x}": ("value", number, "x" * number * 20) for number in range(100)}
    Cache(path).keep(values, values)
    whole = path.read_bytes()
    for _ in range(200):
        path.write_bytes(whole)
        _flip(path, chance)

        found, _ = Cache(path).take(values)

        assert found.items() <= values.items()
        Cache(path).keep(values, values)
        assert Cache(path).take(values) == (values, 0)


def test_a_value_under_the_key_of_another_is_not_taken(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.keep({"one": 1, "two": 2}, ["one", "two"])
    with closing(sqlite3.connect(cache.path)) as connection, connection:
        connection.execute("UPDATE results SET value = (SELECT value FROM results WHERE key = 'two') WHERE key = 'one'")

    assert cache.take(["one", "two"])[0] == {"two": 2}


@contextmanager
def _disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Give a file system of its own; where the machine allows no mount, the test says so."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("left", [0, 40, 400, 1200, 2500])
def test_a_full_disk_is_named_and_leaves_the_site(
    left: int, sample: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with _disk(tmp_path / "disk", 32) as disk:
        root = sample.copy(disk / "root")
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "filler").write_bytes(bytes(max(0, free - left * 1024)))

        code = site(root)

        printed = capsys.readouterr().err
        assert code == 1
        assert "error: No space left on device; make room there and run again [system-refused]" in printed
        assert tree(root / "site") == sample.old
        (disk / "filler").unlink()
        assert site(root) == 0
        assert tree(root / "site") == sample.new
        assert leftovers(root) == []


def test_a_read_only_file_system_is_named_and_leaves_the_site(
    sample: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with _disk(tmp_path / "disk", 32) as disk:
        root = sample.copy(disk / "root")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

        assert site(root) == 1
        assert "build/lock: error: Read-only file system; let the program write there" in capsys.readouterr().err
        assert tree(root / "site") == sample.old


@pytest.mark.parametrize("kilobytes", [1, 20, 100])
def test_files_that_may_not_grow_are_named_and_leave_the_site(
    kilobytes: int, sample: Sample, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, limits[1]))  # as a quota, without one
    try:
        code = site(root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert code == 1
    assert "error: File too large; make room there and run again" in capsys.readouterr().err
    assert tree(root / "site") == sample.old
    assert site(root) == 0
    assert tree(root / "site") == sample.new
