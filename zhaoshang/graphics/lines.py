"""Lines over time, each named at its end."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.graphics.canvas import Canvas, Graphic, Heading, Table
from zhaoshang.graphics.markup import element, path_of
from zhaoshang.graphics.measure import widest, wrap
from zhaoshang.graphics.palette import SERIES, Tone
from zhaoshang.graphics.scale import Number, Scale, plain


@dataclass(frozen=True, slots=True)
class Series:
    """One line: a value per period, `None` where there is none, and the same figures in words."""

    name: str
    values: tuple[Number | None, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Series over common `periods`. `unit` stands above the axis; `column` heads the periods in the table."""

    heading: Heading
    periods: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    column: str

    def __post_init__(self) -> None:
        for series in self.series:
            if not len(self.periods) == len(series.values) == len(series.shown):
                raise ValueError(f"{series.name}: one value and one text for each period")


@dataclass(frozen=True, slots=True)
class _Plot:
    left: float
    right: float
    top: float
    bottom: float
    scale: Scale
    count: int

    def x(self, index: int) -> float:
        return self.left + (self.right - self.left) * (index / (self.count - 1) if self.count > 1 else 0.5)

    def y(self, value: Number) -> float:
        return self.bottom - (self.bottom - self.top) * self.scale.at(value)


@dataclass(frozen=True, slots=True)
class _End:
    """What stands at the end of a line: its name and last figure, wrapped, and where it would like to
    stand.
    """

    name: tuple[str, ...]
    figure: tuple[str, ...]
    wish: float
    tone: Tone

    @property
    def lines(self) -> int:
        return len(self.name) + len(self.figure)


def draw_lines(data: Lines, canvas: Canvas) -> Graphic:
    """The lines on a common scale that includes zero."""
    em = canvas.text
    scale = Scale.over(
        value for series in data.series for value in series.values if value is not None
    ).widened()
    ticks = _tick_texts(scale)
    names = [_wrapped(series, canvas) for series in data.series]
    room = max((max(widest(n, em, bold=True), widest(f, em)) for n, f in names), default=0)
    left = max((canvas.measure(text, size=canvas.small) for text in ticks), default=0) + 0.6 * em
    height = max(13 * em, sum((len(n) + len(f)) * canvas.line + 0.4 * em for n, f in names))
    plot = _Plot(
        left + 0.3 * em, canvas.width - room - 1.6 * em, 2.2 * em, 2.2 * em + height, scale, len(data.periods)
    )
    shapes = _grid(data, canvas, plot, ticks) + _periods(data, canvas, plot)
    ends = []
    for n, series in enumerate(data.series):
        tone = SERIES[n % len(SERIES)]
        shapes.append(_line(canvas, plot, series, tone, dashed=n >= len(SERIES)))
        if any(value is not None for value in series.values):
            ends.append(_End(*names[n], _last(plot, series)[1], tone))
    shapes += _ends(canvas, plot, data, ends)
    return canvas.finish("lines", data.heading, plot.bottom + 2 * em, shapes, _table(data))


def _wrapped(series: Series, canvas: Canvas) -> tuple[tuple[str, ...], tuple[str, ...]]:
    last = max((n for n, value in enumerate(series.values) if value is not None), default=-1)
    shown = series.shown[last] if last >= 0 else ""
    most = canvas.width * 0.28
    return wrap(series.name, canvas.text, most, bold=True), wrap(shown, canvas.text, most)


def _tick_texts(scale: Scale) -> tuple[str, ...]:
    """The figures of the axis, or none when they would be longer than the figures printed on the lines."""
    texts = tuple(plain(tick) for tick in scale.ticks())
    return texts if all(len(text) <= 11 for text in texts) else ()


