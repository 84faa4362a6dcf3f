"""XML without its dangers: the standard parser, fed with text in which no entity is declared.

Entities are how XML reaches for other files and addresses and how a few lines grow to gigabytes; news formats need
none. The text is decoded before, so that no encoding can hide a declaration.
"""

import re
from xml.etree import ElementTree as ET
from xml.parsers import expat

from generator.reading.seed import Raw, Unreadable

_ROOT = re.compile(r"<(?:[\w.-]{1,60}:)?([A-Za-z][\w.-]{0,60})[\s>/]")
_ENTITY = re.compile(r"<!\s{0,9}entity", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>", re.IGNORECASE)


def root_name(head: str) -> str:
    """Give the name of the first element, without its prefix."""
    match = _ROOT.search(head)
    return match[1] if match else ""


def refuse_entities(text: str) -> None:
    """Refuse text that declares an entity.

    Raises:
        Unreadable: it declares one.
    """
    match = _ENTITY.search(text)
    if match:
        message = "this XML declares entities, which can reach for other files; take the DOCTYPE out"
        raise Unreadable(message, line=text.count("\n", 0, match.start()) + 1)


def parse(text: str) -> ET.Element:
    """Parse XML; nothing is fetched and nothing expands.

    Raises:
        Unreadable: it is not well formed or declares entities.
    """
    refuse_entities(text)
    bare = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)  # the text is decoded; what it declares is no more
    try:
        return ET.fromstring(bare)  # noqa: S314 - no entity is declared, so none can act
    except ET.ParseError as problem:
        line, column = problem.position
        message = f"this XML is not well formed: {expat.ErrorString(problem.code)} (column {column}); get the file anew"
        raise Unreadable(message, line=line) from problem


def refuse_other_xml(raw: Raw) -> None:
    """Refuse XML of a form that no reader before this one knows.

    Raises:
        Unreadable: it is XML.
    """
    if raw.head.startswith("<?xml") or raw.suffix == ".xml":
        refuse_entities(raw.text)
        name = root_name(raw.head) or "missing"
        message = f"this XML is none that can be read (its root is {name}): NewsML-G2, RSS or Atom"
        raise Unreadable(f"{message}; save the article's text instead")
