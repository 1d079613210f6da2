"""Whether the colours a place chose can be read: the contrasts of WCAG 2.2 on the grounds the styles derive.

The mixtures repeat `templates/assets/css/20-tokens.css`, which the browser mixes in Oklab
(CSS Color 4, 12.2); the pairs are those of docs/design-tokens.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.site import Brand
from zhaoshang.graphics.palette import contrast

_PAPER, _NIGHT, _INK, _WHITE = "#ffffff", "#0e171d", "#14222c", "#ffffff"
_TEXT, _MARK = 4.5, 3.0
"""What WCAG 2.2 asks: 1.4.3 of text, 1.4.11 of focus and marks."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that meet on a page, and the contrast they need. `choice` names the colour of the brand."""

    choice: str
    name: str
    front: str
    ground: str
    least: float

    @property
    def ratio(self) -> float:
        """The contrast they have."""
        return contrast(self.front, self.ground)


def check_identity(library: Library) -> Findings:
    """Z780 for every chosen colour that cannot be read or seen somewhere; its tightest place is named."""
    return Findings.of(_faults(library))


def _faults(library: Library) -> Iterator[Diagnostic]:
    brand = library.site.brand
    for choice in ("primary", "highlight"):
        failing = [pair for pair in pairs(brand) if pair.choice == choice and pair.ratio < pair.least]
        if failing:
            worst = min(failing, key=lambda pair: pair.ratio / pair.least)
            yield Diagnostic(
                "Z780",
                library.span(Key("site", "site"), "brand", choice),
                {
                    "colour": str(getattr(brand, choice)),
                    "pair": worst.name,
                    "ratio": f"{worst.ratio:.2f}",
                    "least": f"{worst.least:.1f}",
                },
            )


def pairs(brand: Brand) -> tuple[Pair, ...]:
    """Every pair of colours that depends on the brand, light and dark."""
    primary, highlight = brand.primary, brand.highlight
    link = oklab_mix(primary, "#d8f0ff", 34)
    day, night = oklab_mix(primary, _PAPER, 11), oklab_mix(primary, _NIGHT, 24)
    return (
        Pair("primary", "--brand / --wash-2", primary, day, _TEXT),
        Pair("primary", "--on-deep / --deep", _WHITE, oklab_mix(primary, "#000000", 76), _TEXT),
        Pair("primary", "dark --brand / --wash-2", link, night, _TEXT),
        Pair("primary", "dark --on-deep / --deep", _WHITE, oklab_mix(primary, "#060c10", 46), _TEXT),
        Pair("highlight", "--warm / --wash-2", highlight, day, _MARK),
        Pair("highlight", "#14222c / --glow", _INK, oklab_mix(highlight, "#fff3dc", 42), _TEXT),
        Pair("highlight", "dark --warm / --wash-2", oklab_mix(highlight, _WHITE, 62), night, _MARK),
        Pair("highlight", "dark #14222c / --glow", _INK, oklab_mix(highlight, "#fff3dc", 62), _TEXT),
    )


def oklab_mix(colour: str, other: str, percent: int) -> str:
    """`color-mix(in oklab, colour percent%, other)`, as `#rrggbb`."""
    share = percent / 100
    mixed = [a * share + b * (1 - share) for a, b in zip(_oklab(colour), _oklab(other), strict=True)]
    return _hexadecimal(*mixed)


def _oklab(colour: str) -> tuple[float, float, float]:
    r, g, b = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _hexadecimal(lightness: float, a: float, b: float) -> str:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, one)))):02x}" for one in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)
