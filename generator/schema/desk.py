"""The desk's own bookkeeping: retired ids, coverage to reach, and problems accepted with a reason."""

from typing import Annotated

from pydantic import Field

from generator.records import EdtfDate, Patterned, Record
from generator.run import IdKind
from generator.schema.base import CountryId, Id, Line


class Retired(Record):
    """An entry of `content/retired.yml`: an id that is no longer used, and what stands in its place."""

    id: Id | CountryId = Field(description="the id that is no longer used")
    kind: IdKind = Field(default="fact", description="what it named")
    successor: Id | CountryId | None = Field(default=None, description="the id in its place")
    reason: Line = Field(description="why it is no longer used")


class Coverage(Record):
    """An entry of `content/expectations.yml`: how many published facts a subject should have at least."""

    country: CountryId | None = None
    pillar: Id | None = None
    topic: Id | None = None
    facts: int = Field(gt=0)


class Exemption(Record):
    """An entry of `content/exceptions.yml`: a warning that the desk accepts, with the reason."""

    code: Line = Field(description="code of the warning, as CONTRIBUTING.md lists it")
    where: Line = Field(description="id of the fact, source or subject that it is about, or path of the file")
    reason: Line


class WrittenPage(Record):
    """`content/pages/NAME.md`: a page of the desk's own words, on this site and its keeping, say."""

    id: Id
    """The name of its file; it makes its address."""
    text: str
    """Markdown; see `generator.written`."""


class EditionRecord(Record):
    """An entry of `content/editions.yml`, which `make edition` adds: the site as it was frozen once."""

    id: Id = Field(description="its name, and that of its archive in `content/editions/`; it makes its address")
    date: EdtfDate = Field(description="the day of its marks")
    sha256: Annotated[str, Patterned(r"^[0-9a-f]{64}$", "a SHA-256 of 64 hexadecimal digits")] = Field(
        description="of its archive"
    )
    withdrawn: Line | None = Field(
        default=None, description="why the desk takes it down; its archive may then be deleted, its address says why"
    )
