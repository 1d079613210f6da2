"""The compliance packs: what betrays a breach, what does not, and what a waiver lifts."""

from __future__ import annotations

import re
from pathlib import Path

import mini
import pytest

from zhaoshang.rules.compliance import Breach, betrayals, breaches
from zhaoshang.rules.pack import PackRule, packs

RULES: dict[str, PackRule] = {rule.name: rule for pack in packs() for rule in pack.rules}

BREACHES = [
    ("TAX", "企业自投产之日起三年内，按其缴纳税收地方留成部分的50%给予奖励。"),
    ("TAX", "对地方财政贡献突出的企业给予奖励。"),
    ("TAX", "增值税先征后返。"),
    ("TAX", "A tax refund is paid in the second year."),
    ("TAX", "A reward equal to half of the local tax paid in the first three years."),
    ("MOVE", "享受政策的企业十年内不得迁出本县。"),
    ("MOVE", "企业承诺10年内不迁离，否则退还补助。"),
    ("MOVE", "The firm must not relocate within ten years."),
    ("LOCAL", "申请企业须在本县注册独立法人。"),
    ("LOCAL", "在本县注册的企业方可申报。"),
    ("LOCAL", "The applicant must be registered in the county."),
    ("LIST", "列入重点企业名单的方可享受。"),
    ("LIST", "由县政府研究确定的企业给予奖励。"),
    ("LIST", "Support goes to companies chosen by the government."),
    ("LAND", "土地出让金全额返还。"),
    ("LAND", "对用地企业给予奖补土地价款。"),
    ("LAND", "We refund half of the land price."),
    ("BUYLOCAL", "政府项目优先采购本地产品。"),
    ("BUYLOCAL", "Contractors must buy from local suppliers."),
    ("SUPERLATIVE", "这里是最佳的投资目的地。"),
    ("SUPERLATIVE", "国家级服务水平。"),
    ("SUPERLATIVE", "The county is the best place to invest."),
    ("SUPERLATIVE", "A world-class port."),
    ("RISK", "项目投资回报率约18%，回收期5年。"),
    ("RISK", "年利润可达2000万元。"),
    ("RISK", "The payback period is 5 years."),
    ("RISK", "The internal rate of return is about 15%."),
    ("SOURCE", "产品市场占有率30%。"),
    ("SOURCE", "工业产值同比增长12.5%。"),
    ("SOURCE", "港口吞吐量位居全省第三。"),
    ("SOURCE", "Output grew by 12.5%."),
    ("SOURCE", "The port ranks third in the province."),
    ("SOURCE", "It has a market share of 30 per cent."),
    ("MAP", "澜川县行政区划图"),
    ("MAP", "园区地图"),
    ("MAP", "Map of the county"),
    ("MAP", "county-map-2026.jpg"),
    ("TERRITORY", "客商来自台湾等国家。"),
    ("TERRITORY", "中台两国经贸往来。"),
    ("TERRITORY", "Investors from countries such as Japan and Taiwan."),
    ("TERRITORY", "Sold to Taiwan and other countries."),
    ("EMPTY", "本栏目正在建设中。"),
    ("EMPTY", "更多内容敬请期待"),
    ("EMPTY", "This page is under construction."),
    ("EMPTY", "Details coming soon."),
    ("NAME", "联系人：王小明"),
    ("NAME", "Contact: Mr Wang Xiaoming, ext. 12"),
    ("HOME", "家庭住址：滨河路1号"),
    ("HOME", "Home address: 1 Binhe Road"),
    ("MU", "A site of 50 mu is available."),
    ("MU", "At least 1,000 mu of land."),
    ("UNITS", "The plant covers 3 acres."),
    ("UNITS", "The port is 5 miles away."),
    ("UNITS", "亩产900斤。"),
    ("BRACKETS", "见澜府规〔2026〕第12号。"),
    ("BRACKETS", "见澜府规〔2026〕03号。"),
    ("BRACKETS", "see 澜府规[2026]12号"),
    ("IDENTITY", "开户账号 6222 0212 3456 7890 123"),
    ("IDENTITY", "Passport number: E12345678"),
    ("MOBILE", "Call +86 138 1234 5678."),
    ("RETURNS", "项目稳赚不赔。"),
    ("RETURNS", "Investors enjoy guaranteed returns."),
    ("MOBILE", "联系人电话 13812345678。"),
    ("MOBILE", "Call 138 1234 5678."),
    ("IDENTITY", "身份证号 110101199003071234。"),
    ("BRACKETS", "见澜府发[2026]12号。"),
    ("BRACKETS", "见澜府发（2026）第12号。"),
    ("UNITS", "厂房面积 3000 平米。"),
]

