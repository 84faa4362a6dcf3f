"""The JSON Schemas in the repository are those of the program, and each content file names its own."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import jsonschema
import pytest
import yaml

from generator.schema import KINDS, SCHEMA_FOLDER, ContentKind
from generator.starter import make_new
from tests.helpers import PROJECT

WRITTEN = [kind for kind in KINDS if kind.name not in {"sidecar", "editions"}]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_schema_in_the_repository_is_current(kind: ContentKind, request: pytest.FixtureRequest) -> None:
    path = PROJECT / SCHEMA_FOLDER / f"{kind.name}.json"

    if request.config.getoption("--bless"):
        path.write_bytes(kind.schema_file())
    assert path.read_bytes() == kind.schema_file()


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_each_content_file_names_its_schema_and_follows_it(kind: ContentKind) -> None:
    files = sorted({path for pattern in kind.files for path in PROJECT.glob(pattern)})
    validator = jsonschema.Draft202012Validator(cast("Mapping[str, object]", _as_text(kind.json_schema())))
    assert files
    for path in files:
        named = path.read_text().splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == PROJECT / SCHEMA_FOLDER / f"{kind.name}.json", path
        errors = list(validator.iter_errors(yaml.load(path.read_text(), yaml.BaseLoader)))  # noqa: S506 - text only
        assert not errors, f"{path}: {errors[0].message}"


def _as_text(schema: object) -> object:
    """Give the schema for values read as text: what is a number or truth there is a string here."""
    if isinstance(schema, list):
        return [_as_text(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: _as_text(value) for key, value in schema.items()}
    if plain.get("type") in ("boolean", "integer", "number"):
        return {"type": "string"}
    return plain


def test_a_new_site_carries_the_schemas_that_its_files_name(tmp_path: Path) -> None:
    make_new(tmp_path / "new")

    for kind in KINDS:
        assert (tmp_path / "new" / SCHEMA_FOLDER / f"{kind.name}.json").is_file()
