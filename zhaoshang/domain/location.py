"""Where the place lies and how one gets there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.domain.record import NodeRef, Part, Record, Slug
from zhaoshang.values import Date, Duration, Length, Text, refusing

_DEGREES = re.compile(r"-?\d{1,3}\.\d{2,6}")


def _degrees(limit: int) -> object:
    """Adapter for decimal degrees (WGS 84) between -limit and +limit, with two to six decimals."""

    def parse(text: str) -> Decimal:
        if not _DEGREES.fullmatch(text) or abs(value := Decimal(text)) > limit:
            raise Refusal("Z286", value=text, limit=str(limit))
        return value.copy_abs() if not text.startswith("-") else -value.copy_abs()

    return refusing(parse)


Latitude = Annotated[Decimal, _degrees(90)]
Longitude = Annotated[Decimal, _degrees(180)]


class Point(Part):
    """A point in WGS 84 decimal degrees."""

    latitude: Latitude
    longitude: Longitude


class NodeKind(StrEnum):
    """What a transport node is."""

    CITY = "city"
    PORT = "port"
    AIRPORT = "airport"
    STATION = "station"
    BORDER = "border"


class Transport(StrEnum):
    """How one travels."""

    ROAD = "road"
    RAIL = "rail"
    WATER = "water"
    AIR = "air"


class Link(Part):
    """A way from the place to a node."""

    mode: Transport
    distance: Length
    time: Duration | None = None
    note: Text | None = None


class Node(Part):
    """A city, port, airport, station or border crossing an investor may care about."""

    name: Text
    kind: NodeKind
    at: Point
    links: tuple[Link, ...]


class Stop(Part):
    """A stop on a corridor; distance and time count from the stop before."""

    name: Text | None = None
    node: NodeRef | None = None
    """Names the stop instead of `name`. A stop with neither is the place itself."""
    distance: Length | None = None
    time: Duration | None = None


class Corridor(Part):
    """A route through the place, drawn as a strip."""

    title: Text
    mode: Transport
    note: Text | None = None
    stops: tuple[Stop, ...]


class Location(Record):
    """`location.yaml`. No borders are drawn, so no map approval number is needed."""

    kind: ClassVar[str] = "location"

    at: Point
    summary: Text
    as_of: Date
    source: Text
    nodes: Mapping[Slug, Node]
    corridors: Mapping[Slug, Corridor] = {}
