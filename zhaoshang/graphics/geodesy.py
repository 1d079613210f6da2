"""Where one place lies from another, on a sphere."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """A point in degrees: latitude north −90 to 90, longitude east −180 to 180."""

    latitude: Decimal
    longitude: Decimal

    def __post_init__(self) -> None:
        if not (abs(self.latitude) <= 90 and abs(self.longitude) <= 180):
            raise ValueError(f"no such place: {self.latitude}, {self.longitude}")

    def bearing_to(self, other: Place) -> float:
        """The initial great-circle bearing in degrees clockwise from true north, 0 up to 360."""
        here, there = math.radians(float(self.latitude)), math.radians(float(other.latitude))
        turn = math.radians(float(other.longitude - self.longitude))
        east = math.sin(turn) * math.cos(there)
        north = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(turn)
        return math.degrees(math.atan2(east, north)) % 360
