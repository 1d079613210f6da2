"""Every construct of Chinese policy practice, with answers worked out by hand at and next to every bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from zhaoshang.awards import (
    Answer,
    AnswerKind,
    Award,
    Program,
    Terms,
    compile_award,
    describe,
    evaluate,
    say_answer,
)
from zhaoshang.awards.answer import Sum
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Quantity

FOLDER = Path(__file__).parent / "corpus"
SPECIAL = {"is", "years_paid", "paid", "split", "things", "refused"}
WORDS = {
    "none": AnswerKind.NONE,
    "case by case": AnswerKind.CASE_BY_CASE,
    "not stated": AnswerKind.UNSTATED,
    "in kind": AnswerKind.IN_KIND,
}


def cases() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """(name, entry, terms) of every award of the corpus."""
    for file in sorted(FOLDER.glob("*.yaml")):
        data = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
        for name, entry in data["awards"].items():
            yield name, entry, {**data["terms"], **entry.get("terms", {})}


CASES = list(cases())
ANSWERS = [
    pytest.param(entry, terms, answer, id=f"{name}-{number}")
    for name, entry, terms in CASES
    for number, answer in enumerate(entry["answers"], 1)
]


def program_of(entry: Mapping[str, Any], terms: Mapping[str, Any]) -> Program:
    return compile_award(Award.model_validate(entry["award"]), Terms.model_validate(terms))


def fen(text: str) -> int:
    quantity = Quantity.parse(text)
    value = quantity.figure * 100
    assert value == int(value), "the corpus states sums to the fen"
    return int(value)


def due(text: str) -> Sum:
    """`5万元`, `up to 5万元`, `at least 5万元`, `5万元 to 10万元`."""
    if text.startswith("up to "):
        return Sum(0, fen(text.removeprefix("up to ")))
    if text.startswith("at least "):
        return Sum(fen(text.removeprefix("at least ")), None)
    low, _, high = text.partition(" to ")
    return Sum(fen(low), fen(high or low))


def kind_and_sum(text: str) -> tuple[AnswerKind, Sum]:
    if text in WORDS:
        return WORDS[text], Sum(
            0, None if WORDS[text] in (AnswerKind.CASE_BY_CASE, AnswerKind.UNSTATED) else 0
        )
    found = due(text)
    if found.high is None:
        return AnswerKind.AT_LEAST, found
    kind = AnswerKind.EXACT if found.is_exact else AnswerKind.RANGE if found.low else AnswerKind.UP_TO
    return kind, found


def check(answer: Answer, expected: str) -> None:
    if expected.startswith("asks "):
        assert answer.kind is AnswerKind.ASKS
        assert set(answer.missing) >= set(expected.removeprefix("asks ").split(", "))
    elif expected.startswith("readings "):
        ways = [kind_and_sum(way) for way in expected.removeprefix("readings ").split(" | ")]
        assert answer.kind is AnswerKind.READINGS
        assert [(inner.kind, inner.sum) for _, inner in answer.readings] == ways
    else:
        assert (answer.kind, answer.sum) == kind_and_sum(expected)


@pytest.mark.parametrize(("entry", "terms", "expected"), ANSWERS)
def test_the_answer_is_the_one_worked_out_by_hand(
    entry: dict[str, Any], terms: dict[str, Any], expected: dict[str, Any]
) -> None:
    program = program_of(entry, terms)
    lists = {key for key, value in expected.items() if isinstance(value, list)}
    inputs = {key: value for key, value in expected.items() if key not in SPECIAL | lists}
    if "refused" in expected:
        with pytest.raises(Refusal) as refusal:
            evaluate(program, inputs)
        assert refusal.value.code == expected["refused"]
        return
    answer = evaluate(program, inputs)
    check(answer, expected["is"])
    years = expected.get("years_paid", expected["years"] if "years" in lists else None)
    if years is not None:
        assert [year.sum for year in answer.years] == [due(year) for year in years]
    if "paid" in expected:
        assert [part.sum for part in answer.years[0].instalments] == [due(part) for part in expected["paid"]]
    if "split" in expected:
        assert [part.sum for part in answer.split] == [due(part) for part in expected["split"]]
    assert len(answer.things) == int(expected.get("things", len(answer.things)))


def test_the_corpus_holds_at_least_sixty_awards() -> None:
    assert len(CASES) >= 60
    assert len({name for name, _, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("name", "entry", "terms"), CASES, ids=[name for name, _, _ in CASES])
def test_every_award_can_be_said_in_every_language(
    name: str, entry: dict[str, Any], terms: dict[str, Any]
) -> None:
    award, document = Award.model_validate(entry["award"]), Terms.model_validate(terms)
    for language in ("zh", "en"):
        words = describe(award, document, language)
        assert words.endswith("。" if language == "zh" else ".")
        assert "{" not in words
        assert not any(mark in words for mark in ("。。", "..", "  ", "，，"))
    english = describe(award, document, "en")
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in english.replace("以上", "").replace("以下", ""))


@pytest.mark.parametrize(("entry", "terms", "expected"), ANSWERS)
def test_every_answer_can_be_said_and_no_open_one_sounds_definite(
    entry: dict[str, Any], terms: dict[str, Any], expected: dict[str, Any]
) -> None:
    if "refused" in expected:
        return
    program = program_of(entry, terms)
    answer = evaluate(program, {k: v for k, v in expected.items() if k not in SPECIAL and isinstance(v, str)})
    zh, en = (say_answer(program, answer, language) for language in ("zh", "en"))
    assert zh and en
    if answer.kind is AnswerKind.UP_TO:
        assert zh.startswith("最高") and en.startswith("up to ")
    if answer.kind is AnswerKind.RANGE:
        assert "至" in zh and " to " in en


def test_an_ordinary_banded_clause_takes_under_twelve_lines() -> None:
    text = (FOLDER / "bands.yaml").read_text("utf-8")
    award = text.split("award:\n")[1].split("    answers:")[0]
    assert len(award.splitlines()) < 12
