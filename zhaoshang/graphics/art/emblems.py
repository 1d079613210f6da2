"""Things that stand for ideas: motifs with their foot at (0, 0), upwards is negative."""

from __future__ import annotations

import math

from zhaoshang.graphics.art.shapes import Motif, block, disc, face, line, poly, ring, turned
from zhaoshang.graphics.palette import Tone


def _hexagon(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    return turned([(0, -radius), *(_at(radius, n * 60) for n in range(1, 6))], 0, (x, y))


def _at(radius: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return radius * math.sin(angle), -radius * math.cos(angle)


def _gear(x: float, y: float, radius: float, teeth: int, tone: Tone) -> Motif:
    points = []
    for n in range(teeth):
        for share, reach in ((0.0, 1.0), (0.32, 1.0), (0.42, 1.2), (0.82, 1.2), (0.92, 1.0)):
            dx, dy = _at(radius * reach, 360 * (n + share) / teeth)
            points.append((x + dx, y + dy))
    return (
        poly(points, tone),
        disc(x, y, radius * 0.62, Tone.SHADE),
        disc(x, y, radius * 0.42, tone),
        disc(x, y, radius * 0.16, Tone.WALL),
    )


_CELLS = tuple((n * 17.3 + (row % 2) * 8.66, -18.0 - row * 15) for row in range(5) for n in range(-2, 3))

LATTICE: Motif = (
    *(
        poly(_hexagon(x, y, 8.6), (Tone.WATER_DEEP, Tone.WATER, Tone.SHADE)[n * 2 % 3])
        for n, (x, y) in enumerate(_CELLS)
    ),
    *(disc(x, y - 10, 1.9, Tone.WALL) for x, y in _CELLS[:20]),
    *(poly(_hexagon(x, y, 8.6), Tone.SUN) for x, y in (_CELLS[7], _CELLS[16])),
    *(disc(x, y, 2.6, Tone.SPARK) for x, y in (_CELLS[7], _CELLS[16])),
)

GEARS: Motif = (
    *_gear(-16, -32, 24, 12, Tone.STEEL),
    *_gear(24, -58, 16, 9, Tone.SUN),
    *_gear(27, -18, 12, 8, Tone.WATER_DEEP),
)

ROBOT: Motif = (
    block(-22, -6, 44, 6, Tone.STEEL),
    face("M-13 -6L-9 -24H9L13 -6Z", Tone.SUN),
    line("M0 -28L-14 -62", Tone.SUN, 9),
    line("M-14 -62L30 -78", Tone.SUN, 7),
    line("M30 -78L42 -58", Tone.STEEL, 4.5),
    disc(0, -28, 8, Tone.STEEL),
    disc(-14, -62, 7, Tone.STEEL),
    disc(30, -78, 5.5, Tone.STEEL),
    disc(0, -28, 3, Tone.WALL),
    disc(-14, -62, 2.6, Tone.WALL),
    disc(30, -78, 2, Tone.WALL),
    line("M38 -50L42 -58L50 -52M38 -50L41 -45M50 -52L49 -46", Tone.STEEL, 2.4),
)

MORTAR: Motif = (
    line("M8 -36L30 -74", Tone.SHADE, 6.5),
    disc(31, -76, 5, Tone.SHADE),
    face("M-30 -38H30Q30 -8 10 -6V-3H16V0H-16V-3H-10V-6Q-30 -8 -30 -38Z", Tone.WALL),
    face("M-33 -42H33V-36H-33Z", Tone.SUN),
    line("M-22 -28Q-18 -14 -8 -10", Tone.SHADE, 1.6),
    line("M-10 -42Q-12 -62 -24 -80", Tone.TERRACE_DEEP, 1.8),
    face("M-24 -80Q-38 -84 -42 -98Q-26 -98 -24 -80Z", Tone.TERRACE),
    face("M-17 -66Q-34 -62 -42 -70Q-30 -80 -17 -66Z", Tone.TERRACE_DEEP),
    face("M-15 -62Q-2 -68 -2 -82Q-16 -80 -15 -62Z", Tone.TERRACE),
    face("M-12 -52Q-26 -46 -34 -52Q-24 -62 -12 -52Z", Tone.TERRACE_PALE),
)

FLASK: Motif = (
    face("M-6 -62H6V-40L22 -8Q24 0 15 0H-15Q-24 0 -22 -8L-6 -40Z", Tone.WALL),
    face("M-13 -26Q-4 -30 2 -26T13 -26L22 -8Q24 0 15 0H-15Q-24 0 -22 -8Z", Tone.TERRACE),
    block(-9, -66, 18, 5, Tone.SHADE),
    disc(-6, -12, 3, Tone.TERRACE_PALE),
    disc(5, -18, 2, Tone.TERRACE_PALE),
    disc(7, -7, 2.4, Tone.TERRACE_PALE),
)

JAR: Motif = (
    block(-15, -52, 30, 8, Tone.STEEL),
    face("M-17 -44H17Q20 -42 20 -36V-5Q20 0 15 0H-15Q-20 0 -20 -5V-36Q-20 -42 -17 -44Z", Tone.GLINT),
    disc(-9, -9, 8, Tone.SUN),
    disc(9, -10, 8, Tone.SPARK),
    disc(-2, -24, 8, Tone.SUN),
    disc(11, -29, 7, Tone.SUN),
    face("M-20 -29H20V-15H-20Z", Tone.WALL),
    disc(0, -22, 4.5, Tone.SUN),
)

ORANGES: Motif = (
    disc(-14, -12, 12, Tone.SUN),
    disc(12, -12, 12, Tone.SPARK),
    disc(-1, -30, 12, Tone.SUN),
    face("M-1 -42Q4 -54 18 -53Q14 -41 -1 -42Z", Tone.TERRACE),
    ring(12, -12, 8.5, Tone.WALL, 1.4),
    line("M12 -20V-4M4 -12H20M6.5 -17.5L17.5 -6.5M17.5 -17.5L6.5 -6.5", Tone.WALL, 1),
)

CHIP: Motif = (
    line("M-40 -60H-26M-40 -46H-26M-40 -32H-26M26 -60H40M26 -46H40M26 -32H40", Tone.STEEL, 3),
    line("M-14 -86V-72M0 -86V-72M14 -86V-72M-14 -20V-6M0 -20V0M14 -20V-6", Tone.STEEL, 3),
    block(-28, -74, 56, 56, Tone.STEEL),
    block(-19, -65, 38, 38, Tone.WATER_DEEP),
    block(-10, -56, 20, 20, Tone.SUN),
    line("M-40 -60L-56 -76M-40 -32L-60 -32M40 -60L58 -78M40 -32L60 -16M40 -46H62", Tone.WATER_DEEP, 1.8),
    *(disc(x, y, 3.2, Tone.SPARK) for x, y in ((-56, -76), (-60, -32), (58, -78), (60, -16), (62, -46))),
)

DOCUMENT: Motif = (
    face("M-22 -76H30V0H-22Z", Tone.SHADE),
    face("M-30 -82H14L24 -72V-6H-30Z", Tone.WALL),
    face("M14 -82V-72H24Z", Tone.SHADE),
    line("M-21 -64H8M-21 -54H15M-21 -44H15M-21 -34H6", Tone.RIDGE_MID, 2.4),
    disc(8, -19, 9, Tone.SUN),
    line("M8 -25L9.6 -20.8H14L10.5 -18.2L11.8 -14L8 -16.6L4.2 -14L5.5 -18.2L2 -20.8H6.4Z", Tone.WALL, 1),
)

LANTERN: Motif = (
    line("M0 -92V-80", Tone.STEEL, 1.6),
    face("M-22 -52Q-22 -74 -9 -76H9Q22 -74 22 -52T9 -28H-9Q-22 -30 -22 -52Z", Tone.SUN),
    line("M-8 -76Q-14 -52 -8 -28M8 -76Q14 -52 8 -28M0 -76V-28", Tone.SPARK, 1.6),
    block(-10, -80, 20, 5, Tone.STEEL),
    block(-10, -29, 20, 5, Tone.STEEL),
    line("M-5 -24V-4M0 -24V0M5 -24V-4", Tone.SUN, 1.8),
)

STEPS: Motif = (
    *(
        block(-48 + n * 20, -12.0 * (n + 1), 20, 12.0 * (n + 1), (Tone.SHADE, Tone.WALL)[n % 2])
        for n in range(5)
    ),
    *(block(-48 + n * 20, -12.0 * (n + 1), 20, 2, Tone.STEEL) for n in range(5)),
    line("M44 -60V-98", Tone.STEEL, 2),
    face("M45 -98L70 -90L45 -80Z", Tone.SUN),
)

ENVELOPE: Motif = (
    face("M-44 -56H44V0H-44Z", Tone.WALL),
    face("M-44 0L-8 -30H8L44 0Z", Tone.SHADE),
    face("M-44 -56L0 -18L44 -56Z", Tone.GLINT),
    line("M-44 -56L0 -18L44 -56", Tone.STEEL, 2),
    disc(0, -24, 8.5, Tone.SUN),
)

GLOBE: Motif = (
    disc(0, -44, 36, Tone.WATER),
    line("M0 -80V-8M-36 -44H36M-31 -62Q0 -52 31 -62M-31 -26Q0 -36 31 -26", Tone.GLINT, 1.2),
    line("M0 -80Q-36 -44 0 -8Q36 -44 0 -80M0 -80Q-17 -44 0 -8Q17 -44 0 -80", Tone.GLINT, 1.2),
    line("M-46 -30Q-6 -8 46 -62", Tone.SUN, 2.4),
    disc(-46, -30, 4.5, Tone.SUN),
    disc(46, -62, 4.5, Tone.SUN),
    block(-16, -4, 32, 4, Tone.STEEL),
)

COMPASS: Motif = (
    disc(0, -44, 42, Tone.STEEL),
    disc(0, -44, 36, Tone.WALL),
    line("M0 -78V-72M0 -16V-10M-34 -44H-28M28 -44H34", Tone.STEEL, 2.2),
    poly(turned([(0, -27), (6, 0), (-6, 0)], 24, (0, -44)), Tone.SUN),
    poly(turned([(0, 27), (6, 0), (-6, 0)], 24, (0, -44)), Tone.WATER_DEEP),
    disc(0, -44, 3.2, Tone.SPARK),
)

COLUMNS: Motif = (
    *(block(-46 + n * 20, -h, 14, h, t) for n, (h, t) in enumerate(
        ((28, Tone.SHADE), (40, Tone.WALL), (36, Tone.SHADE), (58, Tone.WALL), (76, Tone.SUN))
    )),
    line("M-40 -42L-20 -54L0 -50L20 -72L44 -94", Tone.STEEL, 2.2),
    *(disc(x, y, 3, Tone.STEEL) for x, y in ((-40, -42), (-20, -54), (0, -50), (20, -72))),
    face("M48 -99L44 -86L36 -94Z", Tone.STEEL),
)  # fmt: skip

BALANCE: Motif = (
    block(-20, -5, 40, 5, Tone.STEEL),
    face("M-2.5 -5L-1.5 -84H1.5L2.5 -5Z", Tone.STEEL),
    line("M-42 -70L42 -82", Tone.STEEL, 3),
    line("M-42 -70L-56 -38M-42 -70L-28 -38M42 -82L28 -50M42 -82L56 -50", Tone.STEEL, 1.1),
    face("M-60 -38H-24Q-28 -26 -42 -26T-60 -38Z", Tone.SUN),
    face("M24 -50H60Q56 -38 42 -38T24 -50Z", Tone.SUN),
    disc(0, -84, 5, Tone.SPARK),
    *(block(-52, -43 - n * 4.6, 20, 4, t) for n, t in enumerate((Tone.WALL, Tone.SHADE))),
    block(36, -60, 12, 10, Tone.TERRACE),
)

SPROUT: Motif = (
    face("M-40 0Q-30 -20 0 -20T40 0Z", Tone.STEEL),
    line("M0 -18Q2 -50 -2 -78", Tone.TERRACE_DEEP, 3.2),
    face("M0 -44Q-10 -66 -38 -62Q-34 -40 0 -44Z", Tone.TERRACE),
    face("M0 -56Q10 -82 40 -80Q38 -54 0 -56Z", Tone.TERRACE_PALE),
    line("M0 -44Q-14 -54 -28 -57M0 -56Q14 -68 30 -74", Tone.TERRACE_DEEP, 1.4),
    disc(-2, -84, 7, Tone.SUN),
)

TABLE: Motif = (
    face("M-50 -24H50V-19H-50Z", Tone.STEEL),
    line("M-40 -19V0M40 -19V0", Tone.STEEL, 3),
    *(disc(x, -58, 8, t) for x, t in ((-26, Tone.SUN), (26, Tone.WATER_DEEP))),
    face("M-42 -24Q-42 -48 -26 -48T-10 -24Z", Tone.WALL),
    face("M42 -24Q42 -48 26 -48T10 -24Z", Tone.WALL),
    block(-9, -27, 18, 3, Tone.GLINT),
    line("M-4 -28L6 -40", Tone.SUN, 1.6),
)

SHOVEL: Motif = (
    face("M-54 0Q-30 -26 -4 -22T40 -10T56 0Z", Tone.TERRACE_DEEP),
    line("M-14 -92L4 -34", Tone.SHADE, 3.4),
    line("M-22 -90L-6 -95", Tone.STEEL, 3.4),
    face("M-3 -38L12 -42L18 -20Q12 -10 4 -16Z", Tone.STEEL),
    line("M-30 -88Q-24 -96 -14 -92T6 -97", Tone.SUN, 2.6),
    disc(-14, -91, 5, Tone.SUN),
)

RIBBON: Motif = (
    face("M-12 -40L-22 0L-8 -8L0 2L2 -36ZM12 -40L22 0L8 -8L0 2L-2 -36Z", Tone.WATER_DEEP),
    *(poly(turned([(0, -30), (5, -22), (-5, -22)], n * 30, (0, -54)), Tone.SUN) for n in range(12)),
    disc(0, -54, 24, Tone.SUN),
    disc(0, -54, 17, Tone.WALL),
    face(
        "M0 -66L3.5 -58.6L11.4 -57.7L5.6 -52.2L7.1 -44.3L0 -48.2L-7.1 -44.3L-5.6 -52.2L-11.4 -57.7L-3.5 -58.6Z",
        Tone.SPARK,
    ),
)

SPRING: Motif = (
    face("M-58 0Q-60 -12 -44 -14H44Q60 -12 58 0Z", Tone.SHADE),
    face("M-46 -12Q-40 -17 0 -17T46 -12Q40 -7 0 -7T-46 -12Z", Tone.WATER),
    line(
        "M-22 -24Q-30 -36 -22 -46T-22 -68M0 -28Q-8 -42 0 -54T0 -80M22 -24Q14 -36 22 -46T22 -68", Tone.GLINT, 3
    ),
    disc(-50, -6, 7, Tone.RIDGE_MID),
    disc(50, -5, 8, Tone.RIDGE_MID),
    disc(40, -1, 5, Tone.RIDGE_NEAR),
)
