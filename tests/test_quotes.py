"""A quotation is found letter by letter, however it was typed, and with one word changed it is not."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.analysis.quotes import NotFound, find_quote
from generator.text import Span, tidy
from tests.helpers import PROJECT

SEED = (PROJECT / "seeds" / "000_b8fdf8c8bcfd0545.txt").read_text()
TEXT = tidy(SEED.split(" ", 3)[3])
WORDS = [part for part in TEXT.split(" ") if part]
TYPED = {"'": "’", '"': "”", "-": "–", " ": "\u00a0\n"}


@st.composite
def slices(draw: st.DrawFn) -> Span:
    """Draw a slice of the article that begins and ends between words."""
    borders = [
        i for i in range(len(TEXT) + 1) if i in {0, len(TEXT)} or not (TEXT[i - 1].isalnum() and TEXT[i].isalnum())
    ]
    start = draw(st.integers(0, len(borders) - 2))
    end = draw(st.integers(start + 1, len(borders) - 1))
    return Span(borders[start], borders[end])


@settings(max_examples=300)
@given(span=slices(), typed=st.booleans())
def test_any_slice_is_found_at_its_place(*, span: Span, typed: bool) -> None:
    quote = TEXT[span.start : span.end]
    assume(len(quote.strip()) > 12 and TEXT.count(quote.strip()) == 1)
    if typed:
        quote = "".join(TYPED.get(character, character) for character in quote)

    found = find_quote(TEXT, quote)

    assert not isinstance(found, NotFound)
    assert TEXT[found[0].start : found[-1].end].strip() == TEXT[span.start : span.end].strip()


@settings(max_examples=200)
@given(
    start=st.integers(0, len(WORDS) - 8),
    changed=st.integers(0, 7),
    word=st.sampled_from(["not", "would", "Canada", "7"]),
)
def test_with_one_word_changed_it_is_not_found(start: int, changed: int, word: str) -> None:
    words = WORDS[start : start + 8]
    assume(words[changed].strip(',."') != word)
    words[changed] = word

    assert isinstance(find_quote(TEXT, " ".join(words)), NotFound)


def test_half_a_word_is_no_quotation() -> None:
    assert isinstance(find_quote("It is unable to act.", "able to act"), NotFound)


def test_words_that_stand_twice_need_their_neighbours() -> None:
    text = "First they said no deal. Then they said no deal again."

    assert find_quote(text, "they said no deal") == NotFound(2)
    assert find_quote(text, "they said no deal", suffix="again") == (Span(30, 47),)


def test_an_ellipsis_joins_ordered_parts() -> None:
    text = "The pact, signed in May, begins next year."

    assert find_quote(text, "The pact … begins") == (Span(0, 8), Span(25, 31))
    assert isinstance(find_quote(text, "begins … The pact"), NotFound)


def test_the_first_difference_is_shown() -> None:
    failure = find_quote("Officials would not say when.", "Officials would say when.")

    assert isinstance(failure, NotFound)
    assert "not say" in failure.difference
