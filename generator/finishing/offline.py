"""A copy of the site to read from disk: every page with plain links between files, without scripts and search.

A browser opens no folders from disk, so that a link to a folder becomes one to its `index.html`. Whatever the copy
leaves out is linked where it is published: data, editions, what changed, which goes on there, and the pages of all
statements of one subject, since the register holds them too and a copy may add only so much to the size of the site.
"""

import io
import posixpath
import re
import zipfile
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from generator import paths
from generator.cache import Cache, key_of
from generator.program import program
from generator.schema.subjects import Site
from generator.text import slug

_TITLE = re.compile(r"<title>(?P<title>[^<]*)</title>")
_STYLES = re.compile(r'<link rel="stylesheet"[^>]*>')
_TAB = re.compile(r'(?P<link><a href="[^"]*") class="md-tabs__link">\s*(?P<name>[^<]*?)\s*</a>')
_ARTICLE = re.compile(r"<article .*</article>", re.DOTALL)
_CITING = re.compile(r'<details class="about".*?</details>', re.DOTALL)
_LINK = re.compile(r'(?P<tag><a\b[^<>]*?\shref=)"(?P<address>[^"]*)"')
"""A link; what a page says can hold no tag, since it stands there escaped."""
_TOOLTIP = re.compile(r'(?P<tag><a\b[^<>]*?)\stitle="[^"]*"')

_PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
{styles}
</head>
<body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">
<main class="md-main"><div class="md-main__inner md-grid"><div class="md-content">
<nav class="md-content__inner md-typeset" aria-label="Site">{tabs}</nav>
{article}
</div></div></main>
</body>
</html>
"""

_FIRST_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_READABLE: Final = 0o644 << 16


def offline_copy(site: Path, settings: Site, cache: Cache) -> bytes:
    """Give the archive; the same pages give the same bytes wherever the same zlib packs them."""
    pages = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]
    styles = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.css"))
    chosen = [page for page in pages if not _left_out(f"{page}.md")]
    kept = frozenset(posixpath.normpath(f"{page}/index.html") for page in chosen).union(styles)
    around = key_of(program(), settings.url.encode(), "\0".join(sorted(kept)).encode()).encode()
    keys = {name: key_of(around, name.encode(), (site / name).read_bytes()) for name in kept if name.endswith(".html")}
    told = cache.remember(
        {key: name for name, key in keys.items()},
        lambda name: _page((site / name).read_text(encoding="utf-8"), name, kept, settings.url).encode(),
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(kept):
            data = told[keys[name]] if name in keys else (site / name).read_bytes()
            entry = zipfile.ZipInfo(f"{slug(settings.title)}/{name}", _FIRST_DAY_OF_ZIP)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _READABLE
            archive.writestr(entry, data)
    return made.getvalue()


def _left_out(page: str) -> bool:
    return paths.lists_everything(page) or paths.tells_changes(page)


def _page(html: str, name: str, kept: frozenset[str], published: str) -> str:
    title, article = _TITLE.search(html), _ARTICLE.search(html)
    whole = _PAGE.format(
        title=title["title"] if title else "",
        styles="\n".join(_STYLES.findall(html)),
        tabs=" · ".join(f"{tab['link']}>{tab['name']}</a>" for tab in _TAB.finditer(html)),
        article=_TOOLTIP.sub(r"\g<tag>", _CITING.sub("", article.group())) if article else "",
    )
    return _LINK.sub(partial(_link, name, kept, published), whole)


def _link(name: str, kept: frozenset[str], published: str, found: re.Match[str]) -> str:
    address, mark, anchor = found["address"].partition("#")
    if not address or ":" in address:
        return found.group()
    return f'{found["tag"]}"{_moved(name, address, kept, published)}{mark}{anchor}"'


@lru_cache(maxsize=4096)
def _moved(name: str, address: str, kept: frozenset[str], published: str) -> str:
    """Give the link from one file of the copy to what a link of the site meant."""
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
    page = posixpath.normpath(f"{meant}/index.html")
    file = page if page in kept else meant
    if file in kept:
        return posixpath.relpath(file, posixpath.dirname(name) or ".")
    return f"{published.rstrip('/')}/{meant}{'/' * address.endswith('/')}"
