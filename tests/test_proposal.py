"""Drafts: what reading found in an article, as facts that pass the checks once their statements are written."""

import re
from datetime import date
from pathlib import Path

import yaml

from generator.build import gather
from generator.proposal import propose
from generator.run import Run
from generator.starter import make_new

DAY = date(2024, 8, 1)
SEED = """ date 2024-07-10 Norway will decide by the end of the year whether to extend the Harbours Pact, it said.

"We like what we see," Kari Berg told Reuters in Oslo. "We like what we see."

Iceland has asked for more time, the Morning Gazette reported on Monday, quoting unnamed officials.

The weather was fine. France and Chad were not there.
"""


def _site(root: Path) -> Run:
    make_new(root)
    (root / "seeds/gazette.txt").write_text(SEED)
    (root / "seeds/gazette.txt.yml").write_text("{publisher: Harbour Wire, rights: full}\n")
    return Run(root=root, as_of=DAY)


def test_a_draft_with_its_statements_written_passes_the_checks(tmp_path: Path) -> None:
    run = _site(tmp_path / "site")
    drafted = propose(run, run.root / "seeds/gazette.txt")
    numbers = iter(range(100))
    written = re.sub("statement: ''", lambda _: f"statement: Words of the desk, number {next(numbers)}.", drafted)
    (run.root / "content/facts/drafts.yml").write_text(written)

    problems = gather(run)[1]

    assert [problem for problem in problems if problem.severity == "error"] == []
    assert next(numbers) > 1


def test_a_draft_carries_what_reading_found(tmp_path: Path) -> None:
    run = _site(tmp_path / "site")
    drafts = {draft["id"]: draft for draft in yaml.safe_load(propose(run, run.root / "seeds/gazette.txt"))}
    plan, report = drafts["gazette-s1"], drafts["gazette-s4"]

    assert (plan["countries"], plan["kind"]) == (["NO"], "plan")
    assert (plan["expected"], plan["expected_text"]) == ("2024", "the end of the year")
    assert (report["attribution"], report["anonymous"]) == ("unnamed officials", True)
    assert report["via"] == ["Harbour Wire", "Morning Gazette"]
    assert report["hearsay"] is True


def test_the_passage_stands_above_each_draft_and_what_has_no_subject_is_left_to_the_editor(tmp_path: Path) -> None:
    run = _site(tmp_path / "site")
    drafted = propose(run, run.root / "seeds/gazette.txt")

    assert "# 1: Norway will decide by the end of the year" in drafted
    assert "weather" not in drafted


def test_quotations_stop_where_the_rights_of_the_article_stop(tmp_path: Path) -> None:
    run = _site(tmp_path / "site")
    (run.root / "seeds/gazette.txt.yml").write_text("{publisher: Harbour Wire}\n")

    drafted = propose(run, run.root / "seeds/gazette.txt")

    assert "# Left out, since its words would exceed the article's rights:" in drafted
    quoted = sum(len(entry["evidence"][0]["quote"]) for entry in yaml.safe_load(drafted))
    assert quoted <= 0.4 * len(SEED)
