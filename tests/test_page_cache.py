"""The page cache: after whatever changed, the same bytes as from MkDocs alone, and nothing made again without need."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.structure.pages import Page

from generator.build import build
from generator.engine import PAGES, Engine, EngineError, cuts, page_cache
from generator.engine.searching import Entries, entries
from generator.engine.sections import Section, rendered
from generator.run import Run
from generator.site import engine_settings
from generator.starter import make_new
from tests.helpers import AS_OF, PROJECT, run, sampled, tree
from tests.serving import ADDRESS

SETTINGS = {"SITE_NAME": "Tiny", "SOURCE_DATE_EPOCH": "1717200000", "NO_MKDOCS_2_WARNING": "1"}
NORWAY, HOME = "build/docs/countries/no.md", "build/docs/index.md"
PARAGRAPHS = "".join(f"\n\nParagraph {number} of many.\n{{: #p{number} }}" for number in range(200))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of `new` with its pages as Markdown, and what the engine kept of them."""
    root = tmp_path_factory.mktemp("tiny") / "root"
    make_new(root)
    build(Run(root=root, as_of=date(2024, 6, 1)))
    _append(root / HOME, PARAGRAPHS)
    _replace(root / "mkdocs.yml", "  - Timeline: timeline.md", "  - timeline.md")  # named by its own title
    Engine(root).build(root / "site", SETTINGS)
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """Give a copy that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "root"))


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text().rstrip("\n") + text + "\n")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def _overwrite(path: Path, text: str) -> None:
    path.write_text(text)


def _plain(root: Path, environment: dict[str, str] = SETTINGS) -> dict[str, bytes]:
    """Give the site as MkDocs makes it by itself."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "plain"]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return tree(root / "plain")


def _cached(root: Path) -> dict[str, bytes]:
    Engine(root).build(root / "site", SETTINGS)
    return tree(root / "site")


def _flip_a_bit(root: Path) -> None:
    with closing(sqlite3.connect(root / PAGES)) as connection, connection:
        rows = connection.execute("SELECT key, value FROM results").fetchall()
        for key, value in rows:
            place = len(value) // 2
            spoilt = value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
            connection.execute("UPDATE results SET value = ? WHERE key = ?", (spoilt, key))


def _rename(root: Path) -> None:
    (root / NORWAY).rename(root / "build/docs/countries/nor.md")
    for page in (root / "build/docs").rglob("*.md"):
        page.write_text(page.read_text().replace("countries/no.md", "countries/nor.md").replace("(no.md", "(nor.md"))


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _: None,
    "a fact": lambda root: _replace(root / HOME, "Paragraph 7 of many", "Paragraph seven of many"),
    "a heading": lambda root: _append(root / HOME, "\n\n## More\n\nWords."),
    "headings that stand twice": lambda root: _append(root / HOME, "\n\n## Again\n\nWords.\n\n## Again\n\nWords."),
    "a title": lambda root: _replace(root / "build/docs/timeline.md", 'title: "Timeline"', 'title: "Days"'),
    "a title in the navigation": lambda root: _replace(root / "mkdocs.yml", "Outlook:", "Ahead:"),
    "a description": lambda root: _replace(root / NORWAY, "description: ", "description: Of "),
    "a page that moved": _rename,
    "a setting of the theme": lambda root: _replace(root / "mkdocs.yml", "    - navigation.top\n", ""),
    "a setting of Markdown": lambda root: _replace(root / "mkdocs.yml", "permalink: false", "permalink: true"),
    "an override": lambda root: _replace(root / "build/theme/page.html", "no-referrer", "same-origin"),
    "a style sheet": lambda root: _append(root / "build/docs/assets/briefing.css", "\nbody { margin: 0 }"),
    "a flipped bit in the cache": _flip_a_bit,
    "a cache that is none": lambda root: _overwrite(root / PAGES, "no database"),
}


@pytest.mark.parametrize("change", sampled(CHANGES, 2))
def test_the_site_is_the_one_of_mkdocs_alone_after_a_change_of(change: str, root: Path) -> None:
    CHANGES[change](root)

    assert _cached(root) == _plain(root)


def test_a_page_that_is_gone_leaves_nothing_behind(root: Path) -> None:
    (root / "build/docs/retired").mkdir(exist_ok=True)
    (root / "build/docs/retired/more.md").write_text("# More\n")
    assert "retired/more/index.html" in _cached(root)
    (root / "build/docs/retired/more.md").unlink()

    site = _cached(root)

    assert "retired/more/index.html" not in site
    with closing(sqlite3.connect(root / PAGES)) as connection:
        kept = connection.execute("SELECT count(*) FROM results").fetchone()[0]
    assert kept == len(list((root / "build/docs").rglob("*.md")))
    assert site == _plain(root)


