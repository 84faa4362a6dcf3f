"""How well the guard tells faulty statements from sound ones.

`python -m tests.paraphrase_score [development|articles|held-out] [--mistakes]` prints it for these sets, else for all.
`--mistakes` lists what it gets wrong. A faulty statement is found when a complaint names its fault; a complaint on a
sound statement is a false alarm.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import yaml

from generator.analysis.names.mentions import find_mentions
from generator.analysis.paraphrase.amounts import find_amounts
from generator.analysis.paraphrase.drift import Cited, Drift, find_drift
from generator.analysis.sentences import find_sentences
from tests.cases import read_cases
from tests.helpers import PROJECT
from tests.score import corpus_vocabulary

CASES = PROJECT / "tests" / "cases"
FILES = {
    "development": CASES / "paraphrase.md",
    "articles": CASES / "paraphrase-articles.md",
    "held-out": CASES / "paraphrase-held-out.md",
}
EXPECTED = re.compile(r"(?:sound|faulty \((?P<complaints>[^)]*)\)): (?P<statement>.*)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement with its source, and the complaints of which one is due; none where it is sound."""

    line: int
    source: Cited
    statement: str
    expected: tuple[Drift, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with the complaints that were raised."""

    pair: Pair
    raised: tuple[Drift, ...]

    @property
    def right(self) -> tuple[Drift, ...]:
        """Give the complaints that name the fault."""
        return tuple(drift for drift in self.raised if any(_same(drift, due) for due in self.pair.expected))


VOCABULARY = corpus_vocabulary()


def read_pairs(name: str) -> Iterator[Pair]:
    """Give all pairs of a set."""
    for line, _, given, expected in read_cases(FILES[name]):
        source = _source(given)
        for offset, wanted in enumerate(expected.split("\n")):
            match = EXPECTED.fullmatch(wanted)
            assert match, f"{FILES[name]}, case of line {line}: {wanted!r}"
            due = tuple(_drift(words) for words in (match["complaints"] or "").split("; ") if words)
            yield Pair(line + given.count("\n") + offset + 3, source, match["statement"], due)


def _source(given: str) -> Cited:
    if given.startswith("article "):
        return _from_corpus(*given.removeprefix("article ").split(" | "))
    record, text, *rest = given.split("\n")
    publisher, published, title = record.split(" | ")
    elsewhere = " ".join(line.removeprefix("elsewhere: ") for line in rest)
    plain = text.replace("[[", "").replace("]]", "")
    day = date.fromisoformat(published)
    return Cited(text=plain, article=f"{plain}\n{elsewhere}", title=title, publisher=publisher, published=day)


@cache
def _article(name: str) -> dict[str, str]:
    path = PROJECT / "tests" / "corpus" / "development" / f"{name}.yml"
    return dict(yaml.load(path.read_text(), yaml.BaseLoader))  # noqa: S506 - reads text only


def _from_corpus(name: str, quote: str) -> Cited:
    article = _article(name)
    text = article["text"]
    sentences = [text[span.start : span.end] for span in find_sentences(text)]
    place = next(number for number, sentence in enumerate(sentences) if quote in sentence)
    return Cited(
        text=sentences[place],
        around="\n".join(sentences[max(0, place - 1) : place + 2]),
        article=text,
        title="",
        publisher=article.get("publisher"),
        published=date.fromisoformat(article["published"]),
    )


def _drift(words: str) -> Drift:
    kind, _, named = words.partition(" ")
    return Drift(kind, named)  # type: ignore[arg-type]


def _same(raised: Drift, due: Drift) -> bool:
    """Say whether a complaint is the one due: the same words, amount or country, both added or both dropped."""
    if raised.kind.partition("-")[0] != due.kind.partition("-")[0]:
        return False
    one, other = raised.words.lower(), due.words.lower()
    return one in other or other in one or bool(_values(raised.words) & _values(due.words))


def _values(words: str) -> set[object]:
    amounts = {key for amount in find_amounts(f"£{words}") for key in amount.keys}
    return amounts | {mention.id for mention in find_mentions(words, VOCABULARY).countries}


def judge(name: str) -> list[Judged]:
    """Put every statement of a set before the guard."""
    return [Judged(pair, tuple(find_drift(pair.statement, [pair.source], VOCABULARY))) for pair in read_pairs(name)]


def precision_and_recall(judged: list[Judged]) -> tuple[float, float]:
    """Give both by pairs."""
    found = sum(bool(each.right) for each in judged if each.pair.expected)
    alarms = sum(bool(each.raised) for each in judged if not each.pair.expected)
    faulty = sum(bool(each.pair.expected) for each in judged)
    return found / max(found + alarms, 1), found / max(faulty, 1)


def report(judged: list[Judged]) -> str:
    """Give the figures as lines of text."""
    precision, recall = precision_and_recall(judged)
    raised = sum(len(each.raised) for each in judged)
    right = sum(len(each.right) for each in judged)
    faulty = sum(bool(each.pair.expected) for each in judged)
    lines = [
        f"{len(judged)} pairs, {faulty} faulty, {len(judged) - faulty} sound",
        f"pairs:      precision {precision:.3f}, recall {recall:.3f}",
        f"complaints: {raised} raised, {right} name the fault ({right / max(raised, 1):.3f})",
    ]
    for kind in sorted({due.kind for each in judged for due in each.pair.expected}):
        due = [each for each in judged if any(drift.kind == kind for drift in each.pair.expected)]
        false = sum(drift.kind == kind for each in judged for drift in each.raised if drift not in each.right)
        lines.append(f"{kind:17} {sum(bool(each.right) for each in due)} of {len(due)} found, {false} beside the fault")
    return "\n".join(lines)


def mistakes(judged: list[Judged]) -> Iterator[str]:
    """Describe what is missed and what is raised wrongly."""
    for each in judged:
        wrong = [drift for drift in each.raised if drift not in each.right]
        if wrong or (each.pair.expected and not each.right):
            head = "missed" if each.pair.expected and not each.right else "beside" if each.pair.expected else "false"
            due = "; ".join(f"{drift.kind} {drift.words}" for drift in each.pair.expected)
            said = "; ".join(f"{drift.kind} {drift.words}" for drift in each.raised)
            yield f"{head} {each.pair.line}: {each.pair.statement}\n    due: {due or '-'}\n    raised: {said or '-'}"


def main(arguments: list[str]) -> None:
    """Print the figures."""
    names = [argument for argument in arguments if argument in FILES] or list(FILES)
    for name in names:
        judged = judge(name)
        print(f"== {name}\n{report(judged)}")
        if "--mistakes" in arguments:
            print("\n".join(mistakes(judged)))


if __name__ == "__main__":
    main(sys.argv[1:])
