"""A new site: the example files of `templates/new/`, copied into an empty folder."""

from pathlib import Path

from generator.diagnostics import Location, ProblemsError, error
from generator.outputs import write_whole
from generator.run import PROJECT
from generator.schema import KINDS, SCHEMA_FOLDER


def make_new(target: Path) -> list[str]:
    """Copy the example site and give the paths that were made.

    Raises:
        ProblemsError: the folder exists and is not empty.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ProblemsError([error(Location(str(target)), "not-empty", "the folder is not empty; name a new one")])
    example = PROJECT / "templates" / "new"
    files = {path.relative_to(example): path.read_bytes() for path in sorted(example.rglob("*")) if path.is_file()}
    files[Path("mkdocs.yml")] = (PROJECT / "mkdocs.yml").read_bytes()
    for kind in KINDS:
        files[Path(SCHEMA_FOLDER, f"{kind.name}.json")] = kind.schema_file()
    for path, data in files.items():
        write_whole(target / path, data)
    return [str(target / path) for path in sorted(files)]
