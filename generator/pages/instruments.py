"""Instruments: treaties, laws, rules and arrangements, with what the sources show of their state."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.edtf import words
from generator.model import Briefing
from generator.pages.notes import Note, Notes
from generator.schema.subjects import Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentView:
    """An instrument as a row."""

    name: str
    note: str
    form: str
    parties: str
    state: str
    notes: tuple[Note, ...]


def instruments(chosen: Iterable[Instrument], briefing: Briefing, notes: Notes) -> tuple[InstrumentView, ...]:
    """Give those of which a published statement tells, in the order of the file."""
    rows = []
    for instrument in chosen:
        facts = [briefing.facts[name] for name in instrument.facts if name in briefing.facts]
        if facts:
            parties = [briefing.countries[p].name if p in briefing.countries else p for p in instrument.parties]
            rows.append(
                InstrumentView(
                    name=instrument.name,
                    note=instrument.note or "",
                    form=instrument.form,
                    parties=", ".join(parties),
                    state=_state(instrument, briefing),
                    notes=notes.of_evidence(fact.found[0] for fact in facts),
                )
            )
    return tuple(rows)


def _state(instrument: Instrument, briefing: Briefing) -> str:
    """Say what the sources show, and what they do not."""
    begun = {"treaty": "signed", "arrangement": "signed", "law": "passed", "rule": "published"}[instrument.form]
    parts = [f"{begun} {words(instrument.signed)}"] if instrument.signed else []
    if instrument.in_force:
        verb = "in force since" if instrument.in_force.first <= briefing.as_of else "to enter into force"
        parts.append(f"{verb} {words(instrument.in_force)}")
    elif parts:
        parts.append("entry into force not found in our sources")
    if instrument.ends:
        verb = "expired" if instrument.ends.last < briefing.as_of else "runs until"
        parts.append(f"{verb} {words(instrument.ends)}")
    return "; ".join(parts) or "dates not found in our sources"
