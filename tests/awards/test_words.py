"""Sentences, tables, examples and traces, made from the same data."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from javascript import SCRIPT, run_javascript

from zhaoshang.awards import (
    Award,
    Program,
    Terms,
    compile_award,
    describe,
    describe_terms,
    evaluate,
    examples,
    inputs,
    say_trace,
    table,
)
from zhaoshang.values import Text

TERMS = Terms.model_validate(
    {"bounds": {"above": "inclusive", "below": "exclusive"}, "exchange_day": "arrival"}
)
BANDED = """
of: fixed-investment
mode: whole
tiers:
  - {from: 5000万元, to: 1亿元, pay: 3%, cap: {project: 200万元}}
  - {from: 1亿元, pay: 5%}
"""


def award(text: str) -> Award:
    return Award.model_validate(yaml.load(text, Loader=yaml.BaseLoader))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_sentence_names_the_base_once() -> None:
    words = plain(describe(award(BANDED), TERMS, "en"))
    assert words.count("fixed-asset investment") == 1
    assert (
        "at least RMB 50 million but less than RMB 100 million: 3%, capped at RMB 2 million per project"
        in words
    )


def test_a_sentence_in_chinese_reads_as_a_clause() -> None:
    assert describe(award("{of: research, pay: 20%, cap: {firm: 200万元}}"), TERMS, "zh") == (
        "按年研发费用的20%给予。单个企业最高200万元。"
    )


def test_a_figure_of_a_clause_is_never_only_a_rounded_conversion() -> None:
    words = plain(describe(award("{pay: 30万元, when: {land-area: {to: 50亩}}}"), TERMS, "en"))
    assert "less than 3.33 ha (50 mu)" in words


def test_what_only_people_can_judge_stands_in_the_sentence_and_the_table() -> None:
    judged = award(
        "{of: rent, tiers: [{from: 5万元, pay: 1万元, conditions: [{zh: 信用良好, en: good credit}]}]}"
    )
    assert plain(describe(judged, TERMS, "en")) == (
        "By annual rent, RMB 50,000 or more: RMB 10,000 (condition: good credit)."
    )
    shown = table(judged, TERMS, "en")
    assert shown is not None
    assert shown.columns[-1] == "condition"
    assert shown.rows[0][-1] == "good credit"


def test_an_article_is_called_by_its_label() -> None:
    labels = {"article-3": Text.of(zh="第三条", en="Article 3")}
    words = describe(award("{of: {award: article-3}, pay: 20%}"), TERMS, "en", articles=labels)
    assert words == "20% of the sum due under “Article 3”."


def test_a_variant_of_a_language_uses_its_words() -> None:
    assert describe(award("{pay: unstated}"), TERMS, "zh-Hant") == "文件未载明金额。"


def test_the_terms_of_a_document_are_said() -> None:
    terms = Terms.model_validate(
        {
            "bounds": {"above": "inclusive"},
            "stacking": "highest_only",
            "window": {"within": "90天", "after": "production-start"},
            "cap": {"firm": "500万元"},
            "exclusions": [{"zh": "失信企业", "en": "dishonest enterprises"}],
        }
    )
    said = [plain(sentence) for sentence in describe_terms(terms, "en")]
    assert said == [
        "“and above” (以上) includes the figure itself.",
        "Where several awards cover the same matter, only the highest is paid.",
        "Applications: within 90 days of start of production.",
        "Capped at RMB 5 million per enterprise.",
        "Not available to: dishonest enterprises.",
    ]


def test_a_table_has_a_row_for_each_band_and_no_empty_column() -> None:
    shown = table(award(BANDED), TERMS, "zh")
    assert shown is not None
    assert shown.columns == ("固定资产投资额", "标准", "上限")
    assert shown.rows == (
        ("5000万元（含）至1亿元（不含）", "按3%给予", "单个项目最高200万元"),
        ("1亿元（含）以上", "按5%给予", ""),
    )
    assert shown.note == "以达到的档次适用于全额"


def test_a_formula_that_all_rows_share_is_said_once() -> None:
    shared = award(
        "{by: platform, of: {product: [talents, lease-months]}, ranks: {national: 3000元/人·月, city: 800元/人·月}}"
    )
    shown = table(shared, TERMS, "en")
    assert shown is not None
    assert [plain(row[1]) for row in shown.rows] == [
        "RMB 3,000 per person per month",
        "RMB 800 per person per month",
    ]
    assert shown.note == "in each case on qualified people recruited × months leased in the year"
    assert describe(shared, TERMS, "zh").count("引进人才数×当年租用月数") == 1
    halved = award("{of: {product: [rent, loan-rate]}, phases: [{years: 1, pay: 50%}, {years: 1, pay: 20%}]}")
    assert describe(halved, TERMS, "en").count("annual rent") == 1


def test_an_award_without_bands_has_no_table() -> None:
    assert table(award("{pay: 5万元}"), TERMS, "en") is None


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("{by: platform, ranks: {national: 5万元, city: 1万元}}", "level of the innovation platform"),
        ("{components: [{pay: 5万元}, {pay: 1万元, when: listed}]}", "item"),
        ("{of: rent, phases: [{years: 2, pay: 100%}, {years: 1, pay: 50%}]}", "years"),
    ],
)
def test_ranks_parts_and_phases_have_tables_too(text: str, column: str) -> None:
    shown = table(award(text), TERMS, "en")
    assert shown is not None
    assert shown.columns[0] == column
    assert len(shown.rows) == 2


def test_examples_stand_at_the_bounds_and_beyond_the_last() -> None:
    shown = [(plain(e.given["en"]), plain(e.result["en"])) for e in examples(award(BANDED), TERMS)]
    assert shown == [
        ("fixed-asset investment: RMB 50 million", "RMB 1.5 million"),
        ("fixed-asset investment: RMB 100 million", "RMB 5 million"),
        ("fixed-asset investment: RMB 150 million", "RMB 7.5 million"),
    ]


def test_an_example_names_every_input() -> None:
    (shown,) = examples(
        award("{of: rent, pay: 50%, years: 3, cap: {firm: {amount: 5万元, span: total}}}"), TERMS
    )
    assert plain(shown.given["en"]) == (
        "annual rent: RMB 200,000 each year, no sums this enterprise has already received under this clause"
    )
    assert plain(shown.result["en"]) == "RMB 50,000"


def test_where_nothing_is_asked_there_is_no_example() -> None:
    assert examples(award("{pay: 5万元}"), TERMS) == ()


def test_inputs_are_asked_in_the_order_in_which_they_are_needed() -> None:
    asked = inputs(award("{of: foreign-capital, pay: 3‰, when: high-tech}"), TERMS)
    assert [given.id for given in asked] == ["foreign-capital", "rate-usd-arrival", "high-tech"]


def test_what_is_about_one_award_alone_is_marked() -> None:
    asked = inputs(
        award("{of: rent, pay: 50%, years: {up_to: 2}, cap: {firm: {amount: 5万元, span: total}}}"), TERMS
    )
    assert {given.id for given in asked if given.own} == {"years", "received-firm-total"}


def test_a_trace_says_what_each_step_came_to() -> None:
    program = compile_award(award(BANDED), TERMS)
    answer = evaluate(program, {"fixed-investment": "9000万元"})
    assert [plain(line) for line in say_trace(program, answer, "en")] == [
        "base: fixed-asset investment: RMB 90 million",
        "3% of fixed-asset investment: RMB 2.7 million",
        "capped at RMB 2 million per project: RMB 2 million",
        "band reached: at least RMB 50 million but less than RMB 100 million: RMB 2 million",
    ]
    places = [program.note(step.note).place for step in answer.trace]
    assert places == ["tiers.0.of", "tiers.0.pay", "tiers.0.cap.project", "tiers.0"]


def test_the_browser_shows_the_same_steps(request: pytest.FixtureRequest) -> None:
    program = compile_award(award(BANDED), TERMS)
    work = {
        "programs": [{"program": program.data, "inputs": [{"fixed-investment": "9000000050"}]}],
        "entries": [],
    }
    ((steps,),) = run_javascript(work, request)["traces"]
    assert [step["low"] for step in steps] == ["90,000,000.50", "2,700,000.02", "2,000,000", "2,000,000"]
    assert steps[0]["text"]["en"] == "base: fixed-asset investment"


def test_the_browser_shows_sums_and_messages(request: pytest.FixtureRequest) -> None:
    problem = {"code": "Z668", "arguments": {"typed": "5亩", "units": "元"}}
    work: dict[str, Any] = {
        "programs": [],
        "entries": [],
        "sums": ["0", "5", "100", "123456789", "100000000000"],
        "messages": [{"problem": problem, "words": {"Z668": "“{typed}”: {units}?"}}],
    }
    found = run_javascript(work, request)
    assert found["sums"] == ["0", "0.05", "1", "1,234,567.89", "1,000,000,000"]
    assert found["messages"] == ["“5亩”: 元?"]


def test_the_browser_module_loads_nothing_and_evaluates_no_text() -> None:
    source = SCRIPT.read_text("utf-8")
    code = "\n".join(
        line for line in source.splitlines() if not line.lstrip().startswith(("/*", "//", "*", "`zhaoshang"))
    )
    for word in (
        "import ",
        "require(",
        "fetch(",
        "XMLHttpRequest",
        "eval(",
        "new Function",
        "innerHTML",
        "parseFloat",
    ):
        assert word not in code


def test_a_program_says_how_it_stands_beside_others() -> None:
    program: Program = compile_award(
        award("{pay: 5万元, stacking: {rule: not_with, with: [article-5]}}"), TERMS
    )
    assert program.data["stacking"] == {"rule": "not_with", "with": ["article-5"]}
