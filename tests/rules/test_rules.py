"""Each finding about the whole library, alone, at its place; a sound library gives none."""

from __future__ import annotations

import random
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import mini
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mini import Change

from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.domain.kinds import KINDS, Layout
from zhaoshang.domain.library import Library
from zhaoshang.rules.check import RULES, check


@dataclass(frozen=True)
class Fault:
    """What is changed in the small county, and where it is found: `code file:line:column`."""

    found: tuple[str, ...]
    changes: tuple[Change, ...]
    today: date = mini.TODAY


def fault(found: str, *changes: Change, today: date = mini.TODAY) -> Fault:
    return Fault(tuple(found.split("; ")), changes, today)


JUICE, CASTINGS = "projects/juice.yaml", "projects/castings.yaml"
EQUIPMENT, TRADE = "policies/equipment-2026.yaml", "policies/trade-2026.yaml"


def supersedes(path: str, old: str) -> Change:
    return mini.replace(path, "  review:\n", f"  supersedes: {old}\n  review:\n")


def third_policy(old: str) -> Change:
    """A later policy which replaces `old`."""

    def change(content: Path) -> None:
        text = (content / TRADE).read_text(encoding="utf-8")
        text = (
            text.replace("〔2026〕1号", "〔2026〕9号")
            .replace("外贸", "物流")
            .replace("for trade", "for freight")
        )
        text = text.replace("  review:\n", f"  supersedes: {old}\n  review:\n")
        (content / "policies" / "z-last.yaml").write_text(text, encoding="utf-8")

    return change


RENTS = "costs/rents.yaml"
UPPER = """  upper:
    name: {zh: 二层厂房, en: Upper floor}
    value: 9～11元/平方米·月
    tax: included
    basis: {zh: 租金公告, en: Rent notice}
    as_of: 2026-09-30
estimate:
"""
RENT = "  rent: {name: {zh: 租金, en: Rent}, items: [ground], paid: yearly, example: {ground: 1000平方米}}\n"
EACH = """  rent:
    name: {zh: 租金, en: Rent}
    items: [ground, upper]
    choose: each
    paid: yearly
    example: {ground: 1000平方米, upper: 10平方米}
"""
MORE = "  more: {name: {zh: 其他, en: More}, items: [ground], paid: yearly, on: rent}\n"


def estimated(lines: str, path: str = RENTS) -> Change:
    """The rents, with these lines for the cost estimator from line 18 on."""
    text = (mini.CONTENT / RENTS).read_text(encoding="utf-8") + UPPER + lines
    return mini.write(path, text)


GUIDE = """title: {zh: 指南, en: Guide}
subtitle: {zh: 项目, en: Projects}
number: 2026-1
date: 2026-11-01
languages: [zh, en]
chapters: [projects]
"""
ALONE = GUIDE.replace("[zh, en]", "[zh]")


EDITION = """fingerprint: 0123
released: 2026-03-01
guides:
  guide: {title: {zh: 指南, en: Guide}, format: a4, languages: [zh, en]}
entries:
  projects/juice: {title: {zh: 果汁, en: Juice}, amounts: {investment: 3亿元}}
"""


