"""What changed: cases of two versions, real repositories, feeds as a reader reads them, `diff`, marks in a browser."""

import functools
import json
import os
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import feedparser
import jsonschema
import pytest
import yaml
from playwright.sync_api import Browser, expect

from generator.build import build, gather
from generator.cache import Cache
from generator.changes.difference import difference
from generator.changes.past import tell
from generator.changes.snapshot import snapshot
from generator.diagnostics import has_errors
from generator.exports.feeds import MOST, MOST_OF_A_SUBJECT
from generator.history import lay_out, read_history
from generator.model.changes import Change, Changelog, Snapshot
from generator.run import Commit, History, Run
from generator.stamp import inputs_of
from tests.helpers import PROJECT, copy_site, run, write_files

CASES = PROJECT / "tests" / "changes"
BASE: dict[str, str] = yaml.safe_load((CASES / "_base.yml").read_text())
FACT = """\
- id: {id}
  statement: {statement}
  countries: ['NO']
  kind: event
  date: 2024-05-02
  attribution: The wire
  evidence:
    - source: wire
      quote: The pact was signed in Oslo
"""
FACTS = "content/facts/a.yml"


def _version(root: Path, files: dict[str, str], day: date) -> tuple[Snapshot, bool]:
    """Give a version of the site, and whether anything in its files is wrong."""
    write_files(root, BASE | files)
    briefing, problems = gather(Run(root=root, as_of=day, keep_going=True), keep=False)
    return snapshot(briefing), has_errors(problems)


def _line(change: Change) -> str:
    parts = (("before", change.before), ("now", change.now), ("by", ", ".join(change.by)), ("reason", change.reason))
    beside = "".join(f" | {label}: {words}" for label, words in parts if words)
    return f"{change.day} {change.label}: {change.name} [{change.about}]{beside}"


