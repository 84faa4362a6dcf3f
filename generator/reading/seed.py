"""What a seed format gives: the body, and what the file itself says of the article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """An article as its file delivers it; a sidecar completes or corrects it key by key."""

    body: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF, not yet checked."""
    url: str | None = None
    language: str = "en"
