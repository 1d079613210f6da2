"""What stands where: the cover, the chapter openings, the sectors and the vignettes, as tables over the
land.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from zhaoshang.graphics.art import emblems, works
from zhaoshang.graphics.art.landscape import Frame, Land, land_shapes, meadow_shapes, quay_shapes
from zhaoshang.graphics.art.shapes import Motif, painted, stamped
from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table


class Ground(StrEnum):
    """What a picture stands on: the river with its terraces, fields in steps, or a quay at the water."""

    RIVER = "river"
    FIELD = "field"
    QUAY = "quay"


@dataclass(frozen=True, slots=True)
class Stand:
    """A motif in a picture: its foot in shares of width and height, its size in hundredths of the sheet per
    100.
    """

    motif: Motif
    x: float
    y: float
    size: float
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A land, its ground, and what stands on it from back to front."""

    land: Land
    stands: tuple[Stand, ...]
    ground: Ground = Ground.FIELD


class Opening(StrEnum):
    """The chapters that have a picture of their own."""

    SUMMARY = "summary"
    LETTER = "letter"
    REASONS = "reasons"
    LOCATION = "location"
    FACTS = "facts"
    INDUSTRIES = "industries"
    COSTS = "costs"
    PARKS = "parks"
    PROJECTS = "projects"
    POLICIES = "policies"
    REWARDS = "rewards"
    PROCEDURES = "procedures"
    LIVING = "living"
    CASES = "cases"
    FOREIGN = "foreign"
    NEWS = "news"
    CONTACTS = "contacts"
    APPENDIX = "appendix"


class Sector(StrEnum):
    """The sectors that have an illustration."""

    MATERIALS = "materials"
    EQUIPMENT = "equipment"
    FOOD = "food"
    BIOMEDICINE = "biomedicine"
    LOGISTICS = "logistics"
    ENERGY = "energy"
    ELECTRONICS = "electronics"
    TOURISM = "tourism"


class Vignette(StrEnum):
    """Small pictures for cases and news."""

    GROUNDBREAKING = "groundbreaking"
    SIGNING = "signing"
    VISIT = "visit"
    PRODUCTION = "production"
    SHIPPING = "shipping"
    HARVEST = "harvest"
    AWARD = "award"
    NOTICE = "notice"


_TALL = Land(gap=0.56, horizon=0.63, sun=(0.37, 0.46), peaks=0.15, hill=0.15, steps=9, shore=0.1, bank=0.98)
_WIDE = Land(
    gap=0.62, horizon=0.62, sun=(0.45, 0.42), peaks=0.22, hill=0.2, steps=8, shore=0.13, bank=1.02, phase=1
)

_COVER_TALL = (
    Stand(works.HOUSES, 0.025, 0.668, 8),
    Stand(works.CRANE, 0.38, 0.672, 10),
    Stand(works.CRANE, 0.235, 0.694, 15),
    Stand(works.CONTAINERS, 0.305, 0.684, 9),
    Stand(works.BARGE, 0.2, 0.845, 26),
    Stand(works.PAVILION, 0.83, 0.572, 10),
    Stand(works.TREE, 0.93, 0.64, 15),
    Stand(works.TREE, 0.88, 0.73, 22),
    Stand(works.TREE, 0.97, 0.8, 32),
)
_COVER_WIDE = (
    Stand(works.HOUSES, 0.04, 0.67, 8),
    Stand(works.CRANE, 0.4, 0.668, 11),
    Stand(works.CRANE, 0.27, 0.7, 16),
    Stand(works.CONTAINERS, 0.33, 0.684, 9),
    Stand(works.BARGE, 0.37, 0.87, 21),
    Stand(works.PAVILION, 0.84, 0.515, 11),
    Stand(works.TREE, 0.9, 0.66, 18),
    Stand(works.TREE, 0.97, 0.74, 28),
)


def _opening(n: int, ground: Ground, *stands: Stand, sun: float | None = None) -> Scene:
    """The land of the n-th chapter: gorge, sun and ridges wander, so that no two are alike.

    `sun` puts the sun at another place from left to right, clear of a motif of its colour.
    """
    wander = (0.0, 0.14, -0.12, 0.08, -0.05, 0.18, -0.16, 0.04, 0.11)[n % 9]
    land = Land(
        gap=0.56 + wander / 2,
        horizon=0.62 + 0.02 * (n % 3),
        sun=(0.62 - wander if sun is None else sun, 0.36 + 0.03 * (n % 4)),
        peaks=0.2 + 0.03 * (n % 3),
        hill=0.14 + 0.03 * (n % 4),
        phase=0.7 * n,
        steps=6 + n % 4,
        shore=0.08 + 0.02 * (n % 3),
        bank=0.96 + 0.03 * (n % 2),
    )
    return Scene(land, stands, ground)


_RIVER, _FIELD, _QUAY = Ground.RIVER, Ground.FIELD, Ground.QUAY

