"""Texts in two columns, and figures on their decimal points."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from zhaoshang.print.guide.columns import Pair, height_of, in_two_columns
from zhaoshang.print.guide.points import lacking


def clause(lines: int) -> Markup:
    """A paragraph about so many lines high."""
    return Markup("<p>{}</p>").format("条" * 26 * lines)


def read(pairs: tuple[Pair, ...]) -> list[Markup]:
    return [text for pair in pairs for text in (*pair.left, *pair.right)]


@pytest.mark.parametrize("lines", [(3,), (1, 1), (7, 2, 4, 3, 1), (1, 2, 3, 4, 5, 6, 7, 8, 9), (9, 1, 1, 1)])
def test_the_texts_are_read_in_their_order_and_none_is_lost(lines: tuple[int, ...]) -> None:
    texts = [Markup("{}<b>{}</b>").format(clause(line), place) for place, line in enumerate(lines)]
    assert read(in_two_columns(texts)) == texts


def test_what_is_short_stands_beside_what_is_long() -> None:
    long, short, middle = clause(6), clause(1), clause(4)
    assert in_two_columns([long, short, middle]) == (Pair((long,), (short, middle)),)


def test_texts_of_one_length_stand_in_rows_of_two() -> None:
    texts = [clause(4)] * 4
    assert in_two_columns(texts) == (Pair((texts[0],), (texts[1],)),) * 2


def test_on_one_page_rows_may_be_as_high_as_they_save() -> None:
    texts = [clause(14), clause(12), clause(4)]
    assert in_two_columns(texts) == (Pair((texts[0],), (texts[1],)), Pair((texts[2],), ()))
    assert in_two_columns(texts, one_page=True) == (Pair((texts[0],), (texts[1], texts[2])),)


def test_a_text_left_over_stands_alone_in_its_row() -> None:
    texts = [clause(5)] * 3
    assert in_two_columns(texts)[-1] == Pair((texts[2],), ())


def test_a_heading_and_figures_count_as_high_as_they_are() -> None:
    plain = Markup("<p>一行。</p>")
    assert height_of(Markup("<h3>标题</h3>") + plain) > height_of(plain) + 1
    assert height_of(plain + Markup('<div class="key-figures"></div>')) > height_of(plain) + 2


def test_a_figure_lacks_the_decimals_that_others_have() -> None:
    assert lacking(["61,066", "44.9", "4.83"]) == ("lacks-2 no-point", "lacks-1", "")


def test_a_range_stands_by_its_upper_end() -> None:
    assert lacking(["1.2～1.8", "12～14"]) == ("", "lacks-1 no-point")


def test_whole_figures_lack_nothing() -> None:
    assert lacking(["1186", "22"]) == ("", "")
    assert lacking([]) == ()
