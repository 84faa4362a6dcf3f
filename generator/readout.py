"""What `read` prints: an article with everything that reading finds in it."""

from pathlib import Path

from generator.analysis import analyse_article
from generator.diagnostics import Diagnostic
from generator.loading import load_content
from generator.model import Article, Attribution, DateMention, Mention, Passage
from generator.reading import Seed, find_seeds_in, read_seed, seed_at


def reading_json(root: Path, path: Path) -> tuple[list[dict[str, object]], list[Diagnostic]]:
    """Read one seed or a folder of them with the vocabulary of the root's content; give the problems beside them.

    Raises:
        ProblemsError: the root has no settings, so that there is no vocabulary.
    """
    content, _ = load_content(root)
    problems: list[Diagnostic] = []
    seeds: list[Seed] = find_seeds_in(path) if path.is_dir() else [seed_at(path)]
    vocabulary = content.vocabulary()
    found: list[dict[str, object]] = []
    for seed in seeds:
        articles, troubles = read_seed(seed)
        problems.extend(troubles)
        found.extend(_article(article, analyse_article(article, vocabulary)) for article in articles)
    return found, problems


def _article(article: Article, passages: tuple[Passage, ...]) -> dict[str, object]:
    return {
        "id": article.id,
        "published": article.published.text,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "sentences": [_sentence(article.text, passage) for passage in passages],
    }


def _sentence(text: str, passage: Passage) -> dict[str, object]:
    span = passage.span
    return {
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "countries": _mentions(passage.countries),
        "pillars": _mentions(passage.pillars),
        "topics": _mentions(passage.topics),
        "dates": [_date(mention) for mention in passage.dates],
        "quotes": [{"start": q.span.start, "end": q.span.end, "speaker": q.speaker} for q in passage.quotes],
        "attribution": _attribution(passage.attribution or Attribution()),
        "outlook": passage.outlook,
    }


def _mentions(mentions: tuple[Mention, ...]) -> list[dict[str, object]]:
    return [{"id": mention.id, "start": mention.span.start, "end": mention.span.end} for mention in mentions]


def _date(mention: DateMention) -> dict[str, object]:
    return {
        "edtf": mention.edtf.text,
        "start": mention.span.start,
        "end": mention.span.end,
        "granularity": mention.edtf.granularity,
        "earliest": mention.edtf.first.isoformat(),
        "latest": mention.edtf.last.isoformat(),
    }


def _attribution(found: Attribution) -> dict[str, object]:
    return {
        "speaker": found.speaker,
        "anonymous": found.anonymous,
        "reported_by": found.reported_by,
        "chain": list(found.chain),
    }
