"""Views of the place: home, reasons, location, industries, costs, parks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from zhaoshang.domain.costs import Cost, CostClass
from zhaoshang.domain.estimating import Estimate
from zhaoshang.domain.facts import Fact
from zhaoshang.domain.industry import Industry, Placed
from zhaoshang.domain.library import Key
from zhaoshang.domain.location import Location
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.project import Project
from zhaoshang.domain.prose import Case, News, Page
from zhaoshang.domain.sites import Park, Plot
from zhaoshang.values import Text
from zhaoshang.web.views.entries import Download, FactEntry, FactGroup, Person, PolicyEntry, RewardEntry


@dataclass(frozen=True, slots=True)
class HomeView:
    """Home: reasons, figures, one way in a person, what is on offer and what is new."""

    headline: tuple[FactEntry, ...]
    reasons: Page | None
    industries: tuple[Industry, ...]
    projects: tuple[Project, ...]
    project_count: int
    plots: tuple[Plot, ...]
    plot_count: int
    policies: tuple[PolicyEntry, ...]
    policy_count: int
    rewards: tuple[RewardEntry, ...]
    cases: tuple[Case, ...]
    news: tuple[News, ...]
    downloads: tuple[Download, ...]
    location: Location
    contact: Person


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose with what belongs beside it."""

    page: Page
    facts: Mapping[str, Fact]
    contact: Person | None = None
    explains: tuple[tuple[Key, Text], ...] = ()
    """The documents it explains (解读), with their titles."""


@dataclass(frozen=True, slots=True)
class WhyView:
    """Why here: the reasons, the letter and the whole fact register."""

    page: Page
    reasons: Page | None
    letter: Page | None
    groups: tuple[FactGroup, ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class LocationView:
    """Where the place lies: dial, strips and the table of nodes."""

    location: Location
    parks: tuple[Park, ...]


@dataclass(frozen=True, slots=True)
class IndustriesView:
    """All industries."""

    industries: tuple[Industry, ...]
    projects: Mapping[str, int]
    """Open projects by sector."""
    plots: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """A link of the chain with its projects, and the plots, policies and people these name while they are on offer."""

    placed: Placed
    projects: tuple[Project, ...]
    plots: tuple[Plot, ...]
    policies: tuple[Policy, ...]
    contacts: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class IndustryView:
    """One industry: its chain, and what fits: facts, projects, plots, policies, cases, people."""

    industry: Industry
    links: tuple[LinkEntry, ...]
    facts: tuple[FactEntry, ...]
    projects: tuple[Project, ...]
    plots: tuple[Plot, ...]
    policies: tuple[PolicyEntry, ...]
    cases: tuple[Case, ...]
    contacts: tuple[Person, ...]


class CostEntry(NamedTuple):
    """A factor cost with its id and its class."""

    id: str
    cost_class: CostClass
    cost: Cost


@dataclass(frozen=True, slots=True)
class CostsView:
    """All factor costs, class by class."""

    classes: tuple[CostClass, ...]
    entries: tuple[CostEntry, ...]


@dataclass(frozen=True, slots=True)
class CostView:
    """One class of factor costs, and the others to go on to."""

    cost: CostClass
    others: tuple[CostClass, ...]


@dataclass(frozen=True, slots=True)
class EstimateView:
    """What a project would cost: the lines of the estimator with their worked example."""

    estimate: Estimate


@dataclass(frozen=True, slots=True)
class ParksView:
    """All parks."""

    parks: tuple[Park, ...]
    plots: Mapping[str, int]
    projects: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ParkView:
    """One park with its plots, projects, costs and cases."""

    park: Park
    plots: tuple[Plot, ...]
    projects: tuple[Project, ...]
    cases: tuple[Case, ...]
    contact: Person
