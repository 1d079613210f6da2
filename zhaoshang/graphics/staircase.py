"""Tiers as a staircase: what each band of a quantity earns, and which end of the band belongs to it.

A filled dot belongs to the band, a hollow one does not; an arrow runs on without end.
"""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element, path_of
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.palette import Tone
from zhaoshang.graphics.scale import Number, Scale


@dataclass(frozen=True, slots=True)
class Edge:
    """An end of a band: the figure, the figure in words, and whether the figure itself belongs to
    the band.
    """

    value: Number
    shown: str
    included: bool


@dataclass(frozen=True, slots=True)
class Tread:
    """A band from `lower` to `upper` (`None` is open) and what it earns. `label` says the band in words; a
    band without `reward` is decided case by case, and `shown` says so.
    """

    label: str
    shown: str
    reward: Number | None
    lower: Edge | None = None
    upper: Edge | None = None


@dataclass(frozen=True, slots=True)
class Staircase:
    """Bands in ascending order. `quantity` names what the bands count; `columns` head the table: band,
    reward.
    """

    heading: Heading
    treads: tuple[Tread, ...]
    quantity: str
    columns: tuple[str, str]

    def __post_init__(self) -> None:
        if not self.treads:
            raise ValueError("a staircase needs a band")


def draw_staircase(data: Staircase, canvas: Canvas) -> Graphic:
    """Steps upwards to the right where the labels have room, otherwise steps downwards, a row to a band.

    Bands are equally long: the figures at their ends, not the lengths, tell how far each reaches.
    """
    step = _step_width(data, canvas)
    if step * len(data.treads) <= canvas.width - _margin(data, canvas) * 2:
        return _upright(data, canvas)
    return _lying(data, canvas)


def _margin(data: Staircase, canvas: Canvas) -> float:
    """Half the widest figure at an outer edge, so that it stays on the sheet."""
    shown = [edge.shown for tread in data.treads for edge in (tread.lower, tread.upper) if edge]
    return max((canvas.measure(text, size=canvas.small) for text in shown), default=0) / 2 + 0.2 * canvas.text


def _step_width(data: Staircase, canvas: Canvas) -> float:
    rewards = max(canvas.measure(tread.shown, bold=True) for tread in data.treads)
    edges = 2 * _margin(data, canvas) + 1.2 * canvas.text
    return max(min(rewards, 9 * canvas.text) + 1.2 * canvas.text, edges, 5 * canvas.text)


def _scale(data: Staircase) -> Scale:
    return Scale.over(tread.reward for tread in data.treads if tread.reward is not None)


def _table(data: Staircase) -> Table:
    return Table(data.columns, tuple((tread.label, tread.shown) for tread in data.treads))


def _dot(canvas: Canvas, x: float, y: float, *, included: bool) -> str:
    fill = Tone.ACCENT if included else Tone.SURFACE
    return element(
        "circle",
        cx=x,
        cy=y,
        r=0.3 * canvas.text,
        **canvas.paint(fill=fill, stroke=Tone.ACCENT, width=0.13 * canvas.text),
    )


def _upright(data: Staircase, canvas: Canvas) -> Graphic:
    em, margin = canvas.text, _margin(data, canvas)
    step = min((canvas.width - 2 * margin) / len(data.treads), 16 * em)
    scale = _scale(data)
    words = [wrap(tread.shown, em, step - 1.0 * em, bold=True) for tread in data.treads]
    head = max(len(lines) for lines in words) * canvas.line + 0.7 * em
    rise = 8 * em
    floor = head + rise + 1.2 * em
    grounds, shapes = list[str](), list[str]()
    for n, (tread, lines) in enumerate(zip(data.treads, words, strict=True)):
        left, right = margin + n * step, margin + (n + 1) * step
        known = tread.reward is not None
        y = floor - 0.8 * em - (rise * scale.at(tread.reward) if tread.reward is not None else 0)
        if known:
            grounds.append(
                element(
                    "rect", x=left, y=y, width=step, height=floor - y, **canvas.paint(fill=Tone.TINT_DEEP)
                )
            )
        shapes += _tread(canvas, tread, left, right, y, known=known)
        first = y - 0.75 * em - (len(lines) - 1) * canvas.line
        tone = Tone.INK if known else Tone.MUTED
        shapes += [
            canvas.words(
                (left + right) / 2, first + k * canvas.line, line, tone=tone, anchor="middle", bold=True
            )
            for k, line in enumerate(lines)
        ]
    far = margin + len(data.treads) * step
    shapes.append(element("line", x1=margin, y1=floor, x2=far, y2=floor, **canvas.paint(stroke=Tone.MUTED)))
    feet, y = _feet(data, canvas, margin, step, floor)
    shapes += feet
    for line in wrap(data.quantity, canvas.small, canvas.width):
        y += canvas.line
        shapes.append(canvas.words(margin, y, line, size=canvas.small, tone=Tone.MUTED))
    return canvas.finish("staircase", data.heading, y + 0.5 * em, grounds + shapes, _table(data))


