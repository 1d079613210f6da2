"""Home and the pages about the place itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from zhaoshang.domain.costs import CostClass
from zhaoshang.domain.estimating import make_estimate
from zhaoshang.domain.industry import Industry
from zhaoshang.domain.library import Key
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.prose import News, Page, Role
from zhaoshang.domain.relations import (
    cases_of,
    contacts_for,
    page_with,
    pages_with,
    plots_for,
    policies_for,
    projects_of,
)
from zhaoshang.domain.reward import Reward
from zhaoshang.values import Text
from zhaoshang.web.page import PageSpec
from zhaoshang.web.plan.chain import link_entries
from zhaoshang.web.plan.material import Material
from zhaoshang.web.views.entries import Person, PolicyEntry
from zhaoshang.web.views.place import (
    CostEntry,
    CostsView,
    CostView,
    EstimateView,
    HomeView,
    IndustriesView,
    IndustryView,
    LocationView,
    ProseView,
    WhyView,
)

HOME = "index.html"


def plan_place(m: Material) -> Iterator[PageSpec]:
    """Home, why here, location, industries, costs, living."""
    yield plan_home(m)
    yield from plan_why(m)
    yield plan_location(m)
    yield from plan_industries(m)
    yield from plan_costs(m)
    yield from plan_estimate(m)
    yield from role_pages(m, Role.LIVING, Role.FOREIGN, section="why")


def plan_home(m: Material) -> PageSpec:
    """The home page."""
    library = m.library
    current = tuple(entry for entry in m.policies if entry.status.in_force)
    view = HomeView(
        headline=m.entries(library.facts.headline),
        reasons=page_with(library, Role.REASONS),
        industries=industries(m),
        projects=m.open_projects[:6],
        project_count=len(m.open_projects),
        plots=m.free_plots[:4],
        plot_count=len(m.free_plots),
        policies=current[:4],
        policy_count=len(current),
        rewards=tuple(entry for entry in m.rewards if entry.status.in_force),
        cases=tuple(sorted(library.cases.values(), key=lambda c: (-int(c.year), c.id)))[:3],
        news=latest_news(m)[:4],
        downloads=m.downloads,
        location=library.location,
        contact=m.person(None),
    )
    return PageSpec(
        HOME, "home.html", library.site.title, library.site.description, view, "home", kind="home"
    )


def latest_news(m: Material) -> tuple[News, ...]:
    """All news, the latest first."""
    return tuple(sorted(m.library.news.values(), key=lambda n: (n.date, n.id), reverse=True))


def plan_why(m: Material) -> Iterator[PageSpec]:
    """Why here, with the letter and the fact register, and the three reasons each at an anchor."""
    page = page_with(m.library, Role.WHY)
    if page is None:
        return
    view = WhyView(
        page=page,
        reasons=page_with(m.library, Role.REASONS),
        letter=page_with(m.library, Role.LETTER),
        groups=m.fact_groups,
        cases=tuple(sorted(m.library.cases.values(), key=lambda c: (-int(c.year), c.id)))[:3],
    )
    key = Key("pages", page.id)
    yield PageSpec(
        "why.html",
        "why.html",
        page.title,
        page.summary,
        view,
        "why",
        parent=HOME,
        key=key,
        states=m.states(key, page.languages),
        updated=page.updated,
    )


def plan_location(m: Material) -> PageSpec:
    """Where the place lies."""
    location = m.library.location
    view = LocationView(location, tuple(sorted(m.library.parks.values(), key=lambda p: int(p.order))))
    return PageSpec(
        "location.html",
        "location.html",
        m.words("pages.location.title"),
        location.summary,
        view,
        "why",
        parent=HOME,
        key=Key("location", "location"),
        updated=location.as_of,
    )


def industries(m: Material) -> tuple[Industry, ...]:
    """All industries in the bureau's order."""
    return tuple(sorted(m.library.industries.values(), key=lambda i: (int(i.order), i.id)))


