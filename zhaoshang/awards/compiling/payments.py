"""One figure as a number: a sum, a rate or price on a base, so much per step; or what is no figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from zhaoshang.awards.compiling.asking import figure_number, in_yuan
from zhaoshang.awards.compiling.bases import compile_base
from zhaoshang.awards.compiling.conditions import compile_test
from zhaoshang.awards.compiling.draft import Draft, Place, Unfit
from zhaoshang.awards.compiling.number import (
    PURE,
    YUAN,
    Node,
    Number,
    aligned,
    combined,
    constant,
    dimension_of,
    product,
    steps,
)
from zhaoshang.awards.exact import added_ends
from zhaoshang.awards.grant import Remainder, Shape, TopUp
from zhaoshang.awards.pay import Firmness, Open, Pay
from zhaoshang.awards.speech import say_base, say_pay, say_top_up
from zhaoshang.values import Quantity

Ends = tuple[Fraction, Fraction | None]
"""The lowest and the highest a figure may be; None is without limit."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the grants around a figure add to it: top-ups, ceilings on the count, the slice it applies to."""

    top_ups: tuple[tuple[Place, TopUp], ...] = ()
    limits: tuple[Number, ...] = ()
    slice: Number | None = None

    def only_points(self) -> Around:
        return replace(self, top_ups=tuple(pair for pair in self.top_ups if pair[1].points))

    def without_points(self) -> Around:
        return replace(self, top_ups=tuple(pair for pair in self.top_ups if not pair[1].points))

    def limit(self, base: Number, place: Place) -> Number:
        """The base with the ceilings on how many are paid for."""
        if any(limit.dimension != base.dimension for limit in self.limits):
            raise Unfit(place, "Z641")
        return combined("least", base, *self.limits)

    def refuse_on_components(self) -> None:
        """Several components can share a raise, not a sum or points (Z646)."""
        for place, top_up in self.top_ups:
            if not top_up.raised:
                raise Unfit(place, "Z646")

    def apply(self, draft: Draft, number: Number) -> Number:
        """Raises and sums, in the order in which they stand."""
        for place, top_up in self.top_ups:
            if top_up.raised:
                more = conditional(draft, top_up, _added(draft, top_up.raised, place), place)
                number = product(number, combined("sum", constant(1), more))
            elif top_up.sum:
                added = _added(draft, top_up.sum, place)
                number = combined("sum", number, conditional(draft, top_up, added, place))
        return number


def conditional(draft: Draft, top_up: TopUp, number: Number, place: Place) -> Number:
    """What a top-up adds when its test holds, with a line in the trace, and nothing otherwise.

    Where the text does not say what earns it, it adds anything from nothing to the whole.
    """
    words = draft.text(lambda s: say_top_up(s, top_up, with_test=False))
    if top_up.when is None:
        number = replace(number, node={"do": "span", "low": {"do": "number", "is": "0"}, "high": number.node})
    marked = draft.step(place, "top_up", lambda s: s.say("step", "top_up", top_up=s.text(words)), number)
    if top_up.when is None:
        return marked
    test = compile_test(draft, top_up.when, (*place, "when"))
    (then, otherwise), factor = aligned([marked, constant(0, number.dimension)])
    return Number(
        {"do": "pick", "cases": [{"if": test, "then": then}], "else": otherwise}, factor, number.dimension
    )


def pay_out(draft: Draft, grant: Shape, place: Place, around: Around) -> Number:
    """What the `pay` of a grant comes to, top-ups included."""
    pay = grant.pay
    assert pay is not None
    here = (*place, "pay")
    if pay.figure is None:
        return around.apply(draft, _without_figure(draft, grant, pay, here))
    if grant.amount_is is Firmness.NEGOTIATED:
        return around.apply(draft, _open(draft, grant, pay, here, Open.CASE_BY_CASE))
    base = _base(draft, grant, place, around) if _needs_base(grant, pay) else None
    low, high = ends(grant, pay, here)
    points = _points(draft, around, pay)
    number = _span(
        draft,
        _due(draft, grant, pay, place, low, base, points),
        None if high is None else _due(draft, grant, pay, place, high, base, points),
    )
    if around.slice is None:
        number = draft.step(here, "pay", lambda s: s.say("step", "pay", pay=say_pay(s, pay, grant)), number)
    return around.without_points().apply(draft, number)


def ends(grant: Shape, pay: Pay, place: Place) -> Ends:
    """The lowest and the highest that a figure may mean, from its own words or from `amount_is`."""
    assert pay.figure is not None
    firmness = pay.firmness
    if grant.amount_is and firmness is Firmness.EXACT:
        firmness = grant.amount_is
    value = figure_number(pay.figure)[0]
    if firmness is Firmness.UP_TO:
        return Fraction(0), value
    if firmness is Firmness.AT_LEAST:
        return value, None
    if firmness is Firmness.RANGE:
        if pay.figure.high is None or not pay.figure.is_range:
            raise Unfit(place, "Z647")
        return value, Fraction(pay.figure.high) * dimension_of(pay.figure.unit)[1]
    return value, value


