"""Notes: the numbered citations of one page, each leading straight to the passage or the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from generator import edtf, paths
from generator.markdown import url
from generator.model import Evidence, Fact, Source


@dataclass(frozen=True, kw_only=True)  # without slots, which pickle reads slowly, and there are thousands
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
    owned: bool
    """Whether a government owns the outlet."""


@dataclass(slots=True)
class Notes:
    """What a page has told so far: its evidence, numbered as statements bring it, and its statements.

    A statement stands on a page in full once; elsewhere on it a link leads there.
    """

    page: str
    homes: Mapping[str, str] = field(default_factory=dict)
    """By fact id: the section in which its statement stands in full; any other has it where it comes first."""
    entries: dict[tuple[str, object], list[Note]] = field(default_factory=dict)
    """By document, and by words where they are quoted: the note of each place in it, all under one number."""
    told: set[str] = field(default_factory=set)

    def tells(self, fact_id: str, section: str) -> bool:
        """Say whether a statement is to stand in full here, and remember it."""
        tells = fact_id not in self.told and self.homes.get(fact_id, section) == section
        self.told |= {fact_id} if tells else set()
        return tells

    def home(self, fact_id: str) -> str | None:
        """Give the section of the page in which a statement stands in full, empty if that has no name; else None."""
        return self.homes.get(fact_id, "" if fact_id in self.told else None)

    def of(self, facts: Iterable[Fact]) -> tuple[Note, ...]:
        """Give the notes of the facts' evidence; a document, or its quoted words, has one number on the page."""
        return self.of_evidence(evidence for fact in facts for evidence in fact.found)

    def of_evidence(self, found: Iterable[Evidence]) -> tuple[Note, ...]:
        """Give the notes of some evidence, one for each number."""
        noted = [self._note(evidence) for evidence in found]
        first = {note.number: note for note in reversed(noted)}
        return tuple(first[number] for number in dict.fromkeys(note.number for note in noted))

    def _note(self, evidence: Evidence) -> Note:
        key = (evidence.source.id, evidence.spans or evidence.words)
        places = self.entries.setdefault(key, [])
        number = places[0].number if places else len(self.entries)
        made = note(number, evidence, self.page)
        places.append(made)
        return made

    @property
    def listed(self) -> tuple[Note, ...]:
        """One note for each number, in order, with all places in the document that the page names."""
        return tuple(replace(places[0], where=_joined(places)) for places in self.entries.values())


def _joined(places: Iterable[Note]) -> str:
    return "; ".join(dict.fromkeys(place.where for place in places if place.where))


def note(number: int, evidence: Evidence, page: str) -> Note:
    """Make the entry of one citation."""
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
        address=_address(source, evidence),
        state=evidence.state,
        owned=source.ownership == "state",
    )


def _address(source: Source, evidence: Evidence) -> Markup:
    """Give the document's address; for quoted words with a text fragment that opens it at them.

    The fragment is that of the WICG's URL Fragment Text Directives; `-`, `,` and `&` are its own and are encoded.
    """
    if not source.url:
        return Markup("")
    if evidence.state != "quoted" or "#" in source.url:
        return url(source.url)
    first, *rest = [" ".join(part.split()) for part in evidence.words.split("…")]
    directive = f"{_fragment(first)},{_fragment(rest[-1])}" if rest else _fragment(first)
    return url(source.url) + Markup("#:~:text=") + Markup(directive)  # noqa: S704 - only encoded characters are left


def _fragment(words: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "".join(f"%{b:02X}" for b in c.encode()) for c in words)


def source_words(source: Source) -> str:
    """Give a source in a line: publisher and date."""
    return f"{source.publisher or 'Publisher not known'}, {edtf.words(source.published)}"
