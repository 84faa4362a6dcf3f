"""The data dictionary: the fields of a JSON file, read out of its JSON Schema, and examples, read out of a file."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.exports.export import Export, Field, schema_of

_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
}


def fields_of(export: Export) -> tuple[Field, ...]:
    """Give every field of a file, in order, each as a way from the top."""
    if export.form is None:
        return export.fields
    schema = schema_of(export.form)
    return tuple(_walk(schema, schema.get("$defs", {}), ""))


def _walk(schema: Mapping[str, Any], defined: Mapping[str, Any], way: str) -> Iterator[Field]:
    """Give the fields below a schema; `[]` stands for each entry of a list, `*` for each key of a mapping."""
    properties = dict(schema.get("properties", {}))
    if isinstance(schema.get("additionalProperties"), dict):
        properties["*"] = {"description": "by id", **schema["additionalProperties"]}
    for name, described in properties.items():
        form, listed = _form(described, defined)
        here = f"{way}{name}{'[]' if listed else ''}"
        yield Field(
            name=here,
            type=f"list: {_type(form)}" if listed else _type(form),
            meaning=described.get("description", form.get("description", "")),
        )
        yield from _walk(form, defined, f"{here}.")


def _form(described: Mapping[str, Any], defined: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """Give the schema of a value, or of a list's entries, past references and `or null`, and whether it is a list."""
    while True:
        kinds = [kind for kind in described.get("anyOf", ()) if kind.get("type") != "null"]
        if len(kinds) == 1:
            described = kinds[0]
        elif "$ref" in described:
            described = defined[described["$ref"].rpartition("/")[2]]
        elif described.get("type") == "array":
            return _form(described["items"], defined)[0], True
        else:
            return described, False


def _type(form: Mapping[str, Any]) -> str:
    if "enum" in form:
        return "one of " + ", ".join(form["enum"])
    if form.get("format") == "edtf":
        return "date, EDTF"
    return _WORDS.get(form.get("type", "string"), "text")


def example(document: object, field: str) -> str:
    """Give the first value that a document has in a field; empty where it has none, or where the value has fields."""
    values = (value for start in _entries(document) for value in _values(start, tuple(field.split("."))))
    plain = (value for value in values if not isinstance(value, dict | list) and value not in ("", None))
    first = next(plain, "")
    return str(first).lower() if isinstance(first, bool) else str(first)


def _values(value: object, way: tuple[str, ...]) -> Iterator[object]:
    if not way:
        yield value
    elif isinstance(value, Mapping):
        name = way[0].removesuffix("[]")
        for below in value.values() if name == "*" else [value[name]] if name in value else []:
            for entry in _entries(below) if way[0].endswith("[]") else [below]:
                yield from _values(entry, way[1:])


def _entries(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
