"""A procedure on the calendar of working days: what takes how long, and what runs at the same time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element, path_of
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.palette import Tone
from zhaoshang.graphics.rows import Lane, Row, Rows, end_words, lay_rows
from zhaoshang.graphics.scale import Number, Scale, exact, plain


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A step: from the end of day `start` it takes `days`; 0 days is a mark without length, `shown`
    says why. `note` names the office.
    """

    name: str
    start: Number
    days: Number
    shown: str
    note: str = ""

    def __post_init__(self) -> None:
        if self.start < 0 or self.days < 0:
            raise ValueError(f"{self.name}: days are not negative")

    @property
    def end(self) -> Fraction:
        """The day the step is done."""
        return exact(self.start) + exact(self.days)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Steps in order. `unit` names the days on the axis, `total` is the sum in words. `columns` head the
    table: step, office, days.
    """

    heading: Heading
    steps: tuple[TimelineStep, ...]
    unit: str
    total: str
    columns: tuple[str, str, str]


def draw_timeline(data: Timeline, canvas: Canvas) -> Graphic:
    """A row per step under the axis of days; a bracket at the foot holds the total, where there is one."""
    em = canvas.text
    rows = lay_rows(
        canvas,
        tuple(Row(f"{n}  {step.name}", step.note, step.shown) for n, step in enumerate(data.steps, start=1)),
        top=2.6 * em,
        thickness=1.3 * em,
    )
    if not all(step.days for step in data.steps):
        rows = replace(
            rows, right=rows.right - 0.3 * em
        )  # the words beside a mark stand farther off than those of a bar
    scale = Scale.over(step.end for step in data.steps)
    foot = rows.bottom + 0.7 * em
    shapes = [*_axis(data, canvas, rows, scale), *rows.shapes]
    for step, lane in zip(data.steps, rows.lanes, strict=True):
        shapes.append(_step(canvas, step, lane, rows, scale))
    words, height = _total(data, canvas, rows, foot)
    table = Table(data.columns, tuple((step.name, step.note, step.shown) for step in data.steps))
    return canvas.finish("timeline", data.heading, foot + height, [*shapes, *words], table)


def _total(data: Timeline, canvas: Canvas, rows: Rows, top: float) -> tuple[list[str], float]:
    """A bracket over the whole time with the sum under it, and the height of both; nothing where no sum is known."""
    if not data.total:
        return [], 0.0
    em, y = canvas.text, top + 0.5 * canvas.text
    bracket = path_of([(rows.left, top), (rows.left, y), (rows.right, y), (rows.right, top)])
    shapes = [element("path", d=bracket, **canvas.paint(stroke=Tone.SIGNAL))]
    lines = wrap(data.total, em, canvas.width, bold=True)
    half = widest(lines, em, bold=True) / 2
    middle = max(half, min((rows.left + rows.right) / 2, canvas.width - half))
    for line in lines:
        y += canvas.line
        shapes.append(canvas.words(middle, y, line, tone=Tone.SIGNAL, anchor="middle", bold=True))
    return shapes, y - top + 0.5 * em


def _x(rows: Rows, scale: Scale, value: Number) -> float:
    return rows.left + (rows.right - rows.left) * scale.at(value)


def _axis(data: Timeline, canvas: Canvas, rows: Rows, scale: Scale) -> list[str]:
    em, size = canvas.text, canvas.small
    ticks = scale.ticks(4 if canvas.width < 34 * em else 8)
    rule = element(
        "line", x1=rows.left, y1=1.9 * em, x2=rows.right, y2=1.9 * em, **canvas.paint(stroke=Tone.RULE)
    )
    shapes, free = [rule], 0.0
    for tick in ticks:
        text = plain(tick)
        x, half = _x(rows, scale, tick), canvas.measure(text, size=size) / 2
        shapes.append(element("line", x1=x, y1=1.5 * em, x2=x, y2=1.9 * em, **canvas.paint(stroke=Tone.RULE)))
        if x - half >= free and x + half <= canvas.width:
            shapes.append(canvas.words(x, 1.2 * em, text, size=size, tone=Tone.MUTED, anchor="middle"))
            free = x + half + 0.5 * em
    if free + canvas.measure(data.unit, size=size) <= canvas.width:
        shapes.append(canvas.words(free, 1.2 * em, data.unit, size=size, tone=Tone.MUTED))
    return shapes


def _step(canvas: Canvas, step: TimelineStep, lane: Lane, rows: Rows, scale: Scale) -> str:
    em, y = canvas.text, lane.middle
    left, right = _x(rows, scale, step.start), _x(rows, scale, step.end)
    if not step.days:
        beside = min(left + 0.9 * em, canvas.width - widest(lane.end, em, bold=True))
        dot = element(
            "circle",
            cx=max(left, 0.5 * em),  # whole, even at the edge of a narrow sheet
            cy=y,
            r=0.42 * em,
            **canvas.paint(fill=Tone.SURFACE, stroke=Tone.ACCENT, width=0.16 * em),
        )
        return dot + end_words(canvas, lane, beside)
    bar = element(
        "rect",
        x=left,
        y=y - 0.5 * em,
        width=max(right - left, 0.2 * em),
        height=em,
        rx=0.16 * em,
        **canvas.paint(fill=Tone.ACCENT),
    )
    return bar + end_words(canvas, lane, min(max(right, left + 0.5 * em), rows.right) + 0.5 * em)
