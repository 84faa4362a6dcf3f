"""`data/evidence.json`: where the words of every matched quotation stand, for whoever repeats the comparison."""

from collections.abc import Iterator

from generator.exports.facts import as_json
from generator.model import Briefing
from generator.outputs import Output
from generator.text import FOLD_VERSION


def evidence_json(briefing: Briefing) -> Iterator[Output]:
    """Give for each matched quotation its source, the SHA-256 of the held text, and the spans with their words."""
    articles = briefing.corpus.articles
    matched = [
        {
            "fact": fact.id,
            "source": evidence.source.id,
            "sha256": articles[evidence.source.id].sha256,
            "spans": [
                {
                    "start": span.start,
                    "end": span.end,
                    "words": articles[evidence.source.id].text[span.start : span.end],
                }
                for span in evidence.spans
            ],
        }
        for fact in briefing.facts.values()
        for evidence in fact.found
        if evidence.state == "matched"
    ]
    yield Output("data/evidence.json", as_json({"fold": FOLD_VERSION, "matched": matched}))
