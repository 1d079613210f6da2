"""Parks, plots and projects: what an investor can have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from zhaoshang.domain.library import Key
from zhaoshang.domain.project import Project
from zhaoshang.domain.relations import (
    free_plots,
    plots_in,
    policies_on,
    projects_in,
    projects_of,
    similar_projects,
)
from zhaoshang.domain.sites import Park, Plot
from zhaoshang.web.page import PageSpec
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import HOME
from zhaoshang.web.views.entries import PolicyEntry
from zhaoshang.web.views.offers import PlotsView, PlotView, ProjectsView, ProjectView
from zhaoshang.web.views.place import ParksView, ParkView

STALE = timedelta(days=90)
"""Availability older than this is shown as possibly out of date."""


def plan_offers(m: Material) -> Iterator[PageSpec]:
    """Projects, parks and plots."""
    yield from plan_projects(m)
    yield from plan_parks(m)
    yield from plan_plots(m)


def plan_projects(m: Material) -> Iterator[PageSpec]:
    """The project catalogue and a page each."""
    index = "projects/index.html"
    view = ProjectsView(m.projects, m.library.parks, len(m.open_projects))
    yield PageSpec(
        index,
        "projects.html",
        m.words("pages.projects.title"),
        m.words("pages.projects.lead"),
        view,
        "opportunities",
        parent=HOME,
        scripts=("finder",),
    )
    for project in m.library.projects.values():
        listed = project in m.projects
        key = Key("projects", project.id)
        yield PageSpec(
            f"projects/{project.id}.html",
            "project.html",
            project.title,
            project.summary,
            project_view(m, project),
            "opportunities",
            kind="project",
            parent=index,
            key=key,
            states=m.states(key),
            updated=project.updated,
            indexed=listed,
        )


def project_view(m: Material, project: Project) -> ProjectView:
    """One project with everything that belongs to it; policies out of force are left out."""
    library = m.library
    policies = (PolicyEntry(library.policies[id_], m.policy_standings[id_]) for id_ in project.policies)
    return ProjectView(
        project=project,
        park=library.parks.get(project.park or ""),
        plot=library.plots.get(project.plot or ""),
        industry=library.industries.get(project.industry or ""),
        policies=tuple(entry for entry in policies if entry.status.listed),
        similar=similar_projects(project, m.open_projects),
        lapsed=project.stage.open and project.valid_until < m.today,
        contact=m.person(project.contact),
        sheets=m.sheets.get(project.id, ()),
    )


def plan_parks(m: Material) -> Iterator[PageSpec]:
    """The list of parks and a page each."""
    index = "parks/index.html"
    parks = tuple(sorted(m.library.parks.values(), key=lambda p: (int(p.order), p.id)))
    view = ParksView(parks, m.plots_by_park, m.projects_by_park)
    yield PageSpec(
        index,
        "parks.html",
        m.words("pages.parks.title"),
        m.words("pages.parks.lead"),
        view,
        "opportunities",
        parent=HOME,
    )
    for park in parks:
        key = Key("parks", park.id)
        yield PageSpec(
            f"parks/{park.id}.html",
            "park.html",
            park.title,
            park.summary,
            park_view(m, park),
            "opportunities",
            kind="park",
            parent=index,
            key=key,
            states=m.states(key),
            updated=park.as_of,
        )


def park_view(m: Material, park: Park) -> ParkView:
    """One park with what lies in it."""
    return ParkView(
        park=park,
        plots=plots_in(sorted_plots(m), park=park.id),
        projects=projects_in(m.open_projects, park=park.id),
        cases=tuple(c for c in m.library.cases.values() if c.park == park.id),
        contact=m.person(park.contact),
    )


def sorted_plots(m: Material) -> tuple[Plot, ...]:
    """All plots: what can be had first, then the rest."""
    free = free_plots(m.library)
    return free + tuple(p for p in m.library.plots.values() if p not in free)


def plan_plots(m: Material) -> Iterator[PageSpec]:
    """The list of plots and a page each."""
    index = "plots/index.html"
    yield PageSpec(
        index,
        "plots.html",
        m.words("pages.plots.title"),
        m.words("pages.plots.lead"),
        PlotsView(sorted_plots(m), m.library.parks),
        "opportunities",
        parent=HOME,
        scripts=("finder",),
    )
    for plot in m.library.plots.values():
        key = Key("plots", plot.id)
        yield PageSpec(
            f"plots/{plot.id}.html",
            "plot.html",
            plot.title,
            plot.summary,
            plot_view(m, plot),
            "opportunities",
            kind="plot",
            parent=index,
            key=key,
            updated=plot.as_of,
        )


def plot_view(m: Material, plot: Plot) -> PlotView:
    """One plot with its park, what is planned on it or fits it, and what lies near."""
    placed = tuple(p for p in m.open_projects if p.plot == plot.id)
    fitting = (p for sector in plot.sectors for p in projects_of(m.open_projects, sector=sector))
    near = (p for p in m.free_plots if plot.park and p.park == plot.park and p.id != plot.id)
    return PlotView(
        plot=plot,
        park=m.library.parks.get(plot.park or ""),
        projects=placed or tuple(fitting)[:3],
        policies=tuple(
            PolicyEntry(policy, m.policy_standings[policy.id])
            for policy in policies_on(m.library.policies, m.policy_standings, plot)
        ),
        nearby=tuple(near)[:3],
        stale=m.today - plot.as_of > STALE,
        contact=m.person(plot.contact),
    )
