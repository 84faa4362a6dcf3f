"""Where each page and export lives: the only maker of addresses.

Addresses are made from ids, never from titles or headings, so that one that is published once stays. Pages are named
by their Markdown path below the docs folder; links between them are relative, so that the site works anywhere.
"""

import posixpath

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


def country(country_id: str) -> str:
    """Give `countries/jp.md` for JP."""
    return f"countries/{country_id.lower()}.md"


def everything(page: str) -> str:
    """Give the page of all statements of a subject, for the page that shows the newest: `countries/jp/all.md`."""
    return f"{page.removesuffix('.md')}/all.md"


def lists_everything(page: str) -> bool:
    """Say whether it is the page of all statements of a subject."""
    return page.endswith("/all.md")


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
    own = {"country": country, "pillar": pillar, "topic": topic}.get(kind)
    return own(record_id) if own else f"retired/{record_id}.md"


def address(page: str, anchor: str = "") -> str:
    """Give the address of a Markdown page below the site's own, as MkDocs makes it: `countries/jp/#ID`."""
    folder = page.removesuffix(".md").removesuffix("index")
    path = folder if folder.endswith("/") or not folder else f"{folder}/"
    return f"{path}#{anchor}" if anchor else path


def link(origin: str, target: str, anchor: str = "") -> str:
    """Give the relative link from one Markdown page to another, with an anchor."""
    if origin == target and anchor:
        return f"#{anchor}"
    path = posixpath.relpath(target, posixpath.dirname(origin) or ".")
    return f"{path}#{anchor}" if anchor else path
