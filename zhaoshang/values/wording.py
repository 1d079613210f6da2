"""How one language says figures, units and days, as its file in `languages/` lays it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml

from zhaoshang.diagnostics.diagnostic import Refusal

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    """What a unit is called, and in which other units a figure in it is said.

    `one` and `many` are its words, alike for signs; `symbol` tells a sign from a word; `per` is its word below the
    stroke where that differs. `before`: it stands before the number. `tight`: no space parts it from the number.
    `repeats`: both ends of a range carry it.

    `steps` are larger units that say the figure exactly, `always` one that replaces this unit. `beside` are units
    for brackets after the figure, `instead` units said first, with the figure in brackets; `per_beside` and
    `per_instead` do the same for this unit below the stroke.
    """

    one: str
    many: str
    symbol: bool = True
    per: str = ""
    before: bool = False
    tight: bool = False
    repeats: bool = False
    always: str = ""
    steps: tuple[Step, ...] = ()
    beside: tuple[Step, ...] = ()
    instead: tuple[Step, ...] = ()
    per_beside: str = ""
    per_instead: str = ""

    def below(self) -> str:
        """Its word below the stroke."""
        return self.per or self.one


@dataclass(frozen=True, slots=True)
class MarkerWords:
    """How a marker is shown, and the words it is read from, by where they stand."""

    shown: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words it is read from."""
        return (*self.before, *self.after, *self.inside)

    def place_of(self, word: str) -> str:
        """The pattern by which this language says one of its own words; '' for signs such as ≥ and foreign words."""
        if not any(letter.isalpha() for letter in word):
            return ""
        places = {"word_before": self.before, "word_after": self.after, "word_inside": self.inside}
        return next((place for place, words in places.items() if word in words), "")


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything a language needs to say a value. `languages/zh.yaml` explains the fields."""

    markers: Mapping[str, MarkerWords]
    numbers: Mapping[str, Any]
    scales: tuple[Scale, ...]
    repeats_scale: bool
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
    data = yaml.load(_folder().joinpath(f"{language}.yaml").read_text(encoding="utf-8"), Loader=_LOADER)
    return Wording(
        markers={name: _marker(entry) for name, entry in data["markers"].items()},
        numbers=data["numbers"],
        scales=tuple(Scale(**entry) for entry in data["scales"]),
        repeats_scale=data["repeats_scale"],
        patterns=data["patterns"],
        units={name: _unit(entry) for name, entry in data["units"].items()},
        dates=data["dates"],
        months=tuple(data.get("months", ())),
    )


def _folder() -> Any:
    return resources.files(__package__).joinpath("languages")


def _marker(entry: Mapping[str, Any]) -> MarkerWords:
    places = {place: tuple(entry.get(place, ())) for place in ("before", "after", "inside")}
    return MarkerWords(shown=entry["shown"], **places)


def _unit(entry: Any) -> UnitWords:
    """A sign (`km`), a word and its plural (`[day, days]`), or a mapping with either under `say`."""
    fields: dict[str, Any] = dict(entry) if isinstance(entry, dict) else {"say": entry}
    said = fields.pop("say")
    one, many = said if isinstance(said, list) else (said, said)
    for name in ("steps", "beside", "instead"):
        fields[name] = tuple(Step(**step) for step in fields.get(name, ()))
    return UnitWords(one, many, symbol=not isinstance(said, list), **fields)
