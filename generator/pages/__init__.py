"""Pages: what the site consists of. Each kind is one function from the briefing to its pages."""

from collections.abc import Iterator

from generator.model import Briefing
from generator.pages.countries import country_pages
from generator.pages.overviews import data, home, method, outlook, register, retired, timeline
from generator.pages.page import Page
from generator.pages.pillars import pillar_pages, topic_pages
from generator.pages.sources import source_pages

PAGES = (
    home,
    country_pages,
    pillar_pages,
    topic_pages,
    timeline,
    outlook,
    source_pages,
    register,
    method,
    data,
    retired,
)


def all_pages(briefing: Briefing) -> Iterator[Page]:
    """Give every page of the site."""
    for kind in PAGES:
        yield from kind(briefing)
