"""The home page: what the partnership is, who takes part, the newest, dates that have passed, disputes."""

from collections import Counter
from collections.abc import Iterator

from generator import paths
from generator.model import Briefing
from generator.pages.countries import matrix_view
from generator.pages.disputes import disputes
from generator.pages.notes import Notes
from generator.pages.page import OF_A_LIST, Page
from generator.pages.statements import newest_first, statement, summary
from generator.pages.subject import answers, dates
from generator.pages.watch import awaited

NEWEST_SHOWN = 8
PASSED_SHOWN = 8
DISPUTES_SHOWN = 3


def home(briefing: Briefing) -> Iterator[Page]:
    """Give the home page."""
    notes = Notes(paths.HOME)
    facts = newest_first(briefing.facts.values())
    partnership = briefing.partnership
    passed = [found for found in briefing.expectations if found.state in {"overdue", "date-passed", "unconfirmed"}]
    expected = {found.fact.id for found in briefing.expectations}
    key = summary(partnership.summary, briefing, notes)
    newest = [fact for fact in facts if fact.id not in expected and not briefing.standing[fact.id].superseded_by]
    differing = disputes(facts, briefing, notes)
    view = {
        **matrix_view(paths.HOME, briefing),
        "key_sentences": key,
        "caution": partnership.note or "",
        "dates": dates(paths.HOME, partnership, facts, briefing),
        "counts": counts(briefing),
        "kept_back": len({(held.kind, held.name) for held in briefing.held_back}),
        "kept_back_page": paths.link(paths.HOME, paths.METHOD, "kept-back"),
        "statements": tuple(statement(fact, briefing, notes) for fact in newest[:NEWEST_SHOWN]),
        "awaited": awaited(sorted(passed, key=lambda f: f.expected, reverse=True)[:PASSED_SHOWN], briefing, notes),
        "passed": len(passed),
        "outlook": paths.link(paths.HOME, paths.OUTLOOK),
        "disputes": differing[:DISPUTES_SHOWN],
        "disputed_count": len(differing),
        "questions": tuple(
            (question.question, answers(question, briefing, notes)) for question in partnership.questions
        ),
        "notes": notes.listed,
    }
    yield Page(
        path=paths.HOME,
        template="home.md.jinja",
        title=briefing.site.title,
        boost=OF_A_LIST,
        description=briefing.site.description,
        view=view,
    )


def counts(briefing: Briefing) -> dict[str, int]:
    """Count statements by the state of their evidence, and what is withheld."""
    states = Counter(fact.state for fact in briefing.facts.values())
    return {
        "countries": len(briefing.countries),
        "pillars": len(briefing.pillars),
        "statements": len(briefing.facts),
        "matched": states["matched"],
        "quoted": states["quoted"],
        "cited": states["cited"],
        "withheld": len(briefing.withheld),
        "articles": len(briefing.corpus.articles),
        "sources": len(briefing.sources),
    }
