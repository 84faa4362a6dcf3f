"""The words that can look ahead, each with an example, and what must hold around them that they do."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generator.analysis.dates.words import compiled
from generator.analysis.outlook.conditions import Place

_NEVER: Final = compiled(r"(?!)")


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that can look ahead, and when they do."""

    name: str
    example: str
    pattern: str
    when: tuple[Callable[[Place], bool], ...] = ()
    not_after: re.Pattern[str] = _NEVER
    """What before the words says that they do not look ahead."""
    not_before: re.Pattern[str] = _NEVER
    """What follows the words where they do not look ahead."""

    def holds(self, place: Place) -> bool:
        """Say whether the words look ahead in this place."""
        if self.not_after.search(place.before[-160:]) or self.not_before.match(place.after):
            return False
        return all(condition(place) for condition in self.when)


_TO_VERB: Final = r"to (?!<no_verbs>\b)[a-z]+"
_ADVERB: Final = "(?: (?:also|still|now|both|all|not|widely|currently|already|even|only|then|soon|generally|again))?"
_BE: Final = "(?:is|are|am|'re|'s|'m|be|remains?|looks?|seems?|appears?|being|now|not)"
_IF: Final = r"\b[Ii]f [^,;]*$"
_DUE: Final = (
    r"(?:(?!due to (?:<causes>|[a-z]+(?:ing|(?<![sue])s|(?<!e)ed))(?!\w)|going to <places>\b)"
    rf"<adjectives_ahead> {_TO_VERB}"
    r"|(?:due|expected|scheduled|slated|planned|booked|tipped)"
    r" (?:out|back|in|on|by|for|at|later|next|this|before|within|tomorrow|soon|around)"
    r"|(?:set|headed|bound) for|(?:likely|expected|planned|scheduled|inevitable)(?=[.,;”\"]))"
)
"""`due to sail`, `expected in May`, `bound for`; not `due to bad weather`."""
_UNREAL: Final = (
    r"\b(?:[Ii]f (?![a-z]+e[dn]\b)|[Hh]ad )[^.?!]*?\b(?:had|were|was|did|could"
    r"|(?<!is )(?<!are )(?<!be )(?<!been )[a-z]+ed)\b"
)
"""`if they had talked`; not `if approved`, `if it is passed`."""
_FEELING: Final = r"\b(?i:<feeling>)\b[^,;]*$"
_TASK: Final = compiled(r"\b<tasks> $")
_SPECULATION: Final = rf"{_FEELING}|\b(?i:(?:whatever|whoever|however|wherever)\b[^,;]*|how|why) $"
"""`whatever the reason may be`, `how could this happen`."""
_CITED: Final = compiled("[”\"']")
"""The word alone stands in quotation marks."""
_WOULD_BEFORE: Final = compiled(rf"{_FEELING}|{_UNREAL}|\b(?:that|said|says|but|and|,) (?:not )?[a-z]+ing\b[^,;]*$")
_WOULD_NOT: Final = compiled(
    r"(?: <softeners>)? (?:have\b(?! (?:to|a|an|the|no|more|until|its|their)\b)|<would_not>\b"
    r"|be an? <would_not_be>\b)"
)