def test_without_the_cache_the_engine_is_mkdocs(root: Path) -> None:
    Engine(root, page_cache=False).build(root / "site", SETTINGS)

    assert tree(root / "site") == _plain(root)


@pytest.mark.parametrize("line", ["  - admonition", "hooks: [hook.py]"])
def test_the_cache_stands_aside_where_it_does_not_know_what_pages_depend_on(line: str, root: Path) -> None:
    (root / "hook.py").write_text("def on_page_content(html, **_):\n    return html + 'from a hook'\n")
    anchor = "  - attr_list\n"
    _replace(root / "mkdocs.yml", anchor, f"{anchor}{line}\n" if line.startswith(" ") else anchor)
    if not line.startswith(" "):
        _append(root / "mkdocs.yml", f"\n{line}")
    _append(root / HOME, "\n\n!!! note\n    Words.")

    assert _cached(root) == _plain(root)


def test_the_project_s_own_site_is_the_one_of_mkdocs_alone(built: Path, tmp_path: Path) -> None:
    root = shutil.copytree(built, tmp_path / "root")
    briefing = build(Run(root=root, as_of=date.fromisoformat(AS_OF))).briefing

    plain = _plain(root, engine_settings(briefing, ADDRESS))
    finished = tree(built / "site")
    assert plain == {path: data for path, data in finished.items() if path in plain}


def test_what_did_not_change_is_not_made_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces: list[str] = []
    applied: list[str] = []

    def noting(page: Page, text: str, *rest: object) -> Section:
        pieces.append(text)
        return rendered(page, text, *rest)  # type: ignore[arg-type]

    def indexing(page: Page, *rest: object) -> Entries:
        applied.append(page.file.src_uri)
        return entries(page, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(page_cache, "rendered", noting)
    monkeypatch.setattr(page_cache, "entries", indexing)

    _cached(root)
    assert (pieces, applied) == ([], [])

    _replace(root / HOME, "Paragraph 7 of many", "Paragraph seven of many")
    _cached(root)
    assert [text for text in pieces if "Paragraph seven" not in text] == []
    assert sum(map(len, pieces)) < len(PARAGRAPHS) / 2
    assert applied == ["index.md"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (
            lambda root: _replace(root / HOME, "{: #p7 }", "{: #p7-once }"),
            "countries/no.md' contains a link '../index.md#p7'",
        ),
        (lambda root: (root / "build/docs/gone.md").unlink(), "countries/no.md' contains a link '../gone.md'"),
    ],
    ids=["an anchor", "a page"],
)
def test_a_link_breaks_when_its_target_goes_though_its_own_page_is_kept(
    spoil: Callable[[Path], None], words: str, root: Path
) -> None:
    (root / "build/docs/gone.md").write_text("# Gone soon\n")
    _replace(root / "mkdocs.yml", "  /retired/\n", "  /retired/\n  /gone.md\n")
    _append(root / NORWAY, "\n\nSee [seven](../index.md#p7) and [the page](../gone.md).")
    engine = Engine(root)
    engine.build(root / "site", SETTINGS)
    spoil(root)

    for again in (engine, engine, Engine(root)):
        with pytest.raises(EngineError) as refused:
            again.build(root / "site", SETTINGS)
        assert words in refused.value.problems[0].message
        assert refused.value.problems[0].location.path == NORWAY


