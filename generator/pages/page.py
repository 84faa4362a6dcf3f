"""A page as a value: where it lives, which template shows it, and the view that the template gets."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    boost: float = 1
    """Its weight in the search; 0 leaves it out, so that articles and lists do not drown briefings."""
