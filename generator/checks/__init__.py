"""Checks: rules over the content and the briefing, each one function with one code (CONTRIBUTING.md lists them)."""

from generator.checks.check import Check, Material
from generator.checks.coverage import orphan_sources, unmet_coverage
from generator.checks.dates import dates_overdue, dates_passed, facts_after_evidence, future_articles, stale_pages
from generator.checks.exemptions import accepted
from generator.checks.figures import mixed_units
from generator.checks.ids import alike_ids, reserved_ids
from generator.checks.links import cycles, undated_resolutions, weak_support, withdrawn_support
from generator.checks.paraphrase import drifting_statements
from generator.checks.participation import contradicted_levels
from generator.checks.programme import facts_without_mark
from generator.checks.references import duplicate_aliases, duplicate_ids, unknown_ids, vanished_ids
from generator.checks.summaries import summary_markdown, uncited_sentences
from generator.checks.versions import replaced_words
from generator.checks.wording import near_identical, repeated_quotations
from generator.checks.written import page_markdown
from generator.diagnostics import Diagnostic, Severity

CHECKS = (
    Check("duplicate-id", Severity.ERROR, duplicate_ids),
    Check("reserved-id", Severity.ERROR, reserved_ids),
    Check("duplicate-alias", Severity.ERROR, duplicate_aliases),
    Check("unknown-id", Severity.ERROR, unknown_ids),
    Check("vanished-id", Severity.ERROR, vanished_ids),
    Check("cycle", Severity.ERROR, cycles),
    Check("summary-uncited", Severity.ERROR, uncited_sentences),
    Check("summary-markdown", Severity.ERROR, summary_markdown),
    Check("page-markdown", Severity.ERROR, page_markdown),
    Check("programme-unmarked", Severity.ERROR, facts_without_mark),
    Check("seed-future", Severity.ERROR, future_articles),
    Check("look-alike", Severity.WARNING, alike_ids),
    Check("overdue", Severity.WARNING, dates_overdue),
    Check("date-passed", Severity.WARNING, dates_passed),
    Check("date-after-evidence", Severity.WARNING, facts_after_evidence),
    Check("stale", Severity.WARNING, stale_pages),
    Check("resolves-undated", Severity.WARNING, undated_resolutions),
    Check("rests-on-withdrawn", Severity.WARNING, withdrawn_support),
    Check("words-replaced", Severity.WARNING, replaced_words),
    Check("weak-support", Severity.WARNING, weak_support),
    Check("mixed-units", Severity.WARNING, mixed_units),
    Check("paraphrase", Severity.WARNING, drifting_statements),
    Check("repeats-quotation", Severity.WARNING, repeated_quotations),
    Check("near-identical", Severity.WARNING, near_identical),
    Check("level-contradicted", Severity.WARNING, contradicted_levels),
    Check("orphan-source", Severity.WARNING, orphan_sources),
    Check("coverage-unmet", Severity.WARNING, unmet_coverage),
)


def run_checks(material: Material) -> list[Diagnostic]:
    """Give every problem that any check finds, less those that the desk accepts with a reason."""
    found = [problem for check in CHECKS for problem in check.run(material)]
    return list(accepted(found, material.content.exemptions, {check.code: check.severity for check in CHECKS}))


def find_errors(material: Material) -> list[Diagnostic]:
    """Give the problems that block, which nobody can accept."""
    return [problem for check in CHECKS if check.severity is Severity.ERROR for problem in check.run(material)]
