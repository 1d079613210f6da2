"""A sentence or a few per award, in any language, from the same data that the Program is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from zhaoshang.awards.award import Award, Reading, Rule, Stacking
from zhaoshang.awards.base import Base
from zhaoshang.awards.cap import Caps
from zhaoshang.awards.compiling.compiler import apply_reading, compile_award
from zhaoshang.awards.compiling.draft import Unfit
from zhaoshang.awards.compiling.grants import can_be_sliced
from zhaoshang.awards.compiling.payouts import adds_up, say_instalment
from zhaoshang.awards.filing import say_window
from zhaoshang.awards.grant import Component, Grant, Shape, Tier
from zhaoshang.awards.payout import Manner, Part, Payout
from zhaoshang.awards.speaker import NO_ARTICLES, Speaker, phrases
from zhaoshang.awards.speech import (
    inherited,
    say_base,
    say_cap,
    say_label,
    say_measure,
    say_pay,
    say_rank,
    say_test,
    say_top_up,
)
from zhaoshang.awards.terms import Terms
from zhaoshang.values import Text


def describe(award: Award, terms: Terms, language: str, *, articles: Mapping[str, Text] = NO_ARTICLES) -> str:
    """What an award pays, in words of `language`: the sum, then ceilings, payment, and how it stands beside others.

    `articles` are the labels of the articles that the award refers to, by id.
    """
    speaker = Speaker.of(language, terms, articles)
    paid = _how_paid(speaker, award)
    return _sentences(speaker, _what_is_due(speaker, award, terms), paid, _beside(speaker, award))


def describe_briefly(
    award: Award, terms: Terms, language: str, *, articles: Mapping[str, Text] = NO_ARTICLES
) -> str:
    """As `describe`, without when and how it is paid: for tables that show many awards side by side."""
    speaker = Speaker.of(language, terms, articles)
    return _sentences(speaker, _what_is_due(speaker, award, terms), _beside(speaker, award))


def _sentences(speaker: Speaker, *groups: Iterator[str]) -> str:
    said = (speaker.say("lists", "sentence", text=_capital(text)) for text in chain(*groups))
    return "".join(said).strip()


def describe_terms(
    terms: Terms, language: str, *, articles: Mapping[str, Text] = NO_ARTICLES
) -> tuple[str, ...]:
    """What a document lays down for all its clauses, a sentence each."""
    speaker = Speaker.of(language, terms, articles)
    return tuple(
        speaker.say("lists", "sentence", text=_capital(text)).strip() for text in _terms(speaker, terms)
    )


def describe_rule(rule: Rule, language: str) -> str:
    """What a rule of stacking says, as a sentence."""
    words = Speaker.of(language, Terms()).say("award", rule.value)
    return phrases(language)["lists"]["sentence"].format(text=_capital(words)).strip()


def _terms(speaker: Speaker, terms: Terms) -> Iterator[str]:
    for key in ("above", "below"):
        side = getattr(terms.bounds, key)
        if side:
            yield speaker.say("terms", f"{key}_{side.value}")
    if terms.exchange_day:
        yield speaker.say(
            "award", "converted", day=say_label(speaker, terms.exchange_day, speaker.vocabulary.milestones)
        )
    if terms.stacking:
        yield say_stacking(speaker, terms.stacking)
    if terms.window:
        yield speaker.say("terms", "window", window=say_window(speaker, terms.window))
    if terms.payout:
        yield _say_payout(speaker, terms.payout, "payout")
    yield from _caps(speaker, terms.cap)
    if terms.exclusions:
        yield speaker.say("award", "exclusions", list=speaker.listed(map(speaker.text, terms.exclusions)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _main(speaker: Speaker, award: Award, recipient: str | Text | None) -> str:
    words = _over_years(speaker, award)
    if recipient is None:
        return speaker.say("award", "plain", pay=words)
    name = say_label(speaker, recipient, speaker.vocabulary.recipients)
    return speaker.say("award", "to", recipient=name, pay=words)


def _over_years(speaker: Speaker, award: Award) -> str:
    readings = award.ambiguity.readings if award.ambiguity else ()
    if readings:
        ways = [_reading(speaker, award, reading) for reading in readings]
        return speaker.say("award", "readings", number=str(len(ways)), list=speaker.numbered(ways))
    if award.phases:
        shared = shared_base(award, award.phases)
        words = speaker.say("award", "phases", list=speaker.listed(_phases(speaker, award, shared)))
        return _on_base(speaker, words, shared)
    words = say_grant(speaker, award)
    if award.years is None or (award.years.number == 1 and not award.years.asked):
        return speaker.say("award", "once", pay=words)
    return speaker.say(
        "award", "up_to_years" if award.years.asked else "years", number=str(award.years.number), pay=words
    )


def _reading(speaker: Speaker, award: Award, reading: Reading) -> str:
    words = _inner(speaker, apply_reading(award, reading))
    return speaker.say("award", "reading", name=speaker.text(reading.name), pay=words)


def shared_base(around: Shape, parts: Iterable[Grant]) -> Base | None:
    """The formula that every part is a rate or a price on; a mere measure is as well named in each."""
    if around.of is None or not around.of.operands:
        return None
    plain = all(
        part.pay is not None and (part.pay.is_rate or part.pay.is_price) and part.of in (None, around.of)
        for part in parts
    )
    return around.of if plain else None


def _on_base(speaker: Speaker, words: str, base: Base | None) -> str:
    """Names the shared base once, at the end."""
    return speaker.say("grant", "based", pay=words, base=say_base(speaker, base)) if base else words


def _phases(speaker: Speaker, award: Award, shared: Base | None) -> Iterator[str]:
    first = 1
    for phase in award.phases:
        span = speaker.span(first, first + phase.years - 1)
        yield speaker.say("award", "phase", span=span, pay=_inner(speaker, inherited(phase, award), shared))
        first += phase.years


def say_grant(speaker: Speaker, grant: Shape, known: Base | None = None) -> str:
    """What is paid, without the ceilings, top-ups and tests of the grant itself."""
    if grant.pay:
        return say_pay(speaker, grant.pay, grant, known=known)
    if grant.tiers:
        return _tiers(speaker, grant)
    if grant.ranks:
        return _ranks(speaker, grant)
    if grant.components:
        return _components(speaker, grant)
    return speaker.say("pay", "unstated")


def _inner(speaker: Speaker, grant: Shape, known: Base | None = None) -> str:
    """A grant inside another, with its own ceilings, top-ups and test."""
    words = say_grant(speaker, grant, known)
    for top_up in grant.top_ups:
        words = speaker.say("grant", "more", pay=words, more=say_top_up(speaker, top_up))
    for scope, cap in grant.cap.stated() if grant.cap else ():
        key = "unlimited" if cap.uncapped else "limit"
        words = speaker.say("grant", key, pay=words, cap=say_cap(speaker, scope, cap))
    tests = [say_test(speaker, grant.when)] if grant.when else []
    tests += [speaker.text(text) for text in grant.conditions]
    return speaker.say("grant", "when", pay=words, test=speaker.listed(tests)) if tests else words


def _tiers(speaker: Speaker, grant: Shape) -> str:
    tiers = [say_tier(speaker, tier, grant) for tier in grant.tiers]
    by = grant.by or grant.of
    words = speaker.listed(tiers)
    if by:
        words = speaker.say("grant", "tiers", by=say_base(speaker, by), list=words)
    if can_be_sliced(grant):
        mode = speaker.say("grant", grant.mode.value if grant.mode else "open")
        return speaker.say("grant", "more", pay=words, more=mode)
    return words


def say_tier(speaker: Speaker, tier: Tier, grant: Shape) -> str:
    """`3% of fixed-asset investment, at most RMB 5 million for at least RMB 50 million but less than RMB 100 million`."""
    inner = inherited(tier, grant)
    if tier.from_ or tier.to:
        words = _inner(speaker, inner, grant.by or grant.of)
        return speaker.say("grant", "tier", band=speaker.band(tier.from_, tier.to), pay=words)
    test = say_test(speaker, tier.when) if tier.when else speaker.say("band", "any")
    return speaker.say(
        "grant", "tier", band=test, pay=_inner(speaker, inner.model_copy(update={"when": None}))
    )


def _ranks(speaker: Speaker, grant: Shape) -> str:
    measure = grant.by.measure if grant.by and grant.by.measure else ""
    shared = shared_base(grant, grant.ranks.values())
    ranks = [
        speaker.say(
            "grant",
            "rank",
            rank=say_rank(speaker, measure, rank),
            pay=_inner(speaker, inherited(inner, grant), shared),
        )
        for rank, inner in grant.ranks.items()
    ]
    words = speaker.say("grant", "ranks", by=say_measure(speaker, measure), list=speaker.listed(ranks))
    return _on_base(speaker, words, shared)


def _components(speaker: Speaker, grant: Shape) -> str:
    words = [_component(speaker, component, grant) for component in grant.components]
    return speaker.say("grant", "components", list=speaker.numbered(words))


def _component(speaker: Speaker, component: Component, grant: Shape) -> str:
    words = _inner(speaker, inherited(component, grant))
    return (
        speaker.say("grant", "component", name=speaker.text(component.name), pay=words)
        if component.name
        else words
    )


def _ceilings(speaker: Speaker, award: Award) -> Iterator[str]:
    top_ups = [say_top_up(speaker, top_up) for top_up in award.top_ups]
    if top_ups:
        yield speaker.say("award", "top_ups", list=speaker.listed(top_ups))
    yield from _caps(speaker, award.cap)
    if award.when:
        yield speaker.say("award", "when", test=say_test(speaker, award.when))


def _caps(speaker: Speaker, caps: Caps | None) -> Iterator[str]:
    limits = [say_cap(speaker, scope, cap) for scope, cap in caps.items()] if caps else []
    if limits:
        yield speaker.say("award", "caps", list=speaker.listed(limits, "limits"))
    if caps and any(cap.uncapped for _, cap in caps.stated()):
        yield speaker.say("cap", "uncapped")


def _what_is_due(speaker: Speaker, award: Award, terms: Terms) -> Iterator[str]:
    yield _main(speaker, award, award.recipient or terms.recipient)
    yield from _ceilings(speaker, award)
    if day := conversion(speaker, award, terms):
        yield day


def _how_paid(speaker: Speaker, award: Award) -> Iterator[str]:
    if payment := _payment(speaker, award):
        yield payment
    if award.split:
        parts = [_part(speaker, part) for part in award.split]
        yield speaker.say("award", "split", list=speaker.listed(parts, "comma"))
    if award.earmark:
        yield speaker.say("award", "earmark", text=speaker.text(award.earmark))
    if award.window:
        yield speaker.say("terms", "window", window=say_window(speaker, award.window))


def _beside(speaker: Speaker, award: Award) -> Iterator[str]:
    if award.stacking:
        yield say_stacking(speaker, award.stacking)
    for key in ("conditions", "exclusions"):
        texts = [speaker.text(text) for text in getattr(award, key)]
        if texts:
            yield speaker.say("award", key, list=speaker.listed(texts))
    if award.refers_to:
        yield speaker.say(
            "award", "refers_to", list=speaker.listed(map(speaker.article, award.refers_to), "and")
        )
    if award.ambiguity:
        yield speaker.say("award", "ambiguity", text=speaker.text(award.ambiguity.note))


def _part(speaker: Speaker, part: Part) -> str:
    to = say_label(speaker, part.to, speaker.vocabulary.recipients)
    return speaker.say("award", "part", to=to, share=speaker.figure(part.share))


def conversion(speaker: Speaker, award: Award, terms: Terms) -> str | None:
    """At which day's rate foreign currency is converted, where an answer takes a rate; a price per dollar takes none."""
    if not any(_is_foreign(speaker, grant) for _, grant in award.all_grants) or not _takes_rate(award, terms):
        return None
    day = award.exchange_day or terms.exchange_day
    if day is None:
        return speaker.say("award", "converted_open")
    return speaker.say("award", "converted", day=say_label(speaker, day, speaker.vocabulary.milestones))


