"""Whether a sentence says what is to happen after publication (`READING.md`, outlook).

A scan finds the words that can look ahead; the rule that takes them says whether they do. Without such a word, a
present tense with a date to come does (`opens on 10 November`), and so does a headline with `to`. Questions, wishes
and what was to come to an old statement do not.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from generator.analysis.dates.tense import SCHEDULED
from generator.analysis.dates.words import compiled
from generator.analysis.outlook.conditions import REACH, Place
from generator.analysis.outlook.rules import CUE, RULES
from generator.model import DateMention
from generator.text import Span

_QUESTION = re.compile(r"\?[”\"’')]*$")
_ASKS = re.compile(r"[^.!?]{0,300}\?")
_OPEN_QUESTION = compiled(r"\b(?:whether|<asking> <question_words>|no matter (?:how|what|who))\b[^,;]*$")
_PRESENT = compiled(rf"(?<![\w'-])(?:{SCHEDULED}|<present>)(?!\w)(?! (?:expected|planned|closed))")
_NOUN_BEFORE = compiled(r"(?:\b<before_noun>|n't|'s) $")
_PAST_VERB = compiled(r"\b(?:was|were|had|did|has|have|said|told|[a-z]{2,}(?<!ne)ed|can|must|should|would|ran|runs?)\b")
_CLAUSE = compiled(r"[,;:()“”\"—]|\b(?:that|which|who|when|where|while|but|after|before|because|if)\b")
_LONGEST_HEADLINE: Final = 120
_HEADLINE = compiled(
    r"(?=[A-Z])(?:[\w'&.,-]+ ){0,5}(?:[A-Z][\w'-]*|[\w-]+s|firm|group|government|minister|man|woman"
    r"|bank) to (?!be\b)[a-z]+ [\w£$€]"
)
_NO_HEADLINE = compiled(r"(?i)\b(?:<no_headline>|[a-z]+ed)\b|[.!?:”\"]$")


def is_outlook(text: str, sentence: Span, dates: Sequence[DateMention], published: date) -> bool:
    """Say whether the sentence tells what is to happen after publication; `dates` are those inside it."""
    start, end = sentence.start, sentence.end
    if _QUESTION.search(text[end - 4 : end]):
        return False
    for cue in CUE.finditer(text, start, end):
        place = Place(text[max(start, cue.start() - REACH) : cue.start()], cue.group(),
                      text[cue.end() : min(end, cue.end() + REACH)], cue.start(), dates, published)  # fmt: skip
        open_question = _ASKS.match(place.after) or _OPEN_QUESTION.search(place.before[-160:])
        if not open_question and RULES[int((cue.lastgroup or "")[1:])].holds(place):
            return True
    ahead = (mention for mention in dates if mention.edtf.first > published)
    return any(_scheduled(mention, text, sentence) for mention in ahead) or _announces(text[start:end])


def _scheduled(mention: DateMention, text: str, sentence: Span) -> bool:
    """Say whether a verb of the present stands with a date to come in its clause: `opens on 10 November`."""
    start, end = mention.span.start, mention.span.end
    before = _CLAUSE.split(text[max(sentence.start, start - REACH) : start])[-1]
    after = _CLAUSE.split(text[end : min(sentence.end, end + REACH)].removeprefix(","))[0]
    for clause in (before, after):
        if _PAST_VERB.search(clause):
            return False
        if any(not _NOUN_BEFORE.search(clause[: verb.start()]) for verb in _PRESENT.finditer(clause)):
            return True
    return False


def _announces(sentence: str) -> bool:
    """Say whether it is a headline of the kind `Australia to buy more submarines`."""
    if len(sentence) > _LONGEST_HEADLINE:
        return False
    return bool(_HEADLINE.match(sentence)) and not _NO_HEADLINE.search(sentence)
