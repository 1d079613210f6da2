"""The face of a distance dial: its rings, the figures on them, the middle, and where nodes stand."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from fractions import Fraction

from zhaoshang.graphics.canvas import Canvas
from zhaoshang.graphics.mark import mark_shapes
from zhaoshang.graphics.markup import element
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.palette import Tone
from zhaoshang.graphics.placing import Box

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """A circle around (x, y) with its rings from the inside outwards; nothing stands nearer than `core`."""

    x: float
    y: float
    radius: float
    core: float
    rings: tuple[int, ...]

    @classmethod
    def on(cls, canvas: Canvas, rings: tuple[int, ...]) -> Face:
        """The face for a canvas: as wide as it, at most 35 em."""
        em = canvas.text
        radius = min(canvas.width / 2 - 1.6 * em, 17.5 * em)
        return cls(canvas.width / 2, radius + 3.2 * em, radius, 2.4 * em, rings)

    def reach(self, figure: Fraction) -> float:
        """How far from the centre `figure` lies: equal steps from ring to ring, even inside each step."""
        step = (self.radius - self.core) / len(self.rings)
        inner = 0
        for n, ring in enumerate(self.rings):
            if figure <= ring:
                return self.core + step * (n + float((figure - inner) / (ring - inner)))
            inner = ring
        return self.radius

    def point(self, bearing: float, reach: float) -> Point:
        """The point at a bearing in degrees from the top, clockwise."""
        angle = math.radians(bearing)
        return self.x + math.sin(angle) * reach, self.y - math.cos(angle) * reach

    def apart(self, bearing: float, reach: float, others: list[Point], gap: float, name: Box) -> Point:
        """The point nearest to the true one, along its ring first, where a sign covers no other and no
        `name`.
        """
        for lane, step in itertools.product(range(40), range(40)):
            away = reach + _there_and_back(lane) * gap / 2
            if not self.core <= away <= self.radius:
                continue
            point = self.point(bearing + _there_and_back(step) * math.degrees(gap / away) / 3, away)
            clear = all(math.hypot(point[0] - x, point[1] - y) >= gap for x, y in others)
            if clear and math.dist(point, name.nearest(*point)) >= gap / 2:
                return point
        return self.point(bearing, reach)


def _there_and_back(step: int) -> int:
    """0, 1, -1, 2, -2 …: steps to either side in turn."""
    return (step + 1) // 2 * (1 if step % 2 else -1)


def choose_rings(every: tuple[int, ...], figures: list[Fraction], most: int = 5) -> tuple[int, ...]:
    """Of `every` ring the at most `most` that hold all `figures`, the outermost included."""
    far = next(
        (n for n, ring in enumerate(every) if ring >= max(figures, default=Fraction(1))), len(every) - 1
    )
    near = next((n for n, ring in enumerate(every) if ring > min(figures, default=Fraction(1))), far)
    chosen = every[min(near, max(far - 1, 0)) : far + 1]
    count = min(len(chosen), most)
    return tuple(chosen[-1 - n * (len(chosen) - 1) // max(count - 1, 1)] for n in reversed(range(count)))


@dataclass(frozen=True, slots=True)
class FaceWords:
    """What is written on a face: a text for each ring, the name in the middle, the word for north."""

    rings: tuple[str, ...]
    place: str
    north: str


def draw_face(
    canvas: Canvas, face: Face, words: FaceWords, nodes: list[Point]
) -> tuple[list[str], list[Box]]:
    """The face as shapes, and the boxes that labels must keep clear of."""
    name = name_box(canvas, face, words.place)
    pills = _pills(canvas, face, words.rings, nodes, [name])
    shapes = [*_discs(canvas, face), *_pill_shapes(canvas, words.rings, pills)]
    north, top = _north(canvas, face, words.north)
    reach = 1.8 * canvas.text
    mark = Box(face.x - reach, face.y - reach, face.x + reach, face.y + reach)
    return [*shapes, north, *_middle(canvas, face, words.place)], [*pills, name, mark, top]


def _discs(canvas: Canvas, face: Face) -> list[str]:
    """Discs in two tones, so that labels lie across their edges and no line runs through the words; the outermost, whose
    ground is the page's own, has a line.
    """
    outermost = face.rings[-1]
    tones = [Tone.TINT if n % 2 == len(face.rings) % 2 else Tone.SURFACE for n in range(len(face.rings))]
    return [
        element(
            "circle",
            cx=face.x,
            cy=face.y,
            r=face.reach(Fraction(ring)),
            **canvas.paint(fill=tone, stroke=Tone.RULE if ring == outermost else None),
        )
        for ring, tone in reversed(list(zip(face.rings, tones, strict=True)))
    ]


def _pills(
    canvas: Canvas, face: Face, texts: tuple[str, ...], nodes: list[Point], taken: list[Box]
) -> list[Box]:
    """The boxes of the figures on the rings: along the bearing farthest from all nodes, each moved along
    its ring only as far as it takes to be free.
    """
    sign = 0.75 * canvas.text
    blocks = taken + [Box(x - sign, y - sign, x + sign, y + sign) for x, y in nodes]
    spoke = _empty_spoke(face, nodes)
    boxes: list[Box] = []
    for ring, text in zip(face.rings, texts, strict=True):
        tries = (spoke + 3 * _there_and_back(step) for step in range(120))
        places = [_pill(canvas, face, ring, text, bearing) for bearing in tries]
        boxes.append(
            next(
                (box for box in places if not any(box.meets(block) for block in (*blocks, *boxes))), places[0]
            )
        )
    return boxes


def _empty_spoke(face: Face, nodes: list[Point]) -> int:
    """The bearing with the fewest nodes around it; not straight up, down or aside, where pills would touch."""
    bearings = [math.degrees(math.atan2(x - face.x, face.y - y)) % 360 for x, y in nodes]

    def crowd(spoke: int) -> float:
        apart = (abs((spoke - bearing + 180) % 360 - 180) for bearing in bearings)
        return round(sum(max(60 - away, 0) + max(20 - away, 0) for away in apart), 3)

    return min((n for n in range(30, 335, 5) if 25 <= n % 180 <= 155 and not 75 < n % 180 < 105), key=crowd)


def _pill(canvas: Canvas, face: Face, ring: int, text: str, bearing: float) -> Box:
    em, (x, y) = canvas.text, face.point(bearing, face.reach(Fraction(ring)))
    half = canvas.measure(text, size=canvas.small) / 2 + 0.3 * em
    x = min(max(x, half), canvas.width - half)
    return Box(x - half, y - 0.7 * em, x + half, y + 0.7 * em)


def _pill_shapes(canvas: Canvas, texts: tuple[str, ...], boxes: list[Box]) -> list[str]:
    em, shapes = canvas.text, []
    for text, box in zip(texts, boxes, strict=True):
        wide, high = box.right - box.left, box.bottom - box.top
        paint = canvas.paint(fill=Tone.SURFACE, stroke=Tone.RULE)
        shapes.append(element("rect", x=box.left, y=box.top, width=wide, height=high, rx=0.7 * em, **paint))
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2 + canvas.small * 0.36
        shapes.append(canvas.words(x, y, text, size=canvas.small, tone=Tone.MUTED, anchor="middle"))
    return shapes


def _north(canvas: Canvas, face: Face, word: str) -> tuple[str, Box]:
    em, top = canvas.text, face.y - face.radius
    half = max(canvas.measure(word, size=canvas.small, bold=True) / 2, 0.5 * em)
    arrow = f"M{face.x:.2f} {top - em:.2f}l{0.42 * em:.2f} {em:.2f}h{-0.84 * em:.2f}Z"
    shape = element("path", d=arrow, **canvas.paint(fill=Tone.MUTED)) + canvas.words(
        face.x, top - 1.25 * em, word, size=canvas.small, tone=Tone.MUTED, anchor="middle", bold=True
    )
    return shape, Box(face.x - half, top - 2.4 * em, face.x + half, top + 0.2 * em)


def name_box(canvas: Canvas, face: Face, place: str) -> Box:
    """The room of the name under the mark."""
    lines = _name(canvas, place)
    half, top = widest(lines, canvas.text, bold=True) / 2, face.y + 1.9 * canvas.text
    return Box(face.x - half, top, face.x + half, top + len(lines) * canvas.line)


def _name(canvas: Canvas, place: str) -> tuple[str, ...]:
    return wrap(place, canvas.text, 7 * canvas.text, bold=True)


def _middle(canvas: Canvas, face: Face, place: str) -> list[str]:
    """The mark and under it the name of the place."""
    em, size, top = canvas.text, 3.2 * canvas.text, name_box(canvas, face, place).top
    words = [
        canvas.words(face.x, top + em + n * canvas.line, line, anchor="middle", bold=True)
        for n, line in enumerate(_name(canvas, place))
    ]
    return [mark_shapes(canvas, face.x - size / 2, face.y - size / 2, size), *words]
