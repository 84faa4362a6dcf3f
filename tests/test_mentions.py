"""Mentions of countries, pillars and topics: the cases in `tests/cases/mentions.md`, the gazetteer, the vocabulary."""

import pickle
import re
from datetime import date
from pathlib import Path

import pytest

from generator.analysis import analyse_article
from generator.analysis.names.gazetteer import country_names
from generator.analysis.names.mentions import find_mentions
from generator.analysis.names.vocabulary import compile_vocabulary
from generator.build import build
from generator.loading import load_content
from generator.reading import read_seed, seed_at
from generator.run import Run
from generator.schema.subjects import Country, Partnership, Pillar, Topic
from generator.starter import make_new
from tests.cases import read_cases
from tests.helpers import PROJECT
from tests.score import corpus_vocabulary

CASES = read_cases(PROJECT / "tests" / "cases" / "mentions.md")
VOCABULARY = corpus_vocabulary()


@pytest.mark.parametrize(("line", "title", "text", "expected"), CASES, ids=lambda value: str(value)[:50])
def test_a_text_mentions(line: int, title: str, text: str, expected: str) -> None:
    found = find_mentions(text, VOCABULARY)
    mentions = sorted([*found.countries, *found.pillars, *found.topics])
    written = "\n".join(f"{mention.id} {text[mention.span.start : mention.span.end]}" for mention in mentions)
    assert written == expected, f"line {line}: {title}"


def test_every_country_of_the_standard_has_a_name() -> None:
    countries = {meaning.country for meaning in country_names().values()}
    assert len(countries) == 250
    assert all(re.fullmatch("[A-Z]{2}", country) for country in countries)


def test_a_vocabulary_survives_pickling_and_is_known_by_its_digest() -> None:
    copy = pickle.loads(pickle.dumps(VOCABULARY))  # noqa: S301 - our own bytes
    assert copy == VOCABULARY
    assert hash(copy) == hash(VOCABULARY)
    assert find_mentions("Japan", copy) == find_mentions("Japan", VOCABULARY)


def test_a_country_without_a_file_is_found_and_breaks_no_page(tmp_path: Path) -> None:
    make_new(tmp_path / "site")
    seed = next((tmp_path / "site" / "seeds").glob("*.txt"))
    seed.write_text(seed.read_text() + "\n\nFrance and Japan did not sign the Northern Harbours Pact.\n")
    assert build(Run(root=tmp_path / "site", as_of=date(2024, 6, 1))).changes is not None
    content, _ = load_content(tmp_path / "site")
    last = analyse_article(read_seed(seed_at(seed))[0][0], content.vocabulary())[-1]
    assert [mention.id for mention in last.countries] == ["FR", "JP"]


def test_what_the_content_says_of_a_name_comes_before_the_gazetteer() -> None:
    partnership = Partnership(name="Pact")
    country = Country(id="CG", name="Congo", aliases=("Brazza",))
    vocabulary = compile_vocabulary(partnership, [country], [], [])
    found = find_mentions("Congo, Brazza and Kinshasa", vocabulary)
    assert [mention.id for mention in found.countries] == ["CG", "CG", "CD"]


def test_pillars_take_their_noun_and_numbers_from_the_content() -> None:
    tracks = [Pillar(id=f"track-{n}", name=f"Track {n}", title="a track") for n in (1, 2, 3)]
    vocabulary = compile_vocabulary(Partnership(name="Harbour Pact"), [], tracks, [])
    text = "The Harbour Pact has Tracks One and III; its second track is new; Pillar I is none."
    mentions = find_mentions(text, vocabulary).pillars
    assert [mention.id for mention in mentions] == ["track-1", "track-3", "track-2"]


def test_a_vocabulary_of_other_content_has_another_digest() -> None:
    partnership = Partnership(name="Pact")
    first, second = (compile_vocabulary(partnership, [], [], [Topic(id="t", name=name)]) for name in ("sea", "air"))
    assert first.digest != second.digest
    assert first.digest == compile_vocabulary(partnership, [], [], [Topic(id="t", name="sea")]).digest
