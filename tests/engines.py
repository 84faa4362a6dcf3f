"""`make engines`: the same Markdown and settings built by MkDocs, by its continuation ProperDocs, and by Zensical.

ProperDocs must give the same bytes but for its own name. Zensical has its own theme and search: it must give the same
pages with the same words, links and anchors. What differs is printed; exit code 1 where words, links or citations do.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element

import html5lib

from tests.helpers import AS_OF, copy_site, run, tree
from tests.serving import ADDRESS

HTML = "{http://www.w3.org/1999/xhtml}"
SETTINGS = {"SITE_NAME": "Briefing", "SITE_URL": ADDRESS, "SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}
NAMES = {"mkdocs": f"mkdocs-{version('mkdocs')}", "properdocs": f"mkdocs-ProperDocs {version('properdocs')}"}
"""How each engine signs a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Main:
    """What a reader meets in the main part of a page, and where links may lead to."""

    text: str
    links: tuple[str, ...]
    anchors: frozenset[str]


def main() -> int:
    """Build with each engine and compare."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_site(Path(folder) / "site")
        done = run(root, "build", "--as-of", AS_OF)
        if done.returncode:
            raise RuntimeError(done.stderr)
        mkdocs, properdocs, zensical = (tree(_built(root, name)) for name in ("mkdocs", "properdocs", "zensical"))
    wrong = [*_other_bytes(mkdocs, properdocs), *_other_words(_pages(mkdocs), _pages(zensical))]
    _print_files(mkdocs, zensical)
    print(*wrong, sep="\n")
    print(f"{len(_pages(mkdocs))} pages by each engine; {len(wrong)} differences that readers meet")
    return 1 if wrong else 0


def _built(root: Path, engine: str) -> Path:
    """Run one engine strictly; give the folder of its site."""
    program = Path(sys.executable).with_name(engine)
    subprocess.run(
        [str(program), "build", "--strict", "--config-file", "mkdocs.yml"],
        cwd=root,
        env=os.environ | SETTINGS,
        capture_output=True,
        check=True,
    )
    return (root / "site").rename(root / engine)


def _other_bytes(one: dict[str, bytes], other: dict[str, bytes]) -> Iterator[str]:
    signed, alike = NAMES["properdocs"].encode(), NAMES["mkdocs"].encode()
    for path in sorted({*one, *other}):
        if one.get(path) != other.get(path, b"").replace(signed, alike):
            yield f"ProperDocs: {path}: other bytes"


def _pages(site: dict[str, bytes]) -> dict[str, Main]:
    return {path: _main(path, data) for path, data in site.items() if path.endswith(".html")}


def _main(path: str, data: bytes) -> Main:
    document = html5lib.parse(data.decode())
    article: Element | None = document.find(f".//{HTML}article")
    assert article is not None, f"{path}: there is no article"
    for parent in list(article.iter()):  # Zensical writes the names for the search into the page; our style hides them
        for tags in [child for child in parent if "md-tags" in child.attrib.get("class", "").split()]:
            tags.clear()
    here = ADDRESS + path.removesuffix("index.html")
    return Main(
        text=" ".join("".join(article.itertext()).split()),
        links=tuple(urljoin(here, a.attrib["href"]) for a in article.iter(f"{HTML}a") if "href" in a.attrib),
        anchors=frozenset(element.attrib["id"] for element in document.iter() if "id" in element.attrib),
    )


def _other_words(mkdocs: dict[str, Main], zensical: dict[str, Main]) -> Iterator[str]:
    for path in sorted({*mkdocs, *zensical}):
        one, other = mkdocs.get(path), zensical.get(path)
        if one is None or other is None:
            yield f"Zensical: {path}: made by one engine only"
            continue
        if one.text != other.text:
            yield f"Zensical: {path}: other words"
        if one.links != other.links:
            yield f"Zensical: {path}: other links"
        yield from (f"Zensical: {path}: {link} leads nowhere" for link in other.links if not _leads(link, zensical))


def _leads(link: str, pages: dict[str, Main]) -> bool:
    """Say whether a link into the site meets a page with its anchor; other files are copied, not made."""
    target, anchor = urldefrag(link)
    path = target.removeprefix(ADDRESS)
    page = pages.get(f"{path}index.html")
    return (
        target == path
        or (page is None and not path.endswith("/"))
        or (page is not None and (not anchor or anchor in page.anchors))
    )


def _print_files(mkdocs: dict[str, bytes], zensical: dict[str, bytes]) -> None:
    for name, one, other in (("MkDocs", mkdocs, zensical), ("Zensical", zensical, mkdocs)):
        alone = sorted({Path(path).parent.as_posix() for path in {*one} - {*other}})
        print(f"Files that {name} alone makes are in: {', '.join(alone)}")


if __name__ == "__main__":
    sys.exit(main())
