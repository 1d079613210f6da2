"""An industrial chain: who is there, what is wanted, and what feeds what, from upstream to downstream."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Medium, Table
from zhaoshang.graphics.markup import element, number, path_of
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.palette import Tone


class State(StrEnum):
    """How the place stands at a node: firms are there, or wanted to extend, complete or strengthen the
    chain.
    """

    PRESENT = "present"
    EXTEND = "extend"  # 延链
    COMPLETE = "complete"  # 补链
    STRENGTHEN = "strengthen"  # 强链


@dataclass(frozen=True, slots=True)
class Link:
    """A node of the chain. `firms` says who is there ("3 firms: A, B, C"), `tag` names the state when it is
    a wish. On a screen a node with `href` leads there.
    """

    id: str
    name: str
    state: State = State.PRESENT
    tag: str = ""
    firms: str = ""
    feeds: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the chain: upstream, midstream, downstream."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Stages in order; `feeds` of a link are ids of other links. `columns` head the table: stage, link,
    state, firms.
    """

    heading: Heading
    stages: tuple[Stage, ...]
    columns: tuple[str, str, str, str]

    def __post_init__(self) -> None:
        ids = Counter(link.id for stage in self.stages for link in stage.links)
        twice = [name for name, count in ids.items() if count > 1]
        unknown = [
            name for stage in self.stages for link in stage.links for name in link.feeds if name not in ids
        ]
        if not self.stages or twice or unknown:
            raise ValueError(
                f"a chain needs stages, each id once ({twice}) and only known ids in feeds ({unknown})"
            )


@dataclass(frozen=True, slots=True)
class _Card:
    """A link on the sheet. A wish that nobody answers yet has a dashed frame."""

    link: Link
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def wanted(self) -> bool:
        return self.link.state in (State.EXTEND, State.COMPLETE)


def draw_chain(data: Chain, canvas: Canvas) -> Graphic:
    """Columns side by side on a wide sheet, one stage under the other on a narrow one."""
    gap = (3.4 if _tied(data) else 1.6) * canvas.text
    width = (canvas.width - gap * (len(data.stages) - 1)) / len(data.stages)
    wide = len(data.stages) > 1 and width >= 10.5 * canvas.text
    shapes, height = _columns(data, canvas, width, gap) if wide else _stack(data, canvas)
    rows = tuple(
        (stage.name, link.name, link.tag, link.firms) for stage in data.stages for link in stage.links
    )
    leads = any(_leads(link, canvas) for stage in data.stages for link in stage.links)
    role = "group" if leads else "img"
    return canvas.finish("chain", data.heading, height, shapes, Table(data.columns, rows), role=role)


def _leads(link: Link, canvas: Canvas) -> bool:
    """Whether a node is a link to follow: on paper there is none."""
    return bool(link.href) and canvas.medium is Medium.SCREEN


def _columns(data: Chain, canvas: Canvas, width: float, gap: float) -> tuple[list[str], float]:
    em = canvas.text
    head = (
        max(len(wrap(stage.name, em, width - 2.4 * em, bold=True)) for stage in data.stages) * canvas.line
        + 0.9 * em
    )
    tops = head + 1.1 * em
    tall = max((_stage_height(stage, canvas, width) for stage in data.stages), default=0)
    cards: dict[str, _Card] = {}
    shapes = []
    for n, stage in enumerate(data.stages):
        left = n * (width + gap)
        shapes.append(_banner(stage, canvas, left, width, head, last=n == len(data.stages) - 1))
        y = tops + (tall - _stage_height(stage, canvas, width)) / 2
        for link in stage.links:
            card = _Card(link, left, y, width, _height(link, canvas, width))
            cards[link.id] = card
            y += card.height + 0.9 * em
    threads = _threads(cards, canvas)
    return [*shapes, *threads, *(_card(card, canvas) for card in cards.values())], tops + tall + 0.3 * em


def _stage_height(stage: Stage, canvas: Canvas, width: float) -> float:
    return sum(
        _height(link, canvas, width) + 0.9 * canvas.text for link in stage.links
    ) - 0.9 * canvas.text * bool(stage.links)