HARMLESS = [
    ("RISK", "投资回报率约18%为测算数，存在市场风险，不构成承诺。"),
    ("RISK", "The payback is estimated at 5 years; markets carry risks."),
    ("RISK", "项目总投资3亿元，年产值5亿元。"),
    ("SOURCE", "据县统计局公布的数据，工业产值同比增长12.5%。"),
    ("SOURCE", "工业产值同比增长{fact:growth}。"),
    ("SOURCE", "Output grew by 12.5% (source: county statistics bureau, 2025)."),
    ("MAP", "三维地图绘制设备"),
    ("MAP", "A mapping drone"),
    ("MAP", "Terminal at dusk"),
    ("TERRITORY", "产品销往三十多个国家和地区，包括中国台湾。"),
    ("TERRITORY", "Countries and regions such as Japan and Taiwan, China."),
    ("TERRITORY", "台湾企业和香港企业都可以申报。"),
    ("EMPTY", "二期项目建设中，2027年投产。"),
    ("EMPTY", "The second plant is under construction."),
    ("NAME", "联系人：何女士"),
    ("NAME", "经办人：县招商局"),
    ("NAME", "Contact: Ms Zhou"),
    ("HOME", "办公地址：滨河路66号"),
    ("HOME", "Home appliances are made here."),
    ("MU", "A site of 3.33 ha (50 mu)."),
    ("MU", "50 mu (3.33 ha) are free."),
    ("MU", "15 mu make a hectare."),
    ("UNITS", "40英尺集装箱每箱运费"),
    ("UNITS", "The road is 5 km (3.1 miles) long."),
    ("UNITS", "A 40 ft container."),
    ("UNITS", "每包5公斤。"),
    ("BRACKETS", "see 澜府规〔2026〕3号"),
    ("IDENTITY", "网站标识码 5002290001"),
    ("MOBILE", "热线 0000-5550 107"),
    ("LAND", "The price of the land is set by auction."),
    ("TAX", "本县不实行税收返还。"),
    ("TAX", "支持标准不与税收或地方财政贡献挂钩。"),
    ("TAX", "有没有税收返还？"),
    ("TAX", "National rules forbid tax refunds."),
    ("TAX", "Are there tax refunds?"),
    ("MOVE", "企业可以自主决定迁入迁出。"),
    ("LOCAL", "不以在本县注册为申报条件。"),
    ("LAND", "本县不返还土地价款。"),
    ("LAND", "The county neither refunds nor remits the land price."),
    ("BUYLOCAL", "不要求使用本地货源。"),
    ("SUPERLATIVE", "国家级绿色工厂"),
    ("SUPERLATIVE", "最小地块30亩，最高不超过24米。"),
    ("SUPERLATIVE", "第一条 为支持投资，制定本办法。"),
    ("RETURNS", "以上为测算数，不保证收益。"),
    ("MOBILE", "统一社会信用代码 91500138123456789X"),
    ("BRACKETS", "见澜府发〔2026〕12号。"),
    ("UNITS", "厂房面积3000平方米，体积5000立方米。"),
]


@pytest.mark.parametrize(("rule", "text"), BREACHES)
def test_a_breach_is_found(rule: str, text: str) -> None:
    assert list(betrayals(RULES[rule], text))


@pytest.mark.parametrize(("rule", "text"), HARMLESS)
def test_a_denial_a_question_or_an_official_title_is_no_breach(rule: str, text: str) -> None:
    assert list(betrayals(RULES[rule], text)) == []


