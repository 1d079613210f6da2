"""How firmly a figure is meant: exactly so, about so, at least so."""

from __future__ import annotations

from enum import StrEnum


class Marker(StrEnum):
    """The word that stands with a figure. It is kept in every language.

    SOME is 余 or 多 (a little more than), OVER is 超过 (more than, without end); both leave the bound itself out, as
    BELOW does. AT_LEAST (以上) and UP_TO (以下) include it: 民法典 art. 1259.
    """

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    SOME = "some"
    OVER = "over"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    BELOW = "below"
    PLUS_MINUS = "plus_minus"

    @property
    def inclusive(self) -> bool:
        """Whether the bound itself belongs to what is meant."""
        return self not in _LEAVES_BOUND_OUT

    @property
    def takes_range(self) -> bool:
        """Whether the marker can stand with a range: about 2–3 can, at least 2–3 means nothing."""
        return self in (Marker.EXACT, Marker.ABOUT)


_LEAVES_BOUND_OUT = frozenset({Marker.NEARLY, Marker.SOME, Marker.OVER, Marker.BELOW})
