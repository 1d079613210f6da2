"""The words that say how firmly a figure is meant, read in the spellings of every language at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from zhaoshang.values.marker import Marker
from zhaoshang.values.wording import MarkerWords, languages, wording

Place = Literal["before", "after", "inside"]


@cache
def spellings_at(place: Place) -> tuple[str, ...]:
    """The words that may stand `before` a figure, `after` it, or `inside`, between number and unit."""
    return tuple(word for _, words in _entries() for word in _at(words, place))


def marker_of(word: str) -> Marker:
    """The marker a word stands for."""
    return _by_word()[word.lower()]


@cache
def _by_word() -> Mapping[str, Marker]:
    return {
        word.lower(): marker
        for marker, words in _entries()
        for word in (*words.before, *words.after, *words.inside)
    }


def _entries() -> list[tuple[Marker, MarkerWords]]:
    return [
        (Marker(name), words) for language in languages() for name, words in wording(language).markers.items()
    ]


def _at(words: MarkerWords, place: Place) -> tuple[str, ...]:
    return {"before": words.before, "after": words.after, "inside": words.inside}[place]
