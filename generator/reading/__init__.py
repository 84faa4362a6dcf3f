"""Reading: from the files in `seeds/` to articles. `READERS` lists the formats that a seed may have."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from generator import edtf
from generator.diagnostics import Diagnostic, Location, ProblemsError, error, warning
from generator.edtf import Edtf
from generator.markdown import safe_url
from generator.model import Article
from generator.outputs import digest
from generator.reading.dated_text import read_dated_text, read_plain_text
from generator.reading.feed import read_feed
from generator.reading.files import find_seeds, find_seeds_in, seed_at
from generator.reading.front_matter import read_markdown
from generator.reading.html_page import read_html
from generator.reading.language import UndeclaredLanguageError, find_language
from generator.reading.newsml import read_newsml
from generator.reading.ninjs import read_ninjs
from generator.reading.pdf import is_pdf, read_pdf
from generator.reading.seed import Delivered, Raw, Reader, Seed, Unreadable
from generator.reading.sidecars import about, check_sidecar, decoded, read_sidecar
from generator.reading.xmlsafe import refuse_other_xml
from generator.schema.sources import ArticleRecord
from generator.text import SLUG_BYTES, controls, one_line, slug, tidy

__all__ = ["READERS", "Seed", "decoded", "find_seeds", "find_seeds_in", "read_seed", "seed_at"]

READERS: Final[tuple[Reader, ...]] = (
    read_pdf,
    read_dated_text,
    read_ninjs,
    read_newsml,
    read_feed,
    read_html,
    refuse_other_xml,
    read_markdown,
    read_plain_text,
)
"""The first that knows the form reads the file; each tells it by its content."""

MAX_TEXT_BYTES: Final = 10_000_000
"""What no text, page or feed exceeds; a PDF may be larger, for its pictures (`files.MAX_BYTES`)."""
MAX_BODY: Final = 1_000_000
"""In characters; a committee report of 400 pages."""
MAX_LINE: Final = 200_000
"""In characters; paragraphs of newspapers have some hundreds, and texts that came on one line some thousands."""
MAX_ARTICLES: Final = 2_000
"""In one file; feeds have some tens, and archives come in many files."""


def read_seed(seed: Seed) -> tuple[tuple[Article, ...], tuple[Diagnostic, ...]]:
    """Give all articles of a seed, and what is wrong with it; one article's problem leaves the others alone."""
    if seed.trouble is not None:
        return (), (seed.trouble,)
    articles: list[Article] = []
    problems: list[Diagnostic] = []
    try:
        sidecar, delivered = read_sidecar(seed), _delivered(seed)
        ids = [_id(seed, article) for article in delivered]
        check_sidecar(sidecar, delivered, ids)
    except ProblemsError as trouble:
        return (), trouble.problems
    for article_id, article in zip(ids, delivered, strict=True):
        try:
            articles.append(_article(seed, article, about(sidecar, article_id), article_id))
        except ProblemsError as trouble:
            problems.extend(trouble.problems)
        problems.extend(_noticed(seed, article))
    if any(
        article.key is None and not about(sidecar, article_id).id
        for article_id, article in zip(ids, delivered, strict=True)
    ):
        problems.extend(_lost_letters(seed))
    return tuple(articles), tuple(problems)


def _delivered(seed: Seed) -> tuple[Delivered, ...]:
    raw = Raw(seed.data, Path(seed.path).name)
    place = Location(seed.path)
    if not is_pdf(raw) and len(raw.data) > MAX_TEXT_BYTES:
        raise ProblemsError([error(place, "seed-too-large", _too_large(len(raw.data), "bytes", MAX_TEXT_BYTES))])
    try:
        found = next((found for reader in READERS if (found := reader(raw)) is not None), None)
    except Unreadable as problem:
        raise ProblemsError([error(Location(seed.path, problem.line), problem.code, str(problem))]) from problem
    except Exception as problem:
        # Foreign libraries on foreign bytes raise anything; whatever it is, the other seeds are still read.
        message = f"the file is damaged ({type(problem).__name__}: {one_line(str(problem))[:80]}); get it anew"
        raise ProblemsError([error(place, "seed-unreadable", message)]) from problem
    if found is None:
        message = "this is nothing that can be read: text, Markdown, HTML, PDF, ninjs, NewsML-G2, RSS or Atom"
        raise ProblemsError([error(place, "seed-unreadable" if raw.data else "seed-empty", message)])
    if len(found) > MAX_ARTICLES:
        message = f"this holds {len(found):,} articles, a file at most {MAX_ARTICLES:,}; split the file"
        raise ProblemsError([error(place, "seed-too-large", message)])
    return found


