"""Runs a Program. `templates/assets/js/awards.js` is the same interpreter for the browser; a test holds them equal.

A tree is turned into nested functions once, and then run for any number of inputs. Everything is a whole number; what
is without limit is a number that no sum can reach (`ENDLESS`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import prod
from typing import Any

from zhaoshang.awards.answer import ENDLESS, Answer, Kind, Sum, Trace
from zhaoshang.awards.entry import read_entry
from zhaoshang.awards.instalments import Schedule, Share
from zhaoshang.awards.program import Program

Node = Mapping[str, Any]


class Missing(Exception):  # noqa: N818 (asks for an input, nothing went wrong)
    """An input that was met and not given."""


@dataclass(slots=True)
class Run:
    """One walk through a tree: the inputs, and what is written down on the way."""

    values: Mapping[str, int]
    steps: list[tuple[int, int]] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    things: list[int] = field(default_factory=list)
    opens: list[tuple[str, int]] = field(default_factory=list)


Figure = Callable[[Run], int]
Test = Callable[[Run], bool]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One reading, ready to run: for each end of its spans (one only, where nothing is open) a function per year."""

    names: tuple[int, ...]
    scale: int
    counts: tuple[int, ...]
    ends: tuple[tuple[Figure, ...], ...]
    total: Figure | None
    schedule: Schedule


def evaluate(program: Program, inputs: Mapping[str, str | int]) -> Answer:
    """What the award pays. `inputs` maps ids to what was typed, or to whole numbers as `read_entry` makes them.

    Raises `Refusal` for an input that cannot be read. What is needed and not given is asked for.
    """
    values = {
        key: read_given(program, key, value) if type(value) is str else value for key, value in inputs.items()
    }
    answers = []
    missing = False
    for reading in prepare(program):
        try:
            answers.append((reading.names, _answer(reading, values)))  # type: ignore[arg-type]
        except Missing:
            missing = True
    if missing:
        return Answer(
            Kind.ASKS, Sum(0, None), missing=tuple(i.id for i in program.inputs if i.id not in values)
        )
    return answers[0][1] if len(answers) == 1 else _together(answers)


def _together(answers: Sequence[tuple[tuple[int, ...], Answer]]) -> Answer:
    """The one answer that all readings give, or all that differ."""
    different: dict[object, tuple[tuple[int, ...], Answer]] = {}
    for names, answer in answers:
        different.setdefault(answer.substance, (names, answer))
    readings = tuple(different.values())
    if len(readings) == 1:
        return readings[0][1]
    lows, highs = [a.sum.low for _, a in readings], [a.sum.high for _, a in readings]
    high = None if None in highs else max(h for h in highs if h is not None)
    return Answer(Kind.READINGS, Sum(min(lows), high), readings=readings)


def read_given(program: Program, identity: str, value: str) -> int:
    """What was typed for an input; an id the Program does not ask for is left alone."""
    given = program.input(identity)
    return read_entry(given, value) if given else 0


@lru_cache(maxsize=512)
def prepare(program: Program) -> tuple[Prepared, ...]:
    """The readings of a Program as functions."""
    return tuple(_prepare(reading) for reading in program.readings)


def _prepare(reading: Mapping[str, Any]) -> Prepared:
    trees = [year["of"] for year in reading["years"]]
    wide = any(map(_is_wide, trees))
    ends = tuple(
        tuple(figure(tree, end) for tree in trees) for end in (("low", "high") if wide else ("low",))
    )
    return Prepared(
        tuple(reading["names"]),
        int(reading["scale"]),
        tuple(year["count"] for year in reading["years"]),
        ends,
        None if reading["total"] is None else figure(reading["total"], "low"),
        Schedule(
            tuple(_share(part) for part in reading["payout"]),
            tuple(_share(part) for part in reading["split"]),
        ),
    )


def _share(part: Mapping[str, Any]) -> Share:
    above, below = part.get("share", ("0", "0"))
    return Share(part["note"], int(above), int(below), int(part["sum"]) if "sum" in part else None)


def _is_wide(node: Any) -> bool:
    """Whether a tree has a span or an opening anywhere."""
    if isinstance(node, Mapping):
        return node.get("do") in ("span", "open") or any(map(_is_wide, node.values()))
    return isinstance(node, (list, tuple)) and any(map(_is_wide, node))


