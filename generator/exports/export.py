"""An export as a value: a file for programs, what each of its fields means, and how it is made from the briefing."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from pydantic import BaseModel, ConfigDict

from generator.model import Briefing
from generator.outputs import Output

VERSION: Final = "1.0.0"
"""Of the form of all exports (Semantic Versioning): within 1.x no field is renamed, retyped or taken out."""

SCHEMAS: Final = "data/schemas"

Plain: TypeAlias = dict[str, Any]


class Entry(BaseModel):
    """A value of a JSON export. Its fields with their descriptions are the JSON Schema and the data dictionary."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def plain(entry: BaseModel) -> Plain:
    """Give a document as JSON has it: a field without a value is left out, lists of the document itself are not."""
    fields = entry.model_dump(mode="json", exclude_none=True)
    return {name: _filled(value) for name, value in fields.items()}


def _filled(value: object) -> object:
    if isinstance(value, dict):
        return {name: _filled(entry) for name, entry in value.items() if entry not in (None, "", [], {})}
    return [_filled(entry) for entry in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a file: its name, as a way from the top (`facts[].evidence[].source`), and what it means."""

    name: str
    type: str
    meaning: str
    example: str = ""
    """Empty where one is taken from the file itself."""


def fields(*rows: tuple[str, str, str] | tuple[str, str, str, str]) -> tuple[Field, ...]:
    """Give fields told as rows of name, type, meaning and, where the file is no JSON, an example."""
    return tuple(Field(name=row[0], type=row[1], meaning=row[2], example=(*row, "")[3]) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file for programs."""

    path: str
    """Below the site, as `data/briefing.json`."""
    about: str
    """What it holds, in a sentence."""
    make: Callable[[Briefing], bytes]
    form: type[BaseModel] | None = None
    """What the file holds, or of a table a row; None where the form is somebody else's."""
    fields: tuple[Field, ...] = ()
    """Empty where the form tells them."""
    sample: Callable[[Briefing], object] | None = None
    """What the dictionary takes its examples from: values by the names of the fields; None where it shows none."""
    follows: bool = False
    """Whether it is there to be followed, so that a frozen edition has none."""

    def outputs(self, briefing: Briefing) -> tuple[Output, ...]:
        """Give the file, and its schema where it has one."""
        made = Output(self.path, self.make(briefing))
        if self.form is None or not self.schema_path:
            return (made,)
        named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "version": VERSION, **schema_of(self.form)}
        return made, Output(self.schema_path, as_json(named))

    @property
    def schema_path(self) -> str:
        """Where its JSON Schema lies; empty where it has none."""
        named = self.form is not None and self.path.endswith(".json")
        return f"{SCHEMAS}/{self.path.rpartition('/')[2]}" if named else ""


@cache
def schema_of(form: type[BaseModel]) -> Plain:
    """Give the JSON Schema of a form, without the titles that pydantic makes of names: they say nothing more.

    It is made once and not to be changed: the preview asks for it at each edit.
    """
    return _untitled(form.model_json_schema())


def _untitled(schema: Plain) -> Plain:
    kept = {name: value for name, value in schema.items() if name != "title" or isinstance(value, dict)}
    return {name: _untitled(value) if isinstance(value, dict) else value for name, value in kept.items()}


def as_json(document: object) -> bytes:
    """Give JSON for programs and for `diff`: UTF-8, one record a line, fields in the order of the dictionary."""
    if isinstance(document, Mapping):
        lines = [f"{_dumped(name)}: {_listed(value)}" for name, value in document.items()]
        text = "{\n" + ",\n".join(lines) + "\n}"
    else:
        text = _listed(document)
    return (text + "\n").encode()


def _listed(value: object) -> str:
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return "[\n" + ",\n".join(_dumped(entry) for entry in value) + "\n]"
    return _dumped(value)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def site_address(briefing: Briefing, address: str) -> str:
    """Give the full address of something on the site."""
    return f"{briefing.site.url.rstrip('/')}/{address}"
