"""Grants: base → band → top-ups → ceilings, as one number of a Program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from zhaoshang.awards.base import Base
from zhaoshang.awards.bound import Bound
from zhaoshang.awards.compiling.asking import ask_measure, in_yuan
from zhaoshang.awards.compiling.bands import Band, in_order_of_trial, read_bands
from zhaoshang.awards.compiling.bases import compile_base
from zhaoshang.awards.compiling.ceilings import count_limits, limited, read_ceilings
from zhaoshang.awards.compiling.conditions import bound_dimension, comparing, compile_test, one_of
from zhaoshang.awards.compiling.draft import Draft, Place, Saying, Unfit
from zhaoshang.awards.compiling.number import YUAN, Node, Number, aligned, combined, constant, less
from zhaoshang.awards.compiling.payments import Around, pay_out
from zhaoshang.awards.condition import Test
from zhaoshang.awards.grant import Mode, Shape, Tier
from zhaoshang.awards.measure import Kind
from zhaoshang.awards.speaker import Speaker
from zhaoshang.awards.speech import inherited, say_base, say_pay, say_rank, say_test
from zhaoshang.values import Text


@dataclass(frozen=True, slots=True)
class Case:
    """A test and the sum that is due when it holds."""

    test: Node
    number: Number


def compile_grant(draft: Draft, grant: Shape, place: Place, around: Around) -> Number:
    """What is due in the year being compiled, in yuan, under the ceilings that apply at once."""
    limits = tuple(count_limits(draft, grant.cap, place))
    tops = tuple(((*place, "top_ups", index), top) for index, top in enumerate(grant.top_ups))
    inner = replace(around, limits=(*around.limits, *limits), top_ups=(*around.top_ups, *tops))
    number = _source(draft, grant, place, inner)
    for ceiling in read_ceilings(draft, grant.cap, place):
        if not ceiling.over_years:
            number = limited(draft, number, ceiling)
    return guarded(draft, grant.when, number, (*place, "when")) if grant.when else number


def _source(draft: Draft, grant: Shape, place: Place, around: Around) -> Number:
    if grant.pay:
        return pay_out(draft, grant, place, around)
    if grant.tiers:
        return _tiers(draft, grant, place, around)
    if grant.ranks:
        return _ranks(draft, grant, place, around)
    return _components(draft, grant, place, around)


def guarded(draft: Draft, test: Test, number: Number, place: Place) -> Number:
    """A sum that is due only if a test holds; each part of an `all` fails with its own reason."""
    if test.all:
        for index, part in reversed(list(enumerate(test.all))):
            number = guarded(draft, part, number, (*place, "all", index))
        return number
    code, words = ("not", test.none[0]) if len(test.none) == 1 else ("test", test)
    fail = _fail(draft, place, lambda speaker: speaker.say("failed", code, test=say_test(speaker, words)))
    return pick(draft, [Case(compile_test(draft, test, place), number)], fail)


def _fail(draft: Draft, place: Place, saying: Saying) -> Number:
    return Number({"do": "fail", "note": draft.note(place, "fail", saying)}, Fraction(1, 100), YUAN)


def pick(draft: Draft, cases: list[Case], otherwise: Number) -> Number:
    """The first case whose test holds."""
    nodes, factor = aligned([*(case.number for case in cases), otherwise])
    chosen = [{"if": case.test, "then": node} for case, node in zip(cases, nodes, strict=False)]
    return Number({"do": "pick", "cases": chosen, "else": nodes[-1]}, factor, otherwise.dimension)


def _selector(grant: Shape, place: Place) -> Base:
    base = grant.by or grant.of
    if base is None:
        raise Unfit(place, "Z622")
    return base


def _tiers(draft: Draft, grant: Shape, place: Place, around: Around) -> Number:
    tiers = [
        ((*place, "tiers", index), inherited_tier(tier, grant)) for index, tier in enumerate(grant.tiers)
    ]
    special = [(here, tier) for here, tier in tiers if tier.when and not (tier.from_ or tier.to)]
    banded = [pair for pair in tiers if pair not in special]
    if banded and mode_of(draft, grant, place) is Mode.SLICE:
        if special:
            raise Unfit(special[0][0], "Z642")
        return _slices(draft, grant, banded, place, around)
    cases = [_special(draft, here, tier, around) for here, tier in special]
    if banded:
        cases += [
            _case(draft, test, band, around) for test, band in banded_cases(draft, grant, banded, place)
        ]
        return pick(draft, cases, _no_band(draft, grant, place))
    return pick(
        draft, cases, _fail(draft, place, lambda s: s.say("failed", "test", test=_any_of(s, special)))
    )


def _any_of(speaker: Speaker, special: list[tuple[Place, Tier]]) -> str:
    return speaker.listed((say_test(speaker, tier.when) for _, tier in special if tier.when), "or")


def inherited_tier(tier: Tier, grant: Shape) -> Tier:
    """The tier with the keys it takes from the grant around it."""
    taken = inherited(tier, grant)
    assert isinstance(taken, Tier)
    return taken


def mode_of(draft: Draft, grant: Shape, place: Place) -> Mode:
    """Whole or slice: as stated, or as the reading has it where both are possible and the text is silent."""
    if grant.mode:
        return grant.mode
    if not can_be_sliced(grant):
        return Mode.WHOLE
    options = [(mode.value, partial(_say_mode, mode=mode)) for mode in Mode]
    return Mode(draft.decide("mode", place, "Z652", options))


def _say_mode(speaker: Speaker, *, mode: Mode) -> str:
    return speaker.say("reading", f"mode_{mode.value}")


def can_be_sliced(grant: Shape) -> bool:
    """Whether two bands or more pay rates or prices of the same base that selects them."""
    same_base = grant.by is None or grant.by == grant.of
    banded = [tier for tier in grant.tiers if tier.from_ or tier.to]
    plain = all(tier.pay and (tier.pay.is_rate or tier.pay.is_price) and not tier.of for tier in banded)
    return same_base and len(banded) > 1 and plain


def _special(draft: Draft, place: Place, tier: Tier, around: Around) -> Case:
    assert tier.when is not None
    test = compile_test(draft, tier.when, (*place, "when"))
    number = compile_grant(draft, tier.model_copy(update={"when": None}), place, around)
    when = tier.when
    return Case(
        test, draft.step(place, "band", lambda s: s.say("step", "band", band=say_test(s, when)), number)
    )


def banded_cases(
    draft: Draft, grant: Shape, tiers: list[tuple[Place, Tier]], place: Place
) -> Iterator[tuple[Node, Band]]:
    """The bands in the order in which they are tried, each with its test."""
    by = _selector(grant, place)
    compare = comparing(draft, by, _bounds(tiers), (*place, "by" if grant.by else "of"))
    bands = read_bands(draft, tiers, lattice=lattice(draft, by, place), exact=True)
    for band in in_order_of_trial(bands):
        yield compare(band.low, band.high), band


def _bounds(tiers: list[tuple[Place, Tier]]) -> list[Bound]:
    return [bound for _, tier in tiers for bound in (tier.from_, tier.to) if bound]


def lattice(draft: Draft, base: Base, place: Place) -> Fraction | None:
    """The step of a base whose values are whole: days, people, fen. None for formulas."""
    plain = base.measure and not (base.share or base.over or base.first)
    return ask_measure(draft, base.measure, place).factor if plain and base.measure else None


def _case(draft: Draft, test: Node, band: Band, around: Around) -> Case:
    number = compile_grant(draft, band.tier, band.place, around)
    tier = band.tier
    step = draft.step(
        band.place, "band", lambda s: s.say("step", "band", band=s.band(tier.from_, tier.to)), number
    )
    return Case(test, step)


def _slices(
    draft: Draft, grant: Shape, tiers: list[tuple[Place, Tier]], place: Place, around: Around
) -> Number:
    """Each band's rate on the part of the base that lies in it; sums and raises are added to the whole."""
    if not can_be_sliced(grant) and len(tiers) > 1:
        raise Unfit(place, "Z643")
    if grant.of is None:
        raise Unfit(place, "Z644")
    base = around.limit(compile_base(draft, grant.of, (*place, "of")), (*place, "cap"))
    compare = comparing(draft, grant.of, _bounds(tiers), (*place, "of"))
    if {bound_dimension(bound) for bound in _bounds(tiers)} != {base.dimension}:
        base = in_yuan(draft, base, place)
    bands = read_bands(draft, tiers, lattice=None, exact=False)
    parts = [_slice(draft, band, base, around.only_points()) for band in bands]
    total = combined("sum", *parts)
    total = around.without_points().apply(draft, total)
    reached = compare(bands[0].low and (bands[0].low[0], 1), None) if bands[0].low else None
    return pick(draft, [Case(reached, total)], _no_band(draft, grant, place, "slice")) if reached else total