def _takes_rate(award: Award, terms: Terms) -> bool:
    """Whether a rate of exchange is asked for. An award whose keys clash is taken to need one; the lint reports it."""
    try:
        return any(given.id.startswith("rate-") for given in compile_award(award, terms).inputs)
    except Unfit:
        return True


def _is_foreign(speaker: Speaker, grant: Shape) -> bool:
    known = speaker.vocabulary.measures
    names = grant.of.measures() if grant.of else ()
    units = [known[name].unit for name in names if name in known]
    figures = [grant.pay.figure.unit] if grant.pay and grant.pay.figure else []
    return any(
        unit is not None and unit.kind == "money" and unit.measure != "CNY" for unit in [*units, *figures]
    )


def _payment(speaker: Speaker, award: Award) -> str | None:
    if award.payout is None:
        return None
    return _say_payout(speaker, award.payout, "payout_years" if award.runs_over_years else "payout")


def _say_payout(speaker: Speaker, payout: Payout, key: str) -> str:
    if payout.manner or not adds_up(payout):
        return speaker.say("award", f"paid_{(payout.manner or Manner.UNSTATED).value}")
    first = payout.instalments[0]
    if len(payout.instalments) == 1 and first.at:
        return speaker.say("award", "paid_at", at=say_label(speaker, first.at, speaker.vocabulary.milestones))
    parts = [say_instalment(speaker, part) for part in payout.instalments]
    return speaker.say("award", key, list=speaker.listed(parts, "comma"))


def say_stacking(speaker: Speaker, stacking: Stacking) -> str:
    """How an award stands beside others."""
    rule = stacking.rule.value
    if stacking.articles:
        words = speaker.say(
            "award", f"{rule}_articles", list=speaker.listed(map(speaker.article, stacking.articles), "and")
        )
    else:
        words = speaker.say("award", rule)
    return (
        words
        if stacking.note is None
        else speaker.say("grant", "more", pay=words, more=speaker.text(stacking.note))
    )
