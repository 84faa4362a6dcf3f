"""What awaits the desk: warnings, dates that have passed, passages without a fact, stale pages, blank spots.

Each line begins with a place that editors and terminals link, and nothing stands twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from generator.assembly.copies import repetitions
from generator.assembly.passages import best_first
from generator.diagnostics import Diagnostic, Location, Severity
from generator.model import Briefing, Fact, Passage
from generator.pages.subject import gaps
from generator.schema.subjects import Subject
from generator.text import one_line

LINES: Final = 10
"""A group shows this many at most unless all are asked for."""
_WORDS_SHOWN: Final = 100
_PASSED: Final = frozenset({"overdue", "date-passed"})
_STALE: Final = frozenset({"stale"})
_UNMET: Final = frozenset({"coverage-unmet"})
Line: TypeAlias = tuple[Location, str]


@dataclass(frozen=True, slots=True)
class _Group:
    heading: str
    count: int
    lines: Iterator[Line]
    """Made only as far as they are shown."""


def desk_list(briefing: Briefing, problems: Iterable[Diagnostic], limit: int | None = LINES) -> str:
    """Give what the desk may do next, the most pressing group first; errors are reported apart and not repeated here.

    A group shows `limit` lines and counts the others; None shows all.
    """
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    groups = [group for group in _groups(briefing, warnings) if group.count]
    return "\n".join(_shown(group, limit) for group in groups) or "Nothing awaits the desk.\n"


def _shown(group: _Group, limit: int | None) -> str:
    lines = [f"{place}: {words}\n" for place, words in islice(group.lines, limit)]
    more = f"and {group.count - len(lines)} more: check --all\n" if group.count > len(lines) else ""
    return f"{group.heading}: {group.count}\n{''.join(lines)}{more}"


def _groups(briefing: Briefing, warnings: Sequence[Diagnostic]) -> Iterator[_Group]:
    named = _PASSED | _STALE | _UNMET
    yield _warned("To look at again", [problem for problem in warnings if problem.code not in named])
    yield _warned("Dates that have passed", [problem for problem in warnings if problem.code in _PASSED])
    passages = _awaiting(briefing)
    yield _Group("Passages that await a fact", len(passages), (_passage(found, briefing) for found in passages))
    yield _warned("Pages that grow old", [problem for problem in warnings if problem.code in _STALE])
    blank = [*map(_warning, (problem for problem in warnings if problem.code in _UNMET)), *_blank_spots(briefing)]
    yield _Group("Blank spots", len(blank), iter(blank))


def _warned(heading: str, problems: Sequence[Diagnostic]) -> _Group:
    return _Group(heading, len(problems), map(_warning, problems))


def _warning(problem: Diagnostic) -> Line:
    about = f"{problem.about}: " if problem.about and not problem.message.startswith(problem.about) else ""
    return problem.location, f"{about}{problem.message} [{problem.code}]"


def _awaiting(briefing: Briefing) -> list[Passage]:
    """Give the passages that name a country and a pillar and that no fact uses; those of copies stand in the first."""
    repeated = repetitions(briefing.copies, briefing.replaced)
    unused = (
        passage
        for article, numbers in briefing.unused.items()
        if article not in repeated
        for passage in briefing.corpus.passages[article]
        if passage.number in numbers and passage.countries and passage.pillars
    )
    return best_first(unused, briefing.corpus)


def _passage(passage: Passage, briefing: Briefing) -> Line:
    article = briefing.corpus.articles[passage.article]
    words = one_line(article.text[passage.span.start : passage.span.end])
    short = words if len(words) <= _WORDS_SHOWN else f"{words[:_WORDS_SHOWN].rsplit(' ', 1)[0]} …"
    named = dict.fromkeys(mention.id for mention in (*passage.countries, *passage.pillars))
    return article.place_of(passage.span), f"“{short}” ({', '.join(named)})"


def _blank_spots(briefing: Briefing) -> list[Line]:
    """Give for each subject what a reader may look for on its page and not find.

    Those without a file or a summary come first, then those with most facts, whose pages are read most.
    """
    lacking: list[tuple[bool, int, Line]] = []
    for subject, facts, themed in _subjects(briefing):
        missing = [] if subject.summary else ["a summary"]
        missing += [gap.partition(":")[0] for gap in gaps(facts, themed=themed)]
        place = subject.at()
        if not place.path:
            place, missing = Location(f"content/countries/{subject.id.lower()}.yml"), ["its file", *missing]
        if missing:
            line = (place, f"{subject.name} lacks {', '.join(missing)}")
            lacking.append((bool(subject.summary), -len(facts), line))
    return [line for *_, line in sorted(lacking, key=lambda entry: entry[:2])]


def _subjects(briefing: Briefing) -> Iterator[tuple[Subject, list[Fact], bool]]:
    """Give all subjects with a page, the facts that concern each, and whether its page has themes."""
    facts = briefing.facts.values()
    for country in briefing.countries.values():
        yield country, [fact for fact in facts if country.id in fact.countries], True
    for pillar in briefing.pillars.values():
        yield pillar, [fact for fact in facts if pillar.id in fact.pillars], True
    for topic in briefing.topics.values():
        yield topic, [fact for fact in facts if topic.id in fact.topics], False
