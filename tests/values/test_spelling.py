"""What people type for a figure, and what it means."""

from __future__ import annotations

from decimal import Decimal

from pytest import mark, raises

from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Marker, Quantity

ACCEPTED = """
30亿元                    3000000000 3000000000 CNY exact
9.7 亿元                  970000000 970000000 CNY exact
５，０００万元             50000000 50000000 CNY exact
人民币 5 亿元             500000000 500000000 CNY exact
5亿元人民币               500000000 500000000 CNY exact
¥500                      500 500 CNY exact
RMB 970 million           970000000 970000000 CNY exact
CNY 1.2 billion           1200000000 1200000000 CNY exact
200万美元                 2000000 2000000 USD exact
US$ 20 million            20000000 20000000 USD exact
20 million US dollars     20000000 20000000 USD exact
HK$ 3 million             3000000 3000000 HKD exact
2～3亿元                  200000000 300000000 CNY exact
2亿-3亿元                 200000000 300000000 CNY exact
2亿元至3亿元              200000000 300000000 CNY exact
8000元～1万元             8000 10000 CNY exact
5000万～1.2亿元           50000000 120000000 CNY exact
RMB 200–300 million       200000000 300000000 CNY exact
RMB 8,000 to RMB 1.2 million    8000 1200000 CNY exact
RMB 5 million to RMB 8 million  5000000 8000000 CNY exact
约2～3亿元                200000000 300000000 CNY about
5%—20%                    5 20 percent exact
5——20％                   5 20 percent exact
5 per cent                5 5 percent exact
±10%                      -10 10 percent plus_minus
3‰                        3 3 permille exact
千分之三                  3 3 permille exact
百分之五至百分之十        5 10 percent exact
-2.3%                     -2.3 -2.3 percent exact
+2.3%                     2.3 2.3 percent exact
2个百分点                 2 2 pp exact
-5～10℃                   -5 10 celsius exact
-10～-5℃                  -10 -5 celsius exact
约3亿元                   300000000 300000000 CNY about
3亿元左右                 300000000 300000000 CNY about
近百亿元                  10000000000 10000000000 CNY nearly
30余家                    30 None firm some
十余家                    10 None firm some
1000多万元                10000000 None CNY some
30亿余元                  3000000000 None CNY some
三千余万元                30000000 None CNY some
超过30%                   30 None percent over
more than 30 firms        30 None firm over
1000人以上                1000 None person at_least
5亿元（含）以上           500000000 None CNY at_least
不低于5亿元               500000000 None CNY at_least
100万元起                 1000000 None CNY at_least
at least 1,000 people     1000 None person at_least
1000人以下                None 1000 person up_to
最高不超过500万元         None 5000000 CNY up_to
最高500万元               None 5000000 CNY up_to
5个工作日内               None 5 working_day up_to
不足1万人                 None 10000 person below
12元/平方米·月            12 12 CNY/m2/month exact
12元/月·㎡                12 12 CNY/m2/month exact
12元/㎡/月                12 12 CNY/m2/month exact
12元/㎡.月                12 12 CNY/m2/month exact
12元每平方米每月          12 12 CNY/m2/month exact
RMB 12/m² per month       12 12 CNY/m2/month exact
RMB 10–12/m² per month    10 12 CNY/m2/month exact
144元/㎡·年               144 144 CNY/m2/year exact
30万元/亩                 300000 300000 CNY/mu exact
每亩30万元                300000 300000 CNY/mu exact
每亩不低于30万元          300000 None CNY/mu at_least
每人每月2000元            2000 2000 CNY/person/month exact
2000元/(人·月)            2000 2000 CNY/person/month exact
0.65元/千瓦时             0.65 0.65 CNY/kWh exact
0.65元/度                 0.65 0.65 CNY/kWh exact
0.65元/kW·h               0.65 0.65 CNY/kWh exact
0.45吨标准煤/万元         0.45 0.45 tce/CNY_wan exact
652亩                     652 652 mu exact
12公顷                    12 12 ha exact
3平方公里                 3 3 km2 exact
3万平方米                 30000 30000 m2 exact
12公里                    12 12 km exact
10万吨/年                 100000 100000 t/year exact
2万立方米/日              20000 20000 m3/day exact
50万千瓦                  500000 500000 kW exact
5千瓦                     5 5 kW exact
三百千瓦                  300 300 kW exact
100MW                     100 100 MW exact
630KVA                    630 630 kVA exact
110千伏                   110 110 kV exact
20kN/m²                   20 20 kN/m2 exact
5吨/平方米                5 5 t/m2 exact
5个工作日                 5 5 working_day exact
5天                       5 5 day exact
两亿元                    200000000 200000000 CNY exact
三千万元                  30000000 30000000 CNY exact
一亿二千万元              120000000 120000000 CNY exact
一百零五元                105 105 CNY exact
一万零五百元              10500 10500 CNY exact
十五万元                  150000 150000 CNY exact
千万元                    10000000 10000000 CNY exact
8.50元/吨                 8.50 8.50 CNY/t exact
"""

