"""Reading: from the files in `seeds/` to articles. `READERS` lists the formats that a seed may have."""

from dataclasses import dataclass
from pathlib import Path

from generator import edtf
from generator.diagnostics import Location, ProblemsError, error
from generator.edtf import Edtf
from generator.model import Article
from generator.outputs import digest
from generator.reading.dated_text import read_dated_text
from generator.reading.seed import Delivered
from generator.records import load, typed
from generator.schema.sources import Sidecar
from generator.text import slug, tidy

READERS = (read_dated_text,)
"""Each takes a seed's bytes and gives what it found, or None where the seed has another format."""

SIDECAR = ".yml"


@dataclass(frozen=True, slots=True)
class Seed:
    """A file in `seeds/`, as delivered, with its optional sidecar."""

    path: str
    data: bytes
    sidecar: bytes | None = None


def find_seeds(root: Path) -> list[Seed]:
    """Read all seeds below the root in the order of their paths; hidden files and sidecars are no seeds."""
    return find_seeds_in(root / "seeds")


def find_seeds_in(folder: Path) -> list[Seed]:
    """Read all seeds of a folder in the order of their names."""
    files = sorted(path for path in folder.glob("*") if path.is_file() and not path.name.startswith("."))
    names = {path.name for path in files}
    return [seed_at(path) for path in files if path.name.removesuffix(SIDECAR) not in names - {path.name}]


def seed_at(path: Path) -> Seed:
    """Read one seed with its sidecar."""
    return Seed(f"{path.parent.name}/{path.name}", path.read_bytes(), _bytes(path.with_name(path.name + SIDECAR)))


def read_article(seed: Seed) -> Article:
    """Make an article of a seed.

    Raises:
        ProblemsError: no reader knows the format, or the sidecar is wrong, or no date is known.
    """
    place = Location(seed.path)
    delivered = next((found for reader in READERS if (found := reader(seed.data)) is not None), None)
    if delivered is None:
        message = "no reader knows this form; text seeds begin with ` date YYYY-MM-DD ` and are UTF-8"
        raise ProblemsError([error(place, "seed-unreadable", message)])
    sidecar = _sidecar(seed)
    published = sidecar.published or _published(delivered, place)
    text = tidy(delivered.body)
    if not text:
        raise ProblemsError(
            [error(place, "seed-empty", "the seed holds no text; put the article in or take the file away")]
        )
    article_id = sidecar.id or slug(Path(seed.path).stem)
    return Article(
        id=article_id,
        seed=seed.path,
        location=place,
        title=sidecar.title or delivered.title or text.splitlines()[0][:90],
        title_by_desk=sidecar.title_by_desk or not (sidecar.title or delivered.title),
        publisher=sidecar.publisher or delivered.publisher,
        published=published,
        url=sidecar.url or delivered.url,
        language=sidecar.language or delivered.language,
        kind=sidecar.kind,
        primary=sidecar.primary,
        ownership=sidecar.ownership,
        rights=sidecar.rights,
        origin=sidecar.origin,
        replaces=sidecar.replaces,
        text=text,
        sha256=digest(text.encode()),
    )


def _published(delivered: Delivered, place: Location) -> Edtf:
    try:
        return edtf.parse(delivered.published or "")
    except ValueError as problem:
        message = f"the day of publication is not known ({problem}); add `published: YYYY-MM-DD` to a sidecar"
        raise ProblemsError([error(place, "seed-undated", message)]) from problem


def _sidecar(seed: Seed) -> Sidecar:
    if seed.sidecar is None:
        return Sidecar()
    return typed(Sidecar, *load(decoded(seed.sidecar, seed.path + SIDECAR), seed.path + SIDECAR))


def decoded(data: bytes, path: str) -> str:
    """Decode a file of ours.

    Raises:
        ProblemsError: it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise ProblemsError(
            [error(Location(path, line), "bad-encoding", "this is not UTF-8; save it as UTF-8")]
        ) from problem


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
