"""When words that can look ahead do so: conditions on the sentence around them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.analysis.dates.words import compiled
from generator.model import DateMention
from generator.text import Span

REACH: Final = 300
"""How many characters to either side are looked at, so that an endless sentence costs no more than a long one."""
_OLD: Final = timedelta(days=365)
"""What a statement of so long ago promised is no longer to come, unless a date says so."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its dates and the day of publication."""

    text: str
    span: Span
    dates: Sequence[DateMention]
    published: date
    looks_to_a_date: bool
    """Whether a date of the sentence lies wholly after publication."""
    looks_back_far: bool
    """Whether a date of the sentence lies more than a year before publication."""

    @classmethod
    def of(cls, text: str, span: Span, dates: Sequence[DateMention], published: date) -> "Sentence":
        """Make a sentence with what its dates say."""
        ahead = any(mention.edtf.first > published for mention in dates)
        back = any(published - mention.edtf.last > _OLD for mention in dates)
        return cls(text, span, dates, published, ahead, back)

    def before(self, match: re.Match[str]) -> str:
        """Give the words of the sentence before a match."""
        return self.text[max(self.span.start, match.start() - REACH) : match.start()]

    def after(self, match: re.Match[str]) -> str:
        """Give the words of the sentence after a match."""
        return self.text[match.end() : min(self.span.end, match.end() + REACH)]

    def around(self, match: re.Match[str]) -> str:
        """Give the words of the sentence on both sides of a match, with those that it matched."""
        return self.before(match) + match.group() + self.after(match)

    def target(self, match: re.Match[str]) -> DateMention | None:
        """Give the date for which an act is named: in the same clause, after the words that look ahead."""
        number = bisect_left(self.dates, match.end(), key=lambda mention: mention.span.start)
        if number == len(self.dates) or self.dates[number].span.start > match.end() + REACH:
            return None
        between = self.text[match.end() : self.dates[number].span.start]
        return None if _CLAUSE_ENDS.search(between) else self.dates[number]


_SPEECH = compiled(
    r"\b(?:said|says?|told|tells|announced|announces|warned|warns|reported|reports|added|adds|promised|pledged"
    r"|vowed|insisted"
    r"|insists|confirmed|confirms|predicted|predicts|estimated|estimates|forecasts?|found|claimed|claims|argued"
    r"|stated|noted"
    r"|according to|confident|revealed|declared|suggested|signall?ed|indicated|informed|assured|agreed|ruled|concluded"
    r"|projected|expects?|expected|ordered|decided|briefed)\b"
)
_CLAUSE_ENDS = compiled(r"[,;:“”\"]|\b(?:said|says|told|according|but|which|who)\b")
_ASKING = compiled(
    r"\b(?:whether|(?:asked|asks|unclear|unknown|uncertain|wonders?|wondered|wondering|say|said|know|decided?|clear"
    r"|question of"
    r"|knows|idea|guess|see|debate[sd]?|matter|matters) (?:if|how|when|what|who|which|where|why)|no matter (?:how"
    r"|what|who))\b[^,;]*$"
)
_FEELING = compiled(
    r"(?i)\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|fear(?:s|ed|ing)?|worr(?:y|ies|ied)|concern(?:s|ed)?|dream(?:s|ed|t)?"
    r"|thought|felt|imagine[ds]?|pretend(?:s|ed|ing)?|doubt(?:s|ed)?|as if|as though|wanted|wants|demand(?:s|ed)"
    r"|so that)\b[^,;]*$"
)
_COUNTERFACTUAL = compiled(
    r"\b(?:[Ii]f (?![a-z]+e[dn]\b)|[Hh]ad )[^.?!]*?\b(?:had|were|was|did|could"
    r"|(?<!is )(?<!are )(?<!be )(?<!been )[a-z]+ed)\b"
)
"""`if they had talked`; not `if approved`, `if it is passed`."""
_QUOTE = re.compile(r"[“”\"]")


def _in_question(match: re.Match[str], sentence: Sentence) -> bool:
    return bool(_ASKING.search(sentence.before(match)[-160:]))


_NOUN_WILL = compiled(
    r"(?i)(?:\b(?:the|a|an|his|her|their|our|its|your|my|own|free|political|good|ill|iron|living|last|national"
    r"|popular|strong|at|of"
    r"|against)|['’]s) $"
)
_IDIOM = compiled(
    r"(?: not)? (?:leave it|tell you|admit|bet|grant|concede|say|comment|be (?:drawn|forgiven|remembered for"
    r"|familiar)|remember"
    r"|recall|often|sometimes|usually|come as no surprise)\b"
)


def will(match: re.Match[str], sentence: Sentence) -> bool:
    """`will` the noun, Will the man, and an open question say nothing of what is to come."""
    word, before = match.group(), sentence.before(match)
    if word == "Will" or (word == "will" and _NOUN_WILL.search(before[-12:])):
        return False
    return not _in_question(match, sentence) and not _IDIOM.match(sentence.text, match.end())