REFUSED = """
Z230
Z230 面议
Z230 亩
Z230 千米
Z230 约
Z230 1～2～3亿元
Z232 5000万
Z232 三千万
Z232 2～3亿
Z233 5000
Z233 5～10
Z233 30余
Z234 500万员
Z234 12元/平方米·越
Z234 100万元封顶
Z235 5亩3公顷
Z235 5亩（3公顷）
Z235 1亿2000万元
Z235 百分之五%
Z235 RMB 5m
Z235 人民币5亩
Z236 3～2亿元
Z236 2～2亿元
Z236 8000～1万元
Z237 10,000,000,00元
Z237 12,00元
Z237 1 200元
Z238 1e5元
Z238 .5元
Z238 5.元
Z238 05元
Z238 1.2.3元
Z238 5½亩
Z239 -5万元
Z239 -3～5万元
Z239 ±-10%
Z240 人民币5美元
Z240 5美元～8欧元
Z241 123456789012345678901元
Z242 3‰。
Z242 3%。
Z243 约30亿元左右
Z243 约30余家
Z243 30余万余元
Z244 2～3亿元以上
Z244 20余～30家
Z245 3亩～5公顷
Z245 10元/月～12元/年
Z246 一百五元
Z246 三五亿元
Z230 万元
Z246 万平方米
Z246 一万二元
Z247 RMB 2 to RMB 3 million
Z251 $20 million
Z252 2025年
Z252 2025～2030年
Z234 5月
Z234 25度
Z234 80分
"""


def lines(block: str) -> list[str]:
    return block.strip("\n").splitlines()


def code_of(text: str) -> str:
    with raises(Refusal) as caught:
        Quantity.parse(text)
    return caught.value.code


@mark.parametrize("line", lines(ACCEPTED))
def test_a_spelling_means_what_people_mean_by_it(line):
    text, low, high, unit, marker = line.rsplit(maxsplit=4)
    quantity = Quantity.parse(text)
    assert (str(quantity.low), str(quantity.high), str(quantity.unit), quantity.marker) == (
        low,
        high,
        unit,
        marker,
    )
    assert quantity.spelling == text


@mark.parametrize("line", lines(REFUSED))
def test_a_wrong_spelling_is_refused_with_its_reason(line):
    code, _, text = line.partition(" ")
    assert code_of(text) == code


@mark.parametrize("line", lines(REFUSED))
def test_every_refusal_fills_every_gap_of_its_message(line):
    with raises(Refusal) as caught:
        Quantity.parse(line.partition(" ")[2])
    assert catalogue()[caught.value.code].placeholders() == set(caught.value.arguments)


def test_a_text_of_any_length_is_refused_before_it_is_read():
    assert code_of("9" * 81) == "Z241"
    assert code_of("约" * 100_000) == "Z241"


def test_a_misspelt_unit_comes_with_the_nearest_one():
    with raises(Refusal) as caught:
        Quantity.parse("5个工做日")
    assert caught.value.arguments == {"text": "5个工做日", "unit": "个工做日", "near": "个工作日"}


def test_a_bound_says_whether_it_is_included():
    assert Quantity.parse("1000人以上").marker.inclusive
    assert not Quantity.parse("超过1000人").marker.inclusive
    assert Quantity.parse("1000人以下").marker.inclusive
    assert not Quantity.parse("不足1000人").marker.inclusive


def test_the_spelling_takes_no_part_in_equality():
    assert Quantity.parse("3亿元") == Quantity.parse("人民币 30000 万元")
    assert hash(Quantity.parse("3亿元")) == hash(Quantity.parse("300,000,000元"))
    assert Quantity.parse("3亿元") != Quantity.parse("3亿元以上")


def test_figures_are_exact_decimals():
    quantity = Quantity.parse("0.1亿元")
    assert quantity.low == Decimal(10_000_000)
    assert isinstance(quantity.low, Decimal)
    assert Quantity.parse("12345678901234567890亿元").low == Decimal("1234567890123456789000000000")
    assert quantity.marker is Marker.EXACT
