"""docs/quantities.md tells the truth."""

from __future__ import annotations

import re
from pathlib import Path

from pytest import mark, raises

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Quantity, show
from zhaoshang.values.units import measures

REFERENCE = (Path(__file__).parents[2] / "docs" / "quantities.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    section = REFERENCE.partition(f"## {heading}")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@mark.parametrize(("typed", "zh", "en"), rows("写了什么"))
def test_the_reference_shows_what_is_shown(typed, zh, en):
    quantity = Quantity.parse(typed.strip("`"))
    assert show(quantity, "zh") == zh
    assert show(quantity, "en").replace("\u00a0", " ") == en


@mark.parametrize(("typed", "reason", "better"), rows("会报错的写法"))
def test_the_reference_names_the_code_of_a_refusal_and_a_spelling_that_works(typed, reason, better):
    with raises(Refusal) as caught:
        Quantity.parse(typed.strip("`"))
    assert re.findall(r"Z\d{3}", reason) == [caught.value.code]
    assert Quantity.parse(better.strip("`"))


def test_the_reference_has_rows_to_test():
    assert len(rows("写了什么")) > 20
    assert len(rows("会报错的写法")) > 10


def test_the_reference_lists_every_spelling_of_every_unit():
    above = [f"`{word}`" for measure in measures().values() for word in measure.spelled]
    below = [f"`/{word}`" for measure in measures().values() for word in measure.below]
    assert [word for word in above + below if word not in REFERENCE] == []