OPENINGS: dict[Opening, Scene] = {
    Opening.SUMMARY: _opening(
        0, _RIVER, Stand(works.SAIL, 0.3, 0.84, 28), Stand(works.PAVILION, 0.86, 0.52, 18)
    ),
    Opening.LETTER: _opening(
        1, _FIELD, Stand(works.TREE, 0.16, 0.9, 52), Stand(emblems.ENVELOPE, 0.5, 0.9, 34)
    ),
    Opening.REASONS: _opening(
        2,
        _RIVER,
        Stand(works.BRIDGE, 0.36, 0.72, 30),
        Stand(works.TREE, 0.9, 0.72, 34),
        Stand(works.TREE, 0.8, 0.84, 40),
    ),
    Opening.LOCATION: _opening(
        3,
        _RIVER,
        Stand(works.PLANE, 0.62, 0.26, 22),
        Stand(works.TRAIN, 0.02, 0.74, 28),
        Stand(works.BARGE, 0.34, 0.93, 26),
    ),
    Opening.FACTS: _opening(
        4, _FIELD, Stand(works.HOUSES, 0.1, 0.78, 24), Stand(emblems.COLUMNS, 0.72, 0.88, 44), sun=0.42
    ),
    Opening.INDUSTRIES: _opening(
        5,
        _FIELD,
        Stand(works.FACTORY, 0.08, 0.8, 34),
        Stand(emblems.GEARS, 0.74, 0.9, 44),
        Stand(works.TREE, 0.5, 0.86, 34),
    ),
    Opening.COSTS: _opening(
        6, _FIELD, Stand(works.PYLON, 0.2, 0.8, 40), Stand(emblems.BALANCE, 0.68, 0.9, 46), sun=0.4
    ),
    Opening.PARKS: _opening(
        7,
        _FIELD,
        Stand(works.HALL, 0.1, 0.78, 36),
        Stand(works.FACTORY, 0.5, 0.84, 36),
        Stand(works.TREE, 0.08, 0.92, 36),
    ),
    Opening.PROJECTS: _opening(
        8,
        _FIELD,
        Stand(works.TOWER_CRANE, 0.54, 0.86, 44),
        Stand(works.HALL, 0.08, 0.78, 30),
        Stand(works.TREE, 0.92, 0.92, 36),
        sun=0.34,
    ),
    Opening.POLICIES: _opening(
        9, _FIELD, Stand(works.PAVILION, 0.24, 0.8, 30), Stand(emblems.DOCUMENT, 0.68, 0.9, 44), sun=0.44
    ),
    Opening.REWARDS: _opening(
        10, _FIELD, Stand(works.TREE, 0.2, 0.88, 56), Stand(emblems.LANTERN, 0.7, 0.82, 42), sun=0.46
    ),
    Opening.PROCEDURES: _opening(
        11, _FIELD, Stand(works.HOUSES, 0.06, 0.78, 22), Stand(emblems.STEPS, 0.7, 0.9, 44), sun=0.42
    ),
    Opening.LIVING: _opening(
        12,
        _RIVER,
        Stand(works.HOUSES, 0.06, 0.68, 18),
        Stand(works.SAIL, 0.46, 0.9, 22),
        Stand(works.TREE, 0.88, 0.76, 36),
    ),
    Opening.CASES: _opening(
        13, _FIELD, Stand(works.FACTORY, 0.06, 0.78, 28), Stand(emblems.SPROUT, 0.7, 0.92, 44), sun=0.4
    ),
    Opening.FOREIGN: _opening(
        14, _QUAY, Stand(works.BARGE, 0.08, 0.82, 30), Stand(emblems.GLOBE, 0.68, 0.87, 46)
    ),
    Opening.NEWS: _opening(
        15,
        _QUAY,
        Stand(works.BARGE, 0.64, 0.8, 22),
        Stand(works.CRANE, 0.36, 0.87, 40),
        Stand(works.CONTAINERS, 0.05, 0.87, 30),
    ),
    Opening.CONTACTS: _opening(
        16, _RIVER, Stand(works.PAVILION, 0.84, 0.56, 26), Stand(works.SAIL, 0.34, 0.88, 32)
    ),
    Opening.APPENDIX: _opening(
        17, _FIELD, Stand(works.TREE, 0.76, 0.88, 50), Stand(emblems.COMPASS, 0.38, 0.9, 40)
    ),
}


def _small(n: int, ground: Ground, sun: float, *stands: Stand) -> Scene:
    """The land of a small picture: a lower horizon for one or two large motifs."""
    scene = _opening(n, ground, *stands)
    return replace(scene, land=replace(scene.land, horizon=0.62, sun=(sun, 0.33), peaks=0.17))


