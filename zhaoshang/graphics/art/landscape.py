"""The land every picture stands on: sky and sun, ridges that open into a gorge, terraces, a river that
comes out of it.

Everything is computed from a few parameters; there is no chance in it, so the same land is the same
drawing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from zhaoshang.graphics.art.shapes import Motif, Shape, disc, face, line, ring
from zhaoshang.graphics.markup import number, smooth
from zhaoshang.graphics.palette import Tone


@dataclass(frozen=True, slots=True)
class Land:
    """A view, in shares of the width and height of its frame.

    `gap` is where the river leaves the gorge, `horizon` how far down that is, `sun` where the sun stands.
    `peaks` and `hill` say how high the ridges and the terraced hillside rise above the horizon, `phase`
    shifts their lines, `steps` counts the terraces, `shore` is how far the left bank falls to the edge of
    the frame.
    """

    gap: float = 0.58
    horizon: float = 0.6
    sun: tuple[float, float] = (0.36, 0.4)
    peaks: float = 0.2
    hill: float = 0.16
    phase: float = 0.0
    steps: int = 7
    shore: float = 0.1
    bank: float = 0.95


@dataclass(frozen=True, slots=True)
class Frame:
    """A land fitted to a sheet of `width` by `height`."""

    land: Land
    width: float
    height: float

    @property
    def unit(self) -> float:
        """A hundredth of the sheet's middle size: what sizes of things are counted in."""
        return math.sqrt(self.width * self.height) / 100

    @property
    def gap(self) -> float:
        return self.land.gap * self.width

    @property
    def horizon(self) -> float:
        return self.land.horizon * self.height

    def ridge(self, x: float, rise: float, pitch: float, phase: float, openness: float) -> float:
        """The height of a ridge line at `x`: peaks that sink towards the gorge."""
        share = x / self.width * max(self.width / self.height, 0.6)
        wave = 0.55 * math.pow(abs(math.sin(pitch * share + phase)), 1.2) + 0.3 * abs(
            math.sin(2.3 * pitch * share + 1.7 * phase)
        )
        wave += 0.15 * math.sin(5.1 * pitch * share + phase)
        aside = min(abs(x - self.gap) / (0.42 * self.width), 1.0)
        valley = (1 - openness) + openness * math.pow(aside, 0.8)
        return self.horizon - rise * self.height * (0.22 + 0.78 * wave) * valley

    def left_bank(self, x: float) -> float:
        """The far shore, from the gorge to the left edge."""
        share = max((self.gap - x) / max(self.gap, 1), 0)
        sway = 0.012 * math.sin(5 * share + self.land.phase) * share
        return self.horizon + self.height * (self.land.shore * math.pow(share, 1.25) + sway)

    def right_bank(self, x: float) -> float:
        """The near shore, from the gorge to the right edge."""
        share = max((x - self.gap) / max(self.width - self.gap, 1), 0)
        fall = (self.land.bank - self.land.horizon) * self.height
        return self.horizon + fall * (
            math.pow(share, 0.72) + 0.05 * math.sin(6.5 * share + self.land.phase) * share
        )

    def slope(self, x: float) -> float:
        """The sky line of the terraced hillside, from the gorge to the right edge."""
        share = max((x - self.gap) / max(self.width - self.gap, 1), 0)
        climb = math.pow(share, 0.85) * (1 + 0.13 * math.sin(7 * share + self.land.phase))
        return self.horizon - self.land.hill * self.height * climb

    def terrace(self, x: float, level: float) -> float:
        """A terrace's edge at `x`: 0 is the sky line of the hill, 1 the shore."""
        share = max((x - self.gap) / max(self.width - self.gap, 1), 0)
        wave = math.sin(9 * share + 3.1 * level * 2 + self.land.phase) * level * (1 - level)
        mixed = self.slope(x) * (1 - level) + self.right_bank(x) * level
        return (
            mixed
            + 0.085 * self.height * wave * share * (self.land.bank - self.land.horizon + self.land.hill) * 1.6
        )