FAULTS = {
    "a reference to nothing": fault(
        "Z401 projects/juice.yaml:3:9", mini.replace(JUICE, "sector: food", "sector: foot")
    ),
    "a guide in a language the site does not have": fault(
        "Z860 guides/own.yaml:5:17", mini.write("guides/own.yaml", GUIDE.replace("[zh, en]", "[zh, ja]"))
    ),
    "a guide in parallel in one language": fault(
        "Z861 guides/own.yaml:7:11", mini.write("guides/own.yaml", f"{ALONE}parallel: true\n")
    ),
    "a guide in parallel in the same language twice": fault(
        "Z861 guides/own.yaml:7:11",
        mini.write("guides/own.yaml", GUIDE.replace("[zh, en]", "[zh, zh]") + "parallel: true\n"),
    ),
    "a guide in parallel on a sheet for one column": fault(
        "Z861 guides/own.yaml:7:11", mini.write("guides/own.yaml", f"{GUIDE}parallel: true\nformat: phone\n")
    ),
    "a reference in a list": fault(
        "Z401 projects/juice.yaml:21:12", mini.replace(JUICE, "[equipment-2026]", "[equipment-2025]")
    ),
    "a reference in the register of facts": fault(
        "Z401 facts.yaml:11:12", mini.replace("facts.yaml", "headline: [gdp]", "headline: [gdq]")
    ),
    "a link of a short text": fault(
        "Z402 faq.yaml:9:15",
        mini.replace("faq.yaml", "[东区一号地](plot:east-1)", "[东区一号地](plot:east-2)"),
    ),
    "a link of a long text": fault(
        "Z402 projects/juice.en.md:3:78",
        mini.replace("projects/juice.en.md", "project:castings", "project:casting"),
    ),
    "a fact in a short text": fault(
        "Z403 faq.yaml:10:15", mini.replace("faq.yaml", "product is {fact:gdp}", "product is {fact:gnp}")
    ),
    "a fact in a long text": fault(
        "Z403 pages/why.zh.md:1:7", mini.replace("pages/why.zh.md", "{fact:gdp}", "{fact:gnp}")
    ),
    "a picture that is not there": fault("Z404 parks/east.yaml:14:11", mini.remove("media/east.svg")),
    "a listed price that is not listed": fault(
        "Z401 plots/west-1.yaml:9:36",
        mini.replace("plots/west-1.yaml", "as_of:", "listed_price: {costs: rents, item: grond}\nas_of:"),
    ),
    "a listed price that is a share": fault(
        "Z231 plots/west-1.yaml:9:36",
        mini.replace("costs/rents.yaml", "12～14元/平方米·月", "8%"),
        mini.replace("plots/west-1.yaml", "as_of:", "listed_price: {costs: rents, item: ground}\nas_of:"),
    ),
    "a price beside a listed price": fault(
        "Z405 plots/west-1.yaml:10:8",
        mini.replace(
            "plots/west-1.yaml",
            "as_of:",
            "listed_price: {costs: rents, item: ground}\nprice: 12元/平方米·月\nas_of:",
        ),
    ),
    "an award beside an article there is not": fault(
        "Z406 policies/trade-2026.yaml:17:68",
        mini.replace(
            TRADE,
            "application:\n",
            "    awards: [{pay: 5万元, stacking: {rule: not_with, with: [purpose, purpos]}}]\napplication:\n",
        ),
    ),
    "an award on the sum of an article there is not": fault(
        "Z406 policies/trade-2026.yaml:17:27",
        mini.replace(TRADE, "application:\n", "    awards: [{of: {award: purpos}, pay: 5%}]\napplication:\n"),
    ),
    "an award that points to an article there is not": fault(
        "Z406 policies/trade-2026.yaml:17:37",
        mini.replace(
            TRADE, "application:\n", "    awards: [{pay: 5万元, refers_to: [purpos]}]\napplication:\n"
        ),
    ),
    "a ceiling together with an article there is not": fault(
        "Z406 policies/trade-2026.yaml:17:63",
        mini.replace(
            TRADE,
            "application:\n",
            "    awards: [{pay: 5万元, cap: {group: {amount: 9万元, together: [purpos]}}}]\napplication:\n",
        ),
    ),
    "terms about a document there is not": fault(
        "Z406 policies/trade-2026.yaml:13:47",
        mini.replace(
            TRADE, "articles:\n", "terms: {stacking: {rule: highest_only, with: [trade-2025]}}\narticles:\n"
        ),
    ),
    "a policy that does not say when to apply": fault(
        "Z430 policies/trade-2026.yaml:18:3",
        mini.replace(TRADE, "  window: {zh: 常年受理, en: All year}\n", ""),
    ),
    "a text without English": fault(
        "Z411 parks/west.yaml:1:8", mini.replace("parks/west.yaml", "{zh: 西园, en: West Park}", "{zh: 西园}")
    ),
    "a text in a language the site has not": fault(
        "Z412 parks/west.yaml:1:36",
        mini.replace("parks/west.yaml", "en: West Park}", "en: West Park, fr: Parc}"),
    ),
    "Chinese in English": fault(
        "Z413 parks/west.yaml:1:21", mini.replace("parks/west.yaml", "West Park", "West 西园 Park")
    ),
    "a long text in one language": fault("Z414 projects/juice.yaml:1:1", mini.remove("projects/juice.en.md")),
    "a case without its text": fault(
        "Z415 cases/ansui.yaml:1:1", mini.remove("cases/ansui.zh.md"), mini.remove("cases/ansui.en.md")
    ),
    "an update tomorrow": fault(
        "Z421 projects/juice.yaml:24:10", mini.replace(JUICE, "updated: 2026-11-03", "updated: 2026-11-21")
    ),
    "an offer that has lapsed": fault(
        "Z422 projects/juice.yaml:23:14", mini.replace(JUICE, "2027-06-30", "2026-11-19")
    ),
    "a plot not confirmed for 91 days": fault(
        "Z423 plots/east-1.yaml:10:8", mini.replace("plots/east-1.yaml", "2026-11-01", "2026-08-21")
    ),
    "a validity upside down": fault(
        "Z424 policies/trade-2026.yaml:7:40; Z427 policies/trade-2026.yaml:7:40",
        mini.replace(TRADE, "until: 2028-12-31", "until: 2026-03-31"),
    ),
    "a trial without an end": fault(
        "Z425 policies/trade-2026.yaml:7:13",
        mini.replace(
            TRADE,
            "validity: {since: 2026-04-01, until: 2028-12-31}",
            "validity: {since: 2026-04-01}\n  trial: true",
        ),
    ),
    "a policy without review": fault(
        "Z426 policies/trade-2026.yaml:4:3",
        mini.replace(
            TRADE,
            "  review:\n    date: 2026-02-01\n    by: {zh: 起草单位, en: The drafting body}\n"
            "    conclusion: {zh: 可以出台。, en: It may be issued.}\n",
            "",
        ),
    ),
    "a policy that expired yesterday": fault(
        "Z427 policies/trade-2026.yaml:7:40", mini.replace(TRADE, "2028-12-31", "2026-11-19")
    ),
    "a policy that expires today": fault(
        "Z428 policies/trade-2026.yaml:7:40", mini.replace(TRADE, "2028-12-31", "2026-11-20")
    ),
    "a policy with 59 days left": fault(
        "Z428 policies/trade-2026.yaml:7:40", mini.replace(TRADE, "2028-12-31", "2027-01-18")
    ),
    "a review after the issue": fault(
        "Z429 policies/trade-2026.yaml:9:11", mini.replace(TRADE, "date: 2026-02-01", "date: 2026-03-02")
    ),
    "a prohibited word": fault(
        "Z431 projects/juice.yaml:9:7", mini.replace(JUICE, "建设榨汁", "土法炼焦，建设榨汁")
    ),
    "a prohibited word in other case": fault(
        "Z431 projects/juice.yaml:10:7", mini.replace(JUICE, "Workshops for", "Native COKING and")
    ),
    "a prohibited class": fault(
        "Z431 projects/juice.yaml:5:7",
        mini.replace(JUICE, "stage: promoting", 'code: "2511"\nstage: promoting'),
    ),
    "a restricted word": fault(
        "Z432 projects/juice.yaml:2:15", mini.replace(JUICE, "建一条果汁线", "建一座数据中心")
    ),
    "too little investment on much land": fault(
        "Z433 projects/juice.yaml:11:13", mini.replace("parks/east.yaml", "200万元/亩", "301万元/亩")
    ),
    "the same of a project already placed": fault(
        "Z434 projects/juice.yaml:11:13",
        mini.replace("parks/east.yaml", "200万元/亩", "301万元/亩"),
        mini.replace(JUICE, "stage: promoting", "stage: building"),
    ),
    "a plot of another park": fault(
        "Z435 projects/castings.yaml:6:7",
        mini.replace(CASTINGS, "park: west", "park: east"),
        mini.replace("parks/east.yaml", "200万元/亩", "100万元/亩"),
    ),
    "more land than the plot has": fault(
        "Z436 projects/castings.yaml:12:7", mini.replace(CASTINGS, "land: 40亩", "land: 61亩")
    ),
    "a project without a place": fault(
        "Z437 projects/castings.yaml:1:1", mini.replace(CASTINGS, "park: west\nplot: west-1\n", "")
    ),
    "phases beyond the whole": fault(
        "Z438 projects/juice.yaml:15:3", mini.replace(JUICE, "investment: 2亿元", "investment: 2.1亿元")
    ),
    "a link with a project of another industry": fault(
        "Z439 industries/food.yaml:11:78",
        mini.replace("industries/food.yaml", "aim: supplement", "aim: supplement, projects: [castings]"),
    ),
    "a title used twice": fault(
        "Z441 plots/west-1.yaml:1:13", mini.replace("plots/west-1.yaml", "西区一号地", "东区一号地")
    ),
    "a number used twice": fault(
        "Z442 policies/trade-2026.yaml:4:11", mini.replace(TRADE, "小商规", "小工规")
    ),
    "a predecessor that does not exist": fault(
        "Z443 policies/trade-2026.yaml:8:15", supersedes(TRADE, "trade-2020")
    ),
    "a document that replaces itself": fault(
        "Z444 policies/trade-2026.yaml:8:15", supersedes(TRADE, "trade-2026")
    ),
    "two that replace each other": fault(
        "Z444 policies/equipment-2026.yaml:8:15; Z444 policies/trade-2026.yaml:8:15",
        supersedes(EQUIPMENT, "trade-2026"),
        supersedes(TRADE, "equipment-2026"),
    ),
    "a document replaced twice": fault(
        "Z445 policies/z-last.yaml:8:15", third_policy("equipment-2026"), supersedes(TRADE, "equipment-2026")
    ),
    "a released edition edited by hand": fault(
        "Z446 editions/2026-1.yaml:1:14", mini.write("editions/2026-1.yaml", EDITION)
    ),
    "an estimate of a cost there is not": fault(
        "Z460 costs/rents.yaml:18:43", estimated(RENT.replace("items: [ground]", "items: [grond]"))
    ),
    "an estimate on a line there is not": fault("Z460 costs/rents.yaml:18:71", estimated(MORE)),
    "an estimate with an example that is not exact": fault(
        "Z461 costs/rents.yaml:18:76", estimated(RENT.replace("1000平方米", "约1000平方米"))
    ),
    "an estimate without an example": fault(
        "Z461 costs/rents.yaml:18:9", estimated(RENT.replace(", example: {ground: 1000平方米}", ""))
    ),
    "an estimate in another unit": fault(
        "Z462 costs/rents.yaml:18:76", estimated(RENT.replace("1000平方米", "1000吨"))
    ),
    "an estimate that pays a monthly price once": fault(
        "Z462 costs/rents.yaml:18:43", estimated(RENT.replace("yearly", "once"))
    ),
    "an estimate on a line of two figures": fault("Z463 costs/rents.yaml:24:71", estimated(EACH + MORE)),
    "an estimate that says one line twice": fault(
        "Z464 costs/rents.yaml:18:16",
        estimated(RENT),
        estimated(RENT, "costs/again.yaml"),
        mini.replace("costs/again.yaml", "{zh: 租金, en: Rents}", "{zh: 其他租金, en: Other rents}"),
    ),
    "a promise of returns": fault(
        "Z501 projects/juice.yaml:2:15", mini.replace(JUICE, "建一条果汁线", "稳赚不赔")
    ),
}
"""The least that is wrong, and all that is said about it."""


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_at_its_place_and_nothing_else_is(name: str, tmp_path: Path) -> None:
    case = FAULTS[name]
    found = check(mini.make_library(tmp_path, *case.changes), today=case.today)
    places = tuple(f"{item.code} {str(item.span).removeprefix('content/')}" for item in found)
    assert places == case.found


