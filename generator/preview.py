"""Live preview: every change in seeds, content or templates is built; MkDocs shows it in the browser."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

from watchfiles import watch

from generator.build import build
from generator.desk import desk_list
from generator.diagnostics import ProblemsError
from generator.run import Run
from generator.site import engine_settings

Report = Callable[..., None]
"""Takes the problems and, after a build, what awaits the desk."""
_LINES = 3
"""Of each group of it, since it is printed at every change."""


def serve(run: Run, port: int, report: Report) -> int:
    """Serve until interrupted. Problems are reported, and the last good pages stay."""
    result = build(run)
    report(result.problems, desk_list(result.briefing, result.problems, _LINES))
    if result.changes is None:
        return 1
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    settings = os.environ | engine_settings(result.briefing, f"http://{address}/")
    server = subprocess.Popen(command, cwd=run.root, env=settings)  # noqa: S603 - our own command
    # A request to end is an interrupt, so that MkDocs never outlives this process.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    stop = threading.Event()
    watcher = threading.Thread(target=_follow, args=(run, report, stop), daemon=True)
    watcher.start()
    try:
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        stop.set()
        server.terminate()
        server.wait()
        watcher.join()


def _follow(run: Run, report: Report, stop: threading.Event) -> None:
    folders = [folder for folder in (run.root / "seeds", run.root / "content", run.templates) if folder.is_dir()]
    for _ in watch(*folders, stop_event=stop):
        try:
            result = build(run)
            report(result.problems, desk_list(result.briefing, result.problems, _LINES))
        except (ProblemsError, OSError) as trouble:
            report(trouble.problems if isinstance(trouble, ProblemsError) else ())
