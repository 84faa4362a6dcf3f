"""Copies of one story count once; a corrected version takes the place of the old one."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.assembly.copies import find_copies, repetitions
from generator.build import build
from generator.model import Article, Corpus
from generator.run import Run
from tests.copies_score import recognised, score
from tests.helpers import write_files
from tests.variations import developed, varied

SITE = """\
title: Test
description: A test.
url: https://example.org/
contact: desk@example.org
excerpt_share: 0.9
partnership:
  name: Pact
"""
STORY = (
    "OSLO — The pact was signed in Oslo on Thursday after three years of talks. Two ministers put their names under "
    "it in the town hall, while some forty people stood in the rain outside. “It is a good day,” one of them said.\n"
    "Parliament has until the autumn to agree, and the opposition wants a longer debate."
)
REWRITTEN = (
    "Talks that took three years came to an end in the Norwegian capital, where both ministers signed the pact on "
    "Thursday. Outside the town hall a small crowd defied the rain.\n"
    "The opposition asks for more time before parliament votes in the autumn."
)
FACT = """\
- id: signed
  statement: There is now a pact between the two.
  kind: event
  date: 2024-05-02
  attribution: The wire
  evidence:
    - {source: wire, quote: The pact was signed in Oslo on Thursday}
    - {source: paper, quote: The pact was signed in Oslo on Thursday}
    - {source: other, quote: both ministers signed the pact on Thursday}
"""


def _article(name: str, text: str) -> Article:
    return replace(developed()[0], id=name, text=text)


def test_a_sample_of_made_versions_is_recognised_and_no_other_article() -> None:
    assert score(120, 240) == (120, 0)


def test_a_rewritten_story_is_no_copy() -> None:
    assert not recognised(_article("a", STORY), _article("b", REWRITTEN))


def test_a_report_that_quotes_a_short_statement_whole_is_no_copy_of_it() -> None:
    statement = STORY.partition("\n")[0]
    longer = max((article.text for article in developed()), key=len)

    assert not recognised(_article("a", statement), _article("b", f"{longer}\n{statement}"))


def test_letters_of_scripts_without_spaces_count_as_words() -> None:
    text = "オーストラリアと日本は木曜日、水中の無人機について協力することで合意した。両国の大臣が東京で会談した。"

    assert recognised(_article("a", text), _article("b", text.replace("大臣", "閣僚")))


def test_versions_that_are_alike_in_turn_are_one_story_and_the_agency_comes_first() -> None:
    articles = [_article("paper", STORY), _article("wire", STORY), _article("other", REWRITTEN)]
    articles[1] = replace(articles[1], kind="wire")

    assert find_copies(Corpus(articles={a.id: a for a in articles})) == dict.fromkeys(
        ("paper", "wire"), ("wire", "paper")
    )


def test_a_story_that_a_hundred_outlets_print_stays_one_among_others_with_the_same_background() -> None:
    chance, background = random.Random(1), developed()[1].text  # noqa: S311 - the same words each time
    story, *others = (article.text for article in developed()[2:])
    printed = [_article(f"story-{number:03}", varied(story, chance)) for number in range(100)]
    apart = [_article(f"apart-{number:03}", f"{text}\n{background[:300]}") for number, text in enumerate(others)]

    found = find_copies(Corpus(articles={a.id: a for a in (*printed, *apart)}))

    assert found.keys() == {article.id for article in printed}
    assert len({*found.values()}) == 1


def test_of_a_story_the_first_version_that_still_stands_shows_its_passages() -> None:
    story = ("wire", "wire-2", "paper")

    assert repetitions(dict.fromkeys(story, story), {}) == {"wire-2", "paper"}
    assert repetitions(dict.fromkeys(story, story), {"wire": "wire-2"}) == {"wire", "paper"}


def test_a_copy_counts_once_and_the_pages_name_it(tmp_path: Path) -> None:
    files = {"content/site.yml": SITE, "content/facts/a.yml": FACT}
    for name, text in (("wire", STORY), ("paper", f"{STORY}\n© Paper"), ("other", REWRITTEN)):
        files |= {f"seeds/{name}.txt": f" date 2024-05-02 {text}", f"seeds/{name}.txt.yml": f"publisher: {name}\n"}
    files["seeds/wire.txt.yml"] += "kind: wire\n"
    write_files(tmp_path, files)

    result = build(Run(root=tmp_path, as_of=date(2024, 6, 1)))

    assert result.changes, result.problems
    assert result.briefing.standing["signed"].publishers == 2
    docs = tmp_path / "build/docs"
    assert "counted once: [wire, 2 May 2024](wire.md)" in (docs / "sources/paper.md").read_text()
    assert "same story as [paper, 2 May 2024](#source-paper), counted once" in (docs / "sources/index.md").read_text()


def test_evidence_moves_to_the_corrected_version_and_the_old_page_leads_to_it(tmp_path: Path) -> None:
    fact = FACT.rsplit("    - ", 2)[0]
    files = {
        "content/site.yml": SITE,
        "content/facts/a.yml": fact,
        "seeds/wire.txt": f" date 2024-05-02 {STORY}",
        "seeds/wire-2.txt": f" date 2024-05-03 {STORY.replace('forty', 'four hundred')}",
        "seeds/wire-2.txt.yml": "replaces: wire\n",
    }
    write_files(tmp_path, files)

    result = build(Run(root=tmp_path, as_of=date(2024, 6, 1)))

    assert [evidence.source.id for evidence in result.briefing.facts["signed"].found] == ["wire-2"]
    assert "**Replaced by a corrected version:**" in (tmp_path / "build/docs/sources/wire.md").read_text()
