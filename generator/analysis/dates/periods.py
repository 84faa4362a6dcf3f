"""Rules of quarters, halves, seasons, financial years, and the beginning or end of a period."""

import re
from typing import Final

from generator.analysis.dates.context import Context, rule
from generator.analysis.dates.resolution import month_alone, period, season
from generator.analysis.dates.tense import Tense
from generator.analysis.dates.words import ORDINALS, SEASON, SEASONS, any_of, compiled, month_number, year
from generator.analysis.dates.words import month as month_pattern

_FIRST_QUARTER: Final = 33
_FIRST_HALF: Final = 40
_OFFSETS: Final = {"last": -1, "this": 0, "next": 1, "that": 0, "the": 0}
_SPORT = compiled(
    r"\b(?:goals?|scor(?:ed|ing|es)|match|half-time|halftime|kick-off|touchdowns?|yards?|penalty|rebounds?|coach"
    r"|striker"
    r"|midfielder|innings|try|tries|header|equaliser|quarterback|game|season|league|NBA|NFL|minutes?|possession)\b"
)
_NOT_OF_A_YEAR = compiled(r" of (?:the )?(?!year)(?:[a-z]+|[A-Z][a-z]+ [a-z]+)")
_ENDING_QUARTERS: Final = {3: 33, 6: 34, 9: 35, 12: 36}


def _year(match: re.Match[str], context: Context) -> int:
    """Give the year that a part belongs to; a bare quarter or half belongs to the year of publication."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("short_year"):
        return 2000 + int(groups["short_year"])
    which = (groups.get("which") or "").lower()
    if which == "that" and context.named is not None:
        return context.named.first.year
    return context.published.year + _OFFSETS.get(which, 0)


def _is_bare(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return not (groups.get("year") or groups.get("which") or groups.get("short_year"))


def _in_sport(match: re.Match[str], context: Context) -> bool:
    around = context.text[
        max(context.sentence.start, match.start() - 160) : min(context.sentence.end, match.end() + 160)
    ]
    return bool(_SPORT.search(around)) or bool(_NOT_OF_A_YEAR.match(context.text, match.end()))


def _quarter(match: re.Match[str], context: Context) -> str | None:
    if _is_bare(match) and match["ordinal"] and _in_sport(match, context):
        return None
    number = ORDINALS[match["ordinal"].lower()] if match["ordinal"] else int(match["digit"])
    return f"{_year(match, context):04}-{_FIRST_QUARTER - 1 + number}"


def _half(match: re.Match[str], context: Context) -> str | None:
    word = match["ordinal"]
    if _is_bare(match) and (not word or _in_sport(match, context)):
        return None
    second = match["digit"] == "2" if not word else word.lower() != "first"
    return f"{_year(match, context):04}-{_FIRST_HALF + second}"


def _month_quarter(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the September quarter`, which ends in that month."""
    number = month_number(match["month"])
    if number not in _ENDING_QUARTERS:
        return None
    if not _is_bare(match):
        return f"{_year(match, context):04}-{_ENDING_QUARTERS[number]}"
    ends = month_alone(context.published, number, Tense.FUTURE if context.tense(match) is Tense.FUTURE else Tense.PAST)
    return f"{ends[:4]}-{_ENDING_QUARTERS[number]}"


_NOT_A_SEASON = compiled(
    r"(?: (?:of|in|from) (?!(?:1\d|20)\d\d|last|this|next)| (?:guy|line|back|apart|through|short)|-)"
)


