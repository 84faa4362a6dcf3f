"""Statements as pages show them: date, words, numbers of their sources, who says so, marks, and what they replace."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from generator import edtf, paths
from generator.assembly.expectations import newest_evidence
from generator.edtf import Edtf
from generator.markdown import escape, inline
from generator.model import Briefing, Fact
from generator.pages.marks import Mark, marks_of
from generator.pages.notes import Note, Notes
from generator.schema.base import HAPPENING
from generator.schema.subjects import Sentence
from generator.text import one_line

_DATES_KEPT: Final = 4096


@dataclass(frozen=True, kw_only=True)  # without slots, which pickle reads slowly, and there are thousands
class StatementView:
    """A statement as a page shows it."""

    id: str
    href: str
    """Its entry in the register, which is its permalink."""
    date: Markup
    about: str
    """Its label, topic or kind, for a link that leads to it."""
    place: str
    """Where its words stand: on this page, else in the register."""
    section: str
    """The name of what that is a part of."""
    chain: str
    """Everyone from the outlet that was read to who says so."""
    support: str
    """How many publishers bear it out; empty where it is one document."""
    marks: tuple[Mark, ...]
    text: str = ""
    """Its words; empty where they stand elsewhere."""
    notes: tuple[Note, ...] = ()
    """The numbers of its sources, beside its words."""
    older: tuple["StatementView", ...] = ()
    """Statements that it supersedes, the newest first, where the page folds them under it."""


def statement(
    fact: Fact, briefing: Briefing, notes: Notes, older: Iterable[Fact] = (), section: str = ""
) -> StatementView:
    """Give a statement as one section of the page shows it: in full, or as a link to where it stands in full."""
    if not notes.tells(fact.id, section):
        return reference(fact, briefing, notes)
    return replace(
        reference(fact, briefing, notes),
        text=one_line(fact.statement),
        notes=notes.of([fact]),
        older=tuple(statement(other, briefing, notes) for other in older),
    )


def reference(fact: Fact, briefing: Briefing, notes: Notes) -> StatementView:
    """Give a statement without its words: who says so, its marks, and where its words stand."""
    permalink = paths.link(notes.page, paths.REGISTER, fact.id)
    home = notes.home(fact.id)
    return StatementView(
        id=fact.id,
        href=permalink,
        date=dated(fact.date),
        about=_about(fact, briefing),
        place=permalink if home is None else f"#{fact.id}",
        section="the register" if home is None else home or "this page",
        chain=" → ".join((*fact.via, fact.attribution)),
        support=_support(fact, briefing),
        marks=tuple(marks_of(fact, briefing.standing[fact.id], notes.page)),
    )


def _about(fact: Fact, briefing: Briefing) -> str:
    topics = [briefing.topics[name].name for name in fact.topics if name in briefing.topics]
    return fact.label or (topics[0] if topics else fact.kind.capitalize())


def _support(fact: Fact, briefing: Briefing) -> str:
    standing = briefing.standing[fact.id]
    documents = len({evidence.source.id for evidence in fact.found})
    if documents == 1:
        return ""
    if not standing.independence_assessed:
        return f"{documents} documents, independence not assessed"
    return f"{documents} documents of {standing.publishers} independent publisher{'s' * (standing.publishers != 1)}"


def folded(facts: Iterable[Fact], briefing: Briefing) -> list[tuple[Fact, list[Fact]]]:
    """Give the facts that nothing among them supersedes, each with those that it makes out of date, newest first."""
    here = {fact.id: fact for fact in facts}
    roots = [f for f in here.values() if not any(other.id in here for other in briefing.standing[f.id].superseded_by)]
    return [(root, newest_first(_superseded(root, here))) for root in roots]


def _superseded(root: Fact, here: dict[str, Fact]) -> list[Fact]:
    found: dict[str, Fact] = {}
    waiting = list(root.supersedes)
    while waiting:
        name = waiting.pop()
        if name in here and name not in found and name != root.id:
            found[name] = here[name]
            waiting.extend(here[name].supersedes)
    return list(found.values())


@lru_cache(_DATES_KEPT)
def dated(value: Edtf) -> Markup:
    """Give a date for people, in a `time` element where HTML has a form for it."""
    words = escape(edtf.words(value))
    if value.text.replace("-", "").isdecimal() and value.first.isoformat().startswith(value.text):
        return Markup('<time datetime="{}">{}</time>').format(value.text, words)
    return words


def day(value: date) -> Markup:
    """Give a day for people."""
    return dated(edtf.of_day(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence:
    """A sentence of a summary, with the numbers of what it rests on."""

    text: Markup
    notes: tuple[Note, ...]


def summary(sentences: Iterable[Sentence], briefing: Briefing, notes: Notes) -> tuple[KeySentence, ...]:
    """Give a summary's sentences as Markdown, each with the first document of each of its facts."""
    return tuple(
        KeySentence(
            text=inline(s.text)[0],
            notes=notes.of_evidence(briefing.facts[i].found[0] for i in s.facts if i in briefing.facts),
        )
        for s in sentences
    )


def newest_first(facts: Iterable[Fact]) -> list[Fact]:
    """Sort facts by the first day of their dates, the newest first; of one day, what happened before what was said."""
    ordered = sorted(facts, key=lambda fact: (fact.kind not in HAPPENING, fact.id))
    return sorted(ordered, key=lambda fact: fact.date.first, reverse=True)


def evidence_to(facts: Iterable[Fact]) -> Edtf | None:
    """Give the day of the newest dated evidence."""
    return max((newest_evidence(fact) for fact in facts), default=None)
