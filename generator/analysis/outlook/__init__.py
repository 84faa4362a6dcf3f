"""Whether a sentence says what is to happen after publication (`READING.md`, outlook).

A scan finds the words that can look ahead; at each, named rules say whether they do. Without such a word, a present
tense with a date to come does (`opens on 10 November`). Questions, wishes and what was to come to an old statement
do not.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from generator.analysis.dates.tense import SCHEDULED
from generator.analysis.dates.words import compiled, trie
from generator.analysis.outlook.conditions import REACH, Sentence
from generator.analysis.outlook.rules import BY_WORD
from generator.model import DateMention
from generator.text import Span

_WORDS: Final = [word for word in BY_WORD if word[0] != "'" and word != "to"]
_CUE = compiled(rf"\b(?:{trie([*_WORDS, *map(str.capitalize, _WORDS)])}(?!\w)|to(?= be [a-z])|'(?:ll|re|[sdm])(?!\w))")
_QUESTION = re.compile(r"\?[”\"’')]*$")
_ASKS = re.compile(r"[^.!?]{0,300}\?")
_PRESENT = compiled(
    rf"(?<![\w'-])(?:(?:{SCHEDULED})(?:s|es)?|is|are|receives?|gains?|rises?|increases?|drops?|changes?|doubles?"
    rf"|shuts?|debuts?|competes?|sails?|reach(?:es)?|lands?|sits?|testif(?:y|ies)|jumps?|continues?|expands?"
    rf"|succeeds?|replaces?|relinquish(?:es)?|gives?)(?!\w)(?! (?:expected|planned|closed))"
)
_NOUN_BEFORE = compiled(
    r"(?:\b(?:to|the|an?|of|its|their|his|her|can|no|for|new|first|with|by|must|should|not|n't)|'s) $"
)
_PAST_VERB = compiled(r"\b(?:was|were|had|did|has|have|said|told|[a-z]{2,}(?<!ne)ed|can|must|should|would|ran|runs?)\b")
_CLAUSE = compiled(r"[,;:()“”\"—]|\b(?:that|which|who|when|where|while|but|after|before|because|if)\b")


def is_outlook(text: str, sentence: Span, dates: Sequence[DateMention], published: date) -> bool:
    """Say whether the sentence tells what is to happen after publication; `dates` are those inside it."""
    if "?" in text[sentence.end - 3 : sentence.end] and _QUESTION.search(text[sentence.end - 4 : sentence.end]):
        return False
    whole = None
    asks = text.find("?", sentence.start, sentence.end) >= 0
    for cue in _CUE.finditer(text, sentence.start, sentence.end):
        if asks and _ASKS.match(text, cue.end(), sentence.end):
            continue
        for rule in BY_WORD[cue.group().lower().replace("\u2019", "'")]:
            match = rule.pattern.match(text, cue.start(), sentence.end)
            if match is not None:
                whole = whole or Sentence.of(text, sentence, dates, published)
                if rule.holds(match, whole):
                    return True
    ahead = (mention for mention in dates if mention.edtf.first > published)
    return any(_scheduled(mention, text, sentence) for mention in ahead) or _announces(text, sentence)


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


_LONGEST_HEADLINE: Final = 120
_ENDS_SENTENCE: Final = '.!?:”"'
_HEADLINE = compiled(
    r"(?=[A-Z])(?:[\w'&.,-]+ ){0,5}(?:[A-Z][\w'-]*|[\w-]+s|firm|group|government|minister|man|woman"
    r"|bank) to (?!be\b)[a-z]+ [\w£$€]"
)
_NO_HEADLINE = compiled(
    r"(?i)\b(?:is|are|was|were|has|had|have|do|does|did|how|what|why|where|when|who|ways?|things?|reasons?|steps"
    r"|places|needs|wants|fails|tries|used|lessons|keys?|[a-z]+ed|told)\b"
)


def _announces(text: str, sentence: Span) -> bool:
    """Say whether it is a headline of the kind `Australia to buy more submarines`."""
    start, end = sentence.start, sentence.end
    if end - start > _LONGEST_HEADLINE or text[end - 1] in _ENDS_SENTENCE:
        return False
    return bool(_HEADLINE.match(text, start, end)) and not _NO_HEADLINE.search(text, start, end)
