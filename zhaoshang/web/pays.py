"""What the awards of a document pay, in the words of one language: sentence, table, examples."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.awards import Award, Example, Terms, TierTable, describe, examples, table
from zhaoshang.voice import Voice


@dataclass(frozen=True, slots=True)
class Pays:
    """What the templates ask of an award."""

    voice: Voice

    def sentence(self, award: Award, terms: Terms) -> str:
        """The award in a sentence or two."""
        return describe(award, terms, self.voice.language)

    def table(self, award: Award, terms: Terms) -> TierTable | None:
        """Its bands, ranks or parts; None where it has none."""
        return table(award, terms, self.voice.language)

    def examples(self, award: Award, terms: Terms) -> tuple[Example, ...]:
        """What it pays at and beside its bounds."""
        return examples(award, terms)
