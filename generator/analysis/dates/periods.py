"""Rules of quarters, halves, seasons, financial years, and the beginning or end of a period."""

import re

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.resolution import nearest, period
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import ORDINALS, SEASONS, compiled, month_number

_SPORT = compiled(r"\b<sport>\b")
_NOT_OF_A_YEAR = compiled(r" of (?:the )?(?!year)(?:[a-z]+|[A-Z][a-z]+ [a-z]+)")


def _in_sport(match: re.Match[str], context: Context) -> bool:
    around = slice(max(context.sentence.start, match.start() - 160), min(context.sentence.end, match.end() + 160))
    return bool(_SPORT.search(context.text[around]) or _NOT_OF_A_YEAR.match(context.text, match.end()))


def _part_of_year(match: re.Match[str], context: Context) -> str | None:
    """Resolve a quarter or half; without a year it is of the year of publication, and not of a match."""
    word, named = match["ordinal"].lower(), context.year(match)
    if named is None and _in_sport(match, context):
        return None
    first, last = (33, 36) if match["part"] == "quarter" else (40, 41)
    return f"{named or context.published.year:04}-{first + ORDINALS[word] - 1 if word in ORDINALS else last}"


def _part_in_short(match: re.Match[str], context: Context) -> str | None:
    named, short = context.year(match), match["short"]
    if named is None and "H" in short:
        return None
    return f"{named or context.published.year:04}-{(39 if 'H' in short else 32) + int(short.strip('HQ'))}"


def _month_quarter(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the September quarter`, which ends in that month."""
    quarter, rest = divmod(month_number(match["month"]), 3)
    if rest:
        return None
    tense = Tense.FUTURE if context.tense(match) is Tense.FUTURE else Tense.PAST
    named = context.year(match) or nearest(context.published, "month", 3 * quarter, tense)[:4]
    return f"{named:04}-{32 + quarter}"


_NOT_A_SEASON = compiled(
    r"(?: (?:of|in|from) (?!(?:1\d|20)\d\d|last|this|next)| (?:guy|line|back|apart|through|short)|-)"
)
_SEASON_LED = compiled(r"(?:^|\W)(?i:by|until|till|since) $")
_THE_SEASON_LED = compiled(r"(?:^|\W)<before_season> $")
_SEASON_ENDS = compiled(
    r"[.,;:)”\"]|$| (?:and|when|with|at|to|if|but|as|after|before|or|he|she|they|it|we|the|there|in)\b"
)


def _season(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the summer of 1961`, `in the summer`, `by spring`; prices that `fall next year` do so in any season."""
    number, named, the = SEASONS[match["season"].lower()], context.year(match), match["the"]
    before, end = context.before(), match.end()
    led = context.is_led(match) or bool(_THE_SEASON_LED.search(before.lower()))
    if named is not None:
        return f"{named:04}-{number}" if led or the or match["season"] not in {"fall", "spring"} else None
    if the and (not led or _NOT_A_SEASON.match(context.text, end)):
        return None
    if not the and not (context.is_led(match) or _SEASON_LED.search(before)):
        return None
    if not the and not _SEASON_ENDS.match(context.text, end):
        return None
    return nearest(context.published, "season", number, context.tense(match))


def _financial_year(match: re.Match[str], _context: Context) -> str:
    first, last = f"20{match['year']}"[-4:], match["end_year"]
    return f"{first}/{(first[:2] + last)[-4:]}" if last else first


_OF_YEAR = r"(?:(?:,? of| in|,)? (?:(?:fiscal |the )?(?:year )?<year>|'(?P<short_year>\d\d)(?!\w)|<which_year>))?"
_YEAR_OWNER = r"(?:(?P<which_year>[Tt]his|[Ll]ast|[Nn]ext) year's |<year>(?:'s)? (?:fiscal )?)"
_PART = r"(?P<ordinal><Ordinals_of_part>)[- ]<fiscal>(?P<part>quarter|half)"
_EDGE = r"(?:[Tt]he )?(?:very )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Cc]lose|[Mm]iddle) of "
YEAR_FIRST = (
    rule("quarter or half after its year", "last year's fourth quarter, 1991's first half", _YEAR_OWNER + _PART,
         _part_of_year),
)  # fmt: skip
PERIODS = (
    rule("quarter or half", "the third quarter of 2025, the first half of next year",
         rf"(?:[Tt]he )?<fiscal>{_PART}{_OF_YEAR}", _part_of_year),
    rule("quarter or half in short", "Q1 2025, 3Q 2025, H2 2025",
         rf"(?P<short>Q[1-4]|[1-4]Q|H[12])(?!\w){_OF_YEAR}", _part_in_short),
    rule("quarter by its last month", "the September quarter", rf"(?:[Tt]he )?<month>[- ]quarter{_OF_YEAR}",
         _month_quarter),
    rule("end of the period", "the end of the year",
         rf"{_EDGE}(?:the )?<fiscal>(?P<unit>week|month|quarter|year|decade|centur(?=y))y?",
         lambda match, context: period(context.published, 0, match["unit"])),
    rule("year-end", "year-end, year's end", r"(?:[Tt]he )?[Yy]ear(?:[- ]end|'s end)(?: <year>)?",
         lambda match, context: f"{context.year(match) or context.published.year:04}"),
    rule("season", "the summer of 1961, in the spring, by autumn",
         r"(?:(?P<the>[Tt]he) )?<season>(?:(?:,| of| in)? (?:<year>(?:[-–/]\d\d(?!\d))?|<which_year>))?", _season),
    rule("financial year", "FY2027, FY27, fiscal 2027, financial year 2027",
         r"(?:FY ?|(?:[Tt]he )?(?:[Ff]iscal|[Ff]inancial)(?: [Yy]ear)? )"
         r"(?P<year>(?:19|20)\d\d|(?<=FY)\d\d|(?<=FY )\d\d)(?:[-–/](?P<end_year>\d\d(?:\d\d)?))?", _financial_year),
)  # fmt: skip
"""In the order in which they are tried."""
