"""The pieces of a clause in words: bases, tests, figures, top-ups and ceilings."""

from __future__ import annotations

from collections.abc import Mapping

from zhaoshang.awards.base import Base
from zhaoshang.awards.cap import Cap, Scope
from zhaoshang.awards.condition import Test
from zhaoshang.awards.grant import Grant, Shape, TopUp
from zhaoshang.awards.measure import Kind
from zhaoshang.awards.pay import Firmness, Pay
from zhaoshang.awards.speaker import Speaker
from zhaoshang.values import Quantity, Text


def say_label(speaker: Speaker, label: str | Text, words: Mapping[str, Text]) -> str:
    """A word of the vocabulary by its id, or the words themselves; an unknown id is shown as it is."""
    if isinstance(label, Text):
        return speaker.text(label)
    return speaker.text(words[label]) if label in words else label


def say_measure(speaker: Speaker, measure: str) -> str:
    """The name of a measure."""
    known = speaker.vocabulary.measures.get(measure)
    return speaker.text(known.name) if known else measure


def say_rank(speaker: Speaker, measure: str, rank: str) -> str:
    """The name of a rank or an option."""
    known = speaker.vocabulary.measures.get(measure)
    name = speaker.vocabulary.rank_name(known, rank) if known else None
    return speaker.text(name) if name else rank


def say_base(speaker: Speaker, base: Base) -> str:
    """`the part of fixed-asset investment above RMB 100 million`."""
    words = _say_source(speaker, base)
    if base.share:
        words = speaker.say("base", "share", base=words, share=speaker.figure(base.share))
    if base.over:
        words = speaker.say("base", "over", base=words, figure=speaker.figure(base.over))
    if base.first:
        words = speaker.say("base", "first", base=words, figure=speaker.figure(base.first))
    return words


def _say_source(speaker: Speaker, base: Base) -> str:
    if base.measure:
        return say_measure(speaker, base.measure)
    if base.figure:
        return speaker.figure(base.figure)
    if base.growth:
        return speaker.say("base", "growth", name=say_measure(speaker, base.growth))
    if base.award:
        return speaker.say("base", "award", article=speaker.article(base.award))
    operands = [say_base(speaker, operand) for operand in base.operands]
    listed = speaker.listed(operands, "times" if base.product else "and")
    return speaker.say(
        "base", base.source, list=listed, first=operands[0], rest=speaker.listed(operands[1:], "and")
    )


def say_test(speaker: Speaker, test: Test) -> str:
    """`any 2 of these 4: (1) national high-tech enterprise; (2) new jobs of at least 200 people …`."""
    if test.measured:
        return _say_simple(speaker, test, test.measured)
    parts = [say_test(speaker, part) for part in test.parts]
    if len(parts) == 1 and not test.none:
        return parts[0]
    key = "all" if test.all else "any" if test.any else "none" if test.none else "some"
    return speaker.say(
        "test", key, list=speaker.numbered(parts), least=str(test.needed), number=str(len(parts))
    )


def _say_simple(speaker: Speaker, test: Test, base: Base) -> str:
    name = say_base(speaker, base)
    if test.holds is not None:
        return speaker.say("test", "holds" if test.holds else "holds_not", name=name)
    if test.among:
        options = [say_rank(speaker, base.measure or "", option) for option in test.among]
        return speaker.say("test", "among", name=name, list=speaker.listed(options, "or"))
    known = speaker.vocabulary.measures.get(base.measure or "")
    is_day = known is not None and known.kind is Kind.DATE
    return speaker.say("test", "day" if is_day else "band", base=name, band=speaker.band(test.from_, test.to))