def _season_of_year(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the summer of 1961`, `in fall 2024`; prices that `fall next year` do so in any season."""
    if match.group()[0] in "fs" and match["season"] in {"fall", "spring"} and not _LED.search(context.before()):
        return None
    return f"{_year(match, context):04}-{SEASONS[match['season'].lower()]}"


def _season(match: re.Match[str], context: Context) -> str | None:
    """Resolve `the summer` by the tense; `the fall` is the season only after a preposition of time."""
    if _NOT_A_SEASON.match(context.text, match.end()) or not _LED.search(context.before()):
        return None
    return season(context.published, SEASONS[match["season"].lower()], context.tense(match))


_LED = compiled(
    r"(?:^|\W)(?i:in|over|by|until|till|since|during|before|after|through|throughout|into|for|of|early|late|mid)[ -]$"
)
_LED_BARE = compiled(r"(?:^|\W)(?i:by|until|till|since|early|late|mid)[ -]$")
_SEASON_ENDS = compiled(
    r"[.,;:)”\"]|$| (?:and|when|with|at|to|if|but|as|after|before|or|he|she|they|it|we|the|there|in)\b"
)


def _season_led(match: re.Match[str], context: Context) -> str | None:
    """Resolve `by spring`; `in spring` may be any."""
    if not _LED_BARE.search(context.before()) or not _SEASON_ENDS.match(context.text, match.end()):
        return None
    return season(context.published, SEASONS[match["season"].lower()], context.tense(match))


def _financial_year(match: re.Match[str], _context: Context) -> str:
    first = match["year"] or f"20{match['short_year']}"
    last = match["end_year"]
    if not last:
        return first
    return f"{first}/{first[:2]}{last}" if len(last) == len("26") else f"{first}/{last}"


def _end_of(match: re.Match[str], context: Context) -> str | None:
    """`the end of the year` is the year, of the publication."""
    unit = match["unit"].lower()
    return period(context.published, 0, unit)


def _year_end(match: re.Match[str], context: Context) -> str | None:
    return f"{_year(match, context):04}"


_OF_YEAR = (
    r"(?:(?:,? of| in|,)? (?:(?:fiscal |the )?(?:year )?" + year() + r"|'(?P<short_year>\d\d)(?!\w)"
    r"|(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat|the) (?:fiscal |financial |calendar )?year))?"
)
_QUARTER_ORDINAL = rf"(?P<ordinal>{any_of(['first', 'second', 'third', 'fourth', 'final', 'last'])})"
_HALF_ORDINAL = rf"(?P<ordinal>{any_of(['first', 'second', 'last', 'latter'])})"
_YEAR_OWNER = rf"(?:(?P<which>[Tt]his|[Ll]ast|[Nn]ext) year's |{year()}(?:'s)? (?:fiscal )?)"
_FISCAL = r"(?:fiscal |financial |calendar )?"

PARTS_OF_YEAR = (
    rule("quarter", "the third quarter of 2025",
         rf"(?:[Tt]he )?{_FISCAL}{_QUARTER_ORDINAL}(?P<digit>)[- ](?:fiscal )?quarter{_OF_YEAR}", _quarter),
    rule("half", "the first half of next year",
         rf"(?:[Tt]he )?{_FISCAL}{_HALF_ORDINAL}(?P<digit>)[- ]half{_OF_YEAR}", _half),
    rule("quarter in short", "Q1 2025", rf"Q(?P<digit>[1-4])(?P<ordinal>)(?!\w){_OF_YEAR}", _quarter),
    rule("quarter in short, figure first", "3Q 2025", rf"(?P<digit>[1-4])Q(?P<ordinal>)(?!\w){_OF_YEAR}", _quarter),
    rule("half in short", "H2 2025", rf"H(?P<digit>[12])(?P<ordinal>)(?!\w){_OF_YEAR}", _half),
)  # fmt: skip
MONTH_QUARTERS = (
    rule("quarter by its last"
         " month", "the September quarter", rf"(?:[Tt]he )?{month_pattern()}[- ]quarter{_OF_YEAR}", _month_quarter),
)  # fmt: skip
YEAR_FIRST = (
    rule("quarter after its year", "last year's fourth quarter, 1991's first quarter",
         rf"{_YEAR_OWNER}{_QUARTER_ORDINAL}(?P<digit>)[- ]quarter", _quarter),
    rule("half after its year", "this year's first half", rf"{_YEAR_OWNER}{_HALF_ORDINAL}(?P<digit>)[- ]half", _half),
)  # fmt: skip
SEASON_RULES = (
    rule("season of a year", "the summer of 1961", rf"(?:[Tt]he )?{SEASON}(?:,| of"
                                                   rf"| in)? (?:{year()}(?:[-–/]\d\d(?!\d))?|(?P<which>[Tt]his"
                                                   rf"|[Ll]ast|[Nn]ext|[Tt]hat) year)", _season_of_year),
    rule("season by tense", "in the spring", rf"[Tt]he {SEASON}", _season),
)  # fmt: skip
FINANCIAL_YEARS = (
    rule("financial year in"
         " short", "FY2027, FY27", r"FY ?(?:(?P<year>20\d\d)"
                                   r"|(?P<short_year>\d\d))(?:[-–/](?P<end_year>\d\d(?:\d\d)?))?", _financial_year),
    rule("financial year", "fiscal 2027, financial year 2027",
         r"(?:[Tt]he )?(?:[Ff]iscal|[Ff]inancial)(?: [Yy]ear)?(?P<short_year>) (?P<year>(?:19"
         r"|20)\d\d)(?:[-–/](?P<end_year>\d\d(?:\d\d)?))?", _financial_year),
)  # fmt: skip
_EDGE = r"(?:[Tt]he )?(?:very )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Cc]lose|[Mm]iddle) of "
ENDS = (
    rule("end of the period", "the end of the year", rf"{_EDGE}(?:the )?{_FISCAL}(?P<unit>week|month|quarter|year"
                                                     rf"|decade|centur(?=y))y?", _end_of),
    rule("year-end", "year-end, year's"
                     " end", r"(?:[Tt]he )?(?:[Yy]ear[- ]end|[Yy]ear's end)(?: (?P<year>(?:19|20)\d\d))?", _year_end),
)  # fmt: skip
LED_SEASON = (rule("season without article", "by spring", rf"(?P<season>{any_of(list(SEASONS))})", _season_led),)
LED = re.compile(
    r"(?:[Tt]he[ \u00a0])?(?:(?:very[ \u00a0])?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Cc]lose"
    r"|[Mm]iddle)(?:[ \u00a0]of[ \u00a0]|-)|(?:[Ee]arly|[Mm]id|[Ll]ate)(?:-?[ \u00a0]to[- ](?:mid"
    r"|late))?[- \u00a0](?:in[ \u00a0])?)"
)
"""`early`, `mid`, `late`, `the end of`: words that stay with the date that follows them."""
