"""The view of the calculator: the documents in force with their awards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from zhaoshang.awards import Award, Group
from zhaoshang.domain.policy import Article, Policy
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.standing import Status


class Clause(NamedTuple):
    """An award with the document and the article it stands in. `id` names it on a page of many."""

    id: str
    record: Policy | Reward
    article_id: str
    article: Article
    award: Award


@dataclass(frozen=True, slots=True)
class Paying:
    """A document in force with its awards, and the groups that begin with one of them."""

    record: Policy | Reward
    status: Status
    clauses: tuple[Clause, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class CalculatorView:
    """The documents in force that have awards: policies, then reward schemes."""

    documents: tuple[Paying, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every award."""
        return tuple(clause for document in self.documents for clause in document.clauses)

    def clause(self, id_: str) -> Clause:
        """The award of an id."""
        return next(clause for clause in self.clauses if clause.id == id_)
