"""A first look at a sentence: whether any word in it could credit somebody. Spares the rules most sentences."""

import re

from generator.analysis.speech.lists import listed, tree
from generator.analysis.speech.verbs import CLAIMING, SAYING, SURE, TELLING
from generator.text import Span

_ALWAYS = (
    SAYING | TELLING | CLAIMING | SURE | listed("according quoted quoting citing According Citing Quoting Says Said")
)


_CUE = re.compile(rf"\b{tree(_ALWAYS)}\b|put it |: ['\u2018]|[?!,]['\u2019] ")


def may_credit(text: str, span: Span) -> bool:
    """Say whether a sentence without a quotation holds a word that may credit somebody."""
    return _CUE.search(text, span.start, span.end) is not None
