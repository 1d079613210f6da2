"""Factor costs (要素成本): what it costs to make things here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from zhaoshang.domain.estimate import EstimateLine
from zhaoshang.domain.record import ParkRef, Part, Record, Slug, Url
from zhaoshang.values import Date, Figure, Text, Whole


class Tax(StrEnum):
    """Whether a price includes value-added tax."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    NOT_APPLICABLE = "not-applicable"


class Elsewhere(Part):
    """The same cost in another place, for comparison."""

    place: Text
    value: Figure
    as_of: Date
    source: Text


class Cost(Part):
    """One factor cost: a value or a range with its unit, its basis and its day."""

    name: Text
    value: Figure
    tax: Tax
    basis: Text
    """The document or survey the figure rests on."""
    basis_url: Url | None = None
    as_of: Date
    park: ParkRef | None = None
    note: Text | None = None
    elsewhere: tuple[Elsewhere, ...] = ()


class CostClass(Record):
    """`costs/<id>.yaml`: land, rents, electricity, water, gas, steam, wages, insurance, logistics, fees."""

    kind: ClassVar[str] = "costs"

    title: Text
    summary: Text
    order: Whole
    items: Mapping[Slug, Cost]
    estimate: Mapping[Slug, EstimateLine] = {}
    """What the cost estimator asks of these costs."""
