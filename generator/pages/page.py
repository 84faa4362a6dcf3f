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
    searched: bool = True
    """Whether its text is in the search index."""
