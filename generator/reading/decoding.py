"""Encodings: from bytes to text, by what the file itself says before anything is tried.

A byte order mark decides; then UTF-8 where the bytes are valid UTF-8; then what the file declares; then Windows-1252,
as which ISO-8859-1 and ASCII are read too (WHATWG Encoding standard). UTF-16 without a mark is told by its zero bytes.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 1024
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["'](?P<xml>[\w.:-]{1,40})"""
    rb"""|<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?(?P<html>[\w.:-]{1,40})""",
    re.IGNORECASE,
)
"""The XML declaration and HTML's `meta`; both must stand within the first 1,024 bytes."""
_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252"})
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x85")
_CONTROL_SHARE = 0.02
"""Text with more control characters than this is none."""
_FEW = 8


def declared(data: bytes) -> str | None:
    """Give the name of the encoding that an XML or HTML file declares."""
    match = _DECLARED.search(data[:_HEAD])
    return (match["xml"] or match["html"]).decode("ascii") if match else None


def decode(data: bytes) -> str | None:
    """Give the text of a file; None where it is no text.

    Raises:
        UnicodeDecodeError: it is text, but damaged: it breaks what it declares, or is UTF-8 for the most part.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data.decode(encoding))
    wide = _utf16(data)
    if wide:
        return _text(data.decode(wide))
    label = declared(data)
    name = _known(label) if label else "cp1252"
    try:
        # Bytes that are valid UTF-8 are UTF-8 whatever they declare, but for encodings that keep to seven bits.
        return _text(data.decode(name if name.startswith("iso2022") else "utf-8"))
    except UnicodeDecodeError:
        if not _controlled(data) and (name == "utf-8" or _mostly_utf8(data)):
            raise
    try:
        return _text(data.decode(name))
    except UnicodeDecodeError:
        if label and not _controlled(data):
            raise
        return None


def _known(label: str) -> str:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return "cp1252"
    # A declaration that can be read byte by byte is itself proof that the file is not UTF-16 (HTML standard).
    return "cp1252" if name in _WINDOWS else "utf-8" if name.startswith("utf-16") else name


def _utf16(data: bytes) -> str:
    """Name UTF-16 where every second byte of the beginning is mostly zero, as in any Western text."""
    sample = data[:_HEAD]
    if len(data) % 2 == 0 and sample.count(0) > len(sample) // 4:
        if 0 not in sample[0::2]:
            return "utf-16-le"
        if 0 not in sample[1::2]:
            return "utf-16-be"
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Say whether more characters beyond ASCII are whole in UTF-8 than broken."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) > 2 * broken


def _controlled(data: bytes) -> bool:
    controls = sum(data.count(code) for code in range(32) if code not in _TEXT_CONTROLS)
    return controls > max(_FEW, len(data) * _CONTROL_SHARE)


def _text(text: str) -> str | None:
    controls = sum(text.count(chr(code)) for code in (*range(32), *range(0x7F, 0xA0)) if code not in _TEXT_CONTROLS)
    return text if controls <= max(_FEW, len(text) * _CONTROL_SHARE) else None
