"""Signs for the ways of transport and the kinds of places: one outline and one pictogram each, in a box of
20.
"""

from __future__ import annotations

from enum import StrEnum

from zhaoshang.graphics.canvas import Canvas
from zhaoshang.graphics.markup import element, number
from zhaoshang.graphics.palette import Tone


class Mode(StrEnum):
    """What stands at a node, or what runs on a stretch."""

    CITY = "city"
    PORT = "port"
    AIRPORT = "airport"
    STATION = "station"
    MOTORWAY = "motorway"
    BORDER = "border"


_ROUND = "M10 0A10 10 0 1 1 10 20A10 10 0 1 1 10 0Z"
_SQUARE = "M4 0H16Q20 0 20 4V16Q20 20 16 20H4Q0 20 0 16V4Q0 0 4 0Z"
_DROP = "M10 -1L20 6V14L10 21L0 14V6Z"
_SHIELD = "M1 1H19V11Q19 18 10 21Q1 18 1 11Z"

_OUTLINES = {
    Mode.CITY: _ROUND,
    Mode.PORT: _SQUARE,
    Mode.AIRPORT: _ROUND,
    Mode.STATION: _SQUARE,
    Mode.MOTORWAY: _SHIELD,
    Mode.BORDER: _DROP,
}

# City: three houses. Port: an anchor. Airport: a plane seen from above. Station: the face of a train.
# Motorway: a road running to the horizon. Border: a gate with its barrier.
_PICTOGRAMS = {
    Mode.CITY: "M4 15V9H7.6V15ZM8.4 15V4.5H12V15ZM12.8 15V7.5H16V15Z",
    Mode.PORT: (
        "M10 3A2 2 0 0 1 11 6.7V8H13.4V9.8H11V14.9Q14 14.4 14.6 11.6L13.2 12L15.4 9.2L17 12.6L16.1 12.1"
        "Q15.4 16.8 10 17Q4.6 16.8 3.9 12.1L3 12.6L4.6 9.2L6.8 12L5.4 11.6Q6 14.4 9 14.9V9.8H6.6V8H9"
        "V6.7A2 2 0 0 1 10 3Z"
    ),
    Mode.AIRPORT: (
        "M10 2.6Q11.1 2.6 11.1 4.6V8L17 11.8V13.4L11.1 11.6V14.6L12.9 16V17.2L10 16.4L7.1 17.2V16"
        "L8.9 14.6V11.6L3 13.4"
        "V11.8L8.9 8V4.6Q8.9 2.6 10 2.6Z"
    ),
    Mode.STATION: (
        "M6.4 3.4H13.6Q15.6 3.4 15.6 5.4V12.2Q15.6 14 13.8 14.2L15.4 16.8H13.5L12 14.4H8L6.5 16.8H4.6"
        "L6.2 14.2"
        "Q4.4 14 4.4 12.2V5.4Q4.4 3.4 6.4 3.4ZM6.4 5.4V8.8H13.6V5.4ZM6.3 10.6V12.2H8.3V10.6ZM11.7 10.6"
        "V12.2H13.7V10.6Z"
    ),
    Mode.MOTORWAY: "M7.6 5H9.3V7H10.7V5H12.4L15 16H10.9V13H9.1V16H5ZM9.2 8.4V11.4H10.8V8.4Z",
    Mode.BORDER: "M4 6H6V8L16 6.2V8.1L6 10V15.5H4ZM13.6 10.4H15.6V15.5H13.6Z",
}


def sign(canvas: Canvas, mode: Mode, x: float, y: float, size: float) -> str:
    """The sign of `mode`, `size` wide, centred on (x, y)."""
    picture = element("path", d=_PICTOGRAMS[mode], fill_rule="evenodd", **canvas.paint(fill=Tone.ON_ACCENT))
    return _plate(canvas, mode, x, y, size, picture)


def numbered_sign(canvas: Canvas, mode: Mode, count: int, x: float, y: float, size: float) -> str:
    """The outline and colour of `mode` with a number in place of its pictogram."""
    words = canvas.words(
        x,
        y + canvas.small * 0.36,
        str(count),
        size=canvas.small,
        tone=Tone.ON_ACCENT,
        anchor="middle",
        bold=True,
    )
    return _plate(canvas, mode, x, y, size) + words


def _plate(canvas: Canvas, mode: Mode, x: float, y: float, size: float, *inside: str) -> str:
    move = f"translate({number(x - size / 2)} {number(y - size / 2)}) scale({size / 20:.4f})"
    outline = element("path", d=_OUTLINES[mode], **canvas.paint(fill=tone_of(mode)))
    return element("g", outline, *inside, transform=move)


def tone_of(mode: Mode) -> Tone:
    """The colour a mode keeps in every graphic."""
    return Tone.SIGNAL if mode in (Mode.AIRPORT, Mode.BORDER) else Tone.ACCENT


def key(
    canvas: Canvas, names: tuple[tuple[Mode, str], ...], left: float, top: float, width: float
) -> tuple[str, float]:
    """The signs with their names, in rows no wider than `width`; also the height they take."""
    em = canvas.text
    shapes: list[str] = []
    x, y = left, top
    for mode, name in names:
        room = 1.5 * em + canvas.measure(name, size=canvas.small) + 1.4 * em
        if x > left and x + room - 1.4 * em > left + width:
            x, y = left, y + 1.7 * em
        shapes.append(sign(canvas, mode, x + 0.55 * em, y + 0.75 * em, 1.1 * em))
        shapes.append(
            canvas.words(
                x + 1.45 * em, y + 0.75 * em + canvas.small * 0.36, name, size=canvas.small, tone=Tone.MUTED
            )
        )
        x += room
    return "".join(shapes), y - top + 1.5 * em if names else 0
