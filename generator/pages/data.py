"""The page of files that programs can read, which is their data dictionary."""

from collections.abc import Iterator

from generator import paths
from generator.exports import exports_of
from generator.exports.dictionary import example, fields_of
from generator.exports.export import VERSION, Export
from generator.model import Briefing
from generator.pages.page import Page

_LONGEST_EXAMPLE = 60


def data(briefing: Briefing) -> Iterator[Page]:
    """Give the files with what each holds, field by field."""
    yield Page(
        path=paths.DATA,
        template="data.md.jinja",
        title="Data",
        description="The same statements and their evidence as files for programs, with what each field means.",
        view={
            "version": VERSION,
            "files": [_file(export, briefing) for export in exports_of(briefing)],
            "editions": paths.link(paths.DATA, paths.EDITIONS) if briefing.editions else "",
        },
        boost=0,
        file="generator/exports",
    )


def _file(export: Export, briefing: Briefing) -> dict[str, object]:
    sample = export.sample(briefing) if export.sample else None
    name = export.path.rpartition("/")[2]
    return {
        "name": name,
        "anchor": name.replace(".", "-"),
        "href": paths.link(paths.DATA, export.path),
        "about": export.about,
        "schema": paths.link(paths.DATA, export.schema_path) if export.schema_path else "",
        "fields": [
            (
                field.name,
                field.type,
                field.meaning.replace("`", ""),
                _short(field.example or example(sample, field.name)),
            )
            for field in fields_of(export)
        ],
    }


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE].rstrip()}…"
