"""Where the place lies: the distance dial and the route strips."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from zhaoshang.domain.location import Corridor, Link, Location, Node, NodeKind, Point, Stop, Transport
from zhaoshang.graphics import route
from zhaoshang.graphics.canvas import Canvas, Graphic, Heading
from zhaoshang.graphics.dial import Dial, DialNode, Measure, draw_dial
from zhaoshang.graphics.geodesy import Place
from zhaoshang.graphics.modes import Mode
from zhaoshang.values import Quantity
from zhaoshang.voice import Voice

KINDS: Mapping[NodeKind, Mode] = MappingProxyType({kind: Mode(kind.value) for kind in NodeKind})


def draw_location(location: Location, voice: Voice, canvas: Canvas, *, measure: Measure) -> Graphic:
    """The dial of all nodes around the place, by distance or by time."""
    words = voice.words
    place = voice.plain(voice.library.site.name)
    columns = words["drawing"]["dial_columns"]
    return draw_dial(
        Dial(
            heading=Heading(words.at("drawing.dial_title").format(place=place)),
            place=place,
            at=_place(location.at),
            nodes=tuple(_node(node, voice) for node in location.nodes.values()),
            measure=measure,
            unit=words.at("drawing.kilometres" if measure is Measure.KILOMETRES else "drawing.minutes"),
            north=words.at("drawing.north"),
            modes=_modes(voice),
            columns=(columns["name"], columns["kind"], columns["shown"]),
            hours=words.at("drawing.hours"),
        ),
        canvas,
    )


def draw_corridor(corridor: Corridor, location: Location, voice: Voice, canvas: Canvas) -> Graphic:
    """A route through the place as a strip."""
    columns = voice.words["drawing"]["route_columns"]
    return route.draw_route(
        route.Route(
            heading=Heading(voice.plain(corridor.title)),
            stops=tuple(_stop(stop, corridor.mode, location, voice) for stop in corridor.stops),
            modes=_modes(voice),
            columns=(columns["name"], columns["kind"], columns["shown"]),
        ),
        canvas,
    )


def nearest_link(node: Node) -> Link:
    """The way by which a node is reached soonest; without times the first that is named."""
    timed = [link for link in node.links if link.time is not None]
    return min(timed, key=lambda link: _base(link.time)) if timed else node.links[0]


def _node(node: Node, voice: Voice) -> DialNode:
    link = nearest_link(node)
    return DialNode(
        name=voice.plain(node.name),
        mode=KINDS[node.kind],
        at=_place(node.at),
        shown=_way(link.distance, link.time, voice),
        kilometres=_base(link.distance) / 1000,
        minutes=_base(link.time) if link.time is not None else None,
    )


def _stop(stop: Stop, transport: Transport, location: Location, voice: Voice) -> route.Stop:
    node = location.nodes.get(stop.node or "")
    here = node is None and stop.name is None
    name = node.name if node else stop.name or voice.library.site.name
    return route.Stop(
        name=voice.plain(name),
        mode=KINDS[node.kind] if node else _SIGNS[transport],
        kilometres=_base(stop.distance) / 1000 if stop.distance is not None else 0,
        shown=_way(stop.distance, stop.time, voice),
        here=here,
    )


_SIGNS: Mapping[Transport, Mode] = MappingProxyType(
    {
        Transport.ROAD: Mode.CITY,
        Transport.RAIL: Mode.STATION,
        Transport.WATER: Mode.PORT,
        Transport.AIR: Mode.AIRPORT,
    }
)
"""What a stop is where the corridor only names it."""


def _way(distance: Quantity | None, time: Quantity | None, voice: Voice) -> str:
    parts = (voice.show(distance) if distance else "", voice.travel_time(time) if time else "")
    return " · ".join(part for part in parts if part)


def _modes(voice: Voice) -> tuple[tuple[Mode, str], ...]:
    return tuple((KINDS[kind], voice.words.at(f"node.{kind}")) for kind in NodeKind)


def _place(point: Point) -> Place:
    return Place(point.latitude, point.longitude)


def _base(quantity: Quantity | None) -> Fraction:
    """The figure in its base unit (metres, minutes); of a range the lower end."""
    assert quantity is not None
    bound = quantity.base_low if quantity.base_low is not None else quantity.base_high
    assert bound is not None
    return bound
