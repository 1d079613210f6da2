"""Comparing, adding and converting figures exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from pytest import mark, raises

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Quantity, Unit, total
from zhaoshang.values.conversion import in_unit, near_unit, significant

q = Quantity.parse


def test_bounds_convert_to_the_base_unit_exactly():
    assert q("652亩").base_low == Fraction(652 * 2000, 3)
    assert q("652亩").unit.base == Unit("m2")
    assert q("12元/㎡·年").base_high == 1
    assert q("1000人以上").base_high is None
    assert q("不超过5公里").base_low is None


@mark.parametrize(
    ("text", "figure"),
    [("3亿元", 300_000_000), ("2～3亿元", 200_000_000), ("不超过5%", 5), ("±10%", 10), ("30余家", 30)],
)
def test_a_quantity_has_one_figure_to_sort_by(text, figure):
    assert q(text).figure == figure


def test_only_two_given_ends_make_a_range():
    assert q("2～3亿元").is_range
    assert [q(text).is_range for text in ("3亿元", "±10%", "3亿元以上", "不超过3亿元")] == [False] * 4


@mark.parametrize(
    ("smaller", "larger"),
    [
        ("99亩", "10公顷"),
        ("2～3亿元", "3.5亿元"),
        ("不足3亿元", "3亿元"),
        ("3亿元", "超过3亿元"),
        ("999千瓦", "1兆瓦"),
        ("12元/㎡·年", "2元/㎡·月"),
    ],
)
def test_what_is_surely_below(smaller, larger):
    assert q(smaller).surely_below(q(larger))
    assert not q(larger).surely_below(q(smaller))


@mark.parametrize(
    ("one", "other"),
    [("3亿元", "3亿元"), ("2～3亿元", "3亿元"), ("3亿元以上", "9亿元"), ("3亿元", "不超过9亿元")],
)
def test_what_may_touch_or_is_open_is_not_surely_below(one, other):
    assert not q(one).surely_below(q(other))


@mark.parametrize(
    ("one", "other"), [("3亿元", "3亿美元"), ("5天", "5个工作日"), ("5千瓦", "5kVA"), ("5元", "5元/亩")]
)
def test_units_of_two_families_are_never_compared(one, other):
    with raises(Refusal, match="Z248"):
        q(one).surely_below(q(other))


def test_exact_figures_add_up_in_the_unit_of_the_first():
    assert total([q("3公顷"), q("1500平方米")]) == Quantity.exactly(Decimal("3.15"), Unit("ha"))
    assert total([q("0.1元"), q("0.2元")]).low == Decimal("0.3")
    assert total(q("3.333亿元") for _ in range(3)).low == 999_900_000


@mark.parametrize("text", ["约3亿元", "2～3亿元", "3亿元以上", "30余亿元"])
def test_an_uncertain_figure_is_not_added(text):
    with raises(Refusal, match="Z249"):
        total([q("3亿元"), q(text)])


def test_a_sum_that_cannot_be_exact_or_mixes_units_is_refused():
    with raises(Refusal, match="Z248"):
        total([q("1公顷"), q("1亩")])
    with raises(Refusal, match="Z248"):
        total([q("1元"), q("1美元")])


def test_there_is_no_sum_of_nothing():
    with raises(ValueError, match="at least one"):
        total([])


def test_an_exact_conversion_is_exact_or_none():
    assert in_unit(q("50万千瓦"), Unit("MW")) == q("500MW")
    assert in_unit(q("3亩"), Unit("m2")) == q("2000平方米")
    assert in_unit(q("1亩"), Unit("m2")) is None
    assert in_unit(q("50万千瓦以上"), Unit("GW")) == q("0.5GW以上")


def test_other_conversions_keep_three_digits_and_say_when_they_rounded():
    assert near_unit(q("652亩"), Unit("ha")) == (q("43.5公顷"), True)
    assert near_unit(q("150亩"), Unit("ha")) == (q("10公顷"), False)
    assert near_unit(q("100～200亩"), Unit("ha")).quantity == q("6.67～13.3公顷")


@mark.parametrize(
    ("number", "shown"),
    [
        ("1/3", "0.333"),
        ("2/3", "0.667"),
        ("2005/10", "201"),
        ("123456", "123000"),
        ("-2005/10", "-201"),
        ("0", "0"),
    ],
)
def test_three_significant_digits_round_halves_away_from_zero(number, shown):
    assert str(significant(Fraction(number))) == shown
