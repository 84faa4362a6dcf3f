"""Charts: frozen values of inline SVG, made when the site is built, each with the rows of the table behind it."""

from generator.charts.chart import Chart, Row
from generator.charts.moves import moved_dates
from generator.charts.participation import participation_map
from generator.charts.programme import programme

__all__ = ["Chart", "Row", "moved_dates", "participation_map", "programme"]