@pytest.mark.parametrize("path", sorted(CASES.glob("[!_]*.yml")), ids=lambda path: path.stem)
def test_changes_are_told_in_statements(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = yaml.safe_load(path.read_text())
    both, days = case.get("both", {}), case.get("days", [date(2024, 6, 1), date(2024, 6, 2)])
    before, wrong = _version(tmp_path / "before", both | case["before"], days[0])
    assert not wrong
    after, wrong = _version(tmp_path / "after", both | case["after"], days[1])
    assert wrong == case.get("wrong", False)

    found = [_line(change) for change in difference(before, after)]

    if request.config.getoption("--bless"):
        head = path.read_text().rpartition("\nchanges:")[0]
        path.write_text(f"{head}\n" + yaml.safe_dump({"changes": found}, allow_unicode=True, width=1000))
    assert found == case["changes"]
    assert difference(after, after) == ()


class Repository:
    """A small site in a repository whose commits are of days that a test names."""

    def __init__(self, root: Path) -> None:
        self.root = root
        engine = {"mkdocs.yml": (PROJECT / "mkdocs.yml").read_text()}
        write_files(root, BASE | engine | {FACTS: FACT.format(id="signed", statement="Two ministers signed the pact.")})
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("2024-06-01")

    def git(self, *arguments: str, day: str = "2024-06-01", given: str | None = None) -> str:
        """Run git as the desk would on a day, just before midnight in UTC, where it is the next day already."""
        identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
        moment = f"{day}T23:59:00+00:00"
        settings = os.environ | {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment, "TZ": "Pacific/Auckland"}
        command = ["git", "-C", str(self.root), *identity, *arguments]
        done = subprocess.run(command, env=settings, input=given, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def commit(self, day: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change", day=day)

    def write(self, **statements: str) -> None:
        text = "".join(FACT.format(id=name.replace("_", "-"), statement=words) for name, words in statements.items())
        write_files(self.root, {FACTS: text})

    def run(self, as_of: str) -> Run:
        return Run(root=self.root, as_of=date.fromisoformat(as_of), history=read_history(self.root))

    def changes(self, as_of: str) -> list[str]:
        log = build(self.run(as_of)).briefing.changes
        assert log is not None
        return [f"{change.day} {change.kind} {change.about}" for change in log.entries if change.kind != "counts"]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "root")


def test_each_change_is_of_the_day_of_its_commit_and_what_is_not_committed_of_the_day_of_the_marks(
    repository: Repository,
) -> None:
    repository.write(signed="Ministers signed the pact.")
    repository.commit("2024-06-03")
    repository.write(signed="Ministers signed the pact.", oslo="It was in Oslo.")

    assert repository.changes("2024-06-09") == ["2024-06-09 added oslo", "2024-06-03 reworded signed"]


def test_what_was_undone_on_the_same_day_is_not_told(repository: Repository) -> None:
    repository.write(signed="Two ministers signed the pakt.")
    repository.commit("2024-06-03")
    repository.write(signed="Two ministers signed the pact.")
    repository.commit("2024-06-03")

    assert repository.changes("2024-06-09") == []


def test_templates_settings_and_moved_or_renamed_files_make_no_entry(repository: Repository) -> None:
    (repository.root / FACTS).rename(repository.root / "content/facts/moved.yml")
    (repository.root / "content/countries/no.yml").rename(repository.root / "content/countries/norway.yml")
    copy_site(repository.root / "other")
    (repository.root / "other/templates").rename(repository.root / "templates")
    with (repository.root / "templates/home.md.jinja").open("a") as home:
        home.write("More words.")
    repository.commit("2024-06-03")

    assert repository.changes("2024-06-09") == []


def test_the_changes_of_a_commit_with_errors_come_with_the_next_good_one(repository: Repository) -> None:
    repository.write(signed="Ministers signed the pact.")
    write_files(repository.root, {"content/facts/b.yml": "- no fact"})
    repository.commit("2024-06-03")
    (repository.root / "content/facts/b.yml").unlink()
    repository.commit("2024-06-05")

    assert repository.changes("2024-06-09") == ["2024-06-05 reworded signed"]


def test_a_branch_counts_on_the_day_on_which_it_was_merged(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "draft")
    repository.write(signed="Ministers signed the pact.")
    repository.commit("2024-06-03")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "draft", "--message", "Merge", day="2024-06-06")

    assert repository.changes("2024-06-09") == ["2024-06-06 reworded signed"]


def test_a_version_that_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    made: list[str] = []

    def make(commit: Commit, day: date) -> Snapshot:
        made.append(commit.name)
        return version(day)

    def version(day: date) -> Snapshot:
        return Snapshot(
            day=day, statements={}, gone={}, documents=frozenset(), summaries={}, cells={}, counts={"": {"x": day.day}}
        )

    def told(history: History, program: bytes) -> Changelog:
        return tell(history, version(date(2024, 6, 9)), make, Cache(tmp_path / "versions.sqlite"), program)

    commits = tuple(Commit(name=f"c{day}", day=date(2024, 6, day), held=f"h{day}") for day in (5, 4, 1))
    first = told(History(commits=commits), b"1")
    assert told(History(commits=commits), b"1") == first
    assert made == ["c1", "c4", "c5"]
    told(History(commits=commits), b"2")
    assert made == ["c1", "c4", "c5"] * 2


def test_a_commit_that_leaves_seeds_and_content_alone_changes_no_input(repository: Repository) -> None:
    before = inputs_of(repository.run("2024-06-09"), None)
    (repository.root / "README").write_text("x")
    repository.commit("2024-06-03")

    assert inputs_of(repository.run("2024-06-09"), None) == before


def test_committing_the_files_of_the_day_changes_no_input(repository: Repository) -> None:
    repository.write(signed="Two ministers signed the pact.", oslo="It was in Oslo.")
    before = inputs_of(repository.run("2024-06-09"), None)
    repository.commit("2024-06-09")

    assert inputs_of(repository.run("2024-06-09"), None) == before


def test_a_clock_that_went_wrong_dates_no_commit_after_the_next() -> None:
    days = (date(2024, 6, 5), date(2031, 1, 1), date(2024, 6, 1))
    history = History(commits=tuple(Commit(name=str(n), day=day, held=str(n)) for n, day in enumerate(days)))

    assert [day for day, _ in history.before(date(2024, 6, 9))] == [date(2024, 6, 1), date(2024, 6, 5)]
    assert [commit.name for commit in history.before(date(2024, 6, 9))[-1][1]] == ["0", "1"]


def test_links_and_names_that_lead_out_of_the_folder_are_not_laid_out(repository: Repository, tmp_path: Path) -> None:
    (repository.root / "content/link.yml").symlink_to("/etc/hostname")
    repository.commit("2024-06-02")
    blob = repository.git("hash-object", "-w", "--stdin", given="x")
    inner = repository.git("mktree", given=f"100644 blob {blob}\tout\n")
    content = repository.git("mktree", given=f"040000 tree {inner}\t..\n100644 blob {blob}\tin.yml\n")
    tree = repository.git("mktree", given=f"040000 tree {content}\tcontent\n")

    lay_out(repository.root, "HEAD", tmp_path / "one")
    lay_out(repository.root, tree, tmp_path / "two")

    assert not (tmp_path / "one/content/link.yml").exists()
    assert (tmp_path / "one" / FACTS).read_bytes() == (repository.root / FACTS).read_bytes()
    assert [path.name for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes() == b"x"] == ["in.yml"]


def test_a_commit_whose_files_git_does_not_have_is_left_out(repository: Repository) -> None:
    lost = repository.git("rev-parse", f"HEAD:{FACTS}")
    repository.write(signed="Ministers signed the pact.")
    repository.commit("2024-06-03")
    history = repository.run("2024-06-09")
    (repository.root / ".git/objects" / lost[:2] / lost[2:]).unlink()

    log = build(history).briefing.changes

    assert log is not None
    assert (log.since, log.entries) == (date(2024, 6, 3), ())


def test_without_a_history_the_page_says_so_and_the_feed_is_empty(tmp_path: Path) -> None:
    write_files(tmp_path, BASE | {FACTS: FACT.format(id="signed", statement="Two ministers signed the pact.")})
    build(Run(root=tmp_path, as_of=date(2024, 6, 9)))

    assert "The history of the files was not at hand" in (tmp_path / "build/docs/changes.md").read_text()
    feed = feedparser.parse(tmp_path / "build/docs/changes.atom")
    assert (feed.bozo, feed.entries) == (False, [])


def test_a_page_tells_the_words_of_a_statement_once_and_those_of_a_reworded_one_before_and_after(
    repository: Repository,
) -> None:
    repository.write(signed="Two ministers signed the pact.", oslo="It was in Oslo.")
    repository.commit("2024-06-03")
    repository.write(signed="Ministers signed the pact.", oslo="It was in Oslo.")
    with (repository.root / FACTS).open("a") as facts:
        facts.write("  corrections:\n    - {date: 2024-06-04, reason: Sure of the place.}\n  confidence: medium\n")
    build(repository.run("2024-06-09"))

    for page in ("changes.md", "countries/no/changes.md"):
        text = (repository.root / "build/docs" / page).read_text()
        assert text.count("It was in Oslo.") == 1
        assert text.count("Two ministers signed the pact.") == 1
        assert "<ins>Ministers signed the pact.</ins>" in text
        assert "Reason: Sure of the place." in text
        assert "[statement of 2 May 2024" in text


def test_a_feed_reader_gets_the_newest_entries_with_ids_that_stay(repository: Repository) -> None:
    repository.write(signed="Ministers <signed> the pact & left.", **{f"other_{n}": f"Other {n}." for n in range(60)})
    repository.commit("2024-06-03")
    feeds = []
    for as_of in ("2024-06-03", "2024-06-04"):
        build(repository.run(as_of))
        feeds.append(feedparser.parse(repository.root / "build/docs/countries/no/changes.atom"))

    first, second = feeds
    assert not first.bozo
    assert first.feed.id == "https://example.org/pact/countries/no/changes.atom"
    assert len(first.entries) == MOST_OF_A_SUBJECT
    assert len(feedparser.parse(repository.root / "build/docs/changes.atom").entries) == MOST
    assert [entry.id for entry in first.entries] == [entry.id for entry in second.entries]
    assert len({entry.id for entry in first.entries}) == MOST_OF_A_SUBJECT
    entry = first.entries[0]
    assert entry.id == "tag:example.org,2024-06-03:/pact/changes/2024-06-03-reworded-signed"
    assert entry.title == "Reworded: Ministers <signed> the pact & left."
    assert entry.link == "https://example.org/pact/register/#signed"
    assert entry.updated == "2024-06-03T00:00:00Z"
    assert entry.content[0].value == "<p>Before: Two ministers signed the pact.</p>"


@pytest.mark.parametrize("page", ["", "countries/no/"])
def test_the_json_feed_follows_its_specification_and_has_the_entries_of_the_other(
    page: str, repository: Repository
) -> None:
    repository.write(signed="Ministers <signed> the pact & left.", oslo="It was in Oslo.")
    repository.commit("2024-06-03")
    build(repository.run("2024-06-03"))
    feed = json.loads((repository.root / f"build/docs/{page}changes.json").read_text())
    atom = feedparser.parse(repository.root / f"build/docs/{page}changes.atom")

    schema = json.loads((PROJECT / "tests/json-feed.json").read_text())
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(feed)
    assert feed["feed_url"] == f"https://example.org/pact/{page}changes.json"
    assert [(item["id"], item["url"], item["date_published"]) for item in feed["items"]] == [
        (entry.id, entry.link, entry.updated) for entry in atom.entries
    ]
    assert [item["content_text"].partition("\n")[0] for item in feed["items"]] == [e.title for e in atom.entries]
    assert feed["items"][0]["content_text"] == (
        "Reworded: Ministers <signed> the pact & left.\nBefore: Two ministers signed the pact."
    )


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_diff_says_what_readers_will_see_in_every_form(form: str, repository: Repository) -> None:
    repository.write(signed="Ministers_signed the *pact*.")

    done = run(repository.root, "diff", "HEAD", "--as-of", "2024-06-09", "--format", form)

    assert done.returncode == 0, done.stderr
    if form == "json":
        document = json.loads(done.stdout)
        assert [(change["kind"], change["about"]) for change in document["changes"]] == [("reworded", "signed")]
        assert {"/register/", "/countries/no/"} <= set(document["pages"])
        assert "/outlook/" not in document["pages"]
    else:
        assert "1 change in what is said" in done.stdout
        assert "Reworded" in done.stdout
        assert "No reason is given" in done.stdout
        assert ("Ministers_signed the *pact*." in done.stdout) == (form == "text")


def test_diff_of_two_commits_without_a_change_finds_none(repository: Repository) -> None:
    done = run(repository.root, "diff", "HEAD", "main", "--as-of", "2024-06-09")

    assert done.returncode == 0
    assert "no changes in what is said, no pages read differently" in done.stdout


def test_diff_names_a_statement_that_loses_its_only_support(repository: Repository) -> None:
    (repository.root / "seeds/wire.txt").unlink()
    (repository.root / "seeds/wire.txt.yml").unlink()

    done = run(repository.root, "diff", "HEAD", "--as-of", "2024-06-09")

    assert "Lost its only support: Two ministers signed the pact. [signed]" in done.stdout
    assert "[unknown-id]" in done.stderr
    assert done.returncode == 1


def test_diff_compares_nothing_where_more_than_a_statement_is_wrong(repository: Repository) -> None:
    write_files(
        repository.root,
        {"content/countries/no.yml": "{id: 'NO', name: Norway, questions: [{question: Why?, facts: [x]}]}"},
    )

    done = run(repository.root, "diff", "HEAD", "--as-of", "2024-06-09")

    assert done.returncode == 1
    assert done.stdout == ""
    assert "content/countries/no.yml:1:" in done.stderr


def test_diff_refuses_what_git_does_not_know(repository: Repository) -> None:
    done = run(repository.root, "diff", "no-such-branch")

    assert done.returncode == 2
    assert "git knows no commit 'no-such-branch'" in done.stderr


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(repository: Repository) -> Iterator[str]:
    """Serve the finished site of the repository on loopback."""
    repository.write(signed="Ministers signed the pact.")
    done = run(repository.root, "site", "--as-of", "2024-06-03")
    assert done.returncode == 0, done.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(repository.root / "site")))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.browser
