"""What a chart is, and the few elements that charts are made of.

Elements have classes and no colours of their own, so that the style sheet decides, in the light and in the dark. svg.py
writes words and attributes as they come; so every word of ours or of others goes through `plain` or `linked` first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import svg
from markupsafe import Markup
from markupsafe import escape as markup_escape

from generator.markdown import escape

ENOUGH_ROWS = 3
"""Fewer are better said in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table behind a chart."""

    name: str
    when: str
    what: str
    statement: str
    """The words of the link to the statement; its own words stand elsewhere on the page."""
    href: str
    """A link from Markdown to the statement's entry in the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing with the rows of the table behind it; where another table of the page is behind it, there are none."""

    svg: Markup
    caption: str
    rows: tuple[Row, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    """Class names of the samples, and what they stand for."""


def plain(text: str) -> str:
    """Escape words for an element or an attribute; the references that Markdown needs are those of XML, too."""
    return str(escape(text))


def linked(href: str, name: str, *elements: svg.Element, kind: str) -> svg.A:
    """Give a link with a name in words, for those who hear the page and those who point at it."""
    title = svg.Title(text=plain(name))
    return svg.A(href=str(markup_escape(href)), class_=[kind], elements=[title, hidden(elements)])


def hidden(elements: Iterable[svg.Element]) -> svg.G:
    """Give elements that are for the eye alone: what they say stands in the names of links, too."""
    return svg.G(elements=list(elements), extra={"aria-hidden": "true"})


def percent(share: float) -> svg.Length:
    """Give a length across the drawing: words keep their size while the drawing is as wide as the page allows."""
    return svg.Length(round(share, 2), "%")


def nested(elements: Iterable[svg.Element], **attributes: Any) -> svg.SVG:  # noqa: ANN401 - those of svg.py
    """Give elements with a coordinate system of their own, which means nothing to those who hear the page."""
    return svg.SVG(elements=list(elements), xmlns=None, extra={"role": "presentation"}, **attributes)


def fluid(name: str, elements: Iterable[svg.Element], height: int) -> Markup:
    """Give a drawing of fixed height, in pixels, and of any width."""
    return _drawing(name, elements, f"height:{height}px")


def scaled(name: str, elements: Iterable[svg.Element], width: int, height: int) -> Markup:
    """Give a drawing as wide as the page allows, of fixed proportions."""
    return _drawing(name, elements, f"aspect-ratio:{width}/{height}")


def _drawing(name: str, elements: Iterable[svg.Element], style: str) -> Markup:
    # A group, no image: what is inside an image cannot be reached by those who hear the page.
    extra = {"role": "group", "aria-label": plain(name)}
    return Markup(svg.SVG(elements=list(elements), style=style, extra=extra).as_str())  # noqa: S704 - words are escaped
