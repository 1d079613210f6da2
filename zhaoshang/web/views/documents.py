"""Views of what is promised, and of how to proceed: policies, rewards, procedures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zhaoshang.domain.editions import Comparison
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.procedure import Procedure
from zhaoshang.domain.project import Project
from zhaoshang.domain.prose import Page
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.schedule import Steps
from zhaoshang.domain.sites import Plot
from zhaoshang.domain.standing import Status
from zhaoshang.web.views.entries import Download, Person, PolicyEntry, RewardEntry


@dataclass(frozen=True, slots=True)
class PoliciesView:
    """All policies: those in force, and those that no longer are."""

    current: tuple[PolicyEntry, ...]
    past: tuple[PolicyEntry, ...]


@dataclass(frozen=True, slots=True)
class SuitsView(PoliciesView):
    """The decision table: a row a policy in force."""


@dataclass(frozen=True, slots=True)
class PolicyView:
    """One policy with its standing and its neighbours in time."""

    policy: Policy
    status: Status
    successor: Policy | None
    predecessor: Policy | None
    interpretation: Page | None
    projects: tuple[Project, ...]
    plots: tuple[Plot, ...]
    comparisons: tuple[Comparison, ...]
    """With the edition before and the one after, where there are such."""
    contact: Person


@dataclass(frozen=True, slots=True)
class RewardsView:
    """All reward schemes for introducers."""

    current: tuple[RewardEntry, ...]
    past: tuple[RewardEntry, ...]
    schedules: Mapping[str, Steps]
    """How long the way to the payment is, by scheme."""
    contact: Person
    forms: tuple[Download, ...] = ()
    """To register and to claim, in every language."""


@dataclass(frozen=True, slots=True)
class RewardView:
    """One scheme with its standing and its neighbours in time."""

    reward: Reward
    status: Status
    successor: Reward | None
    predecessor: Reward | None
    interpretation: Page | None
    comparisons: tuple[Comparison, ...]
    """With the edition before and the one after, where there are such."""
    schedule: Steps
    contact: Person
    forms: tuple[Download, ...] = ()
    """To register and to claim, in every language."""


@dataclass(frozen=True, slots=True)
class ProceduresView:
    """All procedures in the order an investor meets them."""

    procedures: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """One procedure, and the one before and after it."""

    procedure: Procedure
    before: Procedure | None
    after: Procedure | None
    contact: Person
