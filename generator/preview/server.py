"""The preview's server: finished pages on loopback, each with a script that hears of new pages and of problems.

Server-sent events (WHATWG HTML, section 9.2) carry what is new; nothing of this is ever written into a page.
"""

import json
import threading
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Location, ProblemsError, error

_EVENTS: Final = "/-preview/events"
_SCRIPT: Final = "/-preview/notice.js"
_SIGN_OF_LIFE: Final = 15.0
"""Seconds after which something is written even if nothing is new, to see whether the page is still there."""
_NOT_THERE: Final = (
    b"<!doctype html><html lang=en><title>Not found</title><body><h1>There is no such page</h1></body></html>"
)


@dataclass(frozen=True, slots=True)
class News:
    """What an open page should know: which site is served, and what keeps it from being newer."""

    version: str = ""
    problems: tuple[str, ...] = ()


class Board:
    """Where the newest news hangs; any thread may look at it or wait for it to change."""

    def __init__(self) -> None:
        """Begin with no news."""
        self._news = News()
        self._changed = threading.Condition()

    @property
    def news(self) -> News:
        """The newest."""
        return self._news

    def put(self, news: News) -> None:
        """Tell everybody."""
        with self._changed:
            self._news = news
            self._changed.notify_all()

    def newer(self, than: News) -> News:
        """Wait for other news than these, but not for long; give what is there then."""
        with self._changed:
            self._changed.wait_for(lambda: self._news != than, _SIGN_OF_LIFE)
            return self._news


class _Handler(SimpleHTTPRequestHandler):
    """Answers for the finished site; a page gets the script as it goes out."""

    def __init__(self, *args: Any, board: Board, directory: str) -> None:  # noqa: ANN401 - what the server hands over
        self._board = board
        super().__init__(*args, directory=directory)

    def do_GET(self) -> None:
        """Answer a request."""
        address = self.path.partition("?")[0]
        path = Path(self.translate_path(address)) / ("index.html" if address.endswith("/") else "")
        if address == _EVENTS:
            self._tell()
        elif address == _SCRIPT:
            self._send((Path(__file__).parent / "notice.js").read_bytes(), "text/javascript")
        elif path.suffix == ".html" or not path.exists():
            self._page(path)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Have the browser ask again each time: anything may be new."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Leave the terminal to what changes."""

    def _page(self, path: Path) -> None:
        version = self._board.news.version  # before the page is read: one that is too old is loaded again
        page = _bytes(path)
        found = page is not None
        other = _bytes(Path(self.directory) / "404.html") or _NOT_THERE
        begin, end, rest = (other if page is None else page).rpartition(b"</body>")
        script = f'<script src="{_SCRIPT}" data-events="{_EVENTS}" data-version="{version}"></script>'.encode()
        self._send(begin + script + end + rest, "text/html", HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)

    def _send(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _tell(self) -> None:
        """Send the news and every change of them, until the page is closed."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        news = self._board.news
        try:
            while True:
                data = json.dumps({"version": news.version, "problems": news.problems})
                self.wfile.write(f"data: {data}\n\n".encode())
                news = self._board.newer(news)
        except OSError:
            self.close_connection = True


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:  # not there, or no longer
        return None


def bind(port: int, folder: Path, board: Board) -> ThreadingHTTPServer:
    """Take the port on loopback for the pages in a folder; `serve_forever` then answers.

    Raises:
        ProblemsError: the port is taken.
    """
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, board=board, directory=str(folder)))
    except OSError as trouble:
        message = f"the port cannot be used ({trouble.strerror}); name another with `--port`"
        raise ProblemsError([error(Location(f"127.0.0.1:{port}"), "port-taken", message)]) from trouble
