"""A static host on loopback as the public ones are: under a sub-path, gzip, its own page for what is not there."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

BASE = "/briefing/"
ADDRESS = f"https://example.org{BASE}"
"""Where the site believes to be; its own links are relative, those of its page for what is not there are not."""
COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}

PAGES = {
    "home": "",
    "countries": "countries/",
    "country": "countries/au/",
    "all of a country": "countries/au/all/",
    "pillar": "pillars/pillar-2/",
    "topic": "topics/costs/",
    "timeline": "timeline/",
    "outlook": "outlook/",
    "sources": "sources/",
    "article": "sources/afp-2024-03-06-japan/",
    "register": "register/",
    "method": "method/",
    "what changed": "changes/",
    "data": "data/",
    "retired": "retired/itar-exemption-2024/",
    "not found": "countries/xx/yy/",
}
"""A page of each kind, below the site's root; countries and pillars are those that say most."""


@lru_cache(maxsize=256)
def gzipped(path: Path) -> bytes:
    """Give a file as a host sends it."""
    return gzip.compress(path.read_bytes(), 9, mtime=0)


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a finished site; give its address, which ends in `/briefing/`."""

    class Host(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            place = urlsplit(self.path).path
            path = site / place.removeprefix(BASE)
            if path.is_dir() and place.endswith("/"):
                path /= "index.html"
            found = place.startswith(BASE) and path.is_file()
            self._send(path if found else site / "404.html", HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)

        def _send(self, path: Path, status: HTTPStatus) -> None:
            packed = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
            body = gzipped(path) if packed else path.read_bytes()
            self.send_response(status)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BASE}"
        finally:
            server.shutdown()
            thread.join()
