"""Ceilings: which apply at once, which only to the sum over the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from zhaoshang.awards.cap import Cap, Caps, Scope, Span
from zhaoshang.awards.compiling.asking import ask_received, figure_number, in_yuan
from zhaoshang.awards.compiling.bases import compile_base
from zhaoshang.awards.compiling.draft import Draft, Place, Saying, Unfit
from zhaoshang.awards.compiling.number import YUAN, Number, combined, constant, less, product
from zhaoshang.awards.speaker import Speaker
from zhaoshang.awards.speech import say_cap


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A ceiling in its place. `over_years` tells that it is for the sum over all years."""

    place: Place
    scope: Scope
    cap: Cap
    over_years: bool

    def say(self) -> Saying:
        return lambda speaker: say_cap(speaker, self.scope, self.cap)


def read_ceilings(draft: Draft, caps: Caps | None, place: Place) -> Iterator[Ceiling]:
    """The ceilings of a clause in the order in which they apply; counts are left out."""
    for scope, cap in caps.items() if caps else ():
        if not cap.is_count:
            here = (*place, "cap", scope.value)
            yield Ceiling(here, scope, cap, _over_years(draft, scope, cap, here))


def count_limits(draft: Draft, caps: Caps | None, place: Place) -> Iterator[Number]:
    """Ceilings on how many are paid for. They hold for what is paid at once (Z640 for others)."""
    for scope, cap in caps.items() if caps else ():
        if cap.is_count:
            here = (*place, "cap", scope.value)
            if scope is Scope.GROUP or _over_years(draft, scope, cap, here):
                raise Unfit(here, "Z640")
            assert cap.amount is not None
            value, dimension = figure_number(cap.amount)
            yield constant(value, dimension)


def _over_years(draft: Draft, scope: Scope, cap: Cap, place: Place) -> bool:
    if draft.years == 1 or scope is Scope.YEAR:
        return False
    if scope is Scope.TOTAL:
        return True
    if cap.span:
        return cap.span is Span.TOTAL
    options = [(span.value, partial(_say_span, span=span, scope=scope, cap=cap)) for span in Span]
    code = "Z654" if scope is Scope.UNSCOPED else "Z655"
    words = draft.text(partial(_say_cap, scope=scope, cap=cap))
    said = {f"cap_{language}": text for language, text in words.items()}
    return draft.decide("span", place, code, options, arguments=said) == Span.TOTAL


def _say_cap(speaker: Speaker, *, scope: Scope, cap: Cap) -> str:
    return say_cap(speaker, scope, cap)


def _say_span(speaker: Speaker, *, span: Span, scope: Scope, cap: Cap) -> str:
    return speaker.say("reading", f"span_{span.value}", cap=say_cap(speaker, scope, cap))


def limited(draft: Draft, number: Number, ceiling: Ceiling) -> Number:
    """A sum under a ceiling, with a line in the trace."""
    capped = combined("least", number, limit(draft, ceiling))
    return draft.step(ceiling.place, "cap", lambda s: s.say("step", "cap", cap=ceiling.say()(s)), capped)


def limit(draft: Draft, ceiling: Ceiling) -> Number:
    """How much a ceiling leaves, in yuan: less what was received before where it is for a firm or a group."""
    number = in_yuan(draft, _amount(draft, ceiling), ceiling.place)
    if number.dimension != YUAN:
        raise Unfit(ceiling.place, "Z641")
    if ceiling.scope in (Scope.FIRM, Scope.GROUP):
        scope = ceiling.scope.value
        return less(
            number,
            ask_received(draft, f"received-{scope}", f"received_{scope}", over_years=ceiling.over_years),
        )
    return number


def _amount(draft: Draft, ceiling: Ceiling) -> Number:
    cap = ceiling.cap
    if cap.share and cap.of:
        return product(
            compile_base(draft, cap.of, (*ceiling.place, "of")), constant(figure_number(cap.share)[0])
        )
    assert cap.amount is not None
    value, dimension = figure_number(cap.amount)
    return constant(value, dimension)
