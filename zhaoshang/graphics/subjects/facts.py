"""A fact with its earlier values as a line."""

from __future__ import annotations

from zhaoshang.domain.facts import Fact
from zhaoshang.graphics.canvas import Canvas, Graphic, Heading
from zhaoshang.graphics.lines import Lines, Series, draw_lines
from zhaoshang.values import axis
from zhaoshang.voice import Voice


def draw_history(fact: Fact, voice: Voice, canvas: Canvas) -> Graphic | None:
    """The years the register holds, the present value last; None where there are none."""
    if not fact.history:
        return None
    years = (*fact.history, str(fact.as_of.year))
    values = (*fact.history.values(), fact.value)
    scale = axis(values, voice.language)
    series = Series(name=voice.plain(fact.label), values=scale.figures, shown=scale.numbers)
    return draw_lines(
        Lines(
            heading=Heading(voice.plain(fact.label)),
            periods=years,
            series=(series,),
            unit=scale.unit,
            column=voice.words.at("drawing.period"),
        ),
        canvas,
    )
