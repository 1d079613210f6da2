"""The units of the trade: what each measures, how large it is, how people spell it.

The table itself is data (`units.yaml`); this module reads it once and answers by name and by spelling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Measure:
    """One simple unit such as 亩 or kW.

    `size` is how many `base` units it holds, exactly. Measures with different bases are never compared.
    """

    name: str
    kind: str
    base: str
    size: Fraction
    spelled: tuple[str, ...]
    before: tuple[str, ...] = ()
    below: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A measure, or a measure per others: 元/平方米·月 is `Unit("CNY", ("m2", "month"))`.

    The names below the stroke stand in one order (time last), so 元/月·平方米 is the same unit.
    """

    measure: str
    per: tuple[str, ...] = ()

    @classmethod
    def of(cls, measure: str, *per: str) -> Unit:
        """The unit with its denominators in their one order. Names come from `units.yaml`."""
        known = measures()
        return cls(measure, tuple(sorted(per, key=lambda name: (known[name].kind == "duration", name))))

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
        known = measures()
        return Unit.of(known[self.measure].base, *(known[name].base for name in self.per))

    @property
    def size(self) -> Fraction:
        """How many of `base` one of this unit is, exactly."""
        known = measures()
        size = known[self.measure].size
        for name in self.per:
            size /= known[name].size
        return size

    def __str__(self) -> str:
        return "/".join((self.measure, *self.per))


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its name, in the order of `units.yaml`."""
    text = resources.files(__package__).joinpath("units.yaml").read_text(encoding="utf-8")
    return {name: _measure(name, entry) for name, entry in yaml.safe_load(text).items()}


def _measure(name: str, entry: Mapping[str, object]) -> Measure:
    spelled, before = entry["spelled"], entry.get("before", [])
    assert isinstance(spelled, list)
    assert isinstance(before, list)
    size = Fraction(str(entry["size"]))
    return Measure(name, str(entry["kind"]), str(entry["base"]), size, tuple(spelled), tuple(before), bool(entry.get("below")))


class Spellings:
    """Every spelling of every unit, as typed without spaces."""

    @cached_property
    def exact(self) -> Mapping[str, str]:
        """Spelling → measure, case as written."""
        return {word: measure.name for measure in measures().values() for word in measure.spelled}

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The spellings that may follow a number; 万元 may only stand below the stroke, where no number does."""
        return tuple(word for word, name in self.exact.items() if not measures()[name].below)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Lower-case Latin words of three letters or more → measure."""
        return {word.lower(): name for word, name in self.exact.items() if _is_word(word)}

    @cached_property
    def before(self) -> Mapping[str, str]:
        """Currency marks that stand before a number → measure."""
        return {word: measure.name for measure in measures().values() for word in measure.before}

    def find(self, spelling: str) -> str | None:
        """The measure a spelling stands for, or None."""
        return self.exact.get(spelling) or self.words.get(spelling.lower())


def _is_word(spelling: str) -> bool:
    return len(spelling) > 2 and spelling.isascii() and spelling.isalpha() and spelling.islower()


SPELLINGS = Spellings()
