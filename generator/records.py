"""YAML read as text with places: every scalar stays a string, every value keeps its line and column.

YAML's own typing turns `NO` into false and `1.10` into 1.1, and silently keeps the last of two equal keys. Here the
schema types the text, and the typed value knows where it stands.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Final, NoReturn, Self, TypeAlias, TypeVar

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    PrivateAttr,
    ValidationError,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from generator import edtf
from generator.diagnostics import Diagnostic, Location, ProblemsError, error, warning
from generator.edtf import Edtf
from generator.text import controls

Way: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions."""
Marks: TypeAlias = dict[Way, tuple[int, int]]
Value: TypeAlias = "str | list[Value] | dict[str, Value]"

MAX_DEPTH: Final = 12
"""Content is three or four levels deep; deeper nesting is a mistake or an attack on a parser's stack."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the values of one record stand: its file, and a line and column for each way into it."""

    path: str
    marks: Marks = field(default_factory=dict)
    base: Way = ()

    def at(self, *way: str | int) -> Location:
        """Give the place of a value, or of the nearest thing around it that has one."""
        full = (*self.base, *way)
        while full not in self.marks and full:
            full = full[:-1]
        return Location(self.path, *self.marks.get(full, (0, 0)))

    def below(self, *way: str | int) -> "Places":
        """Give the places of one entry of a list or mapping."""
        return Places(self.path, self.marks, (*self.base, *way))


_NOWHERE: Final = Places("")


class Record(BaseModel):
    """A value typed from YAML. Frozen; unknown keys are refused; knows where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    _places: Places = PrivateAttr(default_factory=lambda: _NOWHERE)

    def model_post_init(self, context: object, /) -> None:
        """Take over the places that `typed` hands in as validation context."""
        if isinstance(context, Places):
            self._places = context

    def at(self, *way: str | int) -> Location:
        """Give the place of a field, for a problem to point at."""
        return self._places.at(*way)

    def standing_at(self, other: "Record") -> Self:
        """Take over the places of the record that this one was made from."""
        self._places = other._places  # noqa: SLF001 - of this same class
        return self


def _as_edtf(value: object) -> Edtf:
    try:
        return value if isinstance(value, Edtf) else edtf.parse(str(value))
    except ValueError as problem:
        raise PydanticCustomError("bad-date", "{reason}", {"reason": str(problem)}) from problem


def _as_truth(value: object) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise PydanticCustomError("bad-value", "expected true or false, found {found}", {"found": repr(value)})


EdtfDate = Annotated[
    Edtf, PlainValidator(_as_edtf), PlainSerializer(str), WithJsonSchema({"type": "string", "format": "edtf"})
]
"""A date or interval in EDTF; see `generator.edtf` for the profile."""
Truth = Annotated[bool, BeforeValidator(_as_truth)]
"""`true` or `false`; YAML's other spellings (`yes`, `on`, `NO`) are text here."""


@dataclass(frozen=True, slots=True)
class Patterned:
    """Text that must match a pattern; the message says in words what is expected, the JSON Schema has the pattern."""

    pattern: str
    expected: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check after pydantic's own validation of the text."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Add the pattern."""
        return {**handler(schema), "pattern": self.pattern}

    def _check(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text):
            expected = f"{self.expected}{_look_alikes(text)}"
            raise PydanticCustomError("bad-value", "expected {expected}", {"expected": expected})
        return text


def _look_alikes(text: str) -> str:
    """Name the letters that are none of ours, however much they look like them."""
    strange = dict.fromkeys(c for c in text if c.isalpha() and not c.isascii())
    named = [f"{c!r} is U+{ord(c):04X}, {unicodedata.name(c, 'without a name')}" for c in strange]
    return f" ({'; '.join(named)})" if named else ""


R = TypeVar("R", bound=Record)


def load(text: str, path: str) -> tuple[Value, Places]:
    """Read one YAML document as strings, lists and dictionaries, with the place of every value.

    Raises:
        ProblemsError: the text is no YAML; a key stands twice; it uses aliases or tags; it nests too deep.
    """
    marks: Marks = {}
    try:
        events = yaml.parse(text, Loader=yaml.CBaseLoader)
        value = _Composer(events, path, marks).document()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        place = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
        message = f"this is no valid YAML: {problem.problem or problem.context}"
        raise ProblemsError([error(place, "bad-yaml", message)]) from problem
    except yaml.YAMLError as problem:
        raise ProblemsError([error(Location(path), "bad-yaml", f"this is no valid YAML: {problem}")]) from problem
    return value, Places(path, marks)


