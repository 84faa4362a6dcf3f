"""Every format: the text that was put into a file comes out of it, with what the file says of its article."""

import re
import shutil
import socket
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml

from generator.analysis.quotes import NotFound, find_quote
from generator.build import build
from generator.model import Article
from generator.reading import Seed, read_seed, seed_at
from generator.reading.extras import needed
from generator.run import Run
from generator.starter import make_new
from tests.helpers import PROJECT

FORMATS = PROJECT / "tests" / "formats"


def _yaml(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(), yaml.BaseLoader)  # noqa: S506 - reads text only
    return found


ARTICLES = _yaml(FORMATS / "articles.yml")
EXPECTED = _yaml(FORMATS / "expected.yml")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a file says, nothing may be fetched."""

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("reading reached for the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def _read(name: str, sidecar: str | None = None) -> tuple[Article, ...]:
    seed = seed_at(FORMATS / "files" / name)
    articles, problems = read_seed(Seed(seed.path, seed.data, sidecar.encode() if sidecar else None))
    assert not problems
    return articles


def _f1(found: str, expected: str) -> float:
    """Compare as bags of words; a soft hyphen shows nothing."""
    words = [Counter(re.findall(r"\w+", text.replace("\u00ad", ""))) for text in (found, expected)]
    common = (words[0] & words[1]).total()
    return 2 * common / (words[0].total() + words[1].total())


@pytest.mark.parametrize("name", EXPECTED)
def test_the_text_and_what_is_known_of_it_come_out_as_they_went_in(name: str) -> None:
    expected = EXPECTED[name]
    source = ARTICLES[expected["article"]]

    (article,) = _read(name)

    assert _f1(article.text, "\n".join(source["paragraphs"])) >= 0.98
    assert article.published.text == source["published"]
    assert article.language == "en"
    for key in ("title", "publisher", "url", "correction"):
        said = expected.get(key)
        wanted = source[key] if said == "true" else said
        if key == "title" and said is None:
            assert article.title_by_desk
        else:
            assert getattr(article, key) == wanted


@pytest.mark.parametrize("name", [name for name in EXPECTED if not name.endswith((".htm", ".pdf"))])
def test_every_paragraph_is_a_line_of_its_own(name: str) -> None:
    expected = ARTICLES[EXPECTED[name]["article"]]["paragraphs"]

    assert [line for line in _read(name)[0].text.split("\n") if line] == expected


@pytest.mark.parametrize("name", ["release.pdf", "report.pdf", "report-indented.pdf", "report-two-columns.pdf"])
def test_the_paragraphs_of_a_pdf_are_whole_and_running_heads_are_out(name: str) -> None:
    text = _read(name)[0].text.replace("\u00ad", "")

    assert text.split("\n\n") == ARTICLES[EXPECTED[name]["article"]]["paragraphs"]


def test_the_pages_of_a_pdf_are_known() -> None:
    (article,) = _read("report.pdf")
    first, second = article.text[: article.pages[1]], article.text[article.pages[1] :]

    assert "listening stations by the end of 2026" in first
    assert "quarterly statistics" in second
    assert article.page_at(0) == "p. 1"
    assert article.page_at(len(article.text) - 1) == "p. 2"


@pytest.mark.parametrize("name", ["report.pdf", "report-two-columns.pdf"])
def test_a_quotation_from_a_pdf_is_found_whether_or_not_a_line_cut_its_words(name: str) -> None:
    (article,) = _read(name)
    assert "\u00ad" in article.text

    for paragraph in ARTICLES["report"]["paragraphs"]:
        if len(paragraph) > 40:
            assert not isinstance(find_quote(article.text, paragraph, paged=True), NotFound)


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom", "newsml-message.xml"])
def test_a_file_of_several_articles_gives_each(name: str) -> None:
    wire, release = _read(name)

    assert _f1(wire.text, "\n".join(ARTICLES["wire"]["paragraphs"])) == 1
    assert _f1(release.text, "\n".join(ARTICLES["release"]["paragraphs"])) == 1
    assert (wire.published.text, release.published.text) == ("2025-03-18", "2025-05-06")
    assert (wire.title, release.title) == (ARTICLES["wire"]["title"], ARTICLES["release"]["title"])
    assert wire.publisher == "Northern Wire"
    assert wire.id != release.id


def test_the_articles_of_a_feed_keep_their_ids_when_others_come_and_titles_change() -> None:
    seed = seed_at(FORMATS / "files" / "feed.rss")
    ids = [article.id for article in read_seed(seed)[0]]
    later = re.sub(rb"(?s)<item>.*?</item>", b"", seed.data, count=1).replace(b"Minister opens", b"Minister closes")

    assert [article.id for article in read_seed(Seed(seed.path, later))[0]] == ids[1:]


def test_a_sidecar_completes_and_corrects_key_by_key() -> None:
    (article,) = _read("newspaper.html", "{publisher: Wire of the North, published: 2025-03-19, origin: AFP}")

    assert (article.publisher, article.published.text, article.origin) == ("Wire of the North", "2025-03-19", "AFP")
    assert article.title == ARTICLES["wire"]["title"]
    assert article.url == ARTICLES["wire"]["url"]


def test_a_sidecar_of_a_feed_speaks_of_all_articles_and_of_each() -> None:
    first, second = _read("feed.rss")
    sidecar = f"rights: full\nkind: wire\narticles:\n  {second.id}:\n    publisher: Ministry\n    kind: government\n"

    first, second = _read("feed.rss", sidecar)

    assert (first.publisher, first.kind, first.rights) == ("Northern Wire", "wire", "full")
    assert (second.publisher, second.kind, second.rights) == ("Ministry", "government", "full")


def test_a_sidecar_of_a_feed_may_not_give_one_title_to_all_nor_name_what_is_not_there() -> None:
    seed = seed_at(FORMATS / "files" / "feed.rss")
    sidecar = b"title: One for all\narticles:\n  nobody: {kind: wire}\n"

    articles, problems = read_seed(Seed(seed.path, seed.data, sidecar))

    assert not articles
    assert [(problem.code, problem.location.line) for problem in problems] == [("bad-value", 1), ("unknown-id", 3)]


def test_a_hyphen_at_a_line_end_may_be_typed_or_not_in_a_pdf_only() -> None:
    text = "A nuclear\u00adpowered boat, the sub\u00admarine, is in the well-known yard."

    for quote in ("nuclear-powered boat, the submarine", "nuclearpowered boat, the sub-marine", "nuclear-powered boat"):
        assert not isinstance(find_quote(text, quote, paged=True), NotFound)
    assert isinstance(find_quote(text, "nuclear-powered boat"), NotFound)
    assert isinstance(find_quote(text, "the wellknown yard", paged=True), NotFound)
    assert not isinstance(find_quote(text, "well-known yard", prefix="in the", paged=True), NotFound)


def test_a_format_is_told_by_its_content_and_not_by_its_name() -> None:
    for name in ("report.pdf", "newspaper.html", "ninjs-3.json", "newsml-xhtml.xml", "front-matter.md", "feed.atom"):
        seed = seed_at(FORMATS / "files" / name)
        renamed = read_seed(Seed("seeds/x.txt", seed.data))[0]

        assert [article.text for article in renamed] == [article.text for article in read_seed(seed)[0]]


FACT = """- id: stations-at-risk
  statement: A committee doubts that the stations can be delivered in time.
  countries: [NO]
  kind: assessment
  date: 2025-06-24
  attribution: Committee on Maritime Affairs
  evidence:
    - source: report
      quote: stations delivered, installed and operating, and on expenditure, be-ginning in October 2025
    - source: report
      quote: We shall return to the subject in the next session.
"""


def test_a_citation_of_a_pdf_names_the_page(tmp_path: Path) -> None:
    make_new(tmp_path / "site")
    shutil.copy(FORMATS / "files" / "report.pdf", tmp_path / "site/seeds")
    (tmp_path / "site/content/facts/report.yml").write_text(FACT)

    result = build(Run(root=tmp_path / "site", as_of=date(2025, 7, 1)))

    assert result.changes is not None, result.problems
    evidence = result.briefing.facts["stations-at-risk"].found
    assert [(found.where, found.state) for found in evidence] == [("p. 1", "matched"), ("p. 2", "matched")]
    assert "p. 2" in (tmp_path / "site/build/docs/countries/no.md").read_text()


def test_the_libraries_that_the_present_seeds_need_are_known(tmp_path: Path) -> None:
    make_new(tmp_path)
    assert needed(tmp_path) == []

    for name in ("feed.atom", "ministry.html", "report.pdf", "ninjs-3.json"):
        shutil.copy(FORMATS / "files" / name, tmp_path / "seeds" / f"{name}.txt")
    assert needed(tmp_path) == ["feeds", "html", "pdf"]
