"""The nodes of a Program as functions of one run, for one end of its spans. `program.py` lists what each node means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Any, NamedTuple

from zhaoshang.awards.answer import ENDLESS

Node = Mapping[str, Any]


class Missing(Exception):  # noqa: N818 (asks for an input, nothing went wrong)
    """An input that was met and not given."""


class Given(dict[str, int]):
    """The inputs of a run; one that is not there is asked for."""

    def __missing__(self, identity: str) -> int:
        raise Missing(identity)


@dataclass(slots=True)
class Run:
    """One walk through a tree: the inputs, and what is written down on the way."""

    values: Given
    steps: list[tuple[int, int]] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    things: list[int] = field(default_factory=list)
    opens: list[tuple[str, int]] = field(default_factory=list)


Figure = Callable[[Run], int]
Test = Callable[[Run], bool]


class Way(NamedTuple):
    """How a tree is walked: to which end of its spans, and whether the trace is written down."""

    end: str
    traced: bool = False


LOW, HIGH = Way("low"), Way("high")


def is_wide(node: Any) -> bool:
    """Whether a tree has a span or an opening anywhere."""
    if isinstance(node, Mapping):
        return node.get("do") in ("span", "open") or any(map(is_wide, node.values()))
    return isinstance(node, (list, tuple)) and any(map(is_wide, node))


def figure(node: Node, way: Way) -> Figure:
    """A tree as a function of one run, for one end of its spans, with or without the lines of the trace."""
    return _FIGURES[node["do"]](node, way)


def _fixed(node: Node) -> int | None:
    """The value of a plain number; None for any other node. Most nodes have one, and are quicker when it is known."""
    if node["do"] != "number":
        return None
    return ENDLESS if node["is"] is None else int(node["is"])


def _number(node: Node, way: Way) -> Figure:
    value = _fixed(node)
    assert value is not None
    return lambda run: value


def _input(node: Node, way: Way) -> Figure:
    identity = node["id"]
    return lambda run: run.values[identity]


def _asked(node: Node) -> str | None:
    """The id of a plain input; None for any other node. Most figures are one, and are quicker when it is known."""
    return node["id"] if node["do"] == "input" else None


def _sum(node: Node, way: Way) -> Figure:
    parts = [figure(part, way) for part in node["of"]]
    if len(parts) == 2:
        first, second = parts
        return lambda run: first(run) + second(run)
    return lambda run: sum([part(run) for part in parts])


def _product(node: Node, way: Way) -> Figure:
    parts = [figure(part, way) for part in node["of"]]
    if len(parts) == 2:
        first, second = parts
        value = _fixed(node["of"][0])
        return (lambda run: first(run) * second(run)) if value is None else (lambda run: value * second(run))
    return lambda run: prod([part(run) for part in parts])


def _least(node: Node, way: Way) -> Figure:
    parts = [figure(part, way) for part in node["of"]]
    if len(parts) == 2:
        return _lower(node["of"], parts)
    return lambda run: min([part(run) for part in parts])


def _lower(nodes: Sequence[Node], parts: Sequence[Figure]) -> Figure:
    first, second = parts
    identity, limit = _asked(nodes[0]), _fixed(nodes[1]) or 0

    def lower(run: Run) -> int:
        value, other = first(run), second(run)
        return value if value < other else other

    def capped(run: Run) -> int:
        value = first(run)
        return value if value < limit else limit

    def capped_input(run: Run) -> int:
        value = run.values[identity or ""]
        return value if value < limit else limit

    if _fixed(nodes[1]) is None:
        return lower
    return capped if identity is None else capped_input


def _greatest(node: Node, way: Way) -> Figure:
    parts = [figure(part, way) for part in node["of"]]
    return lambda run: max([part(run) for part in parts])


def _less(node: Node, way: Way) -> Figure:
    of, by, fixed = figure(node["of"], way), figure(node["by"], way), _fixed(node["by"])

    def difference(run: Run) -> int:
        left = of(run) - (by(run) if fixed is None else fixed)
        return left if left > 0 else 0

    return difference


def _floor(node: Node, way: Way) -> Figure:
    of, by = figure(node["of"], way), int(node["by"])
    return lambda run: of(run) // by


def _span(node: Node, way: Way) -> Figure:
    return figure(node[way.end], way)


def _pick(node: Node, way: Way) -> Figure:
    cases = [(condition(case["if"]), figure(case["then"], way)) for case in node["cases"]]
    otherwise = figure(node["else"], way)
    if len(cases) == 1:
        holds, then = cases[0]
        return lambda run: then(run) if holds(run) else otherwise(run)

    def picked(run: Run) -> int:
        for holds, then in cases:
            if holds(run):
                return then(run)
        return otherwise(run)

    return picked


def _note(node: Node, way: Way) -> Figure:
    of, note = figure(node["of"], way), node["note"]
    if not way.traced:
        return of

    def noted(run: Run) -> int:
        value = of(run)
        run.steps.append((note, value))
        return value

    return noted


def _open(node: Node, way: Way) -> Figure:
    mark, value = (node["as"], node["note"]), 0 if way.end == "low" else ENDLESS

    def opened(run: Run) -> int:
        run.opens.append(mark)
        return value

    return opened


def _thing(node: Node, way: Way) -> Figure:
    note = node["note"]

    def thing(run: Run) -> int:
        run.things.append(note)
        return 0

    return thing


def _fail(node: Node, way: Way) -> Figure:
    note = node["note"]

    def fail(run: Run) -> int:
        run.failed.append(note)
        return 0

    return fail


_FIGURES: Mapping[str, Callable[[Node, Way], Figure]] = {
    "number": _number,
    "input": _input,
    "sum": _sum,
    "product": _product,
    "least": _least,
    "greatest": _greatest,
    "less": _less,
    "floor": _floor,
    "span": _span,
    "pick": _pick,
    "note": _note,
    "open": _open,
    "thing": _thing,
    "fail": _fail,
}


def condition(node: Node) -> Test:
    """A test as a function of one run."""
    return _within(node) if node["do"] == "within" else _some(node)


def _within(node: Node) -> Test:
    of = figure(node["of"], LOW)
    low = -ENDLESS if node["low"] is None else int(node["low"])
    high = ENDLESS if node["high"] is None else int(node["high"])
    identity = _asked(node["of"])
    if identity is not None:
        return lambda run: low <= run.values[identity] <= high
    return lambda run: low <= of(run) <= high


def _some(node: Node) -> Test:
    parts = [condition(part) for part in node["of"]]
    least, most = node["least"], node["most"]
    return lambda run: least <= sum([part(run) for part in parts]) <= most
