"""Bands of a tier table: where each begins and ends, and what happens where two overlap or leave a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from zhaoshang.awards.compiling.conditions import Cut, bound_number, lower_cut, upper_cut, whole
from zhaoshang.awards.compiling.draft import Draft, Place, Saying, Unfit
from zhaoshang.awards.grant import Tier
from zhaoshang.awards.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Band:
    """A tier with its cuts; None is open."""

    place: Place
    tier: Tier
    low: Cut | None
    high: Cut | None
    first: bool = False
    """Whether it goes before the band below it where the two overlap."""
    never: bool = False
    """Whether the band below it leaves nothing to it."""

    @property
    def order(self) -> tuple[int, Cut]:
        return (0, (Fraction(0), 0)) if self.low is None else (1, self.low)


def read_bands(
    draft: Draft, tiers: Sequence[tuple[Place, Tier]], *, lattice: Fraction | None, exact: bool
) -> list[Band]:
    """The bands from the lowest up, overlaps and gaps settled as the reading that is being followed has it.

    `lattice` is the step of a base that takes whole values only, so that 1–10 people and 11–20 people leave no gap.
    With `exact` off, as for slices, it does not matter to which band a single point belongs.
    """
    bands = sorted(
        (_band(draft, place, tier, lattice, exact) for place, tier in tiers), key=lambda band: band.order
    )
    for index in range(1, len(bands)):
        bands[index - 1], bands[index] = _settle(draft, bands[index - 1], bands[index], exact=exact)
    return [band for band in bands if not band.never]


def in_order_of_trial(bands: Sequence[Band]) -> list[Band]:
    """The bands as they are tried: where two overlap, first the one that the reading prefers."""
    ordered: list[Band] = []
    for band in bands:
        ordered.insert(len(ordered) - int(band.first), band)
    return ordered


def _band(draft: Draft, place: Place, tier: Tier, lattice: Fraction | None, exact: bool) -> Band:
    if exact:
        low = lower_cut(draft, tier.from_, (*place, "from")) if tier.from_ else None
        high = upper_cut(draft, tier.to, (*place, "to")) if tier.to else None
    else:
        low = (bound_number(tier.from_), 0) if tier.from_ else None
        high = (bound_number(tier.to), 0) if tier.to else None
    low, high = _on_lattice(low, lattice), _on_lattice(high, lattice)
    if low and high and low >= high:
        raise Unfit(place, "Z678", start=str(tier.from_), end=str(tier.to))
    return Band(place, tier, low, high)


def _on_lattice(cut: Cut | None, lattice: Fraction | None) -> Cut | None:
    return cut if cut is None or lattice is None else (whole(cut, lattice) * lattice, 0)


def _settle(draft: Draft, lower: Band, upper: Band, *, exact: bool) -> tuple[Band, Band]:
    if lower.high is None or upper.low is None or lower.high > upper.low:
        options = list(_options("overlap", ("lower", "upper"), lower, upper))
        answer = draft.decide("overlap", upper.place, "Z651", options, arguments=_spelled(lower, upper))
        if exact:
            return lower, replace(upper, first=answer == "upper")
        if answer == "upper":
            return replace(lower, high=upper.low), upper
        return lower, replace(upper, low=lower.high, never=lower.high is None)
    return _settle_gap(draft, lower, upper) if lower.high < upper.low else (lower, upper)


def _settle_gap(draft: Draft, lower: Band, upper: Band) -> tuple[Band, Band]:
    options = list(_options("gap", ("lower", "upper", "nothing"), lower, upper))
    answer = draft.decide("gap", upper.place, "Z650", options, arguments=_spelled(lower, upper))
    if answer == "lower":
        return replace(lower, high=upper.low), upper
    return lower, replace(upper, low=lower.high) if answer == "upper" else upper


def _options(kind: str, names: Sequence[str], lower: Band, upper: Band) -> Iterator[tuple[str, Saying]]:
    for name in names:
        yield name, partial(_say_option, phrase=f"{kind}_{name}", lower=lower.tier, upper=upper.tier)


def _say_option(speaker: Speaker, *, phrase: str, lower: Tier, upper: Tier) -> str:
    bands = {"lower": speaker.band(lower.from_, lower.to), "upper": speaker.band(upper.from_, upper.to)}
    return speaker.say("reading", phrase, **bands)


def _spelled(lower: Band, upper: Band) -> dict[str, str]:
    return {
        "end": str(lower.tier.to or ""),
        "start": str(upper.tier.from_ or ""),
        "lower": ".".join(map(str, lower.place)),
        "upper": ".".join(map(str, upper.place)),
    }
