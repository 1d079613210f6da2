"""The finders of the site: projects, plots, policies and costs, each with its facets and orders."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from zhaoshang.domain.costs import Tax
from zhaoshang.domain.policy import Audience, Size
from zhaoshang.domain.project import Access, Project, Stage
from zhaoshang.domain.sites import Plot, PlotStatus
from zhaoshang.values import Quantity
from zhaoshang.voice import Voice
from zhaoshang.web.bands import AREA, HEIGHT, INVESTMENT, LAND, POWER, sort_key
from zhaoshang.web.finder import By, Finder, Order, find, termed, worded
from zhaoshang.web.suits import suit_facets
from zhaoshang.web.views.documents import PoliciesView, SuitsView
from zhaoshang.web.views.entries import PolicyEntry
from zhaoshang.web.views.offers import PlotsView, ProjectsView
from zhaoshang.web.views.place import CostEntry, CostsView


def _any_sector(value: str, voice: Voice) -> str:
    """A sector, or `any` for what is open to all of them."""
    return voice.words.at("sector.any") if value == "any" else termed("sectors")(value, voice)


def _park(value: str, voice: Voice) -> str:
    return voice.plain(voice.library.parks[value].title)


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _sortable(quantity: Quantity | None) -> str | None:
    """A figure as a whole number of millionths of its base unit, so that no float is needed."""
    figure: Fraction | None = sort_key(quantity)
    return None if figure is None else str(int(figure * 1_000_000))


PROJECT_FACETS = (
    By[Project]("sector", "label.sector", lambda p: (p.sector,), termed("sectors"), open=True),
    By[Project]("stage", "label.stage", lambda p: (p.stage.value,), worded("stage"), tuple(Stage), open=True),
    By[Project]("investment", "label.investment", lambda p: INVESTMENT.of(p.investment), INVESTMENT.label),
    By[Project]("land", "label.land", lambda p: LAND.of(p.land), LAND.label),
    By[Project]("mode", "label.modes", lambda p: p.modes, termed("modes")),
    By[Project]("park", "label.place", lambda p: _one(p.park), _park),
    By[Project](
        "foreign",
        "label.foreign_access",
        lambda p: _one(p.foreign_access.access.value if p.foreign_access else None),
        worded("access"),
        tuple(Access),
    ),
)
PROJECT_ORDERS = (
    Order[Project]("investment", "desc", "sort.investment_high", lambda p: _sortable(p.investment)),
    Order[Project]("investment", "asc", "sort.investment_low", lambda p: _sortable(p.investment)),
    Order[Project]("updated", "desc", "sort.updated", lambda p: p.updated.isoformat()),
)
PLOT_FACETS = (
    By[Plot]("kind", "label.kind", lambda p: (p.plot_kind,), termed("plot_kinds"), open=True),
    By[Plot](
        "status",
        "label.status",
        lambda p: (p.status.value,),
        worded("plot_status"),
        tuple(PlotStatus),
        open=True,
    ),
    By[Plot]("area", "label.area", lambda p: AREA.of(p.free), AREA.label),
    By[Plot]("park", "label.place", lambda p: _one(p.park), _park),
    By[Plot]("height", "label.height", lambda p: HEIGHT.of(p.height), HEIGHT.label),
    By[Plot](
        "power", "label.power", lambda p: POWER.of(p.utilities.power if p.utilities else None), POWER.label
    ),
    By[Plot]("sector", "label.sectors", lambda p: p.sectors, termed("sectors")),
)
PLOT_ORDERS = (
    Order[Plot]("area", "desc", "sort.area_high", lambda p: _sortable(p.free)),
    Order[Plot]("area", "asc", "sort.area_low", lambda p: _sortable(p.free)),
    Order[Plot]("rent", "asc", "sort.rent_low", lambda p: _sortable(p.rent)),
    Order[Plot]("price", "asc", "sort.price_low", lambda p: _sortable(p.price)),
)
POLICY_FACETS = (
    By[PolicyEntry]("benefit", "label.benefit", lambda e: e.policy.benefits, termed("benefits"), open=True),
    By[PolicyEntry]("sector", "label.sector", lambda e: e.policy.sectors or ("any",), _any_sector),
    By[PolicyEntry](
        "audience",
        "label.audience",
        lambda e: (e.policy.audience.value,),
        worded("audience"),
        tuple(Audience),
    ),
    By[PolicyEntry]("size", "label.size", lambda e: (e.policy.size.value,), worded("size"), tuple(Size)),
)
POLICY_ORDERS = (
    Order[PolicyEntry]("issued", "desc", "sort.issued", lambda e: e.policy.document.issued.isoformat()),
    Order[PolicyEntry](
        "until",
        "asc",
        "sort.until",
        lambda e: e.policy.document.validity.until.isoformat() if e.policy.document.validity.until else None,
    ),
)


COUNTY = "county"
"""The place of a cost that no park has for itself."""


def _class(value: str, voice: Voice) -> str:
    return voice.plain(voice.library.costs[value].title)


def _cost_place(value: str, voice: Voice) -> str:
    return voice.words.at("cost.county") if value == COUNTY else _park(value, voice)


def _cost_facets(view: CostsView) -> tuple[By[CostEntry], ...]:
    """Classes in the bureau's order. Places elsewhere have no ids: they are numbered as they come."""
    elsewhere = tuple(dict.fromkeys(each.place for entry in view.entries for each in entry.cost.elsewhere))
    numbers = {place: str(number) for number, place in enumerate(elsewhere, start=1)}
    parks = sorted({entry.cost.park for entry in view.entries if entry.cost.park})
    return (
        By(
            "class",
            "cost.class",
            lambda e: (e.cost_class.id,),
            _class,
            tuple(c.id for c in view.classes),
            open=True,
        ),
        By(
            "place",
            "label.place",
            lambda e: (e.cost.park or COUNTY,),
            _cost_place,
            (COUNTY, *parks),
            open=True,
        ),
        By(
            "against",
            "cost.elsewhere",
            lambda e: tuple(dict.fromkeys(numbers[each.place] for each in e.cost.elsewhere)) or ("none",),
            lambda value, voice: (
                voice.words.at("cost.alone") if value == "none" else voice.plain(elsewhere[int(value) - 1])
            ),
            (*numbers.values(), "none"),
        ),
        By("tax", "cost.tax", lambda e: (e.cost.tax.value,), worded("tax"), tuple(Tax)),
    )


COST_ORDERS = (Order[CostEntry]("updated", "desc", "sort.updated", lambda e: e.cost.as_of.isoformat()),)


@dataclass(frozen=True, slots=True)
class Finders:
    """What the list templates ask for their finder, in one language."""

    voice: Voice

    def projects(self, view: ProjectsView) -> Finder:
        """The finder of the project catalogue."""
        return find(view.projects, self.voice, facets=PROJECT_FACETS, orders=PROJECT_ORDERS)

    def plots(self, view: PlotsView) -> Finder:
        """The finder of land and premises."""
        return find(view.plots, self.voice, facets=PLOT_FACETS, orders=PLOT_ORDERS)

    def policies(self, view: PoliciesView) -> Finder:
        """The finder of the policies in force."""
        return find(view.current, self.voice, facets=POLICY_FACETS, orders=POLICY_ORDERS)

    def suits(self, view: SuitsView) -> Finder:
        """The finder of the decision table."""
        return find(view.current, self.voice, facets=suit_facets(self.voice), orders=POLICY_ORDERS)

    def costs(self, view: CostsView) -> Finder:
        """The finder of the factor costs."""
        return find(view.entries, self.voice, facets=_cost_facets(view), orders=COST_ORDERS)