def test_what_is_new_since_the_last_visit_is_marked_in_this_browser_alone(
    browser: Browser, served: str, repository: Repository
) -> None:
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.method} {request.url}"))
    feed = page.locator("link[type='application/atom+xml']")

    page.clock.set_fixed_time("2024-06-03T10:00:00Z")
    page.goto(f"{served}countries/no/changes/")
    expect(page.locator(".visit")).to_contain_text("On your next visit")
    expect(page.locator(".fresh")).to_have_count(0)
    assert [link.get_attribute("href") for link in feed.all()] == ["../changes.atom", "../../../changes.atom"]
    feed = page.locator("link[type='application/feed+json']")
    assert [link.get_attribute("href") for link in feed.all()] == ["../changes.json", "../../../changes.json"]

    repository.write(signed="Ministers signed the pact.", oslo="It was in Oslo.")
    assert run(repository.root, "site", "--as-of", "2024-06-04").returncode == 0
    page.clock.set_fixed_time("2024-06-05T10:00:00Z")
    for _ in range(2):  # what is new stays so until another day
        page.goto(f"{served}countries/no/changes/")
        expect(page.locator(".visit")).to_contain_text("new since your last visit on 3 June 2024")
        expect(page.locator(".change:has(.fresh)")).to_contain_text(["It was in Oslo."])

    page.get_by_role("button", name="Forget my visits").click()
    expect(page.locator(".fresh")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('visit'))") == []
    assert all(request.startswith(f"GET {served}") for request in requests)
    context.close()
