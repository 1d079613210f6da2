"""What people build: motifs with their foot at (0, 0), upwards is negative, about 100 units to a tall one."""

from __future__ import annotations

from zhaoshang.graphics.art.shapes import Motif, Shape, block, disc, face, line, poly, turned
from zhaoshang.graphics.palette import Tone

_BOXES = (Tone.SUN, Tone.WALL, Tone.TERRACE, Tone.SPARK, Tone.WATER_DEEP)


def _stack(
    x: float, columns: int, heights: tuple[int, ...], *, wide: float = 12, high: float = 6
) -> list[Shape]:
    """Containers in columns, as many high as told, on the ground line."""
    return [
        block(
            x + n * (wide + 0.8),
            -(level + 1) * (high + 0.6),
            wide,
            high,
            _BOXES[(n * 2 + level * 3) % len(_BOXES)],
        )
        for n in range(columns)
        for level in range(heights[n % len(heights)])
    ]


CRANE: Motif = (
    line("M22 0V-72M56 0V-72M20 -44H58M22 -44L56 -70M22 -22L56 -44", Tone.STEEL, 2),
    block(19.5, -74, 5, 74, Tone.STEEL),
    block(53.5, -74, 5, 74, Tone.STEEL),
    block(16, -3, 12, 3, Tone.STEEL),
    block(50, -3, 12, 3, Tone.STEEL),
    block(-48, -78, 136, 5, Tone.STEEL),
    line("M39 -78V-104M39 -103L-44 -77M39 -103L-8 -77M39 -103L84 -77", Tone.STEEL, 1.3),
    block(62, -88, 18, 10, Tone.SUN),
    block(-22, -73, 9, 3.5, Tone.STEEL),
    line("M-21 -70V-46M-14 -70V-46", Tone.STEEL, 0.8),
    block(-26, -46, 17, 7.5, Tone.SUN),
    block(26, -70, 7, 6, Tone.SPARK),
)

CONTAINERS: Motif = tuple(_stack(0, 5, (3, 2, 3, 1, 2)))

BARGE: Motif = (
    *(
        block(32 + n * 13, -10 - (level + 1) * 6.6, 12, 6, _BOXES[(n + level * 2) % len(_BOXES)])
        for n in range(6)
        for level in range((2, 3, 3, 2, 3, 1)[n])
    ),
    block(8, -34, 17, 24, Tone.WALL),
    block(6, -36, 21, 2.5, Tone.SHADE),
    block(10, -31, 13, 4, Tone.STEEL),
    block(12, -43, 4, 7, Tone.SUN),
    face("M0 -11H122Q118 -1 108 0H10Q3 -1 0 -11Z", Tone.STEEL),
    block(3, -8, 112, 1.6, Tone.SUN),
)

FACTORY: Motif = (
    face("M68 0L70 -66H77L79 0Z", Tone.SHADE),
    face("M69.6 -54L69.85 -60H77.2L77.4 -54Z", Tone.SUN),
    face("M84 0L85.5 -50H91.5L93 0Z", Tone.SHADE),
    face("M85.1 -40L85.3 -45H91.6L91.8 -40Z", Tone.SUN),
    face("M0 0V-28L17 -40V-28L34 -40V-28L51 -40V-28L68 -40V0Z", Tone.WALL),
    face("M17 -40V-28L20 -28V-38ZM34 -40V-28L37 -28V-38ZM51 -40V-28L54 -28V-38Z", Tone.SHADE),
    face("M6 -22H14V-16H6ZM20 -22H28V-16H20ZM34 -22H42V-16H34Z", Tone.WATER_DEEP),
    block(50, -16, 13, 16, Tone.STEEL),
    line("M50 -11H63M50 -6H63", Tone.SHADE, 0.7),
    face("M96 0V-24Q106 -32 116 -24V0Z", Tone.WALL),
    line("M96 -17H116M96 -9H116", Tone.SHADE, 1),
    line("M77 -14H96", Tone.STEEL, 1.6),
)

