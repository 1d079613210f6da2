"""Bases: a measure or a formula as a number of a Program."""

from __future__ import annotations

from zhaoshang.awards.base import Base
from zhaoshang.awards.compiling.asking import above_zero, ask_measure, ask_sum, figure_number, in_yuan
from zhaoshang.awards.compiling.draft import Draft, Place, Unfit
from zhaoshang.awards.compiling.number import Number, combined, constant, less, product
from zhaoshang.values import Quantity


def compile_base(draft: Draft, base: Base, place: Place) -> Number:
    """The value of a base in the year being compiled. A ratio has none of its own (Z633)."""
    if base.source == "ratio":
        raise Unfit(place, "Z633")
    number = _source(draft, base, place)
    if base.share:
        number = product(number, constant(figure_number(base.share)[0]))
    if base.over:
        number = less(*_alike(draft, [number, _figure(base.over)], place))
    if base.first:
        number = combined("least", *_alike(draft, [number, _figure(base.first)], place))
    return number


def compile_ratio(draft: Draft, base: Base, place: Place) -> tuple[Number, Number]:
    """The two numbers of a ratio. The second may not be zero."""
    above, below = (compile_base(draft, operand, place) for operand in base.ratio)
    if below.node["do"] == "input":
        above_zero(draft, below)
    return above, below


def _source(draft: Draft, base: Base, place: Place) -> Number:
    if base.measure:
        if not draft.measure(base.measure, place).is_figure:
            raise Unfit(place, "Z634", measure=base.measure)
        return ask_measure(draft, base.measure, place)
    if base.figure:
        return _figure(base.figure)
    if base.growth:
        return _growth(draft, base.growth, place)
    if base.award:
        return ask_sum(draft, f"award.{base.award}", "award", article=base.award)
    operands = [compile_base(draft, operand, place) for operand in base.operands]
    if base.source == "product":
        return product(*operands)
    alike = _alike(draft, operands, place)
    if base.source == "difference":
        return less(alike[0], combined("sum", *alike[1:])) if alike[1:] else alike[0]
    return combined(base.source, *alike)


def _growth(draft: Draft, measure: str, place: Place) -> Number:
    known = draft.measure(measure, place)
    if not (known.yearly and known.is_figure):
        raise Unfit(place, "Z635", measure=measure)
    now = ask_measure(draft, measure, place, year=draft.year)
    return less(now, ask_measure(draft, measure, place, year=draft.year - 1))


def _figure(quantity: Quantity) -> Number:
    value, dimension = figure_number(quantity)
    return constant(value, dimension)


def _alike(draft: Draft, numbers: list[Number], place: Place) -> list[Number]:
    """The numbers in one unit: money of several currencies in yuan. Refuses others (Z636)."""
    if len({number.dimension for number in numbers}) > 1:
        numbers = [in_yuan(draft, number, place) for number in numbers]
    if len({number.dimension for number in numbers}) > 1:
        raise Unfit(place, "Z636")
    return numbers
