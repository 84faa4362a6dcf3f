"""Pagefind, a program that indexes HTML for search: files in, the files of its index out, the same bytes each time."""

import hashlib
import json
import subprocess
import sys
import zlib
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator.diagnostics import Location, ProblemsError, error

SCRIPT: Final = "pagefind.js"
_LANGUAGE: Final = "en"
_ENTRY: Final = "pagefind-entry.json"
_SIGNATURE: Final = b"pagefind_dcd"
"""Begins each file of the index, before the CBOR."""
_NEEDED: Final = (SCRIPT, _ENTRY, f"wasm.{_LANGUAGE}.pagefind", "*.pf_meta", "*/*.pf_*")
"""What the search fetches; the rest are interfaces of Pagefind's own."""
_GZIP: Final = 31


def require_pagefind() -> None:
    """Look for the program and what reads its files.

    Raises:
        ProblemsError: they are not installed; says how to install them.
    """
    if not all(map(find_spec, ("cbor2", "pagefind", "pagefind_bin"))):
        way = "`make site` installs it, as does pip install -r requirements-search.lock"
        message = f"`search: pagefind` is set, and Pagefind is not installed: {way}; or leave `search` out"
        raise ProblemsError([error(Location("content/site.yml"), "search-missing", message)])


def indexed(pages: Mapping[str, str]) -> dict[str, bytes]:
    """Index HTML by its path; give the files of the index by theirs.

    Raises:
        ProblemsError: Pagefind failed; carries what it said.
    """
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "pages"), Path(folder, "index")
        for name, html in pages.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")
        options = ["--site", str(source), "--output-path", str(target), "--force-language", _LANGUAGE, "--silent"]
        done = subprocess.run(  # noqa: S603 - our own arguments
            [sys.executable, "-m", "pagefind", *options], capture_output=True, text=True, check=False
        )
        if done.returncode:
            message = f"Pagefind says: {(done.stderr or done.stdout).strip() or done.returncode}"
            raise ProblemsError([error(Location("content/site.yml"), "search-failed", message)])
        found = {path.relative_to(target).as_posix(): path for pattern in _NEEDED for path in target.glob(pattern)}
        return _settled({name: path.read_bytes() for name, path in sorted(found.items())})


def _settled(files: dict[str, bytes]) -> dict[str, bytes]:
    """Put in order what Pagefind 1.5 leaves to chance: the filters and their values, and so the names of their files.

    The file of metadata holds: version, pages, chunks of words, filters by name and file, sorts, fields.
    """
    entry = json.loads(files[_ENTRY])
    language = entry["languages"][_LANGUAGE]
    meta = _read(files.pop(f"pagefind.{language['hash']}.pf_meta"))
    for named in sorted(meta[3]):
        name, values = _read(files.pop(f"filter/{named[1]}.pf_filter"))
        data, named[1] = _written([name, sorted(values)], 7)
        files[f"filter/{named[1]}.pf_filter"] = data
    meta[3].sort()
    data, language["hash"] = _written(meta, 10)
    files[f"pagefind.{language['hash']}.pf_meta"] = data
    files[_ENTRY] = json.dumps(entry, ensure_ascii=False).encode()
    return files


def _read(data: bytes) -> Any:  # noqa: ANN401 - lists of lists
    import cbor2  # noqa: PLC0415 - an extra

    return cbor2.loads(zlib.decompress(data, _GZIP).removeprefix(_SIGNATURE))


def _written(content: object, digits: int) -> tuple[bytes, str]:
    """Give a file of the index, and the hash that names it."""
    import cbor2  # noqa: PLC0415

    plain = _SIGNATURE + cbor2.dumps(content)
    packing = zlib.compressobj(9, wbits=_GZIP)
    return packing.compress(plain) + packing.flush(), f"{_LANGUAGE}_{hashlib.sha256(plain).hexdigest()[:digits]}"
