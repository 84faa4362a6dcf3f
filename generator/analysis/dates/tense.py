"""Whether the clause around an expression speaks of the past or of what is to come.

The nearest verb before the expression in its own clause decides; else the first that follows it there; else the
clauses before and then after. A weekday or month without a year takes its place in time from that.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Final

from generator.analysis.dates.words import compiled, trie
from generator.text import Span

REACH: Final = 240
"""How many characters to either side are looked at, so that an endless sentence costs no more than a long one."""


class Tense(Enum):
    """What time a clause speaks of."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


_INFINITIVE = r"to (?!(?:the|an?|its?|his|her|their|our|this|that)\b)[a-z]+"
_TAKES_INFINITIVE = (
    "agree|pledge|promise|vow|plan|aim|intend|hope|want|expect|schedule|prepare|order|invite|ask|urge|threaten|decide"
    "|propose|seek|offer|undertake|commit|slate|tip|poise|request|require|instruct|need|wish|refuse|resolve"
)
_PAST: Final = (
    r"could(?:n't| not)",
    r"(?:would|could|might|may|should|must)(?: not|n't)? have",
    r"was|were|had|did|said|told|wasn't|weren't|didn't|hadn't|according to|since|after (?:having )?[a-z]+ing",
    (
        r"(?:ha(?:s|ve)|'ve)(?: [a-z]+ly| not| never| already| also| just| now| since)? (?:been|had|become|come|gone"
        r"|made|taken|given|seen|held|said|told|risen|fallen|grown|won|lost|cut|put|set|begun|shown|[a-z]+ed)"
        r"|hasn't|haven't"
    ),
)
"""Finite verbs of the past: `was`, `has been`, `would have`."""
_NO_DUTY: Final = "(?<!ha[ds] )(?<!have )(?<!ed )(?<!need )(?<!out )(?<!said )(?<!thought )(?<!known )"
"""`had to be`, `seemed to be`, `is said to be` do not look ahead."""
_FUTURE: Final = (
    r"will|won't|shall|would|could|may|might|should|must|can|ought to|going to|cannot|can't|wouldn't",
    (
        r"(?:is|are|was|were|be|am|'re|'s)(?: (?:also|still|now|both|not|all|then|only|either))?"
        r" (?:to [a-z]+|due|set (?:for|to)|slated|likely|unlikely)"
    ),
    (
        rf"(?:due|ready|likely|unlikely|set|able|willing|keen|about|plans?|bid|chance|deadline|time|path"
        rf"|track) {_INFINITIVE}"
    ),
    rf"(?:{_TAKES_INFINITIVE})(?:s|ing|es)?(?: [\w'-]+){{0,4}}? {_INFINITIVE}",
    (
        r"expects?|(?<!had )expected|scheduled|slated|due|planned for|plans for|(?<!the )(?<!a )plans? (?:an?|more"
        r"|further)|ha(?:s|ve) until|starting|beginning"
        r"|effective|expiring|upcoming|forthcoming|payable|ahead of|tipped for|(?:set|booked|headed|bound) for"
    ),
    rf"{_NO_DUTY}to be [a-z]+(?:ed|t|n|ld|de|id)",
    r"(?:postponed|delayed|adjourned|deferred|extended|moved|brought forward|put off) (?:until|till|to|for)",
)
"""What looks ahead: `will`, `is to`, `due`, `plans to meet`."""
_PROMISED: Final = rf"(?:{_TAKES_INFINITIVE})(?:e?d)(?: [\w'-]+){{0,4}}? {_INFINITIVE}"
"""A promise of the past: what follows it lies ahead, what stands before it does not."""
_IRREGULAR: Final = (
    "arose|ate|awoke|beat|became|began|bent|bet|bit|blew|bought|bound|broke|brought|built|burst|came|cast|caught|chose"
    "|clung|cost|crept|cut|dealt|drank|drew|drove|dug|fed|fell|felt|fled|flew|forgot|fought|found|froze|gave|gone|got"
    "|grew|heard|held|hid|hit|hung|hurt|kept|knelt|knew|laid|lay|leapt|led|left|lent|let|lit|lost|made|meant|met"
    "|overtook"
    "|overthrew|paid|put|quit|ran|rang|read|rode|rose|sang|sank|sat|saw|seen|sent|set|shook|shone|shot|showed"
    "|shrank|shut"
    "|slept|slid|slipped|sold|sought|spent|split|spoke|spread|sprang|stole|stood|struck|stuck|swam|swept|swore|swung"
    "|taken|taught|thought|threw|took|tore|undertook|underwent|upheld|went|withdrew|withstood|woke|won|wore|wound|wrote"
    "|born|written|drawn|shown|known|begun|chosen|driven|given|risen|fallen|broken|spoken|stolen"
)
_NOT_PAST: Final = (
    "need|indeed|speed|feed|seed|breed|bleed|exceed|proceed|succeed|embed|shed|bed|red|hundred|weed|greed|unprecedented"
    "|united|sacred|naked|biased|armed|so-called|shared|limited|detailed|advanced"
)
SCHEDULED: Final = (
    "open|start|begin|end|expire|arrive|meet|gather|vote|go|leave|return|face|host|hold|close|launch|come|take|follow"
    "|run|finish|resume|travel|visit|head|kick|fall|turn|become|celebrate|mark|play|retire|join|apply|appear|address"
    "|conclude|convene|decide|deliver|depart|elect|enter|fly|flie|get|give|graduate|lapse|move|perform|present"
    "|publish|release|report|step|switch|tour|marry|announce|unveil|premiere|air|reopen"
)
_DETERMINERS: Final = "the The a A an An its their his her this of last new no"
_NO_NOUN: Final = "".join(rf"(?<!\b{word} )" for word in _DETERMINERS.split())
"""`the vote`, `a report` are no verbs."""
_OPENERS: Final = (
    "after could would might may should must was were had did said told wasn't weren't didn't hadn't according"
    " since has"
    " have hasn't"
    " haven't couldn't will won't shall can ought going cannot can't wouldn't is are be am due ready likely"
    " unlikely set able"
    " willing keen about plan plans bid chance deadline time path track expect expects scheduled slated planned"
    " starting"
    " beginning effective expiring upcoming forthcoming payable ahead tipped booked headed bound postponed delayed"
    " adjourned to"
    " deferred extended moved brought put"
)
_ANNOUNCED: Final = (
    "expected|scheduled|slated|planned|set|tipped|booked|forecast|headed|bound|asked|ordered|invited|prepared"
)
_FIRST_WORDS: Final = trie((
    *_OPENERS.split(),
    *(verb + ending for verb in _TAKES_INFINITIVE.split("|") for ending in ("", "s", "ing", "es", "d", "ed")),
    *_IRREGULAR.split("|"),
    *(verb + ending for verb in SCHEDULED.split("|") for ending in ("", "s", "es")),
))  # fmt: skip
_MARK = compiled(
    rf"(?<![\w-])(?={_FIRST_WORDS}\b|[a-z]+ed\b)(?:(?P<past>{'|'.join(_PAST)})(?!\w)|(?P<promised>{_PROMISED})"
    rf"|(?P<future>{'|'.join(_FUTURE)})(?!\w)"
    rf"|(?P<passive>(?:is|are)(?: not| [a-z]+ly)? (?!(?:{_ANNOUNCED})\b)(?:[a-z]+ed|{_IRREGULAR}))(?!\w)"
    rf"|(?!(?:{_NOT_PAST})\b)(?P<participle>[a-z]+ed|{_IRREGULAR})(?!\w)|(?P<present>{_NO_NOUN}(?:{SCHEDULED})(?:s"
    rf"|es)?|is|are)(?!\w))"
    r"|(?P<contracted>'(?:ll|re (?:to|due)|s (?:to|due)))(?!\w)"
)
_BOUNDARY = compiled(
    r"[,;:()“”\"—–]| - |(?<!\w)(?:that|which|who|whom|whose|when|where|while|but|and|after(?! [a-z]+ing)|before"
    r"|because|although"
    r"|though|if|whether|unless|once|as|than)(?!\w)"
)
_INTERJECTION = compiled(r"\s*(?:[\w.'-]+ ){0,6}(?:said|says|told|added|adds|according to)(?: [\w.'-]+){0,6}\s*")
_AUXILIARY_FOLLOWS = compiled(
    r"(?:'s)?(?: [a-z]+){0,2}? (?:(?P<future>will|would|could|may|might|should|is to|are to)|(?P<past>was|were|had"
    r"|did))(?!\w)"
)
_SUBJECT_BEFORE = compiled(r"(?:sa(?:id|ys?)|believes?|fears?) (?:the|an?|its|their|his|her) [\w' -]+ (?:on|in) $")
_AFTER = frozenset({"After ", "Following ", "After the "})
"""`After Sunday's defeat` begins with what is over."""
_LED_IN = r"(?: the| early| mid-| late)? ?$"
_TIED_TO_PAST = compiled(rf"(?i)\b(?:since|(?:dat|end|finish)ed(?: on| in)?|as of){_LED_IN}")
_TIED_TO_FUTURE = compiled(
    r"(?i)\b(?:(?:due|expected|expiring|payable|starting|beginning|effective|scheduled|slated|planned|tipped|booked)"
    r"(?: back)?(?: on| in| by| for| until| from)?|ahead of|date of|(?:set|deadline|date|elections?|votes?|polls?"
    r"|referendum|summit|meetings?|hearings?|trial|strikes?|talks|ballot|match|launch) for"
    rf"|(?:postponed|delayed|adjourned|deferred|extended|off) (?:until|till|to)|(?:has|have) until){_LED_IN}"
)