SECTORS: dict[Sector, Scene] = {
    Sector.MATERIALS: _small(
        1, _FIELD, 0.3, Stand(works.FACTORY, 0.04, 0.76, 34), Stand(emblems.LATTICE, 0.71, 0.94, 58)
    ),
    Sector.EQUIPMENT: _small(
        2,
        _FIELD,
        0.2,
        Stand(works.HALL, 0.04, 0.75, 34),
        Stand(emblems.GEARS, 0.4, 0.94, 42),
        Stand(emblems.ROBOT, 0.7, 0.92, 58),
    ),
    Sector.FOOD: _small(
        3,
        _FIELD,
        0.5,
        Stand(works.TREE, 0.22, 0.84, 110),
        Stand(emblems.ORANGES, 0.5, 0.94, 60),
        Stand(emblems.JAR, 0.76, 0.94, 74),
    ),
    Sector.BIOMEDICINE: _small(
        4, _FIELD, 0.56, Stand(emblems.MORTAR, 0.36, 0.92, 60), Stand(emblems.FLASK, 0.72, 0.92, 66)
    ),
    Sector.LOGISTICS: _small(
        5,
        _QUAY,
        0.26,
        Stand(works.BARGE, 0.05, 0.82, 34),
        Stand(works.CRANE, 0.62, 0.87, 46),
        Stand(works.CONTAINERS, 0.3, 0.87, 30),
    ),
    Sector.ENERGY: _small(
        6,
        _FIELD,
        0.62,
        Stand(works.TURBINE, 0.18, 0.7, 54),
        Stand(works.TURBINE, 0.36, 0.74, 44),
        Stand(works.PYLON, 0.86, 0.78, 48),
        Stand(works.SOLAR, 0.16, 0.93, 50),
    ),
    Sector.ELECTRONICS: _small(
        7, _FIELD, 0.22, Stand(works.HALL, 0.05, 0.75, 32), Stand(emblems.CHIP, 0.62, 0.94, 62)
    ),
    Sector.TOURISM: _small(
        8, _FIELD, 0.5, Stand(works.PAVILION, 0.27, 0.82, 52), Stand(emblems.SPRING, 0.7, 0.93, 40)
    ),
}

VIGNETTES: dict[Vignette, Scene] = {
    Vignette.GROUNDBREAKING: _small(2, _FIELD, 0.76, Stand(emblems.SHOVEL, 0.46, 0.93, 66)),
    Vignette.SIGNING: _small(3, _FIELD, 0.5, Stand(emblems.TABLE, 0.5, 0.93, 72)),
    Vignette.VISIT: _small(
        4, _FIELD, 0.5, Stand(works.PAVILION, 0.27, 0.82, 50), Stand(emblems.COMPASS, 0.72, 0.93, 50)
    ),
    Vignette.PRODUCTION: _small(5, _FIELD, 0.3, Stand(works.FACTORY, 0.18, 0.88, 60)),
    Vignette.SHIPPING: _small(6, _QUAY, 0.66, Stand(works.BARGE, 0.14, 0.83, 54)),
    Vignette.HARVEST: _small(
        7, _FIELD, 0.56, Stand(works.TREE, 0.28, 0.88, 130), Stand(emblems.ORANGES, 0.68, 0.93, 74)
    ),
    Vignette.AWARD: _small(8, _FIELD, 0.22, Stand(emblems.RIBBON, 0.6, 0.92, 70)),
    Vignette.NOTICE: _small(1, _FIELD, 0.24, Stand(emblems.DOCUMENT, 0.6, 0.94, 70)),
}

_GROUNDS = {Ground.RIVER: land_shapes, Ground.FIELD: meadow_shapes, Ground.QUAY: quay_shapes}


def draw_cover(canvas: Canvas, height: float, *, title: str) -> Graphic:
    """The cover: the canvas wide, `height` high, bleeding over its edges. The upper third is quiet sky for
    a title.
    """
    if canvas.width > 1.15 * height:
        return _picture("cover", Scene(_WIDE, _COVER_WIDE, _RIVER), canvas, height, title)
    return _picture("cover", Scene(_TALL, _COVER_TALL, _RIVER), canvas, height, title)


def draw_opening(opening: Opening, canvas: Canvas, height: float, *, title: str) -> Graphic:
    """The picture that opens a chapter, best about twice as wide as high."""
    return _picture("opening", OPENINGS[opening], canvas, height, title)


def draw_sector(sector: Sector, canvas: Canvas, height: float, *, title: str) -> Graphic:
    """The illustration of a sector, best about 4 : 3."""
    return _picture("sector", SECTORS[sector], canvas, height, title)


def draw_vignette(vignette: Vignette, canvas: Canvas, height: float, *, title: str) -> Graphic:
    """A small picture for a case or a piece of news, best about 4 : 3."""
    return _picture("vignette", VIGNETTES[vignette], canvas, height, title)


def _picture(kind: str, scene: Scene, canvas: Canvas, height: float, title: str) -> Graphic:
    frame = Frame(scene.land, canvas.width, height)
    shapes = [painted(canvas, _GROUNDS[scene.ground](frame))]
    for stand in scene.stands:
        x, y = stand.x * frame.width, stand.y * frame.height
        shapes.append(
            stamped(canvas, stand.motif, x, y, stand.size * frame.unit / 100, mirrored=stand.mirrored)
        )
    return canvas.finish(kind, Heading(title, title), height, shapes, Table((), ()))
