"""The decision table “which policies suit me”: by sector, origin of capital, investment, land and size of company."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from zhaoshang.awards import Opening
from zhaoshang.domain.policy import Audience, Size
from zhaoshang.domain.reach import investment_reach, land_reach
from zhaoshang.voice import Voice
from zhaoshang.web.bands import LAND, SUPPORTED
from zhaoshang.web.finder import By, termed, worded
from zhaoshang.web.views.entries import PolicyEntry

NO_LAND = "none"
"""The band of those who need no land."""

SIZES: Mapping[Size, tuple[str, ...]] = {
    Size.ANY: ("small", "medium", "large"),
    Size.SMALL: ("small",),
    Size.MEDIUM: ("small", "medium"),
    Size.LARGE: ("large",),
}
"""The sizes of company that each kind of policy is for."""

ORIGINS: Mapping[Audience, tuple[str, ...]] = {
    Audience.ANY: ("foreign", "domestic"),
    Audience.FOREIGN: ("foreign",),
    Audience.DOMESTIC: ("domestic",),
}
"""The origins of capital that each kind of policy is for."""


def suit_facets(voice: Voice) -> tuple[By[PolicyEntry], ...]:
    """How the decision table is narrowed. A policy that is open to all is found under each choice."""
    sectors = tuple(voice.library.vocabularies.sectors)
    return (
        By("sector", "label.sector", _sectors(sectors), termed("sectors"), sectors, open=True),
        By("origin", "suits.origin", _origins, worded("suits.origins"), ("domestic", "foreign"), open=True),
        By("investment", "label.investment", _investments, SUPPORTED.label, open=True),
        By("land", "label.land", _lands, _land_name, (NO_LAND, *LAND.names), open=True),
        By("size", "label.size", _sizes, worded("suits.sizes"), SIZES[Size.ANY]),
        By("benefit", "label.benefit", lambda entry: entry.policy.benefits, termed("benefits")),
        By("window", "suits.window", _openings, worded("suits.openings"), tuple(Opening)),
    )


def _sectors(every: tuple[str, ...]) -> Callable[[PolicyEntry], tuple[str, ...]]:
    return lambda entry: entry.policy.sectors or every


def _origins(entry: PolicyEntry) -> tuple[str, ...]:
    return ORIGINS[entry.policy.audience]


def _sizes(entry: PolicyEntry) -> tuple[str, ...]:
    return SIZES[entry.policy.size]


def _investments(entry: PolicyEntry) -> tuple[str, ...]:
    return SUPPORTED.reached(investment_reach(entry.policy))


def _lands(entry: PolicyEntry) -> tuple[str, ...]:
    """The bands of land; without land too, unless some is asked for."""
    reach = land_reach(entry.policy)
    without = (NO_LAND,) if reach.nothing or not reach.low else ()
    return (*without, *LAND.reached(reach))


def _land_name(value: str, voice: Voice) -> str:
    return voice.words.at("suits.no_land") if value == NO_LAND else LAND.label(value, voice)


def _openings(entry: PolicyEntry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filing.clock.opening.value for filing in entry.status.filings))