def _too_large(size: int, unit: str, limit: int) -> str:
    return f"this holds {size:,} {unit}, an article at most {limit:,}; cut out the article, or split the file"


def _id(seed: Seed, delivered: Delivered) -> str:
    """Make an id: the slug of the file's name; among several, with a mark that a corrected headline leaves as it is."""
    stem = Path(seed.path).stem
    if delivered.key is None:
        return slug(stem)
    mark = digest(delivered.key.encode())[:_MARK]
    return f"{slug(stem)[: SLUG_BYTES - _MARK - 1]}-{mark}".strip("-").replace("--", "-")


_MARK: Final = 6
_TITLE: Final = 90


def _article(seed: Seed, delivered: Delivered, record: ArticleRecord, made_id: str) -> Article:
    place = Location(seed.path)
    text = tidy(delivered.body)
    named = f" of {delivered.title or delivered.key!r}" if delivered.key else ""
    if not text:
        message = f"the seed holds no text{named}; put the article in or take the file away"
        raise ProblemsError([error(place, "seed-empty", message)])
    if len(text) > MAX_BODY:
        raise ProblemsError([error(place, "seed-too-large", _too_large(len(text), "characters", MAX_BODY))])
    longest = max(text.split("\n"), key=len)
    if len(longest) > MAX_LINE:
        message = (
            f"the line that begins {longest[:20]!r} holds {len(longest):,} characters, a line at most {MAX_LINE:,}"
        )
        raise ProblemsError([error(place, "seed-too-large", f"{message}; break it where its paragraphs end")])
    article_id = record.id or made_id
    if not article_id:
        message = "the file's name makes no id: it has no Latin letter or digit; give it an `id` in a sidecar"
        raise ProblemsError([error(place, "missing-key", message)])
    title = record.title or _line(delivered.title)
    return Article(
        id=article_id,
        seed=seed.path,
        location=place,
        title=title or text.split("\n", 1)[0][:_TITLE],
        title_by_desk=record.title_by_desk or not title,
        publisher=record.publisher or _line(delivered.publisher),
        published=record.published or _published(delivered, place, named),
        url=record.url or _address(delivered.url),
        language=record.language or _language(delivered.language, text, place),
        kind=record.kind,
        primary=record.primary,
        ownership=record.ownership,
        rights=record.rights,
        excerpt_share=record.excerpt_share,
        origin=record.origin,
        replaces=record.replaces,
        text=text,
        sha256=digest(text.encode()),
        correction=_line(delivered.correction),
        pages=delivered.pages,
        line=delivered.line,
    )


def _line(text: str | None) -> str | None:
    return one_line(tidy(text)) or None if text else None


def _address(address: str | None) -> str | None:
    return address if address and safe_url(address) else None


def _language(tag: str | None, text: str, place: Location) -> str:
    """Give the language of a tag (RFC 5646) without its region; where nothing is declared, that of the text."""
    match = _LANGUAGE.match(tag or "")
    if match:
        return match.group().lower()
    try:
        return find_language(text)
    except UndeclaredLanguageError as problem:
        raise ProblemsError([error(place, "language-unknown", str(problem))]) from problem


_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def _published(delivered: Delivered, place: Location, named: str) -> Edtf:
    try:
        return edtf.parse(delivered.published or "")
    except ValueError as problem:
        reason = f" ({problem})" if delivered.published else ""
        hint = f"{delivered.hint}add `published: YYYY-MM-DD` to a sidecar"
        message = f"the day of publication{named} is not known{reason}; {hint}"
        raise ProblemsError([error(place, "seed-undated", message)]) from problem


def _lost_letters(seed: Seed) -> list[Diagnostic]:
    """Name the letters of other scripts inside Latin words of a file's name: an id is made without them."""
    stem = Path(seed.path).stem
    lost = {c for word in _WORD.findall(stem) if slug(word) for c in word if c.isalpha() and not slug(c)}
    if not lost:
        return []
    named = "; ".join(f"{c!r} is U+{ord(c):04X}, {unicodedata.name(c, 'without a name')}" for c in sorted(lost))
    message = f"the file's name mixes scripts ({named}), and its id, {slug(stem)!r}, leaves these letters out"
    return [warning(Location(seed.path), "look-alike", f"{message}; rename the file, or give it an `id` in a sidecar")]


_WORD: Final = re.compile(r"\w+")


def _noticed(seed: Seed, delivered: Delivered) -> list[Diagnostic]:
    """Name the control characters that were taken out, since what they hid may be damage."""
    found = controls("".join(filter(None, (delivered.body, delivered.title, delivered.publisher))))
    if not found:
        return []
    message = f"{', '.join(found)} taken out of the text; see whether it is whole, and get the file anew if not"
    return [warning(Location(seed.path), "seed-controls", message)]
