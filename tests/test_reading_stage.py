"""The reading stage as a whole: kept results, any executor, coverage, and what a new article changes by itself."""

import sqlite3
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

from generator.build import READINGS, build, gather
from generator.cache import Cache
from generator.corpus import BATCH, Reader
from generator.reading import Seed
from generator.run import Run
from generator.starter import make_new
from tests.helpers import run, tree
from tests.score import corpus_vocabulary

VOCABULARY = corpus_vocabulary()
SEEDS = [
    Seed(
        f"seeds/{n}.txt", f" date 2024-05-{n % 28 + 1:02} Japan will meet Korea in {2025 + n} on Pillar II.\n".encode()
    )
    for n in range(2 * BATCH + 3)
]
DAY = date(2024, 8, 1)


class _Nobody(ThreadPoolExecutor):
    """An executor that nothing may be handed to."""

    def submit(self, *_: object, **__: object) -> NoReturn:
        pytest.fail("something was read again")


def _reader(cache: Path | None, workers: object = None) -> Reader:
    made: partial[AbstractContextManager[Executor]] | None = workers  # type: ignore[assignment]
    return Reader(vocabulary=VOCABULARY, cache=Cache(cache) if cache else None, workers=made)


def test_unchanged_seeds_are_not_read_again(tmp_path: Path) -> None:
    first = _reader(tmp_path / "cache").read(SEEDS)

    assert _reader(tmp_path / "cache", _Nobody).read(SEEDS) == first


def test_a_changed_vocabulary_reads_everything_anew(tmp_path: Path) -> None:
    _reader(tmp_path / "cache").read(SEEDS)
    other = Reader(vocabulary=VOCABULARY, program=b"2", cache=Cache(tmp_path / "cache"), workers=_Nobody)

    with pytest.raises(pytest.fail.Exception, match="read again"):
        other.read(SEEDS)


@pytest.mark.parametrize("workers", [partial(ThreadPoolExecutor, 3), partial(ProcessPoolExecutor, 2)])
def test_any_executor_gives_the_same(workers: object) -> None:
    assert _reader(None, workers).read(SEEDS) == _reader(None).read(SEEDS)


def test_flipped_bits_in_the_cache_are_noticed_and_made_again(tmp_path: Path) -> None:
    whole = _reader(tmp_path / "cache").read(SEEDS)
    with sqlite3.connect(tmp_path / "cache") as connection:
        connection.execute("UPDATE results SET value = substr(value, 1, 40) || zeroblob(9)")
    connection.close()

    assert _reader(tmp_path / "cache").read(SEEDS) == whole
    assert _reader(tmp_path / "cache", _Nobody).read(SEEDS) == whole


def test_a_file_that_is_no_cache_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"no database at all, but long enough to be taken for one" * 40)

    found = _reader(tmp_path / "cache").read(SEEDS)

    assert _reader(tmp_path / "cache", _Nobody).read(SEEDS) == found


def test_what_is_gone_from_the_seeds_is_gone_from_the_cache(tmp_path: Path) -> None:
    _reader(tmp_path / "cache").read(SEEDS)
    _reader(tmp_path / "cache").read(SEEDS[:5])

    with sqlite3.connect(tmp_path / "cache") as connection:
        assert connection.execute("SELECT count(*) FROM results").fetchone() == (5,)
    connection.close()


NEW = """ date 2024-07-10 Poland has asked to join the Northern Harbours Pact, its minister said in Warsaw on Monday.

Norway will open the port in March 2025.

Spain has no view. It rained all day in the harbour and nobody minded.
"""


def _site(root: Path) -> Path:
    make_new(root)
    (root / "seeds/new.txt").write_text(NEW)
    (root / "seeds/new.txt.yml").write_text("{publisher: Harbour Wire, title: A new port, rights: full}\n")
    return root


def test_the_same_pages_come_out_for_any_number_of_jobs(tmp_path: Path) -> None:
    root = _site(tmp_path / "site")
    for seed in SEEDS:
        (root / seed.path).write_bytes(seed.data)
    made = []
    for jobs in ("1", "2", "3"):
        (root / READINGS).unlink(missing_ok=True)
        assert run(root, "build", "--as-of", "2024-08-01", "--jobs", jobs).returncode == 0
        made.append(tree(root / "build/docs"))

    assert made[0] == made[1] == made[2]


def test_a_country_named_with_the_partnership_gets_a_page_and_another_only_a_line(tmp_path: Path) -> None:
    root = _site(tmp_path / "site")
    build(Run(root=root, as_of=DAY))

    page = (root / "build/docs/countries/pl.md").read_text()
    assert "# Poland" in page
    assert "Poland has asked to join the Northern Harbours Pact" in page
    assert not (root / "build/docs/countries/es.md").exists()
    assert "Spain: [1 passage](../sources/new.md)" in (root / "build/docs/countries/index.md").read_text()


def test_a_passage_with_a_date_stands_on_the_timeline_marked_as_unreviewed(tmp_path: Path) -> None:
    root = _site(tmp_path / "site")
    build(Run(root=root, as_of=DAY))

    timeline = (root / "build/docs/timeline.md").read_text()
    assert "Norway will open the port in March 2025" in timeline
    assert "[unreviewed]" in timeline


def test_each_sentence_is_behind_a_fact_shown_or_unused_and_the_counts_say_so(tmp_path: Path) -> None:
    root = _site(tmp_path / "site")
    result = build(Run(root=root, as_of=DAY))
    briefing = result.briefing

    for article, passages in briefing.corpus.passages.items():
        coverage = briefing.coverage[article]
        assert coverage.behind + coverage.shown + coverage.unused == len(passages)
    new = briefing.coverage["new"]
    assert (new.behind, new.shown, new.unused) == (0, 2, 2)
    total = sum(len(passages) for passages in briefing.corpus.passages.values())
    assert f"{total} passages: " in (result.summary() or "")


def test_a_passage_that_names_country_and_pact_comes_before_one_that_only_names_the_country(tmp_path: Path) -> None:
    root = _site(tmp_path / "site")
    (root / "seeds/zz.txt").write_text(
        " date 2024-07-12 Norway is cold in winter.\n\nNorway spoke of the Northern Harbours Pact.\n"
    )
    (root / "seeds/zz.txt.yml").write_text("rights: full\n")

    waiting = gather(Run(root=root, as_of=DAY))[0].waiting["NO"]

    assert [(passage.article, passage.number) for passage in waiting] == [("zz", 2), ("zz", 1), ("new", 2)]
