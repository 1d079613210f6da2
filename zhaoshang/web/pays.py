"""What the awards of a document pay, in the words of one language: sentence, table, examples."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.awards import (
    Award,
    Example,
    Program,
    Terms,
    TierTable,
    compile_award,
    describe,
    describe_terms,
    examples,
    table,
)
from zhaoshang.awards.speaker import phrases as phrases_of
from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.domain.policy import Policy
from zhaoshang.voice import Voice

PROBLEMS = tuple(f"Z{number}" for number in range(661, 672))
"""What can be wrong with a typed figure; awards.js gives the same codes."""


@dataclass(frozen=True, slots=True)
class Pays:
    """What the templates ask of an award."""

    voice: Voice

    def sentence(self, award: Award, terms: Terms) -> str:
        """The award in a sentence or two."""
        return describe(award, terms, self.voice.language)

    def line(self, policy: Policy) -> tuple[str, ...]:
        """What a policy pays: a sentence an award, as firm as the text and no firmer."""
        return tuple(
            self.sentence(award, policy.terms)
            for article in policy.articles.values()
            for award in article.awards
        )

    def terms(self, terms: Terms) -> tuple[str, ...]:
        """What a document lays down for all its awards."""
        return describe_terms(terms, self.voice.language)

    def table(self, award: Award, terms: Terms) -> TierTable | None:
        """Its bands, ranks or parts; None where it has none."""
        return table(award, terms, self.voice.language)

    def program(self, award: Award, terms: Terms, id_: str) -> Program:
        """The award as the browser runs it."""
        return compile_award(award, terms, id=id_)

    def words(self) -> dict[str, object]:
        """What calculator.js says: the phrases of answers, and what may be wrong with what was typed."""
        language, own = self.voice.language, self.voice.words["calculator"]
        phrases = phrases_of(language)
        said = {code: catalogue()[code].wordings[language] for code in PROBLEMS}
        return {
            "answer": phrases["answer"],
            "lists": phrases["lists"],
            "problems": {code: f"{wording.title}: {wording.expected}" for code, wording in said.items()},
            **{key: own[key] for key in ("money", "in_currency", "steps", "shown")},
        }

    def examples(self, award: Award, terms: Terms) -> tuple[Example, ...]:
        """What it pays at and beside its bounds."""
        return examples(award, terms)
