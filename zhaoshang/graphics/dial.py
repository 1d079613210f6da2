"""The distance dial: a place in the middle, what it reaches around it, each node in its true direction.

No borders and no outlines of territories are drawn, so the dial is no map.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.dial_face import Face, FaceWords, Point, choose_rings, draw_face, name_box
from zhaoshang.graphics.geodesy import Place
from zhaoshang.graphics.markup import element
from zhaoshang.graphics.measure import wrap
from zhaoshang.graphics.modes import Mode, key, numbered_sign, sign
from zhaoshang.graphics.palette import Tone
from zhaoshang.graphics.placing import Box, Want, leader_of, place_labels
from zhaoshang.graphics.scale import Number, exact, plain


class Measure(StrEnum):
    """What the rings count."""

    KILOMETRES = "km"
    MINUTES = "minutes"


_RINGS = {
    Measure.KILOMETRES: (5, 10, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000),
    Measure.MINUTES: (10, 20, 30, 60, 120, 240, 480, 960, 1440, 2880, 5760, 10080),
}


@dataclass(frozen=True, slots=True)
class DialNode:
    """A node around the place. `kilometres` and `minutes` are travelled, not flown; `shown` is what the
    label says of them.
    """

    name: str
    mode: Mode
    at: Place
    shown: str
    kilometres: Number | None = None
    minutes: Number | None = None

    def counted(self, measure: Measure) -> Number | None:
        """The figure that rings of `measure` count."""
        return self.kilometres if measure is Measure.KILOMETRES else self.minutes


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


def draw_dial(data: Dial, canvas: Canvas) -> Graphic:
    """The dial as wide as the canvas, with a list below it.

    The list holds, by their numbers, the nodes whose labels find no room beside them, and by their signs
    the nodes that lack the figure the rings count: those have no place on the dial. Numbers rise with the
    distance.
    """
    em = canvas.text
    figures = [(node, figure) for node in data.nodes if (figure := _figure(data, node)) is not None]
    figures.sort(key=lambda pair: pair[1])
    face = Face.on(
        canvas, choose_rings(_RINGS[data.measure], [figure for _, figure in figures], _most_rings(canvas))
    )
    spots = _spots(data, figures, face, canvas)
    words = FaceWords(tuple(_ring_text(ring, data) for ring in face.rings), data.place, data.north)
    shapes, taken = draw_face(canvas, face, words, [(spot.x, spot.y) for spot in spots])
    labels, numbered, bottom = _labels(spots, face, taken, canvas)
    rest = [*enumerate((spot.node for spot in numbered), start=1)]
    rest += [(0, node) for node in data.nodes if node.counted(data.measure) is None]
    listed, height = _list(rest, bottom + 0.4 * em, canvas)
    used = {node.mode for node in data.nodes}
    names = tuple(pair for pair in data.modes if pair[0] in used)
    keys, key_height = key(canvas, names, 0.2 * em, bottom + height + 0.8 * em, canvas.width - 0.4 * em)
    foot = bottom + height + key_height + 0.8 * em
    return canvas.finish("dial", data.heading, foot, [*shapes, *labels, listed, keys], _table(data))


def _most_rings(canvas: Canvas) -> int:
    return 5 if canvas.width >= 34 * canvas.text else 4


def _figure(data: Dial, node: DialNode) -> Fraction | None:
    figure = node.counted(data.measure)
    return None if figure is None else max(exact(figure), Fraction(0))


def _spots(
    data: Dial, figures: list[tuple[DialNode, Fraction]], face: Face, canvas: Canvas
) -> tuple[_Spot, ...]:
    points: list[Point] = []
    name = name_box(canvas, face, data.place)
    for node, figure in figures:
        bearing = data.at.bearing_to(node.at)
        points.append(face.apart(bearing, face.reach(figure), points, 1.5 * canvas.text, name))
    return tuple(_Spot(node, *point) for (node, _), point in zip(figures, points, strict=True))


def _labels(
    spots: tuple[_Spot, ...], face: Face, taken: list[Box], canvas: Canvas
) -> tuple[list[str], list[_Spot], float]:
    """Signs, labels and leaders; the spots that are numbered instead, nearest first; how far down it all
    reaches.

    Where more than a third would be numbered, all are: half a list is harder to read than a whole one.
    """
    em = canvas.text
    texts = tuple(_label(spot.node, canvas) for spot in spots)
    wants = tuple(
        Want(spot.x, spot.y, 0.72 * em, _label_width(lines, canvas), len(lines) * canvas.line)
        for spot, lines in zip(spots, texts, strict=True)
    )
    field = Box(0.15 * em, 0.2 * em, canvas.width - 0.15 * em, face.y + face.radius + 2.6 * em)
    boxes = place_labels(wants, field=field, taken=taken, centre=(face.x, face.y), em=em)
    if 3 * boxes.count(None) > len(boxes):
        boxes = (None,) * len(boxes)
    shapes = [_leader(want, box, canvas) for want, box in zip(wants, boxes, strict=True) if box]
    numbered: list[_Spot] = []
    for spot, lines, box in zip(spots, texts, boxes, strict=True):
        if box:
            shapes += [_sign(spot.node, 0, spot.x, spot.y, canvas), _words(lines, box, spot, canvas)]
        else:
            numbered.append(spot)
            shapes.append(_sign(spot.node, len(numbered), spot.x, spot.y, canvas))
    return shapes, numbered, max([face.y + face.radius + 0.4 * em, *(box.bottom for box in boxes if box)])


def _ring_text(ring: int, data: Dial) -> str:
    if data.measure is Measure.MINUTES and data.hours and ring >= 120:
        return f"{plain(Fraction(ring, 60))} {data.hours}"
    return f"{plain(Fraction(ring))} {data.unit}"


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


def _sign(node: DialNode, count: int, x: float, y: float, canvas: Canvas) -> str:
    """The sign of a node, or its number in the list from 1."""
    size = 1.36 * canvas.text
    if count:
        return numbered_sign(canvas, node.mode, count, x, y, size)
    return sign(canvas, node.mode, x, y, size)


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


def _list(rest: list[tuple[int, DialNode]], top: float, canvas: Canvas) -> tuple[str, float]:
    """Nodes one under the other behind their number and sign, and the height they take."""
    em, y = canvas.text, top
    left = (3.7 if any(count for count, _ in rest) else 2.1) * em
    shapes: list[str] = []
    for count, node in rest:
        middle = y + 0.7 * em
        if count:
            shapes.append(_sign(node, count, 0.9 * em, middle, canvas))
        shapes.append(_sign(node, 0, left - 1.2 * em, middle, canvas))
        text = f"{node.name} · {node.shown}" if node.shown else node.name
        for line in wrap(text, em, canvas.width - left - 0.1 * em):
            shapes.append(canvas.words(left, y + 0.7 * em + em * 0.36, line))
            y += canvas.line
        y += 0.3 * em
    return "".join(shapes), y - top


def _table(data: Dial) -> Table:
    names = dict(data.modes)
    return Table(
        data.columns,
        tuple((node.name, names.get(node.mode, node.mode.value), node.shown) for node in data.nodes),
    )
