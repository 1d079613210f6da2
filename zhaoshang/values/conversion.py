"""The same figure in another unit: exactly where the units allow it, else to three significant digits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from zhaoshang.values.quantity import Quantity, as_decimal
from zhaoshang.values.rates import Rates
from zhaoshang.values.units import Unit

_THREE = Context(prec=3, rounding=ROUND_HALF_UP)


class Converted(NamedTuple):
    """A figure in another unit. `rounded` tells that digits were lost on the way."""

    quantity: Quantity
    rounded: bool


def in_unit(quantity: Quantity, unit: Unit) -> Quantity | None:
    """The same in a unit of the same base, exactly; None where the figure would have no end (1亩 in ㎡)."""
    ratio = quantity.unit.size / unit.size
    low, high = (None if end is None else as_decimal(Fraction(end) * ratio) for end in (quantity.low, quantity.high))
    if (low is None, high is None) != (quantity.low is None, quantity.high is None):
        return None
    return replace(quantity, low=low, high=high, unit=unit)


def near_unit(quantity: Quantity, unit: Unit) -> Converted:
    """The same in a unit of the same base, to three significant digits."""
    ratio = quantity.unit.size / unit.size
    return _rounding(quantity, unit, lambda end: Fraction(end) * ratio)


def in_currency(quantity: Quantity, rates: Rates) -> Converted:
    """A sum or price in CNY in the currency of `rates`, to three significant digits and always approximate."""
    unit = Unit(rates.currency, quantity.unit.per)
    converted = _rounding(quantity, unit, lambda end: Fraction(end) / Fraction(rates.cny_per_unit))
    return Converted(converted.quantity, rounded=True)


def _rounding(quantity: Quantity, unit: Unit, convert: Callable[[Decimal], Fraction]) -> Converted:
    exact = [None if end is None else convert(end) for end in (quantity.low, quantity.high)]
    low, high = (None if number is None else significant(number) for number in exact)
    rounded = any(number is not None and Fraction(shown or 0) != number for number, shown in zip(exact, (low, high), strict=True))
    return Converted(replace(quantity, low=low, high=high, unit=unit), rounded)


def significant(number: Fraction) -> Decimal:
    """The number to three significant digits, halves away from zero, without an exponent above zero."""
    rounded = _THREE.divide(Decimal(number.numerator), Decimal(number.denominator)).normalize()
    return rounded if rounded.as_tuple().exponent <= 0 else Decimal(int(rounded))
