"""Dates mean what EDTF says: held to the independent `edtf` package."""

from datetime import date

import edtf as independent
import pytest

from generator import edtf

PLAIN = ["2024-03-06", "2024-03", "2024-02", "2023-02", "2024", "203X", "20XX", "2026/2028", "2024-04-08/2024-04-10"]
PARTS = ["2025-33", "2025-34", "2025-35", "2025-36", "2025-40", "2025-41", "2024-21", "2024-22", "2024-23"]


@pytest.mark.parametrize("text", [*PLAIN, *PARTS, "2023-03~", "2024?", "2055~/2069~"])
def test_first_and_last_day_are_those_of_the_independent_reader(text: str) -> None:
    theirs = independent.parse_edtf(text)
    ours = edtf.parse(text)

    assert (ours.first, ours.last) == (date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3]))


@pytest.mark.parametrize(
    "text", ["2024-3", "2023-02-30", "2024-13", "2024-33-01", "202X-05", "", "soon", "2028/2026", "../.."]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-03-06", "6 March 2024"),
        ("2023-03~", "about March 2023"),
        ("203X", "2030s"),
        ("2025-33", "first quarter of 2025"),
        ("2026/2028", "2026 to 2028"),
        ("2027/..", "from 2027"),
    ],
)
def test_a_date_has_words_for_people(text: str, words: str) -> None:
    assert edtf.words(edtf.parse(text)) == words
