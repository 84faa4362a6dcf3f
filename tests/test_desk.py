"""What awaits the desk: files in, list out."""

from datetime import date
from pathlib import Path

import pytest

from generator.build import gather
from generator.cli import main
from generator.desk import desk_list
from generator.run import Run
from tests.helpers import write_files

SITE = """title: Harbours
description: A pact.
url: https://example.org/
contact: desk@example.org
partnership: {name: Harbours Pact}
"""
PILLAR = """id: ports
name: Ports
title: shared ports
summary: [{text: Norway builds., facts: [signed]}]
"""
COUNTRY = """id: "NO"
name: Norway
summary: [{text: Norway builds., facts: [signed]}]
"""
FACTS = """- id: signed
  statement: Norway will pay by 2024.
  countries: ["NO"]
  pillars: [ports]
  kind: commitment
  date: 2024-01-05
  expected: 2024-03
  attribution: The ministry
  figure: {value: 5, unit: EUR}
  participation: [{country: "NO", pillar: ports, level: member}]
  evidence: [{source: act, where: section 2}]
- id: agreed
  statement: Norway has a treaty.
  countries: ["NO"]
  pillars: [ports]
  kind: agreement
  date: 2024-01-05
  attribution: The ministry
  evidence: [{source: act, where: section 1}]
"""
SOURCE = """- id: act
  title: The act
  publisher: Ministry
  published: 2024-01-05
  url: https://example.org/act
  kind: government
  primary: true
"""
BASE = {
    "content/site.yml": SITE,
    "content/pillars/ports.yml": PILLAR,
    "content/countries/no.yml": COUNTRY,
    "content/facts/a.yml": FACTS,
    "content/sources.yml": SOURCE,
}
SETTLED = FACTS.replace("expected: 2024-03", "expected: 2030")
SEED = """ date 2024-01-09 A headline of sorts.

The weather was fine.
Norway praised the Ports pillar of the Harbours Pact on Tuesday, and nobody had asked it to say so at length.
"""


def _list(root: Path, files: dict[str, str], limit: int | None = 10) -> str:
    write_files(root, BASE | files)
    briefing, problems = gather(Run(root=root, as_of=date(2024, 6, 1)), keep=False)
    return desk_list(briefing, problems, limit)


def test_nothing_awaits_a_desk_that_has_done_its_work(tmp_path: Path) -> None:
    assert _list(tmp_path, {"content/facts/a.yml": SETTLED}) == "Nothing awaits the desk.\n"


def test_a_passage_that_names_a_country_and_a_pillar_stands_at_its_line(tmp_path: Path) -> None:
    listed = _list(tmp_path, {"content/facts/a.yml": SETTLED, "seeds/a.txt": SEED})

    assert listed == (
        "Passages that await a fact: 1\n"
        "seeds/a.txt:4: “Norway praised the Ports pillar of the Harbours Pact on Tuesday, and nobody had asked it "
        "to say so …” (NO, ports)\n"
    )


def test_a_passage_of_a_page_stands_at_its_file(tmp_path: Path) -> None:
    page = f"---\ndate: 2024-01-09\n---\n{SEED.partition(' A ')[2]}"
    listed = _list(tmp_path, {"content/facts/a.yml": SETTLED, "seeds/a.md": page})

    assert "\nseeds/a.md: “" in listed


def test_a_story_that_is_held_twice_awaits_one_fact(tmp_path: Path) -> None:
    listed = _list(tmp_path, {"content/facts/a.yml": SETTLED, "seeds/a.txt": SEED, "seeds/b.txt": SEED})

    assert listed.startswith("Passages that await a fact: 1\nseeds/a.txt:4: ")


def test_a_date_that_has_passed_is_named_once(tmp_path: Path) -> None:
    listed = _list(tmp_path, {})

    assert listed.startswith("Dates that have passed: 1\ncontent/facts/a.yml:7:3: signed: expected by 2024-03, ")
    assert listed.count("signed") == 1


def test_the_most_pressing_group_comes_first_and_a_long_one_is_counted(tmp_path: Path) -> None:
    topics = "".join(f"- {{id: topic-{number}, name: Topic {number}}}\n" for number in range(5))
    orphan = SOURCE + SOURCE.replace("id: act", "id: other")
    files = {"content/topics.yml": topics, "content/sources.yml": orphan, "seeds/a.txt": SEED}
    listed = _list(tmp_path, files, limit=2)

    assert [line for line in listed.splitlines() if line[:1].isupper()] == [
        "To look at again: 1",
        "Dates that have passed: 1",
        "Passages that await a fact: 1",
        "Blank spots: 5",
    ]
    assert listed.endswith("lacks a summary, any statement\nand 3 more: check --all\n")
    assert _list(tmp_path, files, limit=None).count("lacks a summary") == 5


def test_a_country_that_has_a_page_and_no_file_is_a_blank_spot(tmp_path: Path) -> None:
    seed = " date 2024-01-09 Iceland looked at the Harbours Pact."
    listed = _list(tmp_path, {"content/facts/a.yml": SETTLED, "seeds/a.txt": seed})

    assert listed == ("Blank spots: 1\ncontent/countries/is.yml: Iceland lacks its file, a summary, any statement\n")


def test_check_reports_errors_apart_and_lists_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, BASE | {"content/topics.yml": "- {id: fish, name: Fish, aliases: [Norway]}\n"})
    command = ["check", "--root", str(tmp_path), "--as-of", "2024-06-01"]

    assert main(command) == 1
    text = capsys.readouterr()
    assert main([*command, "--format", "json"]) == 1
    plain = capsys.readouterr()

    assert text.err.splitlines()[0].startswith("content/topics.yml:1:26: error: the name 'Norway'")
    assert "warning" not in text.err
    assert text.out.startswith("Dates that have passed: 1\n")
    assert "awaits" not in plain.out
    assert "date-passed" in plain.out
