"""Dots on one scale: how classes or places compare, several figures to a row."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element, number
from zhaoshang.graphics.measure import wrap
from zhaoshang.graphics.palette import Tone
from zhaoshang.graphics.rows import Row, label_column, stands_beside
from zhaoshang.graphics.scale import Number, Scale


@dataclass(frozen=True, slots=True)
class DotRow:
    """A class or a place: a figure for each series, `None` where there is none, and the figures in words.

    A row with `emphasis` stands out: the bureau's own place among others.
    """

    label: str
    values: tuple[Number | None, ...]
    shown: tuple[str, ...]
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Dots:
    """Rows on a common scale. `series` names the figures of a row; up to six, each with its own sign.

    `column` heads the rows in the table. With `zero` the scale starts at zero.
    """

    heading: Heading
    series: tuple[str, ...]
    rows: tuple[DotRow, ...]
    column: str
    zero: bool = True

    def __post_init__(self) -> None:
        if not 1 <= len(self.series) <= len(_SIGNS):
            raise ValueError(f"dots take one to {len(_SIGNS)} series, not {len(self.series)}")
        for row in self.rows:
            if not len(self.series) == len(row.values) == len(row.shown):
                raise ValueError(f"{row.label}: one value and one text for each series")


# Signs in a box of 2 around (0, 0), told apart by shape before colour; the flag says whether they are hollow.
_SIGNS = (
    ("M0 -1A1 1 0 1 1 0 1A1 1 0 1 1 0 -1Z", Tone.ACCENT, False),
    ("M0 -1.1L1.1 0L0 1.1L-1.1 0Z", Tone.SERIES_2, False),
    ("M-0.85 -0.85H0.85V0.85H-0.85Z", Tone.SERIES_3, False),
    ("M0 -0.85A0.85 0.85 0 1 1 0 0.85A0.85 0.85 0 1 1 0 -0.85Z", Tone.SERIES_4, True),
    ("M0 -1.1L1.05 0.8H-1.05Z", Tone.SERIES_6, False),
    ("M-0.75 -0.75H0.75V0.75H-0.75Z", Tone.SERIES_5, True),
)


def draw_dots(data: Dots, canvas: Canvas) -> Graphic:
    """The rows with their dots; every dot carries its figure."""
    em = canvas.text
    scale = Scale.over((v for row in data.rows for v in row.values if v is not None), zero=data.zero)
    keys, top = _key(data, canvas) if len(data.series) > 1 else ("", 0.2 * em)
    column = (
        label_column(canvas, tuple(Row(row.label) for row in data.rows)) + 1.4 * em
        if stands_beside(canvas)
        else 0
    )
    half = max((canvas.measure(text, bold=True) for row in data.rows for text in row.shown), default=0) / 2
    margin = min(half, canvas.width / 5)
    left, right = column + margin + 0.3 * em, canvas.width - margin - 0.2 * em
    shapes, y = [keys], top
    for row in data.rows:
        marks = [
            (left + (right - left) * scale.at(v), text, n)
            for n, (v, text) in enumerate(zip(row.values, row.shown, strict=True))
            if v is not None
        ]
        block, height = _row(canvas, row, marks, y, column, left, right)
        shapes.append(block)
        y += height
    table = Table((data.column, *data.series), tuple((row.label, *row.shown) for row in data.rows))
    return canvas.finish("dots", data.heading, y + 0.2 * em, shapes, table)


def _sign(canvas: Canvas, n: int, x: float, y: float, *, loud: bool = True) -> str:
    data, tone, hollow = _SIGNS[n]
    size = canvas.text * (0.42 if loud else 0.36)
    move = f"translate({number(x)} {number(y)}) scale({size:.4f})"
    paint = canvas.paint(fill=Tone.SURFACE, stroke=tone, width=0.4) if hollow else canvas.paint(fill=tone)
    return element("path", d=data, transform=move, **paint)


def _key(data: Dots, canvas: Canvas) -> tuple[str, float]:
    em, x, y = canvas.text, 0.0, 0.2 * canvas.text
    shapes = []
    for n, name in enumerate(data.series):
        room = 1.3 * em + canvas.measure(name, size=canvas.small)
        if x and x + room > canvas.width:
            x, y = 0.0, y + canvas.line
        shapes.append(_sign(canvas, n, x + 0.5 * em, y + 0.6 * em))
        shapes.append(
            canvas.words(
                x + 1.3 * em, y + 0.6 * em + canvas.small * 0.36, name, size=canvas.small, tone=Tone.MUTED
            )
        )
        x += room + 1.2 * em
    return "".join(shapes), y + canvas.line + 0.6 * em


def _row(
    canvas: Canvas,
    row: DotRow,
    marks: list[tuple[float, str, int]],
    top: float,
    column: float,
    left: float,
    right: float,
) -> tuple[str, float]:
    """One row from `top`: its label, its line with the signs, the figures under them in as many lines as
    they need.
    """
    em = canvas.text
    levels = _levels(canvas, marks, column)
    depth = max((level for *_, level in levels), default=0) + 1
    label = _label(canvas, row, top, column)
    head = 0.0 if column else label[1]
    middle = top + head + 0.8 * em
    height = max(head + 1.6 * em + depth * canvas.line, label[1] + 0.6 * em) + 0.5 * em
    shapes = [_band(canvas, top, height)] if row.emphasis else []
    shapes.append(label[0])
    shapes.append(element("line", x1=left, y1=middle, x2=right, y2=middle, **canvas.paint(stroke=Tone.RULE)))
    for x, text, n, place, level in levels:
        y = middle + 0.55 * em + canvas.line * (level + 0.76)
        shapes.append(canvas.words(place, y, text, anchor="middle", bold=row.emphasis))
        if level:
            shapes.append(
                element(
                    "line",
                    x1=x,
                    y1=middle + 0.5 * em,
                    x2=x,
                    y2=middle + 0.75 * em,
                    **canvas.paint(stroke=Tone.RULE),
                )
            )
        shapes.append(_sign(canvas, n, x, middle, loud=row.emphasis))
    return "".join(shapes), height


def _band(canvas: Canvas, top: float, height: float) -> str:
    y = top - 0.15 * canvas.text
    return element(
        "rect",
        x=0,
        y=y,
        width=canvas.width,
        height=height - 0.2 * canvas.text,
        **canvas.paint(fill=Tone.TINT),
    )


def _label(canvas: Canvas, row: DotRow, top: float, column: float) -> tuple[str, float]:
    em = canvas.text
    width = (column or canvas.width) - 0.8 * em
    lines = wrap(row.label, em, width, bold=row.emphasis)
    words = (
        canvas.words(0.4 * em, top + canvas.line * (n + 0.84), line, bold=row.emphasis)
        for n, line in enumerate(lines)
    )
    return "".join(words), len(lines) * canvas.line + 0.2 * em


def _levels(
    canvas: Canvas, marks: list[tuple[float, str, int]], from_left: float
) -> list[tuple[float, str, int, float, int]]:
    """Each mark with where its figure stands: as near as can be under the sign, in the first line that has
    room.
    """
    free: list[float] = []
    placed = []
    for x, text, n in sorted(marks, key=lambda mark: (mark[0], mark[2])):
        half = canvas.measure(text, bold=True) / 2
        place = max(from_left + half, min(x, canvas.width - half))
        level = next((level for level, right in enumerate(free) if right <= place - half), len(free))
        free[level:] = [place + half + 0.5 * canvas.text, *free[level + 1 :]]
        placed.append((x, text, n, place, level))
    return placed
