"""Parks and plots: the sites and premises (载体) an investor can have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.domain.costs import CostClass
from zhaoshang.domain.location import Point
from zhaoshang.domain.media import Image
from zhaoshang.domain.record import ContactRef, CostsRef, ParkRef, Part, PlotKindRef, Record, SectorRef, Slug
from zhaoshang.values import (
    Area,
    Date,
    Figure,
    Flow,
    Length,
    Load,
    Power,
    Price,
    Text,
    Whole,
    refusing,
)

_RATIO = re.compile(r"\d{1,2}(?:\.\d{1,2})?")


def parse_ratio(text: str) -> Decimal:
    """A plot ratio (容积率) such as 1.2: a plain number."""
    if not _RATIO.fullmatch(text):
        raise Refusal("Z290", value=text)
    return Decimal(text)


Ratio = Annotated[Decimal, refusing(parse_ratio)]


class Level(StrEnum):
    """Who recognised the park."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    CITY = "city"
    COUNTY = "county"


class Threshold(Part):
    """What a project must reach to be placed in a park (准入门槛)."""

    investment: Price | None = None
    """Fixed-asset investment per area: 万元/亩."""
    output: Price | None = None
    """Annual output per area: 万元/亩."""
    tax: Price | None = None
    """Annual tax per area: 万元/亩."""
    plot_ratio: Ratio | None = None
    energy: Figure | None = None
    """Energy use per output."""
    note: Text | None = None


class Service(Part):
    """A service or utility on site."""

    name: Text
    detail: Text
    capacity: Figure | None = None


class Park(Record):
    """`parks/<id>.yaml`."""

    kind: ClassVar[str] = "parks"

    title: Text
    summary: Text
    level: Level
    order: Whole
    at: Point | None = None
    area: Area
    developed: Area | None = None
    free: Area
    sectors: tuple[SectorRef, ...]
    threshold: Threshold | None = None
    services: tuple[Service, ...] = ()
    firms: Figure | None = None
    as_of: Date
    source: Text
    contact: ContactRef | None = None
    images: tuple[Image, ...] = ()
    internal: Mapping[str, str] = {}


class PlotStatus(StrEnum):
    """Whether a plot can be had."""

    AVAILABLE = "available"
    RESERVED = "reserved"
    BUILDING = "building"
    TAKEN = "taken"


class Access(Part):
    """How far it is to the nearest motorway junction, freight station and quay."""

    motorway: Length | None = None
    rail: Length | None = None
    port: Length | None = None


class Utilities(Part):
    """What arrives at the plot's edge or in the building."""

    power: Power | None = None
    water: Flow | None = None
    gas: Flow | None = None
    steam: Flow | None = None
    sewage: Flow | None = None


class ListedPrice(Part):
    """Where among the factor costs the price stands: `{costs: land, item: hekou-50}`."""

    costs: CostsRef
    item: Slug


class Plot(Record):
    """`plots/<id>.yaml`: a piece of land, a plant, an office or a warehouse on offer."""

    kind: ClassVar[str] = "plots"

    title: Text
    summary: Text
    plot_kind: PlotKindRef
    park: ParkRef | None = None
    address: Text | None = None
    at: Point | None = None
    use: Text
    """The planned use with its code in 国土空间调查、规划、用途管制用地用海分类指南 (2023)."""
    use_code: str | None = None
    total: Area
    free: Area
    minimum: Area | None = None
    """The smallest lot that can be had."""
    price: Price | None = None
    listed_price: ListedPrice | None = None
    """Instead of `price`, which the reader then fills: a price that stands among the factor costs."""
    rent: Price | None = None
    storeys: Whole | None = None
    height: Length | None = None
    """Clear height."""
    load: Load | None = None
    """Floor load."""
    utilities: Utilities | None = None
    access: Access | None = None
    status: PlotStatus
    available_from: Date | None = None
    sectors: tuple[SectorRef, ...] = ()
    as_of: Date
    contact: ContactRef | None = None
    images: tuple[Image, ...] = ()
    internal: Mapping[str, str] = {}


def priced(plot: Plot, costs: Mapping[str, CostClass]) -> Plot:
    """The plot with its listed price in place, where it has one, the costs know it, and no other is typed."""
    listed = plot.listed_price
    if listed is None or plot.price is not None or listed.costs not in costs:
        return plot
    item = costs[listed.costs].items.get(listed.item)
    return plot if item is None else plot.model_copy(update={"price": item.value})
