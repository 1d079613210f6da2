"""The estimate of what a project costs: by hand, in Python and in the browser it comes to the same."""

from __future__ import annotations

import json
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path
from random import Random

import mini
import pytest

from zhaoshang.awards import evaluate, read_entry
from zhaoshang.domain.estimate import Paid
from zhaoshang.domain.estimating import Estimate, make_estimate
from zhaoshang.reading.library import read_project

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "templates/assets/js/awards.js"
RUNNER = ROOT / "tests/awards/run_awards.js"


@pytest.fixture(scope="module")
def estimate() -> Estimate:
    library, findings = read_project(ROOT)
    assert library is not None, findings.errors
    made = make_estimate(library.cost_classes)
    assert made is not None
    return made


def yuan(estimate: Estimate, paid: Paid) -> dict[str, tuple[Fraction, Fraction]]:
    return {one.line.id: (Fraction(one.low, 100), Fraction(one.high, 100)) for one in estimate.worked(paid)}


def test_the_worked_example_is_what_one_works_out_by_hand(estimate: Estimate) -> None:
    once, yearly = yuan(estimate, Paid.ONCE), yuan(estimate, Paid.YEARLY)
    assert once == {
        "land": (60 * 136_000, 60 * 136_000),
        "deed-tax": (244_800, 244_800),  # 3 % of 8,160,000
        "plant": (24_000 * 1450, 24_000 * 1800),
    }
    assert yearly["land-use-tax"] == (160_000, 160_000)  # 60 mu are 40,000 m², at 4 yuan
    assert yearly["rent"] == (2000 * 11 * 12, 2000 * 13 * 12)
    assert yearly["electricity"] == (12_000_000 * Fraction("0.6412"),) * 2
    assert yearly["capacity"] == (5000 * 22 * 12,) * 2
    months = [
        (80, 4800, 6200),
        (30, 6000, 8500),
        (8, 5600, 7500),
        (6, 5200, 6800),
        (12, 7500, 11000),
        (3, 11000, 16000),
    ]
    low, high = (12 * sum(row[0] * row[end] for row in months) for end in (1, 2))
    assert yearly["wages"] == (low, high)
    assert yearly["contributions"] == (low * Fraction("0.304"), high * Fraction("0.389"))


def test_the_totals_are_the_sums_of_their_lines(estimate: Estimate) -> None:
    for paid in Paid:
        low, high = estimate.total(paid)
        answer = evaluate(estimate.programs[paid], dict(estimate.example))
        assert (answer.sum.low, answer.sum.high) == (low, high)


def test_contributions_are_charged_within_their_bounds(tmp_path: Path) -> None:
    """4,000 a month is charged as 4,310; 30,000 as 21,549."""
    text = """
title: {zh: 薪酬, en: Pay}
summary: {zh: 月薪。, en: By the month.}
order: 1
items:
  low: {name: {zh: 低, en: Low}, value: 4000元/月, tax: not-applicable, basis: {zh: 调查, en: S}, as_of: 2026-01-01}
  high: {name: {zh: 高, en: High}, value: 30000元/月, tax: not-applicable, basis: {zh: 调查, en: S}, as_of: 2026-01-01}
  rate: {name: {zh: 费率, en: Rate}, value: 10%～20%, tax: not-applicable, basis: {zh: 文件, en: N}, as_of: 2026-01-01}
  least: {name: {zh: 下限, en: Least}, value: 4310元/月, tax: not-applicable, basis: {zh: 文件, en: N}, as_of: 2026-01-01}
  most: {name: {zh: 上限, en: Most}, value: 21549元/月, tax: not-applicable, basis: {zh: 文件, en: N}, as_of: 2026-01-01}
estimate:
  pay: {name: {zh: 工资, en: Pay}, items: [low, high], choose: each, paid: yearly, example: {low: 1人, high: 1人}}
  share:
    name: {zh: 社保, en: Insurance}
    items: [rate]
    choose: all
    paid: yearly
    on: pay
    bounds: {least: least, most: most}
"""
    library = mini.make_library(tmp_path, mini.write("costs/pay.yaml", text))
    made = make_estimate(library.cost_classes)
    assert made is not None
    base = 12 * (4310 + 21549)
    assert yuan(made, Paid.YEARLY)["share"] == (base * Fraction(1, 10), base * Fraction(1, 5))