def test_a_broken_link_fails_whichever_process_renders_it(root: Path) -> None:
    (root / PAGES).unlink()
    for page in (HOME, NORWAY):
        _append(root / page, "".join(f"\n\n## Part {number}\n\n[broken](none-{number}.md)" for number in range(9)))
    script = (
        "import sys; from pathlib import Path; from generator.engine import Engine, EngineError\n"
        f"try: Engine(Path(sys.argv[1]), jobs=2).build(Path(sys.argv[1], 'site'), {SETTINGS!r})\n"
        "except EngineError as trouble: print(len(trouble.problems))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(root)], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["18"]


LINES = (
    *("# Head", "## Two {: #two }", "Words.", "Other *words* of\nmore lines", '<span class="date">May</span> words'),
    *("- item", "1. one", "    indented", "{: #one .c }", "| a | b |\n| - | - |\n| 1 | 2 |", "> quoted", "***", "---"),
    *(
        '<details class="o" markdown="1">',
        "</details>",
        "<summary>S</summary>",
        "<div>",
        "</div>",
        "<p>x",
        "<hr>",
        "<br>",
    ),
    *(
        'a <span title="x',
        'y">z',
        "`",
        "``",
        "code `<div>` in",
        "&amp; &lt;b&gt;",
        "**b",
        "[l](x.md)",
        "[l][r]",
        "[r]: x.md",
    ),
    *(
        "```",
        "~~~",
        "<!-- c",
        "-->",
        "<b",
        "a < b > c",
        "\\<div>",
        "x</span>",
        "<script>",
        "</script>",
        "word\\",
        "  ",
        "",
        "",
    ),
)
"""What makes Markdown hard to cut; many mean something beyond their line."""


def _html(text: str) -> str:
    made = markdown.Markdown(extensions=sorted(page_cache.EXTENSIONS), extension_configs={"toc": {"toc_depth": 2}})
    return str(made.convert(text))


@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n\n".join) | st.lists(st.sampled_from(LINES)).map("\n".join))
@example("```\n\n# Head\n\n```")
@example("[l][r]\n\n# Head\n\n[r]: x.md")
@example("<!-- c\n\n# Head\n\n-->")
@example("<div>\n\n# Head\n\n</div>\n\n# Other")
@example('<details markdown="1">\n\n# Head\n\n</details>')
@settings(deadline=None, max_examples=300)
def test_sections_give_the_html_of_the_whole(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cuts, "_PARAGRAPHS_IN_A_SECTION", 1)
        pieces = cuts.cut(text)
    parts = [html for piece in pieces if (html := _html(piece))]
    ids = [word for word in "\n".join(parts).split() if word.startswith("id=")]

    assert "\n\n".join(pieces) == text
    if len(ids) == len(set(ids)):
        assert "\n".join(parts) == _html(text)


NAMES = ("index", "one", "two/index", "two/three")
BLOCKS = st.sampled_from(
    (
        *(
            "## Head",
            "## Head {: #own }",
            "# Title",
            "Words.",
            "Other words.\n{: #at }",
            "- item",
            "",
            "```\n\n# no\n\n```",
        ),
        *(f"[to](/{name}.md)".replace("(/", "(") for name in NAMES),
        *(f"[to]({name}.md#{anchor})" for name in NAMES for anchor in ("head", "own", "at")),
    )
)
PAGES_OF_SITE = st.dictionaries(
    st.sampled_from(NAMES),
    st.tuples(
        st.sampled_from(("", "---\ntitle: Other\n---\n", "---\nsearch: {exclude: true}\n---\n")),
        st.lists(BLOCKS, max_size=8),
    ),
)


def _outcome(engine: Engine, target: Path) -> object:
    try:
        engine.build(target, SETTINGS)
    except EngineError as refused:
        return refused.problems
    return tree(target)


def _edits_give_what_mkdocs_gives(made: Path, sites: list[dict[str, tuple[str, list[str]]]]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "mkdocs.yml").write_text((made / "mkdocs.yml").read_text().partition("nav:")[0] + _VALIDATION)
        shutil.copytree(made / "build/theme", root / "build/theme")
        cached = Engine(root)
        for pages in sites:
            shutil.rmtree(root / "build/docs", ignore_errors=True)
            for name, (front, blocks) in {"index": ("", []), **pages}.items():
                path = root / f"build/docs/{name}.md"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(front + "\n\n".join(blocks) + "\n")
            assert _outcome(cached, root / "site") == _outcome(Engine(root, page_cache=False), root / "plain")


_VALIDATION = "validation:\n  links: {anchors: warn}\n"


@given(st.lists(PAGES_OF_SITE, min_size=2, max_size=3))
@settings(deadline=None, max_examples=4)
def test_any_edits_give_what_mkdocs_gives(made: Path, sites: list[dict[str, tuple[str, list[str]]]]) -> None:
    _edits_give_what_mkdocs_gives(made, sites)


@pytest.mark.long
@given(st.lists(PAGES_OF_SITE, min_size=2, max_size=6))
@settings(deadline=None, max_examples=20)
def test_many_edits_give_what_mkdocs_gives(made: Path, sites: list[dict[str, tuple[str, list[str]]]]) -> None:
    _edits_give_what_mkdocs_gives(made, sites)


def test_what_mkdocs_refuses_is_named_at_each_run_and_the_site_stays(made: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(made, tmp_path / "root"))
    shutil.copy(PROJECT / "mkdocs.yml", root)
    assert run(root, "site", "--as-of", "2024-06-01").returncode == 0
    before = tree(root / "site")
    _replace(root / "mkdocs.yml", "data/index.md", "data/none.md")

    for _ in range(2):
        done = run(root, "site", "--as-of", "2024-06-01")

        assert done.returncode == 1
        assert "mkdocs.yml: error: MkDocs says: A reference to 'data/none.md'" in done.stderr
        assert tree(root / "site") == before
