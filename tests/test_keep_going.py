"""Under `--keep-going` what is wrong by itself is kept back and named, and the rest is published."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.helpers import PROJECT, run, write_files
from tests.test_copies import SITE

COUNTRY = """\
id: NO
name: Norway
summary:
  - {text: It stands., facts: [good]}
  - {text: It falls., facts: [bad]}
questions:
  - {question: What falls?, facts: [untyped]}
"""
FACT = """\
- id: {id}
  statement: {words}
  countries: [NO]
  kind: event
  date: {date}
  attribution: The wire
  evidence:
    - {{source: {source}, quote: {quote}}}
"""
FILES = {
    "content/site.yml": SITE,
    "content/countries/no.yml": COUNTRY,
    "content/facts/a.yml": (
        FACT.format(id="good", words="Norway joined.", date="2024-05-02", source="wire", quote="signed in Oslo")
        + FACT.format(id="bad", words="Norway left.", date="2024-05-02", source="wire", quote="signed in Bergen")
        + FACT.format(id="untyped", words="Norway slept.", date="soon", source="wire", quote="in Oslo on")
        + FACT.format(id="lost", words="Norway woke up.", date="2024-05-02", source="broken", quote="in Oslo on")
        + FACT.format(id="follow-up", words="Norway came.", date="2024-05-02", source="wire", quote="on Thursday")
        + "  supersedes: [bad]\n"
    ),
    "seeds/wire.txt": " date 2024-05-02 The pact was signed in Oslo on Thursday. It rained.",
    "seeds/broken.txt": " date 2024-13-02 The pact was signed in Oslo on Thursday.",
}


def _main(root: Path, *arguments: str) -> int:
    return main(["build", "--root", str(root), "--as-of", "2024-06-01", *arguments])


def test_without_it_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, FILES)

    assert _main(tmp_path) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert not (tmp_path / "build/docs").exists()


def test_what_is_wrong_is_kept_back_and_named_and_the_rest_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, FILES)

    assert _main(tmp_path, "--keep-going") == 3
    printed = capsys.readouterr()
    assert "4 kept back until mended: " in printed.out
    assert "[quote-not-found]" in printed.err
    docs = tmp_path / "build/docs"
    home, method = (docs / "index.md").read_text(), (docs / "method.md").read_text()
    assert "[4 articles and statements](method.md#kept-back)" in home
    for line in ("article seeds&#47;broken.txt", "statement bad", "statement lost", "statement untyped"):
        assert f"- {line}&#58; " in method or f"- {line}: " in method, line
    country, register = (docs / "countries/no.md").read_text(), (docs / "register.md").read_text()
    assert "It stands." in country
    assert "It falls." not in country
    assert "Norway joined." in register
    assert "Norway came." in register
    assert "Norway left." not in register + country + home


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/facts/b.yml", "- {id: x\n"),
        ("content/countries/no.yml", "id: NO\nname: Norway\nsummary: [{text: It stands.}]\n"),
        ("content/site.yml", "title: x\n"),
    ],
)
def test_what_is_no_single_article_or_statement_still_stops_the_run(name: str, text: str, tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, name: text})

    assert _main(tmp_path, "--keep-going") == 1


def test_it_changes_nothing_where_nothing_is_wrong(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/site.yml": SITE, "seeds/wire.txt": FILES["seeds/wire.txt"]})

    assert _main(tmp_path, "--keep-going") == 0
    assert "kept back from this version" not in (tmp_path / "build/docs/method.md").read_text().lower()


def test_an_article_whose_quotations_exceed_its_rights_goes_with_its_statements(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fact = FACT.format(id="good", words="Norway joined.", date="2024-05-02", source="wire", quote="signed in Oslo")
    write_files(tmp_path, {**FILES, "content/facts/a.yml": fact, "seeds/wire.txt.yml": "rights: none\n"})
    (tmp_path / "content/countries/no.yml").write_text("id: NO\nname: Norway\n")

    assert _main(tmp_path, "--keep-going") == 3
    assert "article seeds/wire.txt" in capsys.readouterr().out


def test_a_site_with_something_kept_back_says_so_again_at_the_next_run(tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, "mkdocs.yml": (PROJECT / "mkdocs.yml").read_text()})

    runs = [run(tmp_path, "site", "--as-of", "2024-06-01", "--keep-going") for _ in range(2)]

    assert [done.returncode for done in runs] == [3, 3], runs[0].stderr
    assert (tmp_path / "site/register/index.html").is_file()
