"""Whether the clause around an expression speaks of the past or of what is to come.

The nearest verb before the expression in its own clause decides; else the first that follows it there; else the
clauses before and then after. A weekday or month without a year takes its place in time from that.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Final

from generator.analysis.dates.words import LISTS, any_of, compiled
from generator.text import Span

REACH: Final = 240
"""How many characters to either side are looked at, so that an endless sentence costs no more than a long one."""


class Tense(Enum):
    """What time a clause speaks of."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


_TO_VERB: Final = r"to (?!(?:the|an?|its?|his|her|their|our|this|that)\b)[a-z]+"
_INFINITIVE: Final = rf"(?: [\w'-]+){{0,4}}? {_TO_VERB}"
_STEMS: Final = [verb.removesuffix("e") for verb in LISTS["takes_infinitive"]]
_NO_DUTY: Final = "(?<!ha[ds] )(?<!have )(?<!ed )(?<!need )(?<!out )(?<!said )(?<!thought )(?<!known )"
"""`had to be`, `seemed to be`, `is said to be` do not look ahead."""
_BE: Final = "(?:is|are|was|were|be|am|'re|'s)(?: (?:also|still|now|both|not|all|then|only|either))?"
_PARTICIPLE: Final = r"(?:[a-z]+ed|<irregular>)"
_ADVERB: Final = "(?: [a-z]+ly| not| never| already| also| just| now| since)?"
_NO_NOUN: Final = "".join(rf"(?<!\b{word} )" for word in LISTS["determiners"])
SCHEDULED: Final = any_of(verb + ending for verb in LISTS["scheduled"] for ending in ("", "s", "es"))
"""A verb of what is on a calendar, in the present: `opens on Saturday`."""
_MARKS: Final = (
    ("past", r"<past>|(?:would|could|might|may|should|must)(?: not|n't)? have|after (?:having )?[a-z]+ing"),
    ("past", rf"(?:ha(?:s|ve)|'ve){_ADVERB} (?:been|had|become|come|{_PARTICIPLE})"),
    ("promised", rf"{any_of(_STEMS)}ed{_INFINITIVE}"),
    ("future", rf"(?<!had )expected|(?<!the )(?<!a )plans? (?:an?|more|further)|{_NO_DUTY}to be [a-z]+(?:[dtn]|id)"),
    ("future", rf"{_BE} (?:to [a-z]+|due|set (?:for|to)|slated|likely|unlikely)"),
    ("future", rf"<nouns_of_infinitive> {_TO_VERB}|{any_of(_STEMS)}e?(?:s|ing)?{_INFINITIVE}"),
    ("future", r"<ahead>|(?:<postponed>|moved|brought forward|put off) (?:until|till|to|for)"),
    ("passive", rf"(?:is|are)(?: not| [a-z]+ly)? (?!<announced>\b){_PARTICIPLE}"),
    ("participle", rf"(?!<not_past>\b){_PARTICIPLE}"),
    ("present", rf"{_NO_NOUN}{SCHEDULED}|is|are"),
)  # fmt: skip
"""What tells the time of a clause, in the order in which it is tried: `passive` (`is made`) tells none."""
_MARK = compiled(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<{kind}{place}>{pattern})' for place, (kind, pattern) in enumerate(_MARKS))})(?!\w)"
    r"|(?P<future>'(?:ll|re (?:to|due)|s (?:to|due)))(?!\w)"
)
_BOUNDARY = compiled(
    r"[,;:()“”\"—–]| - |(?<!\w)(?:that|which|who|whom|whose|when|where|while|but|and|after(?! [a-z]+ing)|before"
    r"|because|although|though|if|whether|unless|once|as|than)(?!\w)"
)
_INTERJECTION = compiled(r"\s*(?:[\w.'-]+ ){0,6}(?:said|says|told|added|adds|according to)(?: [\w.'-]+){0,6}\s*")
_AUXILIARY_FOLLOWS = compiled(
    r"(?:'s)?(?: [a-z]+){0,2}? (?:(?P<future>will|would|could|may|might|should|is to|are to)|was|were|had|did)(?!\w)"
)
_SUBJECT_BEFORE = compiled(r"(?:sa(?:id|ys?)|believes?|fears?) (?:the|an?|its|their|his|her) [\w' -]+ (?:on|in) $")
_LED_IN = r"(?: the| early| mid-| late)? ?$"
_TIED_TO_PAST = compiled(rf"(?i)\b(?:since|(?:dat|end|finish)ed(?: on| in)?|as of){_LED_IN}|^(?:after|following) $")
"""`After Sunday's defeat` begins with what is over."""
_TIED_TO_FUTURE = compiled(
    r"(?i)\b(?:<tied_ahead>(?: back)?(?: on| in| by| for| until| from)?|ahead of|date of"
    rf"|<set_for> for|<postponed> (?:until|till|to)|ha(?:s|ve) until){_LED_IN}"
)
_HAD = compiled(r"\bhad (?:been |once )?(?:set|due|expected|scheduled|slated|planned|booked)\b[^,;]*$")
"""What had been due is over."""


def tense_at(text: str, sentence: Span, start: int, end: int) -> Tense:
    """Give the tense of the clause around text[start:end]."""
    return _tense(text[max(sentence.start, start - REACH) : start], text[end : min(sentence.end, end + REACH)])


@lru_cache(maxsize=1024)
def _tense(before: str, after: str) -> Tense:
    if _TIED_TO_PAST.search(before[-24:]):
        return Tense.PAST
    if _TIED_TO_FUTURE.search(before[-32:]):
        return Tense.PAST if _HAD.search(before[-48:]) else Tense.FUTURE
    clauses_before, clauses_after = _BOUNDARY.split(before), _BOUNDARY.split(after)
    own = clauses_before.pop()
    own = own[:1].lower() + own[1:]  # `Asked on Thursday`
    follows = _AUXILIARY_FOLLOWS.match(after)
    if follows and (_SUBJECT_BEFORE.search(own) or _of_clause(own, forward=False) is Tense.NONE):
        return Tense.FUTURE if follows["future"] else Tense.PAST
    readings = (
        _of_clause(own, forward=False),
        _of_clause(clauses_after[0], forward=True),
        *(_of_clause(clause, forward=False) for clause in _told(reversed(clauses_before))),
        *(_of_clause(clause, forward=True) for clause in _told(clauses_after[1:])),
    )
    return next((tense for tense in readings if tense is not Tense.NONE), Tense.NONE)


def _told(clauses: Iterable[str]) -> Iterator[str]:
    return (clause for clause in clauses if not _INTERJECTION.fullmatch(clause))


def _of_clause(clause: str, *, forward: bool) -> Tense:
    """Take the mark nearest to the expression; `promised to` looks ahead only of what comes after it."""
    found, weak = Tense.NONE, Tense.NONE
    for match in _MARK.finditer(clause):
        kind = (match.lastgroup or "").rstrip("0123456789")
        if kind == "present":
            weak = Tense.FUTURE
        elif kind == "future" or (kind == "promised" and not forward):
            found = Tense.FUTURE
        elif kind in {"past", "promised"} or (kind == "participle" and found is not Tense.FUTURE):
            found = Tense.PAST
        if forward and found is not Tense.NONE:
            break
    return weak if found is Tense.NONE else found