class _Composer:
    """Builds values from the parser's events; the events are flat, so that no input can exhaust the stack."""

    def __init__(self, events: Iterator[yaml.Event], path: str, marks: Marks) -> None:
        self.events = events
        self.path = path
        self.marks = marks

    def document(self) -> Value:
        """Give the value of the only document; an empty file gives an empty mapping."""
        for event in self.events:
            if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                value = {} if isinstance(event, yaml.StreamEndEvent) else self.value(event, ())
                self.check_end()
                return value
        return {}

    def check_end(self) -> None:
        """Read on to the end, so that an error or a second document there is not passed over."""
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.refuse(event, "bad-yaml", "a second document begins here; put each in a file of its own")

    def value(self, event: yaml.Event, way: Way) -> Value:
        """Give the value that begins with this event."""
        if not isinstance(event, yaml.NodeEvent) or event.anchor or getattr(event, "tag", None):
            self.refuse(event, "bad-yaml", "anchors, aliases and tags are not read here; write the value out")
        if len(way) > MAX_DEPTH:
            self.refuse(event, "bad-yaml", f"this nests deeper than {MAX_DEPTH} levels")
        self.marks.setdefault(way, _mark(event))
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(way)
        return self.mapping(way)

    def sequence(self, way: Way) -> list[Value]:
        """Give the entries up to the end of the list."""
        entries: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            entries.append(self.value(event, (*way, len(entries))))
        return entries

    def mapping(self, way: Way) -> dict[str, Value]:
        """Give the entries up to the end of the mapping; an entry's place is that of its key."""
        entries: dict[str, Value] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse(event, "bad-yaml", "a key must be plain text")
            key = str(event.value)
            if key in entries:
                self.refuse(event, "duplicate-key", f"the key {key!r} stands twice in one mapping; keep one of them")
            self.marks[*way, key] = _mark(event)
            entries[key] = self.value(next(self.events), (*way, key))
        return entries

    def refuse(self, event: yaml.Event, code: str, message: str) -> NoReturn:
        """Stop at this event."""
        raise ProblemsError([error(Location(self.path, *_mark(event)), code, message)])


def _mark(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def controlled(value: Value, places: Places) -> Iterator[Diagnostic]:
    """Name the control characters in a value, each at its place: they are not published, whatever they hid."""
    if isinstance(value, str):
        found = controls(value)
        if found:
            message = f"{', '.join(found)} taken out of the text; see whether it says what it should, and take them out"
            yield warning(places.at(), "content-controls", message)
        return
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, entry in entries:
        yield from controlled(entry, places.below(key))


def typed(kind: type[R], value: Value, places: Places) -> R:
    """Type one value as a record.

    Raises:
        ProblemsError: with everything that is wrong with it, each at its line and column.
    """
    try:
        return kind.model_validate(value, context=places)
    except ValidationError as problem:
        problems = [_diagnostic(kind, details, places) for details in problem.errors(include_url=False)]
        raise ProblemsError(problems) from problem


def _diagnostic(kind: type[Record], details: ErrorDetails, places: Places) -> Diagnostic:
    way = details["loc"]
    place = places.at(*way)
    name = next((key for key in reversed(way) if isinstance(key, str)), "this")
    match details["type"]:
        case "extra_forbidden":
            near = difflib.get_close_matches(name, _keys(kind), n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            return error(place, "unknown-key", f"unknown key {name!r}{hint}")
        case "missing":
            return error(place, "missing-key", f"the key {name!r} is missing")
        case "bad-date" | "bad-url" | "html-sign" as code:
            return error(place, code, f"{name}: {details['msg']}")
        case _:
            found = details["input"]
            shown = f", found {found!r}" if isinstance(found, str) and len(found) < _SHOWN else ""
            return error(place, "bad-value", f"{name}: {details['msg'][:1].lower()}{details['msg'][1:]}{shown}")


_SHOWN = 80


@cache
def _keys(kind: type[Record]) -> tuple[str, ...]:
    """Give the names of all keys of a record and of the records inside it."""
    schema = kind.model_json_schema()
    parts: list[dict[str, Any]] = [schema, *schema.get("$defs", {}).values()]
    return tuple(sorted({key for part in parts for key in part.get("properties", {})}))