def plan_industries(m: Material) -> Iterator[PageSpec]:
    """The list of industries and a page each."""
    plots = Counter(
        {i.sector: len(plots_for(m.free_plots, sector=i.sector)) for i in m.library.industries.values()}
    )
    view = IndustriesView(industries(m), m.projects_by_sector, plots)
    index = "industries/index.html"
    yield PageSpec(
        index,
        "industries.html",
        m.words("pages.industries.title"),
        m.words("pages.industries.lead"),
        view,
        "why",
        parent=HOME,
    )
    for industry in industries(m):
        key = Key("industries", industry.id)
        yield PageSpec(
            f"industries/{industry.id}.html",
            "industry.html",
            industry.title,
            industry.summary,
            industry_view(m, industry),
            "why",
            kind="industry",
            parent=index,
            key=key,
            states=m.states(key),
        )


def industry_view(m: Material, industry: Industry) -> IndustryView:
    """One industry with everything that fits it."""
    sector = industry.sector
    policies = policies_for(m.library.policies, m.policy_standings, sector=sector)
    return IndustryView(
        industry=industry,
        links=tuple(link_entries(m, industry)),
        facts=m.entries(industry.facts),
        projects=projects_of(m.open_projects, sector=sector),
        plots=plots_for(m.free_plots, sector=sector)[:6],
        policies=tuple(PolicyEntry(p, m.policy_standings[p.id]) for p in policies),
        cases=cases_of(m.library.cases.values(), sector=sector),
        contacts=tuple(Person(*pair) for pair in contacts_for(m.library, sector=sector)),
    )


def plan_costs(m: Material) -> Iterator[PageSpec]:
    """The list of cost classes and a page each."""
    classes = m.library.cost_classes
    index = "costs/index.html"
    yield PageSpec(
        index,
        "costs.html",
        m.words("pages.costs.title"),
        m.words("pages.costs.lead"),
        CostsView(classes, cost_entries(classes)),
        "why",
        parent=HOME,
        scripts=("finder",),
    )
    for cost in classes:
        others = tuple(c for c in classes if c.id != cost.id)
        yield PageSpec(
            f"costs/{cost.id}.html",
            "cost.html",
            cost.title,
            cost.summary,
            CostView(cost, others),
            "why",
            kind="cost",
            parent=index,
            key=Key("costs", cost.id),
            updated=max(item.as_of for item in cost.items.values()),
        )


def plan_estimate(m: Material) -> Iterator[PageSpec]:
    """The cost estimator, where the costs have lines for it."""
    estimate = make_estimate(m.library.cost_classes)
    if estimate is None:
        return
    yield PageSpec(
        "estimate.html",
        "estimate.html",
        m.words("pages.estimate.title"),
        m.words("pages.estimate.lead"),
        EstimateView(estimate),
        "why",
        parent="costs/index.html",
        updated=max(cost.as_of for line in estimate.lines for cost in line.costs.values()),
        scripts=("awards", "estimate"),
    )


def cost_entries(classes: Iterable[CostClass]) -> tuple[CostEntry, ...]:
    """Every factor cost in the order of the classes."""
    return tuple(CostEntry(id_, each, cost) for each in classes for id_, cost in each.items.items())


def role_pages(m: Material, *roles: Role, section: str) -> Iterator[PageSpec]:
    """The pages of some roles: the first of each at the role's own address, which menus name, others at their id's."""
    for role in roles:
        for place, page in enumerate(pages_with(m.library, role)):
            yield prose_page(m, page, path=f"{page.id if place else role.value}.html", section=section)


def explained(m: Material, page: Page) -> tuple[tuple[Key, Text], ...]:
    """The published documents that name this page as their interpretation."""
    documents: tuple[tuple[Key, Policy | Reward], ...] = (
        *((Key("policies", e.policy.id), e.policy) for e in m.policies),
        *((Key("rewards", e.reward.id), e.reward) for e in m.rewards),
    )
    return tuple((key, record.title) for key, record in documents if record.interpretation == page.id)


def prose_page(m: Material, page: Page, *, path: str, section: str, parent: str = HOME) -> PageSpec:
    """A page that is mostly its prose."""
    key = Key("pages", page.id)
    facts = {f: m.facts[f] for s in page.sections.values() for f in s.facts}
    view = ProseView(page, facts, explains=explained(m, page))
    return PageSpec(
        path,
        "prose.html",
        page.title,
        page.summary,
        view,
        section,
        parent=parent,
        key=key,
        states=m.states(key, page.languages),
        updated=page.updated,
    )
