"""The words around what looks ahead, and the conditions on them that rules name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.analysis.dates.words import compiled
from generator.model import DateMention

REACH: Final = 300
"""How many characters to either side are looked at, so that an endless sentence costs no more than a long one."""
_OLD: Final = timedelta(days=365)
"""What a statement of so long ago promised is no longer to come, unless a date says so."""
_QUOTE = compiled('[“”"]')
_SPEECH = compiled(r"\b<speech>\b")
_UNDER_A_PLAN = compiled(r"\b[Uu]nder (?:the|an?|its|their|this|that) (?:[\w'-]+ ){0,4}<plan_names>\b")
_OVER = compiled(
    r"\b(?:had (?:[a-z]+ly )?(?:said|promised|pledged|agreed|planned|vowed|intended|expected|hoped|been (?:due|expected"
    r"|told))|once|originally|initially|used to)\b"
)
"""What had been said or promised is over."""
_CLAUSE_ENDS = compiled(r"[,;:“”\"]|\b(?:said|says|told|according|but|which|who)\b")
_DROPPED = compiled(r"\b<dropped>\b")
_STATE = compiled(
    r"(?: <softeners>)* (?:have(?! to\b)|need(?! to\b)|<states>"
    r"|be (?:<states_of_being>|[a-z]+ing))\b"
)
_BECOMES = compiled(r"(?: [a-z]+)* be\b")
_PERMISSION = compiled(r"\b(?:[Uu]nder (?:the|a|an|its|new)|<permission>)\b|\b[Yy]ou $")
_PAST_NARRATIVE = compiled(r"\b(?:was|were|had|[a-z]{2,}(?<!ne)ed|went|came|took|left|saw|knew|began|so that)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Words that can look ahead, with what stands before and after them in the sentence, and its dates."""

    before: str
    cue: str
    after: str
    start: int
    dates: Sequence[DateMention]
    published: date

    def dated(self) -> bool:
        """Hold where a date of the sentence lies wholly after publication."""
        return any(mention.edtf.first > self.published for mention in self.dates)

    def reported(self) -> bool:
        """Hold with a verb of saying on the same side of the quotation marks, or `under the plan`."""
        outside = (*_QUOTE.split(self.before)[-1::-2], *_QUOTE.split(self.after)[0::2])
        return any(_SPEECH.search(part) for part in outside) or bool(_UNDER_A_PLAN.search(self.before))

    def kept(self) -> bool:
        """Hold unless what was promised lies before publication, or was promised long ago with no date to come."""
        if not self.dated() and _OVER.search(self.before[-120:] + self.cue):
            return False
        end = self.start + len(self.cue)
        target = next((mention for mention in self.dates if mention.span.start >= end), None)
        if target is not None and not _CLAUSE_ENDS.search(self.after[: target.span.start - end]):
            return target.edtf.last >= self.published or target.edtf.approximate
        return self.dated() or not any(self.published - mention.edtf.last > _OLD for mention in self.dates)

    def still_ahead(self) -> bool:
        """Hold for what was planned if it is reported or has a date to come."""
        return self.dated() or (self.reported() and self.kept())

    def not_dropped(self) -> bool:
        """Hold unless the plan was dropped."""
        return self.kept() and not _DROPPED.search(self.before + self.after)

    def an_event(self) -> bool:
        """Hold for an act or event that may come; a state only with a date to come (`could be in service by 2030`)."""
        state = _STATE.match(self.after)
        return not state or (self.dated() and bool(_BECOMES.match(state.group())))

    def not_permitted(self) -> bool:
        """Hold unless a law or a compact permits it."""
        return self.dated() or not _PERMISSION.search(self.before)

    def not_told_of_the_past(self) -> bool:
        """After a verb of the past `could` was an ability, unless somebody says it."""
        return not _PAST_NARRATIVE.search(self.before) or bool(_SPEECH.search(self.before + self.after))
