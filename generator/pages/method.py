"""The method page: what each mark means, the counts by state, what is withheld, corrections."""

from collections import defaultdict
from collections.abc import Iterator

from generator import paths
from generator.exports.briefing import counts
from generator.markdown import safe_url, url
from generator.model import Briefing
from generator.pages.marks import EXPLAINED, mark_anchor
from generator.pages.page import Page
from generator.pages.statements import day
from generator.pages.written import written_links


def method(briefing: Briefing) -> Iterator[Page]:
    """Give how statements are checked and what is kept back."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for name, reason in briefing.withheld.items():
        reasons[reason].append(name)
    yield Page(
        path=paths.METHOD,
        template="method.md.jinja",
        title="Method",
        description="How statements are checked, and what each mark means.",
        view={
            "marks": [(mark_anchor(words), words, text) for words, text in EXPLAINED],
            "counts": counts(briefing).model_dump(),
            "withheld": sorted(((reason, ids) for reason, ids in reasons.items()), key=lambda r: (-len(r[1]), r[0])),
            "kept_back": sorted({(held.kind, held.name, held.problem.code) for held in briefing.held_back}),
            "history_known": briefing.history_known,
            "share": f"{briefing.site.excerpt_share:.0%}",
            "contact": briefing.site.contact,
            "contact_url": url(briefing.site.contact) if safe_url(briefing.site.contact) else "",
            "as_of": day(briefing.as_of),
            "written": written_links(paths.METHOD, briefing),
            "editions": paths.link(paths.METHOD, paths.EDITIONS) if briefing.editions else "",
        },
    )
