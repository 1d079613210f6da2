"""Nodes of a Program with what they mean: an integer in the Program, times an exact factor, in a unit.

Every value of a Program is an integer; fractions live in `factor`, which the compiler resolves before it emits a node.
That is why the interpreters need nothing but whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd, lcm, prod
from typing import Any

from zhaoshang.awards.program import Input
from zhaoshang.values import Unit
from zhaoshang.values.units import measures

Node = Mapping[str, Any]
Dimension = tuple[tuple[str, int], ...]
"""Base units and their powers, sorted: 元/平方米·月 is (("CNY", 1), ("m2", -1), ("month", -1))."""

YUAN: Dimension = (("CNY", 1),)
PURE: Dimension = ()
DAY: Dimension = (("calendar", 1),)


@dataclass(frozen=True, slots=True)
class Number:
    """What `node` computes, times `factor`, is the value in base units. A `None` node stands for no limit."""

    node: Node
    factor: Fraction
    dimension: Dimension

    @property
    def currency(self) -> str | None:
        """The currency of a sum of money, if it is one."""
        is_money = len(self.dimension) == 1 and measures().get(self.dimension[0][0])
        return (
            self.dimension[0][0]
            if is_money and is_money.kind == "money" and self.dimension[0][1] == 1
            else None
        )


def constant(value: Fraction | int, dimension: Dimension = PURE) -> Number:
    """An exact number."""
    value = Fraction(value)
    return Number({"do": "number", "is": str(value.numerator)}, Fraction(1, value.denominator), dimension)


def dimension_of(unit: Unit) -> tuple[Dimension, Fraction]:
    """The base units of a unit, and how many of them it holds; shares are pure numbers."""
    powers: dict[str, int] = {}
    size = unit.size
    for name, power in ((unit.measure, 1), *((below, -1) for below in unit.per)):
        base = measures()[name].base
        if base == "percent":
            size = size / 100 if power == 1 else size * 100
        else:
            powers[base] = powers.get(base, 0) + power
    return _sorted(powers), size


def product(*numbers: Number) -> Number:
    """The product, with units multiplied and constants folded."""
    powers: dict[str, int] = {}
    factor, whole, nodes = Fraction(1), 1, []
    for number in numbers:
        factor *= number.factor
        for name, power in number.dimension:
            powers[name] = powers.get(name, 0) + power
        if number.node["do"] == "number":
            whole *= int(number.node["is"])
        else:
            nodes.append(number.node)
    return Number(_times(nodes, whole), factor, _sorted(powers))


def aligned(numbers: Sequence[Number]) -> tuple[list[Node], Fraction]:
    """The nodes of several numbers, brought to one factor, and that factor."""
    factors = [number.factor for number in numbers]
    below = lcm(*(factor.denominator for factor in factors))
    common = Fraction(gcd(*(factor.numerator * (below // factor.denominator) for factor in factors)), below)
    return [scaled(number, common).node for number in numbers], common


def scaled(number: Number, factor: Fraction) -> Number:
    """The same number with a given factor, of which its own must be a multiple."""
    if number.node == {"do": "number", "is": None}:
        return replace(number, factor=factor)
    ratio = number.factor / factor
    assert ratio.denominator == 1
    constant_node = number.node["do"] == "number"
    whole = int(number.node["is"]) * ratio.numerator if constant_node else ratio.numerator
    return replace(number, node=_times([] if constant_node else [number.node], whole), factor=factor)


def combined(do: str, *numbers: Number) -> Number:
    """The `sum`, the `least` or the `greatest` of numbers of one unit."""
    if len(numbers) == 1:
        return numbers[0]
    nodes, factor = aligned(numbers)
    return Number({"do": do, "of": nodes}, factor, numbers[0].dimension)


def less(number: Number, other: Number) -> Number:
    """The difference, never below zero."""
    (first, second), factor = aligned([number, other])
    return Number({"do": "less", "of": first, "by": second}, factor, number.dimension)


def excess(number: Number, other: Number) -> Number:
    """The difference with its sign, for comparing only."""
    return combined("sum", number, product(constant(-1), other))


def steps(number: Number, each: Fraction) -> Number:
    """How many full steps of `each` a number holds."""
    ratio = number.factor / each
    node = _times([number.node], ratio.numerator)
    return Number({"do": "floor", "of": node, "by": str(ratio.denominator)}, Fraction(1), PURE)


def largest(node: Node, inputs: Mapping[str, Input]) -> int:
    """How large the absolute value of a node can become; what is without limit is left out."""
    do = node["do"]
    if do == "number":
        return abs(int(node["is"] or 0))
    if do == "input":
        return int(inputs[node["id"]].most or 10**7)
    parts = [node[key] for key in ("of", "by", "low", "high", "else") if isinstance(node.get(key), Mapping)]
    parts += node["of"] if isinstance(node.get("of"), list) else []
    parts += [case["then"] for case in node.get("cases", ())]
    sizes = [largest(part, inputs) for part in parts]
    return prod(sizes) if do == "product" else sum(sizes) if do in ("sum", "less") else max(sizes, default=0)


def _times(nodes: list[Node], whole: int) -> Node:
    if not nodes:
        return {"do": "number", "is": str(whole)}
    if whole != 1:
        return {"do": "product", "of": [{"do": "number", "is": str(whole)}, *nodes]}
    return nodes[0] if len(nodes) == 1 else {"do": "product", "of": nodes}


def _sorted(powers: Mapping[str, int]) -> Dimension:
    return tuple(sorted((name, power) for name, power in powers.items() if power))
