"""Exports: the same statements as files for programs. Each kind is one function from the briefing to its outputs."""

from collections.abc import Iterator

from generator.exports.citations import citations_json
from generator.exports.evidence import evidence_json
from generator.exports.facts import facts_json
from generator.exports.feeds import feeds
from generator.exports.robots import robots_txt
from generator.model import Briefing
from generator.outputs import Output

EXPORTS = (facts_json, evidence_json, citations_json, robots_txt, feeds)


def all_exports(briefing: Briefing) -> Iterator[Output]:
    """Give every file for programs."""
    for kind in EXPORTS:
        yield from kind(briefing)
