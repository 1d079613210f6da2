"""Which records suit a visitor, and why: every choice comes with its reasons, and the officer's word goes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from zhaoshang.domain.guide import Selection, Visit
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.policy import Audience, Policy
from zhaoshang.domain.project import Project
from zhaoshang.domain.record import Record
from zhaoshang.domain.relations import free_plots, open_projects
from zhaoshang.domain.sites import Plot
from zhaoshang.domain.standing import standings
from zhaoshang.values import Quantity

MOST = 6
"""How many records of a kind are proposed where the officer has named none."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Match:
    """A record for a visitor. `reasons` are keys of the words under `print.visit.reasons`, strongest first."""

    key: Key
    reasons: tuple[str, ...]

    @property
    def chosen(self) -> bool:
        """Whether the officer named it."""
        return self.reasons[:1] == ("chosen",)


@dataclass(frozen=True, slots=True)
class Matches:
    """What a visitor is shown."""

    projects: tuple[Match, ...]
    plots: tuple[Match, ...]
    policies: tuple[Match, ...]

    def selection(self, visit: Visit) -> Selection:
        """The same as a guide's selection."""
        return Selection(
            sectors=visit.select.sectors or (visit.sector,),
            parks=visit.select.parks,
            projects=tuple(match.key.id for match in self.projects),
            plots=tuple(match.key.id for match in self.plots),
            policies=tuple(match.key.id for match in self.policies),
        )


def match(library: Library, visit: Visit, *, today: date) -> Matches:
    """The projects, sites and policies for a visitor; only what is on offer or in force on `today`."""
    statuses = standings(library.documents()["policies"], today=today)
    policies = [policy for policy in library.policies.values() if statuses[policy.id].listed]
    return Matches(
        _matched("projects", open_projects(library, today=today), visit.select.projects, visit, _of_project),
        _matched("plots", free_plots(library), visit.select.plots, visit, _of_plot),
        _matched("policies", policies, visit.select.policies, visit, _of_policy),
    )


def _matched(
    kind: str,
    records: Iterable[R],
    named: tuple[str, ...],
    visit: Visit,
    reasons_of: Callable[[R, Visit], Iterator[str]],
) -> tuple[Match, ...]:
    """The records the officer named, in that order; without any, those with a reason, most reasons first."""
    reasons = {record.id: tuple(reasons_of(record, visit)) for record in records}
    if named:
        return tuple(Match(Key(kind, id_), ("chosen", *reasons[id_])) for id_ in named if id_ in reasons)
    found = sorted((id_ for id_ in reasons if reasons[id_]), key=lambda id_: (-len(reasons[id_]), id_))
    return tuple(Match(Key(kind, id_), reasons[id_]) for id_ in found[:MOST])


def _of_project(project: Project, visit: Visit) -> Iterator[str]:
    if project.sector != visit.sector:
        return
    yield "sector"
    if _within(project.investment, visit.budget):
        yield "budget"
    if project.park in visit.select.parks:
        yield "park"


def _of_plot(plot: Plot, visit: Visit) -> Iterator[str]:
    if plot.sectors and visit.sector not in plot.sectors:
        return
    if not _holds(plot, visit.area):
        return
    yield "sector" if plot.sectors else "any_sector"
    if visit.area is not None:
        yield "area"
    if plot.park in visit.select.parks:
        yield "park"


def _of_policy(policy: Policy, visit: Visit) -> Iterator[str]:
    if policy.sectors and visit.sector not in policy.sectors:
        return
    yield "sector" if policy.sectors else "any_sector"
    if policy.audience is Audience.FOREIGN:
        yield "foreign"


def _within(asked: Quantity, budget: Quantity | None) -> bool:
    """Whether a sum is surely no more than what the visitor means to spend."""
    if budget is None or not asked.comparable(budget):
        return False
    most, needed = budget.base_high, asked.base_high
    return most is not None and needed is not None and needed <= most


def _holds(plot: Plot, area: Quantity | None) -> bool:
    """Whether a site can give the area: it has as much free, and its smallest lot is not larger."""
    if area is None:
        return True
    if not plot.free.comparable(area):
        return False
    wanted, free = area.base_low or area.base_high, plot.free.base_high or plot.free.base_low
    if wanted is None or free is None or free < wanted:
        return False
    least = plot.minimum.base_low if plot.minimum is not None else None
    return least is None or least <= wanted
