"""Colours of a screen as shares of the four inks of a printer.

How inks mix is reckoned after Neugebauer: where two lie side by side or on each other, the eye sees the mean of the
inks, their overprints and the paper, by the area of each. The darker a colour, the more of its grey goes to the black
plate, so that little ink lies on the paper and a shift of the plates shows little. No profile of a press stands behind
it: the printer's proof decides.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PAINT = re.compile(r'\b(fill|stroke)="(#[0-9a-f]{6}|#[0-9a-f]{3})"')

_SOLIDS = {
    (0, 0, 0): (255, 255, 255),
    (1, 0, 0): (0, 174, 239),
    (0, 1, 0): (236, 0, 140),
    (0, 0, 1): (255, 242, 0),
    (1, 1, 0): (46, 49, 146),
    (1, 0, 1): (0, 166, 81),
    (0, 1, 1): (237, 28, 36),
    (1, 1, 1): (54, 52, 56),
}
"""How full tones of cyan, magenta and yellow, and their overprints, look on coated paper (sRGB)."""

_BLACK = (35, 31, 32)
"""How a full tone of black looks."""

Plates = tuple[float, float, float, float]


@lru_cache(maxsize=512)
def inks(colour: str) -> str:
    """`#0b4f6c` as `device-cmyk(c m y k)`, each from 0 to 1. Black and white are one plate and none."""
    target = _channels(colour)
    grey = 1 - max(target) / 255
    if max(target) == 0 or min(target) == 255:
        return f"device-cmyk(0 0 0 {round(grey)})"
    plates = (0.0, 0.0, 0.0, grey * (1 + grey) / 2)
    for _ in range(12):
        for plate in range(3):
            plates = _matched(plates, plate, target[plate])
    return f"device-cmyk({' '.join(f'{share:.2f}' for share in plates)})"


def in_inks(html: str) -> str:
    """A document with every fill and stroke of its drawings in inks."""
    return _PAINT.sub(lambda match: f'{match[1]}="{inks(match[2])}"', html)


def printed(plates: Plates) -> tuple[float, float, float]:
    """How a mixture of inks looks: red, green and blue from 0 to 255."""
    seen = [0.0, 0.0, 0.0]
    for covered, solid in _SOLIDS.items():
        area = 1.0
        for on, share in zip(covered, plates, strict=False):
            area *= share if on else 1 - share
        for at, value in enumerate(solid):
            shaded = plates[3] * value * _BLACK[at] / 255
            seen[at] += area * (shaded + (1 - plates[3]) * value)
    return seen[0], seen[1], seen[2]


def _matched(plates: Plates, plate: int, target: int) -> Plates:
    """The mixture with that share of one ink at which the colour it takes away from is as bright as it should be."""
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        mixed = _with(plates, plate, middle)
        low, high = (middle, high) if printed(mixed)[plate] > target else (low, middle)
    return _with(plates, plate, low)


def _with(plates: Plates, plate: int, share: float) -> Plates:
    shares = [*plates]
    shares[plate] = share
    return shares[0], shares[1], shares[2], shares[3]


def _channels(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    full = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    return int(full[:2], 16), int(full[2:4], 16), int(full[4:], 16)
