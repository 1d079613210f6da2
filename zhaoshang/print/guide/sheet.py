"""The kinds of sheet a guide is printed on: their measures, style sheets and what the file is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    suffix: str = ""
    """What the file's name carries, so that editions of one guide do not clash."""


_A4 = Sheet(width=210, height=297, measure=166, band=80, text=8, small=7)

SHEETS: Mapping[Format, Sheet] = MappingProxyType({Format.A4: _A4})
