"""How figures are said in Chinese and English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from pytest import mark, raises

from zhaoshang.values import Axis, Quantity, Rates, Style, Text, around, axis, column, show, split

RATES = Rates(
    "USD", Decimal("7.19"), date(2026, 8, 31), Text.of(zh="中国人民银行", en="People's Bank of China")
)

SHOWN = """
9.7亿元 | 9.7亿元 | RMB 970 million
30亿元 | 30亿元 | RMB 3 billion
12000万元 | 1.2亿元 | RMB 120 million
1.5万亿元 | 1.5万亿元 | RMB 1.5 trillion
12345元 | 12,345元 | RMB 12,345
9876543元 | 9,876,543元 | RMB 9,876,543
1234元 | 1234元 | RMB 1,234
US$ 20 million | 2000万美元 | US$ 20 million
2～3亿元 | 2亿～3亿元 | RMB 200–300 million
5000万～12亿元 | 5000万～12亿元 | RMB 50 million to RMB 1.2 billion
7500～11000元/月 | 7500～11,000元/月 | RMB 7,500–11,000 per month
8000元～20万元 | 8000元～20万元 | RMB 8,000–200,000
近百亿元 | 近100亿元 | nearly RMB 10 billion
约3亿元 | 约3亿元 | about RMB 300 million
约2～3亿元 | 约2亿～3亿元 | about RMB 200–300 million
1000余万元 | 1000余万元 | more than RMB 10 million
30余家 | 30余家 | more than 30 firms
超过30家 | 超过30家 | more than 30 firms
1000人以上 | 1000人以上 | at least 1,000 people
不低于1人 | 不低于1人 | at least 1 person
5个工作日内 | 5个工作日内 | up to 5 working days
每亩不低于30万元 | 不低于30万元/亩（450万元/公顷） | at least RMB 4.5 million/ha (RMB 300,000/mu)
5亿元(含)以上 | 5亿元（含）以上 | at least RMB 500 million
3亿元左右 | 3亿元左右 | about RMB 300 million
1000多万元 | 1000多万元 | more than RMB 10 million
≥5% | 5%以上 | at least 5%
no more than RMB 5 million | 不超过500万元 | no more than RMB 5 million
1,000 people or more | 1000人以上 | 1,000 people or more
最高500万元 | 最高500万元 | up to RMB 5 million
不足1万人 | 不足1万人 | less than 10,000 people
±10% | ±10% | ±10%
5%—20% | 5%～20% | 5–20%
千分之三 | 3‰ | 0.3%
-2.3% | -2.3% | −2.3%
-5～10℃ | -5℃～10℃ | −5 to 10 °C
2个百分点 | 2个百分点 | 2 percentage points
652亩 | 652亩（约43.5公顷） | 43.5 ha (652 mu)
150亩 | 150亩（10公顷） | 10 ha (150 mu)
3亩 | 3亩（2000平方米） | 2,000 m² (3 mu)
100万亩 | 100万亩（约667平方公里） | 667 km² (1 million mu)
100～200亩 | 100～200亩（约6.67～13.3公顷） | 6.67–13.3 ha (100–200 mu)
100亩以上 | 100亩以上（约6.67公顷） | at least 6.67 ha (100 mu)
120万平方米 | 120万平方米 | 1.2 million m²
30万元/亩 | 30万元/亩（450万元/公顷） | RMB 4.5 million/ha (RMB 300,000/mu)
12元/平方米·月 | 12元/平方米·月 | RMB 12/m² per month
144元/㎡·年 | 144元/平方米·年 | RMB 144/m² per year
0.65元/千瓦时 | 0.65元/千瓦时 | RMB 0.65/kWh
32元/千伏安·月 | 32元/千伏安·月 | RMB 32/kVA per month
450元/吨 | 450元/吨 | RMB 450 per tonne
0.4元/吨·公里 | 0.4元/吨·公里 | RMB 0.4 per tonne per km
2000元/(人·月) | 2000元/人·月 | RMB 2,000 per person per month
8.50元/吨 | 8.50元/吨 | RMB 8.50 per tonne
0.45吨标准煤/万元 | 0.45吨标准煤/万元 | 0.45 tonnes of standard coal per RMB 10,000
50万千瓦 | 50万千瓦 | 500 MW
630kVA | 630千伏安 | 630 kVA
110kV | 110千伏 | 110 kV
3亿千瓦时 | 3亿千瓦时 | 300 million kWh
20kN/m² | 20千牛/平方米 | 20 kN/m²
2吨/平方米 | 2吨/平方米 | 2 tonnes per m²
10万吨/年 | 10万吨/年 | 100,000 tonnes per year
1天 | 1天 | 1 day
5天 | 5天 | 5 days
1个工作日 | 1个工作日 | 1 working day
0.5个工作日 | 0.5个工作日 | 0.5 working days
1～3个月 | 1～3个月 | 1–3 months
15个 | 15个 | 15
120万人 | 120万人 | 1.2 million people
"""

IN_DOLLARS = """
9.7亿元 | RMB 970 million (about US$ 135 million)
近百亿元 | nearly RMB 10 billion (about US$ 1.39 billion)
2～3亿元 | RMB 200–300 million (about US$ 27.8–41.7 million)
最高500万元 | up to RMB 5 million (about US$ 695,000)
12元/平方米·月 | RMB 12/m² per month (about US$ 1.67)
30万元/亩 | RMB 4.5 million/ha (RMB 300,000/mu; about US$ 626,000/ha)
7.19亿元 | RMB 719 million (about US$ 100 million)
200万美元 | US$ 2 million
652亩 | 43.5 ha (652 mu)
"""

SPLIT = """
9.7亿元 | 9.7 | 亿元 | 970 | RMB million
2～3亿元 | 2～3 | 亿元 | 200–300 | RMB million
5000万～1.2亿元 | 5000～12,000 | 万元 | 50–120 | RMB million
5%—20% | 5～20 | % | 5–20 | %
1000人以上 | 1000以上 | 人 | at least 1,000 | people
30余家 | 30余 | 家 | more than 30 | firms
12元/平方米·月 | 12 | 元/平方米·月 | 12 | RMB/m² per month
450元/吨 | 450 | 元/吨 | 450 | RMB per tonne
30万元/亩 | 30 | 万元/亩 | 4.5 | RMB million/ha
652亩 | 652 | 亩 | 43.5 | ha
15个 | 15 | 个 | 15 |
"""


def rows(block: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in block.strip().splitlines()]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@mark.parametrize(("typed", "zh", "en"), rows(SHOWN))
def test_a_figure_is_said_as_its_readers_say_it(typed, zh, en):
    quantity = Quantity.parse(typed)
    assert show(quantity, "zh") == zh
    assert plain(show(quantity, "en")) == en


@mark.parametrize(("typed", "en"), rows(IN_DOLLARS))
def test_sums_are_said_in_the_readers_currency_too(typed, en):
    assert plain(show(Quantity.parse(typed), "en", rates=RATES)) == en


def test_rates_work_in_every_language():
    assert show(Quantity.parse("9.7亿元"), "zh", rates=RATES) == "9.7亿元（约1.35亿美元）"


def test_a_rate_is_above_zero():
    with raises(ValueError, match="above zero"):
        Rates("USD", Decimal(0), date(2026, 8, 31), Text.of(en="bank"))


def test_the_short_style_leaves_the_brackets_out():
    assert show(Quantity.parse("652亩"), "zh", style=Style.SHORT) == "652亩"
    assert plain(show(Quantity.parse("652亩"), "en", style=Style.SHORT)) == "43.5 ha"
    assert plain(show(Quantity.parse("9.7亿元"), "en", rates=RATES, style=Style.SHORT)) == "RMB 970 million"


def test_number_and_unit_are_never_parted_at_a_line_end():
    assert show(Quantity.parse("9.7亿元"), "en") == "RMB\u00a0970\u00a0million"
    assert show(Quantity.parse("652亩"), "en") == "43.5\u00a0ha (652\u00a0mu)"
    assert show(Quantity.parse("5%"), "en") == "5%"
    assert " " not in show(Quantity.parse("约2～3亿元"), "zh")


@mark.parametrize(("typed", "zh", "zh_unit", "en", "en_unit"), rows(SPLIT))
def test_number_and_unit_come_apart_for_a_table(typed, zh, zh_unit, en, en_unit):
    quantity = Quantity.parse(typed)
    assert split(quantity, "zh") == (zh, zh_unit)
    assert tuple(map(plain, split(quantity, "en"))) == (en, en_unit)


def test_a_currency_stands_before_a_number_set_large_and_its_scale_after_it() -> None:
    sum_of_money = Quantity.parse("286.4亿元")
    assert around(sum_of_money, "zh") == ("", "亿元")
    assert around(sum_of_money, "en") == ("RMB", "billion")


def test_figures_on_one_axis_share_the_scale_of_the_last() -> None:
    drawn = axis([Quantity.parse("9200万元"), Quantity.parse("1.1亿元")], "zh")
    assert drawn == Axis("亿元", ("0.92", "1.1"), (Fraction("0.92"), Fraction("1.1")))


def test_a_column_has_one_unit_and_one_scale():
    sums = [Quantity.parse(text) for text in ("5000万元", "30亿元", "2～3亿元", "最高1.5亿元")]
    assert column(sums, "zh") == ("万元", ("5000", "300,000", "20,000～30,000", "不超过15,000"))
    assert plain(column(sums, "en").unit) == "RMB million"
    assert column(sums, "en").numbers == ("50", "3,000", "200–300", "up to 150")


def test_a_column_of_converted_figures_keeps_one_unit():
    areas = [Quantity.parse(text) for text in ("3亩", "652亩")]
    assert column(areas, "en") == ("ha", ("0.2", "43.5"))
    power = [Quantity.parse(text) for text in ("500千瓦", "5000千瓦")]
    assert column(power, "en") == ("kW", ("500", "5,000"))


def test_figures_of_two_units_share_no_column():
    assert column([Quantity.parse("3元"), Quantity.parse("3美元")], "zh") is None
