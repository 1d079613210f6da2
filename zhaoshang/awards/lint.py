"""What is wrong or ambiguous in an award: found by compiling it, so that no ambiguity escapes that an answer would meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from zhaoshang.awards.award import Award
from zhaoshang.awards.cap import Scope
from zhaoshang.awards.compiling.compiler import Compiled, compile_with_questions
from zhaoshang.awards.compiling.draft import Place, Question, Unfit
from zhaoshang.awards.compiling.payouts import adds_up, share_total
from zhaoshang.awards.example import sample_inputs, say_inputs
from zhaoshang.awards.form import Label
from zhaoshang.awards.grant import Shape
from zhaoshang.awards.interpreter import evaluate
from zhaoshang.awards.pay import Firmness, Open
from zhaoshang.awards.payout import Payout
from zhaoshang.awards.program import Program
from zhaoshang.awards.result import say_answer
from zhaoshang.awards.speaker import languages
from zhaoshang.awards.terms import Terms
from zhaoshang.awards.vocabulary import Vocabulary
from zhaoshang.awards.window import Window
from zhaoshang.values import Text
from zhaoshang.values.quantity import as_decimal

Finding = tuple[Place, str, dict[str, str]]
"""The path inside the award, the code of the catalogue, the arguments of the message."""

Dated = tuple[Place, Label | None]

_NEGOTIATED = re.compile(
    r"一事一议|一企一策|面议|协商确定|另行商定|case[ -]by[ -]case|negotiat", re.IGNORECASE
)


def lint(award: Award, terms: Terms) -> Iterator[Finding]:
    """Every finding about an award. Codes Z626 to Z649 are clashes that keep it from being compiled."""
    yield from _words(award, terms)
    yield from _shares(award.payout)
    for place, grant in award.all_grants:
        yield from _top_rates(award, place, grant)
        yield from _negotiated(place, grant)
    yield from _unscoped(award)
    try:
        compiled = compile_with_questions(award, terms)
    except Unfit as clash:
        yield clash.place, clash.code, dict(clash.arguments)
        return
    yield from _ambiguities(award, compiled)


def lint_terms(terms: Terms) -> Iterator[Finding]:
    """Every finding about what a document lays down for all its awards; places are inside the terms."""
    known = Vocabulary.of(terms)
    if isinstance(terms.recipient, str) and terms.recipient not in known.recipients:
        yield ("recipient",), "Z677", {"recipient": terms.recipient}
    yield from _milestones(known, _dated(terms.payout, terms.window, terms.exchange_day))
    yield from _shares(terms.payout)


def _dated(payout: Payout | None, window: Window | None, exchange_day: Label | None) -> Iterator[Dated]:
    """The events that something is paid, applied for or converted after, each with its place."""
    for place, part in enumerate(payout.instalments if payout else ()):
        yield ("payout", place, "at"), part.at
    yield ("window", "after"), window.after if window else None
    yield ("exchange_day",), exchange_day


def _milestones(known: Vocabulary, dated: Iterable[Dated]) -> Iterator[Finding]:
    for place, milestone in dated:
        if isinstance(milestone, str) and milestone not in known.milestones:
            yield place, "Z631", {"milestone": milestone}


def _ambiguities(award: Award, compiled: Compiled) -> Iterator[Finding]:
    """Each question the text leaves open, with the readings and what each pays; recorded ones as notes."""
    if not compiled.questions:
        if award.ambiguity:
            yield ("ambiguity",), "Z679", {}
        return
    for question in compiled.questions:
        code = "Z680" if award.ambiguity else question.code
        yield question.place, code, {**question.arguments, **_readings(award, compiled, question)}


def _readings(award: Award, compiled: Compiled, question: Question) -> dict[str, str]:
    """The first inputs for which the readings of a question pay differently, and what each pays."""
    programs = compiled.alternatives(question)
    tried = list(sample_inputs(compiled.program, award))
    chosen: Mapping[str, int] = next((inputs for inputs in tried if _differ(programs, inputs)), tried[0])
    arguments = {}
    for language in languages():
        ways = [
            f"{name[language]} → {say_answer(program, evaluate(program, chosen), language)}"
            for name, program in zip(question.names, programs, strict=True)
        ]
        arguments[f"readings_{language}"] = " | ".join(ways)
        arguments[f"given_{language}"] = say_inputs(compiled.program, chosen, language)
    return arguments


def _differ(programs: Sequence[Program], inputs: Mapping[str, int]) -> bool:
    return len({evaluate(program, inputs).substance for program in programs}) > 1


def _words(award: Award, terms: Terms) -> Iterator[Finding]:
    """Ids that stand for nothing."""
    known = Vocabulary.of(terms)
    recipients = [
        (("recipient",), award.recipient),
        *((("split", i, "to"), part.to) for i, part in enumerate(award.split)),
    ]
    for place, recipient in recipients:
        if isinstance(recipient, str) and recipient not in known.recipients:
            yield place, "Z677", {"recipient": recipient}
    yield from _milestones(known, _dated(award.payout, award.window, award.exchange_day))


def _shares(payout: Payout | None) -> Iterator[Finding]:
    """Shares that do not make up the whole."""
    if payout and payout.instalments and not adds_up(payout):
        yield ("payout",), "Z672", {"total": f"{_plain(share_total(payout) * 100)}%"}


def _plain(value: Fraction) -> str:
    """A fraction as people write it: 99.5, or 100/3 where it has no end."""
    decimal = as_decimal(value)
    return str(value) if decimal is None else format(decimal.normalize(), "f")


def _top_rates(award: Award, place: Place, grant: Shape) -> Iterator[Finding]:
    """A highest rate that nobody knows how to reach, and a top-up without its test."""
    pay = grant.pay
    is_top = pay is not None and pay.is_rate and pay.firmness in (Firmness.UP_TO, Firmness.RANGE)
    if is_top and not (grant.when or grant.conditions or award.when or award.conditions or place):
        assert pay is not None
        yield (*place, "pay"), "Z673", {"rate": str(pay.figure)}
    for index, top_up in enumerate(grant.top_ups):
        if top_up.when is None:
            yield (*place, "top_ups", index), "Z674", {}


def _negotiated(place: Place, grant: Shape) -> Iterator[Finding]:
    """A definite figure beside words that say it is negotiated."""
    texts: list[Text] = list(grant.conditions)
    if isinstance(grant, Award):
        texts += [text for text in (grant.title, grant.earmark) if text]
    words = next(
        (match[0] for text in texts for line in text.values() if (match := _NEGOTIATED.search(line))), None
    )
    definite = any(_is_definite(part) for part in (grant, *(inner for _, inner in grant.parts)))
    if words and definite:
        yield place, "Z675", {"words": words}


def _is_definite(grant: Shape) -> bool:
    pay = grant.pay
    if pay is None or pay.open in tuple(Open) or pay.figure is None:
        return False
    return pay.firmness is Firmness.EXACT and grant.amount_is in (None, Firmness.EXACT)


def _unscoped(award: Award) -> Iterator[Finding]:
    """A ceiling whose scope the text does not give, where it makes no difference to this award alone."""
    if award.runs_over_years or award.cap is None:
        return
    for scope, cap in award.cap.items():
        if scope is Scope.UNSCOPED:
            yield ("cap",), "Z676", {"cap": cap.amount.spelling if cap.amount else ""}
