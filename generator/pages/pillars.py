"""Pillar and topic pages: the briefing of each, and their indexes."""

from collections.abc import Iterator

from generator import paths
from generator.charts import moved_dates, programme
from generator.model import Briefing
from generator.pages.page import OF_A_LIST, Page
from generator.pages.subject import everything_page, searched_names, subject_view


def pillar_pages(briefing: Briefing) -> Iterator[Page]:
    """Give the index of pillars and a page for each."""
    links = [(p.name, p.title, paths.link(paths.PILLARS, paths.pillar(p.id))) for p in briefing.pillars.values()]
    name = briefing.partnership.name
    yield _index(paths.PILLARS, "Pillars", f"The pillars of {name}.", links)
    for pillar in briefing.pillars.values():
        page = paths.pillar(pillar.id)
        facts = [fact for fact in briefing.facts.values() if pillar.id in fact.pillars]
        watched = [found for found in briefing.expectations if pillar.id in found.fact.pillars]
        charts = {
            "programme": programme(page, pillar, briefing),
            "moved_dates": moved_dates(page, watched, briefing),
        }
        view = {**subject_view(page, pillar, facts, briefing), **charts}
        yield Page(
            path=page,
            template="subject.md.jinja",
            names=searched_names(pillar),
            feed=paths.feed(page),
            title=f"{pillar.name}: {pillar.title}",
            description=f"{pillar.name} of {name}, {pillar.title}: what the sources say, with the evidence.",
            view=view,
            up="Pillars",
            file=pillar.at().path,
        )
        if view["everything"]:
            yield everything_page(page, pillar.name, facts, briefing)


def topic_pages(briefing: Briefing) -> Iterator[Page]:
    """Give the index of topics and a page for each."""
    links = [
        (topic.name, _count(topic.id, briefing), paths.link(paths.TOPICS, paths.topic(topic.id)))
        for topic in briefing.topics.values()
    ]
    yield _index(paths.TOPICS, "Topics", "Technologies and themes that the desk follows.", links)
    for topic in briefing.topics.values():
        page = paths.topic(topic.id)
        facts = [fact for fact in briefing.facts.values() if topic.id in fact.topics]
        yield Page(
            path=page,
            template="subject.md.jinja",
            names=searched_names(topic),
            title=topic.name,
            description=f"{topic.name} in {briefing.partnership.name}: what the sources say, with the evidence.",
            view=subject_view(page, topic, facts, briefing, themed=False),
            file=topic.at().path,
            up="Topics",
        )


def _count(topic: str, briefing: Briefing) -> str:
    number = sum(topic in fact.topics for fact in briefing.facts.values())
    return f"{number} statement{'s' * (number != 1)}"


def _index(path: str, title: str, description: str, links: list[tuple[str, str, str]]) -> Page:
    return Page(
        path=path,
        template="index.md.jinja",
        title=title,
        description=description,
        view={"links": links},
        boost=OF_A_LIST,
    )
