"""The stops of a day as a strip: where the visitor goes, one place after the other, and when they are on the way."""

from __future__ import annotations

from collections.abc import Iterable

from zhaoshang.domain.guide import Stay
from zhaoshang.domain.library import Library
from zhaoshang.graphics import Mode, Route, Stop
from zhaoshang.graphics.canvas import Heading
from zhaoshang.voice import Voice


def strip_of(stays: Iterable[Stay], library: Library, voice: Voice, *, title: str) -> Route | None:
    """The places of a day in their order; None where the visitor stays at one. Two stays at one place are one stop.

    Between two stops stands from when to when the agenda leaves for the way.
    """
    stops: list[Stop] = []
    left = ""
    for stay in stays:
        name = place_of(stay, library, voice)
        if not stops or stops[-1].name != name:
            stops.append(Stop(name, Mode.CITY, shown=f"{left}–{stay.start}" if stops else ""))
        left = stay.end
    columns = voice.words["drawing"]["route_columns"]
    heads = (columns["name"], columns["kind"], columns["shown"])
    return Route(Heading(title), tuple(stops), (), heads) if len(stops) > 1 else None


def place_of(stay: Stay, library: Library, voice: Voice) -> str:
    """Where a point of the agenda takes place."""
    if stay.plot:
        return voice.plain(library.plots[stay.plot].title)
    if stay.park:
        return voice.plain(library.parks[stay.park].title)
    return voice.plain(stay.place or stay.title)
