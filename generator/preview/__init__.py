"""Live preview: every change in seeds, content, templates or settings is built, and open pages show it.

The pages are those that `site` would make, in `build/preview`. What is wrong is named on the terminal and in a notice
on the open page; the pages stay as they were until it is mended.
"""

import signal
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

from watchfiles import watch

from generator.build import build
from generator.desk import desk_list
from generator.diagnostics import Diagnostic, Location, ProblemsError, Severity, error, refused
from generator.engine import Engine
from generator.outputs import clear
from generator.preview.server import Board, News, bind
from generator.run import Run
from generator.site import engine_settings, swap
from generator.stamp import inputs_of, state_of_inputs
from generator.workplace import NEW_PREVIEW, PREVIEW, alone

_LINES: Final = 3
"""Of each group of what awaits the desk, since it is printed at each change of it."""
_LOOK_AT_SETTINGS: Final = 1000
"""Milliseconds between looks at `mkdocs.yml`; the folders are watched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """How the preview speaks to the desk."""

    report: Callable[[Iterable[Diagnostic]], None]
    say: Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt:
    """What became of a change; `pages` counts those that changed, None where the site stays as it was."""

    problems: tuple[Diagnostic, ...]
    pages: int | None = None
    awaits: str = ""
    """What awaits the desk, warnings among it."""

    @property
    def errors(self) -> list[Diagnostic]:
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]

    def summary(self, seconds: float) -> str:
        if self.pages is None:
            return f"{_counted(len(self.errors), 'error')}; the pages stay as they were, {seconds:.1f} s\n"
        return f"{_counted(self.pages, 'page')} changed, {seconds:.1f} s\n"


def serve(run: Run, base: str | None, port: int, terminal: Terminal, *, page_cache: bool = True) -> None:
    """Serve until interrupted; a request to end is an interrupt.

    Raises:
        ProblemsError: the port is taken.
    """
    for request in (signal.SIGINT, signal.SIGTERM):  # a shell ignores the first for what it starts in the background
        signal.signal(request, signal.default_int_handler)
    engine, board = Engine(run.root, jobs=run.jobs, page_cache=page_cache), Board()
    server = bind(port, run.root / "build" / PREVIEW, board)
    answering = threading.Thread(target=server.serve_forever, daemon=True)
    told = ""
    try:
        for inputs in _changes(run, base):
            begin = perf_counter()
            attempt = _make(run, engine, base, terminal)
            version = board.news.version if attempt.pages is None else inputs
            board.put(News(version, tuple(f"{problem.location}: {problem.message}" for problem in attempt.errors)))
            terminal.report(attempt.errors)
            if attempt.awaits not in {"", told}:
                terminal.say(told := attempt.awaits)
            terminal.say(attempt.summary(perf_counter() - begin))
            if not answering.is_alive():  # only now: the first build may split off processes, which threads forbid
                answering.start()
                terminal.say(f"Preview at http://127.0.0.1:{server.server_port}/\n")
    except KeyboardInterrupt:
        return
    finally:
        if answering.is_alive():
            server.shutdown()
        server.server_close()


def _changes(run: Run, base: str | None) -> Iterator[str]:
    """Give a digest of the inputs, now and each time that it is another."""
    known = ""
    for _ in _looks(run):
        inputs = inputs_of(run, base)
        while inputs != known:
            known, before = inputs, state_of_inputs(run)
            yield known
            if state_of_inputs(run) != before:  # what was built may have been read half written
                inputs, known = inputs_of(run, base), ""


def _looks(run: Run) -> Iterator[None]:
    """Give a sign now and whenever something may have changed."""
    while True:
        places, missed = _places(run), True  # until the watch has begun, changes are told by nobody
        yield
        folders = [path for path, _ in places if path.is_dir()]
        try:
            for changes in watch(*folders, rust_timeout=_LOOK_AT_SETTINGS, yield_on_timeout=True):
                if _places(run) != places:  # a watch stays with the folder that was there; begin another
                    break
                if changes or missed:
                    missed = False
                    yield
        except FileNotFoundError:  # a folder went just now
            continue


def _places(run: Run) -> list[tuple[Path, tuple[int, ...] | None]]:
    """Give the folders that are watched, each with what makes it the same one, and the settings as they stand."""
    folders = [run.root / "seeds", run.root / "content", run.templates]
    return [(folder, _facts(folder, "st_dev", "st_ino")) for folder in folders] + [
        (path, _facts(path, "st_ino", "st_mtime_ns", "st_size")) for path in [run.root / "mkdocs.yml"]
    ]


def _facts(path: Path, *names: str) -> tuple[int, ...] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return tuple(getattr(found, name) for name in names)


def _make(run: Run, engine: Engine, base: str | None, terminal: Terminal) -> _Attempt:
    """Build the pages and put them in their place, or say what is wrong."""
    try:
        with alone(run.root, terminal.say):
            result = build(run)
            if result.changes is None:
                return _Attempt(problems=result.problems)
            staging = run.root / "build" / NEW_PREVIEW
            clear(staging)
            engine.build(staging, engine_settings(result.briefing, base))
            swap(staging, run.root / "build" / PREVIEW)
    except ProblemsError as trouble:
        return _Attempt(problems=trouble.problems)
    except Exception as trouble:  # noqa: BLE001 - a template that is half written can fail in any way
        return _Attempt(problems=(_failure(trouble, run),))
    changed = (*result.changes.written, *result.changes.deleted)
    awaits = desk_list(result.briefing, result.problems, _LINES)
    return _Attempt(problems=result.problems, pages=sum(path.endswith(".md") for path in changed), awaits=awaits)


def _failure(trouble: Exception, run: Run) -> Diagnostic:
    """Name the place in the templates where it went wrong; Jinja puts their lines into the traceback."""
    if isinstance(trouble, OSError) and trouble.errno:
        return refused(trouble, run.root)
    frames = traceback.extract_tb(trouble.__traceback__)
    places = [frame for frame in frames if Path(frame.filename).is_relative_to(run.templates)]
    place = Location("templates")
    for frame in places[-1:]:
        place = Location(f"templates/{Path(frame.filename).relative_to(run.templates).as_posix()}", frame.lineno or 0)
    return error(place, "preview-failed", f"the pages cannot be made: {type(trouble).__name__}: {trouble}")


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
