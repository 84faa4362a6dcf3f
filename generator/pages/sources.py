"""Source pages: each held article with its passages, cited words highlighted, and the list of all documents."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from markupsafe import Markup

from generator import paths
from generator.analysis.names.foreign import base_code, language_of
from generator.exports.linked import article_node
from generator.markdown import escape, url
from generator.model import Article, Briefing, Fact, Passage, Source
from generator.pages.archive import archive_of
from generator.pages.marks import mark
from generator.pages.notes import Notes, source_words
from generator.pages.page import OF_A_LIST, Draft, Page
from generator.pages.statements import dated, statement
from generator.text import Span, merged, overlapping

ARTICLES: Final = 100
"""The list shows this many articles that no statement rests on, the newest; its archive has all articles."""
_GAP = Markup("… ")
_GAP_BETWEEN = Markup(" … ")


def source_pages(briefing: Briefing) -> Iterator[Draft]:
    """Give the list of sources, its archive of articles, and a page for each held article."""
    resting: dict[str, list[Fact]] = {}
    for fact in briefing.facts.values():
        for name in dict.fromkeys(evidence.source.id for evidence in fact.found):
            resting.setdefault(name, []).append(fact)
    uses = {name: len(facts) for name, facts in resting.items()}
    yield from _all_sources(uses, briefing)
    for article in briefing.corpus.articles.values():
        yield partial(_article_page, article, resting.get(article.id, []), briefing)


def _all_sources(uses: Mapping[str, int], briefing: Briefing) -> Iterator[Draft]:
    """List every document that the desk has written down or cited, and the newest of the other articles."""
    waiting = [source for source in briefing.sources.values() if source.held and source.id not in uses]
    older = {source.id for source in sorted(waiting, key=lambda s: s.published, reverse=True)[ARTICLES:]}
    listed = [source for source in briefing.sources.values() if source.id not in older]
    by_year: dict[int, list[Source]] = {}
    for source in _primary_first(listed):
        by_year.setdefault(source.published.first.year, []).append(source)
    here = {source.id for source in listed}

    def entry(page: str, source: Source) -> dict[str, object]:
        return _entry(page, source, uses.get(source.id, 0), here if page == paths.SOURCES else (), briefing)

    articles = [source for source in briefing.sources.values() if source.held] if older else []
    archive = archive_of(paths.SOURCES, "Sources", articles, lambda source: source.published)
    yield Page(
        path=paths.SOURCES,
        template="sources.md.jinja",
        title="Sources",
        boost=OF_A_LIST,
        description="Every document that a statement rests on, published or withheld, primary documents first.",
        view={
            "years": [
                (year, [entry(paths.SOURCES, source) for source in found])
                for year, found in sorted(by_year.items(), reverse=True)
            ],
            "left_out": len(older),
            "archive": archive.years,
        },
        file="content/sources",
    )
    yield from archive.pages(
        "archive-sources.md.jinja", "Articles", "The articles that we hold, in the order of publication.", entry
    )


def _primary_first(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=lambda source: (not source.primary, source.published, source.id))


def _entry(page: str, source: Source, uses: int, here: Container[str], briefing: Briefing) -> dict[str, object]:
    """Give a document as a list shows it; other versions stand in the same list where they are `here`."""

    def place(name: str) -> str:
        return f"#{paths.source_anchor(name)}" if name in here else paths.link(page, paths.article(name))

    return {
        "anchor": paths.source_anchor(source.id),
        "title": source.title,
        "by_desk": source.title_by_desk,
        "publisher": source.publisher or "publisher not known",
        "date": dated(source.published),
        "kind": source.kind.replace("-", " "),
        "page": paths.link(page, paths.article(source.id)) if source.held else "",
        "address": url(source.url) if source.url else "",
        "origin": source.origin or "",
        "state": source.ownership == "state",
        "withdrawn": source.withdrawn or "",
        "primary": source.primary,
        "note": source.note or "",
        "uses": uses,
        **_versions(source.id, briefing, place),
    }


def _versions(name: str, briefing: Briefing, address: Callable[[str], str]) -> dict[str, object]:
    """Give the other versions of an article's story, and the one that has replaced it, each as words and address."""

    def named(other: str) -> tuple[str, str]:
        return source_words(briefing.sources[other]), address(other)

    newest = briefing.replaced.get(name)
    return {
        "copies": [named(other) for other in briefing.copies.get(name, ()) if other not in {name, newest}],
        "replaced_by": named(newest) if newest else None,
    }


