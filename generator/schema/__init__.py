"""Records of `content/`: what the desk writes, typed. The JSON Schemas and the data dictionary are made from here."""

import json
from dataclasses import dataclass
from typing import Any, Final

from generator.records import Record
from generator.schema.desk import Coverage, EditionRecord, Exemption, Retired, WrittenPage
from generator.schema.facts import Claim
from generator.schema.sources import Sidecar, SourceRecord
from generator.schema.subjects import Country, Instrument, Pillar, Site, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentKind:
    """A kind of content file: where its files are, what they hold, and whether they hold a list of it."""

    name: str
    files: tuple[str, ...]
    """Patterns of paths below the root."""
    record: type[Record]
    listed: bool = True

    def json_schema(self) -> dict[str, Any]:
        """Give the JSON Schema (draft 2020-12) of a whole file."""
        schema = self.record.model_json_schema()
        if not self.listed:
            return schema
        definitions = schema.pop("$defs", {})
        return {"type": "array", "items": schema, "$defs": definitions}

    def schema_file(self) -> bytes:
        """Give the JSON Schema as it is kept in the repository."""
        return (json.dumps(self.json_schema(), ensure_ascii=False, indent=1) + "\n").encode()


KINDS: Final = (
    ContentKind(name="site", files=("content/site.yml",), record=Site, listed=False),
    ContentKind(name="country", files=("content/countries/*.yml",), record=Country, listed=False),
    ContentKind(name="pillar", files=("content/pillars/*.yml",), record=Pillar, listed=False),
    ContentKind(name="topics", files=("content/topics.yml",), record=Topic),
    ContentKind(name="instruments", files=("content/instruments.yml",), record=Instrument),
    ContentKind(name="sources", files=("content/sources.yml", "content/sources/*.yml"), record=SourceRecord),
    ContentKind(name="facts", files=("content/facts/*.yml",), record=Claim),
    ContentKind(name="retired", files=("content/retired.yml",), record=Retired),
    ContentKind(name="expectations", files=("content/expectations.yml",), record=Coverage),
    ContentKind(name="exceptions", files=("content/exceptions.yml",), record=Exemption),
    ContentKind(name="editions", files=("content/editions.yml",), record=EditionRecord),
    ContentKind(name="sidecar", files=("seeds/*.yml",), record=Sidecar, listed=False),
)
"""Every kind of YAML file that the desk writes."""

WRITTEN: Final = ContentKind(name="page", files=("content/pages/*.md",), record=WrittenPage, listed=False)
"""Pages in Markdown, which no JSON Schema describes."""

SCHEMA_FOLDER: Final = "content/schemas"
"""Where the JSON Schemas are kept; each content file names its own in the first line, for editors' completion."""
