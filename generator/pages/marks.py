"""Marks: words in chips that say how a statement stands. No mark says that a statement is true."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator import paths
from generator.model import Expectation, Fact, Standing

STATE_MARKS: Final = {"matched": "words match source", "quoted": "quoted, not held", "cited": "cited, not held"}
EXPECTATION_MARKS: Final = {
    "open": "awaited",
    "overdue": "overdue",
    "date-passed": "date passed since our newest source",
    "unconfirmed": "outcome withheld",
    "superseded": "superseded",
    "settled": "settled",
}
RESULT_MARKS: Final = {
    "met": "met",
    "partly": "partly met",
    "not-met": "not met",
    "moved": "moved",
    "dropped": "dropped",
}
_PASSED: Final = frozenset({"overdue", "date-passed", "unconfirmed"})
CONFIDENCE_MARKS: Final = {"medium": "medium confidence", "low": "low confidence"}

EXPLAINED: Final = (
    (STATE_MARKS["matched"], "The words of the source were compared letter by letter with the article that we hold."),
    (STATE_MARKS["quoted"], "A short quotation of a document that we do not hold; follow the address to compare it."),
    (STATE_MARKS["cited"], "The document and the place in it are named; we do not hold it, so nothing was compared."),
    (
        "second-hand",
        "Whoever says so tells what others said or did. An outlet that quotes a speaker is named in the line.",
    ),
    ("speaker not named", "The source does not say who speaks."),
    ("state-owned outlet", "Every source is an outlet that a government owns, without independence by law."),
    ("source withdrawn", "The publisher has taken the document back."),
    (CONFIDENCE_MARKS["medium"], "The desk has read the source on a copy, in part, or in reports alone."),
    (CONFIDENCE_MARKS["low"], "The sources are weak: digests, rewrites, or a single unsigned report."),
    ("disputed", "Another statement says otherwise; both stand on the page, or the page says that one is withheld."),
    ("superseded", "A later statement takes its place."),
    (
        "newer one withheld",
        "The desk keeps a newer statement that it does not publish yet, for want of a sound source.",
    ),
    ("signed", "The statement tells of a signature; the table of instruments shows what came after."),
    ("in force", "The statement tells of an agreement that has entered into force."),
    ("expired", "The statement tells of an agreement whose term has ended."),
    (EXPECTATION_MARKS["open"], "Someone expects it by a date that has not passed."),
    (EXPECTATION_MARKS["overdue"], "The date has passed, newer evidence exists, and none of it says what happened."),
    (EXPECTATION_MARKS["date-passed"], "The date has passed, and so far we have nothing newer."),
    (EXPECTATION_MARKS["unconfirmed"], "The date has passed; the desk keeps a report of the outcome unpublished."),
    (EXPECTATION_MARKS["settled"], "A later statement says what became of it."),
    ("unreviewed", "A dated passage that the program found; nobody at the desk has looked at it."),
    ("stale", "The newest evidence is older than the desk's limit."),
)
"""Every mark with what it means."""
_MEANING: Final = dict(EXPLAINED)


@dataclass(frozen=True, kw_only=True)  # without slots, which pickle reads slowly, and there are thousands
class Mark:
    """A mark on a statement: its words, and its anchor on the method page."""

    words: str
    href: str
    title: str
    """What it means, for its tooltip."""
    warns: bool = False


def mark(page: str, words: str, *, warns: bool = False) -> Mark:
    """Make a mark that leads to its explanation."""
    href = paths.link(page, paths.METHOD, mark_anchor(words))
    return Mark(words=words, href=href, title=_MEANING[words], warns=warns)


def mark_anchor(words: str) -> str:
    """Give the anchor of a mark's explanation."""
    return "mark-" + "-".join(words.replace(",", "").split())


def expectation_mark(page: str, found: Expectation) -> Mark:
    """Give the mark of how an expectation stands."""
    return mark(page, EXPECTATION_MARKS[found.state], warns=found.state in _PASSED)


def marks_of(fact: Fact, standing: Standing, page: str) -> Iterator[Mark]:
    """Give all marks of a statement, the state of its evidence first."""
    states = {evidence.state for evidence in fact.found}
    yield from (mark(page, words) for state, words in STATE_MARKS.items() if state in states)
    sources = [evidence.source for evidence in fact.found]
    confidence = CONFIDENCE_MARKS.get(fact.confidence or "")
    applies = (
        (fact.hearsay, "second-hand", False),
        (fact.anonymous, "speaker not named", False),
        (all(source.ownership == "state" for source in sources), "state-owned outlet", False),
        (any(source.withdrawn for source in sources), "source withdrawn", True),
        (confidence is not None, confidence or "", fact.confidence == "low"),
        (fact.status is not None, fact.status or "", False),
        (bool(standing.disputed_by) or standing.disputed_withheld > 0, "disputed", True),
        (bool(standing.superseded_by), "superseded", False),
        (standing.newer_withheld > 0, "newer one withheld", True),
    )
    yield from (mark(page, words, warns=warns) for holds, words, warns in applies if holds)
    if standing.expectation and standing.expectation.state in _PASSED:
        yield expectation_mark(page, standing.expectation)
