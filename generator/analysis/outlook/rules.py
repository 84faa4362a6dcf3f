"""The words that can look ahead, each with an example, and the condition on which they do."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.analysis.dates.words import compiled
from generator.analysis.outlook import conditions
from generator.analysis.outlook.conditions import Sentence

Test: TypeAlias = Callable[[re.Match[str], Sentence], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that can look ahead, and when they do."""

    name: str
    example: str
    first: tuple[str, ...]
    """The words that it can begin with, in small letters."""
    pattern: re.Pattern[str]
    holds: Test


def _rule(name: str, example: str, first: str, pattern: str, holds: Test) -> Rule:
    return Rule(name, example, tuple(first.split()), compiled(rf"(?:{pattern})(?!\w)"), holds)


_BE_WORDS: Final = (
    "is are am 're 's 'm was were be been remain remains look looks seem seems appear appears being now not"
)
_BE: Final = (
    r"(?P<be>is|are|am|'re|'s|'m|be|was|were|been|remains?|looks?|seems?|appears?|being|now|not)"
    r"(?: (?:also|still|now|both|all|not|widely|currently|already|even|only|then|soon|generally|again))?"
)
_TO_VERB: Final = (
    r"to (?!(?:the|an?|its?|his|her|their|our|this|that|me|him|them|us|blame|say|do with|date|be (?:found|seen"
    r"|commended))\b)"
    r"[a-z]+"
)
_AHEAD: Final = (
    "due|set|expected|scheduled|slated|likely|unlikely|poised|about|going|bound|certain|planning|preparing|on track"
    "|on course|in line|tipped|planned|projected|forecast|aiming|intending|looking"
)
_TIME: Final = "out|back|in|on|by|for|at|later|next|this|before|within|tomorrow|soon|around"
_PROMISED: Final = (
    "agreed|pledged|promised|vowed|undertaken|committed|sworn|threatened|has decided|have decided|elected"
)
_WORDS_BETWEEN: Final = r"(?: (?!that\b|was\b|were\b|by\b)[\w'-]+){0,3}?"
_HOSTILITY: Final = "retaliation|action|strikes?|sanctions|tariffs|legal|war"

RULES: tuple[Rule, ...] = (
    _rule("will", "The ship will sail.", "will shall won't 'll", r"[Ww]ill|[Ss]hall|[Ww]on't|'ll", conditions.will),
    _rule("would", "It said it would sail.", "would wouldn't", r"would(?:n't)?(?!-)", conditions.would),
    _rule("would in short", "She said she'd sail.", "'d",
          r"(?<=[eytEYTIu])'d(?! (?:been|had|have|gone|come|never|better|made|done|got|left|lost|won|said|told|met"
          r"|seen|put"
          r"|already|always|just|[a-z]+ed)\b) [a-z]+", conditions.would),
    _rule("could", "It could sail in May.", "could", "could", conditions.could),
    _rule("may", "It may sail.", "may might", "may|might", conditions.may),
    _rule("should by a date", "It should arrive by 2030.", "should",
          r"should (?:arrive|take (?:effect|place)|reach|start|begin|come|enter|finish|open|be (?:in|ready"
          r"|completed?|done"
          r"|finished|open|available|delivered|operational))", conditions.with_a_date),
    _rule("is to", "It is to sail.", "is are am 're 's was were",
          r"(?P<be>is|are|am|'s|'re|was|were)(?: (?:also|still|now|both|all|not|then"
          r"|only))? " + _TO_VERB, conditions.is_to),
    _rule("is due, set, likely to", "It is due to sail.", _BE_WORDS, rf"{_BE} (?:{_AHEAD}) {_TO_VERB}", conditions.due),
    _rule("is due, expected, scheduled for a time", "A decision is due in May.", _BE_WORDS,
          rf"{_BE} (?:(?:due|expected|scheduled|slated|planned|booked|tipped) (?:{_TIME})|(?:set|headed|bound) for"
          r"|(?:likely|expected|planned|scheduled|inevitable)(?=[.,;”\"]))", conditions.due),
    _rule("due with a date", "the update, due on 18 December", "due expected scheduled slated planned",
          r"(?:due|expected|scheduled|slated|planned)(?: (?:out|back))? (?:in|on|by|for|next"
          r"|this)", conditions.with_a_date),
    _rule("plans, aims, intends to", "It plans to buy more.",
          "plan plans aim aims intend intends vow vows pledge pledges promises agree agrees undertake undertakes"
          " prepare"
          " prepares threaten threatens",
          rf"(?:plans?|aims?|intends?|vows?|pledges?|promises|agrees?|undertakes?|prepares?|threatens?) {_TO_VERB}",
          conditions.plan),
    _rule("promising to", "It won, promising to cut taxes.",
          "vowing promising pledging agreeing threatening aiming planning preparing intention intentions",
          rf"(?:vowing|promising|pledging|agreeing|threatening|aiming|planning|preparing|intentions?) {_TO_VERB}",
          conditions.plan),
    _rule("has until a date", "They have until Friday.", "has have", "ha(?:s|ve) until", conditions.with_a_date),
    _rule("plans a thing", "The owner plans a hotel.", "plan plans intends",
          r"(?:(?<!['’]s )plans?(?<!the plan)(?<!a plan)(?<!this plan) (?:an?|more|further|\d[\d,]*)"
          r"|intends (?!to)(?:the|its|an?)) [\w-]+", conditions.plan),
    _rule("promised, agreed to", "It agreed to buy more.",
          "agreed pledged promised vowed undertaken committed sworn threatened has have elected",
          rf"(?:{_PROMISED}){_WORDS_BETWEEN} {_TO_VERB}|committed to [a-z]+ing"
          rf"|threatened (?:{_HOSTILITY})", conditions.promise),
    _rule("pledged a thing", "The union pledged further strikes.", "pledged promised vowed",
          r"(?:pledged|promised|vowed) (?!by\b|to\b|that\b|in\b|on\b|at\b"
          r"|land\b)[a-z$£€\d]+", conditions.promised_thing),
    _rule("planned to, reported", "It said it planned to buy more.",
          "planned intended aimed expected prepared proposed was were",
          rf"(?:planned|intended|aimed|expected|prepared|proposed|was going"
          rf"|were going) {_TO_VERB}", conditions.planned),
    _rule("expects", "It expects the first cut in May.", "expect expects", "expects?(?! that)", conditions.expects),
    _rule("to be done by a date", "paid, to be repaid in 2030", "to", r"to be [a-z]+(?:ed|t|n|ld|de|id)",
          conditions.with_a_date),
    _rule("is doing at a date", "She is leaving on Friday.", "is are am 're 's 'm",
          r"(?:is|are|am|(?<=\b[Hh]e)'s|(?<=\b[Ii]t)'s|(?<=[Ss]he)'s|'re|'m) [a-z]+ing", conditions.with_a_date),
)  # fmt: skip
BY_WORD: Final = {
    word: tuple(rule for rule in RULES if word in rule.first)
    for word in {word for rule in RULES for word in rule.first}
}
"""The rules by their first word."""
