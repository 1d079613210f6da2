"""The strokes that all pictures are made of: flat faces, lines, discs and blocks in named tones."""

from __future__ import annotations

import math
from dataclasses import dataclass

from zhaoshang.graphics.canvas import Canvas
from zhaoshang.graphics.markup import element, number, path_of
from zhaoshang.graphics.palette import Tone


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with the tone that fills it, or with the tone and the width of its line."""

    data: str
    fill: Tone | None = None
    line: Tone | None = None
    width: float = 0


Motif = tuple[Shape, ...]


def face(data: str, tone: Tone) -> Shape:
    """A filled path."""
    return Shape(data, fill=tone)


def line(data: str, tone: Tone, width: float) -> Shape:
    """A stroked path."""
    return Shape(data, line=tone, width=width)


def block(x: float, y: float, width: float, height: float, tone: Tone) -> Shape:
    """A rectangle with its upper left corner at (x, y)."""
    return face(f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}Z", tone)


def disc(x: float, y: float, radius: float, tone: Tone) -> Shape:
    """A circle around (x, y)."""
    return face(_circle(x, y, radius), tone)


def ring(x: float, y: float, radius: float, tone: Tone, width: float) -> Shape:
    """The outline of a circle around (x, y)."""
    return line(_circle(x, y, radius), tone, width)


def poly(points: list[tuple[float, float]], tone: Tone) -> Shape:
    """A filled polygon."""
    return face(path_of(points, closed=True), tone)


def turned(
    points: list[tuple[float, float]], degrees: float, about: tuple[float, float]
) -> list[tuple[float, float]]:
    """`points`, given around the origin, turned clockwise by `degrees` and moved to `about`."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(about[0] + x * cos - y * sin, about[1] + x * sin + y * cos) for x, y in points]


def painted(canvas: Canvas, shapes: Motif) -> str:
    """The shapes as elements, in order."""
    return "".join(
        element(
            "path",
            d=shape.data,
            stroke_linejoin="round" if shape.line else None,
            stroke_linecap="round" if shape.line else None,
            **canvas.paint(fill=shape.fill, stroke=shape.line, width=shape.width),
        )
        for shape in shapes
    )


def stamped(canvas: Canvas, motif: Motif, x: float, y: float, scale: float, *, mirrored: bool = False) -> str:
    """A motif standing with its foot (0, 0) on (x, y), `scale` times as large."""
    flip = -scale if mirrored else scale
    move = f"translate({number(x)} {number(y)}) scale({flip:.4f} {scale:.4f})"
    return element("g", painted(canvas, motif), transform=move)


def _circle(x: float, y: float, radius: float) -> str:
    top, span = number(y - radius), number(2 * radius)
    r = number(radius)
    return f"M{number(x)} {top}a{r} {r} 0 1 1 0 {span}a{r} {r} 0 1 1 0 -{span}Z"
