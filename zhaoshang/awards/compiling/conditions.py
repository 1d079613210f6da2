"""Tests as nodes of a Program."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from zhaoshang.awards.base import Base
from zhaoshang.awards.bound import Bound, Side
from zhaoshang.awards.compiling.asking import ask_measure, figure_number, in_yuan, option_number
from zhaoshang.awards.compiling.bases import compile_base, compile_ratio
from zhaoshang.awards.compiling.draft import Draft, Place, Unfit
from zhaoshang.awards.compiling.number import DAY, Dimension, Node, Number, constant, excess, product
from zhaoshang.awards.condition import Test
from zhaoshang.awards.measure import Kind
from zhaoshang.values import Quantity

Cut = tuple[Fraction, int]
"""A point between values: just below `value` (0) or just above it (1). Bands lie between two cuts."""


def lower_cut(draft: Draft, bound: Bound, place: Place) -> Cut:
    """Where a band begins."""
    side = draft.side(bound, draft.terms.bounds.above, upper=False, place=place)
    return bound_number(bound), int(side is Side.OUT)


def upper_cut(draft: Draft, bound: Bound, place: Place) -> Cut:
    """Where a band ends."""
    side = draft.side(bound, draft.terms.bounds.below, upper=True, place=place)
    return bound_number(bound), int(side is Side.IN)


def bound_number(bound: Bound) -> Fraction:
    """A bound in base units, shares as pure numbers."""
    return _figure(bound)[0]


def bound_dimension(bound: Bound) -> Dimension:
    """The base units of a bound; days for a date."""
    return _figure(bound)[1]


def _figure(bound: Bound) -> tuple[Fraction, Dimension]:
    return figure_number(bound.value) if isinstance(bound.value, Quantity) else (bound.number, DAY)


Compare = Callable[[Cut | None, Cut | None], Node]


def comparing(draft: Draft, base: Base, bounds: list[Bound], place: Place) -> Compare:
    """A function that makes the test "lies between two cuts" for a base; `bounds` settle units and currency."""
    dimensions = {_figure(bound)[1] for bound in bounds}
    if len(dimensions) > 1:
        raise Unfit(place, "Z636")
    wanted = next(iter(dimensions), None)
    if base.source == "ratio":
        return _comparing_ratio(draft, base, wanted, place)
    number = compile_subject(draft, base, place)
    if wanted is not None and number.dimension != wanted:
        return _comparing_money(draft, number, wanted, place)
    return lambda low, high: within(number, low, high)


def compile_subject(draft: Draft, base: Base, place: Place) -> Number:
    """What a band is selected by: a figure or a date."""
    if base.measure and draft.measure(base.measure, place).kind is Kind.DATE:
        return ask_measure(draft, base.measure, place)
    return compile_base(draft, base, place)


def _comparing_ratio(draft: Draft, base: Base, wanted: Dimension | None, place: Place) -> Compare:
    above, below = compile_ratio(draft, base, place)
    if wanted is not None and product(below, constant(1, wanted)).dimension != above.dimension:
        above, below = in_yuan(draft, above, place), in_yuan(draft, below, place)
    if wanted is not None and product(below, constant(1, wanted)).dimension != above.dimension:
        raise Unfit(place, "Z636")
    return lambda low, high: _both(
        low and _beyond(excess(above, product(below, constant(low[0], wanted or ()))), low),
        high and _short(excess(above, product(below, constant(high[0], wanted or ()))), high),
    )


def _comparing_money(draft: Draft, number: Number, wanted: Dimension, place: Place) -> Compare:
    """Bounds in another currency than the base: both are compared in yuan."""
    in_base = in_yuan(draft, number, place)
    unit = in_yuan(draft, constant(1, wanted), place)
    if in_base.dimension != unit.dimension:
        raise Unfit(place, "Z636")
    return lambda low, high: _both(
        low and _beyond(excess(in_base, product(constant(low[0]), unit)), low),
        high and _short(excess(in_base, product(constant(high[0]), unit)), high),
    )


def _beyond(difference: Number, cut: Cut) -> Node:
    return {"do": "within", "of": difference.node, "low": str(cut[1]), "high": None}


def _short(difference: Number, cut: Cut) -> Node:
    return {"do": "within", "of": difference.node, "low": None, "high": str(cut[1] - 1)}


def _both(*nodes: Node | None) -> Node:
    return all_of([node for node in nodes if node])


def all_of(nodes: list[Node]) -> Node:
    """A test that holds when all of these do."""
    if len(nodes) == 1:
        return nodes[0]
    return {"do": "some", "least": len(nodes), "most": len(nodes), "of": nodes}


def within(number: Number, low: Cut | None, high: Cut | None) -> Node:
    """The test that a number lies between two cuts, as whole numbers of its own scale, both included."""
    return {
        "do": "within",
        "of": number.node,
        "low": None if low is None else str(whole(low, number.factor)),
        "high": None if high is None else str(whole(high, number.factor) - 1),
    }


def whole(cut: Cut, factor: Fraction) -> int:
    """The first whole number of a scale that lies above a cut."""
    value, above = cut
    return floor(value / factor) + 1 if above else ceil(value / factor)


def compile_test(draft: Draft, test: Test, place: Place) -> Node:
    """A test as a node."""
    if test.measured:
        return _simple(draft, test, test.measured, place)
    name = "all" if test.all else "any" if test.any else "none" if test.none else "of"
    nodes = [compile_test(draft, part, (*place, name, index)) for index, part in enumerate(test.parts)]
    if test.none:
        return {"do": "some", "least": 0, "most": 0, "of": nodes}
    return {"do": "some", "least": test.needed, "most": len(nodes), "of": nodes}


def _simple(draft: Draft, test: Test, base: Base, place: Place) -> Node:
    if test.from_ or test.to:
        compare = comparing(draft, base, [bound for bound in (test.from_, test.to) if bound], place)
        low = lower_cut(draft, test.from_, place) if test.from_ else None
        high = upper_cut(draft, test.to, place) if test.to else None
        return compare(low, high)
    if base.measure is None:
        raise Unfit(place, "Z637")
    measure = draft.measure(base.measure, place)
    if test.holds is not None:
        if measure.kind is not Kind.FLAG:
            raise Unfit(place, "Z638", measure=base.measure)
        asked = ask_measure(draft, base.measure, place)
        return {"do": "within", "of": asked.node, "low": str(int(test.holds)), "high": str(int(test.holds))}
    if measure.kind not in (Kind.CHOICE, Kind.RANK):
        raise Unfit(place, "Z639", measure=base.measure)
    return one_of(draft, base.measure, list(test.among), place)


def one_of(draft: Draft, measure: str, options: list[str], place: Place) -> Node:
    """The test that a choice is one of some options."""
    asked = ask_measure(draft, measure, place)
    numbers = [str(option_number(draft, measure, option, place)) for option in options]
    nodes: list[Node] = [
        {"do": "within", "of": asked.node, "low": number, "high": number} for number in numbers
    ]
    return nodes[0] if len(nodes) == 1 else {"do": "some", "least": 1, "most": len(nodes), "of": nodes}