def say_pay(speaker: Speaker, pay: Pay, shape: Shape, *, known: Base | None = None) -> str:
    """What `pay` means with the `of`, `each`, `part` and `amount_is` of `shape` (inherited ones filled in).

    A base that the reader already knows from the words before (`known`) is not named again.
    """
    if pay.figure is None:
        if pay.open:
            return speaker.say("pay", pay.open.value)
        text = pay.in_kind or pay.honour or pay.external
        assert text is not None
        return speaker.text(text)
    if shape.amount_is is Firmness.NEGOTIATED:
        return speaker.say("pay", "case_by_case")
    words = _say_figure(speaker, pay, shape, known)
    if shape.amount_is in (Firmness.UP_TO, Firmness.AT_LEAST) and pay.firmness is Firmness.EXACT:
        return speaker.say("pay", shape.amount_is.value, pay=words)
    return words


def _say_figure(speaker: Speaker, pay: Pay, shape: Shape, known: Base | None) -> str:
    assert pay.figure is not None
    figure, base = speaker.figure(pay.figure), say_base(speaker, shape.of) if shape.of else ""
    short = shape.of is not None and shape.of == known
    if pay.is_rate:
        firm = pay.firmness in (Firmness.EXACT, Firmness.RANGE)
        key = "rate_short" if short else "rate" if firm else f"rate_{pay.firmness.value}"
        return speaker.say("pay", key, figure=figure, base=base)
    if pay.is_price:
        return speaker.say("pay", "price_short" if short else "price", figure=figure, base=base)
    if shape.each:
        key = f"each_{shape.part.value if shape.part else 'open'}"
        return speaker.say("pay", key, figure=figure, base=base, each=speaker.figure(shape.each))
    return speaker.say("pay", "sum", figure=figure)


def say_top_up(speaker: Speaker, top_up: TopUp, *, with_test: bool = True) -> str:
    """`the rate rises by 2 percentage points given national high-tech enterprise`."""
    if top_up.points:
        words = speaker.say("top_up", "points", figure=_plain(speaker, top_up.points))
    elif top_up.raised:
        words = speaker.say("top_up", "raise", figure=speaker.figure(top_up.raised))
    else:
        assert top_up.sum is not None
        words = speaker.say("top_up", "sum", figure=speaker.figure(top_up.sum))
    if top_up.name:
        words = speaker.say("top_up", "named", name=speaker.text(top_up.name), top_up=words)
    if not with_test:
        return words
    if top_up.when is None:
        return speaker.say("top_up", "open", top_up=words)
    return speaker.say("top_up", "when", test=say_test(speaker, top_up.when), top_up=words)


def _plain(speaker: Speaker, share: Quantity) -> str:
    """The number of a share, as percentage points are said: 2% → 2."""
    return speaker.figure(share).removesuffix("%").removesuffix("‰")


def say_limit(speaker: Speaker, cap: Cap) -> str:
    """What a ceiling amounts to, without its scope."""
    if cap.uncapped:
        return speaker.say("cap", "uncapped")
    if cap.share and cap.of:
        return speaker.say("cap", "share", share=speaker.figure(cap.share), base=say_base(speaker, cap.of))
    assert cap.amount is not None
    return speaker.figure(Quantity.exactly(cap.amount.figure, cap.amount.unit))


def say_cap(speaker: Speaker, scope: Scope, cap: Cap) -> str:
    """`at most RMB 5 million per project`."""
    if cap.uncapped:
        return speaker.say("cap", "uncapped")
    special = {
        Scope.GROUP: bool(cap.together) and "group_with",
        Scope.YEAR: cap.share is not None and "year_share",
    }
    key = special.get(scope) or scope.value
    words = speaker.say(
        "cap",
        key,
        limit=say_limit(speaker, cap),
        list=speaker.listed(map(speaker.article, cap.together), "and"),
    )
    return speaker.say("cap", f"span_{cap.span.value}", cap=words) if cap.span else words


def inherited(grant: Grant, around: Shape) -> Grant:
    """The grant with the keys it takes from the grant around it; a `by` that has selected is used up."""
    selects = around.tiers or around.ranks
    names = ("of", "mode", "each", "part", "amount_is", *(() if selects else ("by",)))
    taken = {name: getattr(around, name) for name in names if getattr(grant, name) is None}
    return grant.model_copy(update=taken)
