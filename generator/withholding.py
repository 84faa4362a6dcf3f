"""Withholding: under `--keep-going` an article or a statement that is wrong is kept back, and the rest is published.

Only what is wrong by itself can be kept back: a seed that cannot be read, an entry of `content/facts/` that is no fact
or whose evidence fails. Whatever else is wrong (settings, a whole file that is no YAML, an id that vanished) stops the
run as ever. What rested on a thing kept back goes with it: statements on an article, sentences of summaries and answers
on a statement.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from generator.diagnostics import Diagnostic, Severity
from generator.loading import Content
from generator.model import Corpus, HeldBack
from generator.schema.facts import Claim
from generator.schema.subjects import Pillar, Topical

T = TypeVar("T", bound=Topical)

REASON: Final = "kept back until its file is mended"
_SEEDS: Final = "seeds/"
_FACTS: Final = "content/facts"


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is kept back so far."""

    seeds: frozenset[str] = frozenset()
    """Paths."""
    claims: frozenset[str] = frozenset()
    """Ids."""
    unlinked: frozenset[str] = frozenset()
    """Those whose links to other facts are what is wrong."""
    entries: tuple[HeldBack, ...] = field(default=())

    def with_those_of(self, problems: Iterable[Diagnostic]) -> "Withheld":
        """Add the articles and statements that the errors among these are about; the same again where there is none."""
        found = [held for problem in problems for held in _held(problem) if held not in self.entries]
        statements = [held for held in found if held.kind == "statement"]
        return Withheld(
            seeds=self.seeds | {held.name for held in found if held.kind == "article"},
            claims=self.claims | {held.name for held in statements},
            unlinked=self.unlinked | {held.name for held in statements if held.problem.code == "cycle"},
            entries=(*self.entries, *found),
        )

    def corpus(self, corpus: Corpus) -> Corpus:
        """Take the articles out of the corpus."""
        kept = {name: article for name, article in corpus.articles.items() if article.seed not in self.seeds}
        return Corpus(articles=kept, passages=corpus.passages.of(kept))

    def content(self, content: Content) -> Content:
        """Mark the statements as withheld, and take out what rests on them."""
        known = {claim.id for claim in content.claims}
        site = content.site
        partnership = self._without(site.partnership)
        return replace(
            content,
            site=site.model_copy(update={"partnership": partnership}).standing_at(site),
            claims=tuple(self._marked(claim, known) for claim in content.claims),
            countries=tuple(map(self._without, content.countries)),
            pillars=tuple(map(self._programme, map(self._without, content.pillars))),
            topics=tuple(map(self._without, content.topics)),
            instruments=tuple(
                one.model_copy(update={"facts": tuple(f for f in one.facts if f not in self.claims)})
                for one in content.instruments
            ),
        )

    def _marked(self, claim: Claim, known: set[str]) -> Claim:
        if claim.id not in self.claims:
            return claim
        links = known if claim.id not in self.unlinked else set()
        blank = dict.fromkeys(("evidence", "countries", "pillars", "topics", "participation"), ())
        kept = {
            "supersedes": tuple(name for name in claim.supersedes if name in links),
            "conflicts_with": tuple(name for name in claim.conflicts_with if name in links),
            "resolves": tuple(link for link in claim.resolves if link.fact in links),
        }
        return claim.model_copy(update={"withheld": claim.withheld or REASON, **blank, **kept})

    def _without(self, subject: T) -> T:
        def stands(facts: Iterable[str]) -> bool:
            return self.claims.isdisjoint(facts)

        kept = {
            "summary": tuple(sentence for sentence in subject.summary if stands(sentence.facts)),
            "questions": tuple(question for question in subject.questions if stands(question.facts)),
        }
        return subject.model_copy(update=kept)

    def _programme(self, pillar: Pillar) -> Pillar:
        """Take the marks of what is kept back from a pillar's programme; the rest of their rows still stands."""
        tracks = [(track, tuple(name for name in track.facts if name not in self.claims)) for track in pillar.programme]
        left = tuple(track.model_copy(update={"facts": facts}) for track, facts in tracks)
        return pillar.model_copy(update={"programme": left})


def _held(problem: Diagnostic) -> Iterator[HeldBack]:
    path = problem.location.path
    if problem.severity is not Severity.ERROR:
        return
    if path.startswith(_SEEDS):
        yield HeldBack(kind="article", name=path.removesuffix(".yml"), problem=problem)
    elif path.startswith(_FACTS) and problem.about:
        yield HeldBack(kind="statement", name=problem.about, problem=problem)
