"""Editions: the list of what was frozen, what changed since each, and what the address of a withdrawn one says."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import paths
from generator.model import Briefing, Edition
from generator.pages.changes import concerns, net
from generator.pages.page import Page
from generator.pages.statements import day


def edition_pages(briefing: Briefing) -> Iterator[Page]:
    """Give the pages; none where nothing was frozen yet."""
    if briefing.editions:
        yield _list(briefing)
    for edition in briefing.editions:
        yield _withdrawn(edition) if edition.withdrawn else _since(edition, briefing)


def held_by(editions: Iterable[Edition], page: Page) -> Page:
    """Give a page that names the editions that hold it."""
    holding = tuple(
        (edition.name, paths.in_edition(page.path, edition.name), paths.html_link(page.path, paths.since(edition.name)))
        for edition in editions
        if paths.address(page.path) in edition.pages
    )
    return replace(page, editions=holding) if holding else page


def _list(briefing: Briefing) -> Page:
    return Page(
        path=paths.EDITIONS,
        template="editions.md.jinja",
        title="Editions",
        description="The site as it stood on a day, frozen, so that a citation can name what was known then.",
        view={"editions": [_row(edition) for edition in briefing.editions]},
        file="content/editions.yml",
        boost=0,
    )


def _row(edition: Edition) -> dict[str, object]:
    changes = None if edition.since is None else sum(concerns(change, paths.HOME) for change in edition.since)
    return {
        "name": edition.name,
        "day": day(edition.day),
        "sha256": edition.sha256,
        "href": f"{edition.name}/",
        "since": "" if edition.withdrawn else paths.link(paths.EDITIONS, paths.since(edition.name)),
        "changes": changes,
        "withdrawn": edition.withdrawn,
    }


def _since(edition: Edition, briefing: Briefing) -> Page:
    own = paths.since(edition.name)
    return Page(
        path=own,
        template="since.md.jinja",
        title=f"What changed since edition {edition.name}",
        description=f"What readers see differently now than in the edition {edition.name}.",
        view={
            "name": edition.name,
            "day": day(edition.day),
            "href": paths.html_link(own, f"{paths.edition(edition.name)}.md"),
            "known": edition.since is not None,
            "kinds": tuple(net(own, edition.since or (), briefing)),
            "by_day": paths.link(own, paths.CHANGES),
            "editions": paths.link(own, paths.EDITIONS),
        },
        boost=0,
    )


def _withdrawn(edition: Edition) -> Page:
    own = f"{paths.edition(edition.name)}.md"
    return Page(
        path=own,
        template="withdrawn.md.jinja",
        title=f"Withdrawn: edition {edition.name}",
        description="An edition that is no longer published.",
        view={"day": day(edition.day), "reason": edition.withdrawn, "editions": paths.link(own, paths.EDITIONS)},
        file="content/editions.yml",
        boost=0,
    )
