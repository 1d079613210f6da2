"""Route strips: what lies along a corridor, one stop after the other, with the way between them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.modes import Mode, key, sign
from zhaoshang.graphics.palette import Tone
from zhaoshang.graphics.scale import Number, exact


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop. `kilometres` and `shown` ("62 km · 48 min") tell of the way from the stop before; the first
    has none.
    """

    name: str
    mode: Mode
    kilometres: Number = 0
    shown: str = ""
    here: bool = False

    def __post_init__(self) -> None:
        if self.kilometres < 0:
            raise ValueError(f"{self.name}: a way of less than nothing")


@dataclass(frozen=True, slots=True)
class Route:
    """A corridor with two stops or more. `columns` head the table: stop, kind, from the stop before."""

    heading: Heading
    stops: tuple[Stop, ...]
    modes: tuple[tuple[Mode, str], ...]
    columns: tuple[str, str, str]

    def __post_init__(self) -> None:
        if len(self.stops) < 2:
            raise ValueError("a route has two stops or more")


_NAME_WIDTHS = (11.0, 9.0, 7.5)  # em: names are wrapped no more than it takes to stand side by side


@dataclass(frozen=True, slots=True)
class _Leg:
    """The words of the way before a stop and the room they need."""

    lines: tuple[str, ...]
    room: float


def draw_route(data: Route, canvas: Canvas) -> Graphic:
    """The strip from left to right where its words have room, otherwise from top to bottom."""
    fits = ((places, most) for most in _NAME_WIDTHS if (places := _across(data, canvas, most * canvas.text)))
    places, most = next(fits, ([], 0.0))
    shapes, bottom = _level(data, canvas, places, most * canvas.text) if places else _upright(data, canvas)
    used = {stop.mode for stop in data.stops}
    names = tuple(pair for pair in data.modes if pair[0] in used)
    keys, height = key(canvas, names, 0.2 * canvas.text, bottom + 0.8 * canvas.text, canvas.width)
    names_of = dict(data.modes)
    table = Table(
        data.columns,
        tuple((stop.name, names_of.get(stop.mode, stop.mode.value), stop.shown) for stop in data.stops),
    )
    return canvas.finish("route", data.heading, bottom + 0.8 * canvas.text + height, [*shapes, keys], table)


def _name(stop: Stop, canvas: Canvas, most: float) -> tuple[str, ...]:
    return wrap(stop.name, canvas.text, most, bold=stop.here)


def _leg(stop: Stop, canvas: Canvas) -> _Leg:
    """Kilometres over minutes when both are said, so that the way can be short."""
    parts = [part.strip() for part in stop.shown.split("·")]
    lines = tuple(parts) if len(parts) == 2 else wrap(stop.shown, canvas.small, 8 * canvas.text)
    return _Leg(lines, widest(lines, canvas.small) + 2.6 * canvas.text)


def _across(data: Route, canvas: Canvas, most: float) -> list[float]:
    """The places of the stops along the sheet, names at most `most` wide, or none when they do not fit.

    Each way gets the room its words need; what is left is shared out by the square roots of the distances.
    """
    em = canvas.text
    halves = [max(widest(_name(stop, canvas, most), em, bold=stop.here), 1.5 * em) / 2 for stop in data.stops]
    needs = [
        max(a + b + 0.8 * em, _leg(stop, canvas).room)
        for a, b, stop in zip(halves, halves[1:], data.stops[1:], strict=False)
    ]
    spare = canvas.width - halves[0] - halves[-1] - sum(needs) - 0.4 * em
    if spare < 0:
        return []
    roots = _roots([exact(stop.kilometres) for stop in data.stops[1:]])
    places = [halves[0] + 0.2 * em]
    for need, root in zip(needs, roots, strict=True):
        places.append(places[-1] + need + spare * root)
    return places


def _roots(lengths: list[Fraction]) -> list[float]:
    """The square roots of the lengths as shares of their sum."""
    longest = max(lengths)
    roots = [float(length / longest) ** 0.5 if longest else 1.0 for length in lengths]
    return [root / sum(roots) for root in roots]


def _line(canvas: Canvas, x1: float, y1: float, x2: float, y2: float) -> str:
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, **canvas.paint(stroke=Tone.TINT_DEEP, width=0.32 * canvas.text)
    )


def _stop(canvas: Canvas, stop: Stop, x: float, y: float) -> str:
    """The sign of a stop; the place itself stands in a ring."""
    em = canvas.text
    ring = element(
        "circle",
        cx=x,
        cy=y,
        r=1.05 * em,
        **canvas.paint(fill=Tone.SURFACE, stroke=Tone.SIGNAL, width=0.14 * em),
    )
    return (ring if stop.here else "") + sign(canvas, stop.mode, x, y, 1.5 * em)


def _level(data: Route, canvas: Canvas, places: list[float], most: float) -> tuple[list[str], float]:
    em = canvas.text
    legs = [_leg(stop, canvas) for stop in data.stops[1:]]
    rise = max(len(leg.lines) for leg in legs)
    y = max((rise - 1) * canvas.line, 0) + canvas.small + 1.1 * em
    shapes = [_line(canvas, places[0], y, places[-1], y)]
    for leg, left, right in zip(legs, places, places[1:], strict=False):
        first = y - 0.6 * em - (len(leg.lines) - 1) * canvas.line
        shapes += [
            canvas.words(
                (left + right) / 2,
                first + n * canvas.line,
                line,
                size=canvas.small,
                tone=Tone.MUTED,
                anchor="middle",
            )
            for n, line in enumerate(leg.lines)
        ]
    depth = 0
    for stop, x in zip(data.stops, places, strict=True):
        lines = _name(stop, canvas, most)
        depth = max(depth, len(lines))
        shapes.append(_stop(canvas, stop, x, y))
        shapes += [
            canvas.words(x, y + 1.25 * em + canvas.line * (n + 0.76), line, anchor="middle", bold=stop.here)
            for n, line in enumerate(lines)
        ]
    return shapes, y + 1.25 * em + depth * canvas.line


def _upright(data: Route, canvas: Canvas) -> tuple[list[str], float]:
    em, x = canvas.text, 1.3 * canvas.text
    left, room = 2.9 * em, canvas.width - 3.1 * em
    words, signs = list[str](), list[str]()
    y = 0.3 * em
    first = last = 0.0
    for n, stop in enumerate(data.stops):
        if n:
            lines = wrap(stop.shown, canvas.small, room)
            words += [
                canvas.words(left, y + canvas.line * (k + 0.76), line, size=canvas.small, tone=Tone.MUTED)
                for k, line in enumerate(lines)
            ]
            y += len(lines) * canvas.line + 0.5 * em
        lines = _name(stop, canvas, room)
        height = max(len(lines) * canvas.line, 2.2 * em)
        last = y + height / 2
        first = first or last
        signs.append(_stop(canvas, stop, x, last))
        top = last - len(lines) * canvas.line / 2
        words += [
            canvas.words(left, top + canvas.line * (k + 0.76), line, bold=stop.here)
            for k, line in enumerate(lines)
        ]
        y += height + 0.3 * em
    return [_line(canvas, x, first, x, last), *signs, *words], y
