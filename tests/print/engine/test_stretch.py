"""The arithmetic of a justified line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhaoshang.print.setting.stretch import MAX_GAP, MAX_SPACE, gaps, joints, share_out, spaces


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("中", 0), ("中文", 1), ("中文排版", 3), ("abc", 0), ("中a文", 1), ("a中b", 1), ("甲——乙", 1)],
)
def test_a_line_opens_between_its_ideographs(text: str, expected: float) -> None:
    assert gaps(text) == expected


def test_a_joint_opens_between_two_ideographs_and_beside_a_picture() -> None:
    assert joints(["中文", "字a", "字", None, "中"]) == [True, False, True, True]


@given(
    slack=st.floats(0, 400),
    gaps=st.integers(0, 60),
    spaces=st.integers(0, 12),
    em=st.floats(6, 40),
)
def test_a_line_is_filled_exactly_or_left_alone(slack: float, gaps: int, spaces: int, em: float) -> None:
    stretch = share_out(slack, gaps=gaps, spaces=spaces, em=em)
    filled = stretch.gap * gaps + stretch.space * spaces
    assert filled == pytest.approx(slack, abs=0.05) or (stretch.gap, stretch.space) == (0, 0)
    assert stretch.gap <= MAX_GAP * em
    assert stretch.space <= MAX_SPACE * em


def test_a_space_takes_half_as_much_again_as_an_ideograph() -> None:
    stretch = share_out(6.5, gaps=10, spaces=2, em=10)
    assert stretch.space == pytest.approx(1.5 * stretch.gap)


def test_the_spaces_of_a_line_are_counted_with_those_that_do_not_break() -> None:
    assert spaces("a b\u00a0c") == 2
