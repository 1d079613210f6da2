"""What the templates show: one frozen view a page kind, every choice already made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from zhaoshang.awards import Award, Group
from zhaoshang.domain.costs import Cost, CostClass
from zhaoshang.domain.editions import Comparison
from zhaoshang.domain.estimating import Estimate
from zhaoshang.domain.facts import Fact
from zhaoshang.domain.guide import Guide
from zhaoshang.domain.industry import Industry
from zhaoshang.domain.library import Key
from zhaoshang.domain.location import Location
from zhaoshang.domain.policy import Article, Policy
from zhaoshang.domain.procedure import Procedure
from zhaoshang.domain.project import Project
from zhaoshang.domain.prose import Case, News, Page, QuestionGroup
from zhaoshang.domain.register import Changes, Release
from zhaoshang.domain.restriction import Restrictions
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.schedule import Steps
from zhaoshang.domain.site import Contact
from zhaoshang.domain.sites import Park, Plot
from zhaoshang.domain.standing import Status
from zhaoshang.values import Text
from zhaoshang.web.forms import Form
from zhaoshang.web.outside import Outside


class Person(NamedTuple):
    """A contact with its id."""

    id: str
    contact: Contact


class FactEntry(NamedTuple):
    """A fact with its id."""

    id: str
    fact: Fact


class FactGroup(NamedTuple):
    """The facts of one group."""

    id: str
    title: Text
    facts: tuple[FactEntry, ...]


class PolicyEntry(NamedTuple):
    """A policy with where it stands."""

    policy: Policy
    status: Status


class RewardEntry(NamedTuple):
    """A reward scheme with where it stands."""

    reward: Reward
    status: Status


@dataclass(frozen=True, slots=True)
class Download:
    """A finished file of a guide: `path` from the site's root, `size` in bytes, `beside` its second language if any.

    Size and page count are None in the preview, which builds a guide only when it is opened.
    """

    guide: str
    language: str
    path: str
    beside: str = ""
    size: int | None = None
    pages: int | None = None


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
class IndustryView:
    """One industry: its chain, and what fits: facts, projects, plots, policies, cases, people."""

    industry: Industry
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


@dataclass(frozen=True, slots=True)
class PlotsView:
    """All plots, what can be had first."""

    plots: tuple[Plot, ...]
    parks: Mapping[str, Park]


@dataclass(frozen=True, slots=True)
class PlotView:
    """One plot with its park and what would fit on it."""

    plot: Plot
    park: Park | None
    projects: tuple[Project, ...]
    policies: tuple[PolicyEntry, ...]
    """Policies for what the plot is meant for."""
    nearby: tuple[Plot, ...]
    stale: bool
    """Whether the entry is older than 90 days."""
    contact: Person


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """All projects but the withdrawn."""

    projects: tuple[Project, ...]
    parks: Mapping[str, Park]
    open_count: int


@dataclass(frozen=True, slots=True)
class ProjectView:
    """One project with its site, what applies and who answers."""

    project: Project
    park: Park | None
    plot: Plot | None
    industry: Industry | None
    policies: tuple[PolicyEntry, ...]
    similar: tuple[Project, ...]
    lapsed: bool
    """Whether the offer's last day has passed."""
    contact: Person


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


@dataclass(frozen=True, slots=True)
class CasesView:
    """All cases, the latest first."""

    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case with its park and others of its sector."""

    case: Case
    park: Park | None
    others: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class NewsListView:
    """All news, the latest first."""

    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class NewsView:
    """One news item with the older and the newer one and what it speaks of."""

    news: News
    newer: News | None
    older: News | None
    related: tuple[tuple[Key, Text], ...]
    """The records it speaks of, with their titles."""


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """All questions by group."""

    groups: tuple[tuple[str, QuestionGroup], ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """Everybody who answers; `by_sector` names who to ask for what."""

    contacts: tuple[Person, ...]
    default: str
    forms: tuple[Download, ...] = ()
    """On paper, in every language."""


@dataclass(frozen=True, slots=True)
class FormView:
    """A form: who gets it, and where it is posted; None composes an e-mail. `schemes` are those it registers for."""

    form: Form
    contact: Person
    endpoint: str | None
    schemes: tuple[Reward, ...] = ()


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """All files on offer, by guide."""

    guides: tuple[Guide, ...]
    files: tuple[Download, ...]
    forms: tuple[Download, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """A released edition and the one that replaced it."""

    release: Release
    successor: Release | None


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Every released edition, the newest first."""

    editions: tuple[EditionEntry, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """A released edition: what replaced it, what has changed since, what it changed itself, where its files lie."""

    release: Release
    successor: Release | None
    since: Changes
    predecessor: Release | None
    against: Changes
    """What it changed against its predecessor."""
    files: tuple[Download, ...]
    """Of the guides as they are now; those of an edition that was replaced are no longer offered."""


@dataclass(frozen=True, slots=True)
class AboutDataView:
    """Where the figures come from: every source with the facts that rest on it."""

    page: Page | None
    groups: tuple[FactGroup, ...]
    costs: tuple[CostClass, ...]
    policies: tuple[PolicyEntry, ...]
    restrictions: Restrictions
    outside: tuple[Outside, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """Every page by section."""

    sections: tuple[tuple[str, tuple[tuple[str, Text], ...]], ...]
    """Section, and path and title of each of its pages, in the plan's order."""


@dataclass(frozen=True, slots=True)
class EmptyView:
    """A page that shows words only: search, 404."""
