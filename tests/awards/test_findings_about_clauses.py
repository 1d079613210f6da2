"""Every finding about a clause has a case, stands at its key, and shows the readings with their sums."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from zhaoshang.awards import Award, Kind, Measure, Terms, describe, inputs, lint, lint_terms
from zhaoshang.diagnostics import Diagnostic
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.diagnostics.explained import explain

DEFINED = "bounds: {above: inclusive, below: exclusive}"

REFUSED = {
    "Z601": "{by: Technology_Centre, ranks: {national: 1万元}}",
    "Z602": "{pay: 1万元, recipient: [a]}",
    "Z607": "{pay: 5%, of: {measure: rent, growth: revenue}}",
    "Z608": "{pay: 5%, of: {ratio: [rent]}}",
    "Z609": "{of: rent, tiers: [{from: 约5万元, pay: 1万元}]}",
    "Z610": "{pay: 1万元, when: {is: rent}}",
    "Z611": "{pay: 1万元, when: {at_least: 3, of: [listed, high-tech]}}",
    "Z612": "{pay: 约5万元}",
    "Z613": "{pay: 5人}",
    "Z614": "{pay: {in_kind: {zh: 甲, en: a}, honour: {zh: 乙, en: b}}}",
    "Z615": "{pay: 1万元, cap: {item: 1～2万元}}",
    "Z616": "{pay: 1万元, cap: {item: {share: 5%}}}",
    "Z617": "{pay: 1万元, payout: [{share: 5%, sum: 1万元}]}",
    "Z618": "{pay: 1万元, payout: []}",
    "Z619": "{pay: 1万元, top_ups: [{points: 1%, sum: 1万元}]}",
    "Z620": "{pay: 1万元, components: [{pay: 1万元}]}",
    "Z623": "{years: 2, phases: [{years: 1, pay: 1万元}]}",
    "Z682": "{of: {measure: rent, share: 约10%}, pay: 5%}",
}
"""Code → an award that its own types refuse."""

REFUSED_TERMS = {
    "Z603": "measures: {a: {name: {zh: 甲, en: a}, unit: 斛}}",
    "Z604": "measures: {a: {name: {zh: 甲, en: a}, kind: cost}}",
    "Z605": "measures: {a: {name: {zh: 甲, en: a}, kind: flag, unit: 元}}",
    "Z606": "measures: {a: {name: {zh: 甲, en: a}, kind: choice}}",
    "Z624": "bounds: {above: ask}",
    "Z625": "window: {within: 30天}",
    "Z681": "window: {yearly: {opens: 3月1日, closes: 03-31}}",
}

FOUND = {
    "Z622": ("{tiers: [{from: 1万元, pay: 1万元}]}", ()),
    "Z626": ("{pay: 1万元, split: [{share: 50%, to: village}]}", ("split",)),
    "Z627": (
        "{phases: [{years: 1, pay: 1万元, cap: {total: 1万元}}, {years: 1, pay: 1万元}]}",
        ("phases", 0, "cap"),
    ),
    "Z628": (
        "{components: ["
        + ", ".join(
            f"{{of: {base}, tiers: [{{to: 1万元（含）, pay: 1%}}, {{from: 超过1万元, pay: 2%}}]}}"
            for base in ("rent", "research", "fit-out", "revenue")
        )
        + "]}",
        ("components", 3),
    ),
    "Z629": ("{of: leased-area, pay: 10元/平方米·月}", ()),
    "Z630": ("{of: fixed-investmnt, pay: 5%}", ("of",)),
    "Z631": ("{pay: 1万元, payout: [{rest: true, at: someday}]}", ("payout", 0, "at")),
    "Z632": ("{by: recognition, ranks: {galactic: 1万元}}", ("ranks", "galactic")),
    "Z633": ("{of: {ratio: [rent, land-area]}, pay: 5%}", ("of",)),
    "Z634": ("{of: high-tech, pay: 5%}", ("of",)),
    "Z635": ("{of: {growth: fixed-investment}, pay: 5%}", ("of",)),
    "Z636": ("{of: {sum: [rent, land-area]}, pay: 5%}", ("of",)),
    "Z637": ("{pay: 1万元, when: {is: {sum: [rent, fit-out]}, holds: true}}", ("when",)),
    "Z638": ("{pay: 1万元, when: {rent: true}}", ("when",)),
    "Z639": ("{pay: 1万元, when: {rent: [national]}}", ("when",)),
    "Z640": ("{of: patents, pay: 1万元/件, years: 2, cap: {total: 5件}}", ("cap", "total")),
    "Z641": ("{of: patents, pay: 1万元/件, cap: {item: 5人}}", ("cap",)),
    "Z642": (
        "{of: rent, mode: slice, tiers: [{to: 1万元, pay: 1%}, {from: 1万元, pay: 2%}, {when: listed, pay: 5%}]}",
        ("tiers", 2),
    ),
    "Z643": ("{of: rent, mode: slice, tiers: [{to: 1万元, pay: 1%}, {from: 1万元, pay: 1万元}]}", ()),
    "Z644": ("{pay: 5%}", ()),
    "Z645": ("{by: rent, ranks: {national: 1万元}}", ("by",)),
    "Z646": ("{components: [{pay: 1万元}], top_ups: [{sum: 1万元, when: listed}]}", ("top_ups", 0)),
    "Z647": ("{pay: 1万元, amount_is: range}", ("pay",)),
    "Z648": ("{pay: 1万元, top_ups: [{points: 1%, when: listed}]}", ("top_ups", 0)),
    "Z649": ("{of: land-area, pay: 5%}", ()),
    "Z650": ("{of: rent, tiers: [{to: 1000万元, pay: 1万元}, {from: 1001万元, pay: 2万元}]}", ("tiers", 1)),
    "Z651": (
        "{of: rent, tiers: [{to: 5000万元（含）, pay: 1万元}, {from: 5000万元, pay: 2万元}]}",
        ("tiers", 1),
    ),
    "Z652": ("{of: rent, tiers: [{to: 1万元, pay: 1%}, {from: 1万元, pay: 2%}]}", ()),
    "Z654": ("{of: rent, pay: 50%, years: 3, cap: 20万元}", ("cap", "unscoped")),
    "Z655": ("{of: rent, pay: 50%, years: 3, cap: {project: 20万元}}", ("cap", "project")),
    "Z656": ("{of: foreign-capital, pay: 3‰}", ()),
    "Z657": ("{of: rent, pay: 1万元, each: 10万元}", ("each",)),
    "Z659": ("{of: {product: [" + ", ".join(["rent", *["lpr"] * 12]) + "]}, pay: 5%}", ()),
    "Z672": ("{pay: 1万元, payout: [40%, 40%]}", ("payout",)),
    "Z673": ("{of: rent, pay: 不超过10%}", ("pay",)),
    "Z674": ("{pay: 1万元, top_ups: [{sum: 1万元}]}", ("top_ups", 0)),
    "Z675": ("{pay: 500万元, conditions: [{zh: 具体金额一事一议, en: to be agreed}]}", ()),
    "Z676": ("{of: rent, pay: 5%, cap: 5万元}", ("cap",)),
    "Z677": ("{pay: 1万元, recipient: somebody}", ("recipient",)),
    "Z678": ("{of: rent, tiers: [{from: 2万元, to: 1万元, pay: 1万元}]}", ("tiers", 0)),
    "Z679": ("{pay: 1万元, ambiguity: {zh: 不明, en: unclear}}", ("ambiguity",)),
}
"""Code → an award that `lint` finds fault with, and the place of the finding."""

ELSEWHERE = {f"Z{number}" for number in range(661, 672)} | {"Z653", "Z658", "Z660", "Z680"}
"""Codes with tests of their own: what people type (test_entry.py), and those below."""


def load(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def findings(award: str, terms: str = DEFINED) -> list[tuple[tuple[str | int, ...], str, dict[str, str]]]:
    return list(lint(Award.model_validate(load(award)), Terms.model_validate(load(terms))))


def words(code: str, arguments: dict[str, str]) -> list[str]:
    said = [explain(Diagnostic(code, None, arguments), lang=language).words for language in ("zh", "en")]
    return ["\n".join((one.title, one.found, one.expected, one.remedy)) for one in said]


FOUND_IN_TERMS = {
    "Z677": ("recipient: somebody", ("recipient",)),
    "Z672": ("payout: [40%, 40%]", ("payout",)),
}


@pytest.mark.parametrize(("code", "case"), FOUND_IN_TERMS.items())
def test_what_a_document_lays_down_is_looked_at_too(code: str, case: tuple[str, tuple[str, ...]]) -> None:
    terms = Terms.model_validate(yaml.load(case[0], Loader=yaml.BaseLoader))
    assert [(place, found) for place, found, _ in lint_terms(terms)] == [(case[1], code)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("payout: [{rest: true, at: someday}]", ("payout", 0, "at")),
        ("window: {within: 30天, after: someday}", ("window", "after")),
        ("exchange_day: someday", ("exchange_day",)),
    ],
)
def test_an_event_that_stands_for_nothing_is_found_in_an_award_and_in_the_terms(
    text: str, place: tuple[str | int, ...]
) -> None:
    keys = yaml.load(text, Loader=yaml.BaseLoader)
    assert [(at, code) for at, code, _ in lint_terms(Terms.model_validate(keys))] == [(place, "Z631")]
    award = Award.model_validate({"pay": "1万元", **keys})
    assert (place, "Z631") in [(at, code) for at, code, _ in lint(award, Terms())]


@pytest.mark.parametrize(("code", "award"), REFUSED.items(), ids=REFUSED)
def test_an_award_that_its_types_refuse(code: str, award: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Award.model_validate(load(award))
    assert code in {error["type"] for error in refusal.value.errors()}


@pytest.mark.parametrize(("code", "terms"), REFUSED_TERMS.items(), ids=REFUSED_TERMS)
def test_terms_that_their_types_refuse(code: str, terms: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Terms.model_validate(load(terms))
    assert code in {error["type"] for error in refusal.value.errors()}


@pytest.mark.parametrize(
    ("code", "award", "place"), [(code, *case) for code, case in FOUND.items()], ids=FOUND
)
def test_a_finding_stands_at_its_key(code: str, award: str, place: tuple[str | int, ...]) -> None:
    found = {finding: (at, arguments) for at, finding, arguments in findings(award)}
    assert code in found
    at, arguments = found[code]
    assert at == place
    for said in words(code, arguments):
        assert "{" not in said.replace("{zh: …, en: …}", "").replace("{given}", "?given?").replace(
            "{share: 50%, of: rent}", ""
        ).replace("{product: [leased-area, lease-months]}", "").replace("{year: …}", "").replace(
            "{total: …}", ""
        ).replace("{project: …}", "")
        assert "?given?" not in said


def test_every_code_of_the_room_has_a_case() -> None:
    text = resources.files("zhaoshang.diagnostics").joinpath("catalogue/awards.yaml").read_text("utf-8")
    assert set(load(text)) == {*REFUSED, *REFUSED_TERMS, *FOUND, *ELSEWHERE}


def test_a_document_that_does_not_define_above_is_told_so() -> None:
    ((place, code, arguments),) = findings("{of: rent, tiers: [{from: 5000万元, pay: 1万元}]}", "{}")
    assert (place, code) == (("tiers", 0, "from"), "Z653")
    assert arguments["readings_en"].endswith("nothing is due (no band covers this annual rent)")


def test_a_gap_shows_what_each_reading_pays() -> None:
    award, _ = FOUND["Z650"]
    ((_, _, arguments),) = findings(award)
    zh, en = words("Z650", arguments)
    assert "1万元" in zh
    assert "2万元" in zh
    assert "RMB\u00a010,000 | " in en
    assert "nothing is due" in en


def test_whole_or_slice_shows_both_sums() -> None:
    ((_, _, arguments),) = findings("{of: rent, tiers: [{to: 1000万元, pay: 1%}, {from: 1000万元, pay: 2%}]}")
    assert arguments["given_en"] == "annual rent: RMB\u00a010\u00a0million"
    assert "RMB\u00a0200,000" in arguments["readings_en"]
    assert "RMB\u00a0100,000" in arguments["readings_en"]


def test_a_recorded_ambiguity_is_a_note() -> None:
    award = "{of: rent, ambiguity: {zh: 未写明, en: not stated}, tiers: [{to: 1万元, pay: 1%}, {from: 1万元, pay: 2%}]}"
    assert [code for _, code, _ in findings(award)] == ["Z680"]


def test_recorded_readings_are_a_note() -> None:
    readings = "[{name: {zh: 甲, en: a}, pay: 1万元}, {name: {zh: 乙, en: b}, pay: 2万元}]"
    award = f"{{ambiguity: {{note: {{zh: 不明, en: unclear}}, readings: {readings}}}}}"
    ((place, code, arguments),) = findings(award)
    assert (place, code) == (("ambiguity",), "Z680")
    assert arguments["readings_zh"] == "甲 → 1万元 | 乙 → 2万元"


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        describe(Award.model_validate({"pay": "unstated"}), Terms(), "tlh")
    assert refusal.value.code == "Z660"


@pytest.mark.parametrize(
    "award",
    [
        "{of: rent, mode: whole, tiers: [{to: 1万元, pay: 1%}, {from: 1万元, pay: 2%}]}",
        "{of: foreign-capital, pay: 3‰, exchange_day: arrival}",
        "{of: rent, pay: 1万元, each: 10万元, part: ignored}",
        "{of: rent, pay: 50%, years: 3, cap: {year: 20万元, total: 50万元}}",
        "{of: rent, pay: 5%, cap: {project: 5万元}, payout: [40%, 60%]}",
        "{of: jobs, tiers: [{from: 1人（含）, to: 10人（含）, pay: 1万元}, {from: 11人（含）, pay: 2万元}]}",
    ],
)
def test_a_clear_clause_is_found_clear(award: str) -> None:
    assert findings(award) == []


def test_a_base_that_is_local_tax_is_known_from_its_type() -> None:
    award = Award.model_validate({"of": "local-contribution", "pay": "50%"})
    assert [given.kind for given in inputs(award, Terms())] == [Kind.TAX]
    assert (
        Measure.model_validate({"name": {"zh": "甲", "en": "a"}, "kind": "tax", "unit": "元"}).kind
        is Kind.TAX
    )