RULES: Final = (
    Rule("will", "The ship will sail.", r"will|[Ss]hall|[Ww]on't|'ll",
         not_after=compiled(r"(?i:(?:\b<before_noun_will>|'s) $)"),
         not_before=compiled(r"(?: not)? <idioms>\b")),
    Rule("would", "It said it would sail and she'd go.",
         r"would(?:n't)?(?!-)|(?<=[eytEYTIu])'d(?! (?:been|had|have|gone|come|never|better|made|done|got|left|lost|won"
         r"|said|told|met|seen|put|already|always|just|[a-z]+ed)\b)(?= [a-z])",
         (Place.reported, Place.kept), _WOULD_BEFORE, _WOULD_NOT),
    Rule("could see", "The move could see prices rise.", "could(?= see )", (Place.not_told_of_the_past,),
         compiled(r"\b(?:he|she|they|we|I|you|who|people|residents|[a-z]+ers) $|\b(?:He|She|They|We|You|It) $")),
    Rule("could", "It could sail in May.", "could(?! (?:not|never)\\b)", (Place.not_told_of_the_past, Place.an_event),
         compiled(rf"\b(?:[Yy]ou|never|as) $|{_SPECULATION}|{_UNREAL}"), _CITED),
    Rule("may", "It may sail.", "may|might", (Place.not_permitted, Place.an_event), compiled(_SPECULATION), _CITED),
    Rule("should by a date", "It should arrive by 2030.", r"should <arrive>", (Place.dated,)),
    Rule("is to", "It is to sail.", rf"(?:is|are|am|'s|'re){_ADVERB} {_TO_VERB}", not_after=_TASK),
    Rule("was to", "It was to sail, he said.", rf"(?:was|were){_ADVERB} {_TO_VERB}", (Place.still_ahead,),
         compiled(rf"{_TASK.pattern}|{_IF}")),
    Rule("is due, set, likely to", "It is due in May, and likely to sail.", rf"{_BE}{_ADVERB} {_DUE}"),
    Rule("was due, set, likely to", "It was due in May, he said.", rf"(?:was|were|been){_ADVERB} {_DUE}",
         (Place.still_ahead,), compiled(_IF)),
    Rule("due with a date", "the update, due on 18 December",
         r"(?:due|expected|scheduled|slated|planned)(?: (?:out|back))? (?:in|on|by|for|next|this)", (Place.dated,)),
    Rule("plans, aims, promising to", "It plans to buy more, aiming to grow.", rf"<plans> {_TO_VERB}",
         (Place.not_dropped,)),
    Rule("plans a thing", "The owner plans a hotel.",
         r"(?:(?<!'s )plans?(?<!the plan)(?<!a plan)(?<!this plan) (?:an?|more|further|\d[\d,]*)"
         r"|intends (?!to)(?:the|its|an?)) [\w-]+", (Place.not_dropped,)),
    Rule("has until a date", "They have until Friday.", "ha(?:s|ve) until", (Place.dated,)),
    Rule("promised, agreed to", "It agreed to buy more.",
         rf"<promised>(?: (?!(?:that|was|were|by)\b)[\w'-]+){{0,3}}? {_TO_VERB}|committed to [a-z]+ing"
         r"|threatened <hostility>", (Place.kept,)),
    Rule("pledged a thing", "The union pledged further strikes.",
         r"(?:pledged|promised|vowed) (?!(?:by|to|that|in|on|at|land)\b)[a-z$£€\d]+", (Place.kept,),
         compiled(r"(?i:\b<before_promised>|,) $")),
    Rule("planned to, reported", "It said it planned to buy more.",
         rf"(?:<planned>|(?:was|were) going) {_TO_VERB}", (Place.still_ahead,)),
    Rule("expects", "It expects the first cut in May.", "expects?(?! that)",
         not_after=compiled(r"(?i:\b<nobody>|n't) $")),
    Rule("to be done by a date", "paid, to be repaid in 2030", "to be [a-z]+(?:[dtn]|id)", (Place.dated,)),
    Rule("is doing at a date", "She is leaving on Friday.", r"(?:is|are|am|(?<=[Hh]e)'s|(?<=[Ii]t)'s|'re|'m) [a-z]+ing",
         (Place.dated,)),
)  # fmt: skip
"""In the order in which they are tried."""
CUE: Final = compiled(
    r"(?:\b(?=<First_words>(?!\w))|(?='(?:ll|re|[sdm])\b))"
    rf"(?:{'|'.join(f'(?P<r{place}>{rule.pattern})' for place, rule in enumerate(RULES))})(?!\w)"
)
"""The words of each rule; the number of the group is that of the rule."""
