"""Views used by several kinds of page: dates, citations, statements with their provenance, marks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from generator import edtf, paths
from generator.assembly.expectations import newest_evidence
from generator.edtf import Edtf
from generator.markdown import escape, inline, url
from generator.model import Briefing, Evidence, Expectation, Fact, Source
from generator.schema import Sentence
from generator.text import one_line

STATE_MARKS = {"matched": "words match source", "quoted": "quoted, not held", "cited": "cited, not held"}
EXPECTATION_MARKS = {
    "open": "awaited",
    "overdue": "overdue",
    "date-passed": "date passed since our newest source",
    "settled": "settled",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark on a statement: its words, and its anchor on the method page."""

    words: str
    href: str
    warns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One numbered entry of a page's list of sources."""

    number: int
    href: str
    title: str
    """What the tooltip of its number says."""
    source: str
    words: str
    where: str
    address: Markup
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement as a page shows it."""

    id: str
    date: Markup
    text: str
    notes: tuple[Note, ...]
    chain: str
    marks: tuple[Mark, ...]
    successors: tuple[str, ...] = ()


@dataclass(slots=True)
class Notes:
    """Numbers the evidence of one page in the order in which statements bring it."""

    page: str
    entries: dict[tuple[str, object], Note] = field(default_factory=dict)

    def of(self, facts: Iterable[Fact]) -> tuple[Note, ...]:
        """Give the notes of the facts' evidence, each numbered once on the page."""
        found = dict.fromkeys(self._note(evidence) for fact in facts for evidence in fact.found)
        return tuple(found)

    def _note(self, evidence: Evidence) -> Note:
        key = (evidence.source.id, evidence.spans or evidence.words or evidence.where)
        if key not in self.entries:
            self.entries[key] = _note(len(self.entries) + 1, evidence, self.page)
        return self.entries[key]

    @property
    def listed(self) -> tuple[Note, ...]:
        """All notes in order, for the end of the page."""
        return tuple(self.entries.values())


def _note(number: int, evidence: Evidence, page: str) -> Note:
    source = evidence.source
    if source.held:
        href = paths.link(page, paths.article(source.id), paths.passage_anchor(evidence.passage))
    else:
        href = paths.link(page, paths.SOURCES, paths.source_anchor(source.id))
    shown = f"“{evidence.words}”" if evidence.words else evidence.where or ""
    return Note(
        number=number,
        href=href,
        title=f"{source_words(source)}: {shown}",
        source=source_words(source),
        words=evidence.words,
        where=evidence.where or "",
        address=url(source.url) if source.url else Markup(""),
        state=evidence.state,
    )


def source_words(source: Source) -> str:
    """Give a source in a line: publisher and date."""
    return f"{source.publisher or 'Publisher not known'}, {edtf.words(source.published)}"


def dated(value: Edtf) -> Markup:
    """Give a date for people, in a `time` element where HTML has a form for it."""
    words = escape(edtf.words(value))
    if value.text.replace("-", "").isdecimal() and value.first.isoformat().startswith(value.text):
        return Markup('<time datetime="{}">{}</time>').format(value.text, words)
    return words


def day(value: date) -> Markup:
    """Give a day for people."""
    return dated(edtf.of_day(value))


def mark(page: str, words: str, *, warns: bool = False) -> Mark:
    """Make a mark that leads to its explanation."""
    return Mark(words=words, href=paths.link(page, paths.METHOD, mark_anchor(words)), warns=warns)


def mark_anchor(words: str) -> str:
    """Give the anchor of a mark's explanation."""
    return "mark-" + "-".join(words.replace(",", "").split())


def statement(fact: Fact, briefing: Briefing, notes: Notes) -> StatementView:
    """Give a statement with its numbers, chain and marks."""
    successors = tuple(other.id for other in briefing.facts.values() if fact.id in other.supersedes)
    return StatementView(
        id=fact.id,
        date=dated(fact.date),
        text=one_line(fact.statement),
        notes=notes.of([fact]),
        chain=" → ".join((*fact.via, fact.attribution)),
        marks=tuple(_marks(fact, briefing, notes.page)),
        successors=successors,
    )


def _marks(fact: Fact, briefing: Briefing, page: str) -> Iterable[Mark]:
    yield mark(page, STATE_MARKS[fact.state])
    if fact.hearsay:
        yield mark(page, "second-hand")
    if fact.anonymous:
        yield mark(page, "speaker not named")
    if any(evidence.source.ownership == "state" for evidence in fact.found):
        yield mark(page, "state-owned outlet")
    if any(evidence.source.withdrawn for evidence in fact.found):
        yield mark(page, "source withdrawn", warns=True)
    if any(fact.id in other.conflicts_with for other in briefing.facts.values()) or fact.conflicts_with:
        yield mark(page, "disputed", warns=True)
    if any(fact.id in other.supersedes for other in briefing.facts.values()):
        yield mark(page, "superseded")
    for expectation in briefing.expectations:
        if expectation.fact.id == fact.id and expectation.state in {"overdue", "date-passed"}:
            yield mark(page, EXPECTATION_MARKS[expectation.state], warns=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A row of `What to watch`."""

    when: Markup
    source_words: str
    statement: StatementView
    state: Mark
    results: tuple[tuple[str, StatementView], ...]


def awaited(expectations: Iterable[Expectation], briefing: Briefing, notes: Notes) -> tuple[Awaited, ...]:
    """Give what is or was expected, in the order of its dates."""
    return tuple(
        Awaited(
            when=dated(found.expected),
            source_words=found.fact.expected_text or "",
            statement=statement(found.fact, briefing, notes),
            state=mark(notes.page, EXPECTATION_MARKS[found.state], warns=found.state in {"overdue", "date-passed"}),
            results=tuple((result, statement(fact, briefing, notes)) for fact, result in found.resolutions),
        )
        for found in expectations
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence:
    """A sentence of a summary, with the numbers of what it rests on."""

    text: Markup
    notes: tuple[Note, ...]


def summary(sentences: Iterable[Sentence], briefing: Briefing, notes: Notes) -> tuple[KeySentence, ...]:
    """Give a summary's sentences as Markdown with their notes."""
    return tuple(
        KeySentence(text=inline(s.text)[0], notes=notes.of(briefing.facts[i] for i in s.facts if i in briefing.facts))
        for s in sentences
    )


def newest_first(facts: Iterable[Fact]) -> list[Fact]:
    """Sort facts by date, the newest first; equal dates by id."""
    return sorted(
        sorted(facts, key=lambda fact: fact.id),
        key=lambda fact: (fact.date.last, fact.date.first),
        reverse=True,
    )


def evidence_to(facts: Iterable[Fact]) -> Edtf | None:
    """Give the day of the newest dated evidence."""
    days = [newest_evidence(fact) for fact in facts]
    return edtf.of_day(max(days)) if days else None


def months_between(earlier: date, later: date) -> int:
    """Give whole months from one day to another."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