def test_a_sound_library_gives_no_findings(tmp_path: Path) -> None:
    assert not check(mini.make_library(tmp_path), today=mini.TODAY)


def test_every_code_about_the_library_has_its_case() -> None:
    cased = {found.split()[0] for case in FAULTS.values() for found in case.found}
    assert {code for code in catalogue() if code.startswith("Z4")} <= cased


NEARLY = {
    "a guide in parallel in two languages": (mini.write("guides/own.yaml", f"{GUIDE}parallel: true\n"),),
    "the last day of an offer": (mini.replace(JUICE, "2027-06-30", "2026-11-20"),),
    "a plot confirmed 90 days ago": (mini.replace("plots/east-1.yaml", "2026-11-01", "2026-08-22"),),
    "an update today": (mini.replace(JUICE, "updated: 2026-11-03", "updated: 2026-11-20"),),
    "a policy with 60 days left": (mini.replace(TRADE, "2028-12-31", "2027-01-19"),),
    "a review on the day of issue": (mini.replace(TRADE, "date: 2026-02-01", "date: 2026-03-01"),),
    "investment right at the threshold": (mini.replace("parks/east.yaml", "200万元/亩", "300万元/亩"),),
    "land as large as the plot": (mini.replace(CASTINGS, "land: 40亩", "land: 60亩"),),
    "phases of which one is not stated": (mini.replace(JUICE, "    investment: 1亿元\n", ""),),
    "a withdrawn project below the threshold": (
        mini.replace("parks/east.yaml", "200万元/亩", "301万元/亩"),
        mini.replace(JUICE, "stage: promoting", "stage: withdrawn"),
    ),
    "a document replaced once": (supersedes(TRADE, "equipment-2026"),),
    "a short text that names no record": (
        mini.replace("faq.yaml", "plot:east-1); the", "https://example.com/); the"),
    ),
}
"""What lies right beside a fault and is none."""


