"""The Answer: what an award pays for given inputs, as firmly as the text means it and no firmer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

ENDLESS = 10**400
"""Stands for "without limit" in an interpreter. The compiler sees to it that no sum comes near it."""

ENDLESS_FROM = 10**300
"""What is this large is without limit, whatever was added to it or taken from it on the way."""


class Kind(StrEnum):
    """How firm an answer is."""

    EXACT = "exact"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    RANGE = "range"
    READINGS = "readings"
    """The text can be read in several ways that pay differently; `readings` holds the answer of each."""
    CASE_BY_CASE = "case_by_case"
    IN_KIND = "in_kind"
    UNSTATED = "unstated"
    NONE = "none"
    """Nothing is due; `failed` says why."""
    ASKS = "asks"
    """Something must be known first; `missing` says what."""


class Sum(NamedTuple):
    """A sum in fen, from `low` to `high`; they are equal where it is exact, and `high` is None without limit."""

    low: int
    high: int | None

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


NO_SUM = Sum(0, 0)


class Instalment(NamedTuple):
    """A part of the sum. `note` is the number of the Program's note that says when it is paid, or to whom."""

    note: int
    sum: Sum


class Year(NamedTuple):
    """What is due for one year, and how it is paid."""

    year: int
    sum: Sum
    instalments: tuple[Instalment, ...]


class Step(NamedTuple):
    """A line of the trace: the note that names it, and what it came to (before rounding, in units of the Program)."""

    note: int
    low: int
    high: int | None
    year: int
    """The year it belongs to, the first of several that are worked out alike; 0 for the ceiling over all years."""


class Trace:
    """How an answer came about, step by step. It is worked out when it is read, so that answering alone is quick."""

    __slots__ = ("_steps",)

    def __init__(self, steps: Callable[[], Iterator[Step]] = lambda: iter(())) -> None:
        self._steps = steps

    def __iter__(self) -> Iterator[Step]:
        return self._steps()


NO_TRACE = Trace()


class Answer(NamedTuple):
    """What an award pays. Numbers of notes refer to the Program's `notes`."""

    kind: Kind
    sum: Sum = NO_SUM
    years: tuple[Year, ...] = ()
    split: tuple[Instalment, ...] = ()
    things: tuple[int, ...] = ()
    """Benefits in kind and honours."""
    failed: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()
    """Ids of the inputs that are still needed."""
    opens: tuple[int, ...] = ()
    """Why a sum has no figure."""
    trace: Trace = NO_TRACE
    readings: tuple[tuple[tuple[int, ...], Answer], ...] = ()
    """The different answers, each with the names of a reading that gives it."""

    @property
    def substance(self) -> tuple[object, ...]:
        """What two readings must share to be the same answer."""
        return (self.kind, self.sum, self.years, self.split, self.things)

    @property
    def data(self) -> Mapping[str, Any]:
        """The answer as plain data, exactly as `awards.js` gives it: whole numbers as strings."""
        return {
            "kind": self.kind.value,
            "sum": _sum(self.sum),
            "years": [
                {
                    "year": year.year,
                    "sum": _sum(year.sum),
                    "instalments": [_part(part) for part in year.instalments],
                }
                for year in self.years
            ],
            "split": [_part(part) for part in self.split],
            "things": list(self.things),
            "failed": list(self.failed),
            "missing": list(self.missing),
            "opens": list(self.opens),
            "trace": [
                {"note": step.note, "low": str(step.low), "high": _whole(step.high), "year": step.year}
                for step in self.trace
            ],
            "readings": [{"names": list(names), "answer": answer.data} for names, answer in self.readings],
        }


def _whole(value: int | None) -> str | None:
    return None if value is None else str(value)


def _sum(value: Sum) -> Mapping[str, Any]:
    return {"low": str(value.low), "high": _whole(value.high)}


def _part(part: Instalment) -> Mapping[str, Any]:
    return {"note": part.note, "sum": _sum(part.sum)}
