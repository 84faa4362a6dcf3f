"""Documents: records of what is cited but not held, and the sidecars of what is held."""

from typing import Final, Literal

from pydantic import Field

from generator.records import EdtfDate, Record, Truth
from generator.schema.base import Id, Line, Rights, Share, SourceKind, Url


class SourceRecord(Record):
    """An entry of `content/sources.yml` or `content/sources/*.yml`: a document that is cited but not held."""

    id: Id
    title: Line
    publisher: Line = Field(description="whose text it is; a carrier that only copies is named in `note`")
    published: EdtfDate
    url: Url
    accessed: EdtfDate | None = None
    archived: Url | None = None
    kind: SourceKind
    primary: Truth = Field(default=False, description="the act, statement or record itself, not a report of it")
    ownership: Literal["state"] | None = Field(default=None, description="`state` where a government owns the outlet")
    origin: Line | None = Field(default=None, description="the outlet whose report this one relays")
    same_as: Id | None = Field(default=None, description="another record of the same document; the two count once")
    language: Line = "en"
    link: Truth = Field(default=True, description="false: readers get the bibliographic data without the address")
    note: Line | None = Field(default=None, description="what a reader should know of it, as where a copy was read")
    withdrawn: Line | None = Field(default=None, description="why and when its publisher took it back")


class ArticleRecord(Record):
    """What a desk says of one article; every key is optional, and comes before what the file itself says."""

    id: Id | None = None
    title: Line | None = None
    title_by_desk: Truth = Field(default=False, description="true where the article came without a headline")
    publisher: Line | None = None
    published: EdtfDate | None = None
    url: Url | None = None
    language: Line | None = None
    kind: SourceKind = "newspaper"
    primary: Truth = False
    ownership: Literal["state"] | None = None
    rights: Rights = "excerpts"
    excerpt_share: Share | None = Field(default=None, description="where this article needs another than the site's")
    origin: Line | None = None
    replaces: Id | None = None


ONE_ARTICLE_ONLY: Final = ("id", "title", "title_by_desk", "published", "url", "replaces")
"""The keys that can hold for one article only."""


class Sidecar(ArticleRecord):
    """`seeds/NAME.EXT.yml`: what the seed itself does not say, or says wrongly. Every key is optional."""

    articles: dict[Id, ArticleRecord] = Field(
        default={}, description="for a file of several articles, as a feed: what holds for one of them, by its id"
    )
