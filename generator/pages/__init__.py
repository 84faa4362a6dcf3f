"""Pages: what the site consists of. Each kind is one function from the briefing to its pages."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.model import Briefing, Edition
from generator.pages.changes import change_pages
from generator.pages.corrections import corrections
from generator.pages.countries import country_pages
from generator.pages.data import data
from generator.pages.editions import edition_pages, held_by
from generator.pages.home import home
from generator.pages.method import method
from generator.pages.outlook import outlook
from generator.pages.page import Draft, Page
from generator.pages.passages import archive_pages
from generator.pages.pillars import pillar_pages, topic_pages
from generator.pages.register import register
from generator.pages.retired import retired
from generator.pages.sources import source_pages
from generator.pages.timeline import timeline
from generator.pages.written import written_pages

PAGES = (
    home,
    country_pages,
    pillar_pages,
    topic_pages,
    archive_pages,
    timeline,
    outlook,
    source_pages,
    register,
    method,
    corrections,
    written_pages,
    change_pages,
    edition_pages,
    data,
    retired,
)


def all_pages(briefing: Briefing) -> Iterator[Callable[[], Page]]:
    """Give how each page of the site is made."""
    for kind in PAGES:
        yield from (partial(_made, draft, briefing.editions) for draft in kind(briefing))


def _made(draft: Draft, editions: Sequence[Edition]) -> Page:
    return held_by(editions, draft() if callable(draft) else draft)
