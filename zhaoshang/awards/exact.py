"""The figures a sum is reckoned with. A vague one would come out definite, so it is refused where it cannot be kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Figure, Marker, Money, Quantity, Share, Unit
from zhaoshang.values.schema import custom_error

POINT, PERCENT = Unit.of("pp"), Unit.of("percent")


def _marked(*markers: Marker, ranges: bool = False) -> AfterValidator:
    """Lets figures with these markers pass; refuses any other (Z682)."""

    def check(quantity: Quantity) -> Quantity:
        if quantity.marker not in markers or (quantity.is_range and not ranges):
            raise custom_error(Refusal("Z682", text=quantity.spelling))
        return quantity

    return AfterValidator(check)


def _no_points(quantity: Quantity) -> Quantity:
    """A share of something is a percentage: 10个百分点 is none."""
    if quantity.unit == POINT:
        raise custom_error(Refusal("Z682", text=quantity.spelling))
    return quantity


def _as_percent(quantity: Quantity) -> Quantity:
    """Percentage points added to a rate: 2个百分点 is 2%."""
    return replace(quantity, unit=PERCENT) if quantity.unit == POINT else quantity


_EXACT = _marked(Marker.EXACT)
_ADDED = _marked(Marker.EXACT, Marker.UP_TO, ranges=True)
_CEILING = _marked(Marker.EXACT, Marker.UP_TO)
_SHARE = AfterValidator(_no_points)

ExactFigure = Annotated[Figure, _EXACT]
ExactMoney = Annotated[Money, _EXACT]
ExactShare = Annotated[Share, _EXACT, _SHARE]
CeilingShare = Annotated[Share, _CEILING, _SHARE]
"""A share as a ceiling: 50% or 不超过50%."""

AddedPoints = Annotated[Share, _ADDED, AfterValidator(_as_percent)]
AddedShare = Annotated[Share, _ADDED, _SHARE]
AddedMoney = Annotated[Money, _ADDED]
"""What a top-up adds: a figure, a range, or one with 不超过."""


def added_ends(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """The least and the most that a top-up may add, in the unit of the figure."""
    most = Fraction(quantity.high if quantity.high is not None else quantity.figure)
    return (Fraction(0), most) if quantity.marker is Marker.UP_TO else (Fraction(quantity.figure), most)
