"""The distance dial: a place in the middle, what it reaches around it, each node in its true direction.

No borders and no outlines of territories are drawn, so the dial is no map.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.geodesy import Place
from zhaoshang.graphics.mark import mark_shapes
from zhaoshang.graphics.markup import element
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.modes import Mode, key, sign, tone_of
from zhaoshang.graphics.palette import Tone
from zhaoshang.graphics.placing import Box, Want, leader_of, place_labels
from zhaoshang.graphics.scale import Number, exact, plain


class Measure(StrEnum):
    """What the rings count."""

    KILOMETRES = "km"
    MINUTES = "minutes"


_RINGS = {
    Measure.KILOMETRES: (5, 10, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000),
    Measure.MINUTES: (10, 20, 30, 60, 120, 240, 480, 960, 1440, 2880, 5760, 11520),
}


@dataclass(frozen=True, slots=True)
class DialNode:
    """A node around the place. `kilometres` and `minutes` are travelled, not flown; `shown` is what the
    label says of them. Without the figure the rings count, the great-circle distance (or an hour per 80 km
    of it) stands in.
    """

    name: str
    mode: Mode
    at: Place
    shown: str
    kilometres: Number | None = None
    minutes: Number | None = None


@dataclass(frozen=True, slots=True)
class Dial:
    """What the dial shows. `unit` follows the figures on the rings, `north` stands at the top, `modes`
    names the signs. Rings of two hours and more are counted in `hours` when that word is given.

    `columns` head the table: name, kind, distance and time.
    """

    heading: Heading
    place: str
    at: Place
    nodes: tuple[DialNode, ...]
    measure: Measure
    unit: str
    north: str
    modes: tuple[tuple[Mode, str], ...]
    columns: tuple[str, str, str]
    hours: str = ""


@dataclass(frozen=True, slots=True)
class _Spot:
    node: DialNode
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Face:
    """The dial's circle: its centre, its radius, its rings from the inside outwards."""

    x: float
    y: float
    radius: float
    core: float
    rings: tuple[int, ...]

    def reach(self, figure: Fraction) -> float:
        """How far from the centre `figure` lies: equal steps from ring to ring, even inside each step."""
        step = (self.radius - self.core) / len(self.rings)
        inner = 0
        for n, ring in enumerate(self.rings):
            if figure <= ring:
                return self.core + step * (n + float((figure - inner) / (ring - inner)))
            inner = ring
        return self.radius

    def point(self, bearing: float, reach: float) -> tuple[float, float]:
        angle = math.radians(bearing)
        return self.x + math.sin(angle) * reach, self.y - math.cos(angle) * reach


def draw_dial(data: Dial, canvas: Canvas) -> Graphic:
    """The dial as wide as the canvas. Labels that find no room near their node become numbers with a list
    below.
    """
    em = canvas.text
    face = _face(data, canvas)
    spots = _spots(data, face, em)
    scale_shapes, taken = _scale(data, face, spots, canvas)
    texts = tuple(_label(spot.node, canvas) for spot in spots)
    wants = tuple(
        Want(spot.x, spot.y, 0.72 * em, _label_width(lines, canvas), len(lines) * canvas.line)
        for spot, lines in zip(spots, texts, strict=True)
    )
    field = Box(0.15 * em, 0.2 * em, canvas.width - 0.15 * em, face.y + face.radius + 2.6 * em)
    boxes = place_labels(wants, field=field, taken=taken, centre=(face.x, face.y), em=em)
    bottom = max([face.y + face.radius + 0.4 * em, *(box.bottom for box in boxes if box)])
    shapes = [*scale_shapes]
    shapes += [_leader(want, box, canvas) for want, box in zip(wants, boxes, strict=True) if box]
    left_over = [n for n, box in enumerate(boxes) if box is None]
    for n, (spot, lines, box) in enumerate(zip(spots, texts, boxes, strict=True)):
        shapes.append(_sign(spot, left_over.index(n) + 1 if box is None else 0, canvas))
        if box:
            shapes.append(_words(lines, box, spot, canvas))
    listed, height = _list([spots[n].node for n in left_over], bottom + 0.4 * em, canvas)
    shown_modes = {spot.node.mode for spot in spots}
    names = tuple(pair for pair in data.modes if pair[0] in shown_modes)
    keys, key_height = key(canvas, names, 0.2 * em, bottom + height + 0.8 * em, canvas.width - 0.4 * em)
    return canvas.finish(
        "dial", data.heading, bottom + height + key_height + 0.8 * em, [*shapes, listed, keys], _table(data)
    )


def _face(data: Dial, canvas: Canvas) -> _Face:
    em = canvas.text
    radius = min(canvas.width / 2 - 1.6 * em, 17.5 * em)
    figures = [_figure(data, node) for node in data.nodes]
    return _Face(canvas.width / 2, radius + 3.2 * em, radius, 2.4 * em, _rings(data.measure, figures))