def land_shapes(frame: Frame) -> Motif:
    """The whole land from back to front, bleeding over every edge."""
    return (*sky_shapes(frame), *_ridges(frame), *_water(frame), *_far_shore(frame), *_terraces(frame))


def sky_shapes(frame: Frame) -> Motif:
    """Sky, a band of haze over the horizon, and the sun in its rings."""
    w, h, u = frame.width, frame.height, frame.unit
    x, y = frame.land.sun[0] * w, frame.land.sun[1] * h
    return (
        _flood(frame, -0.05 * h, Tone.SKY),
        disc(x, y, 17 * u, Tone.HAZE),
        disc(x, y, 12.6 * u, Tone.GLOW),
        disc(x, y, 8.6 * u, Tone.SUN),
        *(ring(x, y, r * u, Tone.GLOW, 0.16 * u) for r in (20, 23.5, 27.5)),
    )


def _flood(frame: Frame, top: float, tone: Tone) -> Shape:
    """Everything from `top` downwards, past the edges: a face that ends exactly on the page can vanish in
    print.
    """
    w, h = frame.width, frame.height
    edge = number(-0.05 * w)
    return face(f"M{edge} {number(top)}H{number(1.05 * w)}V{number(1.05 * h)}H{edge}Z", tone)


def _ridges(frame: Frame) -> Motif:
    land, phase = frame.land, frame.land.phase
    layers = (
        (1.3, 2.5, 0.3, 0.35, Tone.RIDGE_FAR),
        (1.0, 3.4, 1.2, 0.75, Tone.RIDGE_MID),
        (0.62, 4.6, 2.6, 1.0, Tone.RIDGE_NEAR),
    )
    shapes = []
    for rise, pitch, shift, openness, tone in layers:
        points = _across(frame, 24)
        top = [(x, frame.ridge(x, land.peaks * rise, pitch, phase + shift, openness)) for x in points]
        shapes.append(_filled(frame, top, tone))
    return tuple(shapes)


def _across(frame: Frame, count: int, start: float = -0.05, end: float = 1.05) -> list[float]:
    return [frame.width * (start + (end - start) * n / count) for n in range(count + 1)]


def _filled(frame: Frame, top: list[tuple[float, float]], tone: Tone) -> Shape:
    """The area under a line, down past the foot of the frame."""
    foot = number(1.05 * frame.height)
    return face(f"{smooth(top)}L{number(top[-1][0])} {foot}L{number(top[0][0])} {foot}Z", tone)


def _water(frame: Frame) -> Motif:
    """The river as the ground of everything below the horizon, its current, and the sun on it."""
    u, h = frame.unit, frame.height
    shapes: list[Shape] = [_flood(frame, frame.horizon - 0.2 * u, Tone.WATER)]
    for n, depth in enumerate((0.16, 0.36, 0.62)):
        top = [(x, _current(frame, x, depth)) for x in _across(frame, 16)]
        low = [(x, _current(frame, x, depth + 0.05 + 0.03 * n)) for x in reversed(_across(frame, 16))]
        shapes.append(face(f"{smooth(top)}{smooth(low, start='L')}Z", Tone.WATER_DEEP))
    x = frame.land.sun[0] * frame.width
    for n in range(9):
        y = frame.horizon + (frame.land.shore * 0.7 + 0.03 + 0.034 * n) * h
        half = (7.5 - 0.55 * n) * u * (1 - 0.35 * (n % 2))
        place = x + (1.6 * u if n % 2 else -1.1 * u)
        shapes.append(
            line(f"M{number(place - half)} {number(y)}H{number(place + half)}", Tone.SPARK, 0.55 * u)
        )
    for n in range(7):
        depth = 0.2 + 0.11 * n
        start = frame.gap - (0.1 + 0.085 * n) * frame.width
        points = [(start + k * 4.2 * u, _current(frame, start + k * 4.2 * u, depth)) for k in range(4)]
        shapes.append(line(smooth(points), Tone.GLINT, (0.16 + 0.03 * n) * u))
    return tuple(shapes)


