"""The place mark: a disc with a sun, two terraces and a river that widens towards the reader."""

from __future__ import annotations

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element, number
from zhaoshang.graphics.palette import Tone

# On a disc of radius 50 around (50, 50); the bands end on the circle and follow it underneath.
_SHAPES = (
    ("M50 0A50 50 0 1 1 50 100A50 50 0 1 1 50 0Z", Tone.ACCENT),
    ("M67 17A13 13 0 1 1 67 43A13 13 0 1 1 67 17Z", Tone.SUN),
    ("M0.16 46C14 34 30 33 44 44C58 55 78 53 99.35 42A50 50 0 1 1 0.16 46Z", Tone.TERRACE_PALE),
    ("M0.65 58C16 48 30 48 44 57C60 67 80 66 99.68 55.6A50 50 0 0 1 0.65 58Z", Tone.TERRACE),
    ("M4.17 70C18 61 30 61 42 69C58 79 78 78 95.83 70A50 50 0 0 1 4.17 70Z", Tone.TERRACE_DEEP),
    (
        "M52 50.5C60 56 46 60 42 66C37 74 60 76 58 84C57 89 50 94 37.5 98.4A50 50 0 0 0 68.5 96.4"
        "C78 90 80 83 72 77"
        "C64 71 50 71 53 65C56 60 66 56 57 52Z",
        Tone.WALL,
    ),
)


def mark_shapes(canvas: Canvas, left: float, top: float, size: float) -> str:
    """The mark inside another drawing, `size` wide, its corner at (left, top)."""
    move = f"translate({number(left)} {number(top)}) scale({size / 100:.4f})"
    paths = (element("path", d=data, **canvas.paint(fill=tone)) for data, tone in _SHAPES)
    return element("g", *paths, transform=move)


def draw_mark(canvas: Canvas, title: str) -> Graphic:
    """The mark alone, as wide as the canvas. `title` is the name of the place."""
    shapes = [mark_shapes(canvas, 0, 0, canvas.width)]
    return canvas.finish("mark", Heading(title, title), canvas.width, shapes, Table((), ()))
