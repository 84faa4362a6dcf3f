"""The supply chain: licences, the bill of materials, what the site carries, and what pull requests may do."""

import json
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path, PurePosixPath
from re import fullmatch
from typing import Any, Final

import material
import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from generator import paths
from generator.exports import EXPORTS
from generator.finishing import ARCHIVE, DIGEST
from tests.helpers import PROJECT, tree
from tests.sbom import LIBRARIES, LICENCES, MATERIAL, listed, locked, read_lock, sbom

TAKEN: Final = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-PDDC", "CC0-1.0", "CNRI-Python", "ISC", "MIT",
        "MPL-1.1", "MPL-2.0", "PSF-2.0", "Unicode-3.0", "W3C", "Zlib",
    }
)  # fmt: skip
"""Licences that let the program be run and its site be published without more than naming them."""
NOT_LOADED: Final = {"wordcut": "LGPL-3.0-only"}
"""What Material puts beside its search for a language that the site does not use; nothing loads it."""
SAID: Final = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
"""What libraries say in words."""
READ: Final = dict.fromkeys(("colorama", "jinja2", "partd", "zict"), "BSD-3-Clause")
"""Of libraries that say `BSD` and no more: what their licence files are."""

MATERIAL_ASSETS: Final = Path(material.__path__[0], "templates", "assets")
WORKFLOWS: Final[dict[str, dict[str, Any]]] = {
    path.name: yaml.load(path.read_text(), yaml.CBaseLoader)  # noqa: S506 - reads text only
    for path in sorted((PROJECT / ".github/workflows").iterdir())
}


def _said(name: str) -> str | None:
    """Give the licence that an installed library names, None where it is not installed."""
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return None
    if name in READ:
        return READ[name]
    classes = [text.rpartition(" :: ")[2] for text in found.get_all("Classifier", []) if text.startswith("License")]
    words: list[str] = [*found.get_all("License-Expression", []), *classes, *found.get_all("License", [])]
    return next(SAID.get(text, text) for text in words if text not in {"UNKNOWN", "BSD License"})


def _taken(expression: str) -> bool:
    return any(TAKEN.issuperset(choice.split(" AND ")) for choice in expression.split(" OR "))


def test_every_library_is_listed_with_the_licence_that_it_names(request: pytest.FixtureRequest) -> None:
    libraries = locked()
    present = listed(LIBRARIES)
    said = {name: _said(name) or present.get(name, "not installed here") for name in libraries}
    if request.config.getoption("--bless"):
        before, after = LICENCES.read_text().split(f"\n## {MATERIAL.removeprefix('## ')}\n")
        head = before.partition("| --- | --- | --- |\n")[0] + "| --- | --- | --- |\n"
        rows = "".join(f"| {name} | {said[name]} | {libraries[name].extra or ''} |\n" for name in sorted(libraries))
        LICENCES.write_text(f"{head}{rows}\n{MATERIAL}\n{after}")

    assert listed(LIBRARIES) == said


def test_the_lock_files_agree_and_give_each_file_its_hash() -> None:
    libraries = [library for path in sorted(PROJECT.glob("requirements*.lock")) for library in read_lock(path)]
    versions = {library.name: library.version for library in libraries}

    assert [library for library in libraries if library.version != versions[library.name] or not library.hashes] == []


def test_every_licence_is_one_that_the_project_takes() -> None:
    licences = {**listed(LIBRARIES), **listed(MATERIAL)}

    assert {name: licence for name, licence in licences.items() if not _taken(licence)} == NOT_LOADED


def test_the_bill_of_materials_is_valid_and_names_every_library_with_its_hashes() -> None:
    made = sbom()
    document = json.loads(made)
    libraries = [part for part in document["components"] if part["type"] == "library"]

    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(made.decode()) is None
    assert validator.validate_str(json.dumps(document | {"components": [{}]}))
    assert {part["name"]: part["version"] for part in libraries} == {name: it.version for name, it in locked().items()}
    assert all(part["externalReferences"][0]["hashes"] for part in libraries)
    assert sbom() == made


