"""From what is due in each year to what is paid: the ceiling over the years in time order, then instalments.

Sums come in as exact whole numbers of the Program (`scale` of them make a fen) and leave rounded half up to the fen.
Years are rounded on their running sum, so that they add up to the rounded total and none passes a ceiling; of the
instalments the last takes the rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zhaoshang.awards.answer import ENDLESS_FROM, Instalment, Sum, Year

ENDLESS_FEN = 10**200
"""What is this large in fen is without limit."""


class Share(NamedTuple):
    """A part of a payout: a share, a sum in fen, or (with neither) the rest."""

    note: int
    above: int
    below: int
    sum: int | None


class Paid(NamedTuple):
    """What is paid."""

    sum: Sum
    years: tuple[Year, ...]
    split: tuple[Instalment, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the sum of a year is paid out, and who shares the sum of all years."""

    payout: tuple[Share, ...]
    split: tuple[Share, ...]

    def pay(self, lows: list[int], highs: list[int], total: int, scale: int) -> Paid:
        """Pays out what is due in each year, from `lows` to `highs`, at most `total` over all years."""
        if lows == highs:
            return self._pay_exact(lows, total, scale)
        low_ends, high_ends = _ends(lows, highs, total), _ends(highs, lows, total)
        low_fen = _rounded(low_ends, scale)
        high_fen = _not_below(low_fen, [round_half_up(value, scale) for value in high_ends])
        years = tuple(
            Year(year, _sum(*fen), self._parts(self.payout, low, high, fen, scale))
            for year, low, high, *fen in zip(
                range(1, len(lows) + 1), low_ends, high_ends, low_fen, high_fen, strict=True
            )
        )
        low, high = min(sum(lows), total), min(sum(highs), total)
        fen = round_half_up(low, scale), round_half_up(high, scale)
        return Paid(_sum(*fen), years, self._parts(self.split, low, high, fen, scale))

    def _pay_exact(self, dues: list[int], total: int, scale: int) -> Paid:
        all_years = min(sum(dues), total)
        fen = round_half_up(all_years, scale)
        if not fen:
            return Paid(Sum(0, 0), (), ())
        ends = _ends(dues, dues, total)
        rounded = _rounded(ends, scale)
        years = tuple(
            [
                Year(year, Sum(paid, paid), _exact_parts(self.payout, due, paid, scale))
                for year, due, paid in zip(range(1, len(ends) + 1), ends, rounded, strict=True)
            ]
        )
        return Paid(Sum(fen, fen), years, _exact_parts(self.split, all_years, fen, scale))

    def _parts(
        self, shares: tuple[Share, ...], low: int, high: int, fen: Sequence[int], scale: int
    ) -> tuple[Instalment, ...]:
        lows = _divide(shares, low, fen[0], scale)
        highs = _not_below(lows, _divide(shares, high, fen[1], scale))
        return tuple(
            Instalment(share.note, _sum(*ends)) for share, *ends in zip(shares, lows, highs, strict=True)
        )


def _sum(low: int, high: int) -> Sum:
    return Sum(low, None if high >= ENDLESS_FEN else high)


def _exact_parts(shares: tuple[Share, ...], exact: int, fen: int, scale: int) -> tuple[Instalment, ...]:
    if not shares:
        return ()
    parts = _divide(shares, exact, fen, scale)
    return tuple([Instalment(share[0], Sum(part, part)) for share, part in zip(shares, parts, strict=True)])


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
    result = []
    summed = rounded = 0
    for value in values:
        summed += value
        now = round_half_up(summed, scale)
        result.append(now - rounded)
        rounded = now
    return result


def _not_below(lows: list[int], highs: list[int]) -> list[int]:
    """The high ends, where rounding may have left one a fen below its low end."""
    return [max(low, high) for low, high in zip(lows, highs, strict=True)]


def round_half_up(value: int, scale: int) -> int:
    """A whole number of the Program in fen."""
    return (2 * value + scale) // (2 * scale)


def _divide(shares: tuple[Share, ...], exact: int, fen: int, scale: int) -> list[int]:
    """A sum in parts, in fen. Each is at most what is left, and the last is all that is left."""
    if not shares:
        return []
    left, parts = fen, []
    for _, above, below, wanted in shares[:-1]:
        if wanted is None:
            unit = scale * below
            wanted = (2 * exact * above + unit) // (2 * unit)
        part = wanted if wanted < left else left
        parts.append(part)
        left -= part
    parts.append(left)
    return parts
