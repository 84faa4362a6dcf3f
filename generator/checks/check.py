"""What a check is: a code, how bad it is, and a function from the material to its findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from generator.diagnostics import Diagnostic, Location, Severity
from generator.loading import Content
from generator.model import Briefing
from generator.run import History
from generator.schema.subjects import Topical

Place: TypeAlias = Callable[..., Location]
"""Gives the place of a value by the way to it, as `Record.at` does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that checks may know: what was typed, what was made of it, and the repository's past."""

    content: Content
    briefing: Briefing
    history: History | None
    """None where there is no repository, or no git to ask."""

    def subjects(self) -> Iterator[tuple[Topical, str, Place]]:
        """Give everything that has a summary, with its id and what tells the place of its values."""
        content = self.content
        for subject in (*content.countries, *content.pillars, *content.topics):
            yield subject, subject.id, subject.at
        yield content.site.partnership, "partnership", partial(content.site.at, "partnership")


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a check finds something: what was found, what was expected, how to mend it."""

    location: Location
    message: str
    about: str = ""
    """The id of the record that it is about."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over the content, with the code under which it is documented and can be accepted."""

    code: str
    severity: Severity
    find: Callable[[Material], Iterator[Finding]]

    def run(self, material: Material) -> Iterator[Diagnostic]:
        """Give its findings as problems."""
        for found in self.find(material):
            yield Diagnostic(found.location, self.severity, self.code, found.message, found.about)
