"""The ends of a band: a figure or a date, and whether the end itself belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Marker, Quantity, refusing
from zhaoshang.values.days import parse_date


class Side(StrEnum):
    """Whether the end belongs to the band. ASK: the text says 以上 or 以下, so the document's definitions decide."""

    IN = "inclusive"
    OUT = "exclusive"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a band. `spelling` is what was typed."""

    value: Quantity | date
    side: Side
    spelling: str = ""

    @property
    def number(self) -> Fraction:
        """The end as a number in the base unit; a date as its day number."""
        if isinstance(self.value, Quantity):
            return Fraction(self.value.figure) * self.value.unit.size
        return Fraction(self.value.toordinal())

    def settled(self, defined: Side | None) -> Side:
        """Whether the end belongs to the band, once the document has said what its words mean; else still ASK."""
        return defined or self.side if self.side is Side.ASK else self.side

    @property
    def is_date(self) -> bool:
        return not isinstance(self.value, Quantity)

    def __str__(self) -> str:
        return self.spelling


_INCLUDED = re.compile(r"[（(]\s*(不?)含(?:本数)?\s*[)）]")
_WORDS_OF_THE_DOCUMENT = re.compile(r"以上|以下|and above|and below|or more|or less")
_UPWARD = {Marker.AT_LEAST: Side.IN, Marker.OVER: Side.OUT}
_DOWNWARD = {Marker.UP_TO: Side.IN, Marker.BELOW: Side.OUT}


def read_lower(text: str) -> Bound:
    """5000万元, 5000万元以上, 超过5000万元, 5000万元（含）, 2025-01-01. Refuses other markers and ranges (Z609)."""
    return _read(text, _UPWARD)


def read_upper(text: str) -> Bound:
    """1亿元, 1亿元以下, 不满1亿元, 不超过1亿元, 1亿元（不含）, 2025-12-31. Refuses other markers and ranges (Z609)."""
    return _read(text, _DOWNWARD)


def _read(text: str, markers: dict[Marker, Side]) -> Bound:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip(), re.ASCII):
        return Bound(parse_date(text), Side.IN, text)
    included = _INCLUDED.search(text)
    quantity = Quantity.parse(_INCLUDED.sub("", text))
    if quantity.is_range or quantity.marker not in (Marker.EXACT, *markers):
        raise Refusal("Z609", text=text)
    if included:
        return Bound(quantity, Side.OUT if included[1] else Side.IN, text)
    if quantity.marker is Marker.EXACT or _WORDS_OF_THE_DOCUMENT.search(text):
        return Bound(quantity, Side.ASK, text)
    return Bound(quantity, markers[quantity.marker], text)


Lower = Annotated[Bound, refusing(read_lower)]
Upper = Annotated[Bound, refusing(read_upper)]
