"""What the awards of a document pay, in the words of one language: sentence, table, examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zhaoshang.awards import (
    Award,
    Example,
    Group,
    Program,
    TierTable,
    compile_award,
    examples,
    table,
)
from zhaoshang.awards.speaker import phrases as phrases_of
from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.standing import Status
from zhaoshang.voice import Voice
from zhaoshang.voice.clauses import Clauses, FilingLine
from zhaoshang.web.myproject import Field, common, fields, limits
from zhaoshang.web.views.calculator import CalculatorView

PROBLEMS = tuple(f"Z{number}" for number in range(661, 672))
"""What can be wrong with a typed figure; awards.js gives the same codes."""


@dataclass(frozen=True, slots=True)
class Pays:
    """What the templates ask of an award."""

    voice: Voice
    worked: dict[int, tuple[Example, ...]]
    """The examples of awards by identity, shared by the languages: an example has its words in all of them."""

    @property
    def clauses(self) -> Clauses:
        """What the clauses of a document say."""
        return Clauses(self.voice)

    def sentence(self, award: Award, record: Policy | Reward) -> str:
        """The award in a sentence or two."""
        return self.clauses.sentence(award, record)

    def line(self, policy: Policy) -> tuple[str, ...]:
        """What a policy pays: a sentence an award, as firm as the text and no firmer."""
        return self.clauses.line(policy)

    def terms(self, record: Policy | Reward) -> tuple[str, ...]:
        """What a document lays down for all its awards."""
        return self.clauses.terms(record)

    def filings(self, record: Policy | Reward, status: Status) -> tuple[FilingLine, ...]:
        """When one may apply, and how that stands on the day of the build."""
        return self.clauses.filings(record, status)

    def size(self, policy: Policy) -> tuple[tuple[str, str], ...]:
        """How large a project a policy is for."""
        return self.clauses.size(policy)

    def table(self, award: Award, record: Policy | Reward) -> TierTable | None:
        """Its bands, ranks or parts; None where it has none."""
        return table(award, record.terms, self.voice.language, articles=self.clauses.labels(record))

    def program(self, award: Award, record: Policy | Reward, id_: str) -> Program:
        """The award as the browser runs it."""
        labels = self.clauses.labels(record)
        return compile_award(award, record.terms, id=id_, document=record.id, articles=labels)

    def fields(self, program: Program, record: Policy | Reward) -> tuple[Field, ...]:
        """The inputs of an award, each with the name under which its figure is shared."""
        return fields(program, record)

    def common(self, view: CalculatorView) -> tuple[Field, ...]:
        """What the calculator asks once for all awards."""
        every = (
            field
            for clause in view.clauses
            for field in fields(self.program(clause.award, clause.record, clause.id), clause.record)
        )
        return common(tuple(every))

    def limits(self, record: Policy | Reward) -> Mapping[str, tuple[str, ...]]:
        """For whom a document is, as attributes of its section."""
        return limits(record)

    def rule(self, group: Group) -> str:
        """What the text says of a group of awards."""
        return self.clauses.rule(group.rule)

    def words(self) -> dict[str, object]:
        """What calculator.js says: the phrases of answers, and what may be wrong with what was typed."""
        language, own = self.voice.language, self.voice.words["calculator"]
        phrases = phrases_of(language)
        colon = phrases["lists"]["colon"]
        said = {code: catalogue()[code].wordings[language] for code in PROBLEMS}
        return {
            "answer": phrases["answer"],
            "lists": phrases["lists"],
            "problems": {code: f"{wording.title}{colon}{wording.expected}" for code, wording in said.items()},
            **{key: own[key] for key in ("money", "in_currency", "steps", "shown", "total", "highest")},
        }

    def examples(self, award: Award, record: Policy | Reward) -> tuple[Example, ...]:
        """What it pays at and beside its bounds."""
        if id(award) not in self.worked:
            self.worked[id(award)] = examples(award, record.terms, articles=self.clauses.labels(record))
        return self.worked[id(award)]
