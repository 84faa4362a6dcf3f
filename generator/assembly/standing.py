"""Standing: how each fact stands among the others, indexed once so that no page has to search."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model import Expectation, Fact, Source, Standing
from generator.schema.facts import Claim


def find_standing(
    facts: Mapping[str, Fact],
    withheld: Iterable[Claim],
    expectations: Iterable[Expectation],
    first: Mapping[str, Source],
) -> dict[str, Standing]:
    """Give for each fact what supersedes it, what says otherwise, what it expects, and who bears it out.

    `first` gives for a copy of another article the one that it goes back to.
    """
    superseded: dict[str, list[Fact]] = defaultdict(list)
    disputed: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in facts.values():
        for older in fact.supersedes:
            superseded[older].append(fact)
        for other in (facts[name] for name in fact.conflicts_with if name in facts):
            disputed[fact.id][other.id] = other
            disputed[other.id][fact.id] = fact
    disputed_withheld, newer_withheld = _withheld_links(facts, list(withheld))
    expected = {found.fact.id: found for found in expectations}
    standing = {}
    for fact in facts.values():
        publishers, assessed = independent_publishers(fact, first)
        standing[fact.id] = Standing(
            superseded_by=tuple(superseded[fact.id]),
            disputed_by=tuple(disputed[fact.id][name] for name in sorted(disputed[fact.id])),
            disputed_withheld=len(disputed_withheld[fact.id]),
            newer_withheld=newer_withheld[fact.id],
            expectation=expected.get(fact.id),
            publishers=publishers,
            independence_assessed=assessed,
        )
    return standing


def _withheld_links(facts: Mapping[str, Fact], withheld: list[Claim]) -> tuple[dict[str, set[str]], dict[str, int]]:
    """Give for each published fact the withheld ones that say otherwise, and how many are newer."""
    disputed: dict[str, set[str]] = defaultdict(set)
    newer: dict[str, int] = defaultdict(int)
    for claim in withheld:
        for other in claim.conflicts_with:
            disputed[other].add(claim.id)
        for older in {*claim.supersedes, *(link.fact for link in claim.resolves)}:
            newer[older] += 1
    hidden = {claim.id for claim in withheld}
    for fact in facts.values():
        disputed[fact.id].update(hidden.intersection(fact.conflicts_with))
    return disputed, newer


def first_versions(copies: Mapping[str, tuple[str, ...]], sources: Mapping[str, Source]) -> dict[str, Source]:
    """Give for each copy the version that its story goes back to."""
    return {name: sources[story[0]] for name, story in copies.items()}


def independent_publishers(fact: Fact, first: Mapping[str, Source]) -> tuple[int, bool]:
    """Count the publishers behind a fact, copies and relays of one origin once; say whether that was assessed.

    A document that is not held was compared with no other, so one such among several leaves the number unassessed.
    """
    sources = {evidence.source.id: evidence.source for evidence in fact.found}
    kept = [source for source in sources.values() if source.same_as not in sources]
    origins = {_origin(first.get(source.id, source)) for source in kept}
    return len(origins), len(kept) == 1 or all(source.held for source in kept)


def _origin(source: Source) -> str:
    return (source.origin or source.publisher or source.id).casefold()
