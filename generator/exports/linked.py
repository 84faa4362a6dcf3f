"""Linked data: pages, countries, held articles and statements in the words of schema.org, as JSON-LD.

The context stands in each document, so that nobody who reads it has to ask another host.
"""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from generator.exports.briefing import permalink, source_page
from generator.model import Article, Briefing, Fact, Source
from generator.schema.subjects import Country

Node: TypeAlias = Mapping[str, object]

CONTEXT: Final = {"@vocab": "https://schema.org/"}


def web_page(title: str, url: str, about: Node | None, site: Mapping[str, str]) -> Node:
    """Give a page of the site, with what it is about; the site by its name and address."""
    page: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": url,
        "name": title,
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", **site},
    }
    return page | ({"about": about} if about else {})


def country_node(country: Country) -> Node:
    """Give a country, named by its code of ISO 3166-1."""
    return {"@type": "Country", "name": country.name, "identifier": country.id}


def article_node(article: Article, resting: Iterable[Fact], briefing: Briefing) -> Node:
    """Give a held article: its record without its text, and the statements that rest on it, as claims."""
    source = briefing.sources[article.id]
    node = {
        "@type": "NewsArticle",
        "@id": _article_address(source, briefing),
        "headline": article.title,
        "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
        "datePublished": article.published.text,
        "inLanguage": article.language,
        "url": article.url,
        "subjectOf": [_claim(fact, source, briefing) for fact in resting],
    }
    return {name: value for name, value in node.items() if value}


def _article_address(source: Source, briefing: Briefing) -> str:
    """Name the article itself, which is not the page about it."""
    return f"{source_page(source, briefing)}#article"


def _claim(fact: Fact, source: Source, briefing: Briefing) -> Node:
    """Give a statement as a claim that cites a document which is told of around it."""
    return {
        "@type": "Claim",
        "@id": permalink(fact, briefing),
        "text": fact.statement,
        "creditText": fact.attribution,
        "temporalCoverage": fact.date.text,
        "citation": {"@id": _article_address(source, briefing)},
    }
