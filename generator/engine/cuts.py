"""Cuts: where a page's Markdown falls into sections: each piece gives alone the HTML that it gives within the whole.

Most of a long page stays as it was when one statement changes. Where a piece ends depends on the words around the cut
alone, so that a change moves no cut but its neighbours (content-defined chunking).
"""

import re
from typing import Final
from zlib import crc32

from markdown.util import BLOCK_LEVEL_ELEMENTS

_FAR: Final = ("```", "~~~", "]:", "[TOC]", "<!", "<?")
"""What may act beyond its block: fences, link definitions, a table of contents in the text, comments."""
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_PARAGRAPHS_IN_A_SECTION: Final = 32
"""On average, where no heading comes between: some 9 kB. Many more sections cost more than they save."""


def cut(text: str) -> list[str]:
    """Cut between top-level blocks, before a heading or a paragraph; a text with far-reaching marks stays whole.

    Python-Markdown has no such boundaries of its own. A property test holds that the pieces give the HTML of the
    whole, for the extensions that `mkdocs.yml` names, unless an id stands in two of them.
    """
    if any(mark in text for mark in _FAR):
        return [text]
    found: list[list[str]] = []
    open_elements: list[str] = []
    closed = False  # whether nothing of the block before reaches into the next
    for block in text.split("\n\n"):
        if (closed and _may_begin(block)) or not found:
            found.append([])
        found[-1].append(block)
        if block.rfind("<") > block.rfind(">"):  # a tag may reach over any number of blocks to its end
            return [text]
        elements = [tag for tag in _TAG.findall(block) if tag[1].lower() in BLOCK_LEVEL_ELEMENTS]
        for end, name in elements:
            if not end:
                open_elements.append(name)
            elif not open_elements or open_elements.pop() != name:
                return [text]
        if block.strip():
            closed = not open_elements and not elements
    return [text] if open_elements else ["\n\n".join(blocks) for blocks in found]


def _may_begin(block: str) -> bool:
    """Say whether a section begins with this block: each heading, and a paragraph whose words have it so."""
    paragraph = block[:1].isalpha() or _TAG.match(block) is not None
    return block.startswith("#") or (paragraph and crc32(block.encode()) % _PARAGRAPHS_IN_A_SECTION == 0)
