"""Colours as roles: every drawing names a tone, a palette says what the tone looks like.

On screen a tone is a class (`gf-accent` fills, `gs-accent` strokes) whose custom property the page may set;
the light colour stands beside it as an attribute, so that a drawing opened alone or without a stylesheet
still looks right. On paper only the attribute is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Tone(StrEnum):
    """What a colour is for. The first group serves diagrams, the second pictures."""

    INK = "ink"
    MUTED = "muted"
    RULE = "rule"
    SURFACE = "surface"
    TINT = "tint"
    TINT_DEEP = "tint-deep"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    SIGNAL = "signal"
    SIGNAL_TINT = "signal-tint"
    SERIES_1 = "series-1"
    SERIES_2 = "series-2"
    SERIES_3 = "series-3"
    SERIES_4 = "series-4"
    SERIES_5 = "series-5"
    SERIES_6 = "series-6"

    SKY = "sky"
    HAZE = "haze"
    RIDGE_FAR = "ridge-far"
    RIDGE_MID = "ridge-mid"
    RIDGE_NEAR = "ridge-near"
    RIDGE_DARK = "ridge-dark"
    TERRACE = "terrace"
    TERRACE_PALE = "terrace-pale"
    TERRACE_DEEP = "terrace-deep"
    CONTOUR = "contour"
    WATER = "water"
    WATER_DEEP = "water-deep"
    GLINT = "glint"
    SUN = "sun"
    GLOW = "glow"
    WALL = "wall"
    SHADE = "shade"
    STEEL = "steel"
    SPARK = "spark"


SERIES = (Tone.SERIES_1, Tone.SERIES_2, Tone.SERIES_3, Tone.SERIES_4, Tone.SERIES_5, Tone.SERIES_6)


@dataclass(frozen=True, slots=True)
class Brand:
    """The three colours a place chooses, as `#rrggbb`: its river, its sun, its fields. All tones derive
    from them.
    """

    river: str = "#0f5c73"
    sun: str = "#e4752b"
    field: str = "#5b8c4a"


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour (`#rrggbb`) for every tone."""

    colours: Mapping[Tone, str]

    def __getitem__(self, tone: Tone) -> str:
        return self.colours[tone]


