"""The drawings of a guide: each subject once, as wide as the edition's page asks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from zhaoshang.domain.costs import Cost, CostClass
from zhaoshang.domain.facts import Fact
from zhaoshang.domain.industry import Industry
from zhaoshang.domain.location import Corridor
from zhaoshang.domain.procedure import Procedure
from zhaoshang.graphics import (
    Canvas,
    Graphic,
    Measure,
    Opening,
    Palette,
    Route,
    draw_cover,
    draw_opening,
    draw_qr,
    draw_route,
)
from zhaoshang.graphics.canvas import POINTS_PER_MILLIMETRE
from zhaoshang.graphics.subjects import (
    draw_comparison,
    draw_corridor,
    draw_costs,
    draw_history,
    draw_industry,
    draw_location,
    draw_procedure,
)
from zhaoshang.graphics.subjects.industry import STRETCHES
from zhaoshang.print.guide.sheet import Sheet
from zhaoshang.voice import Voice

_FRAME = 40
"""Millimetres of a sheet's height that its margins and a heading take, at least."""


@dataclass(frozen=True, slots=True)
class Artist:
    """What the templates draw with, in one language on one kind of sheet. Widths are shares of the measure."""

    voice: Voice
    palette: Palette
    sheet: Sheet
    family: str

    def cover(self) -> Markup:
        """The picture of the cover, as large as the sheet and its bleed; nothing on a sheet without pictures."""
        if not self.sheet.pictures:
            return Markup("")
        title = self.voice.plain(self.voice.library.site.tagline)
        width, height = (side + 2 * self.sheet.bleed for side in (self.sheet.width, self.sheet.height))
        return _markup(draw_cover(self._canvas(width), height * POINTS_PER_MILLIMETRE, title=title))

    def opening(self, opening: Opening, title: str) -> Markup:
        """The picture at the head of a chapter, from edge to edge; nothing on a sheet without pictures."""
        if not self.sheet.pictures:
            return Markup("")
        canvas = self._canvas(self.sheet.width + 2 * self.sheet.bleed)
        height = (self.sheet.band + self.sheet.bleed) * POINTS_PER_MILLIMETRE
        return _markup(draw_opening(opening, canvas, height, title=title))

    def dial(self, share: float = 1.0) -> Markup | None:
        """The distance dial, by kilometres; none on a sheet of one column, whose page it would fill."""
        if self.sheet.columns == 1:
            return None
        location = self.voice.library.location
        return _markup(draw_location(location, self.voice, self._wide(share), measure=Measure.KILOMETRES))

    def corridor(self, corridor: Corridor) -> Markup:
        """A route strip."""
        return _markup(draw_corridor(corridor, self.voice.library.location, self.voice, self._wide(1.0)))

    def strip(self, route: Route) -> Markup:
        """A route of any stops as a strip."""
        return _markup(draw_route(route, self._wide(1.0)))

    def industry(self, industry: Industry) -> tuple[Markup, ...]:
        """A chain; a drawing for each of its stretches where the sheet is too low for the whole."""
        whole = draw_industry(industry, self.voice, self._wide(1.0))
        if whole.height < (self.sheet.height - _FRAME) * POINTS_PER_MILLIMETRE:
            return (_markup(whole),)
        parts = (draw_industry(industry, self.voice, self._wide(1.0), stretches=(one,)) for one in STRETCHES)
        return tuple(map(_markup, parts))

    def procedure(self, procedure: Procedure) -> Markup:
        """A timeline."""
        return _markup(draw_procedure(procedure, self.voice, self._wide(1.0)))

    def costs(self, cost: CostClass) -> Markup | None:
        """The items of a cost class as bars."""
        graphic = draw_costs(cost, self.voice, self._wide(1.0))
        return _markup(graphic) if graphic else None

    def comparison(self, cost: Cost, share: float = 1.0) -> Markup | None:
        """One cost here and elsewhere."""
        graphic = draw_comparison(cost, self.voice, self._wide(share))
        return _markup(graphic) if graphic else None

    def history(self, fact: Fact, share: float = 1.0) -> Markup | None:
        """A fact over the years."""
        graphic = draw_history(fact, self.voice, self._wide(share))
        return _markup(graphic) if graphic else None

    def qr(self, url: str, title: str, *, millimetres: float = 24) -> Markup:
        """A QR code that leads to an address; `millimetres` is its side on A4."""
        return _markup(draw_qr(url, self._canvas(millimetres * self.sheet.codes), title=title))

    def _wide(self, share: float) -> Canvas:
        measure = self.sheet.measure
        alone = share == 1.0 or self.sheet.columns == 1
        return self._canvas(measure if alone else measure * share - self.sheet.gap * (1 - share))

    def _canvas(self, millimetres: float) -> Canvas:
        canvas = Canvas.paper(millimetres, family=self.family, palette=self.palette)
        return replace(canvas, text=self.sheet.text, small=self.sheet.small)


def _markup(graphic: Graphic) -> Markup:
    return Markup(graphic.svg)
