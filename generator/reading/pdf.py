"""PDF documents: press releases and committee reports as word processors print them, by pypdf (the extra `pdf`).

A PDF knows where ink goes, not what a paragraph is; `layout` makes paragraphs of the lines found here. Of the metadata
only what publishers fill in with care is taken: a file's author is seldom its publisher, and the day on which a file
was made is not the day on which it was published.
"""

import io
import logging
import re
from typing import Any, Final

from generator.edtf import MONTHS
from generator.reading.layout import Line, body_size, paragraphs, without_running_heads
from generator.reading.seed import Delivered, Raw, Unreadable, missing
from generator.text import one_line, tidy

_HEAD: Final = 1024
_TAIL: Final = 2048
_FEWEST_WORDS_A_PAGE: Final = 4
_MOST_PAGES: Final = 2_000
_FIRST_LINES: Final = 20
_TITLE_RATIO: Final = 1.25
_FILE_NAME: Final = re.compile(r"^Microsoft Word - |\.(?:docx?|odt|indd|pdf|rtf|pages)$|^untitled", re.IGNORECASE)
_MONTH: Final = "|".join(MONTHS)
_DATE_LINE: Final = re.compile(
    r"(?:(?:published|released?|issued|dated?|embargoed until)\b(?: on)?:? *)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? +)?"
    rf"(?:(?P<day>\d{{1,2}}) +(?P<month>{_MONTH}),? +(?P<year>\d{{4}})"
    rf"|(?P<us_month>{_MONTH}) +(?P<us_day>\d{{1,2}}), +(?P<us_year>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))\.?",
    re.IGNORECASE,
)
"""A line that is a date and nothing else, as releases and reports carry it near their title."""


def is_pdf(raw: Raw) -> bool:
    """Say whether the file is a PDF: its mark stands within the first 1,024 bytes."""
    return b"%PDF-" in raw.data[:_HEAD]


def read_pdf(raw: Raw) -> tuple[Delivered, ...] | None:
    """Read a document of one article.

    Raises:
        Unreadable: it is cut short, encrypted, damaged or without text, or pypdf is not installed.
    """
    if not is_pdf(raw):
        return None
    if b"%%EOF" not in raw.data[-_TAIL:]:
        raise Unreadable("this PDF is cut short: its end is missing; get the file anew")
    document = _opened(raw.data)
    if len(document.pages) > _MOST_PAGES:
        message = f"this PDF has {len(document.pages):,} pages, an article at most {_MOST_PAGES:,}; cut out the article"
        raise Unreadable(message, "seed-too-large")
    lines = [line for number, page in enumerate(document.pages, start=1) for line in _lines(page, number)]
    if sum(len(line.text.split()) for line in lines) < _FEWEST_WORDS_A_PAGE * len(document.pages):
        message = "the pages of this PDF are pictures without text; run text recognition over it, as ocrmypdf does"
        raise Unreadable(message, "seed-empty")
    return (_delivered(without_running_heads(lines), document),)


def _opened(data: bytes) -> Any:  # noqa: ANN401 - the library's own document
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import DependencyError  # noqa: PLC0415
    except ImportError as problem:
        raise missing("a PDF", "pdf") from problem
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters is said here, at its place
    message = "this PDF is encrypted; open it and save a copy without protection"
    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable(message)
    except DependencyError as problem:  # pypdf alone reads old encryption only
        raise Unreadable(message) from problem
    return document


def _lines(page: Any, number: int) -> list[Line]:  # noqa: ANN401 - the library's own page
    """Gather the pieces that the page prints at one height into lines, in the order of printing."""
    found: list[Line] = []

    def take(text: str, matrix: list[float], place: list[float], _: object, size: float) -> None:
        if not text.strip():
            return
        x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
        y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        height = abs(size * (place[3] or 1) * (matrix[3] or 1)) or 1.0
        first, *others = [piece for piece in text.split("\n") if piece.strip()]
        last = found[-1] if found else None
        if last and abs(last.y - y) < last.size / 2 and x >= last.x:
            found[-1] = Line(page=number, x=last.x, y=last.y, size=last.size, text=last.text + first)
        else:
            found.append(Line(page=number, x=x, y=y, size=height, text=first))
        for count, piece in enumerate(others, start=1):
            found.append(Line(page=number, x=x, y=y - count * height * 1.2, size=height, text=piece))

    page.extract_text(visitor_text=take)
    texts = ((line, tidy(one_line(line.text))) for line in found)
    return [Line(page=line.page, x=line.x, y=line.y, size=line.size, text=text) for line, text in texts if text]


def _delivered(lines: list[Line], document: Any) -> Delivered:  # noqa: ANN401 - the library's own document
    heading = _heading(lines)
    dated = [line for line in lines[:_FIRST_LINES] if line.page == 1 and _DATE_LINE.fullmatch(line.text)]
    days = {_day(line.text) for line in dated}
    known = document.metadata or {}
    named = one_line(str(known.get("/Title") or ""))
    made = str(known.get("/CreationDate") or "")[2:10]
    body, pages = paragraphs([line for line in lines if line not in heading and line not in dated])
    language = document.root_object.get("/Lang")
    hint = f"the file was made on {made[:4]}-{made[4:6]}-{made[6:]}, which need not be that day; " if made else ""
    return Delivered(
        body=body,
        title=" ".join(line.text for line in heading) or (named if not _FILE_NAME.search(named) else None),
        published=days.pop() if len(days) == 1 else None,
        language=str(language) if language else None,
        pages=pages,
        hint=hint,
    )


def _heading(lines: list[Line]) -> list[Line]:
    """Give the lines of the first page that are set largest, if they are larger than the text and stand together."""
    first = [line for line in lines[:_FIRST_LINES] if line.page == 1]
    largest = max((line.size for line in first), default=0.0)
    if largest < _TITLE_RATIO * body_size(lines):
        return []
    start = next(i for i, line in enumerate(first) if line.size == largest)
    end = next((i for i, line in enumerate(first) if i > start and line.size < largest * 0.95), len(first))
    return first[start:end]


def _day(text: str) -> str:
    match = _DATE_LINE.fullmatch(text)
    if match is None:
        return ""
    if match["iso"]:
        return match["iso"]
    month = (match["month"] or match["us_month"]).capitalize()
    return f"{match['year'] or match['us_year']}-{MONTHS.index(month) + 1:02}-{int(match['day'] or match['us_day']):02}"
