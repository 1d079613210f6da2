"""The ceiling on the sum over all years, which may depend on the band or the rank."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from zhaoshang.awards.award import Award
from zhaoshang.awards.cap import Caps
from zhaoshang.awards.compiling.ceilings import limit, read_ceilings
from zhaoshang.awards.compiling.conditions import compile_test, one_of
from zhaoshang.awards.compiling.draft import Draft, Place, Unfit
from zhaoshang.awards.compiling.grants import Case, banded_cases, mode_of, pick
from zhaoshang.awards.compiling.number import YUAN, Number, combined
from zhaoshang.awards.grant import Mode, Shape

UNLIMITED = Number({"do": "number", "is": None}, Fraction(1), YUAN)


def compile_total(draft: Draft, award: Award) -> Number | None:
    """The ceiling on the sum over the years, if there is one."""
    found = [*_own(draft, award.cap, ()), *_own(draft, draft.terms.cap, ("terms",))]
    for index, phase in enumerate(award.phases):
        _refuse_inside(draft, phase, ("phases", index))
    if not award.phases and _limits_inside(draft, award, ()):
        found.append(_inside(draft, award, ()))
    return combined("least", *found) if found else None


def _own(draft: Draft, caps: Caps | None, place: Place) -> Iterator[Number]:
    for ceiling in read_ceilings(draft, caps, place):
        if ceiling.over_years:
            yield draft.step(ceiling.place, "total", ceiling.say(), limit(draft, ceiling))


def _limits_inside(draft: Draft, grant: Shape, place: Place) -> bool:
    return any(
        any(ceiling.over_years for ceiling in read_ceilings(draft, part.cap, (*place, *inner)))
        or _limits_inside(draft, part, (*place, *inner))
        for inner, part in grant.parts
    )


def _refuse_inside(draft: Draft, grant: Shape, place: Place) -> None:
    """A ceiling over all years that only some of the years know cannot be held (Z627)."""
    if any(_own(draft, grant.cap, place)) or _limits_inside(draft, grant, place):
        raise Unfit((*place, "cap"), "Z627")


def _of_part(draft: Draft, grant: Shape, place: Place) -> Number:
    found = list(_own(draft, grant.cap, place))
    if _limits_inside(draft, grant, place):
        found.append(_inside(draft, grant, place))
    return combined("least", *found) if found else UNLIMITED


def _inside(draft: Draft, grant: Shape, place: Place) -> Number:
    """The ceiling of the band or rank that applies; what selects it must be the same in every year (Z627)."""
    by = grant.by or grant.of
    yearly = by is not None and any(draft.measure(measure, place).yearly for measure in by.measures())
    sliced = bool(grant.tiers) and mode_of(draft, grant, place) is Mode.SLICE
    if grant.components or yearly or sliced:
        raise Unfit((*place, "cap"), "Z627")
    if grant.ranks:
        assert by is not None
        assert by.measure is not None
        return pick(draft, list(_rank_cases(draft, grant, by.measure, place)), UNLIMITED)
    return pick(draft, list(_tier_cases(draft, grant, place)), UNLIMITED)


def _rank_cases(draft: Draft, grant: Shape, measure: str, place: Place) -> Iterator[Case]:
    for rank, inner in grant.ranks.items():
        here = (*place, "ranks", rank)
        yield Case(one_of(draft, measure, [rank], here), _of_part(draft, inner, here))


def _tier_cases(draft: Draft, grant: Shape, place: Place) -> Iterator[Case]:
    banded = []
    for index, tier in enumerate(grant.tiers):
        here = (*place, "tiers", index)
        if tier.from_ or tier.to:
            banded.append((here, tier))
        elif tier.when:
            yield Case(compile_test(draft, tier.when, (*here, "when")), _of_part(draft, tier, here))
    for test, band in banded_cases(draft, grant, banded, place) if banded else ():
        yield Case(test, _of_part(draft, band.tier, band.place))
