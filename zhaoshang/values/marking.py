"""The words that say how firmly a figure is meant, read in the spellings of every language at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from zhaoshang.values.marker import Marker
from zhaoshang.values.signs import half_width
from zhaoshang.values.wording import MarkerWords, languages, wording

Place = Literal["before", "after", "inside"]


@cache
def spellings_at(place: Place) -> tuple[str, ...]:
    """The words that may stand `before` a figure, `after` it, or `inside`, between number and unit."""
    return tuple(half_width(word) for _, words in _entries() for word in _at(words, place))


def marking_of(word: str) -> tuple[Marker, str]:
    """The marker a word stands for, and the word as its language writes it; no word is an exact figure."""
    return _by_word()[word.lower()]


@cache
def _by_word() -> Mapping[str, tuple[Marker, str]]:
    marked = {
        half_width(word).lower(): (marker, word) for marker, words in _entries() for word in words.words
    }
    return {"": (Marker.EXACT, "")} | marked


def _entries() -> list[tuple[Marker, MarkerWords]]:
    return [
        (Marker(name), words) for language in languages() for name, words in wording(language).markers.items()
    ]


def _at(words: MarkerWords, place: Place) -> tuple[str, ...]:
    return {"before": words.before, "after": words.after, "inside": words.inside}[place]