_STATE = compiled(
    r"(?: (?:well|also|still|even|yet|soon|now|never|not|only|just|ultimately|eventually|one day))*"
    r" (?:or may|or might|as well|have(?! to\b)|mean|means|seem|sound|look|feel|appear|want|need(?! to\b)|know"
    r"|think|like|contain"
    r"|depend|reflect|explain|suggest|say|see"
    r"|hear|afford|remember|imagine|tell|argue|ask|recall|understand|smell|always|hardly|barely|scarcely|wonder|live"
    r"|be (?:an?|the|no|too|more|less|as|so|one|some|right|wrong|true|that|in|seen|heard|felt|found|forgiven|said"
    r"|described"
    r"|called|considered|explained|prouder|happier|clearer|worse|better|hard|difficult|easy|possible|because|why"
    r"|what|due"
    r"|interested|part|[a-z]+ing))\b"
)
_PAST_NARRATIVE = compiled(r"\b(?:was|were|had|[a-z]{2,}(?<!ne)ed|went|came|took|left|saw|knew|began|so that)\b")
_QUOTED_ALONE = re.compile(r"[“\"‘']$")


_ANY_CASE = compiled(r"(?i)\b(?:(?:whatever|whoever|however|wherever)\b[^,;]*|how|why) $")
"""`whatever the reason may be`, `how could this happen`."""


def _possible(match: re.Match[str], sentence: Sentence) -> bool:
    """An act or event that may come; not a state, a permission, a fear, nor what somebody was able to do."""
    before = sentence.before(match)
    if _QUOTED_ALONE.search(before[-1:]) and re.match("[”\"’']", sentence.after(match)[:1]):
        return False
    if _in_question(match, sentence) or _FEELING.search(before[-120:]) or _ANY_CASE.search(before[-60:]):
        return False
    if _STATE.match(sentence.text, match.end()):
        return (
            sentence.looks_to_a_date
            and " have" not in sentence.after(match)[:12]
            and "be " in sentence.after(match)[:12]
        )
    return True


_PERMITTED = compiled(
    r"\b(?:[Uu]nder (?:the|a|an|its|new)|law|rules?|regulations?|treaty|compact|visas?|permit|members)\b"
)


def may(match: re.Match[str], sentence: Sentence) -> bool:
    """Hold where something may happen; what a law or a compact permits is no event."""
    permitted = _PERMITTED.search(sentence.before(match)) and not sentence.looks_to_a_date
    permission = re.search(r"(?i)\byou $", sentence.before(match)[-5:])
    return not permitted and not permission and _possible(match, sentence)


_WATCHING = compiled(r"\b(?:he|she|they|we|I|you|who|people|residents|[a-z]+ers) $|(?:He|She|They|We|You|It) $")
"""`they could see the fire`, but `the move could see prices rise`."""


def could(match: re.Match[str], sentence: Sentence) -> bool:
    """`could` looks ahead when reported or in a text of the present; after a verb of the past it was an ability."""
    before = sentence.before(match)
    if re.match(r" (?:not|never)\b", sentence.after(match)) or re.search(r"\b(?:[Yy]ou|never|as) $", before):
        return False
    if _SPEECH.search(sentence.around(match)) is None and _PAST_NARRATIVE.search(before):
        return False
    if sentence.after(match).startswith(" see ") and not _WATCHING.search(before):
        return True
    return _possible(match, sentence) and not _COUNTERFACTUAL.search(before)


_WOULD_NOT = compiled(
    r"(?: (?:also|never|still|not|probably|only|just|even))? (?:have\b(?! (?:to|a|an|the|no|more|until|its"
    r"|their)\b)|like|rather|love"
    r"|prefer|say\b|comment|be drawn|confirm|seem|appear|suggest|argue|think|hope|want to|be surprised|be (?:glad"
    r"|happy|easy|hard)"
    r"|be an? (?:mistake|gift|disaster|betrayal|pity|shame|tragedy|step|sign|good|bad|great|terrible|huge|big)"
    r"|be (?:wrong|foolish"
    r"|nice|better|best|unfair|naive|absurd|premature))"
)
_GERUND_SUBJECT = compiled(r"\b(?:that|said|says|but|and|,) (?:not )?[a-z]+ing\b[^,;]*$")


def would(match: re.Match[str], sentence: Sentence) -> bool:
    """`would` is the future of a report: with a verb of saying on the same side of the quotation marks."""
    before, after = sentence.before(match), sentence.after(match)
    if _WOULD_NOT.match(after) or _in_question(match, sentence) or _FEELING.search(before[-120:]):
        return False
    if _GERUND_SUBJECT.search(before[-120:]) or _COUNTERFACTUAL.search(before):
        return False
    return _reported(before, after) and not _past_promise(match, sentence)