HALL: Motif = (
    face("M0 0V-26Q45 -40 90 -26V0Z", Tone.WALL),
    face("M0 -26Q45 -40 90 -26L92 -29Q45 -44 -2 -29Z", Tone.STEEL),
    block(6, -17, 20, 17, Tone.WATER_DEEP),
    line("M6 -11.5H26M6 -6H26M16 -17V0", Tone.GLINT, 0.7),
    block(34, -20, 10, 5, Tone.SHADE),
    block(48, -20, 10, 5, Tone.SHADE),
    block(62, -20, 10, 5, Tone.SHADE),
    block(76, -20, 10, 5, Tone.SHADE),
    block(62, -11, 16, 11, Tone.SUN),
    line("M62 -7.5H78M62 -4H78", Tone.SPARK, 0.7),
)

_BLADE = [(-0.8, 0.0), (-2.2, -8.0), (-0.2, -36.0), (0.6, -36.0), (1.4, -6.0), (0.8, 0.0)]

TURBINE: Motif = (
    face("M-1.8 0L-0.8 -78H0.8L1.8 0Z", Tone.WATER_DEEP),
    *(poly(turned(_BLADE, degrees, (0, -78)), Tone.WATER_DEEP) for degrees in (14, 134, 254)),
    disc(0, -78, 2, Tone.SUN),
)


def _panel(x: float) -> list[Shape]:
    return [
        line(f"M{x + 10} 0V-12M{x + 34} 0V-12", Tone.STEEL, 1.2),
        face(f"M{x} -5L{x + 9} -25H{x + 47}L{x + 38} -5Z", Tone.WATER_DEEP),
        line(
            f"M{x + 3} -11.7H{x + 41}M{x + 6} -18.3H{x + 44}M{x + 9.5} -5L{x + 18.5} -25"
            f"M{x + 19} -5L{x + 28} -25M{x + 28.5} -5L{x + 37.5} -25",
            Tone.GLINT,
            0.6,
        ),
    ]


SOLAR: Motif = (*_panel(0), *_panel(46), *_panel(92))

TRAIN: Motif = (
    block(-60, -20, 260, 4.5, Tone.SHADE),
    *(block(x, -16, 7, 40, Tone.SHADE) for x in (-40, 10, 60, 110, 160)),
    face("M0 -24Q3 -40 26 -40H150V-20H6Q0 -20 0 -24Z", Tone.WALL),
    face("M9 -33Q14 -38 22 -38H25V-32H9Z", Tone.STEEL),
    *(block(x, -36, 9, 4.5, Tone.WATER_DEEP) for x in range(32, 146, 13)),
    face("M1 -27H150V-24.5H0.4Z", Tone.SUN),
)

PLANE: Motif = (
    face("M10 -6L-4 -26H6L26 -10Z", Tone.SUN),
    face("M0 -6C14 -14 74 -16 94 -9Q101 -6 95 -2.5C80 3 24 3 10 0Q3 -2 0 -6Z", Tone.WALL),
    face("M48 -3L24 16H34L66 -2Z", Tone.SHADE),
    face("M87 -10.5Q94 -9.5 96.5 -6.8H86Z", Tone.STEEL),
    *(disc(x, -8, 1.1, Tone.WATER_DEEP) for x in range(26, 84, 6)),
)

PYLON: Motif = (
    line(
        "M-12 0L-3 -60V-92L0 -100L3 -92V-60L12 0M-12 0L6 -36M12 0L-6 -36M-6 -36L3 -60M6 -36L-3 -60",
        Tone.STEEL,
        1.3,
    ),
    line("M-24 -70H24L0 -78ZM-18 -88H18L0 -95Z", Tone.STEEL, 1.3),
    line("M-24 -70V-65M24 -70V-65M-18 -88V-83M18 -88V-83", Tone.SUN, 1.6),
)