def _stack(data: Chain, canvas: Canvas) -> tuple[list[str], float]:
    em, gutter = canvas.text, _gutter(data) * canvas.text
    cards: dict[str, _Card] = {}
    shapes = []
    y = 0.0
    for stage in data.stages:
        lines = wrap(stage.name, em, canvas.width - 1.6 * em, bold=True)
        head = len(lines) * canvas.line + 0.7 * em
        shapes.append(
            element("rect", x=0, y=y, width=canvas.width, height=head, **canvas.paint(fill=Tone.ACCENT))
        )
        shapes += [
            canvas.words(
                0.8 * em, y + 0.35 * em + canvas.line * (n + 0.76), line, tone=Tone.ON_ACCENT, bold=True
            )
            for n, line in enumerate(lines)
        ]
        y += head + 0.8 * em
        for link in stage.links:
            width = canvas.width - gutter
            card = _Card(link, gutter, y, width, _height(link, canvas, width))
            cards[link.id] = card
            y += card.height + 0.8 * em
        y += 0.4 * em
    threads = _side_threads(cards, canvas, gutter)
    return [*threads, *shapes, *(_card(card, canvas) for card in cards.values())], y


def _tied(data: Chain) -> int:
    """How many ties the chain has."""
    return sum(len(link.feeds) for stage in data.stages for link in stage.links)


def _gutter(data: Chain) -> float:
    """The margin for the ties of a stacked chain, in ems: none for none, more for many."""
    ties = _tied(data)
    return min(0.8 + 0.45 * max(ties, 3), 4.4) if ties else 0


def _banner(stage: Stage, canvas: Canvas, left: float, width: float, height: float, *, last: bool) -> str:
    em = canvas.text
    tip = 0.9 * em
    points = [
        (left, 0.0),
        (left + width - tip * last, 0.0),
        (left + width + tip * (not last), height / 2),
        (left + width - tip * last, height),
        (left, height),
        (left + tip, height / 2),
    ]
    lines = wrap(stage.name, em, width - 2.4 * em, bold=True)
    first = height / 2 - (len(lines) - 1) * canvas.line / 2 + 0.36 * em
    words = (
        canvas.words(left + 1.5 * em, first + n * canvas.line, line, tone=Tone.ON_ACCENT, bold=True)
        for n, line in enumerate(lines)
    )
    return element("path", d=path_of(points, closed=True), **canvas.paint(fill=Tone.ACCENT)) + "".join(words)


def _texts(link: Link, canvas: Canvas, width: float) -> list[tuple[str, float, Tone, bool]]:
    em, room = canvas.text, width - 1.6 * canvas.text
    lines = [(line, em, Tone.INK, True) for line in wrap(link.name, em, room, bold=True)]
    lines += [(line, canvas.small, Tone.MUTED, False) for line in wrap(link.firms, canvas.small, room)]
    return lines


def _tag(link: Link, canvas: Canvas, width: float) -> tuple[str, ...]:
    return wrap(link.tag, canvas.small, width - 2.4 * canvas.text, bold=True)


def _height(link: Link, canvas: Canvas, width: float) -> float:
    em = canvas.text
    tag = _tag(link, canvas, width)
    return (
        len(_texts(link, canvas, width)) * canvas.line
        + (len(tag) * canvas.line + 0.6 * em if tag else 0)
        + 1.0 * em
    )


def _card(card: _Card, canvas: Canvas) -> str:
    em = canvas.text
    wish = card.link.state is not State.PRESENT
    tone = Tone.SIGNAL if wish else Tone.ACCENT
    fill = Tone.SURFACE if card.wanted else Tone.TINT
    dash = f"{0.4 * em:.2f} {0.3 * em:.2f}" if card.wanted else None
    box = element(
        "rect",
        x=card.left + 0.5,
        y=card.top,
        width=card.width - 1,
        height=card.height,
        rx=0.3 * em,
        stroke_dasharray=dash,
        **canvas.paint(fill=fill, stroke=tone, width=0.1 * em),
    )
    shapes, y = [box], card.top + 0.5 * em
    for text, size, ink, bold in _texts(card.link, canvas, card.width):
        shapes.append(
            canvas.words(card.left + 0.8 * em, y + canvas.line * 0.76, text, size=size, tone=ink, bold=bold)
        )
        y += canvas.line
    tag = _tag(card.link, canvas, card.width)
    if tag:
        wide = widest(tag, canvas.small, bold=True) + 1.0 * em
        y += 0.2 * em
        shapes.append(
            element(
                "rect",
                x=card.left + 0.8 * em,
                y=y,
                width=wide,
                height=len(tag) * canvas.line,
                rx=0.2 * em,
                **canvas.paint(fill=Tone.SIGNAL_TINT),
            )
        )
        for line in tag:
            shapes.append(
                canvas.words(
                    card.left + 0.8 * em + wide / 2,
                    y + canvas.line * 0.74,
                    line,
                    size=canvas.small,
                    tone=Tone.SIGNAL,
                    anchor="middle",
                    bold=True,
                )
            )
            y += canvas.line
    if not _leads(card.link, canvas):
        return "".join(shapes)
    name = ", ".join(text for text in (card.link.name, card.link.firms, card.link.tag) if text)
    # Blanks between the lines keep their words apart for whoever compares what is read out with what is seen.
    return element("a", " ".join(shapes), href=card.link.href, aria_label=name)


