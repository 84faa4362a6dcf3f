"""Where each page and export lives: the only maker of addresses.

Addresses are made from ids, never from titles or headings, so that one that is published once stays. Pages are named
by their Markdown path below the docs folder; links between them are relative, so that the site works anywhere.
"""

import posixpath
import re
from functools import cache
from typing import Final
from urllib.parse import quote

HOME = "index.md"
COUNTRIES = "countries/index.md"
PILLARS = "pillars/index.md"
TOPICS = "topics/index.md"
TIMELINE = "timeline.md"
OUTLOOK = "outlook.md"
SOURCES = "sources/index.md"
REGISTER = "register.md"
METHOD = "method.md"
DATA = "data/index.md"
CORRECTIONS = "corrections.md"
CHANGES = "changes.md"
EDITIONS = "editions/index.md"


DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names that Windows keeps for devices, whatever stands behind a full stop."""
RESERVED: Final = DEVICES | {"index", "readme"}
"""Ids that no record may have: its page would be a device, or the index of its folder, which a README is, too."""
_PARTS: Final = (
    "also-named", "contact", "counts", "dates-passed", "disputed", "gaps", "instruments", "kept-back", "marks", "money",
    "moved-dates", "no-longer-used", "outcomes", "passages", "programme", "questions", "related", "retired", "reworded",
    "sources-of-this-page", "top", "what-became", "what-is-new", "what-the-sources-say", "what-to-watch", "who-says-so",
    "who-takes-part", "withheld", "overdue", "date-passed", "unconfirmed", "within-a-year", "later", "settled",
    "superseded", "pages-by-the-desk",
)  # fmt: skip
_NUMBERED: Final = r"(?:s|y|question-|part-)\d+"
_NAMED: Final = r"(?:mark|source|theme|day|map)-.*"
_ANCHOR: Final = re.compile(rf"(?:{'|'.join(_PARTS)}|{_NUMBERED}|{_NAMED})")


def is_anchor(name: str) -> bool:
    """Say whether a name is that of a part of some page, so that no statement may have it."""
    return _ANCHOR.fullmatch(name) is not None


def country(country_id: str) -> str:
    """Give `countries/jp.md` for JP."""
    return f"countries/{country_id.lower()}.md"


def everything(page: str) -> str:
    """Give the page of all statements of a subject, for the page that shows the newest: `countries/jp/all.md`."""
    return f"{page.removesuffix('.md')}/all.md"


def changes(page: str) -> str:
    """Give the page of what changed on a subject's page: `countries/jp/changes.md`; of the home page, on the site."""
    return CHANGES if page == HOME else f"{page.removesuffix('.md')}/changes.md"


def feed(page: str, form: str = "atom") -> str:
    """Give the feed of what changed on a subject's page: `countries/jp/changes.atom`; of the home page, on the site."""
    return f"{changes(page).removesuffix('.md')}.{form}"


def edition(name: str) -> str:
    """Give `editions/2026-11`, the folder of a frozen site below the present one, and what its address says."""
    return f"editions/{name}"


def since(edition_name: str) -> str:
    """Give the page of what changed since an edition: `changes/since/2026-11.md`."""
    return f"changes/since/{edition_name}.md"


def in_edition(origin: str, name: str) -> str:
    """Give the link from a page of the present site to the same page of an edition, as raw HTML needs it."""
    return f"{posixpath.relpath(f'/{edition(name)}/{address(origin)}', f'/{address(origin)}')}/"


def from_edition(origin: str, name: str, target: str) -> str:
    """Give the link from a page of an edition to one of the present site, as raw HTML needs it."""
    return f"{posixpath.relpath(f'/{address(target)}', f'/{edition(name)}/{address(origin)}')}/"


def archive(page: str, year: int, part: int = 1) -> str:
    """Give a page of what is too much for another: `countries/jp/archive/2024.md`, its second `.../2024/2.md`."""
    year_page = f"{page.removesuffix('.md').removesuffix('/index')}/archive/{year}"
    return f"{year_page}.md" if part == 1 else f"{year_page}/{part}.md"


def lists_everything(page: str) -> bool:
    """Say whether it is the page of all statements of a subject."""
    return page.endswith("/all.md")


def tells_changes(page: str) -> bool:
    """Say whether it is a page of what changed, of the site, of a subject, or since an edition."""
    return page == CHANGES or page.endswith("/changes.md") or page.startswith("changes/")


def pillar(pillar_id: str) -> str:
    """Give `pillars/ID.md`."""
    return f"pillars/{pillar_id}.md"


def topic(topic_id: str) -> str:
    """Give `topics/ID.md`."""
    return f"topics/{topic_id}.md"


def article(article_id: str) -> str:
    """Give `sources/ID.md`, the page of a held article."""
    return f"sources/{article_id}.md"


def passage_anchor(number: int) -> str:
    """Give the anchor of a passage on its article's page."""
    return f"s{number}"


def source_anchor(source_id: str) -> str:
    """Give the anchor of a record on the page of all sources."""
    return f"source-{source_id}"


def retired(kind: str, record_id: str) -> str:
    """Give the page that an id leaves behind when it is no longer used: where its own page was, if it had one."""
    own = {"country": country, "pillar": pillar, "topic": topic, "page": written}.get(kind)
    return own(record_id) if own else f"retired/{record_id}.md"


def written(name: str) -> str:
    """Give `pages/NAME.md`, a page of the desk's own words."""
    return f"pages/{name}.md"


def address(page: str, anchor: str = "") -> str:
    """Give the address of a Markdown page below the site's own, as MkDocs makes it: `countries/jp/#ID`.

    There every page but an index has a folder of its own (`use_directory_urls`).
    """
    folder = page.removesuffix(".md").removesuffix("index")
    path = folder if folder.endswith("/") or not folder else f"{folder}/"
    return f"{path}#{anchor}" if anchor else path


def file_in(repository: str, file: str) -> str:
    """Give the address of a file of the repository, on its main branch, as GitHub and its like have it."""
    return f"{repository}/blob/HEAD/{quote(file)}"


def link(origin: str, target: str, anchor: str = "") -> str:
    """Give the relative link from one Markdown page to another, with an anchor."""
    if origin == target and anchor:
        return f"#{anchor}"
    path = _way(posixpath.dirname(origin), target)
    return f"{path}#{anchor}" if anchor else path


def html_link(origin: str, target: str, anchor: str = "") -> str:
    """Give the same link as the finished site needs it, for raw HTML, whose links MkDocs leaves as they are."""
    if origin == target and anchor:
        return f"#{anchor}"
    path = posixpath.relpath(f"/{address(target)}", f"/{address(origin)}")
    return f"{path}/#{anchor}" if anchor else f"{path}/"


@cache
def _way(folder: str, target: str) -> str:
    """Give the relative path; pages have few of them, and each many times."""
    return posixpath.relpath(target, folder or ".")