def _house(x: float, width: float, height: float, rows: int) -> list[Shape]:
    roof = f"M{x - 3} {-height}Q{x + 2} {-height - 2} {x + 5} {-height - 8}H{x + width - 5}"
    windows = [
        block(x + 4 + n * 8, -height + 5 + row * 9, 4, 5, Tone.WATER_DEEP)
        for row in range(rows)
        for n in range(int((width - 4) // 8))
    ]
    return [
        block(x, -height, width, height, Tone.WALL),
        *windows,
        face(f"{roof}Q{x + width - 2} {-height - 2} {x + width + 3} {-height}Z", Tone.STEEL),
    ]


HOUSES: Motif = (
    *_house(50, 30, 40, 3),
    *_house(-6, 28, 30, 2),
    *_house(24, 24, 22, 1),
    *_house(82, 26, 24, 1),
    block(33, -9, 6, 9, Tone.SUN),
)

TOWER_CRANE: Motif = (
    *(block(0, -n * 14 - 13, 50, 12, Tone.WALL if n % 2 else Tone.SHADE) for n in range(4)),
    *(block(5 + k * 11, -n * 14 - 10, 6, 6, Tone.WATER_DEEP) for n in range(4) for k in range(4)),
    line("M4 -57V-66M18 -57V-66M32 -57V-66M46 -57V-66", Tone.STEEL, 1.2),
    line(
        "M66 0V-112M72 0V-112M66 0L72 -12L66 -24L72 -36L66 -48L72 -60L66 -72L72 -84L66 -96L72 -108",
        Tone.SUN,
        1.3,
    ),
    line("M0 -98H96M4 -98L69 -112L94 -98M0 -94H66", Tone.SUN, 1.3),
    block(84, -98, 12, 9, Tone.STEEL),
    block(72, -96, 7, 8, Tone.SPARK),
    line("M16 -94V-76", Tone.STEEL, 0.8),
    block(10, -76, 12, 4, Tone.STEEL),
)

PAVILION: Motif = (
    block(-40, -4, 80, 4, Tone.SHADE),
    block(-24, -24, 48, 20, Tone.WALL),
    *(block(x, -24, 3, 20, Tone.SUN) for x in (-24, -9, 6, 21)),
    face("M-42 -23Q-28 -26 -22 -35H22Q28 -26 42 -23Q20 -27 0 -27T-42 -23Z", Tone.STEEL),
    block(-17, -48, 34, 13, Tone.WALL),
    *(block(x, -48, 2.5, 13, Tone.SUN) for x in (-17, -6, 3.5, 14.5)),
    face("M-32 -47Q-21 -50 -16 -59H16Q21 -50 32 -47Q15 -51 0 -51T-32 -47Z", Tone.STEEL),
    block(-11, -71, 22, 12, Tone.WALL),
    face("M-24 -70Q-12 -73 0 -92Q12 -73 24 -70Q11 -74 0 -74T-24 -70Z", Tone.STEEL),
    line("M0 -92V-101", Tone.SUN, 1.6),
)

BRIDGE: Motif = (
    block(-100, -22, 200, 4, Tone.WALL),
    line("M-100 -22L-48 -84L0 -22M0 -22L48 -84L100 -22", Tone.GLINT, 0.8),
    line("M-82 -22L-48 -74L-14 -22M14 -22L48 -74L82 -22", Tone.GLINT, 0.8),
    line("M-65 -22L-48 -62L-31 -22M31 -22L48 -62L65 -22", Tone.GLINT, 0.8),
    face("M-51 0L-49.6 -88H-46.4L-45 0ZM45 0L46.4 -88H49.6L51 0Z", Tone.SUN),
)

TREE: Motif = (
    face("M-1.6 0L-0.9 -12H0.9L1.6 0Z", Tone.STEEL),
    face(
        "M0 -32C8 -32 9 -26 12 -23C16 -18 11 -10 4 -10H-5C-13 -10 -15 -19 -11 -23C-8 -27 -8 -32 0 -32Z",
        Tone.TERRACE_DEEP,
    ),
    face("M-3 -29C3 -30 5 -26 3 -22C-1 -17 -9 -18 -9 -22C-8 -25 -6 -29 -3 -29Z", Tone.TERRACE),
    disc(-6, -15, 1.9, Tone.SUN),
    disc(3, -25, 1.9, Tone.SUN),
    disc(7, -16, 1.9, Tone.SUN),
    disc(-1, -19.5, 1.9, Tone.SPARK),
)

SAIL: Motif = (
    line("M0 -8V-66", Tone.STEEL, 1.8),
    face("M2 -64Q30 -44 28 -14H2Z", Tone.SUN),
    line("M2 -52L13 -53M2 -40L22 -41M2 -27L27 -28", Tone.SPARK, 1),
    face("M-3 -56Q-20 -36 -21 -14H-3Z", Tone.WALL),
    line("M-3 -44L-12 -43M-3 -30L-19 -29", Tone.SHADE, 0.9),
    face("M-32 -10H38Q32 0 22 0H-16Q-26 0 -32 -10Z", Tone.STEEL),
)