def _answer(reading: Prepared, values: Mapping[str, int]) -> Answer:
    runs = [Run(values) for _ in reading.ends]
    due: list[list[int]] = []
    marks: list[int] = []
    for run, trees in zip(runs, reading.ends, strict=True):
        years: list[int] = []
        for tree, count in zip(trees, reading.counts, strict=True):
            if run is runs[0]:
                marks += [len(years) + 1, len(run.steps)]
            years += [tree(run)] * count
        due.append(years)
    low, high = runs[0], runs[-1]
    ceilings = [reading.total(run) for run in runs] if reading.total else [ENDLESS]
    paid = reading.schedule.pay(due[0], due[-1], ceilings[0], reading.scale)
    things = tuple(dict.fromkeys(low.things))
    kind = kind_of(paid.sum, things, high.opens)
    opens = tuple(dict.fromkeys([note for _, note in high.opens])) if high.opens else ()
    failed = tuple(dict.fromkeys(low.failed)) if kind is Kind.NONE else ()
    return Answer(
        kind, paid.sum, paid.years, paid.split, things, failed, (), opens, Trace(low.steps, high.steps, marks)
    )


def kind_of(due: Sum, things: Sequence[int], opens: Sequence[tuple[str, int]]) -> Kind:
    """How firm a sum is."""
    if due.high is None:
        if due.low:
            return Kind.AT_LEAST
        return Kind.CASE_BY_CASE if any(why == "case_by_case" for why, _ in opens) else Kind.UNSTATED
    if due.low == due.high:
        if due.low:
            return Kind.EXACT
        return Kind.IN_KIND if things else Kind.NONE
    return Kind.RANGE if due.low else Kind.UP_TO


def figure(node: Node, end: str) -> Figure:
    """A tree as a function of one run, for one end of its spans."""
    return _FIGURES[node["do"]](node, end)


def _number(node: Node, end: str) -> Figure:
    value = ENDLESS if node["is"] is None else int(node["is"])
    return lambda run: value


def _input(node: Node, end: str) -> Figure:
    identity = node["id"]

    def given(run: Run) -> int:
        try:
            return run.values[identity]
        except KeyError:
            raise Missing(identity) from None

    return given


def _sum(node: Node, end: str) -> Figure:
    parts = [figure(part, end) for part in node["of"]]
    if len(parts) == 2:
        first, second = parts
        return lambda run: first(run) + second(run)
    return lambda run: sum([part(run) for part in parts])


def _product(node: Node, end: str) -> Figure:
    parts = [figure(part, end) for part in node["of"]]
    if len(parts) == 2:
        first, second = parts
        return lambda run: first(run) * second(run)
    return lambda run: prod([part(run) for part in parts])


def _least(node: Node, end: str) -> Figure:
    parts = [figure(part, end) for part in node["of"]]
    return lambda run: min([part(run) for part in parts])


def _greatest(node: Node, end: str) -> Figure:
    parts = [figure(part, end) for part in node["of"]]
    return lambda run: max([part(run) for part in parts])


def _less(node: Node, end: str) -> Figure:
    of, by = figure(node["of"], end), figure(node["by"], end)

    def difference(run: Run) -> int:
        left = of(run) - by(run)
        return left if left > 0 else 0

    return difference


def _floor(node: Node, end: str) -> Figure:
    of, by = figure(node["of"], end), int(node["by"])
    return lambda run: of(run) // by


def _span(node: Node, end: str) -> Figure:
    return figure(node[end], end)


def _pick(node: Node, end: str) -> Figure:
    cases = [(test(case["if"]), figure(case["then"], end)) for case in node["cases"]]
    otherwise = figure(node["else"], end)

    def picked(run: Run) -> int:
        for holds, then in cases:
            if holds(run):
                return then(run)
        return otherwise(run)

    return picked


def _note(node: Node, end: str) -> Figure:
    of, note = figure(node["of"], end), node["note"]

    def noted(run: Run) -> int:
        value = of(run)
        run.steps.append((note, value))
        return value

    return noted


def _open(node: Node, end: str) -> Figure:
    mark, value = (node["as"], node["note"]), 0 if end == "low" else ENDLESS

    def opened(run: Run) -> int:
        run.opens.append(mark)
        return value

    return opened


def _thing(node: Node, end: str) -> Figure:
    note = node["note"]

    def thing(run: Run) -> int:
        run.things.append(note)
        return 0

    return thing


def _fail(node: Node, end: str) -> Figure:
    note = node["note"]

    def fail(run: Run) -> int:
        run.failed.append(note)
        return 0

    return fail


_FIGURES: Mapping[str, Callable[[Node, str], Figure]] = {
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


def test(node: Node) -> Test:
    """A test as a function of one run."""
    return _within(node) if node["do"] == "within" else _some(node)


test.__test__ = False  # type: ignore[attr-defined]


def _within(node: Node) -> Test:
    of = figure(node["of"], "low")
    low = -ENDLESS if node["low"] is None else int(node["low"])
    high = ENDLESS if node["high"] is None else int(node["high"])
    return lambda run: low <= of(run) <= high


def _some(node: Node) -> Test:
    parts = [test(part) for part in node["of"]]
    least, most = node["least"], node["most"]
    return lambda run: least <= sum([part(run) for part in parts]) <= most
