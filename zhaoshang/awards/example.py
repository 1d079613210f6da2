"""Worked examples: inputs chosen at the bounds of the bands, and what comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from zhaoshang.awards.answer import Answer
from zhaoshang.awards.award import Award
from zhaoshang.awards.base import Base
from zhaoshang.awards.bound import Bound
from zhaoshang.awards.compiling.compiler import compile_award
from zhaoshang.awards.condition import Test
from zhaoshang.awards.grant import Shape
from zhaoshang.awards.interpreter import evaluate
from zhaoshang.awards.measure import Kind
from zhaoshang.awards.program import Input, Program
from zhaoshang.awards.result import say_answer
from zhaoshang.awards.speaker import NO_ARTICLES, languages, phrases
from zhaoshang.awards.terms import Terms
from zhaoshang.values import Quantity, Text, Unit, show, show_date

MOST_EXAMPLES = 6
_TYPICAL = {
    "money": Decimal(10_000_000),
    "area": Decimal(1000),
    "count": Decimal(10),
    "share": Decimal(10),
    "duration": Decimal(12),
}
_OTHER = Decimal(1000)
_PRICE = Decimal(10)
"""Yuan for a square metre and month, a tonne, a person: never millions."""
_COST = Decimal(200_000)
"""A fee or a year's rent in yuan."""
_RATES = {"USD": Decimal("7.1"), "HKD": Decimal("0.91"), "EUR": Decimal("7.8")}
_LPR = Decimal("3.5")


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example. `inputs` are whole numbers of the Program; `given` and `result` say both sides in words."""

    inputs: Mapping[str, int]
    given: Text
    answer: Answer
    result: Text


def examples(
    award: Award, terms: Terms, *, articles: Mapping[str, Text] = NO_ARTICLES
) -> tuple[Example, ...]:
    """At most six examples: one at each bound, one inside the last band, one per rank; one only where nothing varies,
    and none where nothing is asked.

    All that is not varied is set so that the tests of the award hold. Every input is named, so that none is assumed.
    """
    program = compile_award(award, terms, articles=articles)
    if not program.inputs:
        return ()
    typical = typical_inputs(program, award)
    varied = list(_variations(program, award))[:MOST_EXAMPLES] or [{}]
    return tuple(_example(program, {**typical, **change}) for change in varied)


def typical_inputs(program: Program, award: Award) -> dict[str, int]:
    """A value for every input, chosen so that the tests of the award hold and what should grow does."""
    chosen = {given.id: _typical(given) * (4 if given.year == 0 else 5) // 5 for given in program.inputs}
    for _, grant in award.all_grants:
        for test in grant.when.simple() if grant.when else ():
            _satisfy(program, chosen, test)
    return chosen


def sample_inputs(program: Program, award: Award) -> Iterator[dict[str, int]]:
    """Inputs to try readings on: typical ones, those at the bounds, between them, and larger ones."""
    typical = typical_inputs(program, award)
    yield typical
    for change in _variations(program, award):
        yield {**typical, **change}
    figures = {
        given.id: typical[given.id]
        for given in program.inputs
        if given.entry == "figure" and given.id != "years"
    }
    for identity, value in figures.items():
        for factor in (7, 50, 400, 3000):
            yield {**typical, identity: value * factor // 3}
        for bound in _all_bounds(program, award, identity):
            near = [bound + shift for step in (1, 10**5, 10**7) for shift in (step, -step)]
            yield from ({**typical, identity: value} for value in near if value > 0)
    for factor in (10, 100, 1000):
        yield {**typical, **{identity: value * factor for identity, value in figures.items()}}


def _all_bounds(program: Program, award: Award, identity: str) -> Iterator[int]:
    given = program.input(identity)
    assert given is not None
    for _, grant in award.all_grants:
        for tier in grant.tiers:
            for bound in (tier.from_, tier.to):
                value = _whole(given, bound) if bound else None
                if value is not None:
                    yield value


def _typical(given: Input) -> int:
    if given.entry == "flag":
        return 1
    if given.entry == "date":
        return date(2026, 6, 1).toordinal()
    if given.entry == "choice":
        return next((index for index, option in enumerate(given.options) if option.used), 0)
    if given.id.startswith("received"):
        return 0
    if given.id == "years":
        return int(given.most)
    return int(_typical_figure(given) * 10**given.decimals)


def _typical_figure(given: Input) -> Decimal:
    unit = unit_of(given)
    if given.kind is Kind.RATE:
        return _RATES.get(unit.per[0], Decimal(1)) if unit.per else _LPR
    if unit.kind == "money" and (unit.per or given.kind is Kind.COST):
        return _PRICE if unit.per else _COST
    return _TYPICAL.get(unit.kind, _OTHER)


def unit_of(given: Input) -> Unit:
    """The unit of an input, by its id."""
    above, *below = (given.unit_id or "item").split("/")
    return Unit.of(above, *below)


def _satisfy(program: Program, chosen: dict[str, int], test: Test) -> None:
    given = program.input(test.measured.measure) if test.measured and test.measured.measure else None
    if given is None:
        return
    if test.holds is not None:
        chosen[given.id] = int(test.holds)
    elif test.among:
        ids = [option.id for option in given.options]
        chosen[given.id] = ids.index(test.among[0])
    elif bound := test.from_ or test.to:
        value = _whole(given, bound)
        if value is not None:
            chosen[given.id] = value


def _whole(given: Input, bound: Bound) -> int | None:
    """A bound as a whole number of an input, if it is in its unit."""
    if not isinstance(bound.value, Quantity):
        return bound.value.toordinal() if given.entry == "date" else None
    if given.entry != "figure" or not bound.value.unit or unit_of(given).base != bound.value.unit.base:
        return None
    value = Fraction(bound.value.figure) * bound.value.unit.size / unit_of(given).size * 10**given.decimals
    return int(value) if value.denominator == 1 else None


def _variations(program: Program, award: Award) -> Iterator[dict[str, int]]:
    """The bounds of the bands, in order, and a value inside the last; or each rank; or each option of `by`."""
    grant: Shape = next((inner for _, inner in award.all_grants if inner.tiers or inner.ranks), award)
    by = grant.by or grant.of or award.by or award.of
    given = program.input(_driver(by)) if by else None
    if given is None:
        return
    if grant.ranks:
        ids = [option.id for option in given.options]
        yield from ({given.id: ids.index(rank)} for rank in grant.ranks)
        return
    bounds = {_whole(given, bound) for tier in grant.tiers for bound in (tier.from_, tier.to) if bound}
    values = sorted(value for value in bounds if value is not None)
    yield from ({given.id: value} for value in (*values, *_beyond(given, values)))


def _driver(base: Base) -> str:
    return next(base.measures(), "")


def _beyond(given: Input, values: list[int]) -> tuple[int, ...]:
    """A value inside the last band."""
    return (values[-1] * 3 // 2,) if values and given.entry == "figure" else ()


def _example(program: Program, inputs: Mapping[str, int]) -> Example:
    answer = evaluate(program, inputs)
    given = Text({language: say_inputs(program, inputs, language) for language in languages()})
    result = Text({language: say_answer(program, answer, language) for language in languages()})
    return Example(inputs, given, answer, result)


def say_inputs(program: Program, inputs: Mapping[str, int], language: str) -> str:
    """`fixed-asset investment of RMB 50 million, annual rent of RMB 200,000 in each year`."""
    joint = phrases(language)["lists"]["comma"]
    said = (_say_input(given, inputs, program, language) for given in program.inputs)
    return joint.join(filter(None, said))


def _same_every_year(given: Input, inputs: Mapping[str, int], program: Program) -> bool:
    """Whether an input of the first year has the same value in all the others."""
    alike = [other for other in program.inputs if other.subject == given.subject and other.year]
    return len(alike) > 1 and len({inputs[other.id] for other in alike}) == 1


def _say_input(given: Input, inputs: Mapping[str, int], program: Program, language: str) -> str:
    """One input in words; nothing for a year that the words for the first one include."""
    value, words = inputs[given.id], phrases(language)["example"]
    name = given.name.said(language).text
    every = bool(given.year) and _same_every_year(given, inputs, program)
    if every and given.year != 1:
        return ""
    if every and given.subject:
        name = given.subject.said(language).text
    if given.kind is Kind.GRANT and not value:
        return words["nothing"].format(name=name)
    if every:
        return words["every_year"].format(name=name, value=say_figure(given, value, language))
    if given.entry == "flag":
        return words["yes" if value else "no"].format(name=name)
    if given.entry == "choice":
        return words["choice"].format(name=name, value=given.options[value].name.said(language).text)
    if given.entry == "date":
        return words["day"].format(name=name, value=show_date(date.fromordinal(value), language))
    return words["given"].format(name=name, value=say_figure(given, value, language))


def say_figure(given: Input, value: int, language: str) -> str:
    """The value of an input as people say it."""
    number = Decimal(value) / 10**given.decimals
    if not given.unit_id:
        return format(number.normalize(), "f")
    plain = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    quantity = Quantity.exactly(plain, unit_of(given))
    return show(quantity, language)
