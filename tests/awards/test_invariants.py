"""What holds for every award and every input, however odd."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from chance import make
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from zhaoshang.awards import (
    Answer,
    AnswerKind,
    Award,
    Sum,
    Terms,
    compile_award,
    describe,
    evaluate,
    say_answer,
    table,
)
from zhaoshang.awards.cap import Scope
from zhaoshang.awards.entry import read_entry
from zhaoshang.awards.program import Input
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Text

SETTINGS = settings(derandomize=True, deadline=None, max_examples=120)
seeds = st.integers(min_value=10_000, max_value=2_000_000)


def every_answer(answer: Answer) -> Iterator[Answer]:
    yield answer
    for _, inner in answer.readings:
        yield from every_answer(inner)


def numbers(value: Any) -> Iterator[object]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from numbers(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from numbers(inner)
    else:
        yield value


@SETTINGS
@given(seeds)
def test_no_answer_holds_a_float_or_a_negative_sum(seed: int) -> None:
    made = make(seed)
    assume(made is not None)
    _, _, program, maker = made
    assert not any(isinstance(value, float) for value in numbers(program.data))
    for answer in every_answer(evaluate(program, maker.inputs(program))):
        assert not any(isinstance(value, float) for value in numbers(answer.data))
        sums = [answer.sum, *(year.sum for year in answer.years), *(part.sum for part in answer.split)]
        sums += [part.sum for year in answer.years for part in year.instalments]
        for low, high in sums:
            assert type(low) is int
            assert low >= 0
            assert high is None or (type(high) is int and high >= low)


@SETTINGS
@given(seeds)
def test_what_is_paid_adds_up_to_the_award(seed: int) -> None:
    made = make(seed)
    assume(made is not None)
    _, _, program, maker = made
    for answer in every_answer(evaluate(program, maker.inputs(program))):
        assert sum(year.sum.low for year in answer.years) <= answer.sum.low
        if not answer.years or not all(year.sum.is_exact for year in answer.years):
            continue
        assert sum(year.sum.low for year in answer.years) == answer.sum.low
        for year in answer.years:
            assert sum(part.sum.low for part in year.instalments) == year.sum.low
        if answer.split:
            assert sum(part.sum.low for part in answer.split) == answer.sum.low


@SETTINGS
@given(seeds)
def test_no_ceiling_is_passed(seed: int) -> None:
    made = make(seed)
    assume(made is not None)
    award, _, program, maker = made
    caps = dict(award.cap.items()) if award.cap else {}
    for answer in every_answer(evaluate(program, maker.inputs(program))):
        if answer.kind in (AnswerKind.READINGS, AnswerKind.ASKS):
            continue
        for scope, cap in caps.items():
            if cap.amount is None or cap.is_count:
                continue
            limit = int(Fraction(cap.amount.figure) * 100)
            over_all = scope is Scope.TOTAL or (cap.span is not None and cap.span.value == "total")
            if over_all or len(answer.years) == 1:
                assert answer.sum.high is not None
                assert answer.sum.high <= limit
            elif scope is Scope.YEAR:
                assert all(year.sum.high is not None and year.sum.high <= limit for year in answer.years)


@SETTINGS
@given(seeds)
def test_the_kind_is_no_firmer_than_the_sum(seed: int) -> None:
    made = make(seed)
    assume(made is not None)
    _, _, program, maker = made
    for answer in every_answer(evaluate(program, maker.inputs(program))):
        low, high = answer.sum
        if answer.kind is AnswerKind.EXACT:
            assert low == high
        if answer.kind is AnswerKind.UP_TO:
            assert low == 0 and high
        if answer.kind is AnswerKind.AT_LEAST:
            assert low and high is None
        if answer.kind is AnswerKind.READINGS:
            assert len({inner.substance for _, inner in answer.readings}) == len(answer.readings) > 1
        if answer.kind is AnswerKind.NONE:
            assert answer.sum == Sum(0, 0)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(seeds)
def test_everything_can_be_said(seed: int) -> None:
    made = make(seed)
    assume(made is not None)
    award, terms, program, maker = made
    answer = evaluate(program, maker.inputs(program))
    for language in ("zh", "en"):
        assert "{" not in describe(award, terms, language)
        assert say_answer(program, answer, language)
        shown = table(award, terms, language)
        assert shown is None or all(len(row) == len(shown.columns) for row in shown.rows)


@SETTINGS
@given(seeds)
def test_a_missing_input_is_asked_for(seed: int) -> None:
    made = make(seed)
    assume(made is not None)
    _, _, program, _ = made
    answer = evaluate(program, {})
    if answer.kind is AnswerKind.ASKS:
        assert answer.missing == tuple(asked.id for asked in program.inputs)
    else:
        full = evaluate(program, {})
        assert full.substance == answer.substance


SPELLED = Input(
    "sum", Text.of(zh="金额", en="sum"), "figure", decimals=2, most=str(10**17), units=compile_award(
        Award.model_validate({"of": "rent", "pay": "5%"}), Terms()
    ).inputs[0].units,
)  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.text(max_size=70) | st.text(alphabet="0123456789.,万亿元 -－％%０１２US$千", max_size=20))
def test_whatever_is_typed_is_read_or_refused_with_a_reason(typed: str) -> None:
    try:
        value = read_entry(SPELLED, typed)
    except Refusal as refusal:
        assert refusal.code in {f"Z66{digit}" for digit in range(1, 9)}
    else:
        assert 0 <= value <= 10**17
