"""Pages of the desk's own words, which rest on no sources and say so."""

from collections.abc import Iterator

from generator import paths
from generator.model import Briefing
from generator.pages.page import Page
from generator.written import page_of


def written_pages(briefing: Briefing) -> Iterator[Page]:
    """Give a page for each file of `content/pages/`."""
    for entry in briefing.written:
        found = page_of(entry.text)
        page = paths.written(entry.id)
        yield Page(
            path=page,
            template="written.md.jinja",
            title=found.title,
            description=f"{found.title}, in the words of the desk.",
            view={"text": found.text, "register": paths.link(page, paths.REGISTER)},
            file=entry.at().path,
        )


def written_links(origin: str, briefing: Briefing) -> list[tuple[str, str]]:
    """Give the title of each and the link to it from a page."""
    return [(page.title, paths.link(origin, page.path)) for page in written_pages(briefing)]