def inputs(estimate: Estimate, paid: Paid, chance: Random) -> dict[str, int]:
    """Random figures for all that a Program asks for."""
    return {
        given.id: chance.randrange(len(given.options))
        if given.options
        else chance.choice([0, 1, chance.randrange(10**9), chance.randrange(int(given.most))])
        for given in estimate.programs[paid].inputs
    }


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_the_browser_comes_to_the_same_for_any_figures(estimate: Estimate) -> None:
    chance = Random(5)
    rows = {paid: [inputs(estimate, paid, chance) for _ in range(150)] for paid in Paid}
    work = {
        "programs": [
            {
                "program": estimate.programs[paid].data,
                "inputs": [{key: str(value) for key, value in row.items()} for row in rows[paid]],
            }
            for paid in Paid
        ],
        "entries": [
            {"input": given, "typed": estimate.example.get(given["id"], "0")}
            for given in estimate.programs[Paid.YEARLY].data["inputs"]
        ],
    }
    command = ["node", str(RUNNER), str(SCRIPT)]
    done = subprocess.run(
        command, input=json.dumps(work), capture_output=True, text=True, timeout=60, check=True
    )
    found = json.loads(done.stdout)
    for paid, answers in zip(Paid, found["answers"], strict=True):
        for row, answer in zip(rows[paid], answers, strict=True):
            assert answer == json.loads(json.dumps(evaluate(estimate.programs[paid], row).data))
    given = estimate.programs[Paid.YEARLY].inputs
    typed = [read_entry(one, estimate.example.get(one.id, "0")) for one in given if not one.options]
    read = [
        int(one["value"]) for one, asked in zip(found["entries"], given, strict=True) if not asked.options
    ]
    assert read == typed


def test_a_unit_that_begins_like_a_scale_word_is_read_as_the_unit(estimate: Estimate) -> None:
    fields = {one.id: one for one in estimate.programs[Paid.YEARLY].inputs}
    assert read_entry(fields["capacity"], "5000千伏安") == 5000 * 10**4
    assert read_entry(fields["electricity"], "3000千瓦时") == 3000 * 10**4
    assert read_entry(fields["electricity"], "2万千瓦时") == 20_000 * 10**4
    assert read_entry(fields["electricity"], "12 GWh") == 12_000_000 * 10**4


def test_without_lines_there_is_no_estimate(tmp_path: Path) -> None:
    assert make_estimate(mini.make_library(tmp_path).cost_classes) is None


def test_a_share_can_be_chosen_among_several(tmp_path: Path) -> None:
    text = (mini.CONTENT / "costs/rents.yaml").read_text(encoding="utf-8")
    rate = "{{name: {{zh: 费率{0}, en: R {0}}}, value: {0}%, tax: included, basis: {{zh: 文, en: N}}, as_of: 2026-01-02}}"
    text += "".join(f"  rate-{n}: {rate.format(n)}\n" for n in (3, 5))
    text += (
        "estimate:\n"
        "  rent: {name: {zh: 租金, en: Rent}, items: [ground], paid: yearly, example: {ground: 100平方米}}\n"
        "  fee: {name: {zh: 费, en: Fee}, items: [rate-3, rate-5], paid: yearly, on: rent}\n"
    )
    made = make_estimate(mini.make_library(tmp_path, mini.write("costs/rents.yaml", text)).cost_classes)
    assert made is not None
    program = made.programs[Paid.YEARLY]
    assert [given.id for given in program.inputs] == ["rent", "fee.item"]
    area = 100 * 10**4
    for place, share in enumerate((3, 5)):
        answer = evaluate(program, {"rent": area, "fee.item": place})
        assert answer.sum.low == 100 * 12 * 12 * (100 + share)
        assert answer.sum.high == 100 * 14 * 12 * (100 + share)
