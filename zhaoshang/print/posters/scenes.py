"""Which picture stands on a poster."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from zhaoshang.graphics import Opening, Sector

SCENES: Mapping[str, Opening] = MappingProxyType(
    {
        "projects": Opening.PROJECTS,
        "plots": Opening.PARKS,
        "policies": Opening.POLICIES,
        "rewards": Opening.REWARDS,
    }
)
"""By the kind of record."""

_DIVISIONS: tuple[tuple[range, Sector], ...] = (
    (range(13, 17), Sector.FOOD),
    (range(25, 27), Sector.MATERIALS),
    (range(27, 28), Sector.BIOMEDICINE),
    (range(28, 34), Sector.MATERIALS),
    (range(34, 39), Sector.EQUIPMENT),
    (range(39, 41), Sector.ELECTRONICS),
    (range(44, 47), Sector.ENERGY),
    (range(53, 61), Sector.LOGISTICS),
    (range(61, 63), Sector.TOURISM),
)
"""The divisions of GB/T 4754-2017 that have a picture."""


def sector_scene(codes: Iterable[str]) -> Sector | None:
    """The picture of a sector by its codes: that of most of them; None where no division of theirs has one."""
    found = [scene for code in codes if (scene := _of_code(code)) is not None]
    return max(dict.fromkeys(found), key=found.count, default=None)


def _of_code(code: str) -> Sector | None:
    division = int(code[:2]) if code[:2].isdigit() else 0
    return next((scene for divisions, scene in _DIVISIONS if division in divisions), None)
