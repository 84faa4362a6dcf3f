"""What the model derives from facts: expectations by the clock, moves, disputes, the matrix, what is handed over."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.build import gather
from generator.model import Briefing
from generator.run import Run
from tests.helpers import AS_OF, PROJECT

SITE = """\
title: Test
description: A test.
url: https://example.org/
contact: desk@example.org
partnership: {name: Pact}
"""
SOURCES = """\
- {id: old, title: Old, publisher: Gazette, published: 2024-01-10, url: https://example.org/1, kind: newspaper}
- {id: new, title: New, publisher: Courier, published: 2025-03-01, url: https://example.org/2, kind: wire}
- {id: copy, title: Copy, publisher: Mirror, published: 2025-03-02, url: https://example.org/3, kind: newspaper,
   origin: Courier}
"""


def _fact(name: str, source: str, **more: object) -> dict[str, object]:
    shared = {"statement": f"Statement {name}.", "kind": "plan", "date": "2024-01-10", "attribution": "The Gazette"}
    evidence = [{"source": source, "where": "page 1"}]
    return {"id": name, **shared, "countries": ["NO"], "evidence": evidence, **more}


def _briefing(root: Path, facts: list[dict[str, object]], as_of: str = "2026-01-01") -> Briefing:
    files = {
        "content/site.yml": SITE,
        "content/sources.yml": SOURCES,
        "content/countries/no.yml": "{id: 'NO', name: Norway}\n",
        "content/pillars/ports.yml": "{id: ports, name: Ports, title: ports}\n",
        "content/facts/a.yml": yaml.safe_dump(facts),
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return gather(Run(root=root, as_of=date.fromisoformat(as_of)))[0]


CLOCK = [
    _fact("due-2024", "old", expected="2024-06"),
    _fact("due-2025", "old", expected="2025-02"),
    _fact("due-2026", "old", expected="2026-06"),
    _fact("kept", "old", expected="2024-12"),
    _fact("keeps", "new", date="2025-03-01", resolves=[{"fact": "kept", "result": "met"}]),
    _fact("no-promise", "old", expected="2024-02", promise="false"),
]


@pytest.mark.parametrize(
    ("as_of", "states"),
    [
        ("2024-05-01", {"due-2024": "open", "due-2025": "open", "due-2026": "open"}),
        ("2025-12-31", {"due-2024": "overdue", "due-2025": "overdue", "due-2026": "open"}),
        ("2027-01-01", {"due-2024": "overdue", "due-2025": "overdue", "due-2026": "date-passed"}),
    ],
)
def test_the_same_facts_stand_otherwise_on_another_day(as_of: str, states: dict[str, str], tmp_path: Path) -> None:
    found = {entry.fact.id: entry.state for entry in _briefing(tmp_path, CLOCK, as_of).expectations}

    assert found == {**states, "kept": "settled"}


def test_a_date_that_moved_twice_and_came_true_gives_its_whole_way(tmp_path: Path) -> None:
    facts = [
        _fact("first", "old", expected="2024-06"),
        _fact("second", "old", date="2024-05", expected="2024-12", resolves=[{"fact": "first", "result": "moved"}]),
        _fact("third", "new", date="2024-11", expected="2025-02", resolves=[{"fact": "second", "result": "moved"}]),
        _fact("done", "new", date="2025-03-01", resolves=[{"fact": "third", "result": "met"}]),
    ]

    first = next(found for found in _briefing(tmp_path, facts).expectations if found.fact.id == "first")

    assert first.slippage is not None
    assert [moved.text for moved in first.slippage.dates] == ["2024-06", "2024-12", "2025-02"]
    assert first.slippage.met is not None
    assert (first.slippage.met.text, first.slippage.months) == ("2025-03-01", (8, 8))


def test_a_dispute_is_seen_from_both_sides_and_a_withheld_side_is_counted(tmp_path: Path) -> None:
    facts = [
        _fact("one", "old"),
        _fact("two", "new", conflicts_with=["one"]),
        _fact("three", "new", conflicts_with=["two"], withheld="not sure yet"),
    ]

    standing = _briefing(tmp_path, facts).standing

    assert [fact.id for fact in standing["one"].disputed_by] == ["two"]
    assert [fact.id for fact in standing["two"].disputed_by] == ["one"]
    assert (standing["one"].disputed_withheld, standing["two"].disputed_withheld) == (0, 1)


def test_what_a_withheld_fact_would_replace_says_so(tmp_path: Path) -> None:
    facts = [_fact("one", "old"), _fact("two", "new", supersedes=["one"], withheld="not sure yet")]

    briefing = _briefing(tmp_path, facts)

    assert briefing.standing["one"].newer_withheld == 1
    assert briefing.withheld == {"two": "not sure yet"}


def test_copies_and_relays_of_one_origin_count_once(tmp_path: Path) -> None:
    both = [{"source": "new", "where": "page 1"}, {"source": "copy", "where": "page 1"}]

    standing = _briefing(tmp_path, [_fact("one", "new", evidence=both)]).standing["one"]

    assert (standing.publishers, standing.independence_assessed) == (1, False)


def test_the_newest_first_hand_level_decides_and_newer_hearsay_stands_beside_it(tmp_path: Path) -> None:
    def part(level: str, *, first_hand: bool = True) -> list[dict[str, str]]:
        return [{"country": "NO", "pillar": "ports", "level": level, "first_hand": str(first_hand).lower()}]

    facts = [
        _fact("early", "old", date="2023-01", participation=part("briefed")),
        _fact("late", "old", date="2024-01", participation=part("interested")),
        _fact("told", "new", date="2025-01", participation=part("partner", first_hand=False)),
    ]

    cell = _briefing(tmp_path, facts).matrix["NO", "ports"]

    assert cell.main is not None
    assert cell.main.level == "interested"
    assert [other.level for other in cell.others] == ["partner"]


@pytest.fixture(scope="module")
def published() -> Briefing:
    """Give the briefing of the project's own content."""
    return gather(Run(root=PROJECT, as_of=date.fromisoformat(AS_OF)), keep=False)[0]


def test_nothing_that_the_desk_was_handed_is_dropped_in_silence(published: Briefing) -> None:
    handed = yaml.safe_load((PROJECT / "tests/handed-over.yml").read_text())
    retired = {entry.id for entry in published.retired}

    assert (len(handed["facts"]), len(handed["sources"])) == (333, 424)
    assert set(handed["facts"]) <= published.facts.keys() | published.withheld.keys() | retired
    assert set(handed["sources"]) <= published.sources.keys()


def test_a_document_that_readers_are_not_sent_to_shows_no_address(published: Briefing) -> None:
    records = [
        entry
        for path in sorted((PROJECT / "content/sources").glob("*.yml"))
        for entry in yaml.load(path.read_text(), yaml.BaseLoader)  # noqa: S506 - text only
    ]
    kept_back = [entry for entry in records if entry.get("link") == "false"]

    assert kept_back
    assert all(published.sources[entry["id"]].url is None for entry in kept_back)


def test_the_matrix_shows_the_three_members_and_nobody_else_as_member(published: Briefing) -> None:
    members = {country for (country, _), cell in published.matrix.items() if cell.main and cell.main.level == "member"}

    assert members == {"AU", "GB", "US"}
