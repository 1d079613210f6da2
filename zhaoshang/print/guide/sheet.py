"""The kinds of sheet a guide is printed on: their measures, style sheets and what the file is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from zhaoshang.domain.guide import Format
from zhaoshang.print.document import Variant


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet. Lengths in millimetres, type sizes of drawings in points."""

    width: float
    height: float
    measure: float
    """How wide the text block is."""
    band: float
    """How high the picture at the head of a chapter is."""
    text: float
    small: float
    styles: tuple[str, ...] = ()
    """Style sheets after those of every guide."""
    variant: Variant = Variant.TAGGED
    gap: float = 8
    """Between two drawings side by side."""
    foot: float = 11
    """How far the running foot stands above the edge."""
    bleed: float = 0
    """How far pictures run past the trim."""
    columns: int = 2
    """How many drawings stand side by side at most."""
    widest: int = 8
    """How many columns a table may have; one with more becomes a list of cards."""
    pictures: bool = True
    """Whether the cover and the chapters open with a picture."""
    contrast: bool = False
    """Whether words and lines are black wherever they would be grey."""
    codes: float = 1
    """How large QR codes are, as a share of what they measure on A4."""


_A4 = Sheet(width=210, height=297, measure=166, band=80, text=7.5, small=7.5)

SHEETS: Mapping[Format, Sheet] = MappingProxyType(
    {
        Format.A4: _A4,
        Format.PHONE: Sheet(
            width=90,
            height=160,
            measure=74,
            band=36,
            text=6.8,
            small=6.2,
            styles=("phone.css",),
            foot=4,
            columns=1,
            widest=3,
            codes=0.8,
        ),
        Format.PLAIN: Sheet(
            width=210,
            height=297,
            measure=166,
            band=0,
            text=12,
            small=11,
            styles=("plain.css",),
            columns=1,
            widest=3,
            pictures=False,
            contrast=True,
            codes=1.4,
        ),
        Format.PRINT_SHOP: replace(_A4, styles=("print-shop.css",), variant=Variant.PRINT_SHOP, bleed=5),
        Format.ARCHIVE: replace(_A4, variant=Variant.ARCHIVE),
    }
)