def _no_band(draft: Draft, grant: Shape, place: Place, phrase: str = "band") -> Number:
    by = _selector(grant, place)
    return _fail(draft, place, lambda s: s.say("failed", phrase, by=say_base(s, by)))


def _slice(draft: Draft, band: Band, base: Number, around: Around) -> Number:
    part = base
    if band.high:
        part = combined("least", part, constant(band.high[0], base.dimension))
    if band.low:
        part = less(part, constant(band.low[0], base.dimension))
    tier = band.tier
    number = compile_grant(draft, tier, band.place, replace(around, slice=part, limits=()))

    def say(speaker: Speaker) -> str:
        assert tier.pay is not None
        return speaker.say(
            "step", "slice", band=speaker.band(tier.from_, tier.to), pay=say_pay(speaker, tier.pay, tier)
        )

    return draft.step(band.place, "slice", say, number)


def _ranks(draft: Draft, grant: Shape, place: Place, around: Around) -> Number:
    by = grant.by
    if (
        by is None
        or by.measure is None
        or draft.measure(by.measure, place).kind not in (Kind.RANK, Kind.CHOICE)
    ):
        raise Unfit((*place, "by"), "Z645")
    measure = by.measure
    cases = []
    for rank, inner in grant.ranks.items():
        here = (*place, "ranks", rank)
        test = one_of(draft, measure, [rank], here)
        number = compile_grant(draft, inherited(inner, grant), here, around)

        def say(speaker: Speaker, rank: str = rank) -> str:
            return speaker.say("step", "rank", rank=say_rank(speaker, measure, rank))

        cases.append(Case(test, draft.step(here, "rank", say, number)))
    return pick(draft, cases, _fail(draft, place, lambda s: s.say("failed", "rank", by=say_base(s, by))))


def _components(draft: Draft, grant: Shape, place: Place, around: Around) -> Number:
    around.refuse_on_components()
    plain = Around(limits=around.limits)
    numbers = []
    for index, component in enumerate(grant.components):
        here = (*place, "components", index)
        number = compile_grant(draft, inherited(component, grant), here, plain)
        if component.name:
            number = draft.step(here, "component", partial(_say_component, name=component.name), number)
        numbers.append(number)
    return around.apply(draft, combined("sum", *numbers))


def _say_component(speaker: Speaker, *, name: Text) -> str:
    return speaker.say("step", "component", name=speaker.text(name))
