"""How well copies are told from other articles: `python -m tests.copies_score`.

2,000 made versions of the development articles, each beside its original, and 4,000 pairs of different articles; of
each pair `find_copies` is asked whether the two are one story.
"""

from collections.abc import Iterable

from generator.assembly.copies import find_copies
from generator.model import Article, Corpus
from tests.variations import developed, different, variations

COPIES, OTHERS = 2000, 4000


def recognised(one: Article, other: Article) -> bool:
    """Say whether the two are found to be one story."""
    return bool(find_copies(Corpus(articles={one.id: one, other.id: other})))


def score(copies: int, others: int) -> tuple[int, int]:
    """Give how many of so many copies are recognised, and how many of so many other pairs are taken for copies."""
    articles = developed()
    return _count(variations(articles, copies)), _count(different(articles, others))


def _count(pairs: Iterable[tuple[Article, Article]]) -> int:
    return sum(recognised(*pair) for pair in pairs)


def main() -> None:
    """Print precision and recall."""
    right, wrong = score(COPIES, OTHERS)
    print(f"{COPIES} copies: {right} recognised, recall {right / COPIES:.4f}")
    print(f"{OTHERS} other pairs: {wrong} taken for copies, precision {right / (right + wrong):.4f}")


if __name__ == "__main__":
    main()
