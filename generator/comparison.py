"""Comparison: what readers will see differently between two states of seeds and content, before it is published."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal, TypeAlias

from generator import paths
from generator.build import gather, past_root
from generator.changes.difference import difference
from generator.changes.snapshot import snapshot
from generator.diagnostics import Diagnostic, ProblemsError, Severity, has_errors
from generator.exports.export import as_json
from generator.history import commit_named
from generator.markdown import escape
from generator.model import Briefing
from generator.model.changes import Change
from generator.pages import all_pages
from generator.pages.changes import concerns
from generator.rendering import render
from generator.run import Run

Form: TypeAlias = Literal["text", "json", "markdown"]
WORK_TREE: Final = "the files as they are"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two states of the site have between them."""

    before: str
    after: str
    """What the states are called."""
    changes: tuple[Change, ...]
    statements: Mapping[str, str]
    """The words of every statement of either, by id; the later ones where they differ."""
    pages: tuple[str, ...]
    """The addresses of all pages that read differently."""
    errors: tuple[Diagnostic, ...]
    """What is wrong with the later state; what is wrong by itself is compared as kept back."""


def compare(run: Run, revision: str, other: str | None = None) -> Comparison:
    """Compare a revision with another, or with the files as they are; both with the marks of one day.

    Raises:
        NoSuchCommitError: git knows no such revision.
        ProblemsError: something in one of the states is wrong that cannot be kept back by itself.
    """
    (old, _), (new, problems) = _state(run, revision), _state(run, other)
    before, after = _pages(old, run), _pages(new, run)
    return Comparison(
        before=revision,
        after=other or WORK_TREE,
        changes=tuple(c for c in difference(snapshot(old), snapshot(new)) if concerns(c, paths.HOME)),
        statements={fact.id: fact.statement for side in (old, new) for fact in side.facts.values()},
        pages=tuple(sorted(p for p in before.keys() | after.keys() if before.get(p) != after.get(p))),
        errors=tuple(problem for problem in problems if problem.severity is Severity.ERROR),
    )


def _state(run: Run, revision: str | None) -> tuple[Briefing, tuple[Diagnostic, ...]]:
    with ExitStack() as stack:
        root = run.root
        if revision is not None:
            root = stack.enter_context(past_root(root, commit_named(root, revision), editions=True))
        briefing, problems = gather(replace(run, root=root, keep_going=True), keep=False)
    accepted = {held.problem for held in briefing.held_back}
    if has_errors(problem for problem in problems if problem not in accepted):
        raise ProblemsError(problem for problem in problems if problem.severity is Severity.ERROR)
    return briefing, problems


def _pages(briefing: Briefing, run: Run) -> dict[str, bytes]:
    outputs = render(all_pages(briefing), briefing, run.templates)
    return {f"/{paths.address(output.path)}": output.data for output in outputs}


def shown(comparison: Comparison, form: Form) -> str:
    """Give a comparison for people, for programs, or for the summary of a pull request."""
    return {"text": _text, "json": _json, "markdown": _markdown}[form](comparison)


def _headline(comparison: Comparison) -> str:
    number, pages = len(comparison.changes), len(comparison.pages)
    changes = f"{number or 'no'} change{'s' * (number != 1)} in what is said"
    return f"{changes}, {pages or 'no'} page{'s' * (pages != 1)} read{'s' * (pages == 1)} differently"


def _lines(change: Change, comparison: Comparison) -> Iterator[str]:
    by = "; ".join(f"{comparison.statements.get(name, '')} [{name}]".strip() for name in change.by)
    for label, words in (("Before", change.before), ("Now", change.now), ("By", by), ("Reason", change.reason)):
        if words:
            yield f"{label}: {words}"
    if change.kind == "reworded" and not change.reason:
        yield "No reason is given; readers are owed one (`corrections` in the fact)"


def _text(comparison: Comparison) -> str:
    lines = [f"From {comparison.before} to {comparison.after}: {_headline(comparison)}."]
    for change in comparison.changes:
        lines.append(f"{change.label}: {change.name} [{change.about}]")
        lines += [f"    {line}" for line in _lines(change, comparison)]
    lines += ["Pages that read differently:"] * bool(comparison.pages) + [f"    {page}" for page in comparison.pages]
    return "\n".join(lines) + "\n"


def _markdown(comparison: Comparison) -> str:
    states = f"From {escape(comparison.before)} to {escape(comparison.after)}"
    lines = ["## What readers will see", "", f"{states}: {_headline(comparison)}."]
    if comparison.errors:
        number = len(comparison.errors)
        lines += ["", f"**{number} error{'s' * (number != 1)} in the content**: what is wrong is shown as kept back."]
    for label, changes in groupby(comparison.changes, key=lambda change: change.label):
        lines += ["", f"### {label}", ""]
        for change in changes:
            lines.append(f"- {escape(change.name)} ({escape(change.about)})")
            lines += [f"    - {escape(line)}" for line in _lines(change, comparison)]
    if comparison.pages:
        lines += ["", "### Pages that read differently", "", *(f"- {escape(page)}" for page in comparison.pages)]
    return "\n".join(lines) + "\n"


def _json(comparison: Comparison) -> str:
    document = {
        "before": comparison.before,
        "after": comparison.after,
        "changes": [_plain(change) for change in comparison.changes],
        "pages": comparison.pages,
        "errors": [{"place": str(e.location), "code": e.code, "about": e.about} for e in comparison.errors],
    }
    return as_json(document).decode()


def _plain(change: Change) -> dict[str, object]:
    said = {
        "before": change.before,
        "now": change.now,
        "by": change.by,
        "reason": change.reason,
        "pages": sorted(f"/{paths.address(page)}" for page in change.pages),
    }
    return {"kind": change.kind, "about": change.about, "name": change.name} | {k: v for k, v in said.items() if v}
