"""Runs a Program. `templates/assets/js/awards.js` is the same interpreter for the browser; a test holds them equal.

A tree is turned into nested functions once, and then run for any number of inputs. Everything is a whole number; what
is without limit is a number that no sum can reach (`ENDLESS`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import accumulate
from typing import Any

from zhaoshang.awards.answer import ENDLESS, ENDLESS_FROM, Answer, Kind, Step, Sum, Trace
from zhaoshang.awards.entry import read_entry
from zhaoshang.awards.instalments import Schedule, Share
from zhaoshang.awards.nodes import HIGH, LOW, Figure, Given, Missing, Node, Run, Way, figure, is_wide
from zhaoshang.awards.program import Program


@dataclass(frozen=True)
class Prepared:
    """One reading, ready to run: for each end of its spans (one only, where nothing is open) a function per year."""

    names: tuple[int, ...]
    counts: tuple[int, ...]
    trees: tuple[Node, ...]
    ends: tuple[tuple[Figure, ...], ...]
    total: Node | None
    ceiling: Figure | None
    schedule: Schedule

    @cached_property
    def traced(self) -> tuple[tuple[Figure, ...], ...]:
        """The same functions with the lines of the trace, for both ends; the last is the ceiling over the years."""
        trees = [*self.trees, *([self.total] if self.total else [])]
        return tuple(tuple(figure(tree, Way(way.end, traced=True)) for tree in trees) for way in (LOW, HIGH))


def evaluate(program: Program, inputs: Mapping[str, str | int]) -> Answer:
    """What the award pays. `inputs` maps ids to what was typed, or to whole numbers as `read_entry` makes them.

    Raises `Refusal` for an input that cannot be read. What is needed and not given is asked for.
    """
    values = Given(
        {
            key: read_given(program, key, value) if isinstance(value, str) else value
            for key, value in inputs.items()
        }
    )
    answers = []
    missing = False
    for reading in prepare(program):
        try:
            answers.append((reading.names, _answer(reading, values)))
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
    ways = (LOW, HIGH) if any(map(is_wide, trees)) else (LOW,)
    return Prepared(
        tuple(reading["names"]),
        tuple(year["count"] for year in reading["years"]),
        tuple(trees),
        tuple(tuple(figure(tree, way) for tree in trees) for way in ways),
        reading["total"],
        None if reading["total"] is None else figure(reading["total"], LOW),
        Schedule.of(map(_share, reading["payout"]), map(_share, reading["split"]), int(reading["scale"])),
    )


def _share(part: Mapping[str, Any]) -> Share:
    above, below = part.get("share", ("0", "0"))
    return Share(part["note"], int(above), int(below), int(part["sum"]) if "sum" in part else None)


def _answer(reading: Prepared, values: Given) -> Answer:
    runs = [Run(values) for _ in reading.ends]
    due = [_years(run, trees, reading.counts) for run, trees in zip(runs, reading.ends, strict=True)]
    low, high = runs[0], runs[-1]
    ceiling = reading.ceiling(low) if reading.ceiling else ENDLESS
    paid = reading.schedule.pay(due[0], due[-1], ceiling)
    things = tuple(dict.fromkeys(low.things)) if low.things else ()
    kind = kind_of(paid.sum, things, high.opens)
    opens = tuple(dict.fromkeys([note for _, note in high.opens])) if high.opens else ()
    failed = tuple(dict.fromkeys(low.failed)) if kind is Kind.NONE else ()
    trace = Trace(partial(_trace, reading, values))
    return Answer(kind, paid.sum, paid.years, paid.split, things, failed, (), opens, trace)


def _years(run: Run, trees: tuple[Figure, ...], counts: tuple[int, ...]) -> list[int]:
    years: list[int] = []
    for tree, count in zip(trees, counts, strict=True):
        years += [tree(run)] * count
    return years


def _trace(reading: Prepared, values: Given) -> Iterator[Step]:
    """Walks the reading once more, for both ends, and writes down every step."""
    firsts = [*accumulate(reading.counts, initial=1)]
    for index, pair in enumerate(zip(*reading.traced, strict=True)):
        runs = [Run(values) for _ in pair]
        for tree, run in zip(pair, runs, strict=True):
            tree(run)
        year = firsts[index] if index < len(reading.trees) else 0
        for (note, low), (_, high) in zip(runs[0].steps, runs[1].steps, strict=True):
            yield Step(note, low, None if high >= ENDLESS_FROM else high, year)


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
