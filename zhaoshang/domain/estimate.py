"""What the cost estimator asks: lines that the bureau lays down beside the factor costs they are worked out from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from zhaoshang.domain.record import Part, Slug
from zhaoshang.values import Figure, Text


class Choose(StrEnum):
    """Which of its costs a line is worked out with."""

    ONE = "one"
    """One that the reader chooses: a park, a tariff."""
    EACH = "each"
    """Each with a figure of its own: so many operators, so many engineers."""
    ALL = "all"
    """All together: the rates of social insurance."""


class Paid(StrEnum):
    """How often a line is paid. A price by the month is paid twelve times a year."""

    ONCE = "once"
    YEARLY = "yearly"


class Bounds(Part):
    """The least and the most a share is charged on, by person and month (缴费基数): costs of the same class."""

    least: Slug
    most: Slug


class EstimateLine(Part):
    """A line of the estimate. `items` are costs of its class.

    `example` holds the figures of the worked example by cost; their units are those the reader is asked in. With `on`
    a line asks for nothing: a share is taken of what that line comes to, a price is paid for that line's figure.
    """

    name: Text
    items: tuple[Slug, ...]
    choose: Choose = Choose.ONE
    paid: Paid
    on: Slug | None = None
    bounds: Bounds | None = None
    example: Mapping[Slug, Figure] = {}
    note: Text | None = None
