"""Accessible SVG drawn from data, shared by web and print.

A graphic is a pure function of its data and a canvas: `draw_dial(Dial(...), Canvas.screen(760)) ->
Graphic`. Labels arrive in the language of the page; the table behind a graphic comes with it.
"""

from zhaoshang.graphics.art.scenes import (
    Opening,
    Sector,
    Vignette,
    draw_cover,
    draw_opening,
    draw_sector,
    draw_vignette,
)
from zhaoshang.graphics.bars import Bar, Bars, Bound, draw_bars
from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Medium, Table
from zhaoshang.graphics.chain import Chain, Link, Stage, State, draw_chain
from zhaoshang.graphics.dial import Dial, DialNode, Measure, draw_dial
from zhaoshang.graphics.dots import DotRow, Dots, draw_dots
from zhaoshang.graphics.geodesy import Place
from zhaoshang.graphics.lines import Lines, Series, draw_lines
from zhaoshang.graphics.mark import draw_mark
from zhaoshang.graphics.modes import Mode
from zhaoshang.graphics.palette import Brand, Palette, Tone, dark_palette, light_palette, stylesheet
from zhaoshang.graphics.qr import draw_qr
from zhaoshang.graphics.route import Route, Stop, draw_route
from zhaoshang.graphics.shares import Share, Shares, draw_shares
from zhaoshang.graphics.staircase import Edge, Staircase, Tread, draw_staircase
from zhaoshang.graphics.timeline import Timeline, TimelineStep, draw_timeline

__all__ = [
    "Bar",
    "Bars",
    "Bound",
    "Brand",
    "Canvas",
    "Chain",
    "Dial",
    "DialNode",
    "DotRow",
    "Dots",
    "Edge",
    "Graphic",
    "Heading",
    "Lines",
    "Link",
    "Measure",
    "Medium",
    "Mode",
    "Opening",
    "Palette",
    "Place",
    "Route",
    "Sector",
    "Series",
    "Share",
    "Shares",
    "Stage",
    "Staircase",
    "State",
    "Stop",
    "Table",
    "Timeline",
    "TimelineStep",
    "Tone",
    "Tread",
    "Vignette",
    "dark_palette",
    "draw_bars",
    "draw_chain",
    "draw_cover",
    "draw_dial",
    "draw_dots",
    "draw_lines",
    "draw_mark",
    "draw_opening",
    "draw_qr",
    "draw_route",
    "draw_sector",
    "draw_shares",
    "draw_staircase",
    "draw_timeline",
    "draw_vignette",
    "light_palette",
    "stylesheet",
]