def _rings(measure: Measure, figures: list[Fraction]) -> tuple[int, ...]:
    every = _RINGS[measure]
    far = next(
        (n for n, ring in enumerate(every) if ring >= max(figures, default=Fraction(1))), len(every) - 1
    )
    near = next((n for n, ring in enumerate(every) if ring > min(figures, default=Fraction(1))), far)
    chosen = every[min(near, max(far - 1, 0)) : far + 1]
    while len(chosen) > 5:
        chosen = chosen[-1::-2][::-1]
    return chosen


def _figure(data: Dial, node: DialNode) -> Fraction:
    given = node.kilometres if data.measure is Measure.KILOMETRES else node.minutes
    if given is not None:
        return max(exact(given), Fraction(0))
    flown = round(data.at.kilometres_to(node.at))
    return Fraction(flown) if data.measure is Measure.KILOMETRES else Fraction(flown * 60, 80)


def _spots(data: Dial, face: _Face, em: float) -> tuple[_Spot, ...]:
    spots: list[_Spot] = []
    for node in data.nodes:
        reach = face.reach(_figure(data, node))
        bearing = data.at.bearing_to(node.at)
        spots.append(_Spot(node, *_apart(face, bearing, reach, spots, 1.5 * em)))
    return tuple(spots)


def _apart(face: _Face, bearing: float, reach: float, spots: list[_Spot], gap: float) -> tuple[float, float]:
    """The point nearest to the true one, along its ring first, where the sign covers no other."""
    turn = math.degrees(gap / max(reach, gap)) / 3
    for away in range(400):
        lane, step = divmod(away, 20)
        side = (step + 1) // 2 * (1 if step % 2 else -1)
        inward = reach - lane * gap / 2 if reach - lane * gap / 2 > face.core else reach
        point = face.point(bearing + side * turn, inward)
        if all(math.hypot(point[0] - spot.x, point[1] - spot.y) >= gap for spot in spots):
            return point
    return face.point(bearing, reach)


def _scale(data: Dial, face: _Face, spots: tuple[_Spot, ...], canvas: Canvas) -> tuple[list[str], list[Box]]:
    em = canvas.text
    shapes = []
    for n, ring in reversed(tuple(enumerate(face.rings))):
        tint = Tone.TINT if n % 2 == len(face.rings) % 2 else Tone.SURFACE
        shapes.append(
            element(
                "circle",
                cx=face.x,
                cy=face.y,
                r=face.reach(Fraction(ring)),
                **canvas.paint(fill=tint, stroke=Tone.RULE),
            )
        )
    spoke = _empty_spoke(face, spots)
    taken = []
    for ring in face.rings:
        text = _ring_text(ring, data)
        x, y = face.point(spoke, face.reach(Fraction(ring)))
        half = canvas.measure(text, size=canvas.small) / 2 + 0.3 * em
        x = min(max(x, half), canvas.width - half)
        box = Box(x - half, y - 0.7 * em, x + half, y + 0.7 * em)
        taken.append(box)
        shapes.append(
            element(
                "rect",
                x=box.left,
                y=box.top,
                width=2 * half,
                height=1.4 * em,
                rx=0.7 * em,
                **canvas.paint(fill=Tone.SURFACE, stroke=Tone.RULE),
            )
        )
        shapes.append(
            canvas.words(
                x, y + canvas.small * 0.36, text, size=canvas.small, tone=Tone.MUTED, anchor="middle"
            )
        )
    shapes += [_north(data, face, canvas), _centre(face, canvas)]
    lines = wrap(data.place, em, 7 * em, bold=True)
    half = widest(lines, em, bold=True) / 2
    top = face.y + 1.9 * em
    for n, line in enumerate(lines):
        shapes.append(canvas.words(face.x, top + em + n * canvas.line, line, anchor="middle", bold=True))
    taken.append(Box(face.x - half, top, face.x + half, top + len(lines) * canvas.line))
    taken.append(Box(face.x - 1.8 * em, face.y - 1.8 * em, face.x + 1.8 * em, face.y + 1.8 * em))
    taken.append(_north_box(data, face, canvas))
    return shapes, taken


def _ring_text(ring: int, data: Dial) -> str:
    if data.measure is Measure.MINUTES and data.hours and ring >= 120:
        return f"{plain(Fraction(ring, 60))} {data.hours}"
    return f"{plain(Fraction(ring))} {data.unit}"


