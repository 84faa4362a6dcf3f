"""Proposal: what reading found in an article as draft facts, ready to be edited into `content/facts/`.

The statement is left to the editor: it must be in the desk's own words. With statements written, a draft passes the
checks; quotations stop where the article's rights stop, and what was left out is named.
"""

import math
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from generator.analysis import analyse_article
from generator.analysis.quotes import NotFound, find_quote
from generator.assembly.excerpts import showable
from generator.assembly.passages import best_first
from generator.build import gather
from generator.diagnostics import ProblemsError
from generator.loading import Content, load_content
from generator.model import Article, Briefing, Corpus, DateMention, Mention, Passage
from generator.reading import read_seed, seed_at
from generator.run import Run
from generator.schema.subjects import Subject
from generator.text import SLUG_BYTES, one_line

WIDTH: Final = 116
NEIGHBOURS: Final = 5
"""Words before a quotation that tell it from the same words elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A passage that may become a fact, and the fact as far as reading can write it."""

    passage: Passage
    fact: dict[str, Any]


def propose(run: Run, path: Path) -> str:
    """Give draft facts for the passages of a seed's articles that no published statement uses.

    Raises:
        ProblemsError: the seed cannot be read, or the content's own settings are wrong.
    """
    content, _ = load_content(run.root)
    briefing = gather(run, keep=False)[0]
    articles, problems = read_seed(seed_at(path))
    if not articles:
        raise ProblemsError(problems)
    return "".join(_proposed(article, content, briefing) for article in articles)


def _proposed(article: Article, content: Content, briefing: Briefing) -> str:
    passages = analyse_article(article, content.vocabulary())
    return draft(article, passages, content, briefing)


def draft(article: Article, passages: tuple[Passage, ...], content: Content, briefing: Briefing) -> str:
    """Give draft facts for the passages of an article that no published statement uses."""
    known = briefing.corpus.articles.get(article.id)
    unused = briefing.unused.get(article.id, ())
    free = [p for p in passages if known is None or p.number in unused]
    chosen, left_out = _within_rights(article, free, briefing)
    drafts = [Draft(passage=passage, fact=_fact(article, passage, content)) for passage in chosen]
    return "".join(_written(article, drafts, left_out, held=known is not None))


def _within_rights(
    article: Article, passages: Iterable[Passage], briefing: Briefing
) -> tuple[list[Passage], list[Passage]]:
    """Choose the passages that name a subject, best first, until their quotation would show too much."""
    corpus = Corpus(articles={article.id: article})
    room = showable(article, briefing.site.excerpt_share)
    quoted = [s for f in briefing.facts.values() for e in f.found if e.source.id == article.id for s in e.spans]
    room -= sum(span.end - span.start for span in quoted)
    chosen: list[Passage] = []
    left_out: list[Passage] = []
    for passage in best_first(passages, corpus):
        length = passage.span.end - passage.span.start
        if not (passage.countries or passage.pillars or passage.partnership or passage.topics):
            continue
        if length <= room and not isinstance(_place(article, passage), NotFound):
            chosen.append(passage)
            room -= length
        else:
            left_out.append(passage)
    return sorted(chosen, key=lambda p: p.number), sorted(left_out, key=lambda p: p.number)


def _place(article: Article, passage: Passage) -> object:
    citation = _citation(article, passage)
    return find_quote(article.text, citation["quote"], citation.get("prefix"), paged=bool(article.pages))


def _citation(article: Article, passage: Passage) -> dict[str, str]:
    """Give the passage's own words, with those before where they stand twice."""
    words = one_line(article.text[passage.span.start : passage.span.end])
    citation = {"source": article.id, "quote": words}
    if isinstance(find_quote(article.text, words), NotFound):
        citation["prefix"] = " ".join(article.text[: passage.span.start].split()[-NEIGHBOURS:])
    return citation


def _fact(article: Article, passage: Passage, content: Content) -> dict[str, Any]:
    credited = passage.attribution
    speaker = credited.speaker if credited else None
    outlet = article.publisher or "The article"
    relayed = credited.reported_by if credited else None
    fact: dict[str, Any] = {
        "id": f"{article.id[: SLUG_BYTES - 6].rstrip('-')}-s{passage.number}",
        "statement": "",
        "countries": _ids(passage.countries, content.countries),
        "pillars": _ids(passage.pillars, content.pillars),
        "topics": _ids(passage.topics, content.topics),
        "kind": _kind(passage),
        "date": _date(article, passage),
        **_expected(article, passage),
        "attribution": speaker or (relayed and f"{relayed}, in its own words") or f"{outlet}, in its own words",
        "via": [name for name in (article.publisher, relayed) if name and (speaker or relayed)],
        "hearsay": True if relayed and not passage.quotes else None,
        "anonymous": True if credited and credited.anonymous else None,
        "evidence": [_citation(article, passage)],
    }
    return {key: value for key, value in fact.items() if value not in (None, [], ()) or key == "statement"}


def _ids(found: Iterable[Mention], known: Iterable[Subject]) -> list[str]:
    """Give the ids that were found and have a file, each once."""
    ids = {subject.id for subject in known}
    return [name for name in dict.fromkeys(mention.id for mention in found) if name in ids]


def _kind(passage: Passage) -> str:
    if passage.outlook:
        return "plan"
    return "position" if passage.attribution and passage.attribution.speaker else "event"


def _date(article: Article, passage: Passage) -> str:
    """Give the newest date in the sentence that is not after publication, else the day of publication."""
    past = [mention.edtf for mention in passage.dates if mention.edtf.last <= article.published.last]
    return max(past).text if past and not passage.outlook else article.published.text


def _expected(article: Article, passage: Passage) -> dict[str, str]:
    due = [mention for mention in passage.dates if mention.edtf.last > article.published.last]
    if not passage.outlook or not due:
        return {}
    first: DateMention = due[0]
    return {
        "expected": first.edtf.text,
        "expected_text": one_line(article.text[first.span.start : first.span.end]),
    }


def _written(article: Article, drafts: list[Draft], left_out: list[Passage], *, held: bool) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../schemas/facts.json\n"
    yield f"# Drafts from {article.seed}. Write each statement in the desk's own words, and read the rest again.\n"
    if not held:
        yield f"# The article is not in seeds/ yet; put it there, so that {article.id} is known.\n"
    for draft in drafts:
        yield f"\n{_comment(article, draft.passage)}{_entry(draft.fact)}"
    for passage in left_out:
        yield f"\n# Left out, since its words would exceed the article's rights:\n{_comment(article, passage)}"


def _comment(article: Article, passage: Passage) -> str:
    text = one_line(article.text[passage.span.start : passage.span.end])
    lines = textwrap.wrap(f"{passage.number}: {text}", WIDTH, break_long_words=False, break_on_hyphens=False)
    return "".join(f"# {line}\n" for line in lines)


def _entry(fact: dict[str, Any]) -> str:
    """Write one entry, a key a line and each citation's words on a line of their own."""
    lines = [f"{key}: {inline(value)}" for key, value in fact.items() if key != "evidence"]
    lines.append("evidence:")
    for citation in fact["evidence"]:
        first, *others = [f"{key}: {inline(value)}" for key, value in citation.items()]
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    return "- " + "\n  ".join(lines) + "\n"


def inline(value: object) -> str:
    """Write a value on one line; PyYAML quotes what YAML would take for something else (`NO`, dates)."""
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=math.inf)
    return text.removesuffix("\n").removesuffix("\n...")
