"""The calculator: every award of the documents in force, with what they say of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhaoshang.awards import Placed, groups
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.standing import Status
from zhaoshang.web.page import PageSpec
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import HOME
from zhaoshang.web.views.calculator import CalculatorView, Clause, Paying


def plan_calculator(m: Material) -> PageSpec:
    """What the awards in force would pay for the reader's figures."""
    policies = [(entry.policy, entry.status) for entry in m.policies if entry.status.in_force]
    rewards = [(entry.reward, entry.status) for entry in m.rewards if entry.status.in_force]
    return PageSpec(
        "calculator.html",
        "calculator.html",
        m.words("pages.calculator.title"),
        m.words("pages.calculator.lead"),
        CalculatorView((*_paying(policies), *_paying(rewards))),
        "policies",
        parent=HOME,
    )


def _paying(documents: Sequence[tuple[Policy, Status]] | Sequence[tuple[Reward, Status]]) -> Iterator[Paying]:
    """The documents that have awards; a group stands with the first of its awards."""
    placed = [place(clause) for record, _ in documents for clause in clauses(record)]
    found = groups(placed)
    for record, status in documents:
        own = tuple(clauses(record))
        ids = {clause.id for clause in own}
        if own:
            yield Paying(record, status, own, tuple(group for group in found if group.ids[0] in ids))


def clauses(record: Policy | Reward) -> Iterator[Clause]:
    """Every award of a document, article by article."""
    for article_id, article in record.articles.items():
        for number, award in enumerate(article.awards, start=1):
            yield Clause(f"{record.id}-{article_id}-{number}", record, article_id, article, award)


def place(clause: Clause) -> Placed:
    """A clause as the awards room knows it."""
    return Placed(clause.id, clause.record.id, clause.article_id, clause.award, clause.record.terms)
