"""Dates: what is overdue or stale, and facts that claim to know more than the day of their evidence."""

from collections.abc import Iterator
from datetime import timedelta

from generator.assembly.expectations import newest_evidence
from generator.checks.check import Finding, Material
from generator.model import ExpectationState


def dates_overdue(material: Material) -> Iterator[Finding]:
    """Find expectations whose date has passed though newer evidence exists."""
    return _passed(material, "overdue")


def dates_passed(material: Material) -> Iterator[Finding]:
    """Find expectations whose date has passed since our newest source."""
    return _passed(material, "date-passed")


def _passed(material: Material, state: ExpectationState) -> Iterator[Finding]:
    for found in material.briefing.expectations:
        if found.state == state:
            message = f"expected by {found.expected.text}, and no fact says what became of it; add one with `resolves`"
            yield Finding(found.fact.at("expected"), message, found.fact.id)


def facts_after_evidence(material: Material) -> Iterator[Finding]:
    """Find facts dated more than a day after their newest evidence; what is expected is dated by who expects it."""
    for fact in material.briefing.facts.values():
        evidence = max((found.source.published for found in fact.found), key=lambda published: published.last)
        if fact.date.first > evidence.last + timedelta(days=1):
            message = f"dated {fact.date.text}, after its evidence of {evidence.text}; is the date right?"
            yield Finding(fact.at("date"), message, fact.id)


def future_articles(material: Material) -> Iterator[Finding]:
    """Find articles dated more than a day after the day of the marks; a day is left for other time zones."""
    as_of = material.briefing.as_of
    for article in material.briefing.corpus.articles.values():
        if article.published.first > as_of + timedelta(days=1):
            message = f"dated {article.published.text}, after {as_of}; correct `published` in a sidecar, or the article"
            yield Finding(article.location, message, article.id)


def stale_pages(material: Material) -> Iterator[Finding]:
    """Find countries and pillars whose newest evidence is older than the site's limit."""
    briefing = material.briefing
    limit = timedelta(days=briefing.site.stale_after_days)
    for subject in (*material.content.countries, *material.content.pillars):
        days = [
            newest_evidence(fact).first
            for fact in briefing.facts.values()
            if subject.id in fact.countries or subject.id in fact.pillars
        ]
        if days and briefing.as_of - max(days) > limit:
            message = f"the newest evidence is of {max(days)}; find newer, or say in the summary how far it reaches"
            yield Finding(subject.at(), message, subject.id)