_UNDER_A_PLAN = compiled(
    r"\b[Uu]nder (?:the|an?|its|their|this|that) (?:[\w'-]+ ){0,4}(?:plans?|deal|proposals?|agreement|scheme|terms"
    r"|arrangement|pact)\b"
)
"""`Under the plan, Canberra would get three boats` reports what the plan says."""


def _reported(before: str, after: str) -> bool:
    own_before, own_after = _QUOTE.split(before), _QUOTE.split(after)
    outside_before, outside_after = own_before[-1::-2], own_after[0::2]
    return any(_SPEECH.search(part) for part in (*outside_before, *outside_after)) or bool(_UNDER_A_PLAN.search(before))


_OVER = compiled(
    r"\b(?:had (?:[a-z]+ly )?(?:said|promised|pledged|agreed|planned|vowed|intended|expected|hoped|been (?:due"
    r"|expected|told))"
    r"|once|originally|initially|used to)\b"
)
"""What had been said or promised is over."""


def _past_promise(match: re.Match[str], sentence: Sentence) -> bool:
    """Say whether what was promised lies before publication, or was promised long ago with no date to come."""
    if not sentence.looks_to_a_date and _OVER.search(sentence.before(match)[-120:] + match.group()):
        return True
    target = sentence.target(match)
    if target is not None:
        return target.edtf.last < sentence.published and not target.edtf.approximate
    return sentence.looks_back_far and not sentence.looks_to_a_date


def promise(match: re.Match[str], sentence: Sentence) -> bool:
    """Hold unless the promise is of an old statement or stands in a question."""
    return not _past_promise(match, sentence) and not _in_question(match, sentence)


_NO_PROMISE = compiled(r"(?i)(?:\b(?:the|an?|as|than|was|were|been|is|are|of|its|their|his|her|this|once|long)|,) $")


def promised_thing(match: re.Match[str], sentence: Sentence) -> bool:
    """Say whether somebody `pledged more money`; not `the promised land`, `as promised`."""
    return not _NO_PROMISE.search(sentence.before(match)[-8:]) and promise(match, sentence)


_CAUSE = compiled(
    r"(?:due) to (?:bad|poor|lack|heavy|high|low|strong|weak|human|technical|climate|pressure|weather|illness"
    r"|injury|financial"
    r"|safety|security|supply|staff|labou?r|higher|lower|public|popular|age|fog|wind|snow|rain|ice|cost|demand|fear"
    r"|[a-z]+(?:ing|(?<![sue])s|(?<!e)ed))$"
)
"""`The delay is due to bad weather` gives a cause."""
_PLACE = compiled(r"going to (?:school|work|church|waste|plan|bed)$")


def due(match: re.Match[str], sentence: Sentence) -> bool:
    """`is due to` looks ahead; `was due to` in a report, or with a date to come."""
    if _CAUSE.search(match.group()) or _PLACE.search(match.group()):
        return False
    if match["be"] in {"was", "were", "been"}:
        reported = _reported(sentence.before(match), sentence.after(match))
        if _IF.search(sentence.before(match)[-24:]):
            return False
        return (reported and not _past_promise(match, sentence)) or sentence.looks_to_a_date
    return not _in_question(match, sentence)


_IF = compiled(r"\b[Ii]f [^,;]*$")
_TASK = compiled(
    r"\b(?:job|task|role|duty|challenge|problem|trick|question|answer|point|way|thing|step|difficulty|temptation|it) $"
)


def is_to(match: re.Match[str], sentence: Sentence) -> bool:
    """Hold for `the ship is to sail`, not for `the problem is to find it`."""
    return not _TASK.search(sentence.before(match)[-20:]) and due(match, sentence)


_DROPPED = compiled(r"\b(?:shelved|scrapped|dropped|abandoned|cancell?ed|no|denied|ditched|rejected|axed)\b")


def plan(match: re.Match[str], sentence: Sentence) -> bool:
    """Hold unless the plan was dropped."""
    return not _DROPPED.search(sentence.around(match)) and promise(match, sentence)


def planned(match: re.Match[str], sentence: Sentence) -> bool:
    """`planned to` belongs to the past unless it is reported or has a date to come."""
    reported = _reported(sentence.before(match), "")
    return (reported or sentence.looks_to_a_date) and promise(match, sentence)


_NOBODY = compiled(r"(?i)(?:\b(?:anyone|anybody|nobody|no one|not to|not|n't|should|I) )$")


def expects(match: re.Match[str], sentence: Sentence) -> bool:
    """Hold unless nobody expects it."""
    return not _NOBODY.search(sentence.before(match)[-12:]) and not _in_question(match, sentence)


def with_a_date(_match: re.Match[str], sentence: Sentence) -> bool:
    """Hold where a date of the sentence lies ahead."""
    return sentence.looks_to_a_date
