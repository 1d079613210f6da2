"""The words that say how firmly a figure is meant, as every language spells them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from zhaoshang.values.languages import languages, wording
from zhaoshang.values.marker import Marker

PLACES = ("before", "after", "inside")


@cache
def spellings_at(place: str) -> tuple[str, ...]:
    """The words that may stand `before` a figure, `after` it, or `inside`, between number and unit."""
    entries = [entry for language in languages() for entry in wording(language)["markers"].values()]
    return tuple(word for entry in entries for word in entry.get(place, ()))


def marker_of(word: str) -> Marker:
    """The marker a word stands for."""
    return _by_word()[word.strip().lower()]


@cache
def _by_word() -> Mapping[str, Marker]:
    words: dict[str, Marker] = {}
    for language in languages():
        for name, entry in wording(language)["markers"].items():
            words |= {word.lower(): Marker(name) for place in PLACES for word in entry.get(place, ())}
    return MappingProxyType(words)
