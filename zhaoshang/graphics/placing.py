"""Room for labels: boxes, and a placer that finds a free box near each point or says that there is none."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Whether this box lies wholly inside `other`."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def grown(self, margin: float) -> Box:
        """The box with `margin` more on every side."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of the box closest to (x, y)."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)

    def crossed_by(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether the stretch from `start` to `end` passes through the box (Liang–Barsky)."""
        enter, leave = 0.0, 1.0
        dx, dy = end[0] - start[0], end[1] - start[1]
        edges = (
            (-dx, start[0] - self.left),
            (dx, self.right - start[0]),
            (-dy, start[1] - self.top),
            (dy, self.bottom - start[1]),
        )
        for slope, room in edges:
            if slope == 0:
                if room <= 0:
                    return False
            elif slope < 0:
                enter = max(enter, room / slope)
            else:
                leave = min(leave, room / slope)
        return enter < leave


@dataclass(frozen=True, slots=True)
class Want:
    """A label that wants room: its point, the radius of the sign there, the size of its box."""

    x: float
    y: float
    radius: float
    width: float
    height: float


_TURNS = tuple(math.radians(degrees) for degrees in range(0, 360, 20))
_REACHES = (0.25, 0.9, 1.7, 2.7, 4.0, 5.6, 7.6)
_RETRIES = 4


def place_labels(
    wants: tuple[Want, ...], *, field: Box, taken: Iterable[Box], centre: tuple[float, float], em: float
) -> tuple[Box | None, ...]:
    """A free box for each want, or `None` where there is none; the same for the same input.

    No box meets another, a sign, anything `taken` or the edge of `field`; no leader line runs through a
    box, and no two leaders cross. Several orders are tried; the one with the fewest labels left over, then
    the shortest leaders, wins.
    """
    signs = [Box(w.x - w.radius, w.y - w.radius, w.x + w.radius, w.y + w.radius) for w in wants]
    fixed = list(taken)
    best: tuple[tuple[int, float], tuple[Box | None, ...]] = ((len(wants) + 1, 0.0), ())
    for first in _orders(wants, centre):
        order = first
        for _ in range(_RETRIES):
            boxes, cost = _attempt(wants, order, signs, fixed, field, centre, em)
            best = min(best, ((boxes.count(None), cost), boxes), key=lambda pair: pair[0])
            order = sorted(order, key=lambda i: boxes[i] is not None)
            if None not in boxes:
                break
    return best[1]


def _orders(wants: tuple[Want, ...], centre: tuple[float, float]) -> list[list[int]]:
    away = [math.hypot(w.x - centre[0], w.y - centre[1]) for w in wants]
    crowd = [sum(math.hypot(w.x - o.x, w.y - o.y) < 6 * w.height for o in wants) for w in wants]
    indices = range(len(wants))
    return [
        sorted(indices, key=lambda i: (-crowd[i], away[i], i)),
        sorted(indices, key=lambda i: (away[i], i)),
        sorted(indices, key=lambda i: (-away[i], i)),
        sorted(indices, key=lambda i: (-wants[i].width, i)),
    ]


def _attempt(
    wants: tuple[Want, ...],
    order: list[int],
    signs: list[Box],
    fixed: list[Box],
    field: Box,
    centre: tuple[float, float],
    em: float,
) -> tuple[tuple[Box | None, ...], float]:
    boxes: list[Box | None] = [None] * len(wants)
    leaders: list[tuple[tuple[float, float], tuple[float, float]]] = []
    total = 0.0
    for i in order:
        others = [sign for n, sign in enumerate(signs) if n != i]
        settled = [box for box in boxes if box is not None]
        for cost, box in _candidates(wants[i], centre, em):
            if not _free(box, field, [*fixed, *signs, *settled], em):
                continue
            if any(box.crossed_by(*leader) for leader in leaders):
                continue
            leader = leader_of(wants[i], box)
            if leader and not _clear(leader, [*fixed, *others, *settled], leaders):
                continue
            boxes[i] = box
            total += cost
            if leader:
                leaders.append(leader)
            break
    return tuple(boxes), total


def leader_of(want: Want, box: Box) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The line from the sign to its label, or `None` when they stand close enough to need none."""
    near = box.nearest(want.x, want.y)
    gap = math.hypot(near[0] - want.x, near[1] - want.y)
    if gap <= want.radius * 1.75:
        return None
    start = (want.x + (near[0] - want.x) * want.radius / gap, want.y + (near[1] - want.y) * want.radius / gap)
    return start, near


def _candidates(want: Want, centre: tuple[float, float], em: float) -> list[tuple[float, Box]]:
    outward = math.atan2(want.y - centre[1], want.x - centre[0])
    found = []
    for reach in _REACHES:
        for turn in _TURNS:
            box = _box_at(want, turn, want.radius + reach * em)
            aside = 1 - math.cos(turn - outward)
            level = 0.5 * abs(math.sin(turn))
            found.append((reach * 1.6 + aside * 0.8 + level, box))
    return sorted(found, key=lambda pair: pair[0])


def _box_at(want: Want, turn: float, reach: float) -> Box:
    x, y = want.x + math.cos(turn) * reach, want.y + math.sin(turn) * reach
    left = x - want.width * (1 - min(1, max(0, (math.cos(turn) + 0.35) / 0.7)))
    top = y - want.height * (1 - min(1, max(0, (math.sin(turn) + 0.6) / 1.2)))
    return Box(left, top, left + want.width, top + want.height)


def _free(box: Box, field: Box, blocks: list[Box], em: float) -> bool:
    roomy = box.grown(em * 0.12)
    return box.within(field) and not any(roomy.meets(block) for block in blocks)


def _clear(
    leader: tuple[tuple[float, float], tuple[float, float]],
    blocks: list[Box],
    leaders: list[tuple[tuple[float, float], tuple[float, float]]],
) -> bool:
    return not any(block.crossed_by(*leader) for block in blocks) and not any(
        _cross(leader, other) for other in leaders
    )


def _cross(
    one: tuple[tuple[float, float], tuple[float, float]], two: tuple[tuple[float, float], tuple[float, float]]
) -> bool:
    def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    return side(*one, two[0]) * side(*one, two[1]) < 0 and side(*two, one[0]) * side(*two, one[1]) < 0