def _tread(canvas: Canvas, tread: Tread, left: float, right: float, y: float, *, known: bool) -> list[str]:
    em = canvas.text
    end = right if tread.upper else right - 0.5 * em
    dash = None if known else f"{0.4 * em:.2f} {0.3 * em:.2f}"
    paint = canvas.paint(stroke=Tone.ACCENT, width=0.17 * em)
    shapes = [element("line", x1=left, y1=y, x2=end, y2=y, stroke_dasharray=dash, **paint)]
    if tread.upper is None:
        tip = [(right - 0.6 * em, y - 0.38 * em), (right, y), (right - 0.6 * em, y + 0.38 * em)]
        shapes.append(element("path", d=path_of(tip, closed=True), **canvas.paint(fill=Tone.ACCENT)))
    shapes += [
        _dot(canvas, x, y, included=edge.included)
        for edge, x in ((tread.lower, left), (tread.upper, right))
        if edge
    ]
    return shapes


def _feet(
    data: Staircase, canvas: Canvas, margin: float, step: float, floor: float
) -> tuple[list[str], float]:
    """The figures at the edges; where one band ends and the next begins elsewhere, both figures stand."""
    shapes = []
    y = deepest = floor + 0.4 * canvas.text + canvas.small
    for n, texts in enumerate(_edge_lines(data, canvas, canvas.width)):
        for k, text in enumerate(texts):
            line = y + k * canvas.line
            deepest = max(deepest, line)
            shapes.append(
                canvas.words(
                    margin + n * step, line, text, size=canvas.small, tone=Tone.MUTED, anchor="middle"
                )
            )
    return shapes, deepest


def _lying(data: Staircase, canvas: Canvas) -> Graphic:
    em, scale = canvas.text, _scale(data)
    edges = _edge_lines(data, canvas, canvas.width * 0.3)
    column = max(widest(lines, canvas.small) for lines in edges)
    left = column + 1.0 * em
    room = canvas.width - left - 0.4 * em
    grounds, shapes, y = list[str](), list[str](), 0.0
    for line in wrap(data.quantity, canvas.small, canvas.width):
        y += canvas.line
        shapes.append(canvas.words(0, y, line, size=canvas.small, tone=Tone.MUTED))
    y += 0.9 * em + max(len(edges[0]), 1) * canvas.line / 2
    for tread, above, below in zip(data.treads, edges, edges[1:], strict=False):
        lines = wrap(tread.shown, em, room - 1.2 * em, bold=True)
        between = (len(above) + len(below)) / 2 * canvas.line + 0.4 * em
        height = max(len(lines) * canvas.line + 1.6 * em, 3.2 * em, between)
        if tread.reward is not None:
            reach = 0.8 * em + (room - 0.8 * em) * scale.at(tread.reward)
            grounds.append(
                element("rect", x=left, y=y, width=reach, height=height, **canvas.paint(fill=Tone.TINT_DEEP))
            )
        shapes += _edge_words(canvas, above, column, y)
        shapes += _lying_tread(canvas, tread, lines, left, y, y + height)
        y += height
    shapes += _edge_words(canvas, edges[-1], column, y)
    foot = y + max(len(edges[-1]) * canvas.line / 2, 0.4 * em) + 0.4 * em
    return canvas.finish("staircase", data.heading, foot, grounds + shapes, _table(data))


def _edge_lines(data: Staircase, canvas: Canvas, most: float) -> list[tuple[str, ...]]:
    """For each boundary, the first and the last included, the figures that stand there, wrapped."""
    boundaries = []
    for n in range(len(data.treads) + 1):
        before = data.treads[n - 1].upper if n else None
        after = data.treads[n].lower if n < len(data.treads) else None
        texts = dict.fromkeys(edge.shown for edge in (before, after) if edge)
        boundaries.append(tuple(line for text in texts for line in wrap(text, canvas.small, most)))
    return boundaries


def _edge_words(canvas: Canvas, texts: tuple[str, ...], column: float, y: float) -> list[str]:
    first = y + canvas.small * 0.36 - (len(texts) - 1) * canvas.line / 2
    return [
        canvas.words(column, first + n * canvas.line, text, size=canvas.small, tone=Tone.MUTED, anchor="end")
        for n, text in enumerate(texts)
    ]


def _lying_tread(
    canvas: Canvas, tread: Tread, lines: tuple[str, ...], left: float, top: float, bottom: float
) -> list[str]:
    em = canvas.text
    known = tread.reward is not None
    end = bottom if tread.upper else bottom - 0.5 * em
    dash = None if known else f"{0.4 * em:.2f} {0.3 * em:.2f}"
    paint = canvas.paint(stroke=Tone.ACCENT, width=0.17 * em)
    shapes = [element("line", x1=left, y1=top, x2=left, y2=end, stroke_dasharray=dash, **paint)]
    if tread.upper is None:
        tip = [(left - 0.38 * em, bottom - 0.6 * em), (left, bottom), (left + 0.38 * em, bottom - 0.6 * em)]
        shapes.append(element("path", d=path_of(tip, closed=True), **canvas.paint(fill=Tone.ACCENT)))
    shift = 0.36 * em
    if tread.lower:
        shapes.append(_dot(canvas, left, top + shift, included=tread.lower.included))
    if tread.upper:
        shapes.append(_dot(canvas, left, bottom - shift, included=tread.upper.included))
    first = (top + bottom) / 2 - (len(lines) - 1) * canvas.line / 2 + 0.36 * em
    tone = Tone.INK if known else Tone.MUTED
    shapes += [
        canvas.words(left + 0.8 * em, first + n * canvas.line, line, tone=tone, bold=True)
        for n, line in enumerate(lines)
    ]
    return shapes
