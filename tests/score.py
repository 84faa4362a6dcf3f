"""`make score`: how well reading finds what annotators marked: precision, recall and F1 for each label and kind.

python -m tests.score [development|held-out|FOLDER] [--mistakes]

How a mark counts as found:

- sentence ends: at the same character;
- countries, pillars, topics: the same id on exactly the same words;
- dates: the same EDTF on words that overlap; `dates, exact words`: on exactly the same words;
- quotations: exactly the same words; `quotation speakers`: and the same speaker (or none);
- credited speakers, anonymous, reported_by, outlook: for the same sentence; only what is marked or found counts,
  so that a sentence which both leave empty is neither right nor wrong.

Speakers and outlets compare letter by letter, but for case, white space and the form of an apostrophe.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.analysis import analyse_article
from generator.analysis.names.vocabulary import Vocabulary
from generator.loading import load_content
from tests.annotated import Annotated, Mark, found_marks, read_annotated
from tests.helpers import PROJECT

CORPUS = PROJECT / "tests" / "corpus"
LABELS = (
    "sentence ends", "countries", "pillars", "topics", "dates", "dates, exact words", "quotations",
    "quotation speakers", "credited speakers", "anonymous", "reported_by", "outlook",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """How many marks of one label were found, missed, and found where none is."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.missed + other.missed, self.spurious + other.spurious)

    @property
    def precision(self) -> float:
        """The share of what was found that is marked."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 1.0

    @property
    def recall(self) -> float:
        """The share of what is marked that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = 2 * self.right + self.spurious + self.missed
        return 2 * self.right / whole if whole else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One label of one article: what agrees, and both kinds of mistakes."""

    annotated: Annotated
    label: str
    right: frozenset[Mark]
    missed: frozenset[Mark]
    spurious: frozenset[Mark]

    @property
    def tally(self) -> Tally:
        """The numbers alone."""
        return Tally(len(self.right), len(self.missed), len(self.spurious))


def corpus_vocabulary() -> Vocabulary:
    """Give the vocabulary with which the annotated articles were marked."""
    content, problems = load_content(CORPUS / "vocabulary")
    if problems:
        raise ValueError(problems)
    return content.vocabulary()


def compare(annotated: Annotated, vocabulary: Vocabulary) -> Iterator[Comparison]:
    """Read an article and compare every label with its annotation."""
    found = found_marks(analyse_article(annotated.article, vocabulary), annotated.sentences)
    for label in LABELS:
        key = label.partition(",")[0]
        theirs, ours = annotated.marks.get(key, frozenset()), found.get(key, frozenset())
        if label == "dates":
            ours = moved(ours, theirs)
        yield Comparison(
            annotated=annotated, label=label, right=theirs & ours, missed=theirs - ours, spurious=ours - theirs
        )


def moved(ours: frozenset[Mark], theirs: frozenset[Mark]) -> frozenset[Mark]:
    """Put a found mark onto the marked one of the same value that it overlaps; each is taken once."""
    free = sorted(theirs - ours)
    moved: set[Mark] = set()
    for mark in sorted(ours):
        same = next((t for t in free if t.value == mark.value and t.span.overlaps(mark.span)), None)
        if mark not in theirs and same:
            free.remove(same)
        moved.add(mark if mark in theirs else same or mark)
    return frozenset(moved)


def _table(comparisons: list[Comparison]) -> Iterator[str]:
    yield f"{'label':22} precision  recall     F1   right  missed  spurious"
    for label in LABELS:
        t = _sum(c for c in comparisons if c.label == label)
        yield (f"{label:22} {t.precision:9.3f} {t.recall:7.3f} {t.f1:6.3f} {t.right:7} {t.missed:7} {t.spurious:9}")


def _by_kind(comparisons: list[Comparison]) -> Iterator[str]:
    kinds = sorted({comparison.annotated.kind for comparison in comparisons})
    yield f"{'F1 by kind':22} " + " ".join(f"{kind[:10]:>10}" for kind in kinds)
    for label in LABELS:
        tallies = [_sum(c for c in comparisons if (c.label, c.annotated.kind) == (label, kind)) for kind in kinds]
        yield f"{label:22} " + " ".join(f"{tally.f1:10.3f}" for tally in tallies)


def _sum(comparisons: Iterable[Comparison]) -> Tally:
    return sum((comparison.tally for comparison in comparisons), Tally())


def _mistakes(comparison: Comparison) -> Iterator[str]:
    for mark, what in sorted(
        [(mark, "missed") for mark in comparison.missed] + [(mark, "spurious") for mark in comparison.spurious]
    ):
        text = comparison.annotated.article.text
        words = text[mark.span.start : mark.span.end]
        sentence = max((s for s in comparison.annotated.sentences if s.start <= mark.span.start), default=mark.span)
        head = f"{comparison.annotated.article.id}: {comparison.label}: {what} {mark.value!r}"
        yield head if sentence == mark.span else f"{head} on {words!r}"
        yield f"    {text[sentence.start : max(sentence.end, mark.span.end)]}"


def main() -> None:
    """Print the tables, and the mistakes where they are asked for."""
    parser = argparse.ArgumentParser(description="how well reading finds what annotators marked")
    parser.add_argument("folder", nargs="?", default="development", help="development, held-out or a folder")
    parser.add_argument("--mistakes", action="store_true", help="list each mistake with its sentence")
    parser.add_argument("--label", action="append", help="list the mistakes of this label alone")
    options = parser.parse_args()
    within = CORPUS / options.folder
    vocabulary = corpus_vocabulary()
    paths = sorted((within if within.is_dir() else Path(options.folder)).glob("*.yml"))
    comparisons = [found for path in paths for found in compare(read_annotated(path), vocabulary)]
    if options.mistakes or options.label:
        wanted = [c for c in comparisons if c.label in (options.label or LABELS)]
        print("\n".join(line for comparison in wanted for line in _mistakes(comparison)), end="\n\n")
    print("\n".join([f"{len(paths)} articles", *_table(comparisons), "", *_by_kind(comparisons)]))


if __name__ == "__main__":
    main()
