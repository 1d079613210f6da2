"""One bar divided into shares of a whole, each share named where it lies."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element, path_of
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.palette import SERIES, Tone
from zhaoshang.graphics.scale import Number, exact


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole: its size in any unit, not negative, and the figure in words."""

    label: str
    value: Number
    shown: str


@dataclass(frozen=True, slots=True)
class Shares:
    """The parts of a whole in the order they are drawn. `columns` head the table: what, how much."""

    heading: Heading
    parts: tuple[Share, ...]
    columns: tuple[str, str]

    def __post_init__(self) -> None:
        if (
            not self.parts
            or any(part.value < 0 for part in self.parts)
            or not any(part.value for part in self.parts)
        ):
            raise ValueError("shares need parts, none negative, that add up to more than nothing")


@dataclass(frozen=True, slots=True)
class _Tag:
    """A part on the bar, from `left` to `right`, with its label in lines (each with whether it is the
    figure).
    """

    left: float
    right: float
    lines: tuple[tuple[str, bool], ...]
    width: float
    tone: Tone

    @property
    def pin(self) -> float:
        return (self.left + self.right) / 2


def draw_shares(data: Shares, canvas: Canvas) -> Graphic:
    """The bar across the whole width; labels under their parts, or in a list when there is no room for
    that.
    """
    em = canvas.text
    thick = 2.2 * em
    tags, fits = _fitted(data, canvas)
    shapes = [
        element(
            "rect", x=tag.left, y=0, width=tag.right - tag.left, height=thick, **canvas.paint(fill=tag.tone)
        )
        for tag in tags
    ]
    labels, height = _under(tags, thick, canvas) if fits else _list(data, tags, thick, canvas)
    table = Table(data.columns, tuple((part.label, part.shown) for part in data.parts))
    return canvas.finish("shares", data.heading, height, shapes + labels, table)


def _fitted(data: Shares, canvas: Canvas) -> tuple[list[_Tag], bool]:
    """The labels at the widest wrapping that lets all of them stand side by side, and whether there
    is one.
    """
    tags: list[_Tag] = []
    for ems in (14, 11, 9, 7.5, 6, 5):
        tags = _tags(data, canvas, ems * canvas.text)
        if sum(tag.width + 1.2 * canvas.text for tag in tags) <= canvas.width + 1.2 * canvas.text:
            return tags, True
    return tags, False


def _tags(data: Shares, canvas: Canvas, most: float) -> list[_Tag]:
    em, whole = canvas.text, sum(exact(part.value) for part in data.parts)
    tags, x, gap = [], 0.0, 1.5 * canvas.hair
    for n, part in enumerate(data.parts):
        width = canvas.width * float(exact(part.value) / whole)
        name, figure = wrap(part.label, em, most), wrap(part.shown, em, most, bold=True)
        room = max(widest(name, em), widest(figure, em, bold=True))
        lines = (*((line, True) for line in figure), *((line, False) for line in name))
        inset = gap / 2 if width > 3 * gap else 0
        tags.append(_Tag(x + inset, x + width - inset, lines, room, SERIES[n % len(SERIES)]))
        x += width
    return tags


def _under(tags: list[_Tag], thick: float, canvas: Canvas) -> tuple[list[str], float]:
    em = canvas.text
    shapes = []
    top = thick + 1.9 * em
    for tag, middle in zip(tags, _spread(tags, canvas), strict=True):
        lead = path_of(
            [
                (tag.pin, thick),
                (tag.pin, thick + 0.5 * em),
                (middle, top - 0.7 * em),
                (middle, top - 0.2 * em),
            ]
        )
        shapes.append(element("path", d=lead, **canvas.paint(stroke=tag.tone)))
        for n, (line, bold) in enumerate(tag.lines):
            shapes.append(
                canvas.words(middle, top + canvas.line * (n + 0.76), line, bold=bold, anchor="middle")
            )
    return shapes, top + max(len(tag.lines) for tag in tags) * canvas.line + 0.3 * em


def _spread(tags: list[_Tag], canvas: Canvas) -> list[float]:
    """The middles of the labels: in order, apart, on the sheet, and as near to their parts as that allows."""
    gap, free = 1.2 * canvas.text, 0.0
    starts = []
    for tag in tags:
        starts.append(max(tag.pin - tag.width / 2, free))
        free = starts[-1] + tag.width + gap
    wall = canvas.width
    for n in reversed(range(len(tags))):
        starts[n] = max(min(starts[n], wall - tags[n].width), 0)
        wall = starts[n] - gap
    return [start + tag.width / 2 for start, tag in zip(starts, tags, strict=True)]


def _list(data: Shares, tags: list[_Tag], thick: float, canvas: Canvas) -> tuple[list[str], float]:
    """The parts one under the other in the order of the bar, each beside a sample of its colour."""
    em, y = canvas.text, thick + 0.9 * canvas.text
    shapes = []
    column = max(
        widest(wrap(part.shown, em, canvas.width * 0.3, bold=True), em, bold=True) for part in data.parts
    )
    for part, tag in zip(data.parts, tags, strict=True):
        shapes.append(
            element("rect", x=0, y=y + 0.2 * em, width=em, height=em, **canvas.paint(fill=tag.tone))
        )
        figures = wrap(part.shown, em, canvas.width * 0.3, bold=True)
        names = wrap(part.label, em, canvas.width - column - 3 * em)
        for n, line in enumerate(figures):
            shapes.append(
                canvas.words(1.6 * em + column, y + canvas.line * (n + 0.76), line, bold=True, anchor="end")
            )
        for n, line in enumerate(names):
            shapes.append(canvas.words(2.4 * em + column, y + canvas.line * (n + 0.76), line))
        y += max(len(figures), len(names)) * canvas.line + 0.35 * em
    return shapes, y
