"""Policies, reward schemes and procedures: what the authorities promise and ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhaoshang.domain.editions import Comparison, compare
from zhaoshang.domain.library import Key
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.relations import is_about
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.schedule import reward_steps
from zhaoshang.domain.standing import Status
from zhaoshang.web.page import PageSpec
from zhaoshang.web.plan.calculator import plan_calculator
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import HOME
from zhaoshang.web.views.documents import (
    PoliciesView,
    PolicyView,
    ProceduresView,
    ProcedureView,
    RewardsView,
    RewardView,
    SuitsView,
)
from zhaoshang.web.views.entries import PolicyEntry, RewardEntry


def plan_documents(m: Material) -> Iterator[PageSpec]:
    """Policies, rewards and procedures."""
    yield from plan_policies(m)
    yield plan_suits(m)
    yield from plan_rewards(m)
    yield plan_calculator(m)
    yield from plan_procedures(m)


def plan_policies(m: Material) -> Iterator[PageSpec]:
    """The list of policies and a page each; drafts have none, expired ones keep theirs with a notice."""
    index = "policies/index.html"
    current = tuple(e for e in m.policies if e.status.listed)
    past = tuple(e for e in m.policies if not e.status.listed)
    yield PageSpec(
        index,
        "policies.html",
        m.words("pages.policies.title"),
        m.words("pages.policies.lead"),
        PoliciesView(current, past),
        "policies",
        parent=HOME,
        scripts=("finder",),
    )
    for entry in m.policies:
        policy = entry.policy
        key = Key("policies", policy.id)
        yield PageSpec(
            f"policies/{policy.id}.html",
            "policy.html",
            policy.title,
            policy.summary,
            policy_view(m, entry),
            "policies",
            kind="policy",
            parent=index,
            key=key,
            states=m.states(key),
            updated=policy.document.issued,
        )


def plan_suits(m: Material) -> PageSpec:
    """Which policies suit a project: a row a policy in force."""
    current = tuple(e for e in m.policies if e.status.in_force)
    return PageSpec(
        "policies/table.html",
        "suits.html",
        m.words("pages.suits.title"),
        m.words("pages.suits.lead"),
        SuitsView(current, ()),
        "policies",
        parent="policies/index.html",
        scripts=("finder",),
    )


def policy_view(m: Material, entry: PolicyEntry) -> PolicyView:
    """One policy with its neighbours in time and the projects it is named for."""
    policies = m.library.policies
    policy, status = entry
    return PolicyView(
        policy=policy,
        status=status,
        successor=policies.get(status.successor or ""),
        predecessor=policies.get(status.predecessor or ""),
        interpretation=m.library.pages.get(policy.interpretation or ""),
        projects=tuple(p for p in m.open_projects if policy.id in p.policies) if status.listed else (),
        plots=tuple(p for p in m.free_plots if is_about(policy, p)) if status.listed else (),
        comparisons=comparisons(policy, policies, status),
        contact=m.person(policy.application.contact),
    )


def comparisons(
    record: Policy | Reward, documents: Mapping[str, Policy] | Mapping[str, Reward], status: Status
) -> tuple[Comparison, ...]:
    """A document beside the edition before it and the one after; a draft is nothing to compare with."""
    before, after = documents.get(status.predecessor or ""), documents.get(status.successor or "")
    pairs = ((before, record), (record, after))
    return tuple(
        compare(old, new) for old, new in pairs if old and new and old.document.review and new.document.review
    )


def plan_rewards(m: Material) -> Iterator[PageSpec]:
    """The list of reward schemes and a page each."""
    index = "rewards/index.html"
    current = tuple(e for e in m.rewards if e.status.listed)
    past = tuple(e for e in m.rewards if not e.status.listed)
    contact = m.person(current[0].reward.contact if current else None)
    yield PageSpec(
        index,
        "rewards.html",
        m.words("pages.rewards.title"),
        m.words("pages.rewards.lead"),
        RewardsView(
            current,
            past,
            {e.reward.id: reward_steps(e.reward) for e in current},
            contact,
            m.forms("referral", "claim", "leaflet") if current else (),
        ),
        "policies",
        parent=HOME,
    )
    for entry in m.rewards:
        reward = entry.reward
        key = Key("rewards", reward.id)
        yield PageSpec(
            f"rewards/{reward.id}.html",
            "reward.html",
            reward.title,
            reward.summary,
            reward_view(m, entry),
            "policies",
            kind="reward",
            parent=index,
            key=key,
            states=m.states(key),
            updated=reward.document.issued,
        )


def reward_view(m: Material, entry: RewardEntry) -> RewardView:
    """One scheme with its neighbours in time."""
    rewards = m.library.rewards
    reward, status = entry
    return RewardView(
        reward=reward,
        status=status,
        successor=rewards.get(status.successor or ""),
        predecessor=rewards.get(status.predecessor or ""),
        interpretation=m.library.pages.get(reward.interpretation or ""),
        comparisons=comparisons(reward, rewards, status),
        schedule=reward_steps(reward),
        contact=m.person(reward.contact),
        forms=m.forms("referral", "claim") if status.in_force else (),
    )


def plan_procedures(m: Material) -> Iterator[PageSpec]:
    """The list of procedures in the order an investor meets them, and a page each."""
    index = "procedures/index.html"
    procedures = tuple(sorted(m.library.procedures.values(), key=lambda p: (int(p.order), p.id)))
    yield PageSpec(
        index,
        "procedures.html",
        m.words("pages.procedures.title"),
        m.words("pages.procedures.lead"),
        ProceduresView(procedures),
        "procedures",
        parent=HOME,
    )
    for place, procedure in enumerate(procedures):
        view = ProcedureView(
            procedure=procedure,
            before=procedures[place - 1] if place else None,
            after=procedures[place + 1] if place + 1 < len(procedures) else None,
            contact=m.person(procedure.contact),
        )
        yield PageSpec(
            f"procedures/{procedure.id}.html",
            "procedure.html",
            procedure.title,
            procedure.summary,
            view,
            "procedures",
            kind="procedure",
            parent=index,
            key=Key("procedures", procedure.id),
            updated=procedure.as_of,
        )
