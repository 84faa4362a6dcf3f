"""Contents: whether a verb, with what stands around it, credits content to its subject."""

from generator.analysis.speech import phrases, subjects, verbs
from generator.analysis.speech.lists import listed
from generator.analysis.speech.nouns import IRREGULAR_PERSONS
from generator.analysis.speech.words import Sentence

_NAMING_NOUNS = listed("""
word words phrase term titled entitled song film movie book novel album headlined named poem painting slogan so-called
nicknamed dubbed show hit play single essay article
""")
"""Before a quotation they make it a title or a word under discussion."""
_STATEMENT_STARTS = listed("that he she it they there we i whether how why if what")
_TIME = listed("""
on in at late early monday tuesday wednesday thursday friday saturday sunday yesterday today last this earlier to
during
""")
_PLURALS = IRREGULAR_PERSONS | {"they", "we", "i", "police", "and", "government", "staff"} | {","}
_NO_CONTENT = listed("to in for . , ; about on at of and")
_BEFORE_NOUN = phrases.DETERMINERS - listed("this these those some many most both several")
_BEFORE_THAT = _TIME | {"out"}
_AFTER_PARENTHESIS = _TIME | {".", ","}
_WORDLESS = listed("nothing little goodbye hello farewell")
_SHOWING = listed("show shows showed found")
_PUTTING = {("put", "it"), ("puts", "it"), ("point", "to"), ("points", "to"), ("pointed", "to")}
_CLAUSE_ENDS = listed("; which who that")
_NEAR = 12
_CLAUSE = 8
_FAR = 40
_NAMES_JOINED = 4


def quote_follows(sentence: Sentence, index: int, near: int) -> bool:
    """Say whether a quotation follows within so many words; a comma or colon before it is not counted."""
    if not sentence.has_quote:
        return False
    for following in range(index + 1, min(len(sentence), index + near + 3)):
        if sentence.is_quote(following):
            if sentence.lower[following - 1] in _NAMING_NOUNS and following - 1 > index:
                return False
            return following - index <= near or sentence.words[following - 1] in {",", ":", "that"}
        if sentence.words[following] == ";":
            return False
    return False


def is_title(sentence: Sentence, quote: int) -> bool:
    """Say whether the noun before a quotation makes it a title or a word under discussion."""
    before = quote - 2 if quote > 1 and sentence.words[quote - 1] == "," else quote - 1
    return before >= 0 and sentence.lower[before] in _NAMING_NOUNS


def is_noun(sentence: Sentence, index: int) -> bool:
    """`a report that`, `the claims`, `its estimate`: no verb; nor is the base form after a singular."""
    word, before = sentence.lower[index], sentence.lower[index - 1] if index else ""
    if word in {"said", "says", "told"}:
        return False
    if before in _BEFORE_NOUN:
        return True
    if before.endswith("'s") or before in {"of", "in", "for", "with", "by", "from"}:
        return word not in verbs.PAST
    return word not in verbs.PAST and not word.endswith(("s", "ing")) and not _is_after_plural(sentence, index)


def _is_after_plural(sentence: Sentence, index: int) -> bool:
    """Say whether the base form of a verb may stand here: `analysts say`, `ANZ and BHP expect`, `…, minutes show,`."""
    before = sentence.lower[index - 1] if index else ""
    if sentence.lower[index + 1 : index + 2] in ([","], ["."]) and _has_comma_before(sentence, index):
        return True
    if "and" in sentence.lower[max(0, index - _NAMES_JOINED) : index]:
        return True
    return before.endswith(("s", "s'")) or before in _PLURALS or before in verbs.ADVERBS or before in verbs.MODAL


def is_passive(sentence: Sentence, index: int) -> bool:
    """Say whether a past form is a passive participle: `was told`."""
    if sentence.lower[index] not in verbs.PAST:
        return False
    before = index - 1
    while before >= 0 and sentence.lower[before] in verbs.ADVERBS:
        before -= 1
    return before >= 0 and sentence.lower[before] in verbs.BE


def credits_content(sentence: Sentence, index: int) -> bool:
    """Say whether the verb, with what stands around it, credits content to its subject."""
    for rule in _RULES:  # noqa: SIM110 - a loop is a third faster here than any()
        if rule(sentence, index):
            return True
    return False


def _speaks(sentence: Sentence, index: int) -> bool:
    """`said`, whatever follows; but `said nothing` and `said the right things` tell no content."""
    if sentence.lower[index] not in verbs.SAYING:
        return False
    rest = sentence.lower[index + 1 : index + 5]
    if rest[:1] == ["the"]:
        return "things" not in rest
    return not (rest and rest[0] in _WORDLESS and (len(rest) == 1 or rest[1] in {".", ",", "about", "to", "of"}))


