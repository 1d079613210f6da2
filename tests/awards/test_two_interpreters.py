"""The interpreter in Python and the one in the browser give the same answer to everything."""

from __future__ import annotations

import json
from datetime import date
from random import Random
from typing import Any

import pytest
from chance import make
from javascript import SCRIPT, in_a_page, run_javascript
from playwright.sync_api import Page
from test_corpus import ANSWERS, SPECIAL, program_of

from zhaoshang.awards import Input, evaluate
from zhaoshang.awards.entry import SCALES, read_entry
from zhaoshang.awards.interpreter import read_given
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Text

SEEDS = range(560)
EACH = 9


def random_programs() -> list[tuple[Any, list[dict[str, int]]]]:
    made = filter(None, map(make, SEEDS))
    return [(program, [maker.inputs(program) for _ in range(EACH)]) for _, _, program, maker in made]


def work_of(programs: list[tuple[Any, list[dict[str, int]]]]) -> list[dict[str, Any]]:
    return [
        {
            "program": program.data,
            "inputs": [{key: str(value) for key, value in given.items()} for given in inputs],
        }
        for program, inputs in programs
    ]


def compare(programs: list[tuple[Any, list[dict[str, int]]]], answers: Any) -> int:
    """How many answers were compared; fails at the first that differ."""
    compared = 0
    for (program, inputs), found in zip(programs, answers, strict=True):
        for given, answer in zip(inputs, found, strict=True):
            expected = json.loads(json.dumps(evaluate(program, given).data))
            assert answer == expected, (program.id, given)
            compared += 1
    return compared


def test_thousands_of_random_awards_and_inputs_agree(request: pytest.FixtureRequest) -> None:
    programs = random_programs()
    found = run_javascript({"programs": work_of(programs), "entries": []}, request)
    assert compare(programs, found["answers"]) > 3000


def corpus_programs() -> list[tuple[Any, list[dict[str, int]]]]:
    programs = []
    for parameters in ANSWERS:
        entry, terms, expected = parameters.values
        if "refused" not in expected:
            program = program_of(entry, terms)
            typed = {k: v for k, v in expected.items() if k not in SPECIAL and isinstance(v, str)}
            programs.append(
                (program, [{key: read_given(program, key, value) for key, value in typed.items()}])
            )
    return programs


def test_the_corpus_agrees(request: pytest.FixtureRequest) -> None:
    programs = corpus_programs()
    found = run_javascript({"programs": work_of(programs), "entries": []}, request)
    assert compare(programs, found["answers"]) > 200


@pytest.mark.browser
def test_the_corpus_agrees_in_a_real_browser(page: Page) -> None:
    programs = corpus_programs()
    found = json.loads(in_a_page({"programs": work_of(programs), "entries": []}, page))
    assert compare(programs, found["answers"]) > 200


PIECES = [
    *"0123456789０１２３４５６７８９..,,，--", "￥", "¥", "万", "亿", "元", "万元", "US$", "美元", "%", "％",
    "‰", "人", "亩", "公顷",
    "million", "MILLION", " ", "　", "+", "约", "e5", "2025-02-28", "2025-2-29", "2024年2月29日", "0001-01-01", "是", "NO",
    "平方米", "yes", "national", "国家级", "none", "5000", "1,000", "1,00", "0.005", "𝟓", "10" * 12,
]  # fmt: skip


def random_entries(inputs: list[Input]) -> list[tuple[Input, str]]:
    chance = Random(7)
    return [
        (chance.choice(inputs), "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 5))))
        for _ in range(8000)
    ]


def read(given: Input, typed: str) -> dict[str, Any]:
    try:
        return {"value": str(read_entry(given, typed))}
    except Refusal as refusal:
        return {"code": refusal.code, "arguments": dict(refusal.arguments)}


def test_what_people_type_is_read_alike(request: pytest.FixtureRequest) -> None:
    programs = [program_of(parameters.values[0], parameters.values[1]) for parameters in ANSWERS[::3]]
    inputs = [given for program in programs for given in program.inputs]
    data = {
        id(given): entry
        for program in programs
        for given, entry in zip(program.inputs, program.data["inputs"], strict=True)
    }
    typed = random_entries(inputs)
    work = [{"input": data[id(given)], "typed": text} for given, text in typed]
    found = run_javascript({"programs": [], "entries": work}, request)
    read_values = 0
    for (given, text), entry in zip(typed, found["entries"], strict=True):
        assert entry == read(given, text), (given.id, text)
        read_values += "value" in entry
    assert read_values > 500


def test_days_are_counted_alike(request: pytest.FixtureRequest) -> None:
    day = Input("d", Text.of(zh="日", en="day"), "date")
    chance = Random(3)
    days = [date.fromordinal(chance.randint(1, 3_000_000)) for _ in range(500)]
    work = [{"input": {"entry": "date"}, "typed": f"{d.year:04}-{d.month}-{d.day}"} for d in days]
    found = run_javascript({"programs": [], "entries": work}, request)
    assert [int(entry["value"]) for entry in found["entries"]] == [d.toordinal() for d in days]
    assert read_entry(day, "2026-08-31") == date(2026, 8, 31).toordinal()


def test_both_know_the_same_scales() -> None:
    table = SCRIPT.read_text("utf-8").split("const SCALES = {")[1].split("};")[0]
    written = dict(part.strip().split(": ") for part in table.replace("\n", " ").split(",") if part.strip())
    assert {word: int(power) for word, power in written.items()} == SCALES
