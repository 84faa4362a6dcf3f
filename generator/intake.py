"""Intake: files into `seeds/` under a good name, with a sidecar of what was found in them, and what comes of it.

Nothing is ever overwritten. This is the only command that writes `seeds/`; the drafts go to `build/drafts/`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.build import gather
from generator.diagnostics import Diagnostic, Location, ProblemsError, error
from generator.loading import load_content
from generator.model import Article, Briefing
from generator.outputs import write_whole
from generator.pages import all_pages
from generator.proposal import draft, inline
from generator.reading import Seed, decoded, find_seeds_in, read_seed, seed_at
from generator.reading.seed import SIDECAR
from generator.records import Value, load
from generator.rendering import render
from generator.run import Run
from generator.text import slug

DRAFTS: Final = "build/drafts"
SCHEMA: Final = "# yaml-language-server: $schema=../content/schemas/sidecar.json\n"
KEYS: Final = ("title", "publisher", "published", "url", "language")
"""What a sidecar says where it was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """An article that was put into `seeds/`, with its file, which may hold others."""

    article: Article
    path: str
    """Below the root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a run of `add` did, in words for the desk, and what was wrong."""

    report: str
    problems: tuple[Diagnostic, ...]


def add(run: Run, paths: Iterable[Path]) -> Intake:
    """Put files, or all files of folders, into `seeds/`; say which pages change and what awaits a fact.

    Raises:
        ProblemsError: the content's own settings are wrong; then nothing was added.
    """
    before = gather(run, keep=False)[0]
    added: list[Added] = []
    problems: list[Diagnostic] = []
    for path in paths:
        if not path.exists():
            problems.append(error(Location(str(path)), "missing-file", "there is no such file or folder"))
        folder, given = (path, find_seeds_in(path)) if path.is_dir() else (path.parent, _one(path))
        for seed in given:
            try:
                added.extend(_put(run.root, seed, folder, before))
            except ProblemsError as trouble:
                problems.extend(trouble.problems)
    after, found = gather(run, keep=False) if added else (before, ())
    seeds = {entry.path for entry in added}
    problems.extend(problem for problem in found if problem.location.path.removesuffix(SIDECAR) in seeds)
    return Intake(report="".join(_report(run, added, before, after)), problems=tuple(sorted(set(problems))))


def _one(path: Path) -> list[Seed]:
    return [seed_at(path)] if path.is_file() else []


def _put(root: Path, seed: Seed, folder: Path, known: Briefing) -> list[Added]:
    articles, problems = read_seed(seed)
    if not articles:
        raise ProblemsError(problems)
    place = Location(str(folder / Path(seed.path).name))
    name = f"{_stem(articles, seed)}{Path(seed.path).suffix.lower()}"
    for article in articles:
        _refuse_held(article, name, root, place, known)
    target = root / "seeds" / name
    # The sidecar first: a run that is killed in between leaves no article without what is known of it.
    sidecar = _sidecar(seed, articles[0]).encode() if len(articles) == 1 else seed.sidecar
    if sidecar is not None:
        _write_new(target.with_name(name + SIDECAR), sidecar, place)
    _write_new(target, seed.data, place)
    return [Added(article=article, path=f"seeds/{name}") for article in read_seed(seed_at(target))[0]]


def _stem(articles: tuple[Article, ...], seed: Seed) -> str:
    """Name a file by the day and title of its article; one of several by the newest day and its own name."""
    day = max(article.published for article in articles).text
    return slug(f"{day} {articles[0].title if len(articles) == 1 else Path(seed.path).stem}")


def _refuse_held(article: Article, name: str, root: Path, place: Location, known: Briefing) -> None:
    """Refuse an article that is held, and one whose name or id another has.

    Raises:
        ProblemsError: with the way out.
    """
    for other in known.corpus.articles.values():
        if other.sha256 == article.sha256:
            raise ProblemsError([error(place, "already-held", f"these words are held as {other.seed}; nothing to add")])
    taken = {path.name.casefold() for path in (root / "seeds").glob("*")}
    if {name.casefold(), f"{name}{SIDECAR}".casefold()} & taken or slug(Path(name).stem) in known.sources:
        message = (
            f"seeds/{name}, or its id, is another's; give it another `title` in a sidecar ({place.path}{SIDECAR}); "
            "where it corrects the other, say so there (`replaces: ID`)"
        )
        raise ProblemsError([error(place, "name-taken", message)])


def _write_new(path: Path, data: bytes, place: Location) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as problem:
        raise ProblemsError([error(place, "name-taken", f"{path} was made meanwhile; try again")]) from problem


def _sidecar(seed: Seed, article: Article) -> str:
    """Give what the desk said in a sidecar of its own, completed by what was found; what is missing as a comment."""
    said: dict[str, Value] = {}
    if seed.sidecar is not None:
        value, _ = load(decoded(seed.sidecar, seed.path + SIDECAR), seed.path + SIDECAR)
        said = dict(value) if isinstance(value, dict) else {}
    found: dict[str, object] = {key: getattr(article, key) for key in KEYS} | {"published": article.published.text}
    if article.title_by_desk:
        found["title_by_desk"] = True
    lines = [f"{key}: {inline(value)}\n" for key, value in {**found, **said}.items() if value is not None]
    missing = [f"# {key}: not found in the file\n" for key, value in found.items() if value is None and key not in said]
    more = "" if "kind" in said else "# kind: newspaper unless said otherwise; rights: excerpts\n"
    return SCHEMA + "".join(lines) + "".join(missing) + more


def _report(run: Run, added: list[Added], before: Briefing, after: Briefing) -> Iterator[str]:
    content = load_content(run.root)[0]
    for entry in added:
        article = after.corpus.articles.get(entry.article.id)
        yield f"{entry.path}: {entry.article.title}\n"
        if article is None:
            yield "  kept, but not read; the problems are below\n"
            continue
        others = [name for name in after.copies.get(article.id, ()) if name != article.id]
        if others:
            yield f"  the same story as {', '.join(others)}; the versions count once\n"
        passages, unused = after.corpus.passages[article.id], after.unused[article.id]
        waiting = [p.number for p in passages if p.number in unused and (p.countries or p.pillars or p.topics)]
        yield f"  {len(waiting)} passages await a fact: {', '.join(map(str, waiting)) or 'none'}\n"
        path = f"{DRAFTS}/{article.id}.yml"
        write_whole(run.root / path, draft(article, passages, content, after).encode())
        yield f"  drafts: {path}\n"
    if added:
        yield from _pages(run, before, after)


def _pages(run: Run, before: Briefing, after: Briefing) -> Iterator[str]:
    templates = run.templates
    old, new = ({o.path: o.data for o in render(all_pages(b), b, templates)} for b in (before, after))
    fresh = sorted(new.keys() - old.keys())
    changed = sorted(path for path in new.keys() & old.keys() if new[path] != old[path])
    yield f"New pages: {', '.join(fresh) or 'none'}\n"
    yield f"Changed pages: {', '.join(changed) or 'none'}\n"
