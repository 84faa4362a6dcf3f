"""The live preview, for real: changes show in the browser, a mistake is named there and leaves the last good page."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.starter import make_new
from tests.helpers import PATIENCE, PROJECT, run, tree, waited

AS_OF = "2024-06-01"
FACTS = "content/facts/example.yml"


class _Preview:
    """A running `serve`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        self.log = root / "log"
        command = [sys.executable, "-m", "generator", "serve", "--root", str(root), "--port", str(self.port)]
        environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*command, "--as-of", AS_OF], cwd=root, env=environment, stdout=log, stderr=log, start_new_session=True
            )

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text()
        assert old in text
        (self.root / name).write_text(text.replace(old, new))

    def shows(self, words: str, page: str = "register/", patience: float = PATIENCE) -> bool:
        return waited(lambda: words in self._read(page), patience)

    def says(self, words: str) -> bool:
        return waited(lambda: words in self.log.read_text())

    def built(self, times: int) -> bool:
        """Say whether it was built so often, with or without errors."""
        return waited(lambda: self.log.read_text().count(" s\n") >= times)

    def end(self, request: signal.Signals) -> int:
        self.process.send_signal(request)
        return self.process.wait(PATIENCE)

    def _read(self, page: str) -> str:
        try:
            with urllib.request.urlopen(self.address + page, timeout=5) as answer:  # noqa: S310 - our own server on loopback
                return str(answer.read().decode())
        except OSError:
            return ""


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _preview(root: Path) -> Iterator[_Preview]:
    started = _Preview(root)
    try:
        yield started
    finally:
        started.process.kill()
        started.process.wait()


previewing = _preview


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a site as `new` makes it."""
    make_new(tmp_path / "root")
    return tmp_path / "root"


def test_changes_show_and_the_preview_is_what_site_would_make(root: Path) -> None:
    with _preview(root) as preview:
        assert preview.shows("signed the Northern Harbours Pact in Oslo on 2 May 2024")
        preview.replace(FACTS, "statement: Norway and Iceland signed", "statement: Iceland and Norway signed")
        assert preview.shows("Iceland and Norway signed")
        assert preview.says("pages changed")
        settings = root / "settings"
        settings.write_text((root / "mkdocs.yml").read_text().replace("Timeline:", "Days:"))
        settings.replace(root / "mkdocs.yml")  # as many editors save
        assert preview.shows("Days")

        assert run(root, "site", "--as-of", AS_OF).returncode == 0
        shown, finished = tree(root / "build/preview"), tree(root / "site")
        assert shown == {path: data for path, data in finished.items() if path in shown}


def test_a_rebuild_causes_no_other(root: Path) -> None:
    with _preview(root) as preview:
        assert preview.says("Preview at")
        preview.replace(FACTS, "statement: Norway and Iceland signed", "statement: Iceland and Norway signed")
        assert preview.shows("Iceland and Norway signed")
        time.sleep(3)

        assert preview.log.read_text().count(" changed, ") == 2


@pytest.mark.browser
def test_a_mistake_is_named_on_the_open_page_until_it_is_mended(root: Path, browser: Browser) -> None:
    page = browser.new_page()
    with _preview(root) as preview:
        assert preview.shows("signed the Northern Harbours Pact in Oslo on 2 May 2024")
        page.goto(f"{preview.address}register/")
        notice = page.locator("#preview-notice")
        expect(notice).to_have_count(0)

        preview.replace(FACTS, "quote: Norway and Iceland", "quote: Norway <b>or</b> Iceland")
        preview.replace(FACTS, "statement: Norway and Iceland", "statement: Not this")
        expect(notice.locator("summary")).to_have_text("1 problem: the pages are as they were before", timeout=60_000)
        expect(notice.locator("li")).to_contain_text(f"{FACTS}:16:7: these words do not stand")
        expect(notice.locator("li")).to_contain_text("'<b>or</b> Iceland")
        assert notice.locator("b").count() == 0
        expect(page.locator("#pact-signed-2024")).to_contain_text("Norway and Iceland signed")
        assert preview.says("1 error; the pages stay as they were")

        preview.replace(FACTS, "quote: Norway <b>or</b> Iceland", "quote: Norway and Iceland")
        expect(page.locator("#pact-signed-2024")).to_contain_text("Not this signed", timeout=60_000)
        expect(notice).to_have_count(0)
    assert not [path for path, data in tree(root / "build/preview").items() if b"/-preview/" in data]
    page.close()


@pytest.mark.browser
def test_a_template_that_is_half_written_is_named_and_the_preview_starts_all_the_same(
    root: Path, browser: Browser
) -> None:
    shutil.copytree(PROJECT / "templates", root / "templates")
    (root / "templates/timeline.md.jinja").write_text("# Days\n{% if %}\n")
    page = browser.new_page()
    with _preview(root) as preview:
        assert preview.says("templates/timeline.md.jinja:2: error: ")
        page.goto(preview.address)
        expect(page.locator("#preview-notice li")).to_contain_text("templates/timeline.md.jinja:2: ")

        (root / "templates/timeline.md.jinja").write_text("# Days of {{ page.title }}\n")
        expect(page.get_by_role("heading", level=1)).not_to_have_text("No such page", timeout=60_000)
        assert preview.shows("Days of Timeline", "timeline/")
    page.close()


@pytest.mark.parametrize("request_to_end", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_it_ends_when_asked_to_and_leaves_no_process_and_no_open_port(
    request_to_end: signal.Signals, root: Path
) -> None:
    with _preview(root) as preview:
        assert preview.says("Preview at")
        with socket.create_connection(("127.0.0.1", preview.port), timeout=5) as page_that_listens:
            page_that_listens.sendall(b"GET /-preview/events HTTP/1.0\r\n\r\n")
            assert page_that_listens.recv(100)
            assert preview.end(request_to_end) == 0

        assert "Traceback" not in preview.log.read_text()
        with pytest.raises(ProcessLookupError):
            os.killpg(preview.process.pid, 0)
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", preview.port))


def test_a_taken_port_is_named(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run(root, "serve", "--port", str(port))

    assert done.returncode == 1
    assert f"127.0.0.1:{port}: error: the port cannot be used" in done.stderr
