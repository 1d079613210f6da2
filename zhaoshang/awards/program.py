"""The Program: a clause as a small tree over whole numbers, with all that is needed to ask, calculate and explain.

It is plain data. `Program.data` goes to the browser as JSON, and `templates/assets/js/awards.js` runs it just as
`interpreter.py` does. The nodes:

| node | its value |
|---|---|
| `{do: number, is: "5"}` | a whole number; `is: null` is no limit |
| `{do: input, id}` | what was asked for, as a whole number |
| `{do: sum / product / least / greatest, of: […]}` | of its parts |
| `{do: less, of, by}` | the difference, never below zero |
| `{do: floor, of, by: "7"}` | the whole part of a quotient |
| `{do: span, low, high}` | one end or the other: the answer is worked out for both |
| `{do: pick, cases: [{if, then}], else}` | the first case whose test holds |
| `{do: note, note, of}` | the same, with a line in the trace |
| `{do: open, as, note}` | from nothing to no limit: case by case, or not stated |
| `{do: thing, note}` | nothing in money, and a benefit that is no money |
| `{do: fail, note}` | nothing, and the reason |
| `{do: within, of, low, high}` | test: both ends included, null is open |
| `{do: some, least, most, of: […]}` | test: how many of these hold |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from zhaoshang.awards.measure import Kind
from zhaoshang.values import Text


@dataclass(frozen=True, slots=True)
class UnitSpelled:
    """A unit an input may be typed in: its spellings, and how many of the input's own unit it holds (`3/2000`)."""

    spelled: tuple[str, ...]
    size: str


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice. `used` tells whether the award itself mentions it."""

    id: str
    name: Text
    used: bool = True


@dataclass(frozen=True, slots=True)
class Input:
    """What must be asked. Its value in the Program is a whole number: the figure in `unit` times 10 to `decimals`,
    the day number of a date, the place of an option in `options`, 1 or 0.
    """

    id: str
    name: Text
    entry: str
    """`figure`, `date`, `choice` or `flag`."""
    kind: Kind = Kind.OTHER
    unit: Text | None = None
    unit_id: str = ""
    decimals: int = 0
    most: str = ""
    """The largest value it may have, as a whole number of the Program."""
    units: tuple[UnitSpelled, ...] = ()
    options: tuple[Option, ...] = ()
    positive: bool = False
    """Whether zero is refused."""
    year: int | None = None
    """The year of several it is for; 0 is the year before the first."""
    subject: Text | None = None
    """Its name without the year."""
    own: bool = False
    """Whether it is about this award alone, so that a form for several awards asks it for each of them."""
    source: Text | None = None

    @property
    def data(self) -> Mapping[str, Any]:
        """The input as plain data, ready for JSON."""
        return {
            "id": self.id,
            "name": dict(self.name),
            "entry": self.entry,
            "kind": self.kind.value,
            "unit": dict(self.unit) if self.unit else None,
            "unitId": self.unit_id,
            "decimals": self.decimals,
            "most": self.most,
            "units": [{"spelled": list(unit.spelled), "size": unit.size} for unit in self.units],
            "options": [
                {"id": option.id, "name": dict(option.name), "used": option.used} for option in self.options
            ],
            "positive": self.positive,
            "year": self.year,
            "subject": dict(self.subject or self.name),
            "own": self.own,
            "source": dict(self.source) if self.source else None,
        }


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the trace, or a label: what it is, the key of the award it comes from, and the words.

    A number beside it is shown times `factor`, in the currency `unit`, or without a unit; without a `factor` the words
    say it all.
    """

    code: str
    place: str
    text: Text
    factor: str = ""
    unit: str = ""


@dataclass(frozen=True, eq=False)
class Program:
    """A compiled award. `id` is the award's address (its article), `document` the policy or scheme it stands in."""

    id: str
    document: str
    inputs: tuple[Input, ...]
    notes: tuple[Note, ...]
    readings: tuple[Mapping[str, Any], ...] = field(repr=False)
    stacking: Mapping[str, Any] | None = None
    """How it stands beside others: `{rule, with: [articles]}`, as in `stacking` of the award or the document."""

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """The Program as plain data, ready for JSON."""
        return {
            "format": 1,
            "id": self.id,
            "document": self.document,
            "inputs": [given.data for given in self.inputs],
            "notes": [_note_data(note) for note in self.notes],
            "readings": list(self.readings),
            "stacking": self.stacking,
        }

    def note(self, number: int) -> Note:
        return self.notes[number]

    def input(self, identity: str) -> Input | None:
        """The input of an id."""
        return next((given for given in self.inputs if given.id == identity), None)


def _note_data(note: Note) -> Mapping[str, Any]:
    return {
        "code": note.code,
        "place": note.place,
        "text": dict(note.text),
        "factor": note.factor,
        "unit": note.unit,
    }
