"""Loading: from the files in `content/` to typed records, with every problem at its line and column."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar, cast

from generator.analysis.names.vocabulary import Vocabulary, compile_vocabulary
from generator.diagnostics import Diagnostic, Location, ProblemsError, error, refused
from generator.outputs import read_file
from generator.reading import decoded
from generator.records import Places, Record, Value, controlled, load, typed
from generator.schema import KINDS, WRITTEN, ContentKind
from generator.schema.desk import Coverage, EditionRecord, Exemption, Retired, WrittenPage
from generator.schema.facts import Claim
from generator.schema.sources import SourceRecord
from generator.schema.subjects import Country, Instrument, Pillar, Site, Topic

R = TypeVar("R", bound=Record)

MAX_BYTES: Final = 20_000_000
"""Of a content file: some 20,000 statements."""
_FILES_KEPT: Final = 1024
"""Files as typed, so that the preview reads only what was edited; a file is the same when its bytes are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that the desk maintains, as typed; references between records are not checked yet."""

    site: Site
    countries: tuple[Country, ...] = ()
    pillars: tuple[Pillar, ...] = ()
    topics: tuple[Topic, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    claims: tuple[Claim, ...] = ()
    retired: tuple[Retired, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    editions: tuple[EditionRecord, ...] = ()
    written: tuple[WrittenPage, ...] = ()

    def vocabulary(self) -> Vocabulary:
        """Compile the names under which articles mention what the desk knows."""
        return compile_vocabulary(self.site.partnership, self.countries, self.pillars, self.topics)


@dataclass(frozen=True, slots=True)
class _Loader:
    """Reads the content files of one root, and keeps what is wrong with them."""

    root: Path
    problems: list[Diagnostic] = field(default_factory=list)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Read all files of the kind; a file or an entry that is wrong is a problem and leaves the others alone."""
        content = next(entry for entry in (*KINDS, WRITTEN) if entry.record is kind)
        read = [_read(content, path, data) for path, data in self._files(content)]
        self.problems.extend(problem for _, problems in read for problem in problems)
        return cast("tuple[R, ...]", tuple(record for records, _ in read for record in records))

    def _files(self, kind: ContentKind) -> Iterator[tuple[str, bytes]]:
        """Give the files of the kind with their bytes; one that the system does not give is a problem."""
        for path in sorted({path for pattern in kind.files for path in self._matching(PurePosixPath(pattern))}):
            try:
                message = _unfit(self.root / path, self.root)
                if message is None:
                    yield path, read_file(self.root / path)
                else:
                    self.problems.append(error(Location(path), "content-refused", message))
            except OSError as trouble:
                self.problems.append(refused(trouble, self.root, path))

    def _matching(self, pattern: PurePosixPath) -> list[str]:
        """Give the paths that match a pattern whose last name alone varies; hidden files are no content.

        A folder that cannot be listed is a problem: `glob` would pass over it, and all that is in it.
        """
        folder = str(pattern.parent)
        try:
            names = [path.name for path in (self.root / folder).iterdir()]
            return [f"{folder}/{name}" for name in names if _is(name, pattern.name)]
        except FileNotFoundError:
            return []
        except OSError as trouble:
            self.problems.append(refused(trouble, self.root, folder))
            return []


def _is(name: str, pattern: str) -> bool:
    return fnmatchcase(name, pattern) and not name.startswith(".")


def _unfit(file: Path, root: Path) -> str | None:
    """Say what keeps a file from being content: it lies elsewhere, or is none that a person writes."""
    if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root)):
        return "this link leads out of the site's folder; put the file itself here"
    if (size := file.stat().st_size) > MAX_BYTES:
        return f"this file holds {size:,} bytes, a content file at most {MAX_BYTES:,}; split it"
    return None


@lru_cache(_FILES_KEPT)
def _read(kind: ContentKind, path: str, data: bytes) -> tuple[tuple[Record, ...], tuple[Diagnostic, ...]]:
    """Give the records of a file, and what is wrong with it."""
    records: list[Record] = []
    problems: list[Diagnostic] = []
    try:
        entries = list(_entries(*_loaded(decoded(data, path), path), listed=kind.listed))
    except ProblemsError as trouble:
        return (), trouble.problems
    for value, places in entries:
        problems += controlled(value, places)
        try:
            records.append(typed(kind.record, value, places))
        except ProblemsError as trouble:
            name = value.get("id") if isinstance(value, dict) else None
            about = name if isinstance(name, str) else str(places.at())
            problems += [replace(problem, about=about) for problem in trouble.problems]
    return tuple(records), tuple(problems)


def _loaded(text: str, path: str) -> tuple[Value, Places]:
    """Give the YAML of a file; of a page its name, which is its id, and its Markdown."""
    if path.endswith(".md"):
        return {"id": PurePosixPath(path).stem, "text": text}, Places(path)
    return load(text, path)


def _entries(value: Value, places: Places, *, listed: bool) -> Iterator[tuple[Value, Places]]:
    if not listed:
        yield value, places
    elif isinstance(value, list):
        yield from ((entry, places.below(index)) for index, entry in enumerate(value))
    elif value:
        raise ProblemsError([error(places.at(), "bad-value", "expected a list: begin each entry with `- `")])


def load_content(root: Path) -> tuple[Content, list[Diagnostic]]:
    """Read all content files below the root.

    Raises:
        ProblemsError: `content/site.yml` is missing or wrong; without it nothing else can be judged.
    """
    loader = _Loader(root)
    sites = loader.records(Site)
    if not sites:
        missing = error(Location("content/site.yml"), "missing-file", "the file is missing; it names the partnership")
        raise ProblemsError(loader.problems or [missing])
    content = Content(
        site=sites[0],
        countries=loader.records(Country),
        pillars=loader.records(Pillar),
        topics=loader.records(Topic),
        instruments=loader.records(Instrument),
        sources=loader.records(SourceRecord),
        claims=loader.records(Claim),
        retired=loader.records(Retired),
        coverage=loader.records(Coverage),
        exemptions=loader.records(Exemption),
        editions=loader.records(EditionRecord),
        written=loader.records(WrittenPage),
    )
    return content, loader.problems
