"""What people type, good and bad, and the message they get."""

from __future__ import annotations

from datetime import date

import pytest

from zhaoshang.awards import Award, Input, Terms, inputs, read_entry
from zhaoshang.diagnostics import Diagnostic
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.diagnostics.explained import explain

AWARD = {
    "of": "fixed-investment",
    "pay": "3%",
    "when": {
        "all": [
            "high-tech", {"jobs": {"from": "10人（含）"}}, {"signing-date": {"to": "2026-12-31"}},
            {"is": {"ratio": ["fixed-investment", "land-area"]}, "from": "1万元/亩（含）"},
            {"recognition": ["national"]}, {"foreign-share": {"from": "25%（含）"}},
        ]
    },
}  # fmt: skip
ASKED = {given.id: given for given in inputs(Award.model_validate(AWARD), Terms())}


@pytest.mark.parametrize(
    ("identity", "typed", "value"),
    [
        ("fixed-investment", "8000万", 8000_0000_00),
        ("fixed-investment", "8000万元", 8000_0000_00),
        ("fixed-investment", "８０００万元", 8000_0000_00),
        ("fixed-investment", " 1.2 亿元 ", 120_000_000_00),
        ("fixed-investment", "80,000,000", 80_000_000_00),
        ("fixed-investment", "RMB 80 million", 80_000_000_00),
        ("fixed-investment", "人民币5000万元", 50_000_000_00),
        ("fixed-investment", "5000万元人民币", 50_000_000_00),
        ("fixed-investment", "￥5,000,000", 5_000_000_00),
        ("fixed-investment", "¥500万", 5_000_000_00),
        ("fixed-investment", "0", 0),
        ("fixed-investment", "12.34", 1234),
        ("jobs", "12", 12),
        ("jobs", "12人", 12),
        ("land-area", "2公顷", 30_000_000),
        ("land-area", "30亩", 30_000_000),
        ("land-area", "20000平方米", 30_000_000),
        ("foreign-share", "25％", 25_000_000),
        ("foreign-share", "250‰", 25_000_000),
        ("high-tech", "是", 1),
        ("high-tech", "no", 0),
        ("signing-date", "2026-08-31", date(2026, 8, 31).toordinal()),
        ("signing-date", "2026年8月31日", date(2026, 8, 31).toordinal()),
    ],
)
def test_what_people_write_is_understood(identity: str, typed: str, value: int) -> None:
    assert read_entry(ASKED[identity], typed) == value


@pytest.mark.parametrize(
    ("identity", "typed", "code"),
    [
        ("fixed-investment", "", "Z661"),
        ("fixed-investment", "　", "Z661"),
        ("fixed-investment", "9" * 61, "Z662"),
        ("fixed-investment", "很多", "Z663"),
        ("fixed-investment", "1,00", "Z663"),
        ("fixed-investment", "1e9", "Z668"),
        ("fixed-investment", "-5万元", "Z664"),
        ("fixed-investment", "－5万元", "Z664"),
        ("fixed-investment", "1" + "0" * 30, "Z665"),
        ("fixed-investment", "99999万亿", "Z665"),
        ("fixed-investment", "0.005", "Z666"),
        ("fixed-investment", "500万美元", "Z668"),
        ("fixed-investment", "500亩", "Z668"),
        ("jobs", "1.5", "Z666"),
        ("land-area", "0", "Z667"),
        ("signing-date", "2026-02-30", "Z669"),
        ("signing-date", "明天", "Z669"),
        ("high-tech", "也许", "Z670"),
        ("recognition", "galactic", "Z671"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_clear_message(identity: str, typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_entry(ASKED[identity], typed)
    assert refusal.value.code == code
    for language in ("zh", "en"):
        words = explain(Diagnostic(code, None, refusal.value.arguments), lang=language)
        assert "{" not in str(words.words)


def test_the_units_of_a_message_are_known_to_both_readers() -> None:
    for identity, units in (
        ("fixed-investment", "元 (RMB)"),
        ("jobs", "人 (people)"),
        ("land-area", "平方米 (㎡), 平方公里 (㎢), 公顷 (ha), 亩 (mu)"),
        ("foreign-share", "%, ‰"),
    ):
        with pytest.raises(Refusal) as refusal:
            read_entry(ASKED[identity], "5斛")
        assert refusal.value.arguments["units"] == units


def test_an_input_says_what_it_is() -> None:
    asked: Input = ASKED["fixed-investment"]
    assert dict(asked.name) == {"zh": "固定资产投资额", "en": "fixed-asset investment"}
    assert asked.unit is not None
    assert dict(asked.unit) == {"zh": "元", "en": "RMB"}
    assert ASKED["land-area"].positive
    assert [option.id for option in ASKED["recognition"].options if option.used] == ["national", "none"]