def mix(colour: str, other: str, percent: int) -> str:
    """`colour` with `percent` of it replaced by `other`, channel by channel."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{(a * (100 - percent) + b * percent + 50) // 100:02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 between two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def legible(colour: str, ground: str, ink: str, ratio: float = 4.5) -> str:
    """`colour` moved towards `ink` in steps until it reaches `ratio` on `ground`."""
    steps = (mix(colour, ink, percent) for percent in range(0, 101, 4))
    return next((step for step in steps if contrast(step, ground) >= ratio), ink)


def light_palette(brand: Brand | None = None, *, surface: str = "#ffffff") -> Palette:
    """The tones for a light page or for paper."""
    chosen = brand or Brand()
    ink = "#15262e"
    return Palette(
        MappingProxyType(_diagram(chosen, surface=surface, ink=ink) | _picture_by_day(chosen, ink=ink))
    )


def dark_palette(brand: Brand | None = None, *, surface: str = "#10181c") -> Palette:
    """The tones for a dark page."""
    chosen = brand or Brand()
    ink = "#e9eff1"
    return Palette(MappingProxyType(_diagram(chosen, surface=surface, ink=ink) | _picture_by_night(chosen)))


def stylesheet(light: Palette, dark: Palette) -> str:
    """CSS that lets the classes of screen drawings follow the page: light, dark by system or by
    `data-theme`.
    """
    day, night = _properties(light), _properties(dark)
    rules = [f":root{{{day}}}"]
    rules.append(f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{night}}}}}")
    rules.append(f":root[data-theme=dark]{{{night}}}")
    rules.append("@media print{:root:root{" + day + "}}")
    rules += [f".gf-{tone}{{fill:var(--g-{tone})}}.gs-{tone}{{stroke:var(--g-{tone})}}" for tone in Tone]
    rules.append(".graphic{max-width:100%;height:auto;font-family:inherit}")
    return "\n".join(rules) + "\n"


def _properties(palette: Palette) -> str:
    return ";".join(f"--g-{tone}:{palette[tone]}" for tone in Tone)


def _channels(colour: str) -> tuple[int, int, int]:
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"a colour is written #rrggbb, not {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _diagram(brand: Brand, *, surface: str, ink: str) -> dict[Tone, str]:
    accent = legible(brand.river, surface, ink, 5.0)
    tint = mix(accent, surface, 90)
    clay, slate, violet = "#a34a3b", "#6b7f88", "#7a5c9e"
    series = (brand.river, brand.sun, brand.field, clay, slate, violet)
    return {
        Tone.INK: ink,
        Tone.MUTED: legible(mix(ink, surface, 42), tint, ink),
        Tone.RULE: mix(ink, surface, 78),
        Tone.SURFACE: surface,
        Tone.TINT: tint,
        Tone.TINT_DEEP: mix(accent, surface, 70),
        Tone.ACCENT: accent,
        Tone.ON_ACCENT: max("#ffffff", "#0b1418", key=lambda colour: contrast(colour, accent)),
        Tone.SIGNAL: legible(brand.sun, mix(brand.sun, surface, 88), ink),
        Tone.SIGNAL_TINT: mix(brand.sun, surface, 88),
    } | {tone: legible(colour, surface, ink, 3.1) for tone, colour in zip(SERIES, series, strict=True)}


def _picture_by_day(brand: Brand, *, ink: str) -> dict[Tone, str]:
    sky = "#faf3e6"
    return {
        Tone.SKY: sky,
        Tone.HAZE: mix(brand.sun, sky, 86),
        Tone.RIDGE_FAR: mix(brand.river, sky, 70),
        Tone.RIDGE_MID: mix(brand.river, sky, 46),
        Tone.RIDGE_NEAR: mix(brand.river, sky, 16),
        Tone.RIDGE_DARK: mix(brand.river, ink, 46),
        Tone.TERRACE: brand.field,
        Tone.TERRACE_PALE: mix(brand.field, sky, 38),
        Tone.TERRACE_DEEP: mix(mix(brand.field, brand.river, 38), ink, 22),
        Tone.CONTOUR: mix(brand.field, sky, 78),
        Tone.WATER: mix(brand.river, "#bfe3e6", 55),
        Tone.WATER_DEEP: mix(brand.river, "#bfe3e6", 28),
        Tone.GLINT: mix(sky, brand.river, 6),
        Tone.SUN: brand.sun,
        Tone.GLOW: mix(brand.sun, sky, 72),
        Tone.WALL: "#fffaf0",
        Tone.SHADE: mix(brand.river, sky, 60),
        Tone.STEEL: mix(brand.river, ink, 72),
        Tone.SPARK: mix(brand.sun, "#ffd58a", 55),
    }


def _picture_by_night(brand: Brand) -> dict[Tone, str]:
    night = "#0c1a22"
    return {
        Tone.SKY: mix(brand.river, night, 72),
        Tone.HAZE: mix(brand.sun, mix(brand.river, night, 72), 90),
        Tone.RIDGE_FAR: mix(brand.river, night, 40),
        Tone.RIDGE_MID: mix(brand.river, night, 54),
        Tone.RIDGE_NEAR: mix(brand.river, night, 68),
        Tone.RIDGE_DARK: mix(brand.river, night, 84),
        Tone.TERRACE: mix(brand.field, night, 46),
        Tone.TERRACE_PALE: mix(brand.field, night, 28),
        Tone.TERRACE_DEEP: mix(brand.field, night, 68),
        Tone.CONTOUR: mix(brand.field, "#d8e6cf", 30),
        Tone.WATER: mix(brand.river, "#7fb9c4", 34),
        Tone.WATER_DEEP: mix(brand.river, "#4d8fa0", 20),
        Tone.GLINT: "#cfe4e6",
        Tone.SUN: mix(brand.sun, "#ffe2b8", 30),
        Tone.GLOW: mix(brand.sun, mix(brand.river, night, 72), 72),
        Tone.WALL: "#d9dfda",
        Tone.SHADE: mix(brand.river, "#8fa9b0", 40),
        Tone.STEEL: "#081016",
        Tone.SPARK: "#ffce7a",
    }
