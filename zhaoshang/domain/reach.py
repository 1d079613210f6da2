"""Which projects a policy reaches by their size: what it says for all its clauses, else what each of its sums asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from zhaoshang.awards import Award, Kind, Measure, Threshold, Vocabulary, pays_money, thresholds
from zhaoshang.domain.policy import Policy
from zhaoshang.values import Quantity, Unit

YUAN, SQUARE_METRE = Unit.of("CNY"), Unit.of("m2")
LAND = "land-area"
"""The measure that is the land of a project."""


@dataclass(frozen=True, slots=True)
class Reach:
    """From `low` to `high` in base units (yuan, square metres), both included; None where nothing is asked.

    `nothing` says that it is for those alone who have none of it, such as tenants and land.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    nothing: bool = False

    def meets(self, low: Fraction | None, high: Fraction | None) -> bool:
        """Whether a size from `low` to below `high` is reached."""
        if self.nothing:
            return False
        above = high is None or self.low is None or self.low < high
        return above and (low is None or self.high is None or low <= self.high)


def investment_reach(policy: Policy) -> Reach:
    """The total investment of the projects a policy is for.

    A sum that asks for equipment of 10 million yuan is out of reach of a project that invests less in all, so what
    its sums ask of any investment is a lower bound; an upper one would say nothing of the total.
    """
    if policy.scope.investment:
        return _stated(policy.scope.investment, YUAN)
    return _from(least_invested(policy))


def land_reach(policy: Policy) -> Reach:
    """The land of the projects a policy is for."""
    if policy.scope.tenants:
        return Reach(nothing=True)
    return _stated(policy.scope.land, SQUARE_METRE) if policy.scope.land else _from(least_land(policy))


def least_invested(policy: Policy) -> Threshold | None:
    """The least that any of a policy's sums asks of an investment in yuan; None where one of them asks for none."""
    return _least(policy, lambda _, measure: measure.kind is Kind.INVESTMENT and measure.unit == YUAN)


def least_land(policy: Policy) -> Threshold | None:
    """The least land that any of a policy's sums asks for; None where one of them asks for none."""
    return _least(policy, lambda name, _: name == LAND)


def _least(policy: Policy, fits: Callable[[str, Measure], bool]) -> Threshold | None:
    """The lowest of what the sums ask; of one sum the highest, for all that it asks must be met."""
    measures = Vocabulary.of(policy.terms).measures

    def asked(award: Award) -> Threshold | None:
        found = (one for one in thresholds(award) if one.low and one.measure in measures)
        return max((one for one in found if fits(one.measure, measures[one.measure])), key=_low, default=None)

    sums = [award for article in policy.articles.values() for award in article.awards if pays_money(award)]
    least = [asked(award) for award in sums]
    found = [one for one in least if one is not None]
    return min(found, key=_low) if found and len(found) == len(least) else None


def _from(threshold: Threshold | None) -> Reach:
    return Reach(_low(threshold) if threshold else None)


def _low(threshold: Threshold) -> Fraction:
    assert threshold.low is not None
    return threshold.low.number


def _stated(quantity: Quantity, unit: Unit) -> Reach:
    """The bounds of a figure; a sum in a foreign currency has none in yuan that would hold every day."""
    if quantity.unit.base != unit:
        return Reach()
    return Reach(quantity.base_low, quantity.base_high)