def _ties(cards: dict[str, _Card]) -> list[tuple[_Card, _Card]]:
    """What feeds what, in the order of the cards, without a card that feeds itself."""
    return [
        (card, cards[target])
        for card in cards.values()
        for target in dict.fromkeys(card.link.feeds)
        if target != card.link.id
    ]


def _threads(cards: dict[str, _Card], canvas: Canvas) -> list[str]:
    """Curves from the right edge of a card to the left edge of what it feeds, fanned out along both edges.

    Cards of one column are tied by a bow at their right edge; a tie that runs back leaves at the left edge.
    """
    ties = _ties(cards)
    return [_thread(canvas, a, b, _fan(ties, a, b, out=True), _fan(ties, b, a, out=False)) for a, b in ties]


def _fan(ties: list[tuple[_Card, _Card]], card: _Card, other: _Card, *, out: bool) -> float:
    """The height at which the tie between the two touches `card`: its place among all ties on that side."""
    ends = sorted({(b.top, b.left) if out else (a.top, a.left) for a, b in ties if (a if out else b) is card})
    place = ends.index((other.top, other.left)) + 1
    return card.top + card.height * place / (len(ends) + 1)


def _thread(canvas: Canvas, start: _Card, end: _Card, y1: float, y2: float) -> str:
    bow = 1.5 * canvas.text
    if start.left < end.left:
        x1, x2, middle, inward = start.right, end.left, (start.right + end.left) / 2, 1
    elif start.left > end.left:
        x1, x2, middle, inward = start.left, end.right, (start.left + end.right) / 2, -1
    elif start.right + bow <= canvas.width:
        x1, x2, middle, inward = start.right, end.right, start.right + bow, -1
    else:
        x1, x2, middle, inward = start.left, end.left, start.left - bow, 1
    curve = " ".join(number(value) for value in (middle, y1, middle, y2, x2, y2))
    return _drawn(canvas, f"M{number(x1)} {number(y1)}C{curve}", start, end, (x2, y2), inward)


def _drawn(canvas: Canvas, data: str, start: _Card, end: _Card, at: tuple[float, float], inward: int) -> str:
    """A tie along `data` with a tip at `at` that points `inward`: 1 to the right, -1 to the left."""
    em = canvas.text
    open_end = start.wanted or end.wanted
    dash = f"{0.35 * em:.2f} {0.3 * em:.2f}" if open_end else None
    tone = Tone.SIGNAL if open_end else Tone.ACCENT
    back = at[0] - 0.5 * em * inward
    tip = path_of([(back, at[1] - 0.27 * em), at, (back, at[1] + 0.27 * em)], closed=True)
    line = element("path", d=data, stroke_dasharray=dash, **canvas.paint(stroke=tone, width=0.11 * em))
    return line + element("path", d=tip, **canvas.paint(fill=tone))


def _side_threads(cards: dict[str, _Card], canvas: Canvas, gutter: float) -> list[str]:
    """Ties along the left margin, each in the first lane that is free over its length; beyond the lanes
    that the margin holds, ties share.
    """
    em, step = canvas.text, 0.45 * canvas.text
    lanes, threads, ties = list[float](), list[str](), _ties(cards)
    most = max(int((gutter - 0.7 * em) / step), 1)
    for a, b in ties:
        y1, y2 = _fan(ties, a, b, out=True), _fan(ties, b, a, out=False)
        lane = next((n for n, free in enumerate(lanes) if free <= min(y1, y2)), len(lanes))
        lanes[lane:] = [max(y1, y2) + 0.4 * em, *lanes[lane + 1 :]]
        x = gutter - 0.6 * em - step * (lane % most)
        side = 0.35 * em if y2 > y1 else -0.35 * em
        data = (
            f"M{number(gutter)} {number(y1)}L{number(x + 0.35 * em)} {number(y1)}"
            f"Q{number(x)} {number(y1)} {number(x)} {number(y1 + side)}L{number(x)} {number(y2 - side)}"
            f"Q{number(x)} {number(y2)} {number(x + 0.35 * em)} {number(y2)}L{number(gutter)} {number(y2)}"
        )
        threads.append(_drawn(canvas, data, a, b, (gutter, y2), 1))
    return threads
