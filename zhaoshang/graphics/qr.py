"""A QR code as a drawing: vector modules on a white ground, quiet zone included."""

from __future__ import annotations

from itertools import groupby

import segno

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element

MASK = 3
QUIET_ZONE = 4  # modules on every side, ISO/IEC 18004


def draw_qr(url: str, canvas: Canvas, *, title: str) -> Graphic:
    """The code that leads to `url`, as wide as the canvas, with error correction M or better.

    It is dark on white on every page, light or dark: that is what readers expect. `title` says where it
    leads.
    """
    # Any of the eight masks decodes; trying all of them to find the prettiest costs nine tenths of the time.
    code = segno.make(url, error="m", micro=False, mask=MASK)
    modules = [tuple(row) for row in code.matrix]
    side = len(modules) + 2 * QUIET_ZONE
    runs = "".join(_runs(row, y + QUIET_ZONE) for y, row in enumerate(modules))
    scale = canvas.width / side
    shapes = [
        element("rect", width=canvas.width, height=canvas.width, fill="#ffffff"),
        element(
            "path",
            d=runs,
            stroke="#0b1418",
            shape_rendering="crispEdges",
            transform=f"scale({scale:.5f})",
        ),
    ]
    return canvas.finish("qr", Heading(title, url), canvas.width, shapes, Table((), ()))


def _runs(row: tuple[int, ...], y: int) -> str:
    """The dark stretches of one row as strokes one module thick: a third of the points rectangles would take."""
    strokes, x = [], QUIET_ZONE
    for dark, stretch in groupby(row):
        length = sum(1 for _ in stretch)
        if dark:
            strokes.append(f"M{x} {y}.5h{length}")
        x += length
    return "".join(strokes)
