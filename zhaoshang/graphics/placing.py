"""Room for labels: boxes, and a placer that finds a free box near each point or says that there is none."""

from __future__ import annotations

import itertools
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
        if start[0] <= self.left >= end[0] or start[0] >= self.right <= end[0]:
            return False
        if start[1] <= self.top >= end[1] or start[1] >= self.bottom <= end[1]:
            return False
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


Leader = tuple[tuple[float, float], tuple[float, float]]

_TURNS = tuple(math.radians(degrees) for degrees in range(0, 360, 15))
_REACHES = (0.25, 0.9, 1.7, 2.7, 4.0, 5.6, 7.6)  # em from the sign
_GAP = 0.12  # em between labels
_BERTH = 0.35  # em between a label and the sign of another node, so that it is not taken for its own
_RETRIES = 10


@dataclass(frozen=True, slots=True)
class _Offer:
    """A box that a label might take, free of all that stands fast; dearer the farther off and the less
    outward.
    """

    cost: float
    box: Box
    roomy: Box
    leader: Leader | None


def place_labels(
    wants: tuple[Want, ...], *, field: Box, taken: Iterable[Box], centre: tuple[float, float], em: float
) -> tuple[Box | None, ...]:
    """A free box for each want, or `None` where there is none; the same for the same input.

    No box meets another, a sign, anything `taken` or the edge of `field`; no leader line runs through a
    box, and no two leaders cross. Several orders are tried, each again with the labels it left over put
    first; the fewest labels left over wins, then the shortest leaders.
    """
    fixed = list(taken)
    offers = [_offers(n, wants, field, fixed, centre, em) for n in range(len(wants))]
    best: tuple[tuple[int, float], tuple[Box | None, ...]] = ((len(wants) + 1, 0.0), ())
    for first in _orders(wants, centre):
        order = first
        for _ in range(_RETRIES):
            boxes, cost = _attempt(offers, order)
            best = min(best, ((boxes.count(None), cost), boxes), key=lambda pair: pair[0])
            if None not in boxes:
                break
            order = sorted(order, key=lambda i: boxes[i] is not None)
    return best[1]


def leader_of(want: Want, box: Box) -> Leader | None:
    """The line from the sign to its label, or `None` when they stand close enough to need none."""
    near = box.nearest(want.x, want.y)
    gap = math.hypot(near[0] - want.x, near[1] - want.y)
    if gap <= want.radius * 1.75:
        return None
    start = (want.x + (near[0] - want.x) * want.radius / gap, want.y + (near[1] - want.y) * want.radius / gap)
    return start, near


def _orders(wants: tuple[Want, ...], centre: tuple[float, float]) -> list[list[int]]:
    """Crowded ones first, inner ones first, outer ones first, wide ones first."""
    away = [math.hypot(w.x - centre[0], w.y - centre[1]) for w in wants]
    crowd = [sum(math.hypot(w.x - o.x, w.y - o.y) < 6 * w.height for o in wants) for w in wants]
    indices = range(len(wants))
    return [
        sorted(indices, key=lambda i: (-crowd[i], away[i], i)),
        sorted(indices, key=lambda i: (away[i], i)),
        sorted(indices, key=lambda i: (-away[i], i)),
        sorted(indices, key=lambda i: (-wants[i].width, i)),
    ]


def _attempt(offers: list[list[_Offer]], order: list[int]) -> tuple[tuple[Box | None, ...], float]:
    """Each label in `order` takes the cheapest offer that is still free."""
    settled: dict[int, _Offer] = {}
    for n in order:
        offer = next((one for one in offers[n] if _agrees(one, settled.values())), None)
        if offer:
            settled[n] = offer
    boxes = tuple(settled[n].box if n in settled else None for n in range(len(offers)))
    return boxes, sum(offer.cost for offer in settled.values())


def _agrees(offer: _Offer, settled: Iterable[_Offer]) -> bool:
    """Whether an offer leaves all settled labels and leaders in peace, and they it."""
    for other in settled:
        if offer.roomy.meets(other.box):
            return False
        if other.leader and offer.box.crossed_by(*other.leader):
            return False
        if offer.leader and other.box.crossed_by(*offer.leader):
            return False
        if offer.leader and other.leader and _cross(offer.leader, other.leader):
            return False
    return True


def _offers(
    n: int, wants: tuple[Want, ...], field: Box, fixed: list[Box], centre: tuple[float, float], em: float
) -> list[_Offer]:
    """The boxes around the n-th sign that are free of all signs and of all that is fixed, the cheapest
    first.
    """
    want = wants[n]
    others = [_sign(other) for k, other in enumerate(wants) if k != n]
    fast = [*fixed, _sign(want)]
    berths = [sign.grown((_BERTH - _GAP) * em) for sign in others]
    outward = math.atan2(want.y - centre[1], want.x - centre[0])
    offers = []
    for reach, turn in itertools.product(_REACHES, _TURNS):
        box = _box_at(want, turn, want.radius + reach * em)
        roomy, leader = box.grown(_GAP * em), leader_of(want, box)
        if not box.within(field) or any(roomy.meets(block) for block in (*fast, *berths)):
            continue
        if leader and any(block.crossed_by(*leader) for block in (*fixed, *others)):
            continue
        cost = reach * 1.6 + (1 - math.cos(turn - outward)) * 0.8 + 0.5 * abs(math.sin(turn))
        offers.append(_Offer(cost, box, roomy, leader))
    return sorted(offers, key=lambda offer: offer.cost)


def _sign(want: Want) -> Box:
    return Box(want.x - want.radius, want.y - want.radius, want.x + want.radius, want.y + want.radius)


def _box_at(want: Want, turn: float, reach: float) -> Box:
    """The label's box when its near edge lies `reach` away in the direction `turn`."""
    x, y = want.x + math.cos(turn) * reach, want.y + math.sin(turn) * reach
    left = x - want.width * (1 - min(1, max(0, (math.cos(turn) + 0.35) / 0.7)))
    top = y - want.height * (1 - min(1, max(0, (math.sin(turn) + 0.6) / 1.2)))
    return Box(left, top, left + want.width, top + want.height)


def _cross(one: Leader, two: Leader) -> bool:
    def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    return side(*one, two[0]) * side(*one, two[1]) < 0 and side(*two, one[0]) * side(*two, one[1]) < 0
