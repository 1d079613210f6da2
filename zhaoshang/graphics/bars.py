"""Horizontal bars for costs and sums: exact, up to, at least, or from – to, each drawn as what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element, path_of
from zhaoshang.graphics.palette import Tone
from zhaoshang.graphics.rows import Lane, Row, Rows, end_words, lay_rows, stands_beside
from zhaoshang.graphics.scale import Number, Scale


class Bound(StrEnum):
    """How far a figure binds. `OPEN` has no figure: case by case, in kind, not stated."""

    EXACT = "exact"
    UP_TO = "up to"
    AT_LEAST = "at least"
    RANGE = "range"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. `shown` is the figure in words, as printed behind the bar. `low` is needed for a range only.

    Bars without `emphasis` are drawn quietly, for comparison.
    """

    label: str
    shown: str
    value: Number | None = None
    low: Number | None = None
    bound: Bound = Bound.EXACT
    note: str = ""
    emphasis: bool = True

    def __post_init__(self) -> None:
        if (self.value is None) is not (self.bound is Bound.OPEN):
            raise ValueError(f"{self.label}: a bar has a value unless it is open")
        if (self.low is None) is (self.bound is Bound.RANGE):
            raise ValueError(f"{self.label}: a range, and only a range, has a lower end")


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale from zero. `columns` head the table: what, how much, note."""

    heading: Heading
    bars: tuple[Bar, ...]
    columns: tuple[str, str, str]


def draw_bars(data: Bars, canvas: Canvas) -> Graphic:
    """The bars, one under the other, as wide as the canvas."""
    em = canvas.text
    rows = lay_rows(
        canvas,
        tuple(Row(bar.label, bar.note, bar.shown) for bar in data.bars),
        top=0.5 * em,
        thickness=1.25 * em,
    )
    scale = Scale.over(figure for bar in data.bars for figure in (bar.value, bar.low) if figure is not None)
    shapes = [*rows.shapes, _zero(canvas, rows, scale)]
    for bar, lane in zip(data.bars, rows.lanes, strict=True):
        shapes += _bar(canvas, bar, lane, rows, scale)
    table = Table(data.columns, tuple((bar.label, bar.shown, bar.note) for bar in data.bars))
    return canvas.finish("bars", data.heading, rows.bottom + 0.5 * em, shapes, table)


def _place(rows: Rows, scale: Scale, value: Number) -> float:
    return rows.left + (rows.right - rows.left) * scale.at(value)


def _zero(canvas: Canvas, rows: Rows, scale: Scale) -> str:
    """The line all bars start from; where labels stand above their rows it keeps clear of them."""
    x, out = _place(rows, scale, 0), 0.35 * canvas.text
    stretches = [(lane.top, lane.bottom) for lane in rows.lanes]
    if stands_beside(canvas) and stretches:
        stretches = [(stretches[0][0], stretches[-1][1])]
    return "".join(
        element("line", x1=x, y1=max(top - out, 0), x2=x, y2=bottom + out, **canvas.paint(stroke=Tone.MUTED))
        for top, bottom in stretches
    )


def _bar(canvas: Canvas, bar: Bar, lane: Lane, rows: Rows, scale: Scale) -> list[str]:
    zero = _place(rows, scale, 0)
    if bar.value is None:
        return [end_words(canvas, lane, zero + 0.5 * canvas.text, tone=Tone.MUTED)]
    ends = sorted((_place(rows, scale, bar.value), zero if bar.low is None else _place(rows, scale, bar.low)))
    left, right = ends[0], max(ends[1], ends[0] + 1.5 * canvas.hair)
    tone = Tone.ACCENT if bar.emphasis else Tone.SERIES_5
    draw = {Bound.UP_TO: _ceiling, Bound.AT_LEAST: _arrow, Bound.RANGE: _span}.get(bar.bound, _solid)
    far = max(right, zero) + (0.75 * canvas.text if bar.bound is Bound.AT_LEAST else 0)
    words = end_words(canvas, lane, min(far, rows.right) + 0.5 * canvas.text)
    return [draw(canvas, left, right, zero, lane.middle, tone), words]


def _body(canvas: Canvas, left: float, right: float, middle: float, fill: Tone) -> str:
    half = 0.55 * canvas.text
    return element(
        "rect", x=left, y=middle - half, width=right - left, height=2 * half, **canvas.paint(fill=fill)
    )


def _cap(canvas: Canvas, x: float, middle: float, tone: Tone) -> str:
    half = 0.72 * canvas.text
    return element(
        "line",
        x1=x,
        y1=middle - half,
        x2=x,
        y2=middle + half,
        **canvas.paint(stroke=tone, width=0.17 * canvas.text),
    )


def _solid(canvas: Canvas, left: float, right: float, zero: float, middle: float, tone: Tone) -> str:
    return _body(canvas, left, right, middle, tone)


def _ceiling(canvas: Canvas, left: float, right: float, zero: float, middle: float, tone: Tone) -> str:
    """Pale with a lid: at most this much."""
    return _body(canvas, left, right, middle, Tone.TINT_DEEP) + _cap(
        canvas, left if right <= zero else right, middle, tone
    )


def _arrow(canvas: Canvas, left: float, right: float, zero: float, middle: float, tone: Tone) -> str:
    """Solid with an open end: this much or more."""
    em = canvas.text
    tip = [
        (right + 0.08 * em, middle - 0.55 * em),
        (right + 0.55 * em, middle),
        (right + 0.08 * em, middle + 0.55 * em),
    ]
    return _body(canvas, left, right, middle, tone) + element(
        "path", d=path_of(tip, closed=True), **canvas.paint(fill=tone)
    )


def _span(canvas: Canvas, left: float, right: float, zero: float, middle: float, tone: Tone) -> str:
    """A hair from zero, then the stretch between two lids."""
    near = left if left > zero else right
    hair = element(
        "line", x1=min(zero, near), y1=middle, x2=max(zero, near), y2=middle, **canvas.paint(stroke=Tone.RULE)
    )
    body = _body(canvas, left, right, middle, Tone.TINT_DEEP)
    return hair + body + _cap(canvas, left, middle, tone) + _cap(canvas, right, middle, tone)
