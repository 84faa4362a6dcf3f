"""The page of files that programs can read."""

from collections.abc import Iterator

from generator import paths
from generator.model import Briefing
from generator.pages.home import counts
from generator.pages.page import Page


def data(briefing: Briefing) -> Iterator[Page]:
    """Give the files with what each holds."""
    yield Page(
        path=paths.DATA,
        template="data.md.jinja",
        title="Data",
        description="The same statements and their evidence as files for programs.",
        view={"counts": counts(briefing)},
    )