def _warns(sentence: Sentence, index: int) -> bool:
    """`warned Seoul against taking part`, `accused them of provoking`: the act is itself speech with content."""
    return sentence.lower[index] in verbs.SURE and _following(sentence, index) not in {"by", "in"}


def _labels(sentence: Sentence, index: int) -> bool:
    """`called it “…”`."""
    return sentence.lower[index] in verbs.LABELLING and quote_follows(sentence, index, _NEAR)


def _utters(sentence: Sentence, index: int) -> bool:
    """`“…,” X sighed`."""
    if not sentence.has_quote or sentence.lower[index] not in verbs.UTTERING:
        return False
    return sentence.is_quote(index - 1) or _said_of_quote(sentence, index)


def _puts(sentence: Sentence, index: int) -> bool:
    """`as X put it`, `X puts it better`, `X points to`."""
    return (sentence.lower[index], _following(sentence, index)) in _PUTTING


def _holds(sentence: Sentence, index: int) -> bool:
    """`He expects the first cut in May`."""
    return sentence.lower[index] in verbs.BELIEVING and _following(sentence, index) not in _NO_CONTENT


def _claims(sentence: Sentence, index: int) -> bool:
    """`argued that`, `…, analysts warned.`."""
    return sentence.lower[index] in verbs.CLAIMING and (_states(sentence, index) or _is_parenthesis(sentence, index))


def _following(sentence: Sentence, index: int) -> str:
    return sentence.lower[index + 1] if index + 1 < len(sentence) else "."


def _said_of_quote(sentence: Sentence, index: int) -> bool:
    """`“…,” X sighed`, `X sighed, “…”`."""
    if quote_follows(sentence, index, 1):
        return True
    before = index - 1
    while before >= 0 and index - before < _CLAUSE and not sentence.is_quote(before):
        if sentence.lower[before] in {";", ":", "which", "who", "that", "and", "but", "when", "as"}:
            return False
        before -= 1
    return sentence.is_quote(before)


def _tells(sentence: Sentence, index: int) -> bool:
    """`told him not to talk` and `asked for a room` report an act; with a quotation or a clause they report words."""
    word = sentence.lower[index]
    if word not in verbs.TELLING:
        return False
    rest = sentence.lower[index + 1 : index + 1 + _CLAUSE]
    if sentence.is_quote(index - 1) or quote_follows(sentence, index, _CLAUSE) or _said_of_quote(sentence, index):
        return True
    if word.startswith("ask"):
        return rest[:1] == ["whether"] or rest[:1] == ["if"]
    return not (rest[:1] and rest[0] in {"him", "her", "them"} and rest[1:2] in (["to"], ["not"]))


def _states(sentence: Sentence, index: int) -> bool:
    """Say whether a statement follows: a quotation, `that`, a pronoun, or a clause with its own finite verb."""
    rest = sentence.lower[index + 1 : index + 1 + _NEAR]
    if not rest:
        return False
    if rest[0] in _STATEMENT_STARTS or quote_follows(sentence, index, _CLAUSE):
        return True
    if rest[0] == "to":
        return False
    if "that" in rest and rest[0] in _BEFORE_THAT:
        return True
    if sentence.lower[index] not in verbs.CLAUSE_TAKING:
        return False
    end = index + 2
    while end < min(len(sentence), index + _NEAR) and not _ends_clause(sentence, end):
        end += 1
    return not verbs.FINITE.isdisjoint(sentence.lower[index + 2 : end])


def _ends_clause(sentence: Sentence, index: int) -> bool:
    """Say whether a mark or a relative ends a clause; a comma in a list of names does not."""
    if sentence.words[index] == ",":
        return not sentence.has_capital(min(index + 1, len(sentence) - 1))
    return sentence.lower[index] in _CLAUSE_ENDS


def _is_parenthesis(sentence: Sentence, index: int) -> bool:
    """`…, analysts warned.`: the clause before the comma is the content."""
    word, following = sentence.lower[index], _following(sentence, index)
    if word in _SHOWING:
        return following in {".", ","} and _has_comma_before(sentence, index)
    if following not in _AFTER_PARENTHESIS or word in {"rule", "ruled"}:
        return False
    subject = subjects.left_of(sentence, index)
    return subject is not None and subject.first > 0 and sentence.lower[subject.first - 1] in {",", "as"}


def _has_comma_before(sentence: Sentence, index: int) -> bool:
    return "," in sentence.words[max(0, index - _FAR) : index]


_RULES = (_speaks, _tells, _claims, _utters, _labels, _warns, _holds, _puts)
"""Each is enough."""
