"""What belongs together: the sites of a park, the policies that fit a project, the people who answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from zhaoshang.domain.library import Library
from zhaoshang.domain.policy import Audience, Policy
from zhaoshang.domain.project import Project, Stage
from zhaoshang.domain.prose import Case, Page, Role
from zhaoshang.domain.reach import land_reach
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.site import Contact
from zhaoshang.domain.sites import Plot, PlotStatus
from zhaoshang.domain.standing import Status
from zhaoshang.values import Quantity, Text

_STAGES = tuple(Stage)


def open_projects(library: Library, *, today: date) -> tuple[Project, ...]:
    """Projects an investor can still take up on `today`, furthest advanced first, then by id."""
    found = (p for p in library.projects.values() if p.stage.open and p.valid_until >= today)
    return tuple(sorted(found, key=project_order))


def listed_projects(library: Library, *, today: date) -> tuple[Project, ...]:
    """Every project but the withdrawn ones and the open ones whose offer has lapsed."""
    found = (
        p
        for p in library.projects.values()
        if p.stage is not Stage.WITHDRAWN and not (p.stage.open and p.valid_until < today)
    )
    return tuple(sorted(found, key=project_order))


def project_order(project: Project) -> tuple[int, str]:
    """Promoting before negotiating before planned, then signed, building, operating; within a stage by id."""
    first = (Stage.PROMOTING, Stage.NEGOTIATING, Stage.PLANNED)
    rank = first.index(project.stage) if project.stage in first else len(first) + _STAGES.index(project.stage)
    return rank, project.id


def projects_in(projects: Iterable[Project], *, park: str) -> tuple[Project, ...]:
    """The projects placed in a park."""
    return tuple(p for p in projects if p.park == park)


def projects_of(projects: Iterable[Project], *, sector: str) -> tuple[Project, ...]:
    """The projects of a sector."""
    return tuple(p for p in projects if p.sector == sector)


def similar_projects(project: Project, projects: Iterable[Project], *, most: int = 3) -> tuple[Project, ...]:
    """Open projects of the same sector first, then of the same park."""
    others = [p for p in projects if p.id != project.id and p.stage.open]
    near = sorted(
        (p for p in others if p.sector == project.sector or (p.park and p.park == project.park)),
        key=lambda p: (p.sector != project.sector, p.park != project.park, p.id),
    )
    return tuple(near[:most])


def free_plots(library: Library) -> tuple[Plot, ...]:
    """Plots that can be had now or are being built, by park and id."""
    order = {park.id: int(park.order) for park in library.parks.values()}
    found = (p for p in library.plots.values() if p.status in {PlotStatus.AVAILABLE, PlotStatus.BUILDING})
    return tuple(sorted(found, key=lambda p: (order.get(p.park or "", 99), p.id)))


def plots_in(plots: Iterable[Plot], *, park: str) -> tuple[Plot, ...]:
    """The plots of a park."""
    return tuple(p for p in plots if p.park == park)


def plots_for(plots: Iterable[Plot], *, sector: str) -> tuple[Plot, ...]:
    """Plots meant for a sector, or for any."""
    return tuple(p for p in plots if not p.sectors or sector in p.sectors)


def policies_for(
    policies: Mapping[str, Policy], statuses: Mapping[str, Status], *, sector: str
) -> tuple[Policy, ...]:
    """Listed policies for a sector: those that name it first, then those for every sector."""
    found = (p for p in policies.values() if statuses[p.id].listed and (not p.sectors or sector in p.sectors))
    return tuple(sorted(found, key=lambda p: (not p.sectors, p.audience is not Audience.ANY, p.id)))


def policies_on(
    policies: Mapping[str, Policy], statuses: Mapping[str, Status], plot: Plot
) -> tuple[Policy, ...]:
    """Listed policies that apply to a plot beyond those that apply everywhere."""
    found = (p for p in policies.values() if statuses[p.id].listed and is_about(p, plot))
    return tuple(sorted(found, key=lambda p: p.id))


def is_about(policy: Policy, plot: Plot) -> bool:
    """Whether a policy says that it is for such plots: by their sectors, for tenants, or for land of their size."""
    scope = policy.scope
    if not (policy.sectors or scope.tenants or scope.land):
        return False
    if policy.sectors and not set(policy.sectors) & set(plot.sectors):
        return False
    rented = plot.rent is not None
    if scope.tenants and not rented:
        return False
    return scope.land is None or (not rented and land_reach(policy).meets(None, _above(plot.free)))


def _above(quantity: Quantity) -> Fraction | None:
    """Just above the most that there is; None where that is not stated."""
    most = quantity.base_high
    return None if most is None else most + Fraction(1, 10**6)


def cases_of(cases: Iterable[Case], *, sector: str) -> tuple[Case, ...]:
    """The cases of a sector, the latest first."""
    return tuple(sorted((c for c in cases if c.sector == sector), key=lambda c: (-int(c.year), c.id)))


def page_with(library: Library, role: Role) -> Page | None:
    """The first page of a role, in the order the bureau gives."""
    pages = pages_with(library, role)
    return pages[0] if pages else None


def pages_with(library: Library, role: Role) -> tuple[Page, ...]:
    """The pages of a role, in the order the bureau gives."""
    found = (p for p in library.pages.values() if p.role is role)
    return tuple(sorted(found, key=lambda p: (int(p.order), p.id)))


def contacts_for(library: Library, *, sector: str) -> tuple[tuple[str, Contact], ...]:
    """Contacts who answer for a sector, else the default contact."""
    found = tuple((id_, c) for id_, c in library.site.contacts.items() if sector in c.sectors)
    default = library.site.default_contact
    return found or ((default, library.site.contacts[default]),)


def clause_labels(library: Library, record: Policy | Reward) -> dict[str, Text]:
    """What the awards of a document may refer to, by id: its own articles, else other documents by their titles."""
    titles = {id_: one.title for records in library.documents().values() for id_, one in records.items()}
    return titles | {id_: article.label for id_, article in record.articles.items()}
