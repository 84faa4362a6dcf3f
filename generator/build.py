"""The whole way from seeds and content to `build/docs`, as one function read from top to bottom."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.analysis import analyse
from generator.assembly import assemble
from generator.checks import run_checks
from generator.checks.check import Material
from generator.diagnostics import Diagnostic, has_errors
from generator.exports import all_exports
from generator.loading import load_content
from generator.model import Briefing, History
from generator.outputs import Changes, Output, sync
from generator.pages import all_pages
from generator.reading import find_seeds, read_articles
from generator.rendering import assets, render

PROJECT = Path(__file__).resolve().parent.parent


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
        passages = sum(len(found) for found in corpus.passages.values())
        waiting = len(self.briefing.unused_passages())
        return (
            f"{len(corpus.articles)} articles read, {passages} passages, {waiting} await a fact\n"
            f"{len(self.briefing.facts)} statements, {len(self.briefing.withheld)} withheld\n"
            f"{len(changes.written)} files written, {len(changes.deleted)} deleted, {changes.kept} unchanged\n"
        )


def build(root: Path, as_of: date, history: History | None) -> Result:
    """Read, check and render; write only when nothing is wrong.

    `history` is None where the repository's past is not at hand; then no vanished id can be noticed.

    Raises:
        ProblemsError: the site's own settings are missing or wrong, or a file of somebody else's is in the way.
    """
    briefing, problems = gather(root, as_of, history)
    if has_errors(problems):
        return Result(briefing=briefing, problems=problems, changes=None)
    templates = templates_of(root)
    outputs = [*render(all_pages(briefing), templates), *all_exports(briefing), *assets(templates)]
    changes = sync(outputs, root / "build" / "docs", root / "build" / "docs.json")
    sync(_theme(templates), root / "build" / "theme", root / "build" / "theme.json")
    return Result(briefing=briefing, problems=problems, changes=changes)


def gather(root: Path, as_of: date, history: History | None) -> tuple[Briefing, tuple[Diagnostic, ...]]:
    """Make the briefing and give every problem, in the order of their places; writes nothing."""
    content, problems = load_content(root)
    articles, unread = read_articles(find_seeds(root))
    corpus = analyse(articles, content.vocabulary())
    assembled = assemble(content, corpus, as_of, history_known=history is not None)
    material = Material(content=content, briefing=assembled.briefing, history=history)
    found = {*problems, *unread, *assembled.problems, *run_checks(material)}
    return assembled.briefing, tuple(sorted(found))


def templates_of(root: Path) -> Path:
    """Give the root's own templates, or this project's where it has none."""
    own = root / "templates"
    return own if own.is_dir() else PROJECT / "templates"


def _theme(templates: Path) -> list[Output]:
    folder = templates / "theme"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [Output(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files]