def _needs_base(grant: Shape, pay: Pay) -> bool:
    return pay.is_rate or pay.is_price or grant.each is not None


def _base(draft: Draft, grant: Shape, place: Place, around: Around) -> Number:
    if around.slice:
        return around.slice
    if grant.of is None:
        raise Unfit(place, "Z644")
    number = around.limit(compile_base(draft, grant.of, (*place, "of")), (*place, "cap"))
    of = grant.of
    return draft.step((*place, "of"), "base", lambda s: s.say("step", "base", base=say_base(s, of)), number)


def _points(draft: Draft, around: Around, pay: Pay) -> list[Number]:
    found = []
    for place, top_up in around.only_points().top_ups:
        if not pay.is_rate:
            raise Unfit(place, "Z648")
        assert top_up.points is not None
        found.append(conditional(draft, top_up, _added(draft, top_up.points, place), place))
    return found


def _added(draft: Draft, figure: Quantity, place: Place) -> Number:
    """What a top-up adds: a share as a pure number, a sum in yuan; a span where the figure is one."""
    dimension, size = dimension_of(figure.unit)
    low, high = (constant(end * size, dimension) for end in added_ends(figure))
    if low.currency:
        low, high = in_yuan(draft, low, place), in_yuan(draft, high, place)
    return _span(draft, low, high)


def _due(
    draft: Draft,
    grant: Shape,
    pay: Pay,
    place: Place,
    value: Fraction,
    base: Number | None,
    points: list[Number],
) -> Number:
    assert pay.figure is not None
    dimension = figure_number(pay.figure)[1]
    number = constant(value, dimension)
    if base is None:
        return _sum(draft, number, place)
    if pay.is_rate:
        if base.currency is None:
            raise Unfit(place, "Z644" if grant.of is None else "Z649")
        return _sum(draft, product(base, combined("sum", number, *points)), place)
    if pay.is_price:
        return _sum(draft, product(base, number), place)
    return _sum(draft, product(number, _count(draft, grant, base, place)), place)


def _sum(draft: Draft, number: Number, place: Place) -> Number:
    money = in_yuan(draft, number, place)
    if money.dimension != YUAN:
        raise Unfit(place, "Z629")
    return money


def _count(draft: Draft, grant: Shape, base: Number, place: Place) -> Number:
    """How many steps of `each` a base holds."""
    assert grant.each is not None
    each, dimension = figure_number(grant.each)
    if dimension != base.dimension or not each:
        raise Unfit((*place, "each"), "Z636")
    part = grant.part or _decided_part(draft, grant, place)
    if part is Remainder.IGNORED:
        return steps(base, each)
    if part is Remainder.FULL:
        grain = aligned([base, constant(each, dimension)])[1]
        return steps(combined("sum", base, constant(each - grain, dimension)), each)
    return replace(product(base, constant(1 / each)), dimension=PURE)


def _decided_part(draft: Draft, grant: Shape, place: Place) -> Remainder:
    assert grant.each is not None
    each = grant.each
    options: list[tuple[str, Any]] = [
        (part.value, lambda s, part=part: s.say("reading", f"part_{part.value}", each=s.figure(each)))
        for part in (Remainder.IGNORED, Remainder.PROPORTIONAL)
    ]
    return Remainder(
        draft.decide("part", (*place, "each"), "Z657", options, arguments={"each": each.spelling})
    )


def _span(draft: Draft, low: Number, high: Number | None) -> Number:
    """The two ends of a figure. Both walk through the same steps, so that the trace can show them side by side."""
    if high is None:
        endless: Node = {"do": "greatest", "of": [low.node, {"do": "number", "is": None}]}
        return replace(low, node={"do": "span", "low": low.node, "high": endless})
    if low == high:
        return low
    (first, second), factor = aligned([low, high])
    return Number({"do": "span", "low": first, "high": second}, factor, low.dimension)


def _without_figure(draft: Draft, grant: Shape, pay: Pay, place: Place) -> Number:
    if pay.in_kind or pay.honour:
        note = draft.note(place, "in_kind" if pay.in_kind else "honour", lambda s: say_pay(s, pay, grant))
        return Number({"do": "thing", "note": note}, Fraction(1, 100), YUAN)
    return _open(draft, grant, pay, place, pay.open or Open.UNSTATED)


def _open(draft: Draft, grant: Shape, pay: Pay, place: Place, why: Open) -> Number:
    note = draft.note(place, why.value, lambda s: say_pay(s, pay, grant))
    return Number({"do": "open", "as": why.value, "note": note}, Fraction(1, 100), YUAN)
