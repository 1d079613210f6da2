"""The units of the trade: what each measures, how large it is, how people spell it.

The table itself is data (`units.yaml`); this module reads it once and answers by name and by spelling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ORDER_BELOW = ("count", "mass", "volume", "power", "area", "energy", "money", "length", "duration")
"""How units below the stroke are ordered: 元/吨·公里, 元/人·月, 元/平方米·月."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One simple unit such as 亩 or kW.

    `size` is how many `base` units it holds, exactly; measures with different bases are never compared. `spelled`
    follows a number, `before` precedes one, `below` is read below a stroke only.
    """

    name: str
    kind: str
    base: str
    size: Fraction
    spelled: tuple[str, ...]
    before: tuple[str, ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A measure, or a measure per others: 元/平方米·月 is `Unit("CNY", ("m2", "month"))`.

    Made by `Unit.of`, which puts what stands below the stroke in one order, so that 元/月·平方米 is the same unit.
    """

    measure: str
    per: tuple[str, ...] = ()

    @classmethod
    def of(cls, measure: str, *per: str) -> Unit:
        """The unit with its denominators in their one order. Names come from `units.yaml`."""
        return cls(measure, tuple(sorted(per, key=_place_below)))

    @property
    def kind(self) -> str:
        """What stands above the stroke: money, area, length …"""
        return measures()[self.measure].kind

    @property
    def per_kinds(self) -> tuple[str, ...]:
        """What stands below the stroke, in order."""
        return tuple(measures()[name].kind for name in self.per)

    @property
    def base(self) -> Unit:
        """The unit that quantities of this one are compared and added in."""
        return Unit.of(measures()[self.measure].base, *(measures()[name].base for name in self.per))

    @property
    def size(self) -> Fraction:
        """How many of `base` one of this unit is, exactly."""
        size = measures()[self.measure].size
        for name in self.per:
            size /= measures()[name].size
        return size

    def __str__(self) -> str:
        return "/".join((self.measure, *self.per))


def _place_below(name: str) -> tuple[int, str]:
    kind = measures()[name].kind
    return (_ORDER_BELOW.index(kind) if kind in _ORDER_BELOW else 0, name)


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its name, in the order of `units.yaml`."""
    text = resources.files(__package__).joinpath("units.yaml").read_text(encoding="utf-8")
    return {name: _measure(name, entry) for name, entry in yaml.load(text, Loader=_LOADER).items()}


def _measure(name: str, entry: Mapping[str, Any]) -> Measure:
    return Measure(
        name=name,
        kind=entry["kind"],
        base=entry["base"],
        size=Fraction(str(entry["size"])),
        spelled=tuple(entry["spelled"]),
        before=tuple(entry.get("before", ())),
        below=tuple(entry.get("below", ())),
    )


@dataclass(frozen=True, slots=True)
class Spellings:
    """Every spelling of every unit, as typed without spaces, with the measure it stands for.

    `exact` minds case (MW is not mW); `words` are lower-case Latin words, read in any case; `before` are currency
    marks that stand before a number; `above` are the spellings that may follow a number.
    """

    exact: Mapping[str, str]
    words: Mapping[str, str]
    before: Mapping[str, str]
    above: tuple[str, ...]

    def find(self, spelling: str) -> str | None:
        """The measure a spelling stands for, or None."""
        return self.exact.get(spelling) or self.words.get(spelling.lower())


@cache
def spellings() -> Spellings:
    """The spellings of `units.yaml`."""
    table = measures().values()
    exact = {word: measure.name for measure in table for word in (*measure.spelled, *measure.below)}
    return Spellings(
        exact=exact,
        words={word: name for word, name in exact.items() if _is_word(word)},
        before={word: measure.name for measure in table for word in measure.before},
        above=tuple(word for measure in table for word in measure.spelled),
    )


def _is_word(spelling: str) -> bool:
    return len(spelling) > 2 and spelling.isascii() and spelling.isalpha() and spelling.islower()
