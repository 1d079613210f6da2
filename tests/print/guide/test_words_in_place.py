"""What print does to words for the place they stand in."""

from __future__ import annotations

import pytest

from zhaoshang.print.templates import amid, at_start, parted, whole


@pytest.mark.parametrize(
    ("alone", "within"),
    [("Water supply", "water supply"), ("CNC machining", "CNC machining"), ("供水", "供水"), ("", "")],
)
def test_a_label_within_a_sentence_begins_small_unless_it_is_an_acronym(alone: str, within: str) -> None:
    assert amid(alone) == within


def test_words_at_the_start_of_a_cell_begin_large() -> None:
    assert at_start("equipment investment: RMB 50 million") == "Equipment investment: RMB 50 million"
    assert at_start("设备投资额5000万元") == "设备投资额5000万元"


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        ("13.6 万元/亩（204 万元/公顷）", '13.6 万元/亩<span class="again">（204 万元/公顷）</span>'),
        (
            "RMB 2.04 million/ha (RMB 136,000/mu)",
            'RMB 2.04 million/ha<span class="again">(RMB 136,000/mu)</span>',
        ),
        ("<5%", "&lt;5%"),
    ],
)
def test_an_amount_is_parted_from_the_same_in_another_unit(amount: str, printed: str) -> None:
    assert str(parted(amount)) == printed


def test_a_telephone_number_is_not_parted_by_the_end_of_a_line() -> None:
    assert whole("0000-5550 107") == "0000-5550\u00a0107"