_HAD = compiled(r"\bhad (?:been |once )?(?:set|due|expected|scheduled|slated|planned|booked)\b[^,;]*$")
"""What had been due is over."""


def tense_at(text: str, sentence: Span, start: int, end: int) -> Tense:
    """Give the tense of the clause around text[start:end]."""
    return _tense(text[max(sentence.start, start - REACH) : start], text[end : min(sentence.end, end + REACH)])


@lru_cache(maxsize=1024)
def _tense(before: str, after: str) -> Tense:
    if _TIED_TO_PAST.search(before[-24:]) or (before in _AFTER and after[:1] in {"'", "\u2019"}):
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


_TENSES = {"past": Tense.PAST, "participle": Tense.PAST, "future": Tense.FUTURE, "contracted": Tense.FUTURE}


def _of_clause(clause: str, *, forward: bool) -> Tense:
    """Take the mark nearest to the expression; `promised to` looks ahead only of what comes after it."""
    found, weak = Tense.NONE, Tense.NONE
    for match in _MARK.finditer(clause):
        kind = match.lastgroup or ""
        if kind == "passive":  # `is made` and `is accused` tell no time
            continue
        if kind == "present":
            weak = Tense.FUTURE
        elif kind == "promised":
            found = Tense.PAST if forward else Tense.FUTURE
        elif kind != "participle" or found is not Tense.FUTURE:
            found = _TENSES[kind]
        if forward and found is not Tense.NONE:
            break
    return weak if found is Tense.NONE else found
