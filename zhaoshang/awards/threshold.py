"""What an award asks of a measure before it pays at all: its test, and the ends of its bands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhaoshang.awards.award import Award
from zhaoshang.awards.base import Base
from zhaoshang.awards.bound import Bound
from zhaoshang.awards.condition import Test
from zhaoshang.awards.grant import Tier
from zhaoshang.awards.pay import Pay
from zhaoshang.awards.speaker import Speaker
from zhaoshang.awards.speech import say_measure
from zhaoshang.awards.terms import Terms


@dataclass(frozen=True, slots=True)
class Threshold:
    """From where to where a measure must lie; None where that end is open."""

    measure: str
    low: Bound | None = None
    high: Bound | None = None


def thresholds(award: Award) -> Iterator[Threshold]:
    """Every threshold that must be met for anything to be due. What holds for one band or part alone is none."""
    if award.when:
        yield from _tested(award.when)
    base = award.by or award.of
    measure = _plain(base) if base else None
    if measure and award.tiers and all(tier.from_ or tier.to for tier in award.tiers):
        yield _hull(measure, award.tiers)


def pays_money(award: Award) -> bool:
    """Whether any of it is a sum, and not a benefit in kind or an honour only."""
    if award.ambiguity and award.ambiguity.readings:
        return True
    return any(grant.pay is not None and _is_sum(grant.pay) for _, grant in award.all_grants)


def describe_threshold(threshold: Threshold, terms: Terms, language: str) -> str:
    """`equipment investment of RMB 10 million or more`."""
    speaker = Speaker.of(language, terms)
    band = speaker.band(threshold.low, threshold.high)
    return speaker.say("test", "band", base=say_measure(speaker, threshold.measure), band=band)


def _is_sum(pay: Pay) -> bool:
    return pay.in_kind is None and pay.honour is None


def _tested(test: Test) -> Iterator[Threshold]:
    measure = _plain(test.measured) if test.measured else None
    if measure and (test.from_ or test.to):
        yield Threshold(measure, test.from_, test.to)
    for part in test.all:
        yield from _tested(part)


def _hull(measure: str, tiers: Iterable[Tier]) -> Threshold:
    lows, highs = [tier.from_ for tier in tiers], [tier.to for tier in tiers]
    low = None if None in lows else min(filter(None, lows), key=lambda bound: bound.number)
    high = None if None in highs else max(filter(None, highs), key=lambda bound: bound.number)
    return Threshold(measure, low, high)


def _plain(base: Base) -> str | None:
    """The measure a base is, where it is that measure and no part of it."""
    return None if base.share or base.over or base.first else base.measure
