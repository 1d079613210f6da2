"""How one language says figures, units and days, as its file in `languages/` lays it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml

from zhaoshang.diagnostics.diagnostic import Refusal


@dataclass(frozen=True, slots=True)
class Scale:
    """A word such as 亿 or million: its power of ten, and how many decimals a figure may have before it."""

    word: str
    power: int
    decimals: int


@dataclass(frozen=True, slots=True)
class Step:
    """Another unit to say a figure in, once the figure is `start` or more of it."""

    unit: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What a unit is called.

    `one` and `many` are its words (the same for symbols); `symbol` tells that it is a sign rather than a word;
    `before` that it stands before the number; `tight` that no space parts it from the number; `repeats` that both ends
    of a range carry it; `per` is its word below the stroke. `steps` are larger units of the same family that say the figure exactly; `always` another unit
    that always does; `beside` units in brackets after the figure, `instead` units said first with the figure in
    brackets; `per_beside` and `per_instead` the same below the stroke.
    """

    one: str
    many: str
    symbol: bool = True
    before: bool = False
    tight: bool = False
    repeats: bool = False
    steps: tuple[Step, ...] = ()
    always: str = ""
    per: str = ""
    beside: tuple[Step, ...] = ()
    instead: tuple[Step, ...] = ()
    per_beside: str = ""
    per_instead: str = ""


@dataclass(frozen=True, slots=True)
class MarkerWords:
    """How a marker is shown, and the words it is read from, by where they stand."""

    shown: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything a language needs to say a value. `languages/zh.yaml` explains the fields."""

    kinds: Mapping[str, str]
    markers: Mapping[str, MarkerWords]
    numbers: Mapping[str, Any]
    scales: tuple[Scale, ...]
    patterns: Mapping[str, str]
    units: Mapping[str, UnitWords]
    dates: Mapping[str, str]
    months: tuple[str, ...] = field(default=())


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a file for, sorted."""
    names = (file.name for file in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def wording(language: str) -> Wording:
    """The words of a language; a variant such as `zh-Hant` without a file of its own uses those of `zh`.

    Refuses a language there are no words for (Z250).
    """
    for candidate in (language, language.partition("-")[0]):
        if candidate in languages():
            return _load(candidate)
    raise Refusal("Z250", language=language, languages=", ".join(languages()))


@cache
def _load(language: str) -> Wording:
    data = yaml.safe_load(_folder().joinpath(f"{language}.yaml").read_text(encoding="utf-8"))
    return Wording(
        kinds=data["kinds"],
        markers={name: _marker(entry) for name, entry in data["markers"].items()},
        numbers=data["numbers"],
        scales=tuple(Scale(**entry) for entry in data["scales"]),
        patterns=data["patterns"],
        units={name: _unit(entry) for name, entry in data["units"].items()},
        dates=data["dates"],
        months=tuple(data.get("months", ())),
    )


def _folder() -> Any:
    return resources.files(__package__).joinpath("languages")


def _marker(entry: Mapping[str, Any]) -> MarkerWords:
    return MarkerWords(entry["shown"], *(tuple(entry.get(place, ())) for place in ("before", "after", "inside")))


def _unit(entry: Any) -> UnitWords:
    """A sign (`km`), a word with its plural (`[day, days]`), or a mapping that starts with either as `say`."""
    if isinstance(entry, str):
        return UnitWords(entry, entry)
    if isinstance(entry, list):
        return UnitWords(entry[0], entry[1], symbol=False)
    words = _unit(entry["say"])
    steps = {name: tuple(Step(**step) for step in entry.get(name, ())) for name in ("steps", "beside", "instead")}
    plain = {name: value for name, value in entry.items() if name not in ("say", *steps)}
    return UnitWords(words.one, words.many, words.symbol, **plain, **steps)


def kind_words(role: str, kind: str) -> dict[str, str]:
    """What a kind of quantity is called in every language, as arguments of a message: `is_zh`, `is_en`, …"""
    return {f"{role}_{language}": wording(language).kinds[kind] for language in languages()}