def _empty_spoke(face: _Face, spots: tuple[_Spot, ...]) -> float:
    """The bearing that keeps farthest from all nodes, for the figures on the rings."""
    bearings = [math.degrees(math.atan2(spot.x - face.x, face.y - spot.y)) % 360 for spot in spots]

    def room(candidate: int) -> float:
        return min((abs((candidate - b + 180) % 360 - 180) for b in bearings), default=180.0)

    return float(
        max((b for b in range(30, 340, 5) if not 160 < b < 200), key=lambda b: (round(room(b), 3), -b))
    )


def _north_box(data: Dial, face: _Face, canvas: Canvas) -> Box:
    half = max(canvas.measure(data.north, size=canvas.small, bold=True) / 2, 0.5 * canvas.text)
    top = face.y - face.radius
    return Box(face.x - half, top - 2.4 * canvas.text, face.x + half, top + 0.2 * canvas.text)


def _north(data: Dial, face: _Face, canvas: Canvas) -> str:
    em, top = canvas.text, face.y - face.radius
    arrow = f"M{face.x:.2f} {top - em:.2f}l{0.42 * em:.2f} {em:.2f}h{-0.84 * em:.2f}Z"
    return element("path", d=arrow, **canvas.paint(fill=Tone.MUTED)) + canvas.words(
        face.x, top - 1.25 * em, data.north, size=canvas.small, tone=Tone.MUTED, anchor="middle", bold=True
    )


def _centre(face: _Face, canvas: Canvas) -> str:
    size = 3.2 * canvas.text
    return mark_shapes(canvas, face.x - size / 2, face.y - size / 2, size)


def _label(node: DialNode, canvas: Canvas) -> tuple[tuple[str, bool], ...]:
    """The lines of a label, each with whether it is the name."""
    em = canvas.text
    names = wrap(node.name, em, 11 * em, bold=True)
    facts = wrap(node.shown, canvas.small, 11 * em)
    return (*((line, True) for line in names), *((line, False) for line in facts))


def _label_width(lines: tuple[tuple[str, bool], ...], canvas: Canvas) -> float:
    return max(
        (canvas.measure(text, size=None if name else canvas.small, bold=name) for text, name in lines),
        default=0,
    )


def _leader(want: Want, box: Box, canvas: Canvas) -> str:
    line = leader_of(want, box)
    if line is None:
        return ""
    (x1, y1), (x2, y2) = line
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **canvas.paint(stroke=Tone.MUTED))


def _sign(spot: _Spot, listed: int, canvas: Canvas) -> str:
    em, tone = canvas.text, tone_of(spot.node.mode)
    if not listed:
        return sign(canvas, spot.node.mode, spot.x, spot.y, 1.36 * em, tone=tone)
    return element("circle", cx=spot.x, cy=spot.y, r=0.72 * em, **canvas.paint(fill=tone)) + canvas.words(
        spot.x,
        spot.y + canvas.small * 0.36,
        str(listed),
        size=canvas.small,
        tone=Tone.ON_ACCENT,
        anchor="middle",
        bold=True,
    )


def _words(lines: tuple[tuple[str, bool], ...], box: Box, spot: _Spot, canvas: Canvas) -> str:
    middle = (box.left + box.right) / 2
    edge = 0.3 * canvas.text
    anchor, x = ("middle", middle)
    if box.left >= spot.x - edge:
        anchor, x = "start", box.left
    elif box.right <= spot.x + edge:
        anchor, x = "end", box.right
    return "".join(
        canvas.words(
            x,
            box.top + canvas.line * (n + 0.76),
            text,
            size=None if name else canvas.small,
            tone=Tone.INK if name else Tone.MUTED,
            anchor=anchor,
            bold=name,
        )
        for n, (text, name) in enumerate(lines)
    )


def _list(nodes: list[DialNode], top: float, canvas: Canvas) -> tuple[str, float]:
    """The numbered nodes, one under the other, with the height they take."""
    em = canvas.text
    shapes: list[str] = []
    y = top
    for n, node in enumerate(nodes, start=1):
        tone = tone_of(node.mode)
        shapes.append(element("circle", cx=0.9 * em, cy=y + 0.7 * em, r=0.72 * em, **canvas.paint(fill=tone)))
        shapes.append(
            canvas.words(
                0.9 * em,
                y + 0.7 * em + canvas.small * 0.36,
                str(n),
                size=canvas.small,
                tone=Tone.ON_ACCENT,
                anchor="middle",
                bold=True,
            )
        )
        for line in wrap(
            f"{node.name} · {node.shown}" if node.shown else node.name, em, canvas.width - 2.2 * em
        ):
            shapes.append(canvas.words(2.1 * em, y + 0.7 * em + em * 0.36, line))
            y += canvas.line
        y += 0.3 * em
    return "".join(shapes), y - top


def _table(data: Dial) -> Table:
    names = dict(data.modes)
    return Table(
        data.columns,
        tuple((node.name, names.get(node.mode, node.mode.value), node.shown) for node in data.nodes),
    )