def test_every_rule_has_a_breach_and_words_in_both_languages() -> None:
    assert {name for name, _ in BREACHES} == {name for name, rule in RULES.items() if rule.patterns}
    assert {name for name, rule in RULES.items() if not rule.patterns} == {"FOOTER", "REPORT"}
    for rule in RULES.values():
        assert {*rule.article.languages} == {*rule.remedy.languages} == {"zh", "en"}


def found(tmp_path: Path, *changes: mini.Change) -> list[Breach]:
    return list(breaches(mini.make_library(tmp_path, *changes), today=mini.TODAY))


def test_the_small_county_breaks_no_rule(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize("profile", ["gov-portal-column", "gov-site"])
@pytest.mark.parametrize("field", ["address", "site_code", "icp", "police", "error_report", "party_mark"])
def test_a_governmental_site_names_all_it_must(tmp_path: Path, profile: str, field: str) -> None:
    def without(content: Path) -> None:
        path = content / "site.yaml"
        lines = path.read_text("utf-8").replace("gov-portal-column", profile).splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(f"  {field}:")]
        assert len(kept) == len(lines) - 1
        path.write_text("".join(kept), encoding="utf-8")

    (breach,) = found(tmp_path, without)
    assert breach.words.endswith(f"/ {field}")
    assert breach.rule.name in {"FOOTER", "REPORT"}
    assert breach.span is not None
    assert breach.span.path.endswith("site.yaml")


def test_a_company_site_needs_none_of_it(tmp_path: Path) -> None:
    def company(content: Path) -> None:
        path = content / "site.yaml"
        text = path.read_text("utf-8").replace("gov-portal-column", "company-site")
        path.write_text(
            re.sub(r"^  (?:icp|police|site_code|error_report|party_mark): .*\n", "", text, flags=re.M),
            "utf-8",
        )

    assert found(tmp_path, company) == []


PICTURED = "projects/juice.yaml"
MAP = "images:\n  - {{file: {file}, alt: {{zh: {zh}, en: {en}}}{more}}}\n"


def pictured(lines: str) -> mini.Change:
    return mini.replace(PICTURED, "contact: ", f"{lines}contact: ")


@pytest.mark.parametrize(
    ("file", "zh", "en"),
    [
        ("a.jpg", "县域地图", "Terminal"),
        ("a.jpg", "码头", "A map of the port"),
        ("county-map.png", "码头", "Terminal"),
    ],
)
def test_a_picture_of_a_map_bears_the_number_of_its_approval(
    tmp_path: Path, file: str, zh: str, en: str
) -> None:
    bare = MAP.format(file=file, zh=zh, en=en, more="")
    (breach,) = found(tmp_path / "1", pictured(bare))
    assert breach.rule.name == "MAP"
    assert breach.words.startswith(file)
    approved = MAP.format(file=file, zh=zh, en=en, more=", map_approval: 渝S（2026）012号")
    assert found(tmp_path / "2", pictured(approved)) == []


def test_words_about_maps_in_a_text_are_no_map(tmp_path: Path) -> None:
    said = mini.replace(PICTURED, "summary: {zh: ", "summary: {zh: 地图上可以找到：")
    assert found(tmp_path, said) == []


def test_a_rule_for_english_leaves_chinese_alone(tmp_path: Path) -> None:
    assert RULES["MU"].languages == ("en",)
    chinese = mini.replace(PICTURED, "summary: {zh: ", "summary: {zh: 占地50 mu，")
    assert found(tmp_path, chinese) == []


@pytest.mark.parametrize(
    ("measure", "rule"), [("land-price", "LAND"), ("local-tax", "TAX"), ("local-contribution", "TAX")]
)
def test_a_forbidden_base_is_known_from_its_type_alone(tmp_path: Path, measure: str, rule: str) -> None:
    award = f"    awards: [{{of: {measure}, pay: 5%}}]\n"
    changed = mini.replace("policies/equipment-2026.yaml", "application:\n", f"{award}application:\n")
    assert {breach.rule.name for breach in found(tmp_path, changed)} == {rule}
