from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zhaoshang.graphics.measure import text_width, wrap

WORDS = st.text("abcdefg WXYZ 0123-/云屏县新材料港，。（）《》·%é", min_size=0, max_size=60)


def test_an_ideograph_is_an_em_wide():
    assert text_width("云屏县", 10) == 30.6


def test_bold_latin_is_wider_than_regular():
    assert text_width("Investment", 10, bold=True) > text_width("Investment", 10)


def test_closing_marks_stay_with_what_they_close():
    for width in range(46, 160, 3):
        lines = wrap("新田港（铁水联运）作业区、旅游码头，《招商指南》2024 年。", 14, width)
        assert not [line for line in lines if line[0] in "）》，。、"]
        assert not [line for line in lines if line[-1] in "（《"]


def test_latin_words_break_at_spaces():
    assert wrap("Chongqing Jiangbei International Airport", 14, 160) == (
        "Chongqing Jiangbei",
        "International Airport",
    )


def test_a_word_wider_than_the_line_is_broken_inside():
    assert "".join(wrap("Donaudampfschifffahrt", 14, 60)) == "Donaudampfschifffahrt"


def test_the_lines_of_a_label_are_even():
    first, second = wrap("储能电芯与电池系统集成", 14, 150)
    assert abs(len(first) - len(second)) <= 1


@settings(derandomize=True, max_examples=300, deadline=None)
@given(WORDS, st.integers(20, 300))
def test_wrapping_keeps_every_character_within_the_width(text, width):
    lines = wrap(text, 14, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 14) <= width or len(line) <= 2 for line in lines)


def test_a_line_break_in_a_text_stays_one():
    assert wrap("重庆果园港\nGuoyuan Port", 8, 400) == ("重庆果园港", "Guoyuan Port")
    assert wrap("重庆果园港\nGuoyuan Port", 8, 45) == ("重庆果园港", "Guoyuan", "Port")
