"""Which projects and plots a policy reaches, from its own scope or from what its sums ask for."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reach import Reach, investment_reach, land_reach
from zhaoshang.domain.relations import is_about
from zhaoshang.domain.sites import Plot

WORDS = {"zh": "某", "en": "some"}
BANDS = {
    "of": "equipment-investment",
    "tiers": [{"from": "1000万元", "to": "5000万元", "pay": "5%"}, {"from": "5000万元", "pay": "8%"}],
}
TESTED = {"pay": "5万元", "when": {"fixed-investment": {"from": "3000万元"}}}
SERVICE = {"pay": {"in_kind": WORDS}}


def policy(*awards: dict[str, Any], **keys: Any) -> Policy:
    return Policy.model_validate(
        {
            "id": "p",
            "title": WORDS,
            "summary": WORDS,
            "document": {
                "number": "川府规〔2026〕1号",
                "issuer": WORDS,
                "issued": "2025-12-01",
                "validity": {"since": "2026-01-01"},
            },
            "benefits": [],
            "articles": {"a": {"label": WORDS, "text": WORDS, "awards": list(awards)}},
            "application": {"office": WORDS, "window": WORDS},
            **keys,
        }
    )


@pytest.mark.parametrize(
    ("awards", "low"),
    [
        ((), None),
        ((BANDS,), 10_000_000),
        ((TESTED,), 30_000_000),
        ((BANDS | {"when": {"fixed-investment": {"from": "3000万元"}}},), 30_000_000),
        ((BANDS, TESTED), 10_000_000),
        ((BANDS, SERVICE), 10_000_000),
        ((BANDS, {"pay": "1万元"}), None),
        (({"of": "rent", "pay": "5%", "when": {"revenue": {"from": "1亿元"}}},), None),
        (({"pay": "1万元", "when": {"any": [{"fixed-investment": {"from": "1亿元"}}, "listed"]}},), None),
        (({"of": "foreign-capital", "tiers": [{"from": "100万美元", "pay": "1万元"}]},), None),
        (
            (
                {
                    "of": "fixed-investment",
                    "tiers": [{"to": "1亿元", "pay": "1万元"}, {"from": "1亿元", "pay": "2万元"}],
                },
            ),
            None,
        ),
    ],
)
def test_the_least_investment_is_what_every_sum_asks_for(
    awards: tuple[dict[str, Any], ...], low: int | None
) -> None:
    assert investment_reach(policy(*awards)) == Reach(None if low is None else Fraction(low))


def test_what_a_document_says_for_all_goes_before_what_its_sums_ask_for() -> None:
    said = policy(BANDS, scope={"investment": "2000万元～1亿元", "land": "20亩以上"})
    assert investment_reach(said) == Reach(Fraction(20_000_000), Fraction(100_000_000))
    assert land_reach(said).low == Fraction(40000, 3)
    assert land_reach(policy()) == Reach()
    assert land_reach(policy(scope={"tenants": "true"})).nothing
    assert land_reach(policy({"pay": "5万元", "when": {"land-area": {"from": "30亩"}}})).low == 20_000


def test_a_sum_in_a_foreign_currency_is_no_bound_in_yuan() -> None:
    assert investment_reach(policy(scope={"investment": "1000万美元以上"})) == Reach()


@pytest.mark.parametrize(
    ("reach", "band", "met"),
    [
        (Reach(Fraction(10)), (None, Fraction(10)), False),
        (Reach(Fraction(10)), (None, Fraction(11)), True),
        (Reach(Fraction(10)), (Fraction(10), None), True),
        (Reach(None, Fraction(10)), (Fraction(10), None), True),
        (Reach(None, Fraction(10)), (Fraction(11), None), False),
        (Reach(), (None, None), True),
        (Reach(nothing=True), (None, None), False),
    ],
)
def test_a_band_is_met_up_to_its_ends(
    reach: Reach, band: tuple[Fraction | None, Fraction | None], met: bool
) -> None:
    assert reach.meets(*band) is met


def plot(free: str = "30亩", **keys: Any) -> Plot:
    return Plot.model_validate(
        {
            "id": "a-1",
            "title": WORDS,
            "summary": WORDS,
            "plot_kind": "land",
            "use": WORDS,
            "total": "50亩",
            "free": free,
            "status": "available",
            "as_of": "2026-11-01",
            **keys,
        }
    )


RENTED = {"rent": "12元/平方米·月"}


@pytest.mark.parametrize(
    ("keys", "site", "about"),
    [
        ({}, plot(), False),
        ({"sectors": ["food"]}, plot(sectors=["food"]), True),
        ({"sectors": ["food"]}, plot(sectors=["wood"]), False),
        ({"scope": {"tenants": "true"}}, plot(**RENTED), True),
        ({"scope": {"tenants": "true"}}, plot(), False),
        ({"scope": {"land": "30亩以上"}}, plot(), True),
        ({"scope": {"land": "31亩以上"}}, plot(), False),
        ({"scope": {"land": "20亩以上"}}, plot(**RENTED), False),
        ({"scope": {"land": "不超过20亩"}}, plot(), True),
        ({"sectors": ["food"], "scope": {"land": "20亩以上"}}, plot(sectors=["wood"]), False),
    ],
)
def test_a_policy_is_about_plots_that_it_names_by_sector_tenancy_or_size(
    keys: dict[str, Any], site: Plot, about: bool
) -> None:
    assert is_about(policy(**keys), site) is about
