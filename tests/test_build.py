"""The promises of a build: same bytes, nothing done twice, a failed run leaves the site as it was."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Template

from generator.build import build
from generator.cache import Cache
from generator.cli import main
from generator.diagnostics import ProblemsError
from generator.outputs import Output, sync
from generator.pages.page import Page
from generator.run import Run
from generator.schema import KINDS
from generator.site import swap
from generator.starter import make_new
from generator.verification import MARKS, verify
from tests.helpers import AS_OF, PROJECT, copy_site, run, tree
from tests.serving import ADDRESS

FACTS = "content/facts/afp-2024-03-06.yml"
DAY = date.fromisoformat(AS_OF)


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """Give a finished site that a test may spoil."""
    return Path(shutil.copytree(built, tmp_path / "site", symlinks=True))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_second_build_writes_nothing(site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (site / "build/docs").rglob("*")}

    changes = build(Run(root=site, as_of=DAY)).changes

    assert changes is not None
    assert (changes.written, changes.deleted) == ((), ())
    assert before == {path: path.stat().st_mtime_ns for path in (site / "build/docs").rglob("*")}


def test_only_pages_that_show_something_new_are_rendered(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    really = Template.render

    def noting(template: Template, *, page: Page, **view: object) -> str:
        asked.append(page.path)
        return really(template, page=page, **view)

    monkeypatch.setattr(Template, "render", noting)

    build(Run(root=site, as_of=DAY))
    assert asked == []

    _replace(site / "content/topics.yml", "name: ", "name: New ")
    build(Run(root=site, as_of=DAY))
    assert "topics/index.md" in asked
    assert "method.md" not in asked


def test_a_changed_template_shows_on_its_pages(site: Path) -> None:
    _replace(site / "templates/timeline.md.jinja", "Each line leads", "Each day leads")

    changes = build(Run(root=site, as_of=DAY)).changes

    assert changes is not None
    assert changes.written == ("timeline.md",)


def test_an_unchanged_site_is_not_built_again(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "root")
    assert run(root, "site", "--as-of", AS_OF).returncode == 0
    before = (root / "site/index.html").stat().st_mtime_ns

    done = run(root, "site", "--as-of", AS_OF)

    assert "Nothing has changed" in done.stdout
    assert (root / "site/index.html").stat().st_mtime_ns == before


def test_unchanged_pages_are_not_built_again_unless_one_was_touched(tmp_path: Path) -> None:
    root = tmp_path / "root"
    make_new(root)
    said = [run(root, "build", "--as-of", AS_OF).stdout for _ in range(2)]
    (root / "build/docs/index.md").write_text("spoilt")

    mended = run(root, "build", "--as-of", AS_OF)

    assert "Nothing has changed" not in said[0]
    assert said[1] == "Nothing has changed; build/docs is as it was made.\n"
    assert "1 files written" in mended.stdout


def test_a_site_edited_by_hand_is_made_anew(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "root")
    assert run(root, "site", "--as-of", AS_OF).returncode == 0
    good = (root / "site/index.html").read_bytes()
    (root / "site/index.html").write_text("spoilt")

    assert run(root, "site", "--as-of", AS_OF).returncode == 0
    assert (root / "site/index.html").read_bytes() == good


def test_one_changed_letter_of_a_quotation_fails_at_its_place_and_leaves_the_site(site: Path) -> None:
    _replace(site / FACTS, "quote: AUKUS was established in 2021", "quote: AUKUS was establisht in 2021")
    before = tree(site / "site")

    done = run(site, "site", "--as-of", AS_OF)

    assert done.returncode == 1
    line = next(n for n, text in enumerate((site / FACTS).read_text().splitlines(), 1) if "establisht" in text)
    assert f"{FACTS}:{line}:7: error: these words do not stand" in done.stderr
    assert "AUKUS was established in 2021" in done.stderr
    assert tree(site / "site") == before


def test_another_place_time_zone_hash_seed_and_file_order_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "another place"
    for name in reversed(["seeds", "content", "templates"]):
        for path in sorted((PROJECT / name).rglob("*"), reverse=True):
            if path.is_file():
                (root / path.relative_to(PROJECT)).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, root / path.relative_to(PROJECT))
    shutil.copy(PROJECT / "mkdocs.yml", root)

    done = run(root, "site", "--as-of", AS_OF, SITE_URL=ADDRESS, TZ="Pacific/Auckland", PYTHONHASHSEED="7", LC_ALL="C")

    assert done.returncode == 0, done.stderr
    assert tree(root / "site") == tree(built / "site")


def test_new_makes_a_site_that_builds(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "new")]) == 0

    done = run(tmp_path / "new", "site", "--as-of", "2024-06-01")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "new/site/countries/no/index.html").is_file()


def test_new_refuses_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    assert main(["new", str(tmp_path)]) == 1


def test_a_page_of_nobody_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("mine")

    with pytest.raises(ProblemsError, match="foreign-file"):
        sync([Output("index.md", b"ours")], tmp_path / "docs", tmp_path / "ledger.json")
    assert (tmp_path / "docs/index.md").read_text() == "mine"


def test_what_is_no_longer_made_is_deleted_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    folder, ledger = tmp_path / "docs", tmp_path / "ledger.json"
    sync([Output("a/x.md", b"1"), Output("y.md", b"2")], folder, ledger)
    (folder / ".mine").write_text("mine")

    changes = sync([Output("y.md", b"2")], folder, ledger)

    assert changes.deleted == ("a/x.md",)
    assert tree(folder) == {".mine": b"mine", "y.md": b"2"}


def test_a_file_of_somebody_else_is_named_before_it_is_published(tmp_path: Path) -> None:
    folder, ledger = tmp_path / "docs", tmp_path / "ledger.json"
    sync([Output("y.md", b"2")], folder, ledger)
    (folder / "mine.md").write_text("mine")

    with pytest.raises(ProblemsError, match=r"mine.md: error: .* would be published"):
        sync([Output("y.md", b"3")], folder, ledger)
    assert tree(folder) == {"mine.md": b"mine", "y.md": b"2"}


@pytest.mark.parametrize("paths", [("A.md", "a.md"), ("con.md",), ("../x.md",), ("a b.md",)])
def test_paths_that_some_disk_cannot_hold_are_refused(paths: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(ProblemsError):
        sync([Output(path, b"") for path in paths], tmp_path / "docs", tmp_path / "ledger.json")


def test_the_swap_leaves_the_old_tree_in_the_other_place(tmp_path: Path) -> None:
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "is").write_text(name)

    swap(tmp_path / "new", tmp_path / "old")

    assert (tmp_path / "old/is").read_text() == "new"


@pytest.mark.parametrize("cached", [False, True])
def test_altered_words_in_a_finished_page_are_found(cached: bool, site: Path) -> None:  # noqa: FBT001 - a parameter
    briefing = build(Run(root=site, as_of=DAY)).briefing
    cache = Cache(site / MARKS) if cached else None
    assert list(verify(site / "site", briefing, cache)) == []
    page = site / "site/sources/afp-2024-03-06-japan/index.html"
    _replace(page, "AUKUS was established in 2021", "AUKUS was established in 2022")

    codes = {problem.code for problem in verify(site / "site", briefing, cache)}

    assert codes == {"words-altered", "words-missing"}


def test_every_sentence_is_a_passage_or_named_as_not_shown(site: Path) -> None:
    briefing = build(Run(root=site, as_of=DAY)).briefing
    article = briefing.corpus.articles["afp-2024-03-06-japan"]
    passages = briefing.corpus.passages[article.id]

    read = "".join(article.text[passage.span.start : passage.span.end] for passage in passages)
    assert "".join(read.split()) == "".join(article.text.split())
    page = (site / "build/docs/sources/afp-2024-03-06-japan.md").read_text()
    shown = page.count(" .passage }")
    assert shown == len(passages) or f"{len(passages) - shown} passages are not shown" in page


def test_pages_show_no_more_of_an_article_than_its_share(site: Path) -> None:
    briefing = build(Run(root=site, as_of=DAY)).briefing
    for article in briefing.corpus.articles.values():
        shown = sum(span.end - span.start for span in briefing.shown[article.id])
        assert shown <= (article.excerpt_share or briefing.site.excerpt_share) * len(article.text)


def test_countries_pillars_and_topics_of_the_article_have_pages(built: Path) -> None:
    for page in ("au", "gb", "us", "jp", "nz", "kr"):
        assert (built / f"site/countries/{page}/index.html").is_file()
    for page in ("pillars/pillar-1", "pillars/pillar-2", "topics/ai-cyber-quantum", "topics/undersea-drones"):
        assert (built / f"site/{page}/index.html").is_file()
    for page in (
        "timeline",
        "outlook",
        "sources",
        "register",
        "method",
        "data",
        "topics/hypersonic",
        "retired/id-my-arms-race-2021",
    ):
        assert (built / f"site/{page}/index.html").is_file()


def test_the_evidence_file_gives_the_exact_words(built: Path) -> None:
    body = run(built, "read", str(built / "seeds/000_b8fdf8c8bcfd0545.txt"), "--body").stdout.removesuffix("\n")
    matched = json.loads((built / "site/data/evidence.json").read_text())["matched"]

    assert matched
    for entry in matched:
        for span in entry["spans"]:
            assert body[span["start"] : span["end"]] == span["words"]


def test_reading_gives_exact_offsets_and_resolved_dates(built: Path) -> None:
    found = json.loads(run(built, "read", str(built / "seeds/000_b8fdf8c8bcfd0545.txt")).stdout)
    dates = {found["text"][d["start"] : d["end"]]: d["edtf"] for s in found["sentences"] for d in s["dates"]}

    assert all(found["text"][s["start"] : s["end"]] == s["text"] for s in found["sentences"])
    assert {m["id"] for s in found["sentences"] for m in s["countries"]} == {"AU", "GB", "US", "JP", "NZ", "KR"}
    assert dates == {
        "Wednesday": "2024-03-06",
        "2021": "2021",
        "next month": "2024-04",
        "Saturday": "2024-03-02",
        "last year": "2023",
        "February": "2024-02",
    }


@pytest.mark.parametrize(("form", "begin"), [("text", ""), ("json", "["), ("github", "::warning file=content/")])
def test_check_reports_in_every_form_and_writes_nothing(form: str, begin: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path / "root")

    done = run(root, "check", "--as-of", AS_OF, "--format", form)

    assert done.returncode == 0
    assert done.stdout.startswith(begin)
    assert not (root / "build").exists()


def test_schema_prints_a_schema_for_every_kind_of_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0

    schemas = json.loads(capsys.readouterr().out)
    assert set(schemas) == {kind.name for kind in KINDS}


def test_the_published_script_repeats_the_comparison_with_python_alone(built: Path, tmp_path: Path) -> None:
    script, evidence = built / "site/assets/verify_evidence.py", built / "site/data/evidence.json"
    command = [sys.executable, "-I", "-S", str(script), str(evidence)]

    good = subprocess.run([*command, str(built / "seeds")], capture_output=True, text=True, check=False)
    body = run(built, "read", str(built / "seeds/000_b8fdf8c8bcfd0545.txt"), "--body").stdout
    (tmp_path / "body.txt").write_text(body)
    from_body = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=False)
    (tmp_path / "body.txt").write_text(body.replace("2021", "2022"))
    spoilt = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=False)

    assert (good.returncode, from_body.returncode, spoilt.returncode) == (0, 0, 1), good.stderr
    assert "quotations compared, 0 problems" in good.stdout
