"""Evidence: a claim becomes a fact only here, by having every citation resolved."""

from collections.abc import Mapping

from generator.analysis.quotes import NotFound, find_quote
from generator.diagnostics import Diagnostic, error
from generator.model import Corpus, Evidence, Fact, Source
from generator.schema.facts import Citation, Claim, Statement
from generator.text import Span, one_line


def resolve(
    claim: Claim, sources: Mapping[str, Source], corpus: Corpus, newest: Mapping[str, str]
) -> tuple[Fact | None, list[Diagnostic]]:
    """Make a fact of a claim, or give what is wrong with its citations.

    `newest` gives the version that has taken an article's place: words that stand in it are evidence from it.
    """
    found: list[Evidence] = []
    problems: list[Diagnostic] = []
    for index, citation in enumerate(claim.evidence):
        source = sources.get(citation.source)
        if source is None:
            continue  # an unknown id is reported once, with the other references
        result = _held(claim, index, source, corpus) if source.held else _cited(claim, index, source)
        if source.id in newest and isinstance(result, Evidence):
            later = _held(claim, index, sources[newest[source.id]], corpus)
            result = later if isinstance(later, Evidence) else result
        if isinstance(result, Evidence):
            found.append(result)
        else:
            problems.append(result)
    if problems or len(found) < len(claim.evidence):
        return None, problems
    values = {name: getattr(claim, name) for name in Statement.model_fields}
    return Fact.model_construct(claim.model_fields_set & values.keys(), **values, found=tuple(found)).standing_at(
        claim
    ), []


def _held(claim: Claim, index: int, source: Source, corpus: Corpus) -> Evidence | Diagnostic:
    citation = claim.evidence[index]
    article = corpus.articles[source.id]
    if citation.quote is None:
        message = f"{source.id} is held; quote its words, so that they can be compared (`quote:`)"
        return error(claim.at("evidence", index), "quote-missing", message, claim.id)
    place = claim.at("evidence", index, "quote")
    spans = find_quote(article.text, citation.quote, citation.prefix, citation.suffix, paged=bool(article.pages))
    if isinstance(spans, NotFound):
        return error(place, *_failure(spans, article.seed), claim.id)
    words = " … ".join(one_line(article.text[span.start : span.end]) for span in spans)
    number = _passage_at(max(spans, key=lambda span: span.end - span.start), corpus, source.id)
    return Evidence(
        source=source,
        state="matched",
        spans=spans,
        passage=number,
        words=words,
        where=citation.where or article.page_at(spans[0].start),
    )


def _failure(failure: NotFound, seed: str) -> tuple[str, str]:
    if failure.count:
        message = f"these words stand more than once in {seed}; add `prefix` or `suffix`, words just before or after"
        return "quote-ambiguous", message
    nearest = one_line(failure.nearest)
    difference = f"; {failure.difference}" if failure.difference else ""
    return "quote-not-found", f"these words do not stand in {seed}; nearest: {nearest!r}{difference}"


def _passage_at(span: Span, corpus: Corpus, article: str) -> int:
    return next((passage.number for passage in corpus.passages[article] if span.overlaps(passage.span)), 1)


def _cited(claim: Claim, index: int, source: Source) -> Evidence | Diagnostic:
    citation: Citation = claim.evidence[index]
    if citation.quote is not None:
        return Evidence(source=source, state="quoted", words=citation.quote, where=citation.where)
    if citation.where is None:
        message = f"{source.id} is not held; say where in it (`where:`) or quote a few of its words (`quote:`)"
        return error(claim.at("evidence", index), "place-missing", message, claim.id)
    return Evidence(source=source, state="cited", where=citation.where)
