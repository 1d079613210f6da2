"""Bands of a quantity, for lists that can be narrowed by size."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from zhaoshang.domain.reach import Reach
from zhaoshang.values import Quantity
from zhaoshang.voice import Voice


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands of a quantity by their lower bounds, which a record falls into by its own lower bound."""

    bounds: tuple[Quantity, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All bands, lowest first."""
        return tuple(map(str, range(len(self.bounds) + 1)))

    def of(self, quantity: Quantity | None) -> tuple[str, ...]:
        """The band of a quantity as the number of bounds it has reached."""
        figure = sort_key(quantity)
        if figure is None:
            return ()
        return (str(sum(figure >= (bound.base_low or 0) for bound in self.bounds)),)

    def reached(self, reach: Reach) -> tuple[str, ...]:
        """The bands that have a size within a reach."""
        ends = [None, *(bound.base_low for bound in self.bounds), None]
        spans = enumerate(pairwise(ends))
        return tuple(str(band) for band, (low, high) in spans if reach.meets(low, high))

    def label(self, band: str, voice: Voice) -> str:
        """`under 1`, `1 to 5`, `5 and more`."""
        place = int(band)
        words = voice.words["band"]
        if place == 0:
            return str(words["below"]).format(high=voice.show(self.bounds[0]))
        low = voice.show(self.bounds[place - 1])
        if place == len(self.bounds):
            return str(words["above"]).format(low=low)
        return str(words["between"]).format(low=low, high=voice.show(self.bounds[place]))


def _bands(*spellings: str) -> Bands:
    return Bands(tuple(Quantity.parse(spelling) for spelling in spellings))


SUPPORTED = _bands("1000万元", "5000万元", "1亿元", "5亿元")
"""Investments as policies tell them apart: lower than the projects that are sought."""
INVESTMENT = _bands("1亿元", "3亿元", "5亿元", "10亿元")
LAND = _bands("50亩", "100亩", "150亩")
AREA = _bands("5000平方米", "10000平方米", "2公顷", "5公顷")
HEIGHT = _bands("6米", "9米", "12米")
POWER = _bands("500kVA", "1000kVA", "5000kVA")


def sort_key(quantity: Quantity | None) -> Fraction | None:
    """The number a list is ordered by: the lower bound, else the upper one."""
    if quantity is None:
        return None
    return quantity.base_low if quantity.base_low is not None else quantity.base_high
