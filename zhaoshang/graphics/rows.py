"""Labelled rows: the frame that bars, dots, timelines and tall staircases share.

On a wide sheet the label stands left of its row, on a narrow one above it.
"""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.graphics.canvas import Canvas
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.palette import Tone


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: its label, a small note under the label, the words at the end of what is plotted."""

    label: str
    note: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a row is plotted: from `top` to `bottom`, centred on `middle`, with its end words in lines."""

    top: float
    middle: float
    bottom: float
    end: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The laid out rows: the plot runs from `left` to `right`; `tail` is left free behind it for the end
    words.
    """

    left: float
    right: float
    tail: float
    bottom: float
    lanes: tuple[Lane, ...]
    shapes: tuple[str, ...]


def lay_rows(
    canvas: Canvas, rows: tuple[Row, ...], *, top: float, thickness: float, gap: float | None = None
) -> Rows:
    """Rows from `top` downwards, each at least `thickness` high, `gap` apart (0.75 em when not given)."""
    em, gap = canvas.text, 0.75 * canvas.text if gap is None else gap
    beside = stands_beside(canvas)
    column = label_column(canvas, rows) if beside else canvas.width
    most = canvas.width * (0.26 if beside else 0.4)
    ends = tuple(_end_lines(row.end, em, most) for row in rows)
    tail = max((widest(lines, em, bold=True) for lines in ends), default=0) + 0.6 * em
    lanes, shapes, y = [], [], top
    for row, end in zip(rows, ends, strict=True):
        label, height = _label(canvas, row, y, column)
        shapes.append(label)
        plotted = max(thickness, len(end) * canvas.line)
        lane_top = y if beside else y + height + 0.2 * em
        bottom = max(y + height, lane_top + plotted) if beside else lane_top + plotted
        lanes.append(Lane(lane_top, (lane_top + bottom) / 2, bottom, end))
        if beside:
            shapes[-1] = _label(canvas, row, y + (bottom - y - height) / 2, column)[0]
        y = bottom + gap
    left = column + 1.0 * em if beside else 0.3 * em
    return Rows(left, canvas.width - tail, tail, y - gap if rows else top, tuple(lanes), tuple(shapes))


def _end_lines(text: str, size: float, most: float) -> tuple[str, ...]:
    """The end words in lines; what stands in brackets behind a figure takes a line of its own rather than be cut."""
    lines = wrap(text, size, most, bold=True)
    cut = max(text.find("（"), text.find(" ("))
    if len(lines) == 1 or cut < 1:
        return lines
    parts = (text[:cut].strip(), text[cut:].strip())
    return parts if widest(parts, size, bold=True) <= most else lines


def end_words(canvas: Canvas, lane: Lane, x: float, *, tone: Tone = Tone.INK) -> str:
    """The end words of a row, their block centred on the row, starting at `x`."""
    first = lane.middle - (len(lane.end) - 1) * canvas.line / 2 + canvas.text * 0.36
    return "".join(
        canvas.words(x, first + n * canvas.line, line, tone=tone, bold=True)
        for n, line in enumerate(lane.end)
    )


def stands_beside(canvas: Canvas) -> bool:
    """Whether the sheet is wide enough for labels left of their rows."""
    return canvas.width >= 34 * canvas.text


def label_column(canvas: Canvas, rows: tuple[Row, ...]) -> float:
    """The width of the labels when they stand left of their rows: what they need, at most a third of the
    sheet.
    """
    most = canvas.width * 0.32
    lines = [line for row in rows for line in wrap(row.label, canvas.text, most)]
    notes = [line for row in rows for line in wrap(row.note, canvas.small, most)]
    return max(widest(tuple(lines), canvas.text), widest(tuple(notes), canvas.small), 4 * canvas.text)


def _label(canvas: Canvas, row: Row, top: float, width: float) -> tuple[str, float]:
    shapes = []
    y = top
    for text, size, tone in ((row.label, canvas.text, Tone.INK), (row.note, canvas.small, Tone.MUTED)):
        for line in wrap(text, size, width):
            shapes.append(canvas.words(0, y + canvas.line * 0.76, line, size=size, tone=tone))
            y += canvas.line
    return "".join(shapes), y - top
