"""A figure of the trade: exact bounds, a unit, and how firmly it is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Context, Decimal, Inexact
from fractions import Fraction

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.marker import Marker
from zhaoshang.values.spelling import read_spelling
from zhaoshang.values.units import Unit

EXACT = Context(prec=120, traps=[Inexact])
"""Decimal arithmetic that raises rather than rounds."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, a range or a bound, in one unit.

    `low` and `high` are exact Decimals in `unit`; they are equal for a single figure, and None where the figure is
    open (1000人以上 has no `high`). `spelling` is what was typed and `word` the word of its marker
    (最高, 不低于), which its own language keeps; neither takes part in equality.
    """

    low: Decimal | None
    high: Decimal | None
    unit: Unit
    marker: Marker = Marker.EXACT
    spelling: str = field(default="", compare=False)
    word: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Reads a spelling people use, such as 9.7亿元, 2～3亿元, 30余家, US$ 20 million. Raises `Refusal`."""
        low, high, unit, marker, word = read_spelling(text)
        return cls(low, high, unit, marker, text.strip(), word)

    @classmethod
    def exactly(cls, number: Decimal | int, unit: Unit) -> Quantity:
        """A single exact figure."""
        number = Decimal(number)
        return cls(number, number, unit)

    @property
    def kind(self) -> str:
        """What stands above the stroke: money, area, length …"""
        return self.unit.kind

    @property
    def is_range(self) -> bool:
        """Whether both ends are given and differ (±10% is not a range)."""
        return (
            self.low != self.high
            and None not in (self.low, self.high)
            and self.marker is not Marker.PLUS_MINUS
        )

    @property
    def figure(self) -> Decimal:
        """The number to sort by: the figure, the one bound there is, the lower end of a range, the 10 of ±10%."""
        if self.marker is Marker.PLUS_MINUS or self.low is None:
            assert self.high is not None
            return self.high
        return self.low

    @property
    def base_low(self) -> Fraction | None:
        """The lower bound in the base unit (`unit.base`), exactly."""
        return None if self.low is None else Fraction(self.low) * self.unit.size

    @property
    def base_high(self) -> Fraction | None:
        """The upper bound in the base unit (`unit.base`), exactly."""
        return None if self.high is None else Fraction(self.high) * self.unit.size

    def comparable(self, other: Quantity) -> bool:
        """Whether both measure the same thing in convertible units: 亩 and ha do, kW and kVA do not."""
        return self.unit.base == other.unit.base

    def surely_below(self, other: Quantity) -> bool:
        """Whether everything meant here is smaller than everything meant there. Refuses other units (Z248)."""
        self._must_compare(other)
        high, low = self.base_high, other.base_low
        if high is None or low is None:
            return False
        touching = self.marker.inclusive and other.marker.inclusive
        return high < low if touching else high <= low

    def _must_compare(self, other: Quantity) -> None:
        if not self.comparable(other):
            raise Refusal("Z248", one=self.spelling, other=other.spelling)

    def __str__(self) -> str:
        return self.spelling


def total(quantities: Iterable[Quantity]) -> Quantity:
    """The exact sum of one or more exact figures, in the unit of the first.

    Refuses bounds, ranges and approximate figures (Z249) and units that do not convert exactly (Z248).
    """
    all_of_them = list(quantities)
    if not all_of_them:
        raise ValueError("a sum needs at least one quantity")
    first, *others = all_of_them
    numbers = [_exact_figure(first)]
    for other in others:
        first._must_compare(other)
        numbers.append(_in_unit(other, first.unit))
    summed = Decimal(0)
    for number in numbers:
        summed = EXACT.add(summed, number)
    return Quantity.exactly(summed, first.unit)


def _exact_figure(quantity: Quantity) -> Decimal:
    if quantity.marker is not Marker.EXACT or quantity.low is None or quantity.is_range:
        raise Refusal("Z249", text=quantity.spelling)
    return quantity.low


def _in_unit(quantity: Quantity, unit: Unit) -> Decimal:
    number = Fraction(_exact_figure(quantity)) * quantity.unit.size / unit.size
    converted = as_decimal(number)
    if converted is None:
        raise Refusal("Z248", one=quantity.spelling, other=str(unit))
    return converted


def as_decimal(number: Fraction) -> Decimal | None:
    """The fraction as an exact Decimal, or None if it has no end (1/3)."""
    try:
        return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
    except Inexact:
        return None
