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
    file: str = "content/facts"
    """The file or folder of the repository in which the desk mends it."""
    entity: Mapping[str, object] | None = None
    """What it is about, as JSON-LD; see `generator.exports.linked`."""
    up: str = ""
    """The title of the index of its folder, for a link above its own title."""
    boost: float = 1
    """Its weight in the search; 0 leaves it out, so that articles and lists do not drown briefings."""
