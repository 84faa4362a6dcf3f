"""`make sbom`: a bill of materials (CycloneDX 1.6) of what the program runs with and what the site carries.

It is made from the lock files and THIRD-PARTY.md alone, so that the same commit gives the same bytes everywhere: it has
no time and no serial number.
"""

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias

from generator.outputs import write_whole
from tests.helpers import PROJECT

TARGET: Final = "build/sbom.cdx.json"
LICENCES: Final = PROJECT / "THIRD-PARTY.md"
LIBRARIES, MATERIAL = "## Libraries", "## What the site carries"
"""Headings of the two tables of THIRD-PARTY.md."""
_HASH: Final = "--hash=sha256:"
_VIA: Final = "# via"

Json: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A library as a lock file names it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    """SHA-256 of each of its files that may be installed."""
    needed_by: frozenset[str]
    """Libraries, or the project itself."""
    extra: str | None
    """The extra of `pyproject.toml` that asks for it; None where every run does."""

    @property
    def purl(self) -> str:
        """Give its package URL."""
        return f"pkg:pypi/{self.name}@{self.version}"


def main() -> int:
    """Write the bill of materials."""
    write_whole(PROJECT / TARGET, sbom())
    print(TARGET)
    return 0


def sbom() -> bytes:
    """Give the bill of materials."""
    project, libraries, licences = _project(), locked(), listed(LIBRARIES)
    itself = f"{project['name']}@{project['version']}"
    root: Json = {"type": "application", "bom-ref": itself, "name": project["name"], "version": project["version"]}
    carried = [_material(*row) for row in listed(MATERIAL).items()]
    document: Json = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": root | _licence(str(project["license"]))},
        "components": [*(_component(library, licences[library.name]) for library in libraries.values()), *carried],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(other.purl for other in libraries.values() if name in other.needed_by)}
            for name, ref in [(project["name"], itself), *((each.name, each.purl) for each in libraries.values())]
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def locked() -> Mapping[str, Library]:
    """Give every library that some run of the program needs, by name, in order; those of every run come first."""
    found: dict[str, Library] = {}
    for extra in (None, *_project()["optional-dependencies"]):
        lock = f"requirements-{extra}.lock" if extra else "requirements.lock"
        for library in read_lock(PROJECT / lock, extra):
            known = found.get(library.name, library)
            found[library.name] = replace(known, needed_by=known.needed_by | library.needed_by)
    return found


def read_lock(lock: Path, extra: str | None = None) -> Iterator[Library]:
    """Read a lock file: a line `name==version`, indented lines of its hashes and of what needs it."""
    entries: list[list[str]] = []
    for line in lock.read_text().splitlines():
        if line[:1].isalnum():
            entries.append([])
        if entries:
            entries[-1].append(line.strip(" \\"))
    for first, *rest in entries:
        name, _, version = first.partition(" ; ")[0].partition("==")
        by = [line.removeprefix(_VIA).strip("# ") for line in rest if line.startswith("#")]
        hashes = tuple(line.removeprefix(_HASH) for line in rest if line.startswith(_HASH))
        needed_by = frozenset(words.partition(" ")[0] for words in by)
        yield Library(name=name, version=version, hashes=hashes, needed_by=needed_by, extra=extra)


def listed(heading: str) -> Mapping[str, str]:
    """Give the licences of a table of THIRD-PARTY.md by the first cell of its rows."""
    table = LICENCES.read_text().partition(f"\n{heading}\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line[:1] == "|"]
    return {row[0]: row[1] for row in rows[2:]}


def _project() -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]  # type: ignore[no-any-return]


def _component(library: Library, licence: str) -> Json:
    files = {
        "type": "distribution",
        "url": library.purl,
        "comment": "each file that the lock file accepts",
        "hashes": [{"alg": "SHA-256", "content": content} for content in library.hashes],
    }
    return {
        "type": "library",
        "bom-ref": library.purl,
        "name": library.name,
        "version": library.version,
        "scope": "optional" if library.extra else "required",
        **_licence(licence),
        "purl": library.purl,
        "externalReferences": [files],
    }


def _material(name: str, licence: str) -> Json:
    return {"type": "file", "bom-ref": f"carried:{name}", "name": name, **_licence(licence)}


def _licence(expression: str) -> Json:
    if " " in expression:
        return {"licenses": [{"expression": expression}]}
    return {"licenses": [{"license": {"id": expression}}]}


if __name__ == "__main__":
    sys.exit(main())
