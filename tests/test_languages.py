"""Other languages than English: which it is, and the countries that a text names; the cases are in Markdown."""

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.foreign import foreign_sentences
from generator.analysis.names.foreign import FORMS, foreign_mentions, language_of
from generator.analysis.names.gazetteer import read_data
from generator.build import build, gather
from generator.reading.extras import needed
from generator.reading.language import UndeclaredLanguageError, find_language
from generator.run import Run
from generator.text import tidy
from tests.cases import read_cases
from tests.helpers import PROJECT, write_files
from tests.score import corpus_vocabulary
from tests.test_copies import SITE
from tests.variations import developed

CASES = read_cases(PROJECT / "tests/cases/languages.md")
DATA = PROJECT / "generator/analysis/data/languages"
GERMAN = CASES[0][2]


@pytest.mark.parametrize(("line", "title", "text", "expected"), CASES, ids=lambda value: str(value)[:20])
def test_languages(line: int, title: str, text: str, expected: str) -> None:
    code, _, listed = expected.partition(": ")
    language = language_of(code)

    assert language is not None
    assert language.name.startswith(title)
    assert (language_of(find_language(text)) or language).name == language.name, f"languages.md:{line}"
    mentions = foreign_mentions(text, code, corpus_vocabulary()).countries
    assert ", ".join(f"{m.id} {text[m.span.start : m.span.end]}" for m in mentions) == listed, f"languages.md:{line}"


def test_english_articles_are_english_without_a_detector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)

    assert {find_language(article.text) for article in developed()} == {"en"}
    with pytest.raises(UndeclaredLanguageError, match="language: de"):
        find_language(GERMAN)


def test_every_file_of_names_has_a_rule_and_compiles() -> None:
    for path in DATA.glob("*.yml"):
        assert read_data(f"languages/{path.name}")["form"] in FORMS
        assert language_of(path.stem) is not None


def test_the_names_of_the_desk_are_found_next_to_letters_of_any_script() -> None:
    found = foreign_mentions("日本がAUKUSに参加。", "ja", corpus_vocabulary())

    assert [(m.span.start, m.span.end) for m in found.partnership] == [(3, 8)]


def test_full_stops_of_other_scripts_end_a_sentence() -> None:
    text = tidy("防衛相は述べた。「歓迎する。」と語った。")

    assert [text[s.start : s.end] for s in foreign_sentences(text)] == [
        "防衛相は述べた。",
        "「歓迎する。」",
        "と語った。",
    ]


@given(st.text(alphabet="。！？「」. \nаБАb1日本"))
def test_every_letter_of_a_text_is_in_a_sentence(text: str) -> None:
    held = tidy(text)
    spans = list(foreign_sentences(held))

    assert [s for span in spans for s in held[span.start : span.end] if s.isalnum()] == [s for s in held if s.isalnum()]


def test_the_page_of_a_german_article_says_what_was_not_read(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "content/site.yml": SITE,
            "content/countries/jp.yml": "id: JP\nname: Japan\n",
            "seeds/a.txt": f" date 2024-05-02 {GERMAN} Der Pakt gilt ab 2030.",
            "seeds/b.txt": " date 2024-05-02 Zzyx qwrt. " * 20,
            "seeds/b.txt.yml": "language: tlh\n",
        },
    )

    result = build(Run(root=tmp_path, as_of=date(2024, 6, 1)))

    assert result.changes, result.problems
    passages = result.briefing.corpus.passages["a"]
    assert [m.id for p in passages for m in p.countries] == ["AU", "JP", "GB", "US"]
    assert not any(p.dates or p.outlook or p.attribution or p.quotes for p in passages)
    page = (tmp_path / "build/docs/sources/a.md").read_text()
    assert "Language: **German**. Countries are found by their names in it; dates, outlook, quotations and" in page
    assert (
        "Language: **tlh**. Its names of countries are not known here"
        in (tmp_path / "build/docs/sources/b.md").read_text()
    )


def test_without_a_detector_an_undeclared_language_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    write_files(tmp_path, {"content/site.yml": SITE, "seeds/a.txt": f" date 2024-05-02 {GERMAN}"})

    assert [problem.code for problem in gather(Run(root=tmp_path, as_of=date(2024, 6, 1)))[1]] == ["language-unknown"]


def test_a_text_in_another_language_asks_for_the_detector_unless_its_sidecar_declares_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)  # as if it were not installed
    (tmp_path / "seeds").mkdir()
    german = "Die Regierung in Berlin hat am Montag einen Vertrag mit Norwegen und Island unterzeichnet, sagte sie."
    (tmp_path / "seeds/de.txt").write_text(f" date 2026-03-02 {german}\n")
    asked = needed(tmp_path)
    (tmp_path / "seeds/de.txt.yml").write_text("language: de\n")

    assert asked == ["languages"]
    assert needed(tmp_path) == []
