"""Views of what is on offer: plots and projects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zhaoshang.domain.industry import Industry
from zhaoshang.domain.project import Project
from zhaoshang.domain.sites import Park, Plot
from zhaoshang.web.views.entries import Download, Person, PolicyEntry


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
    sheets: tuple[Download, ...] = ()
    """Its sheet to take away, in every language; of what is withdrawn or lapsed there is none."""
