"""`data/briefing.json`: every published statement with all that is said about it."""

import json
from collections.abc import Iterator

from generator.model import Briefing, Evidence, Fact
from generator.outputs import Output
from generator.records import Record


def facts_json(briefing: Briefing) -> Iterator[Output]:
    """Give the statements by id with their evidence; dates are EDTF."""
    document = {
        "as_of": briefing.as_of.isoformat(),
        "partnership": briefing.partnership.name,
        "withheld": len(briefing.withheld),
        "facts": [_fact(fact) for fact in briefing.facts.values()],
        "expectations": [
            {
                "fact": found.fact.id,
                "expected": found.expected.text,
                "state": found.state,
                "resolved_by": [{"fact": o.fact.id, "result": o.result, "why": o.why} for o in found.outcomes],
            }
            for found in briefing.expectations
        ],
    }
    yield Output("data/briefing.json", as_json(document))


def as_json(document: object) -> bytes:
    """Give JSON for people and programs: UTF-8, keys in order, one value a line."""
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n").encode()


def _fact(fact: Fact) -> dict[str, object]:
    said = {name: getattr(fact, name) for name in type(fact).model_fields if name not in {"found", "withheld"}}
    plain = {name: value for name, value in said.items() if value not in (None, ())}
    return {name: _plain(value) for name, value in plain.items()} | {"evidence": [_evidence(e) for e in fact.found]}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, Record):
        return {key: _plain(entry) for key, entry in value if entry is not None}
    return value if isinstance(value, bool | str) else str(value)


def _evidence(evidence: Evidence) -> dict[str, object]:
    found = {
        "source": evidence.source.id,
        "state": evidence.state,
        "words": evidence.words,
        "where": evidence.where,
    }
    return {name: value for name, value in found.items() if value}
