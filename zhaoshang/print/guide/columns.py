"""Texts of unlike length in two columns: which of them share a row, so that little of the page stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import east_asian_width

from markupsafe import Markup

MOST = 6
"""How many texts one row holds at the most: what shares a row is not parted by the end of a page."""

_BLOCK = re.compile(r'<(p|li|h[2-4])\b[^>]*>(.*?)</\1>|<div class="(key-figures)">', re.DOTALL)
_HEADING, _FIGURES = 1.8, 3.0  # lines
_BETWEEN = 0.4
"""What parts a block from the next, in lines."""

_HIGH = 0.15
"""What a row of one line counts for beyond its height: one of four lines, sixteen times that."""

_LINE = 52
"""How many half-width characters a line of half the measure holds, about."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The texts of a row, from the top: those at the left are read before those at the right."""

    left: tuple[Markup, ...]
    right: tuple[Markup, ...]


def in_two_columns(texts: Sequence[Markup], *, one_page: bool = False) -> tuple[Pair, ...]:
    """The texts in their order, in the rows that take the least height together.

    A high row counts for more than its height, for it may leave the foot of a page empty; not where all stand on
    `one_page`.
    """
    heights = [height_of(text) for text in texts]

    @cache
    def best(start: int) -> tuple[float, int, tuple[tuple[int, int], ...]]:
        if start == len(texts):
            return 0.0, 0, ()
        return min(_with_rest(start, cut, end) for cut, end in _rows(start, len(texts)))

    def _with_rest(start: int, cut: int, end: int) -> tuple[float, int, tuple[tuple[int, int], ...]]:
        higher = max(sum(heights[start:cut]), sum(heights[cut:end]))
        higher += 0 if one_page else _HIGH * higher**2
        rest, rows, cuts = best(end)
        return round(higher + rest, 3), rows - 1, ((cut, end), *cuts)

    start, pairs = 0, []
    for cut, end in best(0)[2]:
        pairs.append(Pair(tuple(texts[start:cut]), tuple(texts[cut:end])))
        start = end
    return tuple(pairs)


def _rows(start: int, count: int) -> Iterator[tuple[int, int]]:
    """Where a row that begins at `start` may be cut into its columns, and end; a last text may stand alone."""
    if start == count - 1:
        yield count, count
    for end in range(start + 2, min(start + MOST, count) + 1):
        for cut in range(start + 1, end):
            yield cut, end


def height_of(text: Markup) -> float:
    """How high a text stands in half the measure, in lines, about."""
    total = 0.0
    for tag, inside, figures in _BLOCK.findall(str(text)):
        if figures:
            total += _FIGURES
        elif tag.startswith("h"):
            total += _HEADING
        else:
            total += -(-_width(Markup(inside).striptags()) // _LINE) + _BETWEEN
    return total


def _width(text: str) -> int:
    """How wide a text is, in half-width characters; those of a proportional face are a little narrower."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return 2 * wide + (len(text) - wide) * 4 // 5
