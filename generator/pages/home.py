"""The home page: what the partnership is, who takes part, the newest, dates that have passed, disputes."""

from collections.abc import Iterator

from generator import paths
from generator.charts import participation_map
from generator.exports.briefing import counts
from generator.model import Briefing
from generator.pages.countries import matrix_view, roles
from generator.pages.disputes import DISPUTES, disputes, ids_of, pairs
from generator.pages.notes import Notes
from generator.pages.page import OF_A_LIST, Page
from generator.pages.selection import QUESTIONS, homes_of
from generator.pages.statements import newest_first, statement, summary
from generator.pages.subject import answers, dates
from generator.pages.watch import WATCH, awaited

NEWEST = "What is new"
NEWEST_SHOWN = 8
PASSED_SHOWN = 8
DISPUTES_SHOWN = 3


def home(briefing: Briefing) -> Iterator[Page]:
    """Give the home page."""
    facts = newest_first(briefing.facts.values())
    partnership = briefing.partnership
    passed = [found for found in briefing.expectations if found.state in {"overdue", "date-passed", "unconfirmed"}]
    latest = sorted(passed, key=lambda found: found.expected, reverse=True)[:PASSED_SHOWN]
    expected = {found.fact.id for found in briefing.expectations}
    current = [fact for fact in facts if fact.id not in expected and not briefing.standing[fact.id].superseded_by]
    newest = current[:NEWEST_SHOWN]
    differing = pairs(facts, briefing)
    homes = homes_of(
        (NEWEST, (fact.id for fact in newest)),
        (DISPUTES, ids_of(differing[:DISPUTES_SHOWN])),
        (WATCH, (found.fact.id for found in latest)),
        (QUESTIONS, (name for asked in partnership.questions for name in asked.facts)),
    )
    notes = Notes(paths.HOME, homes)
    view = {
        **matrix_view(paths.HOME, briefing),
        "map_chart": participation_map(paths.HOME, roles(briefing), briefing),
        "key_sentences": summary(partnership.summary, briefing, notes),
        "caution": partnership.note or "",
        "dates": dates(paths.HOME, partnership, facts, briefing),
        "counts": counts(briefing).model_dump(),
        "kept_back": len({(held.kind, held.name) for held in briefing.held_back}),
        "kept_back_page": paths.link(paths.HOME, paths.METHOD, "kept-back"),
        "statements": tuple(statement(fact, briefing, notes, section=NEWEST) for fact in newest),
        "awaited": awaited(latest, briefing, notes),
        "passed": len(passed),
        "outlook": paths.link(paths.HOME, paths.OUTLOOK),
        "disputes": disputes(differing[:DISPUTES_SHOWN], briefing, notes),
        "disputed_count": len(differing),
        "questions": tuple((asked.question, answers(asked, briefing, notes)) for asked in partnership.questions),
        "notes": notes.listed,
    }
    yield Page(
        path=paths.HOME,
        template="home.md.jinja",
        title=briefing.site.title,
        boost=OF_A_LIST,
        file="content/site.yml",
        description=briefing.site.description,
        view=view,
    )
