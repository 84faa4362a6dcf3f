"""The whole way from seeds and content to `build/docs`, as one function read from top to bottom."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.assembly import assemble
from generator.cache import Cache
from generator.changes.editions import compared, read_editions
from generator.changes.past import tell
from generator.changes.snapshot import snapshot
from generator.checks import find_errors, run_checks
from generator.checks.check import Material
from generator.cluster import cluster
from generator.corpus import Bodies, Reader, Workers, read_bodies
from generator.diagnostics import Diagnostic, ProblemsError, has_errors
from generator.exports import all_exports
from generator.history import NoSuchCommitError, lay_out
from generator.loading import Content, load_content
from generator.model import Briefing, Corpus, HeldBack
from generator.model.changes import Snapshot
from generator.outputs import Changes, Output, sync
from generator.pages import all_pages
from generator.program import program
from generator.reading import find_seeds
from generator.rendering import PLAINLY, Work, assets, render
from generator.run import Commit, Run
from generator.withholding import Withheld
from generator.workplace import PAST

READINGS = "build/readings.sqlite"
"""What reading found, by seed, vocabulary and program; it may be deleted."""
VERSIONS = "build/versions.sqlite"
"""Past versions of the site, by day, commit and program; it may be deleted."""
EDITIONS = "build/editions.sqlite"
"""What frozen editions hold, by archive and program; it may be deleted."""
RENDERED = "build/rendered.json"
"""Of what each page in `build/docs` was made: what it shows, templates and program; it may be deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a build found and did; `changes` is None where errors kept it from writing."""

    briefing: Briefing
    problems: tuple[Diagnostic, ...]
    changes: Changes | None

    def summary(self) -> str | None:
        """Say in three lines what was read and written; None where nothing was."""
        if self.changes is None:
            return None
        corpus, changes = self.briefing.corpus, self.changes
        coverage = self.briefing.coverage.values()
        behind, shown, unused = (sum(getattr(c, key) for c in coverage) for key in ("behind", "shown", "unused"))
        return (
            f"{len(corpus.articles)} articles read, {behind + shown + unused} passages: {behind} behind statements, "
            f"{shown} shown and awaiting a fact, {unused} unused\n"
            f"{len(self.briefing.facts)} statements, {len(self.briefing.withheld)} withheld\n"
            f"{_named(self.briefing.held_back)}"
            f"{len(changes.written)} files written, {len(changes.deleted)} deleted, {changes.kept} unchanged\n"
        )


def _named(held: Iterable[HeldBack]) -> str:
    things = list(dict.fromkeys(f"{entry.kind} {entry.name}" for entry in held))
    return f"{len(things)} kept back until mended: {', '.join(things)}\n" if things else ""


def build(run: Run) -> Result:
    """Read, check and render; write only when nothing is wrong.

    Raises:
        ProblemsError: the site's own settings are missing or wrong, or a file of somebody else's is in the way.
    """
    briefing, problems = gather(run)
    accepted = {held.problem for held in briefing.held_back}
    if has_errors(problem for problem in problems if problem not in accepted):
        return Result(briefing=briefing, problems=problems, changes=None)
    briefing = with_changes(run, briefing)
    folder = run.root / "build"
    work = Work(folder=folder / "docs", ledger=run.root / RENDERED, program=program(), jobs=run.jobs)
    changes = write(briefing, run.templates, folder, work)
    return Result(briefing=briefing, problems=problems, changes=changes)


def write(briefing: Briefing, templates: Path, folder: Path, work: Work = PLAINLY) -> Changes:
    """Write what MkDocs makes the site from: pages and exports to `docs/` in the folder, the frame to `theme/`."""
    pages = render(all_pages(briefing), briefing, templates, work)
    changes = sync(chain(pages, all_exports(briefing), assets(templates)), folder / "docs", folder / "docs.json")
    sync(_theme(templates), folder / "theme", folder / "theme.json")
    return changes


def with_changes(run: Run, briefing: Briefing) -> Briefing:
    """Add to a briefing what changed up to it, where the repository's past is at hand."""
    if run.history is None or not run.history.commits:
        return briefing
    bodies: Bodies = {}

    def make(commit: Commit, day: date) -> Snapshot | None:
        try:
            with past_root(run.root, commit.name) as root:
                return gather_past(Run(root=root, as_of=day), bodies)
        except NoSuchCommitError:
            return None

    versions = Cache(run.root / VERSIONS)
    return replace(briefing, changes=tell(run.history, snapshot(briefing), make, versions, program()))


@contextmanager
def past_root(root: Path, commit: str, *, editions: bool = False) -> Iterator[Path]:
    """Give a folder with the seeds and the content of a commit, for a while; with frozen editions where asked for."""
    (root / "build").mkdir(exist_ok=True)
    with TemporaryDirectory(dir=root / "build", prefix=PAST) as folder:
        lay_out(root, commit, Path(folder), editions=editions)
        yield Path(folder)


def gather_past(run: Run, bodies: Bodies) -> Snapshot | None:
    """Give a past version of the site, None where its content has errors; articles are read and not analysed."""
    try:
        content, problems = load_content(run.root)
    except ProblemsError:
        return None
    corpus, unread = read_bodies(find_seeds(run.root), bodies)
    assembled = assemble(content, corpus, run.as_of)
    material = Material(content=content, briefing=assembled.briefing, history=None)
    if has_errors((*problems, *unread, *assembled.problems, *find_errors(material))):
        return None
    return snapshot(assembled.briefing)


def gather(run: Run, *, keep: bool = True) -> tuple[Briefing, tuple[Diagnostic, ...]]:
    """Make the briefing and give every problem, in the order of their places; writes the cache at most.

    What was read is kept for the next run unless `keep` is false.
    """
    content, problems = load_content(run.root)
    cache = Cache(run.root / READINGS, read_only=not keep)
    reader = Reader(vocabulary=content.vocabulary(), program=program(), cache=cache, workers=_workers(run))
    corpus, unread = reader.read(find_seeds(run.root))
    kept = Cache(run.root / EDITIONS, read_only=not keep)
    editions, troubles = read_editions(run.root, content.editions, kept, program())
    withheld = Withheld()
    while True:
        briefing, found = _judge(run, withheld.content(content), withheld.corpus(corpus))
        found |= {*problems, *unread, *troubles, *(held.problem for held in withheld.entries)}
        wider = withheld.with_those_of(sorted(found if run.keep_going else ()))
        if wider == withheld:
            briefing = replace(briefing, held_back=withheld.entries)
            return replace(briefing, editions=compared(editions, briefing)), tuple(sorted(found))
        withheld = wider


def _workers(run: Run) -> Workers | None:
    if run.cluster:
        return partial(cluster, run.cluster)
    return partial(ProcessPoolExecutor, run.jobs) if run.jobs > 1 else None


def _judge(run: Run, content: Content, corpus: Corpus) -> tuple[Briefing, set[Diagnostic]]:
    assembled = assemble(content, corpus, run.as_of, history_known=run.history is not None)
    material = Material(content=content, briefing=assembled.briefing, history=run.history)
    return assembled.briefing, {*assembled.problems, *run_checks(material)}


def _theme(templates: Path) -> list[Output]:
    folder = templates / "theme"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [Output(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files]
