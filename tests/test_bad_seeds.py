"""Bad seeds: each gets a message at its place that says the way out; the others are read as if it were not there."""

import io
import os
import zlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from generator.build import gather
from generator.diagnostics import Diagnostic, as_text
from generator.loading import MAX_BYTES
from generator.reading import MAX_BODY, Seed, find_seeds, read_seed
from generator.run import Run
from generator.starter import make_new
from tests.helpers import PROJECT

FILES = {path.name: path.read_bytes() for path in sorted((PROJECT / "tests" / "formats" / "files").iterdir())}
AS_OF = date(2024, 6, 1)
BILLION = b"""<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel>&b;</channel></rss>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE newsItem [
<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<newsItem>&secret;</newsItem>"""


def _blank_pdf() -> bytes:
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(595, 842)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _pdf(kids: bytes, page: bytes, content: bytes) -> bytes:
    """Give a PDF by its objects: the page tree's entries, the page, and the compressed content of the page."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count 1 >>",
        page,
        b"<< /Length %d /Filter /FlateDecode >> stream\n" % len(content) + content + b"\nendstream",
    )
    made, places = b"%PDF-1.7\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 5\n0000000000 65535 f \n" + table + b"trailer << /Size 5 /Root 1 0 R >>\n"
    return made + head + b"startxref\n%d\n%%%%EOF\n" % len(made)


_FONT = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + _FONT + b" >>"
WORDS = zlib.compress(b"BT /F1 12 Tf (some words on a page) Tj ET")
ITEMS = b"".join(b"<item><guid>%d</guid><title>x</title></item>" % number for number in range(2_001))
BAD = {
    "empty.txt": (b"", "seed-empty", "text, Markdown, HTML"),
    "blank.txt": (b" date 2024-03-01 \n \n", "seed-empty", "put the article in"),
    "undated.txt": (b"Something happened.", "seed-undated", "begins with ` date YYYY-MM-DD `"),
    "impossible.txt": (b" date 2024-02-30 Something.", "seed-undated", "does not exist"),
    "future.txt": (b" date 2031-01-01 Something will happen.", "seed-future", "correct `published`"),
    "bomb.pdf": (_pdf(b"3 0 R", PAGE, zlib.compress(bytes(200_000_000))), "seed-unreadable", "get it anew"),
    "pages.pdf": (_pdf(b"3 0 R " * 3_000, PAGE, WORDS), "seed-too-large", "3,000 pages"),
    "loop.pdf": (_pdf(b"2 0 R", PAGE, WORDS), "seed-unreadable", "get it anew"),
    "deep.pdf": (_pdf(b"3 0 R", b"[" * 50_000 + b"]" * 50_000, WORDS), "seed-unreadable", "get it anew"),
    "deep.html": (b"<html><body>" + b"<div>" * 30_000 + b"text", "seed-empty", "no article"),
    "one-line.txt": (b" date 2024-03-01 " + b"word " * 50_000, "seed-too-large", "break it where its paragraphs end"),
    "many.rss": (b"<rss version='2.0'><channel>" + ITEMS + b"</channel></rss>", "seed-too-large", "2,001 articles"),
    "long-line.txt": (b" date 2024-03-01 " + b"word " * 1_000_000, "seed-too-large", "split the file"),
    "huge.txt": (b" date 2024-03-01 " + b"word and word\n" * 3_600_000, "seed-too-large", "split the file"),
    "junk.bin": (bytes(range(256)) * 400, "seed-unreadable", "nothing that can be read"),
    "jpeg.txt": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(200), "seed-unreadable", "nothing that can be read"),
    "cut.pdf": (FILES["report.pdf"][:20_000], "seed-unreadable", "cut short"),
    "broken.pdf": (b"%PDF-1.4\n" + b"x" * 500 + b"%%EOF", "seed-unreadable", "get it anew"),
    "encrypted.pdf": (FILES["encrypted.pdf"], "seed-unreadable", "save a copy without protection"),
    "scans.pdf": (_blank_pdf(), "seed-empty", "text recognition"),
    "links.html": (
        b"<html><body><ul>" + b"<li><a href='/x'>One</a></li>" * 9 + b"</ul></body></html>",
        "seed-empty",
        "no article",
    ),
    "other.json": (b'{"name": "x", "version": 1}', "seed-unreadable", "no ninjs"),
    "broken.json": (b'{"uri": "x",\n "body_text": }', "seed-unreadable", "get the file anew"),
    "nested.json": (b"[" * 100_000, "seed-unreadable", "too deep"),
    "empty.rss": (b'<rss version="2.0"><channel><title>x</title></channel></rss>', "seed-empty", "no entries"),
    "other.xml": (b"<?xml version='1.0'?><catalog><book/></catalog>", "seed-unreadable", "root is catalog"),
    "broken.xml": (b"<?xml version='1.0'?><newsItem><itemMeta></newsItem>", "seed-unreadable", "not well formed"),
    "billion.xml": (BILLION, "seed-unreadable", "take the DOCTYPE out"),
    "outside.xml": (OUTSIDE, "seed-unreadable", "take the DOCTYPE out"),
    "wide.xml": (OUTSIDE.decode().encode("utf-16"), "seed-unreadable", "take the DOCTYPE out"),
    "front.md": (b"---\ntitle: [x\n---\nText.", "seed-unreadable", "front matter"),
    "half.txt": (" date 2024-03-01 Zażółć gęślą jaźń, Curaçao".encode() + b"\xff", "bad-encoding", "get the file anew"),
    "controls.txt": (b" date 2024-03-01 Some\x00thing \x07happened to the text.", "seed-controls", "U+0000, U+0007"),
}


def _found(root: Path) -> tuple[list[str], list[Diagnostic]]:
    briefing, problems = gather(Run(root=root, as_of=AS_OF), keep=False)
    return list(briefing.corpus.articles), [problem for problem in problems if problem.code != "orphan-source"]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_seed_is_named_with_the_way_out_and_leaves_the_others_alone(name: str, tmp_path: Path) -> None:
    data, code, words = BAD[name]
    make_new(tmp_path / "site")
    others, problems = _found(tmp_path / "site")
    (tmp_path / "site/seeds" / name).write_bytes(data)

    articles, found = _found(tmp_path / "site")

    (new,) = set(found) - set(problems)
    assert new.code == code
    assert words in new.message
    assert new.location.path == f"seeds/{name}"
    assert set(others) <= set(articles)


def test_the_line_of_a_problem_is_given_where_the_file_has_lines() -> None:
    lines = {name: read_seed(Seed(name, BAD[name][0]))[1][0].location.line for name in ("broken.json", "outside.xml")}

    assert lines == {"broken.json": 2, "outside.xml": 3}


@pytest.mark.parametrize("name", ["cut.pdf", "links.html", "other.json"])
def test_a_sidecar_does_not_hide_that_a_file_is_bad(name: str) -> None:
    assert read_seed(Seed(name, BAD[name][0], b"published: 2024-03-01"))[0] == ()


def test_what_keeps_a_file_from_being_taken_up_is_said(tmp_path: Path) -> None:
    make_new(tmp_path / "site")
    others, problems = _found(tmp_path / "site")
    seeds = tmp_path / "site/seeds"
    (tmp_path / "secret.txt").write_text(" date 2024-03-01 Elsewhere.")
    (seeds / "link.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "gone.txt").symlink_to(seeds / "nowhere.txt")
    (seeds / "folder").mkdir()
    (seeds / "alone.txt.yml").write_text("publisher: AFP")
    os.mkfifo(seeds / "pipe")
    (seeds / "aside.txt").write_text(" date 2024-03-01 Here.")
    (seeds / "aside.txt.yml").symlink_to(tmp_path / "secret.txt")
    (seeds / "a\x1b[2Jb.txt").write_text(" date 2024-03-01 Here.")
    (seeds / os.fsdecode(b"caf\xe9.txt")).write_text(" date 2024-03-01 Here.")

    articles, found = _found(tmp_path / "site")

    messages = {problem.location.path: problem.message for problem in set(found) - set(problems)}
    assert articles == others
    assert "out of the site's folder" in messages["seeds/link.txt"]
    assert "cannot be read" in messages["seeds/gone.txt"]
    assert "side by side" in messages["seeds/folder"]
    assert "no alone.txt beside it" in messages["seeds/alone.txt.yml"]
    assert "no regular file" in messages["seeds/pipe"]
    assert "out of the site's folder" in messages["seeds/aside.txt"]
    assert "holds U+001B" in messages["seeds/a\x1b[2Jb.txt"]
    assert "holds U+DCE9" in messages["seeds/caf\\udce9.txt"]
    assert "\x1b" not in "".join(map(as_text, found))


def test_a_content_file_that_lies_elsewhere_or_is_too_large_is_named(tmp_path: Path) -> None:
    make_new(tmp_path / "site")
    (tmp_path / "elsewhere.yml").write_text("[]")
    (tmp_path / "site/content/facts/link.yml").symlink_to(tmp_path / "elsewhere.yml")
    (tmp_path / "site/content/facts/large.yml").write_text("#" * (MAX_BYTES + 1))

    found = {problem.location.path: problem for problem in _found(tmp_path / "site")[1]}

    assert "out of the site's folder" in found["content/facts/link.yml"].message
    assert "split it" in found["content/facts/large.yml"].message
    assert {problem.code for problem in found.values()} == {"content-refused"}


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    make_new(tmp_path / "site")
    monkeypatch.setattr(Path, "read_bytes", refuse)  # root may read everything, so that no mode would do

    (seed,) = find_seeds(tmp_path / "site")

    assert seed.trouble is not None
    assert "Permission denied" in seed.trouble.message
    assert "mend its permissions" in seed.trouble.message


def test_two_articles_with_one_id_are_named(tmp_path: Path) -> None:
    make_new(tmp_path / "site")
    for name in ("same.txt", "same.md"):
        (tmp_path / "site/seeds" / name).write_text(" date 2024-03-01 The same.")

    (problem,) = (problem for problem in _found(tmp_path / "site")[1] if problem.code == "duplicate-id")
    assert problem.location.path == "seeds/same.txt"
    assert "seeds/same.md has the id 'same' too" in problem.message


def test_one_bad_article_of_a_feed_leaves_the_others_alone() -> None:
    data = FILES["feed.rss"].replace(b"Tue, 18 Mar 2025 23:50:00 -0500", b"some day")

    articles, problems = read_seed(Seed("seeds/feed.rss", data))

    assert [article.published.text for article in articles] == ["2025-05-06"]
    assert [problem.code for problem in problems] == ["seed-undated"]
    assert "Harbour pact partners" in problems[0].message


def test_two_articles_of_a_feed_with_one_mark_are_named(tmp_path: Path) -> None:
    make_new(tmp_path / "site")
    (tmp_path / "site/seeds/feed.rss").write_bytes(FILES["feed.rss"].replace(b"wire-1", b"wire-0"))

    assert [problem.code for problem in _found(tmp_path / "site")[1]].count("duplicate-id") == 1


def test_a_missing_library_is_named_and_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for library, name, extra in (
        ("trafilatura", "newspaper.html", "html"),
        ("pypdf", "report.pdf", "pdf"),
        ("feedparser", "feed.rss", "feeds"),
    ):
        monkeypatch.setitem(__import__("sys").modules, library, None)
        (problem,) = read_seed(Seed(f"seeds/{name}", FILES[name]))[1]
        assert problem.code == "reader-missing"
        assert f"requirements-{extra}.lock" in problem.message


STARTS = (
    b"",
    b"%PDF-1.7\n",
    b"<html><p>",
    b"<rss>",
    b"<?xml version='1.0'?><newsItem>",
    b'{"uri": "x", ',
    b"---\n",
    b"[",
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400))
def test_no_bytes_break_the_reading(start: bytes, rest: bytes) -> None:
    articles, problems = read_seed(Seed("seeds/x", start + rest))

    assert articles or problems
    assert all(0 < len(article.text) <= MAX_BODY for article in articles)


@QUICK
@given(
    name=st.sampled_from(sorted(FILES)), place=st.floats(0, 1), length=st.integers(0, 60), junk=st.binary(max_size=9)
)
def test_no_damage_to_a_file_breaks_the_reading(name: str, place: float, length: int, junk: bytes) -> None:
    data = FILES[name]
    start = int(place * len(data))

    articles, problems = read_seed(Seed(f"seeds/{name}", data[:start] + junk + data[start + length :]))

    assert articles or problems


@QUICK
@given(text=st.text(st.characters(codec="cp1252", categories=["L", "N", "P", "Zs"]), min_size=1).filter(str.strip))
def test_a_text_is_held_as_it_was_written_whatever_its_encoding(text: str) -> None:
    whole = f" date 2024-03-01 {text}\nAnd so the text went on in plain words.\n"
    bodies = {
        read_seed(Seed("seeds/x.txt", whole.encode(encoding)))[0][0].text
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le")
    }

    assert len(bodies) == 1


HOSTILE = {
    "a.json": b'{"uri": "x", "body_xhtml": "' + b"<a " * 50_000 + b'"}',
    "b.json": b'{"uri": "x", "body_xhtml": "' + b"</a" * 50_000 + b'"}',
    "c.json": b'{"uri": "x", "body_xhtml": "' + b"<!-" * 50_000 + b'"}',
    "brackets.md": b"---\ndate: 2024-03-01\n---\n" + b"[" * 150_000,
    "stars.md": b"---\ndate: 2024-03-01\n---\n" + b"*a_ " * 40_000,
    "open.html": b"<html><body>" + b"<" * 150_000,
    "nested.html": b"<html><body>" + b"<div>" * 30_000 + b"text " * 50,
    "deep.xml": b"<?xml version='1.0'?><newsItem>" + b"<a>" * 50_000 + b"</a>" * 50_000 + b"</newsItem>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused(name: str) -> None:
    articles, problems = read_seed(Seed(f"seeds/{name}", HOSTILE[name]))

    assert articles or problems
