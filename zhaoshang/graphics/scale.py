"""From figures to places on a sheet: exact until the last step, so that no magnitude breaks a drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Number = Decimal | Fraction | int


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of figures, `low` to `high`."""

    low: Fraction
    high: Fraction

    @classmethod
    def over(cls, values: Iterable[Number], *, zero: bool = True) -> Scale:
        """The stretch that holds all `values`, and zero unless told otherwise; never empty."""
        figures = [exact(value) for value in values] + ([Fraction(0)] if zero else [])
        low, high = min(figures, default=Fraction(0)), max(figures, default=Fraction(0))
        return cls(low, high if high > low else low + 1)

    def at(self, value: Number) -> float:
        """Where `value` stands: 0 at `low`, 1 at `high`; outside values are held at the ends."""
        return float(min(Fraction(1), max(Fraction(0), (exact(value) - self.low) / (self.high - self.low))))

    def widened(self, count: int = 4) -> Scale:
        """The same stretch opened to the next round steps, for an axis of about `count` steps."""
        step = self.step(count)
        return Scale(self.low // step * step, -(-self.high // step) * step)

    def step(self, count: int = 4) -> Fraction:
        """A round step (1, 2 or 5 times a power of ten) that divides the stretch about `count` times."""
        rough = (self.high - self.low) / max(count, 1)
        power = Fraction(10) ** _magnitude(rough)
        return next(power * n for n in (1, 2, 5, 10) if power * n >= rough)

    def ticks(self, count: int = 4) -> tuple[Fraction, ...]:
        """The round figures inside the stretch, ascending."""
        step = self.step(count)
        first = -(-self.low // step)
        return tuple(step * n for n in range(first, self.high // step + 1))


def exact(value: Number) -> Fraction:
    """`value` as a fraction; refuses what is no figure (NaN, infinity)."""
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{value} is not a figure that can be drawn")
    return Fraction(value)


def plain(value: Fraction) -> str:
    """A round figure in digits, thousands grouped: `1,200`, `0.05`, `-3`."""
    places = next((n for n in range(60) if (value * 10**n).denominator == 1), 60)
    return f"{Decimal(value.numerator) / Decimal(value.denominator):,.{places}f}"


def _magnitude(value: Fraction) -> int:
    digits = len(str(value.numerator)) - len(str(value.denominator))
    return digits if Fraction(10) ** digits <= value else digits - 1
