"""Loading: from the YAML files in `content/` to typed records, with every problem at its line and column."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.analysis.vocabulary import Vocabulary, compile_vocabulary
from generator.diagnostics import Diagnostic, Location, ProblemsError, error
from generator.reading import decoded
from generator.records import Places, Record, Value, load, typed
from generator.schema import Claim, Country, Pillar, Retired, Site, SourceRecord, Topic

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that the desk maintains, as typed; references between records are not checked yet."""

    site: Site
    countries: tuple[Country, ...]
    pillars: tuple[Pillar, ...]
    topics: tuple[Topic, ...]
    sources: tuple[SourceRecord, ...]
    claims: tuple[Claim, ...]
    retired: tuple[Retired, ...]

    def vocabulary(self) -> Vocabulary:
        """Compile the names under which articles mention what the desk knows."""
        return compile_vocabulary(self.site.partnership, self.countries, self.pillars, self.topics)


def load_content(root: Path) -> tuple[Content, list[Diagnostic]]:
    """Read all content files below the root.

    Raises:
        ProblemsError: `content/site.yml` is missing or wrong; without it nothing else can be judged.
    """
    problems: list[Diagnostic] = []
    sites = list(_records(Site, root, ["content/site.yml"], problems))
    if not sites:
        missing = error(Location("content/site.yml"), "missing-file", "the file is missing; it names the partnership")
        raise ProblemsError(problems or [missing])
    content = Content(
        site=sites[0],
        countries=tuple(_records(Country, root, _files(root, "countries"), problems)),
        pillars=tuple(_records(Pillar, root, _files(root, "pillars"), problems)),
        topics=tuple(_entries(Topic, root, ["content/topics.yml"], problems)),
        sources=tuple(_entries(SourceRecord, root, ["content/sources.yml"], problems)),
        claims=tuple(_entries(Claim, root, _files(root, "facts"), problems)),
        retired=tuple(_entries(Retired, root, ["content/retired.yml"], problems)),
    )
    return content, problems


def _files(root: Path, folder: str) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in (root / "content" / folder).glob("*.yml"))


def _loaded(root: Path, paths: Iterable[str], problems: list[Diagnostic]) -> Iterator[tuple[Value, Places]]:
    for path in paths:
        if (root / path).is_file():
            try:
                yield load(decoded((root / path).read_bytes(), path), path)
            except ProblemsError as trouble:
                problems.extend(trouble.problems)


def _records(kind: type[R], root: Path, paths: Iterable[str], problems: list[Diagnostic]) -> Iterator[R]:
    """Read files that hold one record each."""
    for value, places in _loaded(root, paths, problems):
        yield from _typed(kind, value, places, problems)


def _entries(kind: type[R], root: Path, paths: Iterable[str], problems: list[Diagnostic]) -> Iterator[R]:
    """Read files that hold a list of records each; an empty file is an empty list."""
    for value, places in _loaded(root, paths, problems):
        if not isinstance(value, list):
            if value:
                problems.append(error(places.at(), "bad-value", "expected a list: begin each entry with `- `"))
            continue
        for index, entry in enumerate(value):
            yield from _typed(kind, entry, places.below(index), problems)


def _typed(kind: type[R], value: Value, places: Places, problems: list[Diagnostic]) -> Iterator[R]:
    try:
        yield typed(kind, value, places)
    except ProblemsError as trouble:
        problems.extend(trouble.problems)
