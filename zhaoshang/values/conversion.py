"""The same figure in another unit: exactly where the units allow it, else to three significant digits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from zhaoshang.values.numerals import written_out
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
    ends = [
        None if end is None else as_decimal(Fraction(end) * ratio) for end in (quantity.low, quantity.high)
    ]
    if [end is None for end in ends] != [quantity.low is None, quantity.high is None]:
        return None
    return replace(quantity, low=ends[0], high=ends[1], unit=unit)


def near_unit(quantity: Quantity, unit: Unit) -> Converted:
    """The same in a unit of the same base, to three significant digits."""
    ratio = quantity.unit.size / unit.size
    return _rounding(quantity, unit, lambda end: Fraction(end) * ratio)


def in_currency(quantity: Quantity, rates: Rates) -> Converted:
    """A sum or price in CNY in the currency of `rates`, to three significant digits and always approximate."""
    rate = Fraction(rates.cny_per_unit)
    unit = Unit(rates.currency, quantity.unit.per)
    return _rounding(quantity, unit, lambda end: Fraction(end) / rate)._replace(rounded=True)


def _rounding(quantity: Quantity, unit: Unit, convert: Callable[[Decimal], Fraction]) -> Converted:
    exact = [None if end is None else convert(end) for end in (quantity.low, quantity.high)]
    low, high = (None if number is None else significant(number) for number in exact)
    rounded = exact != [None if end is None else Fraction(end) for end in (low, high)]
    return Converted(replace(quantity, low=low, high=high, unit=unit), rounded)


def significant(number: Fraction) -> Decimal:
    """The number to three significant digits, halves away from zero: 43.4667 is 43.5, 13900.2 is 13900."""
    rounded = _THREE.divide(Decimal(number.numerator), Decimal(number.denominator))
    return written_out(rounded.normalize())
