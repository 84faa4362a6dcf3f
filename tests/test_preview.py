"""The live preview, for real: a changed fact shows in the browser, a broken one leaves the last good page."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.helpers import AS_OF, PROJECT, copy_site

FACTS = "content/facts/afp-2024-03-06.yml"
PATIENCE = 60


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str, words: str, patience: float = PATIENCE) -> bool:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server on loopback
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def test_serve_follows_changes_and_keeps_the_last_good_page(tmp_path: Path) -> None:
    root, port = copy_site(tmp_path / "root"), _free_port()
    command = [sys.executable, "-m", "generator", "serve", "--root", str(root), "--port", str(port), "--as-of", AS_OF]
    log = (tmp_path / "log").open("w+")
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    server = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}/register/"
    try:
        assert _wait_for(address, "AUKUS was set up in 2021")
        facts = root / FACTS
        facts.write_text(facts.read_text().replace("AUKUS was set up in 2021", "AUKUS came about in 2021"))
        assert _wait_for(address, "AUKUS came about in 2021")
        good = facts.read_text()
        facts.write_text(good.replace("quote: AUKUS was established", "quote: AUKUS was not established"))
        time.sleep(2)
        assert _wait_for(address, "AUKUS came about in 2021")
        log.seek(0)
        assert "quote-not-found" in log.read()
    finally:
        server.terminate()
        server.wait()
        log.close()
    assert not _wait_for(address, "AUKUS", patience=1), "MkDocs outlived the preview"
