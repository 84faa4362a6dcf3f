"""Citing: how a reader names a page or a statement of the site in a text of his own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What is cited, in the version of a day."""

    key: str
    """Names it in a bibliography; made of letters, digits and hyphens."""
    title: str
    container: str
    """The title of the site."""
    url: str
    as_of: date
    """The day of the version that is cited."""
    note: str = ""
    """What a statement rests on; empty for a page."""


def plain(of: Reference) -> str:
    """Give the citation as a sentence."""
    note = f" ({of.note})" if of.note else ""
    return f"{of.container}: “{of.title}”{note}, as of {of.as_of.day} {of.as_of:%B %Y}, {of.url}"


def csl(of: Reference) -> dict[str, object]:
    """Give the citation as an item of CSL-JSON, which Zotero, pandoc and others read.

    See the schema of the Citation Style Language 1.0.2.
    """
    day = [[of.as_of.year, of.as_of.month, of.as_of.day]]
    item = {
        "id": of.key,
        "type": "webpage",
        "title": of.title,
        "container-title": of.container,
        "URL": of.url,
        "issued": {"date-parts": day},
        "accessed": {"date-parts": day},
        "note": of.note,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(of: Reference) -> str:
    """Give the citation as a document of CSL-JSON with one item."""
    return json.dumps([csl(of)], ensure_ascii=False)


def bibtex(of: Reference) -> str:
    """Give the citation as an entry for BibTeX and biblatex, in UTF-8; capitals of the title are kept."""
    day = of.as_of.isoformat()
    words = {"organization": of.container, "note": of.note}
    return bibtex_entry(
        "online", of.key, title=of.title, words=words, exact={"url": of.url, "date": day, "urldate": day}
    )


def bibtex_entry(kind: str, key: str, *, title: str, words: Mapping[str, str], exact: Mapping[str, str]) -> str:
    """Give an entry for BibTeX and biblatex: a title, words that TeX is to print as they are, and exact values."""
    escaped = {name: _tex(text) for name, text in words.items()}
    fields = {"title": f"{{{_tex(title)}}}"} | escaped | dict(exact)
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}"


def _tex(text: str) -> str:
    return text.translate(_TEX)


_TEX: Final = str.maketrans(
    {character: f"\\{character}" for character in "{}$&%#_"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
"""What TeX would take for itself."""
