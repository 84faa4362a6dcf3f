"""Loading: from the YAML files in `content/` to typed records, with every problem at its line and column."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from generator.analysis.names.vocabulary import Vocabulary, compile_vocabulary
from generator.diagnostics import Diagnostic, Location, ProblemsError, error
from generator.reading import decoded
from generator.records import Places, Record, Value, load, typed
from generator.schema import KINDS, ContentKind
from generator.schema.desk import Coverage, Exemption, Retired
from generator.schema.facts import Claim
from generator.schema.sources import SourceRecord
from generator.schema.subjects import Country, Instrument, Pillar, Site, Topic

R = TypeVar("R", bound=Record)


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

    def vocabulary(self) -> Vocabulary:
        """Compile the names under which articles mention what the desk knows."""
        return compile_vocabulary(self.site.partnership, self.countries, self.pillars, self.topics)


Memo: TypeAlias = dict[tuple[str, str, bytes], tuple[tuple[Record, ...], tuple[Diagnostic, ...]]]
"""What files held and what was wrong with it, by kind, path and bytes; for reading many versions of one content."""


@dataclass(frozen=True, slots=True)
class _Loader:
    """Reads the content files of one root, and keeps what is wrong with them."""

    root: Path
    memo: Memo
    problems: list[Diagnostic] = field(default_factory=list)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Read all files of the kind; a file or an entry that is wrong is a problem and leaves the others alone."""
        content = next(entry for entry in KINDS if entry.record is kind)
        return tuple(record for path in self._files(content) for record in self._file(content, kind, path))

    def _file(self, content: ContentKind, kind: type[R], path: str) -> tuple[R, ...]:
        data = (self.root / path).read_bytes()
        key = (content.name, path, data)
        if key not in self.memo:
            reading = _Reading(path)
            records = tuple(reading.records(kind, data, listed=content.listed))
            self.memo[key] = records, tuple(reading.problems)
        known, problems = self.memo[key]
        self.problems.extend(problems)
        return cast("tuple[R, ...]", known)  # the key names the kind

    def _files(self, kind: ContentKind) -> list[str]:
        found = {path for pattern in kind.files for path in self.root.glob(pattern) if path.is_file()}
        return sorted(path.relative_to(self.root).as_posix() for path in found)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one content file, and keeps what is wrong with it."""

    path: str
    problems: list[Diagnostic] = field(default_factory=list)

    def records(self, kind: type[R], data: bytes, *, listed: bool) -> Iterator[R]:
        for value, places in self._entries(data, listed=listed):
            yield from self._typed(kind, value, places)

    def _entries(self, data: bytes, *, listed: bool) -> Iterator[tuple[Value, Places]]:
        try:
            value, places = load(decoded(data, self.path), self.path)
        except ProblemsError as trouble:
            self.problems.extend(trouble.problems)
            return
        if not listed:
            yield value, places
        elif isinstance(value, list):
            yield from ((entry, places.below(index)) for index, entry in enumerate(value))
        elif value:
            self.problems.append(error(places.at(), "bad-value", "expected a list: begin each entry with `- `"))

    def _typed(self, kind: type[R], value: Value, places: Places) -> Iterable[R]:
        try:
            return [typed(kind, value, places)]
        except ProblemsError as trouble:
            name = value.get("id") if isinstance(value, dict) else None
            about = name if isinstance(name, str) else str(places.at())
            self.problems.extend(replace(problem, about=about) for problem in trouble.problems)
            return []


def load_content(root: Path, memo: Memo | None = None) -> tuple[Content, list[Diagnostic]]:
    """Read all content files below the root; what the memo has of a file is taken from it, the rest put into it.

    Raises:
        ProblemsError: `content/site.yml` is missing or wrong; without it nothing else can be judged.
    """
    loader = _Loader(root, {} if memo is None else memo)
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
    )
    return content, loader.problems