def _article_page(article: Article, resting: Iterable[Fact], briefing: Briefing) -> Page:
    page = paths.article(article.id)
    passages = briefing.corpus.passages[article.id]
    quoted = [(fact, [span for e in fact.found if e.source.id == article.id for span in e.spans]) for fact in resting]
    notes = Notes(page)
    cited = merged([span for _, spans in quoted for span in spans])
    rows = [
        {
            "anchor": paths.passage_anchor(passage.number),
            "number": passage.number,
            "text": _excerpt(article, passage, ground, cited, briefing.shown[article.id]),
            "statements": [
                _row(fact, briefing, notes)
                for fact, spans in quoted
                if any(span.overlaps(passage.span) for span in spans)
            ],
        }
        for passage, ground in zip(passages, _grounds(article, passages), strict=True)
    ]
    return Page(
        path=page,
        template="article.md.jinja",
        title=article.title,
        entity=article_node(article, resting, briefing),
        description=f"{source_words(briefing.sources[article.id])}: the passages behind our statements.",
        view={
            "article": article,
            "published": dated(article.published),
            "address": url(article.url) if article.url else "",
            "passages": [row for row in rows if row["text"]],
            "read": len(passages),
            "language": _language(article),
            "coverage": briefing.coverage[article.id],
            **_versions(article.id, briefing, lambda name: paths.link(page, paths.article(name))),
            "hidden": sum(not row["text"] for row in rows),
            "countries": _names(passages, briefing),
            "pillars": [
                p.name for p in briefing.pillars.values() if any(p.id == m.id for x in passages for m in x.pillars)
            ],
        },
        boost=0,
        file=article.seed,
        up="Sources",
    )


def _language(article: Article) -> tuple[str, bool] | None:
    """Give the language of an article that is not in English, and whether its names of countries are known."""
    if base_code(article.language) == "en":
        return None
    language = language_of(article.language)
    return (language.name, True) if language else (article.language, False)


def _row(fact: Fact, briefing: Briefing, notes: Notes) -> dict[str, object]:
    kinds = ((fact.countries, briefing.countries), (fact.pillars, briefing.pillars), (fact.topics, briefing.topics))
    named = (", ".join(known[name].name for name in names) for names, known in kinds)
    return {
        "subjects": next(filter(None, named), fact.kind.capitalize()),
        "statement": statement(fact, briefing, notes),
        "mark": mark(notes.page, "second-hand") if fact.hearsay else None,
    }


def _names(passages: tuple[Passage, ...], briefing: Briefing) -> list[tuple[str, str]]:
    found = sorted({mention.id for passage in passages for mention in passage.countries})
    return [(briefing.countries[name].name, paths.country(name)) for name in found if name in briefing.countries]


def _grounds(article: Article, passages: tuple[Passage, ...]) -> list[Span]:
    """Share out an article among its passages: to each what stands before it, as a bullet or a line without words."""
    ends = [passage.span.end for passage in passages[:-1]]
    return [Span(start, end) for start, end in zip([0, *ends], [*ends, len(article.text)], strict=False)]


def _excerpt(article: Article, passage: Passage, ground: Span, cited: list[Span], shown: Sequence[Span]) -> Markup:
    """Give the shown parts of a passage as Markdown, cited words in `mark`, what is left out as an ellipsis."""
    parts: list[Markup] = []
    position = passage.span.start
    for span in overlapping(shown, ground):
        start, end = max(span.start, ground.start), min(span.end, ground.end)
        start = end - len(article.text[start:end].lstrip())
        if start == end:
            continue
        if start > position:
            parts.append(_GAP_BETWEEN if parts else _GAP)
        parts.extend(_highlighted(article.text, Span(start, end), cited))
        position = end
    if parts and position < passage.span.end:
        parts.append(Markup(" …"))
    return Markup("").join(parts)


def _highlighted(text: str, span: Span, cited: list[Span]) -> Iterator[Markup]:
    position = span.start
    for words in overlapping(cited, span):
        start, end = max(words.start, span.start), min(words.end, span.end)
        yield _spaced(text[position:start])
        yield Markup("<mark>{}</mark>").format(_spaced(text[start:end]))
        position = end
    yield _spaced(text[position : span.end])


def _spaced(text: str) -> Markup:
    """Escape a piece of a line and keep the space at its ends."""
    space = Markup(" ")
    after = text[-1:].isspace() and bool(text.strip())
    return space * text[:1].isspace() + escape(text) + space * after
