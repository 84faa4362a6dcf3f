"""Sidecars: what the desk says of a seed's articles, key by key, before what the file itself says."""

from collections.abc import Collection

from generator.diagnostics import Location, ProblemsError, error
from generator.reading.seed import SIDECAR, Delivered, Seed
from generator.records import load, typed
from generator.schema.sources import ONE_ARTICLE_ONLY, ArticleRecord, Sidecar


def read_sidecar(seed: Seed) -> Sidecar:
    """Read a seed's sidecar; one that is not there says nothing.

    Raises:
        ProblemsError: it is not UTF-8, no YAML, or says what no sidecar can.
    """
    if seed.sidecar is None:
        return Sidecar()
    path = seed.path + SIDECAR
    return typed(Sidecar, *load(decoded(seed.sidecar, path), path))


def decoded(data: bytes, path: str) -> str:
    """Decode a file of ours.

    Raises:
        ProblemsError: it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        complaint = error(Location(path, line), "bad-encoding", "this is not UTF-8; save it as UTF-8")
        raise ProblemsError([complaint]) from problem


def check_sidecar(sidecar: Sidecar, delivered: Collection[Delivered], ids: Collection[str]) -> None:
    """Check that a sidecar fits how many articles its file holds.

    Raises:
        ProblemsError: it says for all what can hold for one only, or names an article that is not there.
    """
    several = any(article.key is not None for article in delivered)
    given = sidecar.model_fields_set.intersection(ONE_ARTICLE_ONLY) if several else ()
    problems = [
        error(sidecar.at(key), "bad-value", f"{key}: the file holds several articles; write it below `articles: ID:`")
        for key in sorted(given)
    ]
    problems += [
        error(sidecar.at("articles", name), "unknown-id", f"no article of this file is {name!r}; {_listed(ids)}")
        for name in sidecar.articles
        if name not in ids
    ]
    if problems:
        raise ProblemsError(problems)


_LISTED = 5


def _listed(ids: Collection[str]) -> str:
    names = sorted(ids)
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"there are {', '.join(names[:_LISTED])}{more}"


def about(sidecar: Sidecar, article_id: str) -> ArticleRecord:
    """Give what the desk says of one article: its own entry, then what holds for the whole file."""
    own = sidecar.articles.get(article_id)
    if own is None:
        return sidecar
    keys = sidecar.model_fields_set - own.model_fields_set - {"articles"}
    return own.model_copy(update={key: getattr(sidecar, key) for key in keys})
