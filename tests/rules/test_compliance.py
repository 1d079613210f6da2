"""The compliance packs: what betrays a breach, what does not, and what a waiver lifts."""

from __future__ import annotations

import pytest

from zhaoshang.rules.compliance import betrayals
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
    assert {name for name, _ in BREACHES} == set(RULES)
    for rule in RULES.values():
        assert {*rule.article.languages} == {*rule.remedy.languages} == {"zh", "en"}
