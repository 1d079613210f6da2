"""SVG elements as strings: escaped text, fixed decimals, attributes in the order given."""

from __future__ import annotations

import html
import math
import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LARGEST = 1_000_000


def number(value: float) -> str:
    """A coordinate with at most two decimals, without noise: `3`, `-0.5`, `12.25`."""
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise ValueError(f"a coordinate of {value} cannot be drawn")
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def escape(text: str) -> str:
    """`text` for XML content or an attribute; characters that XML forbids are left out."""
    return html.escape(_ILLEGAL.sub("", text), quote=True)


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """An element. `stroke_width` becomes `stroke-width`, `class_` becomes `class`; `None` leaves an
    attribute out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def path_of(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """Straight lines through `points` as path data."""
    body = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{body}{'Z' if closed else ''}"


def smooth(points: list[tuple[float, float]], *, start: str = "M") -> str:
    """A curve through `points` (Catmull-Rom, as cubic Béziers) in tenths; `start="L"` continues a path."""
    data = [start + _tenths(points[0])]
    padded = [points[0], *points, points[-1]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6)
        second = (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6)
        data.append("C" + " ".join(_tenths(point) for point in (first, second, c)))
    return "".join(data)


def _tenths(point: tuple[float, float]) -> str:
    return f"{number(round(point[0], 1))} {number(round(point[1], 1))}"
