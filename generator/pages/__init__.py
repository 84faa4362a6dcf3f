"""Pages: what the site consists of. Each kind is one function from the briefing to its pages."""

from collections.abc import Iterator

from generator.model import Briefing
from generator.pages.changes import change_pages
from generator.pages.corrections import corrections
from generator.pages.countries import country_pages
from generator.pages.data import data
from generator.pages.editions import edition_pages, held_by
from generator.pages.home import home
from generator.pages.method import method
from generator.pages.outlook import outlook
from generator.pages.page import Page
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


def all_pages(briefing: Briefing) -> Iterator[Page]:
    """Give every page of the site."""
    for kind in PAGES:
        yield from (held_by(briefing.editions, page) for page in kind(briefing))
