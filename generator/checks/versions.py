"""Versions: what rests on words that a correction has taken back."""

from collections.abc import Iterator

from generator.analysis.quotes import NotFound, find_quote
from generator.checks.check import Finding, Material


def replaced_words(material: Material) -> Iterator[Finding]:
    """Find quotations whose words stand only in a version that a corrected one has replaced; show the difference."""
    briefing = material.briefing
    claims = {claim.id: claim for claim in material.content.claims}
    for fact in briefing.facts.values():
        for index, evidence in enumerate(fact.found):
            later = briefing.replaced.get(evidence.source.id)
            if later is not None:
                article = briefing.corpus.articles[later]
                citation = claims[fact.id].evidence[index]
                found = find_quote(article.text, citation.quote or "", citation.prefix, citation.suffix)
                difference = found.difference if isinstance(found, NotFound) else ""
                message = (
                    f"these words stand only in {evidence.source.id}, which {later} replaces; "
                    f"{difference or 'the new version has them not, or more than once'}; "
                    "quote the new version, or say in the statement that it was corrected"
                )
                yield Finding(fact.at("evidence", index, "quote"), message, fact.id)