def _current(frame: Frame, x: float, depth: float) -> float:
    """A line of the current: the far shore at depth 0, the foot of the frame at depth 1."""
    near = 1.02 * frame.height
    far = frame.left_bank(x)
    return (
        far
        + (near - far) * depth
        + 0.55 * frame.unit * math.sin(x / (9 * frame.unit) + 9 * depth + frame.land.phase)
    )


def _far_shore(frame: Frame) -> Motif:
    """The left bank: a dark foot of the ridges with a light edge along the water."""
    u = frame.unit
    xs = _across(frame, 14, -0.05, frame.land.gap)
    top = [(x, frame.horizon - u * (0.5 + 0.9 * math.sin(x / (8 * u) + frame.land.phase) ** 2)) for x in xs]
    low = [(x, frame.left_bank(x)) for x in reversed(xs)]
    return (
        face(f"{smooth(top)}{smooth(low, start='L')}Z", Tone.RIDGE_DARK),
        line(smooth(low), Tone.TERRACE_PALE, 0.3 * u),
    )


def _terraces(frame: Frame) -> Motif:
    steps, shapes = frame.land.steps, list[Shape]()
    tones = (Tone.TERRACE_DEEP, Tone.TERRACE, Tone.TERRACE_PALE, Tone.TERRACE)
    xs = _across(frame, 12, frame.land.gap, 1.05)
    for n in range(steps):
        top = [(x, frame.terrace(x, n / steps)) for x in xs]
        low = [(x, frame.terrace(x, (n + 1) / steps)) for x in reversed(xs)]
        shapes.append(face(f"{smooth(top)}{smooth(low, start='L')}Z", tones[n % len(tones)]))
    for n in range(1, steps + 1):
        edge = [(x, frame.terrace(x, n / steps)) for x in xs]
        shapes.append(line(smooth(edge), Tone.CONTOUR, (0.14 + 0.05 * n / steps) * frame.unit))
        inner = [(x, frame.terrace(x, (n - 0.45) / steps)) for x in xs[1:]]
        shapes.append(line(smooth(inner), Tone.TERRACE_DEEP, 0.1 * frame.unit))
    return tuple(shapes)


def meadow_shapes(
    frame: Frame, tones: tuple[Tone, ...] = (Tone.TERRACE_DEEP, Tone.TERRACE, Tone.TERRACE_PALE)
) -> Motif:
    """Sky, sun and ridges over ground that falls in steps towards the reader, one tone to a step."""
    shapes = [*sky_shapes(frame), *_ridges(frame)]
    depth = frame.height - frame.horizon
    for n, tone in enumerate(tones):
        base = frame.horizon + depth * (0, 0.34, 0.66, 0.86)[n]
        swing = 0.05 * depth * (n + 1)
        xs = _across(frame, 14)
        top = [(x, base + swing * math.sin(5.2 * x / frame.width + 2.1 * n + frame.land.phase)) for x in xs]
        shapes.append(_filled(frame, top, tone))
        if n:
            shapes.append(line(smooth(top), Tone.CONTOUR, 0.2 * frame.unit))
    return tuple(shapes)


def quay_shapes(frame: Frame) -> Motif:
    """Sky, sun and ridges over the river, with a quay in front."""
    w, h = frame.width, frame.height
    edge = 0.86 * h
    return (
        *sky_shapes(frame),
        *_ridges(frame),
        *_water(frame),
        face(
            f"M{number(-0.05 * w)} {number(edge)}H{number(1.05 * w)}V{number(1.05 * h)}H{number(-0.05 * w)}Z",
            Tone.SHADE,
        ),
        line(f"M{number(-0.05 * w)} {number(edge)}H{number(1.05 * w)}", Tone.WALL, 0.7 * frame.unit),
    )