def test_the_bill_of_materials_says_what_needs_what() -> None:
    needs = {part["ref"]: part["dependsOn"] for part in json.loads(sbom())["dependencies"]}
    purls = {name: library.purl for name, library in locked().items()}

    assert purls["mkdocs"] in needs["briefing-generator@0.1.0"]
    assert purls["markupsafe"] in needs[purls["jinja2"]]
    assert purls["certifi"] in needs[purls["trafilatura"]]
    reached, ahead = set(), ["briefing-generator@0.1.0"]
    while ahead:
        reached.add(ref := ahead.pop())
        ahead += [other for other in needs[ref] if other not in reached]
    assert reached == needs.keys()


def test_the_site_carries_only_files_of_known_kinds(built: Path) -> None:
    site = tree(built / "site")
    kinds = _kinds(built)
    unknown = [path for path in site if sum(path in files for files in kinds.values()) != 1]

    assert unknown == []
    assert {kind: sorted(files - site.keys()) for kind, files in kinds.items() if files - site.keys()} == {}


def test_files_of_others_are_published_as_they_are(built: Path) -> None:
    site = tree(built / "site")
    ours, theirs = (tree(folder) for folder in (PROJECT / "templates/assets", MATERIAL_ASSETS))

    assert {path for path in site if path.startswith("assets/")} == {f"assets/{path}" for path in {*ours, *theirs}}
    assert all(site[f"assets/{path}"] == data for path, data in (theirs | ours).items())


def _kinds(root: Path) -> dict[str, set[str]]:
    """Give every file that a site may hold, by kind."""
    sources = [path for path in tree(root / "build/docs") if path.endswith(".md")]
    folders = [paths.address(path) for path in sources]
    told = [path.removesuffix("md") for path in sources if PurePosixPath(path).name == "changes.md"]
    return {
        "pages": {f"{folder}index.html" for folder in folders} | {"404.html"},
        "their Markdown": {f"{folder}index.md" for folder in folders},
        "feeds": {stem + form for stem in told for form in ("atom", "json")},
        "files for programs": {export.path for export in EXPORTS} - {"changes.atom", "changes.json"},
        "their schemas": {export.schema_path for export in EXPORTS if export.schema_path},
        "made from the finished site": {ARCHIVE, DIGEST},
        "for crawlers": {"robots.txt", "sitemap.xml", "sitemap.xml.gz"},
        "for the search": {"search/search_index.json"},
        "our assets": {f"assets/{path}" for path in tree(PROJECT / "templates/assets")},
        "Material's": {f"assets/{path}" for path in tree(MATERIAL_ASSETS)},
    }


def test_pull_requests_may_read_the_repository_and_nothing_more() -> None:
    for name, workflow in WORKFLOWS.items():
        assert workflow["on"].keys() <= {"pull_request", "push", "schedule", "workflow_dispatch"}, name
        if "pull_request" in workflow["on"]:
            assert workflow["permissions"] == {}
            assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values()), name


def test_no_workflow_asks_for_a_secret_or_leaves_a_token_on_the_disk() -> None:
    for name, workflow in WORKFLOWS.items():
        text = json.dumps(workflow)
        assert not [word for word in ("secrets", "GITHUB_TOKEN", "github.token") if word in text], name
        for step in _steps(workflow):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false", name


def test_what_may_write_runs_nothing_of_the_repository() -> None:
    jobs = [job for workflow in WORKFLOWS.values() for job in workflow["jobs"].values()]
    writers = [job for job in jobs if "write" in job["permissions"].values()]

    assert [[step["uses"].partition("@")[0] for step in job["steps"]] for job in writers] == [["actions/deploy-pages"]]


def test_every_action_is_named_by_its_commit() -> None:
    used = [step["uses"] for workflow in WORKFLOWS.values() for step in _steps(workflow) if "uses" in step]

    assert used
    assert [action for action in used if not fullmatch("[0-9a-f]{40}", action.partition("@")[2])] == []


def _steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]
