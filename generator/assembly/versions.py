"""Versions: a corrected article takes the place of the one that its sidecar says it `replaces`."""

from collections.abc import Mapping

from generator.model import Corpus


def newest_versions(corpus: Corpus) -> dict[str, str]:
    """Give for each article that another one replaces the newest version of it."""
    later: dict[str, str] = {}
    for article in sorted(corpus.articles.values(), key=lambda article: (article.published, article.id)):
        older = article.replaces
        if older and older in corpus.articles and older != article.id:
            later[older] = article.id
    return {name: _newest(later, name) for name in sorted(later)}


def _newest(later: Mapping[str, str], name: str) -> str:
    """Follow the chain to its end; where it runs in a circle, to where it began."""
    seen = {name}
    while (following := later.get(name)) is not None and following not in seen:
        seen.add(following)
        name = following
    return name
