"""Which program this is: a digest that other machines and later runs are compared with."""

import hashlib
from functools import cache

from generator.reading.extras import versions
from generator.run import PROJECT


@cache
def program() -> bytes:
    """Give a digest of the program's own files and the readers' libraries; another version reads everything anew.

    It is taken once, so that what the preview keeps is not taken for the work of a program that was edited meanwhile.
    """
    digest = hashlib.sha256(versions())
    for path in sorted((PROJECT / "generator").rglob("*")):
        if path.suffix in {".py", ".yml"}:
            digest.update(path.relative_to(PROJECT).as_posix().encode() + path.read_bytes())
    return digest.digest()