@pytest.mark.parametrize("name", NEARLY)
def test_what_is_just_right_is_not_remarked_on(name: str, tmp_path: Path) -> None:
    assert not check(mini.make_library(tmp_path, *NEARLY[name]), today=mini.TODAY)


def test_a_near_id_is_proposed_and_the_other_owner_shown(tmp_path: Path) -> None:
    changes = (FAULTS["a reference to nothing"].changes, FAULTS["a title used twice"].changes)
    near, twice = check(mini.make_library(tmp_path, *changes[0], *changes[1]), today=mini.TODAY)
    assert near.arguments["near"] == "food"
    assert [str(place) for place in twice.also] == ["content/plots/east-1.yaml:1:13"]


def test_a_page_published_in_one_language_owes_no_other(tmp_path: Path) -> None:
    news = "news/2026-11-01-roundtable"
    library = mini.make_library(
        tmp_path,
        mini.replace(
            f"{news}.yaml", "title: {zh: 座谈会, en: Round table}", "title: {zh: 座谈会}\nlanguages: [zh]"
        ),
        mini.replace(f"{news}.yaml", "{zh: 秋季座谈会。, en: Autumn round table.}", "{zh: 秋季座谈会。}"),
        mini.replace(f"{news}.yaml", "{zh: 招商局, en: Bureau}", "{zh: 招商局}"),
        mini.remove(f"{news}.en.md"),
    )
    assert not check(library, today=mini.TODAY)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return mini.make_library(tmp_path_factory.mktemp("sound"))


def thinned(library: Library, seed: int) -> Library:
    """The library with records of some folders missing, so that references dangle everywhere."""
    chance = random.Random(seed)
    folders = {field.name for field in fields(Library)} & {
        name for name, kind in KINDS.items() if kind.layout is Layout.FOLDER
    }
    kept: dict[str, Any] = {
        name: {id_: record for id_, record in getattr(library, name).items() if chance.random() < 0.6}
        for name in sorted(folders)
    }
    prose = {place: text for place, text in library.prose.items() if chance.random() < 0.6}
    return replace(library, **kept, prose=prose, media={})


@settings(max_examples=40, derandomize=True, deadline=None)
@given(seed=st.integers(0, 10**6), days=st.integers(-9000, 9000))
def test_no_rule_ever_raises_whatever_is_missing_and_whatever_the_day(
    sound: Library, seed: int, days: int
) -> None:
    library, today = thinned(sound, seed), mini.TODAY + timedelta(days=days)
    for rule in RULES:
        for found in rule(library, today):
            assert found.code in catalogue()
