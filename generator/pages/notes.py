"""Notes: the numbered citations of one page, each leading straight to the passage or the record."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from generator import edtf, paths
from generator.markdown import url
from generator.model import Evidence, Fact, Source


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
    owned: bool
    """Whether a government owns the outlet."""


@dataclass(slots=True)
class Notes:
    """Numbers the evidence of one page in the order in which statements bring it."""

    page: str
    entries: dict[tuple[str, object], Note] = field(default_factory=dict)

    def of(self, facts: Iterable[Fact]) -> tuple[Note, ...]:
        """Give the notes of the facts' evidence, each numbered once on the page."""
        return self.of_evidence(evidence for fact in facts for evidence in fact.found)

    def of_evidence(self, found: Iterable[Evidence]) -> tuple[Note, ...]:
        """Give the notes of some evidence, each numbered once on the page."""
        return tuple(dict.fromkeys(self._note(evidence) for evidence in found))

    def _note(self, evidence: Evidence) -> Note:
        key = (evidence.source.id, evidence.spans or evidence.words or evidence.where)
        if key not in self.entries:
            self.entries[key] = note(len(self.entries) + 1, evidence, self.page)
        return self.entries[key]

    @property
    def listed(self) -> tuple[Note, ...]:
        """All notes in order, for the end of the page."""
        return tuple(self.entries.values())


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
