"""The graphics of the pages: each subject drawn twice, for a wide and for a narrow sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from zhaoshang.domain.costs import Cost, CostClass
from zhaoshang.domain.facts import Fact
from zhaoshang.domain.industry import Industry
from zhaoshang.domain.location import Corridor
from zhaoshang.domain.procedure import Procedure
from zhaoshang.graphics import Canvas, Graphic, Measure, Table, draw_qr
from zhaoshang.graphics.subjects import (
    draw_comparison,
    draw_corridor,
    draw_costs,
    draw_history,
    draw_industry,
    draw_location,
    draw_procedure,
)
from zhaoshang.voice import Voice

WIDE, NARROW = Canvas.screen(760), Canvas.screen(358)


@dataclass(frozen=True, slots=True)
class Pair:
    """A graphic for both widths; the style sheet shows the one that fits. The table is the same for both."""

    wide: Markup
    narrow: Markup
    title: str
    table: Table


@dataclass(frozen=True)
class Drawing:
    """What the templates draw with, in one language."""

    voice: Voice

    @cached_property
    def location(self) -> Pair:
        """The distance dial by time, drawn once for all pages that show it."""
        location = self.voice.library.location
        return _pair(lambda canvas: draw_location(location, self.voice, canvas, measure=Measure.MINUTES))

    def corridor(self, corridor: Corridor) -> Pair:
        """A route strip."""
        location = self.voice.library.location
        return _pair(lambda canvas: draw_corridor(corridor, location, self.voice, canvas))

    def industry(self, industry: Industry) -> Pair:
        """A chain."""
        return _pair(lambda canvas: draw_industry(industry, self.voice, canvas))

    def procedure(self, procedure: Procedure) -> Pair:
        """A timeline."""
        return _pair(lambda canvas: draw_procedure(procedure, self.voice, canvas))

    def costs(self, cost: CostClass) -> Pair | None:
        """The items of a cost class as bars."""
        return _pair_or_none(lambda canvas: draw_costs(cost, self.voice, canvas))

    def comparison(self, cost: Cost) -> Pair | None:
        """One cost here and elsewhere."""
        return _pair_or_none(lambda canvas: draw_comparison(cost, self.voice, canvas))

    def history(self, fact: Fact) -> Pair | None:
        """A fact over the years."""
        return _pair_or_none(lambda canvas: draw_history(fact, self.voice, canvas))

    def qr(self, url: str, title: str) -> Markup:
        """A QR code that leads to an address."""
        return Markup(draw_qr(url, Canvas.screen(160), title=title).svg)


def _pair(draw: Callable[[Canvas], Graphic]) -> Pair:
    wide, narrow = draw(WIDE), draw(NARROW)
    return Pair(Markup(wide.svg), Markup(narrow.svg), wide.title, wide.table)


def _pair_or_none(draw: Callable[[Canvas], Graphic | None]) -> Pair | None:
    wide, narrow = draw(WIDE), draw(NARROW)
    if wide is None or narrow is None:
        return None
    return Pair(Markup(wide.svg), Markup(narrow.svg), wide.title, wide.table)
