"""Contents: whether a verb, with what stands around it, credits content to its subject."""

from generator.analysis.speech import lexicon as lex
from generator.analysis.speech import subjects
from generator.analysis.speech.marks import Quoted
from generator.analysis.speech.words import Sentence

_WORKS, _STATEMENT, _TIME = lex.words("works"), lex.words("statement"), lex.words("time")
_PLURALS = (
    lex.PEOPLE | lex.ADVERBS | lex.words("modal") | {"they", "we", "i", "police", "and", "government", "staff", ","}
)
_NO_CONTENT = frozenset({"to", "in", "for", ".", ",", ";", "about", "on", "at", "of", "and"})
_BEFORE_NOUN = lex.DETERMINERS - {"this", "these", "those", "some", "many", "most", "both", "several"}
_BEFORE_PAST = _BEFORE_NOUN - lex.NUMBERS - {"another"}
_WORDLESS = frozenset({"nothing", "little", "goodbye", "hello", "farewell"})
PUTTING = {
    ("put", "it"),
    ("puts", "it"),
    ("called", "it"),
    ("calls", "it"),
    ("point", "to"),
    ("points", "to"),
    ("pointed", "to"),
}
_AFTER_PARENTHESIS = _TIME | {".", ","}
_NEAR = 12
_CLAUSE = 8


def quote_follows(sentence: Sentence, index: int, near: int) -> bool:
    """Say whether a quotation follows within so many words; a comma or colon before it is not counted."""
    for following in range(index + 1, index + near + 3) if sentence.has_quote else ():
        if sentence.is_quote(following):
            last = sentence.lower[following - 1]
            is_work = last in _WORKS and following - 1 > index
            return not is_work and (following - index <= near or last in {",", ":", "that"})
        if sentence.at(following) == ";":
            return False
    return False


def is_title(sentence: Sentence, quote: int, quoted: Quoted) -> bool:
    """Say whether a quotation is a title or a word under discussion: by the noun before it, or by its own form."""
    after_comma = sentence.at(quote - 1) == ","
    is_said = after_comma or sentence.at(quote - 1) == ":" or sentence.at(quote - 1) in lex.REPORTING
    return sentence.at(quote - 2 if after_comma else quote - 1) in _WORKS or (quoted.is_title and not is_said)


def is_noun(sentence: Sentence, index: int) -> bool:
    """`a report that`, `the claims`, `its estimate`, `the budget report`: no verb."""
    word, before = sentence.lower[index], sentence.at(index - 1)
    if word in lex.PAST or word == "says":
        return before in _BEFORE_PAST and word not in {"said", "says", "told"}
    if before in _BEFORE_NOUN or before.endswith("'s") or before in {"of", "in", "for", "with", "by", "from"}:
        return True
    is_base = word in lex.COMMON and not word.endswith(("s", "ing"))
    return is_base and not before.endswith(("s", "s'")) and before not in _PLURALS


def is_passive(sentence: Sentence, index: int) -> bool:
    """Say whether a past form is a passive participle: `was told`."""
    before = index - 1
    while sentence.at(before) in lex.ADVERBS:
        before -= 1
    return sentence.lower[index] in lex.PAST and sentence.at(before) in lex.BE


def credits_content(sentence: Sentence, index: int) -> bool:
    """Say whether the verb, with what stands around it, credits content to its subject.

    `said`, whatever follows, but no content in `said nothing`; `told` with words, not with an act; `argued that` and
    `…, analysts warned.`; `“…,” X sighed`; `called it “…”`; `warned Seoul against it`; `expects the first cut in May`;
    `as X put it`.
    """
    word, following = sentence.lower[index], sentence.at(index + 1) or "."
    return (
        (word in lex.SAY and (following not in _WORDLESS or sentence.at(index + 2) not in _NO_CONTENT))
        or (word in lex.TELL and _tells(sentence, index))
        or (word in lex.CLAIM and (_states(sentence, index) or _is_parenthesis(sentence, index)))
        or (word in lex.UTTER and sentence.has_quote and _is_said_of_quote(sentence, index))
        or (word in lex.LABEL and quote_follows(sentence, index, _NEAR))
        or (word in lex.WARN and following not in {"by", "in"})
        or (word in lex.BELIEVE and following not in _NO_CONTENT)
        or (word, following) in PUTTING
    )


def _tells(sentence: Sentence, index: int) -> bool:
    """`told him not to talk` and `asked for a room` report an act; with a quotation or a clause they report words."""
    if quote_follows(sentence, index, _CLAUSE) or _is_said_of_quote(sentence, index):
        return True
    if sentence.lower[index].startswith("ask"):
        return sentence.at(index + 1) in {"whether", "if"}
    return sentence.at(index + 1) not in {"him", "her", "them"} or sentence.at(index + 2) not in {"to", "not"}


def _is_said_of_quote(sentence: Sentence, index: int) -> bool:
    """`“…,” X sighed`, `X sighed, “…”`."""
    if sentence.is_quote(index - 1) or quote_follows(sentence, index, 1):
        return True
    for before in range(index - 1, index - _CLAUSE - 1, -1):
        if sentence.is_quote(before):
            return True
        if sentence.at(before) in {";", ":", "which", "who", "that", "and", "but", "when", "as"}:
            return False
    return False


def _states(sentence: Sentence, index: int) -> bool:
    """Say whether a statement follows: a quotation, `that`, a pronoun, or a clause with its own finite verb."""
    rest = sentence.lower[index + 1 : index + 1 + _NEAR]
    if not rest or rest[0] == "to":
        return False
    if rest[0] in _STATEMENT or quote_follows(sentence, index, _CLAUSE) or ("that" in rest and rest[0] in _TIME):
        return True
    if sentence.lower[index] not in lex.TAKE_CLAUSE:
        return False
    end = index + 2
    while end < index + _NEAR and end < len(sentence) and not _ends_clause(sentence, end):
        end += 1
    return not lex.FINITE.isdisjoint(sentence.lower[index + 2 : end])


def _ends_clause(sentence: Sentence, index: int) -> bool:
    """Say whether a mark or a relative ends a clause; a comma in a list of names does not."""
    is_comma = sentence.words[index] == "," and not sentence.has_capital(index + 1)
    return is_comma or sentence.lower[index] in {";", "which", "who", "that"}


def _is_parenthesis(sentence: Sentence, index: int) -> bool:
    """`…, analysts warned.`: the clause before the comma is the content."""
    word, following = sentence.lower[index], sentence.at(index + 1) or "."
    if word in lex.SHOW:
        return following in {".", ","}
    if following not in _AFTER_PARENTHESIS or word in {"rule", "ruled"}:
        return False
    subject = subjects.left_of(sentence, index)
    return subject is not None and sentence.at(subject.first - 1) in {",", "as"}
