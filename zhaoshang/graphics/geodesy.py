"""Where one place lies from another, on a sphere of the Earth's mean radius."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

MEAN_RADIUS_KM = 6371.0088  # IUGG mean radius R1


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
        here, there, turn = self._radians(other)
        east = math.sin(turn) * math.cos(there)
        north = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(turn)
        return math.degrees(math.atan2(east, north)) % 360

    def kilometres_to(self, other: Place) -> float:
        """The great-circle distance in kilometres (haversine)."""
        here, there, turn = self._radians(other)
        half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(turn / 2) ** 2
        return 2 * MEAN_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))

    def _radians(self, other: Place) -> tuple[float, float, float]:
        return (
            math.radians(float(self.latitude)),
            math.radians(float(other.latitude)),
            math.radians(float(other.longitude - self.longitude)),
        )
