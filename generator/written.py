"""Pages that the desk writes: titles, paragraphs, headings and lists, made anew from Markdown that was understood."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from generator.markdown import Complaint, Parser, written
from generator.text import one_line, tidy

_BLOCKS: Final = Parser("commonmark").enable("table").disable(["reference", "inline"])
"""Tables are known to be refused; definitions of links show as the text that they are, and are not lost; what is
inside a block is read apart, as a tree of it could be deeper than Python's stack."""
_WORDS: Final = Parser("commonmark")
_LISTS: Final = {"bullet_list": "- ", "ordered_list": "1. "}
_HEADINGS: Final = (2, 3)
_NO_BLOCKS: Final = {
    "blockquote": "a quote",
    "code_block": "code (a line that begins with four spaces)",
    "fence": "code",
    "hr": "a rule",
    "html_block": "raw HTML",
    "table": "a table",
}


class Written(NamedTuple):
    """A page that the desk wrote."""

    title: str
    """Plain words."""
    text: Markup
    """What follows the title, as Markdown made anew."""
    complaints: tuple[Complaint, ...]


def page_of(source: str) -> Written:
    """Read the Markdown of a page of the desk: `# Title`, then paragraphs, `##` and `###`, lists of one level.

    Inside these stands what `inline` takes; anything else is refused. Gives the Markdown made anew from its tokens.
    """
    text = tidy(f"|{source}")[1:]  # behind a stroke, so that empty lines at the beginning stay and lines count right
    found = SyntaxTreeNode(_BLOCKS.parse(text)).children
    reader = _Reader()
    titled = bool(found) and found[0].tag == "h1"
    title = reader.title(found[0]) if titled else ""
    if not title:
        reader.complaints.append(Complaint(1, "the title is missing; begin the page with `# ` and its title"))
    body = found[titled:]
    for one, other in pairwise(body):
        if one.type in _LISTS and other.type in _LISTS:
            reader.refuse(other, "a list stands right behind another; put a sentence or a heading between them")
    made = Markup("\n\n").join([reader.block(node) for node in body])
    return Written(title, made, tuple(sorted(reader.complaints)))


@dataclass(slots=True)
class _Reader:
    """Writes blocks anew, and keeps what is wrong with them."""

    complaints: list[Complaint] = field(default_factory=list)
    level: int = 1
    """Of the last heading."""
    parts: int = 0

    def refuse(self, node: SyntaxTreeNode, words: str) -> None:
        """Complain at the line where a block begins."""
        self.complaints.append(Complaint(node.map[0] + 1 if node.map else 1, words))

    def title(self, node: SyntaxTreeNode) -> str:
        """Give the words of the title, which stands where nothing but words can."""
        tokens = _inline(node)
        if any(token.type not in {"text", "text_special"} for token in tokens):
            self.refuse(node, "the title holds more than words; take emphasis, links and all other marks out of it")
        return one_line(tidy("".join(token.content for token in tokens)))

    def block(self, node: SyntaxTreeNode) -> Markup:
        """Write one block; nothing of one that is refused."""
        if node.type == "paragraph":
            return self.words(node)
        if node.type == "heading":
            return self.heading(node)
        if node.type in _LISTS:
            return self.entries(node)
        name = _NO_BLOCKS.get(node.type, node.type)
        self.refuse(node, f"{name} has no place here; write paragraphs, headings (`##`, `###`) or lists")
        if node.type == "blockquote":
            for child in node.children:
                self.block(child)
        return Markup()

    def words(self, node: SyntaxTreeNode) -> Markup:
        """Write what a paragraph or a heading says."""
        line, before = node.map[0] + 1 if node.map else 1, len(self.complaints)
        made = Markup("").join(list(written(_inline(node), self.complaints, line)))
        if not made.strip() and len(self.complaints) == before:
            self.refuse(node, "this shows nothing; write its words, or take it out")
        return made

    def heading(self, node: SyntaxTreeNode) -> Markup:
        """Write a heading with an id of its own, which no words of it can change."""
        level, words = int(node.tag.removeprefix("h")), self.words(node)
        if level not in _HEADINGS:
            self.refuse(node, f"a heading of level {level} has no place here; write `##` or `###` (`#` is the title)")
        elif level > self.level + 1:
            self.refuse(node, "`###` stands below no `##`; write `##`")
        self.level = level
        self.parts += 1
        made = Markup(f"{'#' * level} {words} {{: #part-{self.parts} }}")  # noqa: S704 - escaped by words()
        return made if level in _HEADINGS else Markup()

    def entries(self, node: SyntaxTreeNode) -> Markup:
        """Write a list; an entry is one paragraph."""
        if "start" in node.attrs:
            self.refuse(node, f"this list begins with {node.attrs['start']}; begin it with 1")
        return Markup("\n").join([Markup(_LISTS[node.type]) + self.entry(item) for item in node.children])  # noqa: S704 - a constant

    def entry(self, node: SyntaxTreeNode) -> Markup:
        """Write an entry of a list."""
        kinds = [child.type for child in node.children]
        if kinds == ["paragraph"]:
            return self.words(node.children[0])
        self.refuse(node, "an entry of a list is one paragraph, not empty, without lists of its own; write it so")
        for child in node.children:
            self.block(child)
        return Markup()


def _inline(node: SyntaxTreeNode) -> list[Token]:
    """Give what a paragraph or a heading holds."""
    return _WORDS.parseInline(node.children[0].content)[0].children or []
