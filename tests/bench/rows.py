"""What is asked, what was measured, and the table of both."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measured thing; `most` is None where nothing is asked."""

    what: str
    value: float
    unit: str
    """`s`, `MB`, or `x` for a ratio."""
    most: float | None = None
    note: str = ""

    @property
    def missed(self) -> bool:
        """Whether more was measured than is asked."""
        return self.most is not None and self.value > self.most

    def line(self) -> str:
        """Give the row of a Markdown table."""
        asked = "" if self.most is None else f"{_shown(self.most, self.unit)}"
        missed = " (missed)" if self.missed else ""
        return f"| {self.what} | {asked} | {_shown(self.value, self.unit)}{missed} | {self.note} |"


def table(rows: Iterable[Row]) -> str:
    """Give all rows as a table in Markdown."""
    return "\n".join(["| | at most | measured | |", "| --- | --- | --- | --- |", *(row.line() for row in rows)])


def _shown(value: float, unit: str) -> str:
    return {"s": f"{value:.2f} s", "MB": f"{value:,.0f} MB", "x": f"{value:.2f} x"}[unit]