def _grid(data: Lines, canvas: Canvas, plot: _Plot, texts: tuple[str, ...]) -> list[str]:
    em = canvas.text
    unit = wrap(data.unit, canvas.small, canvas.width)[:1]
    shapes = [canvas.words(0, 0.9 * em, line, size=canvas.small, tone=Tone.MUTED) for line in unit]
    for tick, text in zip(plot.scale.ticks(), texts or [""] * len(plot.scale.ticks()), strict=True):
        y = plot.y(tick)
        tone = Tone.MUTED if tick == 0 else Tone.RULE
        shapes.append(element("line", x1=plot.left, y1=y, x2=plot.right, y2=y, **canvas.paint(stroke=tone)))
        shapes.append(
            canvas.words(
                plot.left - 0.5 * em,
                y + canvas.small * 0.36,
                text,
                size=canvas.small,
                tone=Tone.MUTED,
                anchor="end",
            )
        )
    return shapes


def _periods(data: Lines, canvas: Canvas, plot: _Plot) -> list[str]:
    """The periods under the plot, every n-th of them so that none touches the next; the last one always
    stands.
    """
    size, y = canvas.small, plot.bottom + 1.5 * canvas.text
    widths = [canvas.measure(period, size=size) for period in data.periods]
    shapes: list[str] = []
    free = float("inf")
    for n in reversed(range(len(data.periods))):
        half = widths[n] / 2
        x = max(plot.x(n), half)
        if x + half < free - 0.6 * canvas.text or free == float("inf"):
            shapes.append(canvas.words(x, y, data.periods[n], size=size, tone=Tone.MUTED, anchor="middle"))
            free = x - half
    return shapes[::-1]


def _line(canvas: Canvas, plot: _Plot, series: Series, tone: Tone, *, dashed: bool) -> str:
    runs: list[list[tuple[float, float]]] = [[]]
    for n, value in enumerate(series.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((plot.x(n), plot.y(value)))
    data = "".join(path_of(run) for run in runs if len(run) > 1)
    dash = f"{canvas.text * 0.4:.2f} {canvas.text * 0.3:.2f}" if dashed else None
    paint = canvas.paint(stroke=tone, width=0.17 * canvas.text)
    line = element("path", d=data, stroke_linejoin="round", stroke_dasharray=dash, **paint) if data else ""
    points = [point for run in runs for point in run]
    return line + "".join(
        element("circle", cx=x, cy=y, r=0.2 * canvas.text, **canvas.paint(fill=tone)) for x, y in points
    )


def _last(plot: _Plot, series: Series) -> tuple[float, float]:
    n, value = [(n, value) for n, value in enumerate(series.values) if value is not None][-1]
    return plot.x(n), plot.y(value)


def _ends(canvas: Canvas, plot: _Plot, data: Lines, ends: list[_End]) -> list[str]:
    em, x = canvas.text, plot.right + 1.4 * canvas.text
    shapes = []
    for end, top in zip(*_spread(canvas, plot, ends), strict=True):
        middle = top + end.lines * canvas.line / 2
        shapes.append(
            element(
                "path",
                d=path_of([(plot.right + 0.35 * em, end.wish), (x - 0.3 * em, middle)]),
                **canvas.paint(stroke=end.tone),
            )
        )
        for n, line in enumerate((*end.name, *end.figure)):
            named = n < len(end.name)
            y = top + canvas.line * (n + 0.76)
            shapes.append(canvas.words(x, y, line, bold=named, tone=Tone.INK if named else Tone.MUTED))
    return shapes


def _spread(canvas: Canvas, plot: _Plot, ends: list[_End]) -> tuple[list[_End], list[float]]:
    """The ends from top to bottom with tops that do not overlap and stay beside the plot."""
    gap = 0.3 * canvas.text
    ordered = sorted(ends, key=lambda end: end.wish)
    tops: list[float] = []
    free = 0.0
    for end in ordered:
        tops.append(max(end.wish - end.lines * canvas.line / 2, free))
        free = tops[-1] + end.lines * canvas.line + gap
    floor = plot.bottom + 1.6 * canvas.text
    for n in reversed(range(len(tops))):
        tops[n] = min(tops[n], floor - ordered[n].lines * canvas.line)
        floor = tops[n] - gap
    return ordered, tops


def _table(data: Lines) -> Table:
    columns = (data.column, *(series.name for series in data.series))
    rows = tuple(
        (period, *(series.shown[n] for series in data.series)) for n, period in enumerate(data.periods)
    )
    return Table(columns, rows)
