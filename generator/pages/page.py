"""A page as a value: where it lives, which template shows it, and the view that the template gets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

OF_A_LIST = 0.3
"""The weight in the search of a page that lists what stands elsewhere, so that it does not drown briefings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to be rendered."""

    path: str
    """Markdown path below the docs folder, made by `generator.paths`."""
    template: str
    title: str
    description: str
    view: Mapping[str, object] = field(default_factory=dict)
    """Values in an order of their own, no sets: the page is rendered again when any of them is another."""
    file: str = "content/facts"
    """The file or folder of the repository in which the desk mends it."""
    entity: Mapping[str, object] | None = None
    """What it is about, as JSON-LD; see `generator.exports.linked`."""
    up: str = ""
    """The title of the index of its folder, for a link above its own title."""
    feed: str = ""
    """The Atom feed of what changes on its subject; empty where that is the site's own, which every page names."""
    names: tuple[str, ...] = ()
    """Names under which the search finds it as under its title; templates show those that readers should see."""
    boost: float = 1
    """Its weight in the search; 0 leaves it out, as articles are, which do not speak for the desk."""
    editions: tuple[tuple[str, str, str], ...] = ()
    """The frozen editions that hold it: name, the page there, what changed since."""


Draft: TypeAlias = Page | Callable[[], Page]
"""A page, or how it is made: where there are many, they are made one after the other, by several processes."""
