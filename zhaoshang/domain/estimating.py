"""The estimate of what a project costs, as Programs over the factor costs.

They are the Programs of the awards: `awards/interpreter.py` works out the example when the site is built, and
`templates/assets/js/awards.js` the reader's own figures, with the same whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from zhaoshang.awards import Kind, Unfit, evaluate
from zhaoshang.awards.compiling.asking import spelled_units, unit_words
from zhaoshang.awards.compiling.number import (
    PURE,
    YUAN,
    Number,
    aligned,
    combined,
    constant,
    dimension_of,
    product,
)
from zhaoshang.awards.program import Input, Note, Option, Program
from zhaoshang.awards.speaker import languages
from zhaoshang.domain.costs import Cost, CostClass
from zhaoshang.domain.estimate import Choose, EstimateLine, Paid
from zhaoshang.values import Marker, Text, Unit
from zhaoshang.values.units import measures

_FEN = Fraction(1, 100)
_DECIMALS, _MOST = 4, 10**12
"""No figure has more decimals, or is larger: a thousand billion kilowatt-hours is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the estimate with what it asks: `choice` is which cost, `fields` how much."""

    id: str
    line: EstimateLine
    cost_class: CostClass
    costs: Mapping[str, Cost]
    choice: Input | None
    fields: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """What a line of the worked example comes to, in fen: from `low` to `high`."""

    line: Line
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """All lines, and a Program each for what is paid once and what is paid every year."""

    lines: tuple[Line, ...]
    programs: Mapping[Paid, Program]
    example: Mapping[str, str]
    """What is typed in the worked example, by input."""

    def worked(self, paid: Paid) -> tuple[Amount, ...]:
        """The worked example, line by line."""
        program = self.programs[paid]
        lines = {line.id: line for line in self.lines}
        answer = evaluate(program, {given.id: self.example.get(given.id, 0) for given in program.inputs})
        found = []
        for step in answer.trace:
            note = program.note(step.note)
            ends = (step.low, step.low if step.high is None else step.high)
            low, high = (_rounded(Fraction(note.factor) * end / _FEN) for end in ends)
            found.append(Amount(lines[note.place], low, high))
        return tuple(found)

    def total(self, paid: Paid) -> tuple[int, int]:
        """What the worked example comes to in all, in fen."""
        amounts = self.worked(paid)
        return sum(amount.low for amount in amounts), sum(amount.high for amount in amounts)


def _rounded(number: Fraction) -> int:
    return int((2 * number + 1) // 2)


@dataclass(slots=True)
class _Piece:
    """One cost of a line with the figure it is paid for."""

    cost: Cost
    figure: Number | None


@dataclass(slots=True)
class _Draft:
    """The estimate being written. `place` is the line at hand, for findings."""

    lines: dict[str, Line] = field(default_factory=dict)
    pieces: dict[str, list[_Piece]] = field(default_factory=dict)
    example: dict[str, str] = field(default_factory=dict)
    place: tuple[str, ...] = ()

    def unfit(self, key: str, code: str, **arguments: str) -> Unfit:
        return Unfit((*self.place, key), code, **arguments)


def make_estimate(classes: Iterable[CostClass]) -> Estimate | None:
    """The estimate of a county's costs; None where no class has a line.

    Raises `Unfit` (Z460 to Z464) with the place: class, `estimate`, line, key.
    """
    draft = _Draft()
    for each in classes:
        for id_, line in each.estimate.items():
            draft.place = (each.id, "estimate", id_)
            _add(draft, id_, line, each)
    if not draft.lines:
        return None
    totals = {paid: tuple(_amounts(draft, paid)) for paid in Paid}
    programs = {paid: _program(draft, paid, found) for paid, found in totals.items() if found}
    return Estimate(tuple(draft.lines.values()), programs, draft.example)


def _add(draft: _Draft, id_: str, line: EstimateLine, each: CostClass) -> None:
    if id_ in draft.lines:
        raise draft.unfit("name", "Z464", line=id_)
    costs = {item: _cost(draft, each, item, "items") for item in line.items}
    for item in line.example:
        _cost(draft, each, item, "example")
    choice = _choice(id_, line, costs) if line.choose is Choose.ONE and len(costs) > 1 else None
    fields = () if line.on else _fields(draft, id_, line, costs)
    draft.lines[id_] = Line(id_, line, each, costs, choice, fields)
    figures = [_figure(given) for given in fields]
    if line.on:
        draft.pieces[id_] = [_Piece(cost, None) for cost in costs.values()]
    elif line.choose is Choose.EACH:
        draft.pieces[id_] = [
            _Piece(cost, figure) for cost, figure in zip(costs.values(), figures, strict=True)
        ]
    else:
        draft.pieces[id_] = [_Piece(cost, figures[0]) for cost in costs.values()]


def _cost(draft: _Draft, each: CostClass, item: str, key: str) -> Cost:
    if item not in each.items:
        raise draft.unfit(key, "Z460", line=item, known="、".join(each.items))
    return each.items[item]


def _choice(id_: str, line: EstimateLine, costs: Mapping[str, Cost]) -> Input:
    options = tuple(Option(item, cost.name) for item, cost in costs.items())
    return Input(f"{id_}.item", line.name, "choice", Kind.CHOICE, options=options)


def _fields(draft: _Draft, id_: str, line: EstimateLine, costs: Mapping[str, Cost]) -> tuple[Input, ...]:
    """A field for the line, or one for each cost; the worked example says in which unit."""
    if line.choose is Choose.EACH:
        return tuple(_field(draft, f"{id_}.{item}", cost.name, line, item) for item, cost in costs.items())
    chosen = next(iter(line.example), "")
    given = _field(draft, id_, line.name, line, chosen)
    if len(costs) > 1 and line.choose is Choose.ONE:
        draft.example[f"{id_}.item"] = chosen
    return (given,)


def _field(draft: _Draft, id_: str, name: Text, line: EstimateLine, item: str) -> Input:
    if item not in line.example:
        raise draft.unfit("example", "Z461", item=item or "、".join(line.items))
    figure = line.example[item]
    if figure.marker is not Marker.EXACT or figure.low is None or figure.is_range or figure.unit.per:
        raise draft.unfit("example", "Z461", item=item)
    draft.example[id_] = f"{figure.low:,f}"
    words = Text({language: unit_words(figure.unit, language) for language in languages()})
    return Input(
        id_,
        name,
        "figure",
        Kind.OTHER,
        words,
        str(figure.unit),
        _DECIMALS,
        str(_MOST * 10**_DECIMALS),
        spelled_units(figure.unit),
    )


def _figure(given: Input) -> Number:
    dimension, size = dimension_of(Unit.of(given.unit_id))
    return Number({"do": "input", "id": given.id}, size / 10**given.decimals, dimension)


def _amounts(draft: _Draft, paid: Paid) -> Iterator[tuple[Line, Number]]:
    for line in draft.lines.values():
        draft.place = (line.cost_class.id, "estimate", line.id)
        if line.line.paid is paid:
            yield line, _amount(draft, line)


def _amount(draft: _Draft, line: Line) -> Number:
    """What a line comes to, in yuan."""
    base = line.line.on
    if base is not None and (base not in draft.lines or draft.lines[base].line.on):
        raise draft.unfit(
            "on", "Z460", line=base, known="、".join(i for i, o in draft.lines.items() if not o.line.on)
        )
    if base is None:
        return _summed(draft, line, draft.pieces[line.id])
    if all(cost.value.kind == "share" for cost in line.costs.values()):
        rate = _together(line, [_span(draft, cost) for cost in line.costs.values()])
        return product(rate, _summed(draft, draft.lines[base], draft.pieces[base], line))
    figures = {id(piece.figure): piece.figure for piece in draft.pieces[base]}
    if len(figures) != 1:
        raise draft.unfit("on", "Z463", line=base)
    pieces = [_Piece(cost, next(iter(figures.values()))) for cost in line.costs.values()]
    return _summed(draft, line, pieces)


def _summed(draft: _Draft, line: Line, pieces: Sequence[_Piece], within: Line | None = None) -> Number:
    """What the costs of a line come to."""
    return _together(line, [_paid_for(draft, line, piece, within) for piece in pieces])


def _together(line: Line, numbers: Sequence[Number]) -> Number:
    """All numbers of a line, or the one that is chosen; they stand in the order of its costs."""
    if line.choice is None:
        return combined("sum", *numbers)
    nodes, factor = aligned(numbers)
    asked = {"do": "input", "id": line.choice.id}
    cases = [
        {"if": {"do": "within", "of": asked, "low": str(place), "high": str(place)}, "then": node}
        for place, node in enumerate(nodes)
    ]
    pick = {"do": "pick", "cases": cases, "else": {"do": "number", "is": "0"}}
    return Number(pick, factor, numbers[0].dimension)


def _paid_for(draft: _Draft, line: Line, piece: _Piece, within: Line | None) -> Number:
    """One price times its figure, and times twelve where it is paid by the month."""
    unit, figure = piece.cost.value.unit, piece.figure
    months = [name for name in unit.per if measures()[name].base == "month"]
    above = measures()[unit.measure].base
    if above != "CNY" or figure is None or bool(months) > (line.line.paid is Paid.YEARLY):
        raise draft.unfit("items", "Z462", item=piece.cost.value.spelling)
    if len(unit.per) == len(months) and figure.dimension:
        figure = Number(figure.node, figure.factor, PURE)  # 元/月 for so many people, flats, lorries
    year = constant(12, (("month", 1),)) if months else constant(1)
    amount = product(_span(draft, piece.cost, within), figure, year)
    if amount.dimension != YUAN:
        raise draft.unfit("example", "Z462", item=piece.cost.value.spelling)
    return amount


def _span(draft: _Draft, cost: Cost, within: Line | None = None) -> Number:
    """A price or a rate from its low to its high end; with bounds, as what lies within them."""
    value = cost.value
    low, high = value.base_low, value.base_high
    if value.marker is not Marker.EXACT or low is None or high is None:
        raise draft.unfit("items", "Z462", item=value.spelling)
    if value.kind == "share":
        low, high = low / 100, high / 100
    dimension = dimension_of(value.unit)[0]
    if within is not None and within.line.bounds is not None:
        low, high = (_bounded(draft, end, within) for end in (low, high))
    nodes, factor = aligned([constant(low, dimension), constant(high, dimension)])
    if low == high:
        return Number(nodes[0], factor, dimension)
    return Number({"do": "span", "low": nodes[0], "high": nodes[1]}, factor, dimension)


def _bounded(draft: _Draft, figure: Fraction, within: Line) -> Fraction:
    bounds = within.line.bounds
    assert bounds is not None
    ends = [_cost(draft, within.cost_class, item, "bounds").value for item in (bounds.least, bounds.most)]
    least, most = ends[0].base_low, ends[1].base_high
    if least is None or most is None:
        raise draft.unfit("bounds", "Z462", item=ends[0].spelling)
    return min(max(figure, least), most)


def _program(draft: _Draft, paid: Paid, amounts: Sequence[tuple[Line, Number]]) -> Program:
    notes = tuple(
        Note("line", line.id, line.line.name, str(number.factor), "CNY") for line, number in amounts
    )
    noted = [
        Number({"do": "note", "note": place, "of": number.node}, number.factor, number.dimension)
        for place, (_, number) in enumerate(amounts)
    ]
    fen = Number({"do": "number", "is": "1"}, _FEN, YUAN)
    nodes, factor = aligned([*noted, fen])
    reading = {
        "names": [],
        "scale": str(_FEN / factor),
        "years": [{"count": 1, "of": {"do": "sum", "of": nodes[:-1]}}],
        "total": None,
        "payout": [],
        "split": [],
    }
    return Program(paid.value, "costs", tuple(_asked(draft, amounts)), notes, (reading,))


def _asked(draft: _Draft, amounts: Sequence[tuple[Line, Number]]) -> Iterator[Input]:
    """What a Program asks for: the inputs of its lines, and of those they are worked out on."""
    wanted = {line.id for line, _ in amounts} | {line.line.on for line, _ in amounts}
    for line in draft.lines.values():
        if line.id in wanted:
            yield from filter(None, (line.choice, *line.fields))
