"""The annotated articles: invented, marked by hand, to measure reading by. What they mark stands in their text.

`held-out/` was written and annotated before the rules that it tests and is for the final measure only;
`development/` is for work on the rules.
"""

import re
from pathlib import Path

import edtf as independent
import pytest
import yaml

from tests.helpers import PROJECT

ARTICLES = sorted((PROJECT / "tests" / "corpus").glob("*/*.yml"))
BULLET = re.compile(r"^[-•*] ?", re.MULTILINE)
MARKED = ("countries", "topics", "dates", "quotes")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_an_annotation_marks_stands_in_the_article(path: Path) -> None:
    article = yaml.load(path.read_text(), yaml.BaseLoader)  # noqa: S506 - reads text only
    position = 0
    for sentence in article["sentences"]:
        begin = article["text"].find(sentence["words"], position)
        assert begin >= 0, sentence["words"]
        assert not BULLET.sub("", article["text"][position:begin]).strip(), "a sentence is left out"
        position = begin + len(sentence["words"])
        for label in MARKED:
            for mention in sentence.get(label, []):
                assert mention["words"] in sentence["words"], mention
        for date in sentence.get("dates", []):
            independent.parse_edtf(date["edtf"])
    assert not article["text"][position:].strip()
