"""From what is due in each year to what is paid: the ceiling over the years in time order, then instalments.

Sums come in as exact whole numbers of the Program (`scale` of them make a fen) and leave rounded half up to the fen.
Years are rounded on their running sum, so that they add up to the rounded total and none passes a ceiling; of the
instalments the last takes the rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zhaoshang.awards.answer import ENDLESS_FROM, NO_SUM, Instalment, Sum, Year

_new = tuple.__new__
"""Makes a named tuple without the detour of its constructor: an award over many years has dozens."""

ENDLESS_FEN = 10**200
"""What is this large in fen is without limit."""


class Share(NamedTuple):
    """A part of a payout: a share `above/below`, a sum in fen, or (with neither) the rest."""

    note: int
    above: int
    below: int
    sum: int | None

    def of(self, scale: int) -> Cut:
        """The share as it is taken from whole numbers of a Program."""
        return (self.note, 2 * self.above, scale * self.below, 2 * scale * self.below, self.sum)


Cut = tuple[int, int, int, int, int | None]
"""A note, and the numbers that make `(exact * twice + half) // whole` the share in fen, or the sum that is stated."""


class Paid(NamedTuple):
    """What is paid."""

    sum: Sum
    years: tuple[Year, ...]
    split: tuple[Instalment, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the sum of a year is paid out, and who shares the sum of all years; `scale` as in the Program."""

    payout: tuple[Cut, ...]
    split: tuple[Cut, ...]
    scale: int

    @classmethod
    def of(cls, payout: Iterable[Share], split: Iterable[Share], scale: int) -> Schedule:
        """The schedule of a reading."""
        return cls(tuple(part.of(scale) for part in payout), tuple(part.of(scale) for part in split), scale)

    def pay(self, lows: list[int], highs: list[int], total: int) -> Paid:
        """Pays out what is due in each year, from `lows` to `highs`, at most `total` over all years."""
        scale = self.scale
        if lows == highs:
            return self._pay_exact(lows, total)
        low_ends, high_ends = _ends(lows, highs, total), _ends(highs, lows, total)
        low_fen = _rounded(low_ends, scale)
        high_fen = _not_below(low_fen, [round_half_up(value, scale) for value in high_ends])
        years = tuple(
            Year(year, _sum(*fen), _parts(self.payout, low, high, fen))
            for year, low, high, *fen in zip(
                range(1, len(lows) + 1), low_ends, high_ends, low_fen, high_fen, strict=True
            )
        )
        low, high = min(sum(lows), total), min(sum(highs), total)
        fen = round_half_up(low, scale), round_half_up(high, scale)
        return Paid(_sum(*fen), years, _parts(self.split, low, high, fen))

    def _pay_exact(self, dues: list[int], total: int) -> Paid:
        all_years = min(sum(dues), total)
        fen = round_half_up(all_years, self.scale)
        if not fen:
            return Paid(NO_SUM, (), ())
        ends = _ends(dues, dues, total)
        rounded = _rounded(ends, self.scale)
        payout = self.payout
        years = tuple(
            [
                _new(Year, (year, _new(Sum, (paid, paid)), _exact_parts(payout, due, paid)))
                for year, due, paid in zip(range(1, len(ends) + 1), ends, rounded, strict=True)
            ]
        )
        return Paid(Sum(fen, fen), years, _exact_parts(self.split, all_years, fen))


def _sum(low: int, high: int) -> Sum:
    return Sum(low, None if high >= ENDLESS_FEN else high)


def _parts(cuts: tuple[Cut, ...], low: int, high: int, fen: Sequence[int]) -> tuple[Instalment, ...]:
    lows = _divide(cuts, low, fen[0])
    highs = _not_below(lows, _divide(cuts, high, fen[1]))
    return tuple(Instalment(cut[0], _sum(*ends)) for cut, *ends in zip(cuts, lows, highs, strict=True))


def _exact_parts(cuts: tuple[Cut, ...], exact: int, fen: int) -> tuple[Instalment, ...]:
    if not cuts:
        return ()
    left, parts = fen, []
    for note, twice, half, whole, stated in cuts[:-1]:
        part = (exact * twice + half) // whole if stated is None else stated
        if part > left:
            part = left
        left -= part
        parts.append(_new(Instalment, (note, _new(Sum, (part, part)))))
    parts.append(_new(Instalment, (cuts[-1][0], _new(Sum, (left, left)))))
    return tuple(parts)


def _ends(values: list[int], others: list[int], total: int) -> list[int]:
    """One end of what each year gets: its own such end, after the other years took their other ends from `total`."""
    if total >= ENDLESS_FROM:
        return values
    ends, left = [], total
    for value, other in zip(values, others, strict=True):
        ends.append(value if value < left else left)
        left = left - other if other < left else 0
    return ends


def _rounded(values: list[int], scale: int) -> list[int]:
    """In fen, rounded on the running sum."""
    result, whole = [], 2 * scale
    summed, rounded = scale, 0
    for value in values:
        summed += 2 * value
        now = summed // whole
        result.append(now - rounded)
        rounded = now
    return result


def _not_below(lows: list[int], highs: list[int]) -> list[int]:
    """The high ends, where rounding may have left one a fen below its low end."""
    return [max(low, high) for low, high in zip(lows, highs, strict=True)]


def round_half_up(value: int, scale: int) -> int:
    """A whole number of the Program in fen."""
    return (2 * value + scale) // (2 * scale)


def _divide(cuts: tuple[Cut, ...], exact: int, fen: int) -> list[int]:
    """A sum in parts, in fen. Each is at most what is left, and the last is all that is left."""
    if not cuts:
        return []
    left, parts = fen, []
    for _, twice, half, whole, stated in cuts[:-1]:
        wanted = (exact * twice + half) // whole if stated is None else stated
        part = wanted if wanted < left else left
        parts.append(part)
        left -= part
    parts.append(left)
    return parts
