"""An industry's chain: who is here and what is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from zhaoshang.domain.industry import Aim, Industry, Placed
from zhaoshang.graphics.canvas import Canvas, Graphic, Heading
from zhaoshang.graphics.chain import Chain, Link, Stage, State, draw_chain
from zhaoshang.voice import Voice

STRETCHES = ("upstream", "midstream", "downstream")

_STATES: Mapping[Aim | None, State] = MappingProxyType(
    {
        None: State.PRESENT,
        Aim.EXTEND: State.EXTEND,
        Aim.SUPPLEMENT: State.COMPLETE,
        Aim.STRENGTHEN: State.STRENGTHEN,
    }
)


def draw_industry(
    industry: Industry, voice: Voice, canvas: Canvas, *, stretches: tuple[str, ...] = STRETCHES
) -> Graphic:
    """The chain from raw material to customer, stretch by stretch, or some of its stretches.

    On a screen every link leads to its entry on the page, at its anchor.
    The content does not say which link feeds which, so no lines are drawn between them.
    """
    words = voice.words
    columns = words["drawing"]["chain_columns"]
    stages = tuple(
        Stage(
            words.at(f"drawing.{name}"),
            tuple(_link(placed, voice) for placed in industry.chain.placed(name)),
        )
        for name in stretches
    )
    title = words.at("drawing.chain_title").format(title=voice.plain(industry.title))
    heads = (columns["stage"], columns["link"], columns["state"], columns["firms"])
    return draw_chain(Chain(Heading(title), stages, heads), canvas)


def _link(placed: Placed, voice: Voice) -> Link:
    link = placed.link
    separator = voice.words.at("label.separator")
    return Link(
        id=placed.anchor,
        name=voice.plain(link.name),
        state=_STATES[link.aim],
        tag=voice.words.at(f"aim.{link.aim}") if link.aim else "",
        firms=separator.join(voice.plain(firm) for firm in link.firms),
        href=f"#{placed.anchor}",
    )
