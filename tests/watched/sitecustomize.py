"""Loaded by Python as it starts with this folder on PYTHONPATH: writes down what the program opens, starts and calls.

One line of JSON for each, into the file that `WATCHED` names; processes that are split off write there, too.
"""

import json
import os
import sys
from typing import Any

_LOG = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ALTERING = {
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate",
    "os.utime", "shutil.rmtree",
}  # fmt: skip
_STARTING = {"os.exec", "os.posix_spawn", "os.system", "subprocess.Popen"}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        _note("write" if flags & _WRITING else "read", path)
    elif event == "sqlite3.connect":
        _note("write", arguments[0])
    elif event in _ALTERING:
        for argument in arguments[: 2 if event in {"os.link", "os.rename", "os.symlink"} else 1]:
            _note("write", argument)
    elif event in _STARTING:
        _note("start", arguments[0])
    elif event.startswith("socket.") and event != "socket.__new__" and not _among_own_processes(arguments):
        _note("call", event)


def _among_own_processes(arguments: tuple[Any, ...]) -> bool:
    """Say whether a socket has a path for its address, as those between processes of one program."""
    return len(arguments) == 2 and isinstance(arguments[1], str | bytes)


def _note(kind: str, what: Any) -> None:
    if not isinstance(what, int):
        os.write(_LOG, (json.dumps([kind, os.fsdecode(what)]) + "\n").encode())


sys.addaudithook(_watch)
