"""Factor costs as bars: one class here, or one cost here and elsewhere."""

from __future__ import annotations

from fractions import Fraction

from zhaoshang.domain.costs import Cost, CostClass
from zhaoshang.graphics.bars import Bar, Bars, Bound, draw_bars
from zhaoshang.graphics.canvas import Canvas, Graphic, Heading
from zhaoshang.values import Quantity, Unit
from zhaoshang.voice import Voice


def draw_costs(cost: CostClass, voice: Voice, canvas: Canvas) -> Graphic | None:
    """The items of a class that share one unit, on one scale; None where fewer than three do."""
    items = comparable(tuple(cost.items.values()))
    if len(items) < 3:
        return None
    columns = voice.words["drawing"]["cost_columns"]
    bars = tuple(_bar(voice.plain(item.name), item.value, voice) for item in items)
    heads = (columns["name"], columns["shown"], columns["note"])
    return draw_bars(Bars(Heading(voice.plain(cost.title)), bars, heads), canvas)


def draw_comparison(cost: Cost, voice: Voice, canvas: Canvas) -> Graphic | None:
    """One cost here and in other places, dearest last; None where no other place is named."""
    others = tuple(each for each in cost.elsewhere if each.value.comparable(cost.value))
    if not others:
        return None
    columns = voice.words["drawing"]["compare_columns"]
    here = _bar(voice.plain(voice.library.site.name), cost.value, voice)
    rest = (_bar(voice.plain(each.place), each.value, voice, emphasis=False) for each in others)
    bars = (here, *sorted(rest, key=lambda bar: bar.value or 0))
    heads = (columns["name"], columns["shown"], columns["note"])
    return draw_bars(Bars(Heading(voice.plain(cost.name)), bars, heads), canvas)


def comparable(items: tuple[Cost, ...]) -> tuple[Cost, ...]:
    """The largest set of items whose figures can stand on one scale, in their order."""
    groups: dict[Unit, list[Cost]] = {}
    for item in items:
        groups.setdefault(item.value.unit.base, []).append(item)
    largest = sorted(groups.values(), key=len, reverse=True)[:1]
    return tuple(largest[0]) if largest else ()


def _bar(label: str, value: Quantity, voice: Voice, *, emphasis: bool = True) -> Bar:
    low, high = value.base_low, value.base_high
    figure: Fraction | None = high if high is not None else low
    bound = Bound.RANGE if value.is_range else Bound.EXACT
    if high is None:
        bound = Bound.AT_LEAST
    elif low is None:
        bound = Bound.UP_TO
    return Bar(
        label,
        voice.show(value),
        figure,
        low=low if bound is Bound.RANGE else None,
        bound=bound,
        emphasis=emphasis,
    )
