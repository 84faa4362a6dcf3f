"""Commands, options and exit codes. The only module that parses arguments, asks the clock and prints."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from generator import edtf
from generator.diagnostics import (
    Diagnostic,
    Location,
    ProblemsError,
    Severity,
    as_github,
    as_json,
    as_text,
    error,
    has_errors,
    refused,
)
from generator.history import NoSuchCommitError, read_history
from generator.run import Run
from generator.stamp import DOCS, inputs_of, set_stamp, steadily, unchanged
from generator.workplace import alone

OK, ERRORS, USAGE, WITHHELD = 0, 1, 2, 3
KEEP_GOING = "keep back an article or a statement that is wrong, publish the rest and name it (exit code 3)"

EXECUTOR = "read on this Dask cluster, which must run the same program and be trusted (extra [cluster])"
NO_PAGE_CACHE = "let MkDocs make every page anew; the same site, more slowly"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 fine, 1 errors, 2 wrong usage, 3 published with something kept back."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        return command(options)
    except ProblemsError as trouble:
        _report(trouble.problems, getattr(options, "format", "text"))
    except BrokenPipeError:  # whoever reads what is printed has enough
        raise
    except OSError as trouble:
        _report([refused(trouble, options.root.resolve())], getattr(options, "format", "text"))
    return ERRORS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Make a briefing site from seeds and content."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(run=run)
        command.add_argument("--root", type=Path, default=Path(), help="folder with seeds/, content/ and mkdocs.yml")
        return command

    for name, run, text in (
        ("build", _build, "turn seeds and content into Markdown in build/docs"),
        ("site", _site, "build, then make the site with MkDocs and put it into site/"),
        ("check", _check, "report every problem; write nothing"),
        ("serve", _serve, "preview the site; it follows changes"),
    ):
        command = add(name, run, text)
        command.add_argument("--as-of", type=_day, default=None, metavar="DATE", help="day of the marks (YYYY-MM-DD)")
        command.add_argument(
            "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes that read and render"
        )
        command.add_argument("--executor", type=_cluster, default=None, metavar="dask://HOST:PORT", help=EXECUTOR)
        if name in {"build", "site"}:
            command.add_argument("--keep-going", action="store_true", help=KEEP_GOING)
        if name in {"site", "serve"}:
            command.add_argument("--no-page-cache", dest="page_cache", action="store_false", help=NO_PAGE_CACHE)
        if name == "check":
            command.add_argument("--format", choices=("text", "json", "github"), default="text")
            command.add_argument("--all", action="store_true", help="all that awaits the desk")
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1")
    read = add("read", _read, "print what reading finds in an article, as JSON")
    read.add_argument("path", type=Path, metavar="PATH", help="a seed, or a folder of seeds")
    read.add_argument("--body", action="store_true", help="print the text alone, as held")
    propose = add("propose", _propose, "print an article's findings as draft facts in YAML")
    propose.add_argument("path", type=Path, metavar="PATH", help="a seed")
    intake = add("add", _add, "put articles into seeds/, with sidecars and drafts; nothing is overwritten")
    intake.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a file, or a folder of files")
    differ = add("diff", _diff, "say what readers will see differently, statement by statement; nothing is written")
    differ.add_argument("revision", metavar="REV", help="a commit, as git names it: HEAD~1, a branch, a tag")
    differ.add_argument("other", nargs="?", metavar="REV", help="what to compare it with; else the files as they are")
    differ.add_argument("--as-of", type=_day, default=None, metavar="DATE", help="day of the marks (YYYY-MM-DD)")
    differ.add_argument("--format", dest="form", choices=("text", "json", "markdown"), default="text")
    freezer = add("edition", _edition, "freeze the site as it stands, under a name by which it can be cited for ever")
    freezer.add_argument("name", metavar="NAME", help="letters, digits and hyphens, as 2026-11; makes editions/NAME/")
    freezer.add_argument("--as-of", type=_day, default=None, metavar="DATE", help="day of the marks (YYYY-MM-DD)")
    freezer.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes that read")
    add("schema", _schema, "print the JSON Schemas of the content files")
    add("new", _new, "make a new site of another partnership").add_argument("path", type=Path, metavar="DIR")
    return parser


def _day(text: str) -> date:
    try:
        return edtf.parse(text).last
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem


def _cluster(text: str) -> str:
    from generator.cluster import parse_address  # noqa: PLC0415

    try:
        return parse_address(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem


def _as_of(options: argparse.Namespace) -> date:
    """Take the day that was asked for, else `SOURCE_DATE_EPOCH`, else today; the clock is asked nowhere else."""
    if getattr(options, "as_of", None) is not None:
        return date.fromisoformat(str(options.as_of))
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as problem:
        message = f"expected whole seconds since 1970, found {epoch!r}; mend the variable or unset it"
        raise ProblemsError([error(Location("SOURCE_DATE_EPOCH"), "bad-date", message)]) from problem
    return moment.date()


def _run(options: argparse.Namespace) -> Run:
    root = options.root.resolve()
    keep_going = getattr(options, "keep_going", False)
    history = read_history(root)
    return Run(
        root=root,
        as_of=_as_of(options),
        history=history,
        jobs=options.jobs,
        cluster=getattr(options, "executor", None),
        keep_going=keep_going,
    )


def _build(options: argparse.Namespace) -> int:
    run = _run(options)
    if unchanged(run, None, DOCS):
        sys.stdout.write("Nothing has changed; build/docs is as it was made.\n")
        return OK
    from generator.build import build  # noqa: PLC0415 - commands load only what they run

    with alone(run.root, sys.stderr.write):
        inputs, result = steadily(run, lambda: (inputs_of(run, None), build(run)))
        if result.changes is not None and not result.briefing.held_back:
            set_stamp(run, inputs, DOCS)
    return _finish(result.problems, result.summary(), withheld=bool(result.briefing.held_back))


def _site(options: argparse.Namespace) -> int:
    run = _run(options)
    with alone(run.root, sys.stderr.write):
        return _site_alone(run, options)


def _site_alone(run: Run, options: argparse.Namespace) -> int:
    base = os.environ.get("SITE_URL")
    if unchanged(run, base):
        sys.stdout.write("Nothing has changed; site/ is as it was made.\n")
        return OK
    from generator.site import make_site  # noqa: PLC0415

    result = make_site(run, base, page_cache=options.page_cache)
    return _finish(result.problems, result.summary(), withheld=bool(result.briefing.held_back))


def _check(options: argparse.Namespace) -> int:
    from generator.build import gather  # noqa: PLC0415
    from generator.desk import LINES, desk_list  # noqa: PLC0415

    briefing, problems = gather(_run(options), keep=False)
    if options.format == "text":
        _report_with_desk(problems, desk_list(briefing, problems, None if options.all else LINES))
    else:
        _report(problems, options.format)
    return ERRORS if has_errors(problems) else OK


def _serve(options: argparse.Namespace) -> int:
    from generator.preview import Terminal, serve  # noqa: PLC0415

    terminal = Terminal(report=_report, say=sys.stderr.write)
    serve(_run(options), os.environ.get("SITE_URL"), options.port, terminal, page_cache=options.page_cache)
    return OK


def _read(options: argparse.Namespace) -> int:
    from generator.readout import reading_json  # noqa: PLC0415

    found, problems = reading_json(options.root.resolve(), options.path.resolve())
    _report(problems)
    if options.body:
        sys.stdout.write("".join(f"{article['text']}\n" for article in found))
    elif found or options.path.is_dir():
        document = found if options.path.is_dir() or len(found) > 1 else found[0]
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return ERRORS if has_errors(problems) else OK


def _propose(options: argparse.Namespace) -> int:
    from generator.proposal import propose  # noqa: PLC0415

    root = options.root.resolve()
    sys.stdout.write(propose(Run(root=root, as_of=_as_of(options)), options.path.resolve()))
    return OK


def _add(options: argparse.Namespace) -> int:
    from generator.intake import add  # noqa: PLC0415

    root = options.root.resolve()
    with alone(root, sys.stderr.write):
        done = add(Run(root=root, as_of=_as_of(options)), [path.resolve() for path in options.paths])
    sys.stdout.write(done.report)
    _report(done.problems)
    return ERRORS if has_errors(done.problems) else OK


def _diff(options: argparse.Namespace) -> int:
    from generator.comparison import compare, shown  # noqa: PLC0415

    run = Run(root=options.root.resolve(), as_of=_as_of(options))
    try:
        with alone(run.root, sys.stderr.write):
            found = compare(run, options.revision, options.other)
    except NoSuchCommitError as trouble:
        sys.stderr.write(f"git knows no commit {trouble.args[0]!r}; name one as `git log` does, or fetch the history\n")
        return USAGE
    sys.stdout.write(shown(found, options.form))
    _report(found.errors)
    return ERRORS if found.errors else OK


def _edition(options: argparse.Namespace) -> int:
    from generator.freezing import freeze  # noqa: PLC0415

    run = _run(options)
    with alone(run.root, sys.stderr.write):
        made = freeze(run, options.name, os.environ.get("SITE_URL"))
    _report(made.problems)
    sys.stdout.write(
        f"{made.archive}: {made.pages} pages, {made.size:,} bytes, SHA-256 {made.sha256}\n"
        "Next: make site, and commit the archive with content/editions.yml\n"
    )
    return OK


def _schema(_: argparse.Namespace) -> int:
    from generator.schema import KINDS  # noqa: PLC0415

    document = {kind.name: kind.json_schema() for kind in KINDS}
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return OK


def _new(options: argparse.Namespace) -> int:
    from generator.starter import make_new  # noqa: PLC0415

    made = make_new(options.path)
    sys.stdout.write("".join(f"{path}\n" for path in made))
    sys.stdout.write(f"Next: edit content/site.yml, then python -m generator site --root {options.path}\n")
    return OK


def _finish(problems: Iterable[Diagnostic], summary: str | None, *, withheld: bool) -> int:
    _report(problems)
    if summary is None:
        sys.stderr.write("Nothing was written.\n")
        return ERRORS
    sys.stdout.write(summary)
    return WITHHELD if withheld else OK


def _report(problems: Iterable[Diagnostic], form: str = "text") -> None:
    listed = list(problems)
    if form == "json":
        sys.stdout.write(as_json(listed) + "\n")
        return
    stream, show = (sys.stdout, as_github) if form == "github" else (sys.stderr, as_text)
    stream.write("".join(f"{show(problem)}\n" for problem in listed))


def _report_with_desk(problems: Iterable[Diagnostic], awaits: str = "") -> None:
    """Report the errors, then what awaits the desk, where the warnings stand; all problems where there is no list."""
    _report(problem for problem in problems if problem.severity is Severity.ERROR or not awaits)
    sys.stdout.write(awaits)
    sys.stdout.flush()
